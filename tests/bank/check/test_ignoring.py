"""Comments that silence a rule in one line."""

import pytest

from quiz.bank.check import check_text, select_rules
from tests.bank.check.samples import BANKS, PLAIN

PROMPT = "According to the article, by how many centimetres did the bridge move?"
UNANCHORED = "By how many centimetres did it move?"


def codes(text: str, ignore: tuple[str, ...] = ()) -> list[str]:
    place = BANKS / "broken" / "any.yaml"
    found = check_text(text, "b.yaml", path=place, codes=select_rules((), ignore)).diagnostics
    return [one.code for one in found]


def with_prompt(written: str) -> str:
    assert PROMPT in PLAIN
    return PLAIN.replace(f"    prompt: {PROMPT}", written)


def test_without_a_comment_it_is_found() -> None:
    assert codes(with_prompt(f"    prompt: {UNANCHORED}")) == ["P009"]


@pytest.mark.parametrize(
    "written",
    [
        f"    prompt: {UNANCHORED}  # quiz: ignore[P009] as the title says",
        f"    prompt: {UNANCHORED}  #quiz:ignore[p009] as the title says",
        f"    prompt: {UNANCHORED}  # quiz: ignore[ P009 ] as the title says",
        f"    # quiz: ignore[P009] as the title says\n    prompt: {UNANCHORED}",
        f"    # quiz: ignore[P009] as the title says\n    # and more of it\n\n    prompt: {UNANCHORED}",
        "    prompt:  # quiz: ignore[P009] so it is\n      By how many centimetres\n      did it move?",
    ],
)
def test_a_comment_silences_the_rule_it_names(written: str) -> None:
    assert codes(with_prompt(written)) == []


def test_one_comment_may_name_several_rules() -> None:
    text = with_prompt("    prompt: That it moved not  # quiz: ignore[P009, P001,P003] a riddle")
    assert codes(text) == []


def test_a_comment_on_another_line_silences_nothing() -> None:
    text = with_prompt(f"    prompt: {UNANCHORED}").replace(
        "    kind: number", "    kind: number  # quiz: ignore[P009] x"
    )
    assert codes(text) == ["F033", "P009"]


def test_a_comment_for_a_rule_that_does_not_run_is_not_called_useless() -> None:
    text = with_prompt(f"    prompt: {UNANCHORED}  # quiz: ignore[P009] as the title says")
    assert codes(text, ("P009",)) == []


def test_what_looks_like_a_comment_in_a_text_is_text() -> None:
    text = with_prompt(f'    prompt: "{UNANCHORED} # quiz: ignore[P009] so"')
    assert codes(text) == ["P009"]
    block = with_prompt(f"    prompt: |\n      {UNANCHORED}\n      # quiz: ignore[P009] so")
    assert codes(block) == ["P009"]


def test_errors_of_the_format_can_be_silenced_but_the_bank_stays_broken() -> None:
    text = PLAIN.replace("kind: number", "kind: nubmer  # quiz: ignore[F013] a new kind, soon")
    assert codes(text) == []
