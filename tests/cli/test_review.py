"""`quiz review` goes through a past session, also when its bank and article are gone."""

import shutil
from pathlib import Path

from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from tests.cli.conftest import SEED_BANK, Run
from tests.play.ostmole import begin, key_place, material, open_store


def test_the_newest_finished_session_is_told_in_lines_in_a_pipe(run: Run) -> None:
    for count in ("3", "2"):
        run("play", "--plain", SEED_BANK, "--count", count, "--seed", "7", say="1\n" * 3)
    run("play", "--plain", SEED_BANK, "--count", "4", "--seed", "7", say="1\n")
    told = run("review")
    assert told.returncode == 0
    assert "Session 2, practice" in told.stdout
    assert "Question 2 of 2." in told.stdout
    assert told.stdout.count("Your answer: ") == 2
    assert "Paragraph" in told.stdout
    assert "Question 3 of 3." in run("review", "1", "--plain").stdout


def test_without_a_session_one_sentence_says_so(run: Run) -> None:
    told = run("review")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("There is no finished session to review yet.")
    run("play", "--plain", SEED_BANK, "--player", "bo", "--count", "1", say="1\n")
    assert run("review", "--player", "ada").stdout == told.stdout
    assert "Session 1" in run("review", "--player", "bo").stdout


def test_a_session_that_does_not_exist_is_said(run: Run) -> None:
    told = run("review", "9")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "quiz: There is no session 9.\n"
    assert run("review", "0").returncode == 2


def test_the_evidence_is_there_when_bank_and_article_are_gone(run: Run, tmp_path: Path) -> None:
    for folder in ("questions", "seeds"):
        shutil.copytree(SEED_BANK.parent.parent / folder, tmp_path / folder)
    bank = tmp_path / "questions" / SEED_BANK.name
    run("play", "--plain", bank, "--count", "2", "--seed", "7", say="1\n1\n")
    before = run("review")
    for folder in ("questions", "seeds"):
        shutil.rmtree(tmp_path / folder)
    assert run("review").stdout == before.stdout
    assert "Paragraph" in before.stdout


def stored(tmp_path: Path) -> Store:
    (tmp_path / "home").mkdir(exist_ok=True)
    with Store.open(tmp_path / "home" / "scores.db"):
        return open_store(tmp_path / "home")


def test_an_exam_is_not_given_away_before_it_is_handed_in(run: Run, tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        recorded = RecordedSession.draw(store, material(), Wishes("ada", seed=1, mode="exam"))
        recorded.answer(recorded.session.current.parts[key_place(recorded)])
        told = run("review", "1")
        assert (told.returncode, told.stdout) == (1, "")
        assert "Session 1 is an exam that is not handed in yet" in told.stderr
        recorded.finish()
    told = run("review", "1")
    assert "Question 1 of 6. Detail." in told.stdout
    assert told.stdout.count("Not answered.") == 5


def test_of_a_practice_left_in_the_middle_only_what_was_answered_is_shown(run: Run, tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        recorded = begin(store)
        assert "No question of session 1 is answered yet." in run("review", "1").stderr
        recorded.answer(recorded.session.current.parts[key_place(recorded)])
        second = recorded.session.asked[1].question
    told = run("review", "1").stdout
    assert "Question 1 of 6." in told
    assert "Question 2 of 6." not in told
    assert second.prompt not in told


def test_questions_that_cannot_be_read_any_more_are_said(run: Run, tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        begin(store)
        store._connection.execute('UPDATE snapshot SET json = \'{"type": "riddle"}\'')
    told = run("review", "1")
    assert told.returncode == 1
    assert "this version of quiz cannot read" in told.stderr
    assert "Traceback" not in told.stderr
