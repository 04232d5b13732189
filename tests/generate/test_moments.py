"""Days, months and years as the article writes them."""

import pytest

from tests.generate.articles import reading


@pytest.mark.parametrize(
    ("text", "written", "sort", "lead", "parts"),
    [
        ("The bridge closed on March 3.", "March 3", "date", "on", (None, 3, 3)),
        ("The bridge closed on 3 March 2024.", "3 March 2024", "date", "on", (2024, 3, 3)),
        ("The bridge closed on March 3, 2024, at noon.", "March 3, 2024", "date", "on", (2024, 3, 3)),
        ("The bridge closed in March 2024.", "March 2024", "month", "in", (2024, 3, None)),
        ("The bridge closed in March.", "March", "month", "in", (None, 3, None)),
        ("In 2019 the bridge closed.", "2019", "year", "in", (2019, None, None)),
        ("The bridge closed on Tuesday.", "Tuesday", "weekday", "on", (None, None, None)),
        ("The bridge closed last week.", "last week", "relative", "", (None, None, None)),
        ("The bridge closed last Tuesday.", "last Tuesday", "relative", "", (None, None, None)),
        ("The bridge closed two years ago.", "two years ago", "relative", "", (None, None, None)),
    ],
)
def test_a_moment_is_read_with_its_parts(
    text: str, written: str, sort: str, lead: str, parts: tuple[int | None, ...]
) -> None:
    read = reading(text)
    (moment,) = read.moments
    assert (read.words(moment.span), moment.sort, moment.lead) == (written, sort, lead)
    assert (moment.year, moment.month, moment.day) == parts


@pytest.mark.parametrize("text", ["The board may march on.", "A survey of 1709 lorries was made."])
def test_a_month_s_name_as_a_verb_and_a_count_like_a_year_are_none(text: str) -> None:
    assert reading(text).moments == ()
