"""Questions to be filled in, and banks that explain themselves."""

import itertools
import re

import pytest

from quiz.bank.authoring.appending import append_questions
from quiz.bank.authoring.commenting import commented_bank
from quiz.bank.authoring.skeletons import TYPES, free_id, skeleton, taken_ids, written_skeleton
from quiz.bank.check.linting import check_text
from quiz.bank.check.registry import every_rule
from quiz.bank.files import parse_bank
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank
from quiz.bank.yaml_values import read_values
from tests.bank.authoring.laws import comments
from tests.bank.check.samples import CLEAN, PLAIN

CODES = frozenset(rule.code for rule in every_rule() if rule.default)


@pytest.mark.parametrize(("kind", "type_"), itertools.product(KINDS, TYPES))
def test_every_kind_and_type_has_a_skeleton_in_which_nothing_is_wrong(kind: str, type_: str) -> None:
    made = skeleton(kind, type_, (), about_article=False)
    text = f"version: 1\nid: a\ntitle: A\nquestions:\n{written_skeleton(made, about_article=False)}"
    assert check_text(text, "x", path=None, codes=CODES).diagnostics == ()
    (question,) = parse_bank(text, "x").bank.questions
    assert question == made.question
    assert (question.kind, question.type, question.status) == (kind, type_, "draft")


@pytest.mark.parametrize(("kind", "type_"), itertools.product(KINDS, TYPES))
def test_a_skeleton_that_is_approved_as_it_is_is_found_out(kind: str, type_: str) -> None:
    made = skeleton(kind, type_, (), about_article=False)
    text = f"version: 1\nid: a\ntitle: A\nquestions:\n{written_skeleton(made, about_article=False)}"
    text = text.replace("status: draft", "status: approved")
    for what in ("prompt", "explanation"):  # whatever of the two is filled in, the rest is still there
        assert "X005" in {one.code for one in check_text(text, "x", path=None, codes=CODES).diagnostics}
        text = re.sub(rf"  {what}: .*", f"  {what}: Filled in?", text)


def test_a_kind_has_its_usual_type() -> None:
    assert skeleton("sequence", None, (), about_article=True).question.type == "order"
    assert skeleton("speaker", None, (), about_article=True).question.type == "choice"


def test_an_id_is_one_that_no_question_has_even_if_others_are_flawed() -> None:
    values = read_values("questions: [{id: speaker-1}, {id: 3}, 7, {id: [a]}, {id: speaker-2}]", "x")
    assert isinstance(values.value, dict)
    taken = taken_ids(values.value["questions"])
    assert skeleton("speaker", None, taken, about_article=True).question.id == "speaker-3"
    assert free_id("role-", {"role-2"}) == "role-1"


def test_what_is_to_be_filled_in_is_there_and_has_a_comment() -> None:
    for type_ in TYPES:
        made = skeleton("hedge", type_, (), about_article=True)
        text = "questions:\n" + written_skeleton(made, about_article=True)
        lines = text.splitlines()
        positions = read_values(text, "x").positions
        assert made.gaps
        for path, _ in made.gaps:
            place = ("questions", 0, *path)
            assert place in positions.keys
            assert lines[positions.key(place).line - 2].lstrip().startswith("#")


def test_evidence_is_prepared_where_there_is_an_article_and_does_not_break_the_bank() -> None:
    made = skeleton("speaker", None, {"speaker-1"}, about_article=True)
    text = append_questions(PLAIN, "x", [written_skeleton(made, about_article=True)])
    assert text is not None
    assert parse_bank(text, "x").bank.questions[-1].evidence == []
    filled = text.replace(
        "    # evidence:\n    #   - quote: '…'\n", "    evidence:\n      - quote: 'a word'\n"
    )
    assert [one.quote for one in parse_bank(filled, "x").bank.questions[-1].evidence] == ["a word"]


@pytest.mark.parametrize("name", CLEAN)
def test_a_commented_bank_means_what_the_bank_means(name: str) -> None:
    bank = parse_bank(CLEAN[name], name).bank
    text = commented_bank(bank)
    assert text.startswith("# yaml-language-server: $schema=./bank.schema.json\n")
    assert parse_bank(text, name).bank == bank


def test_each_key_of_the_head_and_of_the_first_question_is_explained_above_it() -> None:
    for type_ in TYPES:
        made = skeleton("speaker", type_, (), about_article=True)
        text = commented_bank(Bank(id="a", title="A", questions=[made.question, made.question]))
        lines = text.splitlines()
        positions = read_values(text, "x").positions
        for path in positions.keys:
            if len(path) == 1 or (len(path) == 3 and path[1] == 0):
                above = lines[positions.key(path).line - 2]
                assert above.lstrip().startswith("#"), path
        first, second = text.split("\n  - id: ")[1:]
        assert comments(first)
        assert not comments(second)


def test_no_comment_is_wider_than_a_page() -> None:
    made = skeleton("not_quoted", "hottext", (), about_article=True)
    text = commented_bank(parse_bank(CLEAN["every-type"], "x").bank)
    lines = [*text.splitlines(), *written_skeleton(made, about_article=True).splitlines()]
    assert max(len(line) for line in lines if line.lstrip().startswith("#")) <= 100
