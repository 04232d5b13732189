"""The desk for drafts: every decision is in the file at once, keeps its layout, and can be undone."""

import contextlib
from pathlib import Path

import pytest

from quiz.bank.files import load_bank
from quiz.bank.model import Question
from quiz.scores.store import Store
from quiz.ui.bank_app import BankApp
from quiz.ui.screens.home import HomeScreen
from quiz.ui.widgets.article_view import BAR
from tests.play.ostmole import QUESTIONS, write_bank
from tests.ui.driving import NARROW, WIDE, app_of, keys, press, said, shown, words
from tests.ui.proofs import below, curating, desk, editor, here, settled, write_drafts
from tests.ui.test_hostile import ALL, assert_plain, hostile_article, hostile_question

SIZES = [WIDE, NARROW, (60, 20), (40, 12)]


def questions(path: Path) -> list[Question]:
    """The questions of a bank as the file has them now."""
    return load_bank(path).bank.questions


def statuses(path: Path) -> list[str]:
    """The status of the first three questions as the file has them now."""
    return [one.status for one in questions(path)[:3]]


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal there is no screen to lend to an editor."""
    monkeypatch.setattr(BankApp, "suspend", lambda app: contextlib.nullcontext())
    monkeypatch.delenv("VISUAL", raising=False)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_draft_is_approved_with_one_key_and_the_next_one_comes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = write_drafts(tmp_path)
    text = path.read_text(encoding="utf-8")
    app = curating(path)
    async with app.run_test(size=size) as pilot:
        assert here(app) == QUESTIONS[0].prompt
        assert "a approve" in keys(app) and "r reject" in keys(app)
        await press(pilot, "a")
        assert path.read_text(encoding="utf-8") == text.replace("status: draft", "status: approved", 1)
        assert here(app) == QUESTIONS[1].prompt
        await press(pilot, "a")
        assert statuses(path) == ["approved", "approved", "approved"]
        assert "no draft waits" in shown(app) or size == (40, 12)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_draft_is_rejected_with_a_reason_that_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    path = write_drafts(tmp_path)
    app = curating(path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "r", *"aqunp? two readings", "enter")
        assert statuses(path) == ["rejected", "draft", "approved"]
        assert questions(path)[0].reason == "aqunp? two readings"
        assert here(app) == QUESTIONS[1].prompt
        await press(pilot, "p")
        assert "rejected (aqunp? two readings)" in words(app)


async def test_without_a_reason_nothing_is_rejected(tmp_path: Path) -> None:
    path = write_drafts(tmp_path)
    app = curating(path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "r", "space", "enter")
        assert desk(app).state == "reason"
        await press(pilot, "x", "escape")
        assert desk(app).state == "proof"
        assert statuses(path) == ["draft", "draft", "approved"]
        await press(pilot, "a")
        assert statuses(path) == ["approved", "draft", "approved"]


async def test_decisions_are_undone_one_after_the_other(tmp_path: Path) -> None:
    path = write_drafts(tmp_path, 3)
    text = path.read_text(encoding="utf-8")
    app = curating(path)
    async with app.run_test(size=NARROW) as pilot:
        assert "undo" not in keys(app)
        await press(pilot, "a", "r", *"no", "enter")
        await press(pilot, "u")
        assert statuses(path) == ["approved", "draft", "draft"]
        assert here(app) == QUESTIONS[1].prompt
        await press(pilot, "u")
        assert path.read_text(encoding="utf-8") == text
        assert here(app) == QUESTIONS[0].prompt
        await press(pilot, "u")
        assert path.read_text(encoding="utf-8") == text


async def test_what_somebody_else_wrote_meanwhile_is_neither_overwritten_nor_undone(tmp_path: Path) -> None:
    path = write_drafts(tmp_path)
    app = curating(path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "a")
        path.write_text("# Mine.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        await press(pilot, "u")
        assert "decide again" in said(app)
        assert path.read_text(encoding="utf-8").startswith("# Mine.\n")
        await press(pilot, "a")
        assert path.read_text(encoding="utf-8").startswith("# Mine.\n")
        assert statuses(path) == ["approved", "approved", "approved"]


async def test_a_bank_that_broke_meanwhile_is_left_alone_and_it_is_said_why(tmp_path: Path) -> None:
    path = write_drafts(tmp_path)
    app = curating(path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        broken = path.read_text(encoding="utf-8").replace("    kind: ", "    knid: ", 1)
        path.write_text(broken, encoding="utf-8")
        await press(pilot, "a")
        assert path.read_text(encoding="utf-8") == broken
        assert "did you mean “kind”?" in said(app)


@pytest.mark.usefixtures("lent")
async def test_a_question_is_edited_in_the_users_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_drafts(tmp_path / "banks")
    text = path.read_text(encoding="utf-8")
    monkeypatch.setenv(
        "EDITOR", editor(tmp_path, "text = text.replace('According', 'Tell me, according', 1)")
    )
    app = curating(path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "e")
        assert path.read_text(encoding="utf-8") == text.replace("According", "Tell me, according", 1)
        assert here(app).startswith("Tell me, according")
        await press(pilot, "u")
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("lent")
async def test_what_cannot_be_read_after_editing_is_not_saved_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_drafts(tmp_path / "banks")
    text = path.read_text(encoding="utf-8")
    app = curating(path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        monkeypatch.setenv("EDITOR", editor(tmp_path, "text = text.replace('  kind: ', '  kimd: ', 1)"))
        await press(pilot, "e")
        assert path.read_text(encoding="utf-8") == text
        assert "Not saved: in line 3, unknown key “kimd”" in said(app)
        monkeypatch.setenv(
            "EDITOR", editor(tmp_path, "text = text.replace('  kimd: ', '  kind: ') + '# Mine.\\n'")
        )
        await press(pilot, "e")
        assert "# Mine." in path.read_text(encoding="utf-8")
        assert statuses(path) == ["draft", "draft", "approved"]


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("/nonexistent/editor", "There is no editor “/nonexistent/editor”"),
        ("false", "ended with an error"),
        ("'", "EDITOR is no command"),
    ],
)
async def test_an_editor_that_does_not_work_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, why: str
) -> None:
    path = write_drafts(tmp_path)
    text = path.read_text(encoding="utf-8")
    monkeypatch.setenv("EDITOR", command)
    app = curating(path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "e")
        assert why in said(app)
        assert path.read_text(encoding="utf-8") == text


async def test_a_draft_is_shown_with_its_key_its_evidence_and_how_it_came_about(tmp_path: Path) -> None:
    app = curating(write_drafts(tmp_path))
    async with app.run_test(size=(140, 50)) as pilot:
        await settled(pilot, app)
        assert "(right)" in shown(app)
        assert BAR in shown(app)
        assert "1/2 · 2 drafts wait" in shown(app)
        assert below(app).endswith(
            "Read by rules and parser, by the rule quote.after. "
            "As it was made it passed these gates: one key, neutral."
        )


async def test_the_drafts_are_turned_through_alone_or_with_all_questions(tmp_path: Path) -> None:
    app = curating(write_drafts(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "n", "n")
        assert here(app) == QUESTIONS[0].prompt
        await press(pilot, "l", "n", "n")
        assert here(app) == QUESTIONS[2].prompt


async def test_a_bank_without_drafts_shows_all_its_questions(tmp_path: Path) -> None:
    app = curating(write_bank(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        assert "no draft waits" in shown(app)
        await press(pilot, "n")
        assert here(app) == QUESTIONS[1].prompt


async def test_home_opens_the_desk_for_a_bank_with_drafts_only(banks: Path, store: Store) -> None:
    write_drafts(banks)
    write_bank(banks, "pier", title="The pier that stayed")
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "l")
        assert "d drafts" in keys(app)
        await press(pilot, "j")
        assert "d drafts" not in keys(app)
        await press(pilot, "d")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "k", "d", "a", "a", "q")
        assert isinstance(app.screen, HomeScreen)
    assert statuses(banks / "ostmole.yaml") == ["approved", "approved", "approved"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_texts_stay_texts(tmp_path: Path, size: tuple[int, int]) -> None:
    question = hostile_question(ALL)
    path = write_bank(tmp_path, questions=[question], title=f"Title {ALL}", raw=hostile_article(ALL))
    app = curating(path)
    async with app.run_test(size=size, notifications=True) as pilot:
        for key in ("v", "tab", "tab", "tab", "r"):
            await press(pilot, key)
            assert_plain(app)
        desk(app)._reject(ALL)
        await pilot.pause()
        assert statuses(path) == ["rejected"]
        await press(pilot, "p")
        assert_plain(app)


async def test_a_full_disk_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_drafts(tmp_path)
    text = path.read_text(encoding="utf-8")

    def full(*arguments: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    app = curating(path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        monkeypatch.setattr("quiz.bank.saving.write_synced", full)
        await press(pilot, "a")
        assert "no space left on device" in said(app)
        assert path.read_text(encoding="utf-8") == text
        assert here(app) == QUESTIONS[0].prompt
