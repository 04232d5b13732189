"""What can be typed besides answers, in practice and in an exam, from a pipe and at a terminal."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.play.plain import Talk, play_plain
from quiz.play.plain.commands import COMMANDS
from quiz.play.plain.lines import Given, line_of
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store, StoreError
from tests.play.ostmole import EVERY_TYPE, QUESTIONS, key_place, material, wrong_place


class Played:
    """A session being played with some lines, and everything that was written."""

    def __init__(self, store: Store, *, person: bool = False, **wishes: Any) -> None:
        of = wishes.pop("of", QUESTIONS)
        raw = {"raw": wishes.pop("raw")} if "raw" in wishes else {}
        self.recorded = RecordedSession.draw(
            store, material(of, **raw), replace(Wishes("ada", seed=1), **wishes)
        )
        self.session = self.recorded.session
        self.person = person
        self.written: list[str] = []
        self.now = 0.0

    def say(self, *lines: str, seconds: float = 0.0) -> bool:
        """Play on with lines that take so many seconds each; tells whether it was finished."""
        waiting = iter(lines)

        def read(_: float | None) -> str | None:
            self.now += seconds
            return next(waiting, None)

        self.written = []
        return play_plain(self.recorded, Talk(read, self.written.append, self.person), lambda: self.now)

    @property
    def text(self) -> str:
        return "\n".join(self.written)

    def after(self, words: str) -> str:
        return self.text.split(words, 1)[1]

    @property
    def keys(self) -> list[str]:
        return [line_of(item, Given(item.key)) for item in self.session.asked]


def test_every_type_is_answered_by_its_line(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE)
    assert played.say(*played.keys)
    assert f"Result: {len(EVERY_TYPE)} of {len(EVERY_TYPE)} right." in played.text
    assert "To look at again" not in played.text


def test_what_is_partly_right_is_told_with_its_share_and_counted_in_marks(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE[1:2])
    two = played.session.asked[0].parts
    line = " ".join(str(two.index(text) + 1) for text in ("Mara Lindqvist", "Tomas Brandt"))
    assert played.say(line)
    assert "Partly right: 67 % of the mark. The article's answer: " in played.text
    assert "Result: 0 of 1 right. With what was partly right: 0.67 of 1 marks." in played.text


def test_a_passage_is_told_whole_and_its_parts_by_number(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE[5:])
    played.say()
    assert "The passage: Lindqvist said that the bridge reportedly moved once before" in played.text
    assert "1. Lindqvist said\n2. reportedly\n3. once\n4. nobody\n" in played.text


def test_a_match_is_told_as_letters_and_numbers(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE[3:4])
    played.say()
    assert "a. Mara Lindqvist\nb. Tomas Brandt\nc. Olav Renning\n1. " in played.text


def test_a_command_word_is_answered_with_the_sign_before_it(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE[4:5])
    played.say("skip", "=skip")
    assert "There is no other open question." in played.text
    assert [answer.response for answer in played.session.answers.values()] == ["skip"]


def test_what_is_skipped_comes_back_after_the_others(store: Store) -> None:
    played = Played(store, count=3)
    first, second, third = played.keys
    assert played.say("skip", second, third, first)
    assert [line for line in played.written if line.startswith("Question") and " of 3." in line] == [
        f"Question {number} of 3. {played.session.asked[number - 1].question.skill.capitalize()}."
        for number in (1, 2, 3, 1)
    ]
    assert "Result: 3 of 3 right." in played.text


def test_going_back_to_an_answered_question_explains_it_again_and_takes_no_other_answer(store: Store) -> None:
    played = Played(store, count=3)
    played.say(played.keys[0], "back", "2", "", "go 1", "next")
    assert len(played.session.answers) == 1
    assert "This question is answered already. Press Enter to go on" in played.text
    assert played.text.count("\nRight.\n") == 3
    assert played.written[-1] == "Stopped at question 2 of 3. Your answers are kept."


def test_turning_beyond_the_ends_is_said(store: Store) -> None:
    played = Played(store, count=2)
    played.say("back", "next", "next", "go 3", "go 0", "go x")
    assert "This is the first question." in played.text
    assert "This is the last question" in played.text
    assert played.text.count("Please type the number of a question, from 1 to 2.") == 3


def test_the_list_names_every_question_with_its_state(store: Store) -> None:
    played = Played(store, count=3)
    played.say(str(wrong_place(played.recorded) + 1), "flag", "list")
    lines = [line for line in played.written if line.startswith("Question") and ": " in line[:12]]
    assert [line.split(". ")[0] for line in lines] == [
        "Question 1: not right",
        "Question 2: open, flagged, you are here",
        "Question 3: open",
    ]


def test_flags_are_kept_and_taken_away(store: Store) -> None:
    played = Played(store)
    played.say("unflag", "flag", "flag", "again")
    assert "This question has no flag; “flag” gives it one." in played.text
    assert "is flagged already; “unflag” takes the flag away." in played.text
    assert "Detail. Flagged." in played.text or ". Flagged." in played.text
    assert RecordedSession.open(store, played.recorded.number).session.flags == {0}
    played.say("unflag")
    assert RecordedSession.open(store, played.recorded.number).session.flags == set()


def test_why_tells_the_reasons_of_every_option_of_what_was_answered(store: Store) -> None:
    played = Played(store, count=2)
    played.say("why", "1", "why", "why 2", "why 9")
    assert "The reasons are told after an answer." in played.text
    told = played.after("> ") if "> " in played.text else played.text
    item = played.session.asked[0]
    for place, option in enumerate(item.options, start=1):
        assert (
            f"\n{place}. {option.text}: {'right.' if option.correct else f'not right. {option.why}'}" in told
        )
    assert "Question 2 has no answer yet" in played.text
    assert "from 1 to 2." in played.text


def test_find_says_where_a_word_stands(store: Store) -> None:
    played = Played(store)
    played.say("find council", "find nowhere", "find COUNCIL meets")
    assert "“council” is in 2 parts of the article." in played.text
    assert "Paragraph 6: The town council meets on Thursday." in played.text
    assert "The article does not have “nowhere”." in played.text
    assert "“council meets” is in one part of the article." in played.text


def test_finishing_from_a_pipe_counts_what_is_open_as_not_answered(store: Store) -> None:
    played = Played(store, count=3)
    assert played.say(played.keys[0], "finish", "1")
    assert "Result: 1 of 3 right.\n2 questions were not answered." in played.text
    assert played.text.count("You: not answered.") == 2
    assert store.sessions()[0].finished is not None


def test_a_person_is_asked_once_before_finishing(store: Store) -> None:
    played = Played(store, count=3, person=True)
    assert played.say("finish", "what", "help", "no", "x", "YES")
    assert "3 questions are open and count as not answered. Finish now? Type yes or no." in played.text
    assert played.text.count("“yes” ends the session, “no” goes back to it") == 2
    assert "Result: 0 of 3 right." in played.text


LINES = st.one_of(
    st.sampled_from(
        [word for command in COMMANDS if command.name != "quit" for word in (*command.words, command.short)]
        + ["text 4", "find bridge", "go 2", "go 6", "why 1", "yes", "no", "low", "1", "2 @3", "b @1", "1 2"]
        + ["a1 b2 c3", "3 1 2 4", "=skip", "forty minutes", ""]
    ),
    st.text(max_size=12),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=40), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_whatever_is_typed_the_session_and_the_store_say_the_same(
    store: Store, lines: list[str], person: bool, exam: bool, certainty: bool, closed: bool
) -> None:
    played = Played(
        store,
        of=EVERY_TYPE,
        person=person,
        mode="exam" if exam else "practice",
        minutes=60 if exam else None,
        certainty=certainty,
        closed_book=closed,
    )
    finished = played.say(*lines, seconds=1)
    stored = RecordedSession.open(store, played.recorded.number)
    assert stored.session.answers.keys() == played.session.answers.keys()
    assert stored.session.flags == played.session.flags
    assert (store.session(stored.number).summary.finished is not None) is finished
    assert ("Result: " in played.text) is finished
    assert finished or "Your answers are kept." in played.written[-1]


# Exams ---------------------------------------------------------------------------------------------


def test_an_exam_tells_nothing_until_it_is_handed_in(store: Store) -> None:
    played = Played(store, count=2, mode="exam")
    assert not played.say("1", "why", "list", "quit")
    for word in ("Right.", "Not what", "right so far", "Result"):
        assert word not in played.text
    assert "In an exam the reasons are told after you hand in." in played.text
    assert "Question 1: answered." in played.text
    assert "Stopped at question 2 of 2." in played.text


def test_answers_of_an_exam_can_be_changed(store: Store) -> None:
    played = Played(store, count=2, mode="exam")
    wrong = str(wrong_place(played.recorded) + 1)
    first, second = played.keys
    assert played.say(wrong, second, "go 1", first, "hand in")
    assert f"Your answer so far: {wrong}. Another one takes its place; “next” keeps it." in played.text
    assert "\nChanged.\n" in played.text
    assert "Result: 2 of 2 right." in played.text


def test_without_an_open_question_an_exam_shows_its_list_where_numbers_are_questions(store: Store) -> None:
    played = Played(store, count=2, mode="exam", person=True)
    played.say("1", "1", "2", "next", "3", "skip", "quit")
    assert played.text.count("Every question has an answer.") == 2
    assert "Please type the number of a question, from 1 to 2, or “hand in”." in played.text
    assert "You are at the list of questions." in played.text
    assert played.written[-1] == "Stopped before handing in. Your answers are kept."
    assert len(store.answers(played.recorded.number)) == 2


def test_an_exam_without_open_questions_is_handed_in_when_a_pipe_ends_but_not_by_a_person(
    store: Store,
) -> None:
    piped, typed = Played(store, count=2, mode="exam"), Played(store, count=2, mode="exam", person=True)
    assert piped.say("1", "1")
    assert not typed.say("1", "1")
    assert not Played(store, count=2, mode="exam").say("1")


def test_after_an_exam_every_question_is_explained(store: Store) -> None:
    played = Played(store, count=3, mode="exam")
    first, _, third = played.keys
    assert played.say(first, "skip", third, "x")
    told = played.after("Result: 2 of 3 right.")
    assert "1 question was not answered." in told
    assert told.count("\nRight.\n") == 2
    for item in played.session.asked:
        assert item.question.explanation in told
    assert "Not answered. The article's answer: " in told


def test_time_is_told_when_little_is_left_and_hands_in_when_it_is_over(store: Store) -> None:
    played = Played(store, count=6, mode="exam", minutes=6)
    assert played.say("time", "1", "1", "1", "1", "1", seconds=90)
    assert "You have 6 minutes." in played.text
    assert [line for line in played.written if line.endswith(" left.")] == [
        "4 minutes left.",
        "3 minutes left.",
        "90 seconds left.",
    ]
    assert "The time is over. The exam is handed in as it stands." in played.text
    assert len(store.answers(played.recorded.number)) == 2
    assert store.session(played.recorded.number).used == pytest.approx(360)


def test_a_pause_takes_no_time(store: Store) -> None:
    played = Played(store, count=2, mode="exam", minutes=6)
    played.say("pause", "2", "", "time", seconds=60)
    assert "Paused; the clock stands still. Press Enter to go on." in played.text
    assert "4 minutes left." in played.text
    assert len(played.session.answers) == 0
    assert store.session(played.recorded.number).used == pytest.approx(180)


def test_an_answer_takes_the_time_its_question_was_there(store: Store) -> None:
    played = Played(store, count=2)
    first, second = played.keys
    played.say("skip", "text", second, first, seconds=2.5)
    assert [round(played.session.answers[place].seconds, 1) for place in (0, 1)] == [5.0, 5.0]


def test_the_time_of_somebody_who_leaves_is_written_down(store: Store) -> None:
    played = Played(store, count=2)

    def interrupt(_: float | None) -> str:
        played.now += 7
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play_plain(played.recorded, Talk(interrupt, played.written.append), lambda: played.now)
    assert store.session(played.recorded.number).used == pytest.approx(7)


# Certainty -----------------------------------------------------------------------------------------


def test_with_certainty_options_carry_letters_and_the_line_says_how_sure(store: Store) -> None:
    played = Played(store, count=1, certainty=True)
    letter = "abcdef"[key_place(played.recorded)]
    assert played.say(f"{letter} @3")
    assert "a. " in played.text
    assert "Type a letter from a to d and how sure you are, such as “b @2”, or “help”." in played.text
    assert "With high certainty: 1 of 1 right." in played.text
    assert store.answers(played.recorded.number)[0].certainty == 3


def test_a_person_is_asked_how_sure_and_may_take_the_answer_back(store: Store) -> None:
    played = Played(store, count=1, certainty=True, person=True)
    assert played.say("a", "help", "4", "back", "b", "medium")
    assert played.text.count("How sure are you? 1 low, 2 medium, 3 high.") == 2
    assert played.text.count("Type 1, 2 or 3, “back” to give another answer") == 2
    assert "Taken back." in played.text
    answer = store.answers(played.recorded.number)[0]
    assert (answer.response, answer.certainty) == (played.session.asked[0].parts[1], 2)


def test_a_pipe_is_not_asked_how_sure(store: Store) -> None:
    played = Played(store, count=1, certainty=True)
    assert played.say("a")
    assert "How sure" not in played.text
    assert store.answers(played.recorded.number)[0].certainty is None


# Closed book ---------------------------------------------------------------------------------------


def test_a_closed_book_is_read_first_and_closed_while_a_question_waits(store: Store) -> None:
    played = Played(store, count=2, closed_book=True, person=True)
    played.say("text 1", "skip", "", "text", "find bridge", "1", "find ferry", "", "quit")
    before, asked = played.text.split("Question 1 of 2.", 1)
    assert before.count("Paragraph 1. The swing bridge") == 2
    assert "The questions come after the article. Press Enter for the first one." in before
    assert asked.count("The article is closed while you answer.") == 2
    assert "The article is open now. Press Enter for the next question" in asked
    assert "“ferry” is in" in asked
    assert "Question 2 of 2." in asked


def test_from_a_pipe_the_article_comes_first_without_waiting(store: Store) -> None:
    played = Played(store, count=2, closed_book=True)
    assert played.say(*played.keys)
    assert played.text.index("Paragraph 16.") < played.text.index("Question 1 of 2.")


def test_in_an_exam_the_book_stays_closed_until_handing_in(store: Store) -> None:
    played = Played(store, count=2, closed_book=True, mode="exam")
    played.say("1", "text")
    assert "The article is closed until you hand in." in played.text


def test_without_an_article_there_is_none_to_close(store: Store) -> None:
    played = Played(store, count=1, closed_book=True, raw=None)
    played.say("text", "find x")
    assert "The quiz has no article, so there is none to close." in played.text
    assert played.text.count("This quiz has no article.") == 2


# Help ----------------------------------------------------------------------------------------------


def states() -> Iterable[tuple[dict[str, Any], tuple[str, ...]]]:
    """Sessions and the lines that lead to a prompt of each sort."""
    yield {}, ()
    yield {}, ("1", "back")
    yield {"mode": "exam"}, ()
    yield {"mode": "exam", "minutes": 20}, ()
    yield {"mode": "exam"}, ("1", "1")
    yield {"closed_book": True, "person": True}, ()
    yield {"closed_book": True, "person": True}, ("", "1")
    yield {"closed_book": True, "mode": "exam"}, ()


@pytest.mark.parametrize(("wishes", "lines"), states())
def test_help_names_exactly_the_commands_that_work_here(
    store: Store, wishes: dict[str, Any], lines: tuple[str, ...]
) -> None:
    for command in COMMANDS:
        if command.mode and (command.mode == "exam") != (wishes.get("mode") == "exam"):
            continue  # both words end a session of either sort; help names the usual one
        asked = Played(store, count=2, **wishes)
        asked.say(*lines, "help")
        example = {"go": "go 1", "find": "find bridge"}.get(command.words[0], command.words[0])
        used = Played(store, count=2, **wishes)
        used.say(*lines, example)
        refused = any(
            reason in used.text
            for reason in (
                "The article is closed",
                "are told after",
                "is answered already",
                "There is no time limit",
                "You are at the list",
                "The questions come after",
                "has no flag",
            )
        )
        assert (command.says in asked.text) is not refused, command.words


@pytest.mark.parametrize("item", EVERY_TYPE, ids=lambda item: item.type)
def test_help_says_how_this_question_is_answered(store: Store, item: Any) -> None:
    played = Played(store, of=[item])
    played.say("help")
    prompt = next(line for line in played.written if line.endswith("or “help”."))
    assert prompt.removesuffix(", or “help”.") + "." in played.written


def test_an_exams_answer_is_named_as_it_would_be_typed(store: Store) -> None:
    played = Played(store, count=2, mode="exam", certainty=True)
    played.say("b @1", "back")
    assert "Your answer so far: b @1. Another one takes its place" in played.text


def test_an_order_is_told_with_then(store: Store) -> None:
    played = Played(store, of=EVERY_TYPE[2:3])
    played.say(" ".join(reversed(played.keys[0].split())))
    assert (
        "Not what the article says. The article's answer: The bridge shifted; then The first train stopped "
        "short of the gap; then A crew measured the bridge; then The council meets."
    ) in played.text


def full_disk(*_: object) -> None:
    raise StoreError("The disk is full.")


def test_a_person_whose_answer_cannot_be_saved_is_told_and_types_it_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = Played(store, count=2, person=True)
    key = played.keys[0]
    with monkeypatch.context() as broken:
        broken.setattr(store, "record", full_disk)
        broken.setattr(store, "spend", full_disk)
        assert not played.say(key, "flag", "quit")
    refused = "The disk is full. What you typed is not saved; type it again to try once more."
    assert played.written.count(refused) == 1
    assert "Right." not in played.text
    assert "flagged" in played.text
    assert store.answers(played.recorded.number) == ()
    assert played.say(key, "", *played.keys[1:], "")
    assert store.sessions()[0].correct == 2


@pytest.mark.parametrize(
    ("method", "line", "done"),
    [("flag", "flag", "Question 1 is flagged."), ("finish", "hand in", "Result: 0 of 2 right.")],
)
def test_a_command_that_cannot_be_saved_says_so_and_can_be_given_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, method: str, line: str, done: str
) -> None:
    played = Played(store, count=2, person=True, mode="exam")
    with monkeypatch.context() as broken:
        broken.setattr(store, method, full_disk)
        assert not played.say(line, "yes", "quit")
        assert "What you typed is not saved; type it again to try once more." in played.text
        assert done not in played.text
    played.say(line, "yes", "quit")
    assert done in played.text


def test_an_end_that_cannot_be_saved_says_so_and_enter_tries_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = Played(store, count=1, person=True)
    with monkeypatch.context() as broken:
        broken.setattr(store, "finish", full_disk)
        assert not played.say(*played.keys)
        assert "The end of the session is not saved; press Enter to try once more." in played.text
        assert "Right." in played.text
    assert played.say("")
    assert store.sessions()[0].finished is not None


def test_from_a_pipe_an_answer_that_cannot_be_saved_ends_it_with_a_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = Played(store, count=2)
    played.say(played.keys[0])
    monkeypatch.setattr(store, "record", full_disk)
    with pytest.raises(StoreError, match="What you typed is not saved; every answer before is"):
        played.say(played.keys[1])
    assert store.sessions()[0].answered == 1
