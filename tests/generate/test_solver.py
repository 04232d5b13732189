"""Every question is answered anew from the whole article; a second right answer makes it go."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.article import article_from_text
from quiz.generate.agree import read_facts
from quiz.generate.candidates import Candidate, Offer
from quiz.generate.facts import Reading
from quiz.generate.gaps import GAP
from quiz.generate.kinds import answering, kinds
from quiz.generate.kinds.cause_stated import OWN_VOICE as OWN_CAUSE
from quiz.generate.kinds.claim_or_fact import OWN_VOICE
from quiz.generate.kinds.headline_body import SAME
from quiz.generate.kinds.quote_form import OPTIONS as FORMS
from quiz.generate.kinds.source_named import OPTIONS as WAYS
from quiz.generate.solve import unsolved
from quiz.generate.solve.found import shown
from tests.generate.articles import CLOSING, reading
from tests.generate.solving import all_proposed, proposed

LIND = "“It moved three centimetres in one night, and it will move again,” Mara Lindqvist said."
BRANDT = "“The railing was never part of the contract we signed,” said Tomas Brandt."
QUILL = "Ada Quill said: “Nobody has measured the bridge or the gate since May.”"

INVENTED: dict[str, tuple[str, ...]] = {
    "reporting_verb": ("Mara Lindqvist argued that the bridge was closed to lorries in 1998.",),
    "cause_stated": ("The bridge was closed to trams because the railing had rusted through.",),
    "not_quoted": (
        LIND,
        BRANDT,
        "Mayor Bo Marsh opened the bridge. In 1998 Mayor Bo Marsh closed the harbour.",
    ),
    "sequence": (
        "The new bridge was opened to trams in 2007.",
        "The old bridge was closed to lorries in 1998.",
        "In March 2003 the town bought the harbour from a railway company.",
    ),
    "outlet_named": ("The Guardian sent a photographer to the bridge.",),
    "quotation_marks": (
        "The board called it a “temporary measure” in May.",
        "There is a local footpath, the northern railing, a painted gate and an ancient hall. It is shut.",
    ),
}
"""Articles for kinds about which those kept with the tests say little or nothing."""


def _words(candidate: Candidate) -> str:
    return shown(candidate.prompt).strip("“”").rstrip(".")


def _wrong(candidate: Candidate) -> str:
    return next(offer.text for offer in candidate.offers if not offer.correct)


def _filled(candidate: Candidate) -> str:
    return f"{_words(candidate).replace(GAP, _wrong(candidate))}."


def _said(candidate: Candidate) -> str:
    return f"“{_words(candidate)},” {_wrong(candidate)} said on Monday."


def _quoted_again(candidate: Candidate) -> str:
    match = re.search(r"(?:did (?P<one>.+) say|give to (?P<other>.+))\?", candidate.prompt)
    assert match
    return f"{_wrong(candidate).rstrip('”')},” {match['one'] or match['other']} said on Monday."


def _source_again(candidate: Candidate) -> str:
    if candidate.key == WAYS["named"]:
        return f"“{_words(candidate)},” critics said."
    return f"“{_words(candidate)},” Mara Lindqvist said."


def _in_other_voice(candidate: Candidate) -> str:
    own = candidate.key in (OWN_VOICE, OWN_CAUSE, SAME)
    return f"Mara Lindqvist said that {_words(candidate)}." if own else f"{_words(candidate)}."


def _in_other_form(candidate: Candidate) -> str:
    if candidate.key == FORMS["direct"]:
        return f"Mara Lindqvist said that {_words(candidate)}."
    return f"“{_words(candidate)},” Mara Lindqvist said."


def _told(candidate: Candidate) -> str:
    other = _wrong(candidate)
    if other.split()[0] in ("In", "On", "At", "By", "During", "Through", "Over", "To", "Via"):
        return f"{other}, Mara Lindqvist said that {_words(candidate)}."
    return f"“{_words(candidate)},” Mara Lindqvist told {other}."


def _dated(candidate: Candidate) -> str:
    year = 1801 if "earliest" in candidate.prompt else 2024
    return f"{_wrong(candidate).strip('“”').capitalize()} in {year}."


def _office(candidate: Candidate) -> str:
    name = max(re.findall(r"[A-Z][\w’.-]+(?: [A-Z][\w’.-]+)+", candidate.prompt), key=len)
    return f"The people of the town met {_wrong(candidate)} {name} at the gate."


DECOYS: dict[str, Callable[[Candidate], str]] = {
    "acronym": lambda c: f"The {_wrong(c)} has a staff of nine.",
    "cause_stated": _in_other_voice,
    "claim_or_fact": _in_other_voice,
    "cloze": _filled,
    "headline_body": _in_other_voice,
    "name": _filled,
    "not_quoted": lambda c: f"“The works will begin in the spring,” {c.key} said.",
    "number": lambda c: (
        _filled(c)
        if GAP in c.prompt
        else f"{_wrong(c).capitalize()} {re.findall('many (.*)[?]', c.prompt)[0]}."
    ),
    "outlet_named": lambda c: f"It was first reported by {c.key if 'NOT' in c.prompt else _wrong(c)} in May.",
    "quotation": _quoted_again,
    "quotation_marks": lambda c: f"They call it a “{_wrong(c)}” in the town.",
    "quote_form": _in_other_form,
    "reported_source": lambda c: f"{_wrong(c)} said that {_words(c)}.",
    "reporting_verb": lambda c: f"“{_words(c)},” Mara Lindqvist {_wrong(c)}.",
    "role": _office,
    "role_holder": lambda c: f"{_wrong(c)}, {_words(c)}, met the people of the town at the gate.",
    "sequence": _dated,
    "source_named": _source_again,
    "speaker": _said,
    "told_whom": _told,
    "when_where": _filled,
}
"""For each kind what would make a wrong option right, or the key wrong, if it stood at the article's end.

The other kinds ask about the words of one sentence alone; the rest of the article cannot change them.
"""
MOST = 4
"""Candidates of a kind that are tried with a decoy."""

OF_ONE_SENTENCE = {"checkable", "hedge", "loaded_language", "pronoun"}


def _with(decoy: str, read: Reading) -> Reading:
    return read_facts(article_from_text(f"{read.article.raw.rstrip()}\n\n{decoy}\n\n{CLOSING}\n"))


def _candidates(kind: str) -> list[tuple[Candidate, Reading]]:
    invented = reading(*INVENTED[kind]) if kind in INVENTED else None
    own = [(candidate, invented) for candidate in proposed(invented, kind)] if invented else []
    return own + [pair for pair in all_proposed() if pair[0].kind == kind and not unsolved(*pair)]


def test_every_kind_can_be_answered_anew_and_has_a_decoy() -> None:
    assert set(answering()) == set(kinds())
    assert set(DECOYS) | OF_ONE_SENTENCE == set(kinds())


@pytest.mark.parametrize("kind", sorted(DECOYS))
def test_a_second_right_answer_elsewhere_makes_the_question_go(kind: str) -> None:
    candidates = _candidates(kind)
    assert candidates
    for candidate, read in candidates[:MOST]:
        decoy = DECOYS[kind](candidate)
        assert unsolved(candidate, _with(decoy, read)), f"{candidate.prompt}\n{candidate.texts}\n{decoy}"


@pytest.mark.parametrize("kind", sorted(INVENTED))
def test_without_the_decoy_the_question_stands(kind: str) -> None:
    read = reading(*INVENTED[kind])
    found = list(proposed(read, kind))
    assert found
    assert [unsolved(candidate, read) for candidate in found] == [None] * len(found)


def test_a_key_that_is_exchanged_for_a_wrong_option_does_not_come_out() -> None:
    missed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for candidate, read in all_proposed():
        if unsolved(candidate, read):
            continue
        for wrong in candidate.offers:
            if not wrong.correct:
                asked[candidate.kind] += 1
                missed[candidate.kind] += unsolved(_exchanged(candidate, wrong), read) is None
    assert sum(asked.values()) > 300
    assert +missed == Counter()


def _exchanged(candidate: Candidate, key: Offer) -> Candidate:
    """The same question with another option for its key."""
    offers = tuple(
        replace(offer, correct=offer == key, why=None if offer == key else "No.")
        for offer in candidate.offers
    )
    return replace(candidate, offers=offers)


def _asked(kind: str, *paragraphs: str) -> tuple[Candidate, Reading]:
    read = reading(*paragraphs)
    return next(proposed(read, kind)), read


@pytest.mark.parametrize(
    ("kind", "sentence", "other"),
    [
        ("hedge", "The old bridge allegedly slipped towards the harbour after a storm in August.", "storm"),
        (
            "loaded_language",
            "The council adopted draconian parking rules for the northern district and a new weekly market.",
            "northern",
        ),
    ],
)
def test_a_second_word_of_the_sort_asked_for_makes_the_question_go(
    kind: str, sentence: str, other: str
) -> None:
    second = {"hedge": "reportedly", "loaded_language": "ruthless"}[kind]
    candidate, read = _asked(kind, sentence)
    assert unsolved(candidate, read) is None
    changed = sentence.replace(other, second)
    offers = (candidate.offers[0], Offer(second, why="No."), Offer("harbour", why="No."))
    asked = replace(candidate, prompt=candidate.prompt.replace(other, second), offers=offers)
    assert "would be right as well" in str(unsolved(asked, reading(changed)))


def test_what_could_be_settled_in_two_ways_is_not_asked() -> None:
    text = "The council closed the bridge to lorries on Monday."
    candidate, read = _asked("checkable", text)
    assert unsolved(candidate, read) is None
    changed = "The council closed the bridge to lorries on Monday and will open it in May."
    asked = replace(candidate, prompt=candidate.prompt.replace(text, changed))
    assert unsolved(asked, reading(changed))


def test_a_second_name_that_a_pronoun_may_mean_makes_the_question_go() -> None:
    text = "Mara Lindqvist measured the bridge in May. She found a crack in the northern pillar."
    candidate, read = _asked("pronoun", LIND, BRANDT, QUILL, text)
    assert unsolved(candidate, read) is None
    changed = text.replace("the bridge in May", "with Ada Quill in May")
    assert "Ada Quill" in str(unsolved(candidate, reading(LIND, BRANDT, QUILL, changed)))


@pytest.mark.parametrize(
    "again",
    [
        "“It moved three centimetres in one night, and it will move again,” he said. Brandt was at the gate.",
        "According to Brandt it moved three centimetres in one night and will move again.",
        "The bridge, said Tomas Brandt, moved three centimetres in one night and it will move again.",
    ],
)
def test_words_that_may_be_another_s_as_well_are_asked_about_no_more(again: str) -> None:
    candidate = next(c for c in proposed(reading(LIND, BRANDT, QUILL), "speaker") if "moved" in c.prompt)
    assert unsolved(candidate, reading(LIND, BRANDT, QUILL)) is None
    assert "Tomas Brandt" in str(unsolved(candidate, reading(LIND, BRANDT, QUILL, again)))


def test_words_that_the_article_does_not_have_lead_to_nobody() -> None:
    candidate = next(proposed(reading(LIND, BRANDT, QUILL), "speaker"))
    asked = replace(candidate, prompt="Who said this? “The gate of the harbour was open on Monday”")
    assert "does not come out" in str(unsolved(asked, reading(LIND, BRANDT, QUILL)))
