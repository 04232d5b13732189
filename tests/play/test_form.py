"""The form of a session: what it offers, what its values do, and how many questions it leaves."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.play.form import Form, Row
from quiz.play.remembered import read_choice, write_choice
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from tests.play.ostmole import begin, key_place, material

ADA = Wishes("ada")


def row(form: Form, name: str) -> Row:
    (found,) = [row for row in form.rows() if row.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "step", "changed"),
    [
        ("mode", 1, {"mode": "exam"}),
        ("mode", -1, {"mode": "exam"}),
        ("count", 1, {"count": 11}),
        ("count", -1, {"count": 9}),
        ("count", -50, {"count": 1}),
        ("count", 5000, {"count": 1000}),
        ("certainty", 1, {"certainty": True}),
        ("closed_book", 1, {"closed_book": True}),
        ("only", 1, {"only": "missed"}),
        ("skills:detail", 1, {"skills": ("detail",)}),
        ("kinds:hedge", 1, {"kinds": ("hedge",)}),
    ],
)
def test_a_row_changes_one_wish(store: Store, name: str, step: int, changed: dict[str, object]) -> None:
    form = Form(store, material(), ADA)
    form.turn(row(form, name), step)
    more: dict[str, object] = changed
    assert form.wishes == replace(ADA, **more)  # type: ignore[arg-type]


def test_a_tick_is_taken_away_again(store: Store) -> None:
    form = Form(store, material(), ADA)
    for name in ("skills:source", "skills:detail", "skills:source"):
        form.turn(row(form, name), 1)
    assert form.wishes.skills == ("detail",)
    assert form.fit() == 2


def test_a_time_limit_is_for_exams_and_none_is_possible(store: Store) -> None:
    form = Form(store, material(), ADA)
    assert "minutes" not in {row.name for row in form.rows()}
    form.turn(row(form, "mode"), 1)
    said = []
    for step in (1, 1, -1, -1, -1):
        form.turn(row(form, "minutes"), step)
        said.append(row(form, "minutes").values[0])
    assert said == ["5 minutes", "10 minutes", "5 minutes", "no limit", "no limit"]


def test_digits_make_up_a_number_and_one_too_large_begins_anew(store: Store) -> None:
    form = Form(store, material(), ADA)
    counts = []
    for digit in "02500":
        form.type(row(form, "count"), digit)
        counts.append(form.wishes.count)
    assert counts == [10, 2, 25, 250, 250]
    form.left()
    form.type(row(form, "count"), "7")
    assert form.wishes.count == 7


def test_only_missed_ones_fit_where_that_is_chosen(store: Store) -> None:
    recorded = begin(store, count=2)
    recorded.answer(recorded.session.current.parts[(key_place(recorded) + 1) % 2])
    form = Form(store, material(), replace(ADA, only="missed"))
    assert (form.fit(), form.total) == (1, 6)


def test_a_remembered_kind_that_this_bank_has_not_is_shown_with_its_tick(store: Store) -> None:
    form = Form(store, material(), replace(ADA, kinds=("sequence",)))
    assert row(form, "kinds:sequence").ticked
    assert row(form, "kinds:sequence").values == ("0",)
    assert form.fit() == 0
    form.turn(row(form, "kinds:sequence"), 1)
    assert form.fit() == 6


CHOSEN = Wishes("ada", 7, ("hedge",), ("detail", "statement"), None, "exam", True, True, 20, "missed")


def test_what_was_chosen_comes_back_for_whoever_plays(tmp_path: Path) -> None:
    path = tmp_path / "data" / "choice.json"
    write_choice(path, CHOSEN)
    assert read_choice(path, Wishes("grace", seed=3)) == replace(CHOSEN, player="grace", seed=3)
    write_choice(path, ADA)
    assert read_choice(path, ADA) == ADA
    assert [file.name for file in path.parent.iterdir()] == ["choice.json"]


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"count": 0, "minutes": -1, "mode": "x", "only": [], "certainty": 1, "kinds": 3, "skills": [{}]}',
        '{"count": true, "count2": 1e400, "closed_book": "yes"}',
    ],
)
def test_a_damaged_memory_means_the_defaults(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "choice.json"
    path.write_text(damage, encoding="utf-8")
    assert read_choice(path, ADA) == ADA


def test_what_is_good_in_a_damaged_memory_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "choice.json"
    path.write_text('{"count": 5, "mode": "test", "kinds": ["hedge", "gone"]}', encoding="utf-8")
    assert read_choice(path, ADA) == replace(ADA, count=5, kinds=("hedge",))
