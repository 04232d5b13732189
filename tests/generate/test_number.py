"""Which figure does the article report? The right key, and the figures that are not asked about."""

import re

import pytest

from quiz.article import article_from_text
from quiz.generate.build import generate
from tests.generate.articles import article, candidates, key, question, questions, reasons, wrong

LORRIES = "The harbour board counted 36 lorries on the old bridge in one night."


def test_the_gap_stands_for_the_article_s_figure() -> None:
    item = question("number", LORRIES)
    assert key(item) == "36"
    assert "“The harbour board counted ___ lorries on the old bridge in one night.”" in item.prompt
    assert item.evidence[0].quote == LORRIES


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The railing of the old bridge cost the town $4.1 million to mend.", "$4.1 million"),
        ("The levy on the old bridge rose by 18% within five years.", "18%"),
        ("The old bridge was shut to all traffic for seven weeks.", "seven"),
        ("The old bridge carries about 1,240 lorries on a weekday.", "1,240"),
    ],
)
def test_every_option_is_written_like_the_key(text: str, answer: str) -> None:
    item = question("number", text)
    assert key(item) == answer
    shape = re.sub(r"\d+", "0", answer) if answer[-1] != "n" and answer[0].isdigit() else None
    for option in wrong(item):
        assert option[0].isdigit() == answer[0].isdigit()
        assert ("$" in option, "%" in option, "million" in option) == (
            "$" in answer,
            "%" in answer,
            "million" in answer,
        )
        assert shape is None or re.sub(r"\d+", "0", option) in (shape, "0")


def test_the_key_may_stand_anywhere_in_the_order_of_size() -> None:
    ranks = set()
    for seed in range(24):
        (item,) = questions("number", LORRIES, seed=seed)
        ranks.add(sum(int(option) < 36 for option in wrong(item)))
    assert ranks == {0, 1, 2, 3}


def test_other_figures_of_the_article_are_offered_first_and_placed() -> None:
    other = "The ferries carried 48 passengers across the river on Monday."
    item = next(item for item in questions("number", LORRIES, other) if "lorries" in item.prompt)
    (reason,) = [option.why for option in item.options if option.text == "48"]
    assert reason == "The article has “48 passengers” in paragraph 2, but of something else."


def test_a_figure_that_opens_a_plain_sentence_is_asked_for_by_how_many() -> None:
    item = question("number", "Seven lorries were stopped on the old bridge on Monday.")
    assert (
        item.prompt == "According to the article, how many lorries were stopped on the old bridge on Monday?"
    )
    assert key(item) == "seven"


def test_a_figure_that_is_not_the_only_one_is_asked_for_in_its_own_sentence_alone() -> None:
    seven = "Seven lorries were stopped on the old bridge on Monday."
    other = "The union counted eight lorries on the bridge that night."
    for item in questions("number", seven, other):
        assert "___" in item.prompt
        assert not {"Seven", "Eight", "seven", "eight"} & set(wrong(item))


@pytest.mark.parametrize(
    ("words", "says"),
    [("more than", "is no less"), ("up to", "is no more"), ("about", "is not exact")],
)
def test_a_bound_stays_before_the_gap_and_is_explained(words: str, says: str) -> None:
    item = question("number", f"The harbour board counted {words} 36 lorries on the bridge.")
    assert f"{words} ___ lorries" in item.prompt
    assert key(item) == "36"
    assert f"“{words}” says that it {says}" in item.explanation


def test_an_age_is_asked_for_where_no_case_is_reported() -> None:
    item = question("number", "Mara Lindqvist, aged 36, has walked across the bridge each day.")
    assert key(item) == "36"
    assert "aged ___" in item.prompt


def test_a_figure_in_a_quotation_is_asked_for_as_quoted() -> None:
    item = question(
        "number", "“The harbour board counted 36 lorries on the old bridge,” Mara Lindqvist said."
    )
    assert key(item) == "36"
    assert "quot" in item.prompt.split("“")[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (("The report found that one lorry in five had been held at the bridge.",), "share"),
        (("The work on the old bridge ended on Monday after nine at night.",), "what it counts"),
        (("The harbour board counted 36 lorries, and the union 37 lorries.",), "rounded"),
        (("The harbour board had left the bridge two years ago for good.",), "part of a time"),
        (("Mara Lindqvist, aged 36, has been arrested on the old bridge.",), "an age"),
        (("The cable is about 500 metres (1,640 feet) long on the old bridge.",), "in brackets"),
        (("The town made two offers for the bridge, in spring and a second now.",), "gives it away"),
        (("The harbour board sent 36 other lorries to the old bridge.",), "the rest"),
        (("They counted 36 lorries on the old bridge in one night.",), "leans"),
        (("Some 90 of them counted 36 lorries on the old bridge in one night.",), "leans"),
        (("The board shut it. They counted 36 lorries on the old bridge.",), "leans"),
        (("The harbour board never counted 36 lorries on the old bridge.",), "denies"),
        (("The harbour board counted 36 stolen lorries in the fraud case.",), "crime"),
        (("One in three lorries on the old bridge came from the harbour.",), "share"),
        ((f"“It moved. {LORRIES}",), "has no partner"),
    ],
)
def test_it_abstains(text: tuple[str, ...], reason: str) -> None:
    found = questions("number", *text)
    assert not any("36" in key(item) for item in found)
    assert any(reason in given for given in reasons("number", *text))


def test_beside_another_figure_of_its_kind_all_on_offer_lie_on_the_same_side() -> None:
    for seed in range(6):
        text = "The harbour board counted 36 lorries, and the union of the drivers 52 lorries."
        for item in questions("number", text, seed=seed):
            values = [int(option.text) for option in item.options]
            assert all(value < 52 for value in values) or all(value > 36 for value in values)


def test_a_figure_written_out_needs_no_noun() -> None:
    item = question("number", "The teams from the towns were arranged in groups of three.")
    assert key(item) == "three"


def test_no_figure_on_offer_is_a_plain_multiple_of_the_right_one() -> None:
    for seed in range(6):
        item = questions("number", "The harbour board counted 277 lorries at the bridge.", seed=seed)[0]
        assert not {138, 554, 831} & {int(option.text) for option in item.options}


def test_over_some_years_is_no_bound() -> None:
    text = "Keeping the old bridge open cost the town four million crowns over ten years."
    found = candidates("number", text)
    assert all("says that it is no less" not in item.explanation for item in found)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The storm tore down the old bridge, wounding 238, at the end of winter.", "238"),
        ("The old bridge carried fewer lorries in winter than in summer, about 1,240.", "1,240"),
        ("The harbour board lives in houses numbered 36 and 38 beside the bridge.", None),
        ("According to the harbour board, that number is closer to 4,000 by now.", None),
    ],
)
def test_a_large_figure_without_a_noun_is_asked_for_where_it_is_an_amount(
    text: str, answer: str | None
) -> None:
    assert [key(item) for item in questions("number", text)] == ([answer] if answer else [])


def test_an_age_stands_among_other_ages_of_grown_up_people() -> None:
    text = "Mara Lindqvist, 54, was on the old bridge when it moved in the night."
    for seed in range(6):
        (item,) = questions("number", text, seed=seed)
        assert key(item) == "54"
        assert all(35 < int(option) < 75 for option in wrong(item))


def test_no_wrong_figure_stands_in_the_sentence_itself() -> None:
    other = "The town has four ferries and three harbours beside the old bridge."
    text = "The harbour board wants to open two gates instead of four on alternate Sundays."
    for seed in range(6):
        for item in questions("number", text, other, seed=seed):
            assert not set(wrong(item)) & set(item.evidence[0].quote.split())


def test_a_figure_of_a_date_may_be_offered_where_there_are_too_few_others() -> None:
    text = "The new wall of the harbour runs for 2 km beside the old bridge."
    dated = "The board met on 3 May and on 4 June and on 5 July in the old hall."
    (item,) = (item for item in questions("number", text, dated) if key(item) == "2")
    assert set(wrong(item)) == {"3", "4", "5"}
    assert all("only elsewhere" in (option.why or "") for option in item.options if not option.correct)


@pytest.mark.parametrize(
    "text",
    [
        "Monday, May 4, 2015 The harbour board counted 36 lorries on the old bridge.",
        "The harbour board counted not only 36 lorries but cars on the old bridge.",
        "The harbour board moved 36 lorries to the far end of the quay so they could cross the old bridge.",
        "Mara Lindqvist claimed that the board had counted 36 lorries on the old bridge.",
        f"{LORRIES} It shut the old bridge on Monday. It was safe,” the board said.",
    ],
)
def test_what_stands_around_a_figure_and_leaves_it_as_it_is_does_no_harm(text: str) -> None:
    (item,) = (item for item in questions("number", text) if key(item) == "36")
    assert "___ lorries" in item.prompt
    assert "2015" not in item.prompt


def test_a_closing_mark_reaches_back_into_the_sentence_before_its_own() -> None:
    text = f"{LORRIES} It was safe,” the board said."
    assert questions("number", text) == []
    assert any("no partner" in given for given in reasons("number", text))


def test_the_clause_of_an_explanation_is_not_cut_within_a_score() -> None:
    text = "It rained. The harbour team beat the town 2 – 1 and had collected 36 medals by the end of winter."
    assert "beat the town 2 – 1 and had collected 36 medals" in question("number", text).explanation


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The two lorries will cross the bridge again.", "it counts a group that stands before it"),
        ("The match ended with the harbour team winning three points.", "the rules of a game"),
        ("The town must answer the letter of the board within 48 hours.", "a usual term"),
        ("The board shut three bridges: Varnholm, Ostmole and Lind.", "listed right after it"),
    ],
)
def test_a_figure_that_is_known_without_the_article_is_not_asked_for(text: str, reason: str) -> None:
    assert questions("number", text) == []
    assert any(reason in found for found in reasons("number", text))


def test_a_colon_in_a_title_opens_no_list() -> None:
    item = question("number", "The board played the 20-minute game Bridges: Varnholm at the harbour.")
    assert key(item) == "20"


def test_the_age_of_a_child_in_months_is_an_age() -> None:
    text = "The child was baptised on the bridge at the age of four months in the spring."
    assert key(question("number", text)) == "four"
    accused = "Mara Lindqvist was charged with fraud on Monday."
    assert questions("number", accused, text) == []


def test_beside_an_estimate_every_figure_is_as_round_as_it_is() -> None:
    about = "The harbour board counted about 80 lorries on the old bridge in one night."
    other = "The ferries carried 48 passengers across the river on Monday."
    for seed in range(10):
        item = next(item for item in questions("number", about, other, seed=seed) if "about" in item.prompt)
        assert all(option.endswith(("0", "5")) for option in wrong(item))


def test_no_figure_ends_in_a_nought_behind_the_point_unless_the_key_does() -> None:
    for seed in range(20):
        (item,) = questions("number", "The new bridge cost the town $2.4 million to build.", seed=seed)
        assert not any(".0" in option for option in wrong(item))


def test_a_bank_lists_figures_from_small_to_large() -> None:
    for seed in range(10):
        item = generate(article(LORRIES), seed=seed, only=["number"]).questions[0]
        figures = [int(option.text) for option in item.options]
        assert len(figures) > 2
        assert figures == sorted(figures)


def test_the_same_figure_in_two_places_makes_two_ids() -> None:
    text = (
        "The quay\n\nThe old quay has 38,000 stones in its wall, the board wrote in a report.\n\n"
        "The new quay has 41,500 stones in its wall, and the pier 12,700 of them.\n\n"
        "Workers counted 38,000 birds on the roofs of the harbour in the spring.\n\n"
        "They counted 41,200 birds in the year before, and 12,300 in the year before that.\n"
    )
    made = generate(article_from_text(text), count=60).questions
    ids = [question.id for question in made]
    assert len(ids) == len(set(ids))
