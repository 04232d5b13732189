"""Turns of a conversation that is printed as one."""

import pytest

from tests.generate.articles import reading

TALK = ("QUILL: Did it move?", "LINDQVIST: It moved twice.", "QUILL: And is it shut now?")


def turns(*paragraphs: str) -> list[tuple[str, str, str]]:
    read = reading(*paragraphs)
    return [
        (fact.speech.source.name, fact.speech.source.named, read.words(fact.speech.content))
        for fact in read.attributions
        if fact.rule == "transcript"
    ]


def test_every_turn_goes_to_the_name_before_it() -> None:
    assert turns(*TALK) == [
        ("QUILL", "named", "Did it move?"),
        ("LINDQVIST", "named", "It moved twice."),
        ("QUILL", "named", "And is it shut now?"),
    ]


def test_q_and_a_name_nobody() -> None:
    assert turns("Q: Did it move?", "A: It moved.", "Q: Is it shut?") == [
        ("q", "unnamed", "Did it move?"),
        ("a", "unnamed", "It moved."),
        ("q", "unnamed", "Is it shut?"),
    ]


def test_names_in_small_letters_make_a_conversation_as_well() -> None:
    talk = ("Ada Quill: Did it move?", "Mara Lindqvist: It moved twice.", "Ada Quill: Is it shut?")
    assert [name for name, _, _ in turns(*talk)] == ["Ada Quill", "Mara Lindqvist", "Ada Quill"]


@pytest.mark.parametrize(
    "talk",
    [
        TALK[:2],
        ("QUILL: Did it move?", "QUILL: It moved twice.", "QUILL: And is it shut now?"),
        ("NOTE: It is shut.", "UPDATE: It moved.", "VARNHOLM: It is open."),
        ("Quill said: it moved.", "Lindqvist said: it is shut.", "Quill said: it moved."),
    ],
)
def test_a_few_lines_with_a_colon_are_no_conversation(talk: tuple[str, ...]) -> None:
    assert turns(*talk) == []


def test_a_paragraph_between_the_turns_belongs_to_nobody_s_turn() -> None:
    found = turns(*TALK[:2], "The town waits for the trams.", TALK[2])
    assert len(found) == 3
    assert not any("trams" in words for _, _, words in found)


def test_what_is_said_within_a_turn_is_not_read_for_itself() -> None:
    read = reading(*TALK, "LINDQVIST: The harbour board said that the town would pay for it.")
    assert {fact.rule for fact in read.attributions} == {"transcript"}
