"""Several banks become one, and one becomes several."""

from dataclasses import replace

import pytest

from quiz.bank.authoring.merging import free_name, merged, same_article, written_questions
from quiz.bank.authoring.rewriting import rewritten
from quiz.bank.authoring.splitting import By, parts_of
from quiz.bank.files import BankFile, parse_bank
from quiz.bank.yaml_values import read_values
from tests.bank.authoring.laws import comments, only_inserted
from tests.bank.check.samples import CLEAN, PLAIN

OTHER = (
    CLEAN["every-type"].replace("id: ostmole-bridge", "id: other").replace("who said this", "who said that")
)


def bank(text: str) -> BankFile:
    return parse_bank(text, "bank.yaml")


@pytest.mark.parametrize("name", CLEAN)
def test_questions_are_taken_in_and_all_else_stays_as_it_was(name: str) -> None:
    into, other = bank(CLEAN[name]), bank(OTHER)
    result = merged(into, other)
    after = bank(result.text).bank
    assert only_inserted(into.text, result.text)
    assert not result.laid_out_anew
    assert after.questions[: len(into.bank.questions)] == into.bank.questions
    taken = [replace(one, id=result.renamed.get(one.id, one.id)) for one in other.bank.questions]
    assert all(one in after.questions for one in taken)
    assert len(after.questions) == len(into.bank.questions) + result.added
    assert result.added + result.known == len(other.bank.questions)


@pytest.mark.parametrize("name", CLEAN)
def test_merging_again_changes_nothing(name: str) -> None:
    for one, other in ((CLEAN[name], OTHER), (OTHER, CLEAN[name])):
        first = merged(bank(one), bank(other))
        again = merged(bank(first.text), bank(other))
        assert (again.text, again.added, again.renamed) == (first.text, 0, first.renamed)


@pytest.mark.parametrize("name", CLEAN)
def test_a_bank_takes_nothing_from_itself(name: str) -> None:
    result = merged(bank(CLEAN[name]), bank(CLEAN[name]))
    assert (result.text, result.added, dict(result.renamed)) == (bank(CLEAN[name]).text, 0, {})


def test_a_question_whose_id_is_taken_gets_the_id_of_its_bank_behind_its_own() -> None:
    result = merged(bank(PLAIN), bank(OTHER))
    assert dict(result.renamed) == {"speaker-1": "speaker-1-other"}
    assert [one.id for one in bank(result.text).bank.questions][:4] == [
        "speaker-1",
        "number-1",
        "speaker-1-other",
        "hottext-1",
    ]


def test_the_new_id_hangs_on_the_two_names_alone() -> None:
    assert free_name("q-1", "b", {"q-1": None}, None) == "q-1-b"
    assert free_name("q-1", "b", {}, None) == "q-1"
    long = free_name("q" * 110, "b" * 110, {"q" * 110: None}, None)
    assert len(long) <= 120
    assert long == free_name("q" * 110, "b" * 110, {"q" * 110: None, "else": None}, None)
    assert long != free_name("q" * 110, "b" * 109 + "c", {"q" * 110: None}, None)
    taken = dict.fromkeys(["q-1", "q-1-b"])
    third = free_name("q-1", "b", taken, None)
    assert third not in taken
    assert free_name("q-1", "b", taken | {third: None}, None) not in taken | {third: None}


def test_comments_come_along() -> None:
    into = bank(OTHER)
    other = CLEAN["comments-everywhere"].replace("  - id: number-1", "  # Above it.\n  - id: number-1")
    text = merged(into, bank(other)).text
    assert "      # who\n      - text: Mara Lindqvist  # she\n" in text
    assert "  # Above it.\n  - id: number-1\n" in text


@pytest.mark.parametrize("name", CLEAN)
def test_a_question_taken_out_of_its_file_is_the_question(name: str) -> None:
    file = bank(CLEAN[name])
    for text, question in zip(written_questions(file), file.bank.questions, strict=True):
        head = "version: 1\nid: a\ntitle: A\nquestions:\n"
        assert parse_bank(head + text, "x").bank.questions == [question]


def test_only_banks_about_the_same_text_go_together() -> None:
    plain, none = bank(PLAIN).bank, bank(CLEAN["no-article"]).bank
    assert same_article(plain, bank(OTHER).bank)
    assert same_article(none, none)
    assert not same_article(plain, none)


@pytest.mark.parametrize("by", ["kind", "skill", "status"])
@pytest.mark.parametrize("name", CLEAN)
def test_every_question_is_in_one_of_the_parts(name: str, by: By) -> None:
    file = bank(CLEAN[name])
    parts = parts_of(file, by, "../elsewhere/harbour.txt")
    read = [bank(part.text).bank for part in parts]
    assert sorted(one.id for part in read for one in part.questions) == sorted(
        one.id for one in file.bank.questions
    )
    assert all(one in file.bank.questions for part in read for one in part.questions)
    for part, whole in zip(parts, read, strict=True):
        assert {getattr(one, by) for one in whole.questions} == {part.name}
        assert whole.id == part.id == f"{file.bank.id}-{part.name.replace('_', '-')}"
        assert part.questions == len(whole.questions)
        if whole.article is not None:
            assert whole.article.file == "../elsewhere/harbour.txt"
        assert part.laid_out_anew is (name == "json")


def test_a_part_keeps_the_comments_of_its_questions_and_of_the_head() -> None:
    text = CLEAN["comments-everywhere"].replace("  - id: number-1", "  # Above it.\n  - id: number-1")
    speaker, number = parts_of(bank(text), "kind", None)
    assert comments(speaker.text) == ["# a", "# who", "# end"]
    assert comments(number.text) == ["# a", "# Above it.", "# end"]
    assert "title: The bridge of Ostmole (number)\n" in number.text


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize(
    "title", ["Plain", "With: a colon", "'It' is “said”", "yes", "10", "A\u2028B", "– # –"]
)
def test_a_title_is_written_in_place_so_that_it_reads_as_it_should(name: str, title: str) -> None:
    before = CLEAN[name].removeprefix("\ufeff")
    after = rewritten(read_values(before, name), {("title",): title, ("id",): "new-id"})
    assert after is not None
    old, new = bank(before).bank, bank(after).bank
    assert new == replace(old, title=title, id="new-id")
    changed = [
        pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if len(set(pair)) > 1
    ]
    assert len(changed) <= 2
