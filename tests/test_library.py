"""The banks and articles that come with the program: whole, clean and varied."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quiz.article.model import Article
from quiz.article.reading import read_article
from quiz.bank.check.linting import check_text
from quiz.bank.check.registry import select_rules
from quiz.bank.evidence import find_evidence
from quiz.bank.files import open_bank
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank, Hottext
from quiz.generate.build import generate
from quiz.generate.lexicons import lexicon

ROOT = Path(__file__).parent.parent
BANKS = [
    path
    for path in sorted((ROOT / "questions").glob("*.yaml"))
    if re.search(r"^questions:", path.read_text(encoding="utf-8"), re.MULTILINE)
]
OWN_ARTICLES = sorted((ROOT / "seeds").glob("*-*.md"))
"""Articles written for the library; the text that a user gave is no Markdown."""
FEWEST_QUESTIONS = 12
EVERY_TYPE = {"choice", "multiple", "order", "match", "text", "hottext"}


def named(paths: Sequence[Path]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])


def opened(path: Path) -> tuple[Bank, Article]:
    bank = open_bank(path)
    assert bank.article is not None
    return bank.file.bank, bank.article


def own_banks() -> list[Bank]:
    """The banks about articles written for the library."""
    banks = [opened(path)[0] for path in BANKS]
    return [bank for bank in banks if bank.article is not None and bank.article.file.endswith(".md")]


@named(BANKS)
def test_a_bank_opens_with_its_article_and_is_called_like_its_file(path: Path) -> None:
    bank, article = opened(path)
    assert bank.id == path.stem
    assert bank.title in (article.title, f"{article.title} More questions")


@named(BANKS)
def test_the_linter_finds_nothing_not_even_a_hint(path: Path) -> None:
    checked = check_text(path.read_text(encoding="utf-8"), path.name, path=path, codes=select_rules())
    assert checked.readable
    assert [str(found) for found in checked.diagnostics] == []


@named(BANKS)
def test_evidence_stands_where_a_player_can_see_it_and_not_in_the_front_matter(path: Path) -> None:
    bank, article = opened(path)
    for question in bank.questions:
        for piece in question.evidence:
            span = find_evidence(article.raw, piece)
            assert span is not None, question.id
            assert article.block_at(span[0]) is not None, question.id


@named(BANKS)
def test_a_passage_to_be_marked_is_a_piece_of_the_article_and_every_wrong_mark_has_its_reason(
    path: Path,
) -> None:
    bank, article = opened(path)
    for question in bank.questions:
        if isinstance(question, Hottext):
            assert question.passage in article.raw, question.id
            assert all(target.why for target in question.targets if not target.correct), question.id


@named(OWN_ARTICLES)
def test_an_article_says_who_wrote_it_when_and_under_which_licence(path: Path) -> None:
    article = read_article(path)
    assert article.author
    assert article.outlet
    assert article.published
    assert article.license == "CC-BY-4.0"


@named(OWN_ARTICLES)
def test_an_invented_article_names_no_news_organisation_that_exists(path: Path) -> None:
    article = read_article(path)
    text = "\n".join(block.text for block in article.blocks)
    real = {
        name
        for group in lexicon("outlets").values()
        for entry in group
        if entry.get("word") != "true"
        for name in (entry["name"], *entry.get("aliases", ()))
    }
    assert real & {article.outlet, *article.outlets} == set()
    assert [name for name in real if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)] == []


def test_the_first_article_has_twenty_questions_and_more_of_every_grade() -> None:
    banks = [opened(path)[0] for path in BANKS if path.stem.startswith("who-inside-ice-is-leaking")]
    questions = [question for bank in banks for question in bank.questions if question.status == "approved"]
    assert len(questions) >= 20
    assert {KINDS[question.kind].grade for question in questions} == {"A", "B", "C"}


def test_every_article_of_our_own_has_a_bank_with_enough_questions_to_play() -> None:
    approved = {
        Path(bank.article.file).name: sum(question.status == "approved" for question in bank.questions)
        for bank in own_banks()
        if bank.article is not None
    }
    assert set(approved) == {path.name for path in OWN_ARTICLES}
    assert {name: count for name, count in approved.items() if count < FEWEST_QUESTIONS} == {}


def test_the_library_has_every_kind_of_question_and_every_type_several_times() -> None:
    questions = [question for bank in own_banks() for question in bank.questions]
    types = Counter[str](question.type for question in questions)
    assert {question.kind for question in questions} == set(KINDS)
    assert {name for name in EVERY_TYPE if types[name] >= 4} == EVERY_TYPE


@named(OWN_ARTICLES)
def test_the_generator_finds_at_least_six_questions_in_an_article_that_no_rule_was_made_for(
    path: Path,
) -> None:
    made = generate(read_article(path), count=60).playable
    assert len(made) >= 6
    assert len({question.id for question in made}) == len(made)
