"""Verbs of saying: which words are such verbs where they stand, and whether they are denied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.cues import find_cues

VERBS = sorted(form for entry in lexicon("reporting_verbs").values() for form in entry["forms"])


def cues(text: str) -> list[str]:
    return [text[cue.start : cue.end] for cue in find_cues(text)]


@given(st.sampled_from(VERBS))
def test_every_verb_of_the_list_is_found_after_a_subject(verb: str) -> None:
    (cue,) = find_cues(f"Quillon {verb} it.")
    assert (cue.start, cue.end) == (len("Quillon "), len("Quillon ") + len(verb))


@given(
    st.sampled_from(VERBS), st.sampled_from(["to", "would", "may", "must", "the", "a", "is", "been", "if"])
)
def test_after_a_word_that_takes_the_subject_from_it_no_verb_is_found(verb: str, before: str) -> None:
    assert all(cue.denied for cue in find_cues(f"Quillon {before} {verb} it."))


@given(st.sampled_from(VERBS), st.sampled_from(["did not", "never", "has not", "didn’t", "declined to"]))
def test_a_denied_verb_is_never_found_as_a_plain_one(verb: str, denial: str) -> None:
    assert all(cue.denied for cue in find_cues(f"Quillon {denial} {verb} it."))


@given(st.sampled_from(VERBS))
def test_a_longer_word_with_a_verb_in_it_is_none(verb: str) -> None:
    for text in (f"Quillon x{verb} it.", f"Quillon {verb}x it.", f"Quillon re-{verb} it.", f"It {verb}-x."):
        assert find_cues(text) == ()


@pytest.mark.parametrize(
    "group", ["has said", "has also said", "later said", "had then said", "himself said", "went on to say"]
)
def test_auxiliaries_and_adverbs_belong_to_the_verb(group: str) -> None:
    assert cues(f"Quillon {group} it.") == [group]


PIECES = ["said ", "has ", "not ", "Quill ", "“", "\x00", ". ", "told\n", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_cues_are_in_order_and_apart(text: str) -> None:
    end = 0
    for cue in find_cues(text):
        assert end <= cue.verb_start < cue.end <= len(text)
        assert cue.start <= cue.verb_start
        assert text[cue.verb_start : cue.end] == text[cue.verb_start : cue.end].strip()
        end = cue.end


@pytest.mark.parametrize("denial", ["declined to", "refused to", "would not", "could never", "was never"])
def test_a_denied_verb_is_found_as_denied_also_after_a_word_that_hides_others(denial: str) -> None:
    (cue,) = find_cues(f"Quillon {denial} say that it moved.")
    assert cue.denied
