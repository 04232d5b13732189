"""How hard a question is by what lies between it and its answer, from 1 to 5."""

from dataclasses import replace

from quiz.generate.candidates import Candidate, Offer
from quiz.generate.difficulty import difficulty
from quiz.generate.facts import Reading, Span
from quiz.generate.kinds import kinds
from tests.generate.articles import reading
from tests.generate.solving import all_proposed

READ = reading(
    "“It moved three centimetres in one night,” Mara Lindqvist said.",
    "Tomas Brandt and Ada Quill came to the gate. “The railing was never ours,” Bo Marsh said. He left.",
)


def _span(text: str, read: Reading = READ) -> Span:
    start = read.article.raw.index(text)
    return Span(start, start + len(text))


def _asked(prompt: str, key: str, *evidence: str) -> Candidate:
    spans = tuple(_span(text) for text in evidence)
    offers = (
        Offer(key, correct=True),
        Offer("Tomas Brandt", why="No."),
        Offer("Ada Quill", why="No."),
    )
    return Candidate(
        kind="speaker",
        prompt=prompt,
        offers=offers,
        explanation="",
        evidence=spans,
        asks_about=spans[0],
        rule="quote.after",
        witnesses=("rules",),
    )


LIND = "“It moved three centimetres in one night,” Mara Lindqvist said."
MARSH = "“The railing was never ours,” Bo Marsh said."
EASY = _asked("Who said this? “It moved three centimetres in one night”", "Mara Lindqvist", LIND)


def test_an_answer_beside_the_words_that_the_prompt_quotes_is_the_easiest() -> None:
    assert difficulty(EASY, READ) == 1


def test_evidence_in_two_sentences_is_a_step() -> None:
    two = _asked("Who said this? “The railing was never ours”", "Mara Lindqvist", LIND, "He left.")
    assert difficulty(replace(two, prompt=EASY.prompt, offers=EASY.offers[:1]), READ) == 2


def test_other_options_in_the_same_paragraph_are_a_step() -> None:
    crowded = _asked("Who said this? “The railing was never ours”", "Bo Marsh", MARSH)
    assert difficulty(crowded, READ) == 2
    one_left = replace(crowded, offers=(*crowded.offers[:2], Offer("Ida Voss", why="No.")))
    assert difficulty(one_left, READ) == 1


def test_a_key_that_the_evidence_does_not_have_is_a_step() -> None:
    assert difficulty(replace(EASY, offers=(Offer("The engineer", correct=True),)), READ) == 2


def test_a_prompt_that_does_not_lead_to_the_place_is_a_step() -> None:
    assert difficulty(replace(EASY, prompt="Which of these people is quoted?"), READ) == 2


def test_a_prompt_in_the_words_of_the_evidence_leads_there_without_marks() -> None:
    assert difficulty(replace(EASY, prompt="Who said that it moved three centimetres in a night?"), READ) == 1


def test_all_steps_together_are_the_hardest() -> None:
    hard = _asked("Who is heard?", "The engineer", "“The railing was never ours,” Bo Marsh said. He left.")
    assert difficulty(hard, READ) == 5


def test_every_question_lies_on_the_scale_and_the_scale_is_used() -> None:
    found = {difficulty(candidate, read) for candidate, read in all_proposed()}
    assert found <= {1, 2, 3, 4, 5}
    assert len(found) >= 3
    assert {candidate.kind for candidate, _ in all_proposed()} <= set(kinds())
