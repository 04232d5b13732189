"""Who is offered beside those who act in the story: nobody of the past, of a film, or of a photo credit."""

import pytest

from quiz.generate.build import generate
from quiz.generate.in_story import belongs, latest_year
from tests.generate.articles import article, key, questions, reading, wrong

NOW = "On 4 May 2021 Mara Lindqvist opened the new crossing to lorries."
BRANDT = "Tomas Brandt drew a picture of the harbour."
QUILL = "Anna Quill has kept a list of all boats."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the 50th anniversary of the day on which Peter Vale rowed across.", False),
        ("In 1957 Peter Vale rowed across the river.", False),
        ("In 2019 Peter Vale rowed across the river.", True),
        ("Peter Vale rowed across the river.", True),
        ("The bridge at noon. Image: Peter Vale.", False),
        ("In the film a boat lies before Peter Vale’s manor.", False),
        ("Peter Vale’s boat is red. It was Peter Vale who painted it.", True),
        ("In 1957 Mayor Peter Vale closed the river.", True),
        ("“The river is closed,” Peter Vale said in 1957.", True),
    ],
)
def test_whoever_is_named_only_beside_the_past_or_as_an_owner_takes_no_part(text: str, found: bool) -> None:
    read = reading(NOW, text)
    (person,) = [person for person in read.people if person.name == "Peter Vale"]
    assert belongs(person, read) == found


def test_a_figure_of_the_past_is_neither_asked_for_nor_offered() -> None:
    past = "In 1957 Peter Vale rowed across the river to the market with a cow."
    items = questions("name", NOW, BRANDT, QUILL, past)
    assert items
    for item in items:
        assert "Peter Vale" not in (key(item), *wrong(item))


def test_a_work_with_a_person_s_name_is_nobody() -> None:
    read = reading(NOW, "She opened it with the graphic novel Peter Vale in her hand.")
    assert [person.name for person in read.people] == ["Mara Lindqvist"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The bridge of 1998 was mended in 2021.", 2021),
        ("The bridge cost $2050, or 2,030 crowns.", None),
        ("The bridge is 2019.5 metres long.", None),
    ],
)
def test_the_latest_year_is_a_year_and_no_amount(text: str, year: int | None) -> None:
    assert latest_year(reading(text)) == year


@pytest.mark.parametrize(("year", "possible"), [(2007, False), (2020, True)])
def test_no_company_is_offered_in_an_article_older_than_it_is(year: int, possible: bool) -> None:
    film = "Mara Lindqvist put the film of the old bridge on YouTube for all to see."
    told = article(film, f"That was in May {year}.")
    offered = {
        option.text
        for seed in range(30)
        for question in generate(told, seed=seed, only=["name"]).questions
        for option in question.options
    }
    assert "Facebook" in offered
    assert bool(offered & {"Instagram", "Snapchat", "TikTok", "WhatsApp"}) == possible
