"""A bank beside the editor: every save is on screen; what is wrong is said and the last good view stays."""

from pathlib import Path

import pytest

from quiz.ui.widgets.answer_line import AnswerLine
from quiz.ui.widgets.article_view import BAR, ArticleView
from tests.play.ostmole import MATCH, MULTIPLE, ORDER, QUESTIONS, TYPED, write_bank
from tests.ui.driving import NARROW, WIDE, keys, lines, press, shown, until, words
from tests.ui.proofs import findings, here, previewing, proofing, settled
from tests.ui.test_hostile import ALL, assert_plain, hostile_article, hostile_question

SIZES = [WIDE, NARROW, (60, 20), (40, 12)]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_save_is_on_screen_at_the_question_that_was_changed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=size) as pilot:
        assert here(app) == QUESTIONS[0].prompt
        replace(path, QUESTIONS[2].prompt, "Who greased the wheels of the bridge?")
        await until(pilot, lambda: here(app) == "Who greased the wheels of the bridge?")
        assert "Who greased the wheels of the bridge?" in words(app)


async def test_a_question_that_is_added_is_turned_to(tmp_path: Path) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=NARROW) as pilot:
        write_bank(tmp_path, questions=[*QUESTIONS, MULTIPLE])
        await until(pilot, lambda: here(app) == MULTIPLE.prompt)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_broken_file_keeps_the_last_good_view_and_says_where_it_is_broken(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "n")
        line = path.read_text(encoding="utf-8").split("    kind: ")[0].count("\n") + 1
        replace(path, "    kind: ", "    knid: ")
        await until(pilot, lambda: proofing(app).proof.problems)  # type: ignore[union-attr]
        said = "".join("".join(lines(app)).split())
        assert f"✗ostmole.yaml:{line}:5:unknownkey“knid”" in said
        assert here(app) == QUESTIONS[1].prompt
        assert QUESTIONS[1].prompt.split()[0] in shown(app)
        replace(path, "    knid: ", "    kind: ")
        await until(pilot, lambda: not proofing(app).proof.problems)  # type: ignore[union-attr]
        assert "✗ ostmole" not in shown(app)


async def test_a_bank_that_is_broken_from_the_start_is_shown_once_it_is_mended(tmp_path: Path) -> None:
    path = write_bank(tmp_path)
    replace(path, "title: ", "titel: ")
    app = previewing(path)
    async with app.run_test(size=NARROW) as pilot:
        assert "did you mean “title”?" in words(app)
        assert "next" not in keys(app)
        await press(pilot, "n", "p", "v", "f", "enter", "tab", "down", "space")
        replace(path, "titel: ", "title: ")
        await until(pilot, lambda: here(app) == QUESTIONS[0].prompt)


async def test_a_file_that_goes_away_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=NARROW) as pilot:
        text = path.read_text(encoding="utf-8")
        path.unlink()
        await until(pilot, lambda: proofing(app).proof.problems)  # type: ignore[union-attr]
        assert "the file does not exist" in words(app)
        path.write_text(text, encoding="utf-8")
        await until(pilot, lambda: not proofing(app).proof.problems)  # type: ignore[union-attr]
        assert here(app) == QUESTIONS[0].prompt


async def test_a_question_is_seen_unanswered_answered_right_and_answered_wrong(tmp_path: Path) -> None:
    app = previewing(write_bank(tmp_path))
    async with app.run_test(size=WIDE) as pilot:
        assert QUESTIONS[0].explanation.split(".")[0] not in words(app)
        await press(pilot, "v")
        assert "(right)" in shown(app)
        await press(pilot, "v")
        assert "(your answer)" in shown(app)
        await press(pilot, "v")
        assert "(your answer)" not in shown(app)


@pytest.mark.parametrize("question", [MULTIPLE, ORDER, MATCH, TYPED], ids=lambda question: question.type)
async def test_every_type_is_seen_in_every_state(tmp_path: Path, question: object) -> None:
    app = previewing(write_bank(tmp_path, questions=[question]))  # type: ignore[list-item]
    async with app.run_test(size=NARROW) as pilot:
        seen = {shown(app)}
        for _ in range(2):
            await press(pilot, "v")
            seen.add(shown(app))
        assert len(seen) == 3


async def test_the_evidence_is_lit_in_the_article_and_reading_on_is_not_disturbed_by_a_save(
    tmp_path: Path,
) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=WIDE) as pilot:
        assert BAR in shown(app)
        view = app.screen.query_one(ArticleView)
        await press(pilot, *["n"] * 3)
        view.scroll_home(animate=False)
        await pilot.pause()
        replace(path, QUESTIONS[3].explanation[:20], "Look, " + QUESTIONS[3].explanation[:14])
        await until(pilot, lambda: "Look, " in proofing(app).question.explanation)  # type: ignore[union-attr]
        assert view.scroll_offset.y == 0


async def test_findings_lead_to_their_question(tmp_path: Path) -> None:
    path = write_bank(tmp_path)
    replace(path, QUESTIONS[2].prompt, "Who do you not think claimed it?")
    app = previewing(path)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot, app)
        await press(pilot, "f")
        found = [one for one in proofing(app).found if one.question == 2]
        assert found
        while here(app) != "Who do you not think claimed it?":
            await press(pilot, "f")
        assert findings(app).marked in found
        assert f"{found[0].line}:{found[0].column} {found[0].code}" in words(app)
        await press(pilot, "p")
        place = proofing(app).found.index(found[0])
        await press(pilot, *["up"] * len(proofing(app).found), *["down"] * place, "enter")
        assert here(app) == "Who do you not think claimed it?"


async def test_the_keys_turn_through_all_questions_and_round_the_ends(tmp_path: Path) -> None:
    app = previewing(write_bank(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        seen = [here(app)]
        for key in ["n", "right", "right_square_bracket"] * len(QUESTIONS):
            await press(pilot, key)
            seen.append(here(app))
        assert seen[: len(QUESTIONS) + 1] == [*(one.prompt for one in QUESTIONS), QUESTIONS[0].prompt]
        for key in ("p", "left", "left_square_bracket"):
            before = proofing(app).index
            await press(pilot, key)
            assert proofing(app).index == (before - 1) % len(QUESTIONS)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_texts_stay_texts(tmp_path: Path, size: tuple[int, int]) -> None:
    question = hostile_question(ALL)
    path = write_bank(tmp_path, questions=[question], title=f"Title {ALL}", raw=hostile_article(ALL))
    app = previewing(path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        for key in ("v", "v", "tab", "tab", "down", "enter", "f", "space", "pageup", "question_mark"):
            await press(pilot, key)
            assert_plain(app)
        await press(pilot, "escape")
        replace(path, "    kind: ", "    “kn[/]d”\\x1b: ")
        await until(pilot, lambda: proofing(app).proof.problems)  # type: ignore[union-attr]
        assert_plain(app)


async def test_the_preview_leaves_with_q(tmp_path: Path) -> None:
    app = previewing(write_bank(tmp_path))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "q")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert app.return_code in (0, None)


async def test_every_size_can_be_worked_in(tmp_path: Path) -> None:
    app = previewing(write_bank(tmp_path))
    async with app.run_test(size=WIDE) as pilot:
        for size in ((40, 12), (36, 9), (20, 5), (80, 24), (120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await press(pilot, "tab", "v", "n")
            if size[0] >= 36:
                assert "help" in keys(app)


async def test_a_marked_finding_stays_marked_while_the_question_is_looked_at(tmp_path: Path) -> None:
    path = write_bank(tmp_path)
    app = previewing(path)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot, app)
        await press(pilot, "down", "down")
        marked = findings(app).marked
        assert marked is not None
        await press(pilot, "v", "v")
        assert findings(app).marked is marked


async def test_a_line_to_type_in_takes_no_keys(tmp_path: Path) -> None:
    app = previewing(write_bank(tmp_path, questions=[TYPED, *QUESTIONS]))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.click(AnswerLine)
        await press(pilot, "n")
        assert here(app) == QUESTIONS[0].prompt
