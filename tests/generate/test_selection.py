"""Which questions make the bank, and that the same article always gives the same ones."""

import dataclasses
import os
import subprocess
import sys
from itertools import combinations

import pytest

from quiz.bank.kinds import KINDS
from quiz.bank.model import Choice
from quiz.generate.build import bank_of, generate, identifier_of
from quiz.generate.candidates import Candidate, Offer
from quiz.generate.facts import Span
from quiz.generate.select import MOST_OF_KIND, MOST_OF_ONE_KEY, SHARE_OF_VOICES, VOICES, select
from tests.generate.articles import article, key

RICH = article(
    "The International Bridge Office (IBO) measured the old bridge at Varnholm on Monday. "
    "Mayor Tomas Brandt closed it to lorries.",
    "“It moved three centimetres in one night,” Mara Lindqvist said.",
    "“The railing was never part of the contract,” said Tomas Brandt. “The harbour paid for that railing.”",
    "Ada Quill said: “Nobody has measured the bridge since May.”",
    "The bridge was closed to trams in 1998.",
    "Critics said the bridge was closed to trams far too late.",
    "The old bridge allegedly slipped towards the harbour during Monday’s storm.",
    "The Guardian sent a photographer and Reuters sent a drone to the harbour.",
    "Harbour Commissioner Ada Quill opened the northern gate at six.",
    "The town counted ninety trams on the bridge in 1997.",
    "Bo Marsh said the railing was painted green in 1996.",
)


def spans(question: Choice) -> list[tuple[int, int]]:
    found = []
    for evidence in question.evidence:
        start = -1
        for _ in range(evidence.occurrence):
            start = RICH.raw.index(evidence.quote, start + 1)
        found.append((start, start + len(evidence.quote)))
    return found


@pytest.fixture(params=[0, 1, 7])
def chosen(request: pytest.FixtureRequest) -> list[Choice]:
    return list(generate(RICH, seed=request.param).questions)


def test_a_rich_article_gives_many_kinds(chosen: list[Choice]) -> None:
    assert len({question.kind for question in chosen}) >= 7


def test_evidence_is_found_in_the_article_where_it_is_said_to_be(chosen: list[Choice]) -> None:
    for question in chosen:
        assert question.evidence
        assert all(RICH.raw[start:end] for start, end in spans(question))


def test_no_two_questions_rest_on_the_same_evidence(chosen: list[Choice]) -> None:
    for one, other in combinations(chosen, 2):
        assert spans(one) != spans(other)


def test_evidence_of_one_skill_does_not_overlap(chosen: list[Choice]) -> None:
    for one, other in combinations(chosen, 2):
        if KINDS[one.kind].skill == KINDS[other.kind].skill:
            assert all(a[1] <= b[0] or b[1] <= a[0] for a in spans(one) for b in spans(other))


def test_questions_come_in_the_order_of_the_article(chosen: list[Choice]) -> None:
    starts = [spans(question)[0][0] for question in chosen if question.status == "approved"]
    paragraphs = [RICH.blocks.index(block) for start in starts if (block := RICH.block_at(start)) is not None]
    assert paragraphs == sorted(paragraphs)


def test_no_answer_is_right_from_habit(chosen: list[Choice]) -> None:
    answers = [(question.kind, key(question)) for question in chosen]
    assert all(answers.count(answer) <= MOST_OF_ONE_KEY for answer in answers)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 10, 100])
def test_there_are_never_more_than_were_asked_for(count: int) -> None:
    draft = generate(RICH, count=count)
    assert len(draft.playable) <= count
    assert sum(question.kind in VOICES for question in draft.questions) <= max(
        1, int(count * SHARE_OF_VOICES)
    )


def test_what_was_left_over_is_counted() -> None:
    few, many = generate(RICH, count=2), generate(RICH, count=100)
    assert few.spare + len(few.questions) == many.spare + len(many.questions)


def test_ids_are_unique_and_survive_another_seed_and_count() -> None:
    first = generate(RICH, seed=0).questions
    keys = {question.id: key(question) for question in first}
    assert len(keys) == len(first)
    kept = [question for question in generate(RICH, seed=5, count=100).questions if question.id in keys]
    assert kept and all(key(question) == keys[question.id] for question in kept)


def test_twice_gives_the_same_bank() -> None:
    one, other = (bank_of(generate(RICH), identifier="bridge", file="bridge.txt") for _ in range(2))
    assert one == other


def test_the_seed_decides_where_there_is_a_choice() -> None:
    assert len({str(generate(RICH, seed=seed).questions) for seed in range(6)}) > 1


def proposed(kind: str, asks_about: Span, evidence: Span, answer: str, prompt: str = "Which?") -> Candidate:
    offers = (Offer(answer, correct=True), Offer("no", why="No."), Offer("none", why="No."))
    return Candidate(kind, prompt, offers, "Because.", (evidence,), asks_about, "a rule", ("rules",))


def test_of_two_questions_on_the_same_evidence_or_words_one_is_chosen() -> None:
    one = proposed("speaker", Span(0, 9), Span(0, 20), "a")
    same_evidence = proposed("claim_or_fact", Span(10, 19), Span(0, 20), "b")
    same_words = proposed("hedge", Span(0, 9), Span(0, 30), "c")
    apart = proposed("claim_or_fact", Span(40, 49), Span(40, 60), "d")
    assert len(select([one, same_evidence], 9)) == 1
    assert len(select([one, same_words], 9)) == 1
    assert select([one, apart], 9) == [one, apart]


def test_a_question_whose_options_answer_another_one_is_not_chosen_beside_it() -> None:
    asks = proposed("speaker", Span(0, 9), Span(0, 9), "a", "Who said “It moved a lot”?")
    tells = proposed("claim_or_fact", Span(40, 49), Span(40, 60), "“It moved a lot”")
    assert len(select([asks, tells], 9)) == 1


def test_the_widest_choice_of_kinds_wins() -> None:
    greedy = proposed("speaker", Span(0, 50), Span(0, 50), "a")
    first = proposed("quotation", Span(0, 9), Span(0, 9), "b")
    second = proposed("source_named", Span(20, 29), Span(20, 29), "c")
    assert select([greedy, first, second], 9) == [first, second]


def test_the_hash_seed_of_the_interpreter_changes_nothing() -> None:
    script = (
        "import sys;"
        "from quiz.article import article_from_text;"
        "from quiz.generate.build import bank_of, generate;"
        "from quiz.bank.rendering import render_bank;"
        "draft = generate(article_from_text(sys.stdin.read()));"
        "print(render_bank(bank_of(draft, identifier='b', file='b.txt')))"
    )
    banks = set()
    for hash_seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script],
            input=RICH.raw,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
        banks.add(done.stdout)
    assert len(banks) == 1


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("The Bridge That Moved", "the-bridge-that-moved"), ("Ærø – 2", "r-2"), ("???", "article")],
)
def test_an_identifier_is_made_from_any_name(name: str, identifier: str) -> None:
    assert identifier_of(name) == identifier


def test_kinds_that_are_soon_seen_through_stay_few() -> None:
    many = [
        proposed(kind, Span(at * 1000, at * 1000 + 10), Span(at * 1000, at * 1000 + 50), f"{kind} {at}")
        for kind, places in (("cloze", range(9)), ("number", range(20, 40)))
        for at in places
    ]
    kinds = [candidate.kind for candidate in select(many, 20)]
    assert kinds.count("cloze") == MOST_OF_KIND["cloze"]
    assert kinds.count("number") == 5


def test_a_question_that_quotes_who_is_credited_is_not_chosen_beside_the_one_that_asks_for_it() -> None:
    words = "“Varnholm is old”"
    asks = proposed("reported_source", Span(0, 9), Span(0, 30), "Mara Lindqvist", f"Who says {words}?")
    asks = dataclasses.replace(asks, key_in_prompt=True)
    tells = proposed("cloze", Span(20, 25), Span(0, 40), "old", "Which? “Varnholm is ___, says Lindqvist”")
    elsewhere = proposed("cloze", Span(90, 95), Span(80, 99), "old", "Which? “Lindqvist is ___”")
    assert len(select([asks, tells], 9)) == 1
    assert len(select([asks, elsewhere], 9)) == 2


def test_offices_that_were_sorted_once_are_not_sorted_again() -> None:
    def role(at: int, answer: str) -> Candidate:
        offers = tuple(
            Offer(text, correct=text == answer, why=None if text == answer else "No.")
            for text in ("the pilot", "the cook", "the engineer")
        )
        place = Span(at, at + 9)
        return Candidate("role", "What?", offers, "Because.", (place,), place, "a rule", ("rules",))

    assert len(select([role(0, "the pilot"), role(500, "the cook")], 9)) == 1
