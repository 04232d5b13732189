"""YAML's syntax errors in plain words, with the place where a person would look."""

import re

import yaml

from quiz.bank.problems import shown

_SENTENCES: tuple[tuple[str, str, str | None], ...] = (
    (
        "mapping values are not allowed",
        "there is a “:” that YAML takes for the end of a key",
        "put text that contains “: ” in quotes, and check that the line is indented like its neighbours",
    ),
    (
        "could not find expected ':'",
        "this line should be “key: value” and has no “: ”",
        "put text of several lines in quotes, and indent it further than its key",
    ),
    (
        "did not find expected key",
        "YAML expected a key here",
        "check that the line is indented like its neighbours and that every quotation mark is closed",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation of this line fits nothing above it",
        "line up keys with keys, and the “- ” of a list below each other",
    ),
    (
        "block sequence entries are not allowed",
        "an item of a list cannot begin here",
        "begin it on a line of its own, with “- ”",
    ),
    ("expected ',' or ']'", "the list in [ ] lacks a “,” or its “]”", None),
    ("expected ',' or '}'", "the keys in { } lack a “,” or their “}”", None),
    ("did not find expected node content", "YAML expected a value here", None),
    (
        "unknown escape character",
        "the backslash begins an escape that YAML does not know",
        "write “\\\\” for a backslash, or use single quotes, where it is a plain character",
    ),
    (
        "invalid Unicode character escape code",
        "the escape stands for no character",
        "write the character itself",
    ),
    (
        "did not find expected hexdecimal number",
        "the escape lacks hexadecimal digits",
        "write “\\\\” for a backslash, or use single quotes, where it is a plain character",
    ),
    # The next two are what PyYAML says where it was built without libyaml.
    (
        "expected <block end>",
        "the indentation of this line fits nothing above it",
        "line up keys with keys, and the “- ” of a list below each other",
    ),
    (
        "expected escape sequence",
        "the escape lacks hexadecimal digits",
        "write “\\\\” for a backslash, or use single quotes, where it is a plain character",
    ),
    ("did not find expected <document start>", "something follows the end of the document", None),
    (
        "found a tab character where an indentation space is expected",
        "YAML does not allow tabs as indentation",
        "use spaces",
    ),
)
_ENDED_VALUE = re.compile(
    r"""(?:: |- )[ ]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\}|\*\S+)[ ]*$"""
)
_TAB_INDENT = re.compile(r"[ ]*(\t)")


def explain_syntax_error(text: str, error: yaml.MarkedYAMLError) -> tuple[int, str, str | None]:
    """Return the offset a syntax error is about, one clause that says what is wrong, and what to do."""
    problem = error.problem or ""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    opened = min(error.context_mark.index, len(text)) if error.context_mark else offset
    if tab := _tab_near(text, offset):
        return tab - 1, "YAML does not allow tabs as indentation", "use spaces"
    if "unexpected end of stream" in problem or "unexpected document indicator" in problem:
        return opened, "the quotation mark that opens here is never closed", "add the closing mark"
    if "quoted scalar" in context and not re.search("tab|escape|hexdecimal", problem):
        return opened, "the quotation mark that opens here is never closed", "add the closing mark"
    if "cannot start any token" in problem:
        first = text[offset : offset + 1]
        return (
            offset,
            f"text cannot begin with “{shown(first)}” without quotes",
            f"put it in quotes: {_quoted_line(text, offset)}",
        )
    if "scanning an alias" in context or "scanning an anchor" in context:
        first = text[opened : opened + 1]
        return (
            opened,
            f"text cannot begin with “{shown(first)}” without quotes",
            f"put it in quotes: {_quoted_line(text, opened)}",
        )
    if "simple key" in context:
        offset = opened
    for sign, message, help_text in _SENTENCES:
        if sign in problem:
            return _begun_too_early(text, offset) or (offset, message, help_text)
    if "tag" in context:
        return opened, "text cannot begin with “!” without quotes", "put it in quotes"
    if "block scalar" in context:
        return (
            offset,
            "the text after “|” or “>” is not indented as YAML needs it",
            "indent it with spaces alike",
        )
    if "directive" in context + problem:
        return opened, "text cannot begin with “%” without quotes", "put it in quotes"
    return offset, f"this is not valid YAML: {shown(problem or 'it cannot be read')}", None


def _tab_near(text: str, offset: int) -> int:
    """Return the offset just after a tab that indents the line of ``offset``, or 0."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    tab = _TAB_INDENT.match(text, start)
    return tab.end(1) if tab else 0


def _begun_too_early(text: str, offset: int) -> tuple[int, str, str] | None:
    """Whether the text goes on where its value ended for YAML, as in ``"Yes", she said`` or ``[sic] so``."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    start = max(start, offset - 2_000)  # a search backwards over a line of megabytes would take minutes
    ended = _ENDED_VALUE.search(text[start:offset])
    if not ended or not text[offset : offset + 1].strip():
        return None
    mark = ended.group(1)[0]
    if mark in "\"'":
        message = "text goes on after its closing quotation mark"
        return offset, message, 'put the whole text in quotes; inside “"” write \\" for a quotation mark'
    return (
        start + ended.start(1),
        f"text cannot begin with “{mark}” without quotes",
        "put the whole text in quotes",
    )


def _quoted_line(text: str, offset: int) -> str:
    line = re.split(r"[\r\n]", text[offset : offset + 200], maxsplit=1)[0].strip()
    return f'"{shown(line)}"' if '"' not in line else f"'{shown(line)}'"
