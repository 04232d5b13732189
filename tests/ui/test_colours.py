"""Both themes can be read, and nothing is said by colour alone."""

from pathlib import Path

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.theme import Theme

from quiz import paths
from quiz.config import THEMES as NAMES
from quiz.config import read_settings
from quiz.scores.store import Store
from quiz.ui.themes import THEMES
from tests.ui.driving import NARROW, WIDE, answer, app_of, app_playing, colours_of, press, shown, words

OURS = [theme for theme in THEMES if not theme.ansi]
"""The themes whose colours are ours, and not the terminal's."""

ENOUGH = 4.5
"""WCAG 2.2, success criterion 1.4.3: the least contrast of text."""


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (light + 0.05) / (dark + 0.05)


def colour(theme: Theme, name: str) -> str:
    """A colour of a theme by the name it has in the style sheet."""
    value = theme.variables.get(name) or getattr(theme, name)
    assert isinstance(value, str)
    return value


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, "background") for text in ("foreground", "quiet", "accent", "success", "error", "warning")),
        *((text, "panel") for text in ("foreground", "accent")),
        ("foreground", "evidence"),
    ],
)
@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour(theme, text), colour(theme, ground)) >= ENOUGH


def test_the_theme_of_the_terminal_has_no_colour_of_its_own() -> None:
    (theme,) = (theme for theme in THEMES if theme.ansi)
    named = [
        colour(theme, name) for name in ("background", "foreground", "accent", "success", "error", "quiet")
    ]
    assert all(value.startswith("ansi_") for value in named)


def test_right_and_wrong_differ_for_eyes_that_cannot_tell_red_from_green() -> None:
    """The test for blue and orange is their blue parts, which red-green colour blindness leaves apart."""
    (theme,) = (theme for theme in THEMES if theme.name == "quiz-blue-orange")
    right, wrong = (Color.parse(colour(theme, name)) for name in ("success", "error"))
    assert right.b - wrong.b > 100


def test_the_settings_know_every_theme() -> None:
    assert sorted(NAMES) == sorted(theme.name for theme in THEMES)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_every_theme_can_be_played_in(banks: Path, store: Store, theme: str) -> None:
    app = app_of(banks, store, theme=theme)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter", "enter")
        background = next(known for known in THEMES if known.name == theme).background
        assert background is not None
        assert app.screen.styles.background == Color.parse(background)


async def test_without_colour_every_sign_and_word_is_there_and_no_colour_is(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot, wrongly=True)
        for sign in ("✗ ", "(your answer)", "✓ ", "(the article's answer)"):
            assert sign in shown(app)
        await press(pilot, "e")
        assert "▌" in shown(app)
        assert colours_of(app) <= {ColorType.DEFAULT}


@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)], ids=str)
async def test_a_theme_shows_as_soon_as_it_is_pointed_at_and_is_kept_when_taken(
    banks: Path, store: Store, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    app = app_of(banks, store, theme="quiz-light")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+t", "down")
        assert app.theme == "quiz-dark"
        assert "enter keep q back" in words(app)
        await press(pilot, "j")
        assert app.theme == "quiz-blue-orange"
        await press(pilot, "q")
        assert app.theme == "quiz-light"
        await press(pilot, "ctrl+t", "down", "enter")
        assert app.theme == "quiz-dark"
    assert read_settings(paths.settings_file()).theme == "quiz-dark"


async def test_a_theme_that_cannot_be_kept_is_said_and_holds_until_the_end(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("no folder")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    app = app_of(banks, store, theme="quiz-light")
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "ctrl+t", "down", "enter")
        assert app.theme == "quiz-dark"
        assert "cannot be written" in " ".join(str(note.message) for note in app._notifications)


async def test_evidence_is_underlined_and_has_a_bar_besides_its_tint(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
        await press(pilot, "e")
        underlined = "".join(
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline
        )
        assert underlined == "shifted eleven centimetres in one night"
