"""News organisations that an article declares in its front matter are asked about like known ones."""

import pytest

from quiz.article import Article, article_from_text
from quiz.bank.model import Choice
from quiz.generate.agree import read_facts
from quiz.generate.build import generate
from tests.generate.articles import key, wrong

DECLARED = ("Varnholm Radio", "Ostmole Gazette", "The Harbour Post", "Kell Valley News")
TOLD = "“It moved three centimetres in one night,” Mara Lindqvist told Varnholm Radio."
NAMED = "Varnholm Radio sent a photographer to the bridge."


def story(*paragraphs: str, outlet: str = "The Kell Courier") -> Article:
    head = f"---\noutlet: {outlet}\noutlets: [{', '.join((*DECLARED, outlet))}]\n---\n# The bridge that moved"
    return article_from_text("\n\n".join([head, *paragraphs, "The town waits."]) + "\n", "story.md")


def asked(kind: str, *paragraphs: str, outlet: str = "The Kell Courier") -> list[Choice]:
    return list(generate(story(*paragraphs, outlet=outlet), only=[kind]).questions)


def test_one_that_is_named_stands_beside_others_that_are_only_declared() -> None:
    (item,) = asked("outlet_named", NAMED)
    assert key(item) == "Varnholm Radio"
    assert len(wrong(item)) == 2
    assert set(wrong(item)) < {"Ostmole Gazette", "The Harbour Post", "Kell Valley News"}


def test_the_evidence_is_the_name_and_nothing_that_is_said_of_it() -> None:
    (item,) = asked("outlet_named", NAMED)
    assert [piece.quote for piece in item.evidence] == ["Varnholm Radio"]
    assert "says nothing about its work" in item.explanation


def test_names_of_one_list_are_shown_together_and_asked_about_once() -> None:
    items = asked("outlet_named", "The photographers came from Varnholm Radio and Ostmole Gazette by boat.")
    assert [piece.quote for item in items for piece in item.evidence] == [
        "Varnholm Radio and Ostmole Gazette"
    ]


@pytest.mark.parametrize(
    "also",
    [
        "The Ostmole Gazette sent a boat, The Harbour Post a drone.",
        "The Gazette sent a boat, and the Post a drone.",
    ],
)
def test_one_that_may_be_named_under_its_last_word_is_no_wrong_answer(also: str) -> None:
    assert not any(
        {"Ostmole Gazette", "The Harbour Post"} & set(wrong(item))
        for item in asked("outlet_named", NAMED, also)
    )


def test_the_paper_that_printed_the_article_is_neither_key_nor_wrong_answer() -> None:
    items = asked("outlet_named", NAMED, "The Harbour Post measured the bridge.", outlet="The Harbour Post")
    assert items
    assert all("The Harbour Post" not in (key(item), *wrong(item)) for item in items)


def test_the_one_that_was_told_stands_beside_others_that_are_only_declared() -> None:
    (item,) = asked("told_whom", TOLD)
    assert key(item) == "Varnholm Radio"
    assert len(wrong(item)) == 2
    assert set(wrong(item)) < set(DECLARED)


def test_one_that_is_credited_is_a_body_and_not_a_person() -> None:
    read = read_facts(story("Ostmole Gazette said that the bridge was closed to lorries in 1998."))
    assert [person.name for person in read.people] == []
    (item,) = asked(
        "reported_source",
        "Ostmole Gazette said that the bridge was closed to lorries in 1998.",
        "The Bridge Museum wrote: “The railing was never part of the contract.”",
        NAMED,
    )
    assert key(item) == "Ostmole Gazette"
    assert set(wrong(item)) == {"The Bridge Museum", "Varnholm Radio"}


def test_no_other_question_shows_the_name_that_one_asks_for() -> None:
    for seed in range(4):
        made = generate(
            story(NAMED, TOLD, "Ostmole Gazette sent a drone to the bridge."), seed=seed
        ).questions
        for item in made:
            shown = [
                text
                for other in made
                if other is not item
                for text in (other.prompt, key(other), *wrong(other))
            ]
            assert item.kind != "outlet_named" or not any(key(item) in text for text in shown)
