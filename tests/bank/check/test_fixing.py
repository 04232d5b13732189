"""`--fix` mends what is safe, in place: nothing else in the file changes, and twice is like once."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.check import select_rules
from quiz.bank.check.fixing import apply_edits, fix_text
from tests.bank.check.samples import BANKS, BROKEN, CLEAN, PLAIN

PLACE = BANKS / "broken" / "any.yaml"
DEFAULT = select_rules()


def fixed(text: str) -> str:
    return fix_text(text, "bank.yaml", path=PLACE, codes=DEFAULT).checked.text


def changed(old: str, new: str, text: str = PLAIN) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize("written", ["no", "on", "Yes", "1.10", "2026-01-02", "10:30", "~", "0x1F", "12"])
def test_a_text_that_yaml_misreads_is_put_in_quotes(written: str) -> None:
    broken = changed("text: '12'", f"text: {written}   # why not")
    assert fixed(broken) == changed("text: '12'", f'text: "{written}"   # why not')


def test_space_around_a_text_is_removed_in_the_quotes_it_stands_in() -> None:
    assert fixed(changed("text: Tomas Brandt", "text: '  Tomas Brandt '")) == changed(
        "text: Tomas Brandt", "text: 'Tomas Brandt'"
    )
    assert fixed(changed("text: Tomas Brandt", 'text: "\\tTomas Brandt\\n" # he')) == changed(
        "text: Tomas Brandt", 'text: "Tomas Brandt" # he'
    )


def test_figures_are_sorted_with_everything_that_belongs_to_them() -> None:
    options = """\
    options:  # three
      - text: '41'   # too many
        why: |
          The article
          has 14.
      - text: '12'
        why: The article has 14.
      - {text: '14', correct: true}  # the key
"""
    start, end = PLAIN.index("    options:\n      - text: '12'"), PLAIN.rindex("    explanation:")
    broken = PLAIN[:start] + options + PLAIN[end:]
    mended = fixed(broken)
    assert [option["text"] for option in yaml.safe_load(mended)["questions"][1]["options"]] == [
        "12",
        "14",
        "41",
    ]
    assert "- text: '41'   # too many\n        why: |\n          The article\n          has 14.\n" in mended
    assert "- {text: '14', correct: true}  # the key\n" in mended
    assert mended[:start] == PLAIN[:start]
    assert mended.endswith(PLAIN[end:])
    assert "    options:  # three\n      - text: '12'\n" in mended


def test_figures_with_comments_between_them_are_left_to_a_person() -> None:
    broken = changed("text: '12'", "text: '52'").replace(
        "      - text: '41'", "      # a slip\n      - text: '41'"
    )
    assert fixed(broken) == broken


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Moved by 14 centimeters", "spelling"),
        ("moved by  14 Centimetres", "moved by 14 centimetres"),
        ("The bridge over the Kell has moved by 14 centimetres in the night to Tuesday", "x"),
        ("It moved by a mile", None),
        ("'\"It will not move again before the winter,\" Mara Lindqvist'", "y"),
    ],
)
def test_evidence_that_is_nearly_there_is_taken_from_the_article(written: str, mended: str | None) -> None:
    broken = changed("quote: moved by 14 centimetres", f"quote: {written}")
    article = (BANKS / "harbour.txt").read_text(encoding="utf-8")
    result = fixed(broken)
    if mended is None:
        assert result == broken
        return
    quote = yaml.safe_load(result)["questions"][1]["evidence"][0]["quote"]
    assert quote in article
    assert len(quote.split()) >= 4
    assert result.replace(quote, "").count("\n") == broken.count("\n")


def test_the_hash_is_updated_only_when_all_evidence_still_stands() -> None:
    stale = BROKEN["article-changed"]
    assert fixed(stale) == changed("f0" * 32, PLAIN.split("sha256: ")[1][:64], stale)
    gone = changed("quote: moved by 14 centimetres", "quote: this stands nowhere at all", stale)
    assert fixed(gone) == gone


def test_one_mending_makes_room_for_the_next() -> None:
    stale = changed(
        "quote: moved by 14 centimetres", "quote: moved by 14  centimetres", BROKEN["article-changed"]
    )
    result = fix_text(stale, "bank.yaml", path=PLACE, codes=DEFAULT)
    assert result.checked.diagnostics == ()
    assert result.mended == 2


def test_rules_that_do_not_run_mend_nothing() -> None:
    broken = changed("text: '12'", "text: no")
    without = select_rules((), ("F011",))
    assert fix_text(broken, "bank.yaml", path=PLACE, codes=without).checked.text == broken


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_stay(newline: str) -> None:
    broken = changed("text: Tomas Brandt", "text: ' Tomas Brandt'").replace("\n", newline)
    assert fixed(broken) == changed("text: Tomas Brandt", "text: 'Tomas Brandt'").replace("\n", newline)


@pytest.mark.parametrize("name", [*BROKEN, *CLEAN])
def test_mending_changes_only_what_the_findings_mark(name: str) -> None:
    text = {**BROKEN, **CLEAN}[name]
    result = fix_text(text, "bank.yaml", path=PLACE, codes=DEFAULT)
    again = fix_text(result.checked.text, "bank.yaml", path=PLACE, codes=DEFAULT)
    assert again.checked.text == result.checked.text
    if not result.mended:
        assert result.checked.text == text.removeprefix("\ufeff")


SLIPS = [
    ("text: '12'", "text: 12"),
    ("text: '41'", "text: off"),
    ("text: Tomas Brandt", "text: ' Tomas Brandt'"),
    ("quote: moved by 14 centimetres", "quote: moved by 14 Centimetres"),
    ("explanation: The first paragraph", "explanation: '  The first paragraph"),
    ("text: Ines Calloway", 'text: "Ines Calloway "   # the mayor'),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SLIPS), unique=True))
def test_any_mixture_of_slips_is_mended_to_the_end(slips: list[tuple[str, str]]) -> None:
    text = PLAIN
    for old, new in slips:
        if new.startswith("explanation: '"):
            text = text.replace("in its first sentence.", "in its first sentence.'")
        text = changed(old, new, text)
    once = fixed(text)
    assert fixed(once) == once
    assert (
        yaml.safe_load(once)["questions"][1]["evidence"] == yaml.safe_load(PLAIN)["questions"][1]["evidence"]
    )
    assert once.count("# the mayor") == text.count("# the mayor")
    assert [line.split(":")[0] for line in once.split("\n")] == [
        line.split(":")[0] for line in PLAIN.split("\n")
    ]


def test_edits_are_made_from_front_to_back() -> None:
    from quiz.bank.check import Edit

    assert apply_edits("0123456789", [Edit(8, 9, "B"), Edit(1, 3, "A")]) == "0A34567B9"


def test_a_bank_that_changed_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.cli import checking

    path = tmp_path / "bank.yaml"
    path.write_text(changed("text: '12'", "text: no"), encoding="utf-8")

    def slow_fix(text: str, *arguments: object, **more: object) -> object:
        path.write_text("somebody else's", encoding="utf-8")
        return fix_text(text, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("quiz.cli.checking.fix_text", slow_fix)
    wishes = checking.Wishes("concise", (), (), False, True, False, False)
    assert checking.check_banks([str(path)], wishes) == 1
    assert path.read_text(encoding="utf-8") == "somebody else's"


def test_a_number_that_its_comma_cuts_is_left_to_a_person() -> None:
    broken = changed("    kind: number\n", "    kind: number\n    tags: [40,000]\n")
    result = fix_text(broken, "bank.yaml", path=PLACE, codes=DEFAULT)
    assert result.checked.text == broken
    assert [one.message for one in result.checked.diagnostics] == [
        "item 1 of “tags” must be text, but the comma in 40,000 begins another item",
        "item 2 of “tags” must be text, but the comma in 40,000 begins another item",
    ]


@pytest.mark.parametrize(
    "written", ["the price of the old repair", "It will now move again", "We have got it"]
)
def test_other_words_are_not_taken_for_a_slip_of_the_pen(written: str) -> None:
    broken = changed("quote: moved by 14 centimetres", f"quote: {written} today")
    assert fixed(broken) == broken
