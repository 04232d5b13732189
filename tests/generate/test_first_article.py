"""The article the library begins with, read as a careful reader reads it."""

from collections import Counter
from pathlib import Path

import pytest

from quiz.article import read_article
from quiz.generate.agree import read_facts
from quiz.generate.build import Draft, generate
from quiz.generate.facts import Reading
from tests.generate.articles import key

ARTICLE = Path(__file__).parents[2] / "seeds" / "who-inside-ice-is-leaking.txt"


@pytest.fixture(scope="module")
def read() -> Reading:
    return read_facts(read_article(ARTICLE))


@pytest.fixture(scope="module")
def draft() -> Draft:
    return generate(read_article(ARTICLE))


def test_exactly_two_people_are_quoted_with_their_full_words(read: Reading) -> None:
    quoted: dict[str, list[str]] = {}
    for fact in read.attributions:
        if fact.speech.form == "direct":
            assert fact.speaker is not None
            quoted.setdefault(fact.speaker.name, []).append(read.text(fact.speech.content))
    assert quoted == {
        "Kristi Noem": [
            "The FBI is so corrupt. We will work with any and every agency to stop leaks and prosecute these "
            "crooked deep state agents to the fullest extent of the law,"
        ],
        "Pam Bondi": [
            "Well, you know, if anyone leaks anything—people don’t understand that jeopardizes the lives of "
            "our great men and women in law enforcement, and if you leaked it, we will find out who you are, "
            "and we will come after you,",
            "It’s not going to stop our mission. It’s not going to stop the president’s mission to make "
            "America safe again.",
        ],
    }


def test_the_outlets_are_the_two_it_names(read: Reading) -> None:
    assert [outlet.name for outlet in read.outlets] == ["NBC News", "CBS News"]


def test_its_unnamed_sources_are_found_with_their_verbs(read: Reading) -> None:
    unnamed = {
        (read.text(fact.speech.source.span), read.text(fact.speech.cue))
        for fact in read.every_attribution
        if fact.speech.source.named == "unnamed"
    }
    assert unnamed >= {("critics", "argue"), ("reports", "suggest")}


def test_its_strict_hedges_are_found(read: Reading) -> None:
    strict = {read.text(hedge.span) for hedge in read.hedges if hedge.strict and not hedge.quoted}
    assert strict == {"allegedly", "reportedly"}


def test_its_abbreviations_are_spelled_out(read: Reading) -> None:
    assert {read.text(form.short): read.words(form.long) for form in read.short_forms} == {
        "ICE": "Immigration and Customs Enforcement",
        "DEA": "Drug Enforcement Administration",
        "ATF": "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    }


def test_offices_are_whole(read: Reading) -> None:
    offices = {person.name: {read.words(span) for span in person.offices} for person in read.people}
    assert offices["Kristi Noem"] == {"Department of Homeland Security Secretary"}
    assert offices["Pam Bondi"] == {"Attorney General"}


def test_it_gives_at_least_ten_questions_of_at_least_six_kinds(draft: Draft) -> None:
    assert len(draft.questions) >= 10
    assert len({question.kind for question in draft.questions}) >= 6


def test_every_piece_of_evidence_stands_in_the_article(draft: Draft) -> None:
    raw = draft.reading.article.raw
    for question in draft.questions:
        for evidence in question.evidence:
            assert raw.count(evidence.quote) >= evidence.occurrence


def test_every_wrong_option_has_its_reason_and_every_question_an_explanation(draft: Draft) -> None:
    for question in draft.questions:
        assert question.explanation
        assert all(option.why for option in question.options if not option.correct)


def test_keys_are_spread(draft: Draft) -> None:
    counts = Counter((question.kind, key(question)) for question in draft.questions)
    assert max(counts.values()) <= 2


def test_the_quiz_shouts_no_labels_of_either_side(draft: Draft) -> None:
    for question in draft.questions:
        outside = "".join(part.rpartition("”")[2] for part in question.prompt.split("“"))
        for word in ("illegal", "alien", "deep state", "crooked", "corrupt"):
            assert word not in outside.lower()
