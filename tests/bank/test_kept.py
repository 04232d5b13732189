"""Questions as plain data come back as they were; anything else is refused."""

import json

import pytest

from quiz.bank.kept import as_data, bank_from_data, question_from_json, question_json
from quiz.bank.model import (
    ArticleReference,
    Bank,
    Choice,
    Derivation,
    Evidence,
    Hottext,
    MisplacedError,
    Option,
    Target,
)
from tests.play.every_type import CHOICE, EVERY_TYPE


@pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
def test_a_question_comes_back_from_json(question: object) -> None:
    assert question_from_json(question_json(question)) == question  # type: ignore[arg-type]


def test_everything_a_bank_can_have_comes_back() -> None:
    question = Choice(
        id="q",
        kind="speaker",
        prompt="Who?",
        explanation="So.",
        options=[Option(text="a", correct=True), Option(text="b", why="no")],
        evidence=[Evidence(quote="“x”", occurrence=2)],
        difficulty=3,
        status="draft",
        tags=["t"],
        derivation=Derivation(rule="r", witnesses=["rules"]),
    )
    reference = ArticleReference(file="a.txt", sha256="0" * 64, outlet="The Bell")
    bank = Bank(
        id="b", title="B", language="cy", article=reference, witnesses={"rules": "3"}, questions=[question]
    )
    data = json.loads(json.dumps(as_data(bank)))
    assert bank_from_data(data) == bank
    assert "why" not in data["questions"][0]["options"][0]


def test_a_snapshot_of_an_earlier_version_is_read() -> None:
    text = (
        '{"id":"q","kind":"speaker","prompt":"Who?","explanation":"So.","type":"choice",'
        '"options":[{"text":"a","correct":true},{"text":"b","why":"no"}],"evidence":[{"quote":"x"}]}'
    )
    question = question_from_json(text)
    assert isinstance(question, Choice)
    assert question.options[1].why == "no"
    assert question.status == "approved"


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "7", "null", "{}", '{"type":"choice"}', '{"type":[]}', "[" * 100_000),
        question_json(CHOICE)[:-1],
        question_json(CHOICE).replace('"speaker"', '"dance"'),
        question_json(CHOICE).replace('"prompt"', '"stem"'),
        question_json(CHOICE).replace('"correct":true', '"correct":false'),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_no_question_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        question_from_json(text)


@pytest.mark.parametrize(
    "targets",
    [
        [Target(text="might")],
        [Target(text="might", correct=True), Target(text="might")],
        [Target(text="might", correct=True), Target(text="may")],
        [Target(text="might move", correct=True), Target(text="move again")],
    ],
)
def test_targets_stand_in_their_passage_beside_each_other(targets: list[Target]) -> None:
    with pytest.raises(MisplacedError):
        Hottext(
            id="h",
            kind="hedge",
            prompt="Mark.",
            explanation="So.",
            passage="It might move again.",
            targets=targets,
        )
