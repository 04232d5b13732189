"""Two pieces on one dispute, from opposite sides: swapping the sides changes no kind, quota or tone."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quiz.article.model import Article
from quiz.bank.files import open_bank
from quiz.bank.model import Bank, Choice, Hottext, Match, Multiple, Question

QUESTIONS = Path(__file__).parent.parent / "questions"
LOADED = ("appalling", "common-sense", "courageous", "extravagant", "misguided", "reckless")
SIDES = {
    "keep": ("Keep the Herd", "Isla Marrock", "Hugo Brask", "Nadine Orrell"),
    "move": ("Move the Herd", "Edith Tarle", "Peter Lunde", "Silvia Wenning"),
}
OTHER = {"keep": "move", "move": "keep"}


@pytest.fixture(scope="module")
def pair() -> tuple[tuple[Bank, Article], tuple[Bank, Article]]:
    return opened("pellan-goats-in-the-beacon"), opened("pellan-goats-in-the-signal")


Pair = tuple[tuple[Bank, Article], tuple[Bank, Article]]


def opened(name: str) -> tuple[Bank, Article]:
    bank = open_bank(QUESTIONS / f"{name}.yaml")
    assert bank.article is not None
    return bank.file.bank, bank.article


def body(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def side_of(text: str) -> set[str]:
    """The sides whose people a text names, by full name or surname, or whose group it names."""
    return {
        side
        for side, names in SIDES.items()
        if any(name in text or name.split()[-1] in text for name in names[1:]) or names[0] in text
    }


def keys(question: Question) -> list[str]:
    match question:
        case Choice() | Multiple():
            return [option.text for option in question.options if option.correct]
        case Match():
            return [pair.right for pair in question.pairs]
        case Hottext():
            return [target.text for target in question.targets if target.correct]
        case _:
            return []


def offered(question: Question) -> list[str]:
    match question:
        case Choice() | Multiple():
            return [option.text for option in question.options]
        case Match():
            return [pair.right for pair in question.pairs]
        case _:
            return []


def tally(bank: Bank, texts: list[list[str]]) -> Counter[tuple[str, str]]:
    """How often the texts of each kind of question name people of each side."""
    return Counter(
        (question.kind, side)
        for question, read in zip(bank.questions, texts, strict=True)
        for text in read
        for side in side_of(text)
    )


def swapped(counts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter({(kind, OTHER[side]): count for (kind, side), count in counts.items()})


def test_both_articles_use_the_same_loaded_words_as_often(pair: Pair) -> None:
    counts = [Counter(re.findall("|".join(LOADED), body(article).lower())) for _, article in pair]
    assert set(counts[0]) == set(LOADED)
    assert counts[0] == counts[1]


def test_both_articles_pass_on_the_same_quotations_figures_and_dates(pair: Pair) -> None:
    (_, beacon), (_, signal) = pair
    for pattern in (r"“[^”]+”", r"\d[\d,]*"):
        assert sorted(re.findall(pattern, body(beacon))) == sorted(re.findall(pattern, body(signal)))


def test_each_side_is_quoted_three_times_in_each_article(pair: Pair) -> None:
    for _, article in pair:
        said = re.findall(r"”,? (\w+) (?:said|told)|,” (\w+) said", body(article))
        sides = Counter(side for names in said for name in names if name for side in side_of(name))
        assert sides == {"keep": 3, "move": 3}


def test_both_banks_have_the_same_kinds_types_and_drafts(pair: Pair) -> None:
    counts = [
        Counter((question.kind, question.type, question.status) for question in bank.questions)
        for bank, _ in pair
    ]
    assert counts[0] == counts[1]
    assert counts[0].total() >= 12


def test_what_is_right_of_the_one_side_here_is_right_of_the_other_there(pair: Pair) -> None:
    (beacon, _), (signal, _) = pair
    here = tally(beacon, [keys(question) for question in beacon.questions])
    there = tally(signal, [keys(question) for question in signal.questions])
    assert here == swapped(there)
    assert {side for _, side in here} == {"keep", "move"}


def test_people_of_the_one_side_are_offered_here_as_often_as_those_of_the_other_there(pair: Pair) -> None:
    (beacon, _), (signal, _) = pair
    here = tally(beacon, [offered(question) for question in beacon.questions])
    there = tally(signal, [offered(question) for question in signal.questions])
    assert here == swapped(there)


def test_prompts_are_about_the_one_side_here_as_often_as_about_the_other_there(pair: Pair) -> None:
    (beacon, _), (signal, _) = pair
    here = tally(beacon, [[question.prompt] for question in beacon.questions])
    there = tally(signal, [[question.prompt] for question in signal.questions])
    assert here == swapped(there)


def test_the_quiz_uses_loaded_words_of_both_sides_alike_and_only_as_quotations(pair: Pair) -> None:
    for bank, _ in pair:
        for question in bank.questions:
            if question.kind != "loaded_language":
                outside = re.sub(r"“[^”]*”", "", question.prompt + question.explanation)
                assert [word for word in LOADED if word in outside] == [], question.id
    asked = [
        Counter(
            word
            for question in bank.questions
            for word in LOADED
            for text in keys(question)
            if word in text and question.kind == "loaded_language"
        )
        for bank, _ in pair
    ]
    assert asked[0] == asked[1]
    assert asked[0].total() >= 3
