"""A bank that is made again keeps what people did to it."""

from dataclasses import replace
from pathlib import Path

from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.regenerating import OUT_OF_DATE, Regenerated, regenerated
from quiz.bank.files import BankFile, parse_bank
from quiz.bank.model import Bank, Choice, Derivation, Evidence, Option
from quiz.bank.rendering import render_bank

RAW = "The bridge moved. “It will hold,” Lindqvist said. Brandt measured it twice."


def question(name: str, kind: str = "speaker", **more: object) -> Choice:
    """A generated question."""
    made = Choice(
        id=name,
        kind=kind,
        prompt=f"Who said it in {name}?",
        explanation="Paragraph 1 says so.",
        options=[Option(text="Lindqvist", correct=True), Option(text="Brandt", why="He measured.")],
        evidence=[Evidence(quote="“It will hold,” Lindqvist said.")],
        derivation=Derivation(rule="quote.after", witnesses=["rules"]),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def bank(*questions: Choice) -> Bank:
    """A bank of some questions."""
    return Bank(id="bridge", title="The bridge", witnesses={"rules": "1"}, questions=list(questions))


def file_of(text: str) -> BankFile:
    """A bank as it stands in a file."""
    return parse_bank(text, "bank.yaml", path=Path("bank.yaml"))


def again(old: str | Bank, made: Bank, *left_out: Choice, raw: str = RAW) -> Regenerated:
    """Make a bank again."""
    text = old if isinstance(old, str) else render_bank(old)
    return regenerated(file_of(text), made, raw, left_out=left_out)


def test_a_bank_that_nobody_touched_and_that_is_made_again_stays_byte_for_byte() -> None:
    made = bank(question("one"), question("two"))
    result = again(made, made)
    assert result.text == render_bank(made)
    assert not (result.new or result.gone or result.edited)


def test_what_is_new_comes_to_the_end_and_comments_stay() -> None:
    text = render_bank(bank(question("one"))).replace("  - id: one", "  # Mara’s favourite.\n  - id: one")
    result = again(text, bank(question("two"), question("one")))
    assert result.text.startswith(text)
    assert [one.id for one in file_of(result.text).bank.questions] == ["one", "two"]
    assert [one.id for one in result.new] == ["two"]


def test_a_rejected_question_does_not_come_back() -> None:
    made = bank(question("one"), question("two"))
    rejected = decided(render_bank(made), "", 1, "rejected", "Two readings.")
    result = again(rejected, made)
    assert result.text == rejected
    assert [one.reason for one in result.rejected] == ["Two readings."]


def test_a_rejected_question_is_remembered_when_it_is_not_made_for_once() -> None:
    made = bank(question("one"), question("two"))
    rejected = decided(render_bank(made), "", 1, "rejected", "Two readings.")
    once = again(rejected, bank(question("one")))
    assert again(once.text, made).bank.questions[1].status == "rejected"


def test_an_edited_question_stays_as_it_was_edited() -> None:
    made = bank(question("one"), question("two"))
    edited = render_bank(made).replace("in one?", "on the quay?")
    result = again(edited, made)
    assert result.text == edited
    assert [one.id for one in result.edited] == ["one"]


def test_an_edited_draft_stays_though_it_is_not_chosen_any_more() -> None:
    draft = question("one", "claim_or_fact", status="draft")
    edited = replace(draft, prompt="Who said it on the quay?")
    result = again(bank(edited, question("two")), bank(question("two")), draft)
    assert next(one.prompt for one in result.kept) == "Who said it on the quay?"
    assert not result.gone


def test_a_draft_that_nobody_touched_goes_when_it_is_not_made_any_more() -> None:
    old = bank(question("one", status="draft"), question("two"))
    result = again(old, bank(question("two")))
    assert [one.id for one in result.gone] == ["one"]
    assert result.text == render_bank(bank(question("two")))


def test_what_a_person_wrote_or_approved_stays() -> None:
    written = question("by-hand", "main_point", derivation=None)
    approved = question("yes", "cause_stated")
    result = again(bank(written, approved), bank(question("new")))
    assert [one.id for one in result.bank.questions] == ["by-hand", "yes", "new"]
    assert not result.doubted


def test_what_nobody_had_to_approve_waits_as_a_draft_once_it_is_not_made_any_more() -> None:
    result = again(bank(question("one"), question("two")), bank(question("two")))
    assert [(one.id, one.status) for one in result.bank.questions] == [("one", "draft"), ("two", "approved")]
    assert [one.id for one in result.doubted] == ["one"]
    assert file_of(result.text).bank == result.bank


def test_what_was_made_but_left_out_this_time_stays_approved() -> None:
    result = again(bank(question("one"), question("two")), bank(question("two")), question("one"))
    assert [one.status for one in result.bank.questions] == ["approved", "approved"]


def test_of_an_article_that_changed_written_questions_without_evidence_are_rejected_others_go() -> None:
    written = question("by-hand", "main_point", derivation=None)
    result = again(bank(written, question("one")), bank(question("new", evidence=[])), raw="Nothing.")
    assert [(one.id, one.reason) for one in result.out_of_date] == [("by-hand", OUT_OF_DATE)]
    assert [one.id for one in result.gone] == ["one"]
    assert [one.status for one in file_of(result.text).bank.questions] == ["rejected", "approved"]


def test_the_versions_of_the_witnesses_are_those_of_now() -> None:
    made = bank(question("one"))
    result = again("# Ours.\n" + render_bank(made), replace(made, witnesses={"rules": "2"}))
    assert result.text.startswith("# Ours.\n")
    assert file_of(result.text).bank.witnesses == {"rules": "2"}


def test_a_bank_between_braces_can_be_made_again() -> None:
    made = bank(question("one", status="draft"))
    written = (
        '{"id": "x", "type": "choice", "kind": "main_point", "prompt": "Who?", "explanation": "So.", '
        '"options": [{"text": "A", "correct": true}, {"text": "B"}]}'
    )
    text = f'{{"version": 1, "id": "b", "title": "B", "questions": [{written}]}}'
    assert [one.id for one in file_of(again(text, made).text).bank.questions] == ["x", "one"]
