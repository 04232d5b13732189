"""Playing in lines: a transcript in, a transcript out."""

from pathlib import Path

import pytest

from quiz.play.plain import Talk, play_plain
from quiz.play.recorded import RecordedSession
from quiz.scores.store import Store, StoreError
from tests.play.ostmole import FORBIDDEN, HOSTILE, QUESTIONS, begin, key_place, option, question
from tests.scores.examples import Clock, answer, start


def play(recorded: RecordedSession, *lines: str, person: bool = False) -> tuple[bool, str]:
    """Whether it was finished, and everything that was written."""
    waiting = iter(lines)
    written: list[str] = []
    finished = play_plain(recorded, Talk(lambda _: next(waiting, None), written.append, person))
    return finished, "\n".join(written)


def right_answers(store: Store, count: int = 10) -> list[str]:
    """The numbers of the keys in a session like the one about to be played."""
    recorded = begin(store, count=count)
    return [str(item.parts.index(str(item.key)) + 1) for item in recorded.session.asked]


def test_a_whole_session_reads_like_this(store: Store) -> None:
    recorded = begin(store, count=2)
    first, second = recorded.session.asked
    wrong = next(place for place, one in enumerate(second.options) if not one.correct)
    finished, transcript = play(recorded, str(key_place(recorded) + 1), str(wrong + 1))
    assert finished
    assert transcript == "\n".join(
        [
            "The bridge that moved. 2 questions about an article of 388 words, about 2 minutes to read.",
            "Type your answer and press Enter; “text” reads the article, “help” says more.",
            "",
            "Question 1 of 2. Detail.",
            "According to the article, how far did the bridge shift?",
            *(f"{number}. {one.text}" for number, one in enumerate(first.options, start=1)),
            "Type a number from 1 to 4, or “help”.",
            "Right.",
            "Paragraph 1: shifted eleven centimetres in one night",
            "Paragraph 1 has the number right after the verb.",
            *(f"Not “{one.text}”: {one.why}" for one in first.options if not one.correct),
            "A number means something only with its unit and its subject.",
            "",
            "Question 2 of 2. Source.",
            "According to the article, who said: “It will not move again”?",
            *(f"{number}. {one.text}" for number, one in enumerate(second.options, start=1)),
            "Type a number from 1 to 3, or “help”.",
            "Not what the article says. The article's answer: Mara Lindqvist",
            "Paragraph 2: “It will not move again,” Mara Lindqvist, the board's chief engineer, told"
            " reporters.",
            "Paragraph 2 gives these words to Mara Lindqvist: “told” follows her name and office.",
            *(f"Not “{one.text}”: {one.why}" for one in second.options if not one.correct),
            "A quotation is only as good as the name beside it.",
            "",
            "Result: 1 of 2 right.",
            "Detail: 1 of 1.",
            "Source: 0 of 1.",
            "With so few answers a skill's share says little yet.",
            "To look at again:",
            "Question 2. According to the article, who said: “It will not move again”?",
            f"You: {second.options[wrong].text}.",
            "The article's answer: Mara Lindqvist",
            "Paragraph 2: “It will not move again,” Mara Lindqvist, the board's chief engineer, told"
            " reporters.",
        ]
    )


@pytest.mark.parametrize("person", [True, False])
def test_a_round_number_of_questions_is_told_once_and_to_no_pipe(tmp_path: Path, person: bool) -> None:
    clock = Clock()
    with Store.open(tmp_path / "scores.db", clock) as store:
        earlier = store.begin(start(9))
        for position in range(9):
            store.record(earlier, answer(position))
        told = "You have now answered 10 different questions."
        clock.wait(minutes=1)
        _, transcript = play(begin(store, count=2), "1", "1", person=person)
        assert transcript.splitlines().count(told) == person
        clock.wait(minutes=1)
        _, transcript = play(begin(store, count=2, seed=2), "1", "1", person=person)
        assert told not in transcript


def test_the_result_is_told_also_when_the_history_cannot_be_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    recorded = begin(store, count=1)
    monkeypatch.setattr(store, "places_met", fail)
    assert "Result: " in play(recorded, "1")[1]


def test_the_same_seed_gives_the_same_transcript(store: Store) -> None:
    lines = ["text", "2", "again", "1", "b", "9", "a", "2", "1", "1"]
    assert play(begin(store, seed=5), *lines) == play(begin(store, seed=5), *lines)


def test_every_answer_is_in_the_store(store: Store) -> None:
    recorded = begin(store)
    finished, transcript = play(recorded, *right_answers(store))
    assert finished
    assert f"Result: {len(QUESTIONS)} of {len(QUESTIONS)} right." in transcript
    assert "To look at again" not in transcript
    summary = next(one for one in store.sessions() if one.id == recorded.number)
    assert (summary.answered, summary.correct) == (len(QUESTIONS), len(QUESTIONS))
    assert summary.finished is not None


@pytest.mark.parametrize(
    "line",
    [
        "0",
        "9",
        "",
        "  ",
        "é",
        "²",
        "-1",
        "1.0",
        "1 2",
        "g",
        "z",
        "１",
        "9" * 10_000,
        "x" * 10_000,
        "\x00",
        "[/]",
    ],
)
def test_a_line_that_is_no_answer_is_told_what_is_possible_and_the_next_line_counts(
    store: Store, line: str
) -> None:
    recorded = begin(store)
    count = len(recorded.session.current.options)
    _, transcript = play(recorded, line + "\n", "1\n")
    assert f"Please type a number from 1 to {count} or a letter from a to {'abcdef'[count - 1]}" in transcript
    assert len(transcript) < 3_000
    assert len(store.answers(recorded.number)) == 1


@pytest.mark.parametrize("line", ["2", " 2 ", "02", "b", "B", "b\r\n"])
def test_numbers_and_letters_choose(store: Store, line: str) -> None:
    recorded = begin(store)
    second = recorded.session.current.options[1].text
    play(recorded, line)
    assert [answer.response for answer in store.answers(recorded.number)] == [second]


def test_a_letter_beyond_the_options_is_no_answer(store: Store) -> None:
    recorded = begin(store, questions=QUESTIONS[2:3])
    _, transcript = play(recorded, "c")
    assert "a letter from a to b" in transcript
    assert store.answers(recorded.number) == ()


def test_text_reads_the_article_and_counts_its_paragraphs(store: Store) -> None:
    _, transcript = play(begin(store), "text")
    assert "\nThe bridge that moved\nBy Ines Falk\nParagraph 1. The swing bridge" in transcript
    assert "\nWhat the morning showed\nParagraph 4. The first train" in transcript
    assert "Paragraph 16. The board will publish" in transcript


def test_text_4_reads_that_paragraph_alone(store: Store) -> None:
    _, transcript = play(begin(store), "text 4")
    assert "Paragraph 4. The first train of the day stopped short" in transcript
    assert "Paragraph 5." not in transcript
    assert "Paragraph 3." not in transcript


@pytest.mark.parametrize("wanted", ["99", "0", "four", "-1", "²"])
def test_a_paragraph_that_is_not_there_is_answered_with_those_that_are(store: Store, wanted: str) -> None:
    _, transcript = play(begin(store), f"text {wanted}")
    assert "The article has paragraphs 1 to 16." in transcript


def test_without_an_article_text_says_so(store: Store) -> None:
    _, transcript = play(begin(store, raw=None), "text")
    assert "This quiz has no article." in transcript


def test_help_says_what_can_be_typed(store: Store) -> None:
    _, transcript = play(begin(store), "help")
    for word in ("text 4", "again", "help", "quit"):
        assert word in transcript


def test_again_repeats_the_question(store: Store) -> None:
    recorded = begin(store)
    prompt = recorded.session.current.question.prompt
    _, transcript = play(recorded, "again")
    assert transcript.count(prompt) == 2
    assert transcript.count("Question 1 of 6.") == 2


@pytest.mark.parametrize("lines", [("1", "quit"), ("1", "q"), ("1",), ("1", "QUIT\n")])
def test_leaving_early_keeps_what_was_answered(store: Store, lines: tuple[str, ...]) -> None:
    recorded = begin(store)
    finished, transcript = play(recorded, *lines)
    assert not finished
    assert transcript.endswith("Stopped at question 2 of 6. Your answers are kept.")
    assert len(store.answers(recorded.number)) == 1
    assert store.sessions()[0].finished is None


def test_going_on_says_where_and_how_it_stands(store: Store) -> None:
    recorded = begin(store)
    play(recorded, right_answers(store)[0], "quit")
    _, transcript = play(RecordedSession.open(store, recorded.number))
    assert "You go on; 1 of 6 answered; 1 right so far." in transcript
    assert "Question 2 of 6." in transcript
    assert "Question 1 of 6." not in transcript


def test_one_question_is_one_question(store: Store) -> None:
    _, transcript = play(begin(store, count=1))
    assert "The bridge that moved. 1 question about" in transcript


def test_an_answer_that_cannot_be_saved_is_not_explained(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    recorded = begin(store)
    written: list[str] = []
    monkeypatch.setattr(store, "record", fail)
    with pytest.raises(StoreError):
        play_plain(recorded, Talk(lambda _: "1", written.append))
    assert not any("Right." in line or "Not what" in line for line in written)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_bank_says_reaches_the_screen_as_plain_characters(store: Store, text: str) -> None:
    raw = f"The bridge that moved\n\nThe board said so: {text}\n\nNobody else said anything on that day.\n"
    asked = question(
        "speaker-1",
        "speaker",
        f"Who? {text}",
        option(f"board {text}"),
        option(f"ferry {text}", f"It is not there: {text}"),
        quote=f"The board said so: {text}",
        says=f"It says so: {text}",
    )
    recorded = begin(store, questions=[asked], title=f"Title {text}", raw=raw)
    finished, transcript = play(recorded, "help", "text", "text 1", text.split()[0], "2", "1")
    assert finished
    assert not set(transcript) & set(FORBIDDEN)
    if text.isascii() and text.isprintable():
        for place in ("Title", "Who?", "board", "ferry", "It says so:", "It is not there:"):
            assert f"{place} {text}" in transcript
