"""The verb with which an article hands over a statement, beside verbs it does not use."""

import pytest

from tests.generate.articles import key, question, questions, reasons, wrong

STATEMENT = "the bridge was closed to lorries in 1998"


@pytest.mark.parametrize("verb", ["claimed", "warned", "argues"])
def test_the_key_is_the_article_s_own_verb(verb: str) -> None:
    item = question("reporting_verb", f"Mara Lindqvist {verb} that {STATEMENT}.")
    assert key(item) == verb
    assert f"“Mara Lindqvist {verb}”" in item.explanation


def test_the_others_have_the_same_form() -> None:
    item = question("reporting_verb", f"Mara Lindqvist argues that {STATEMENT}.")
    assert all(text.endswith("s") for text in wrong(item))


def test_a_verb_of_another_statement_is_offered_first() -> None:
    other = "Tomas Brandt claimed that the railing was never part of the contract."
    found = questions("reporting_verb", f"Mara Lindqvist warned that {STATEMENT}.", other)
    (item,) = [item for item in found if key(item) == "warned"]
    assert wrong(item)[0] == "claimed"


def test_the_verb_that_anybody_would_guess_is_neither_asked_for_nor_offered() -> None:
    said = f"Mara Lindqvist said {STATEMENT}."
    other = "Tomas Brandt claimed that the railing was never part of the contract."
    assert "“said” can be guessed without the article" in reasons("reporting_verb", said, other)
    (item,) = questions("reporting_verb", said, other)
    assert key(item) == "claimed"
    assert "said" not in wrong(item)


def test_no_other_verb_is_offered_that_the_article_uses_in_any_form() -> None:
    around = "They argue, insist, admit, explain, warn, note, suggest and acknowledge a lot, they say."
    for seed in range(6):
        (item,) = questions("reporting_verb", f"Mara Lindqvist claimed that {STATEMENT}.", around, seed=seed)
        assert set(wrong(item)) <= {"announced", "asserted"}


def test_the_quiz_does_not_say_which_verb_fits() -> None:
    item = question("reporting_verb", f"Mara Lindqvist claimed that {STATEMENT}.")
    assert "for readers to judge" in item.explanation
    assert "claimed" not in item.prompt


@pytest.mark.parametrize(
    "text",
    [
        f"According to Mara Lindqvist, {STATEMENT}.",
        f"Mara Lindqvist denied that {STATEMENT}.",
        f"Mara Lindqvist pointed out that {STATEMENT}.",
        "Mara Lindqvist said it was closed in 1998.",
    ],
)
def test_other_ways_of_handing_over_are_left_alone(text: str) -> None:
    assert questions("reporting_verb", text) == []


LEANING = "Mara Lindqvist {verb} that she was told of it late, when the bridge had been shut for a week."


@pytest.mark.parametrize("verb", ["claims", "warned", "confirmed"])
def test_a_statement_that_leans_on_its_source_is_shown_in_its_sentence(verb: str) -> None:
    item = question("reporting_verb", LEANING.format(verb=verb))
    assert key(item) == verb
    assert f"“{LEANING.format(verb='___')}”" in item.prompt
    assert [evidence.quote for evidence in item.evidence] == [LEANING.format(verb=verb)]


def test_a_sentence_with_a_second_verb_of_saying_is_not_shown_with_a_gap() -> None:
    text = "Mara Lindqvist claimed that she was told why by the board, Tomas Brandt said."
    assert questions("reporting_verb", text) == []


MILD = {"announced", "argued", "explained", "noted", "suggested", "warned", "concluded", "stressed", "wrote"}


def test_beside_a_verb_that_weighs_little_stand_others_that_weigh_little() -> None:
    for seed in range(6):
        (item,) = questions("reporting_verb", f"Mara Lindqvist wrote that {STATEMENT}.", seed=seed)
        assert key(item) == "wrote"
        assert set(wrong(item)) <= MILD


@pytest.mark.parametrize(("verb", "possible"), [("noted", True), ("warned", True), ("insisted", False)])
def test_a_verb_that_only_hands_over_is_wrong_too_at_times_beside_others_of_the_sort(
    verb: str, possible: bool
) -> None:
    offered = {
        option
        for seed in range(30)
        for item in questions("reporting_verb", f"Mara Lindqvist {verb} that {STATEMENT}.", seed=seed)
        for option in wrong(item)
    }
    assert offered
    assert bool(offered & {"wrote", "concluded", "stressed"}) == possible
