"""Writing a text where a scalar of a YAML file stood, in the way it was written there."""

import re

from quiz.bank.check.diagnostic import Edit
from quiz.bank.yaml_values import what_yaml_reads

_SIMPLE = re.compile(r"[A-Za-z0-9“‘][^\n:#'\"\[\]{},&*!|>%@`\\]*(?<!\s)")
_SEEN = re.compile(
    "[\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)


def quote_edit(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Put an unquoted scalar that YAML misreads between quotation marks."""
    written = text[start:end]
    if not written or "\n" in written or "\r" in written or written[0] in "'\"|>[{&*!":
        return ()
    if cut_by_comma(text, start, end):
        return ()
    return (Edit(start, end, double_quoted(written)),)


def cut_by_comma(text: str, start: int, end: int) -> bool:
    """Whether a number is only a piece of what was meant, as both items of ``[40,000]`` are."""
    return bool(re.match(r",\d", text[end : end + 2]) or re.search(r"\d,$", text[max(0, start - 2) : start]))


def scalar_edit(text: str, start: int, end: int, value: str) -> tuple[Edit, ...]:
    """Replace a scalar by one that reads ``value``; nothing where a comment would be lost."""
    written = text[start:end]
    first = written[:1]
    if first in ("|", ">") and "#" in written.splitlines()[0]:
        return ()
    if first in ("&", "!", "*"):
        return ()
    if not _SEEN.fullmatch(value):
        new = double_quoted(value)
    elif first == "'":
        new = "'" + value.replace("'", "''") + "'"
    elif first == '"' or not _SIMPLE.fullmatch(value) or what_yaml_reads(value):
        new = double_quoted(value)
    else:
        new = value
    return (Edit(start, end, new),) if new != written else ()


def double_quoted(value: str) -> str:
    """Write a text in double quotes on one line; what cannot be seen becomes an escape."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if _SEEN.fullmatch(one) else _escape(one) for one in plain) + '"'


def _escape(character: str) -> str:
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    code = ord(character)
    return short or (
        f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
    )
