"""Whatever a bank looks like, the linter says something sensible about it or nothing, and never raises."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.bank.kinds import KINDS
from tests.bank.check.laws import check_laws
from tests.bank.check.samples import BANKS, BROKEN, CLEAN, PLAIN

PLACE = BANKS / "broken" / "any.yaml"
KEYS = (
    *("version", "id", "title", "language", "license", "article", "witnesses", "questions", "type", "kind"),
    *(
        "prompt",
        "explanation",
        "options",
        "text",
        "correct",
        "why",
        "evidence",
        "quote",
        "occurrence",
        "pairs",
    ),
    *("left", "right", "accept", "passage", "targets", "difficulty", "status", "tags", "derivation", "rule"),
    *("file", "sha256", "outlet"),
)


WORDS = st.sampled_from(
    [
        *(
            "the bridge",
            "all of the above",
            "a",
            "an",
            "14",
            "14 km",
            "1,000 m",
            "$2 million",
            "not",
            "never",
        ),
        *(
            "“quoted” ",
            "____",
            "…",
            "Which",
            "claimed",
            "“",
            "”",
            "'",
            '"',
            "#",
            ": ",
            "\n",
            "\t",
            "\u202e",
            "🌉",
        ),
        *(
            "option B",
            "(a)",
            "# quiz: ignore[P003] x",
            "moved by 14 centimetres",
            "Mara Lindqvist",
            "always",
            "?",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.text(max_size=30),
    st.text(alphabet="“”‘’\"' aA0.,%$-_\u200f\u05d0\u0300", max_size=40),
)
SCALARS = st.one_of(
    TEXTS, st.none(), st.booleans(), st.integers(-3, 9), st.floats(allow_nan=False), st.dates()
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=6)
    ),
    max_leaves=25,
)


def texts() -> st.SearchStrategy[str]:
    return TEXTS.filter(lambda text: bool(text.strip()))


def mostly(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The right thing nearly always, so that the rules have something to look at."""
    return st.one_of(*[strategy] * 9, SCALARS)


OPTIONS = st.lists(
    st.fixed_dictionaries(
        {"text": mostly(texts())}, optional={"correct": st.booleans(), "why": mostly(texts())}
    ),
    min_size=1,
    max_size=7,
)
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "id": st.from_regex(r"\A[a-z]{1,3}-[0-9]{1,2}\Z"),
    "kind": st.sampled_from(list(KINDS)),
    "prompt": mostly(texts()),
    "explanation": mostly(texts()),
}
MORE = {
    "evidence": st.lists(
        st.fixed_dictionaries({"quote": texts()}, optional={"occurrence": st.integers(0, 3)}), max_size=3
    ),
    "difficulty": st.integers(0, 6),
    "tags": st.lists(TEXTS, max_size=2),
}
PAIRS = st.lists(st.fixed_dictionaries({"left": texts(), "right": texts()}), max_size=4)


def questions() -> st.SearchStrategy[Any]:
    def of(name: str, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.fixed_dictionaries({"type": st.just(name), **COMMON, **parts}, optional=MORE)

    return st.one_of(
        of("choice", options=OPTIONS),
        of("choice", options=OPTIONS),
        of("multiple", options=OPTIONS),
        of("order", options=st.lists(st.fixed_dictionaries({"text": texts()}), max_size=4)),
        of("match", pairs=PAIRS),
        of("text", accept=st.lists(texts(), max_size=3)),
        of("hottext", passage=texts(), targets=OPTIONS),
        ANYTHING,
    )


ARTICLES = st.fixed_dictionaries(
    {
        "file": st.sampled_from(["../harbour.txt", "x.txt", "../../x", ".", "..", "a\nb"]),
        "sha256": st.just("a" * 64),
    }
)
SOME_BANK = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "id": st.just("x"),
        "title": texts(),
        "questions": st.lists(questions(), max_size=6),
    },
    optional={"article": ARTICLES, "language": SCALARS},
)
STYLES = st.sampled_from([None, True, False])
QUOTES = st.sampled_from([None, '"', "'", "|", ">"])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(SOME_BANK, STYLES, QUOTES)
def test_a_bank_of_any_questions(bank: Any, flow: bool | None, quotes: str | None) -> None:
    text = yaml.safe_dump(
        bank, allow_unicode=True, sort_keys=False, default_flow_style=flow, default_style=quotes
    )
    check_laws(text, PLACE)


@settings(deadline=None, max_examples=100)
@given(ANYTHING)
def test_any_yaml(value: Any) -> None:
    check_laws(yaml.safe_dump(value, allow_unicode=True), PLACE)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
@example("\ufeff")
@example("# quiz: ignore[P003] x")
@example("? ")
@example("!!binary x")
def test_any_text(text: str) -> None:
    check_laws(text, PLACE)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted({**BROKEN, **CLEAN}.items())),
    st.integers(0, 3000),
    st.integers(0, 40),
    WORDS | st.text(max_size=5),
)
def test_a_bank_with_a_piece_torn_out(named: tuple[str, str], at: int, drop: int, insert: str) -> None:
    _, text = named
    at %= len(text) + 1
    check_laws(text[:at] + insert + text[at + drop :], PLACE)


def test_a_bank_of_nothing_but_long_lines_is_checked_in_time() -> None:
    import time

    hostile = [
        "not " * 4000,
        "“" * 15000,
        "a" * 19000,
        "_" * 19000,
        "1,000" * 3000,
        "“a" * 9000,
        "‘a’" * 6000,
        "(" * 19000,
        "option " * 2500,
        "… " * 9000,
        " and ".join("ab" * 4000),
        "\"' " * 6000,
    ]
    began = time.perf_counter()
    for text in hostile:
        quoted = "'" + text.replace("'", "''") + "'"
        prompt = "According to the article, by how many centimetres did the bridge move?"
        check_laws(PLAIN.replace(f"prompt: {prompt}", f"prompt: {quoted}"), PLACE)
        check_laws(PLAIN.replace("text: '12'", f"text: {quoted}").replace("'41'", quoted), PLACE)
        check_laws(PLAIN.replace("quote: moved by 14 centimetres", f"quote: {quoted}"), PLACE)
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize("break_", ["\\n", "\\x85", "\\u2028"])
def test_a_text_of_several_lines_is_named_on_one(break_: str, tmp_path: Path) -> None:
    text = PLAIN.replace("- text: '12'", '- text: "14"').replace("- text: '14'", f'- text: "14{break_}"')
    assert text != PLAIN
    found = check_laws(text, tmp_path / "bank.yaml").diagnostics
    assert "two options read “14”" in [one.message for one in found]
