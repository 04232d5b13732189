"""From a Bank to its YAML: always the same text for the same bank, made to be read and diffed."""

import re
import sys
from functools import lru_cache
from typing import Any

import yaml

from quiz.bank.kept import as_data
from quiz.bank.model import Bank, Question

HEADER = "# yaml-language-server: $schema=./bank.schema.json\n"
"""Tells editors where the JSON Schema is, for completion while writing."""

_BANK_KEYS = ("version", "id", "title", "language", "license", "article", "witnesses")
_QUESTION_KEYS = (
    *("id", "type", "kind", "prompt", "passage", "options", "pairs", "accept", "targets"),
    *("explanation", "evidence", "difficulty", "status", "reason", "tags", "derivation"),
)
_ALWAYS = {"version", "language", "status"}
"""Written even where they have their default, because a reader of the file would ask."""

# Invisible, reordering and line-breaking characters become escapes: what cannot be seen cannot be diffed.
_ESCAPED = re.compile(
    "[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010fffe]"
    "|[\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_BLOCK = re.compile(r"\S[^\n]*(?<! )(?:\n+\S[^\n]*(?<! ))*\n?")
# Plain in PyYAML's eyes, but a number or a truth value to other readers of YAML, 1.1 or 1.2.
_ELSEWHERE = re.compile(
    r"[-+]?\.?\d[\d_,.:]*(?:[eE][-+]?\d*)?|[-+]?0[xob][0-9a-fA-F_]+|[-+]?\.(?:inf|nan)|[yYnN]|[-+.\d:TZ ]+",
    re.IGNORECASE,
)

_PLAIN = re.compile(r"[A-Za-z“‘](?:[^\n:#']|:(?=\S)|(?<!\s)#)*(?<!\s)")
"""What surely is a plain text in YAML, unless it is one of these words or has something to be escaped."""
_SET_OFF = re.compile(r'"[^\n\']*|[A-Za-z“‘][^\n\']*(?::\ |\ \#|:$)[^\n\']*')
"""What needs quotes for its first character or a colon, and has nothing that single ones would double."""
_NO_TEXTS = frozenset({"false", "n", "no", "null", "off", "on", "true", "y", "yes"})


def render_bank(bank: Bank) -> str:
    """Write ``bank`` as canonical YAML: reading it again gives an equal bank."""
    parts = [HEADER, _dump(_written_keys(bank, _BANK_KEYS)), "questions:\n"]
    for index, question in enumerate(bank.questions):
        if index:
            parts.append("\n")
        parts.append(f"  -{_item(_written_keys(question, _QUESTION_KEYS), '    ')}")
    return "".join(parts)


def render_question(question: Question) -> str:
    """Write a question as the item of a list that stands at the left edge."""
    return f"-{_item(_written_keys(question, _QUESTION_KEYS), '  ')}"


def render_scalar(text: str) -> str:
    """Write a text as the value of a key that stands at the left edge."""
    return _text(text)


# Questions are nearly all of a bank. Their mappings and lists are put together here, one to a line; only
# texts that need more than themselves go through PyYAML, whose writer looks at every character by itself.


def _value(value: Any, indent: str) -> str:
    """Write what follows the colon of a key that stands at ``indent``."""
    if isinstance(value, (_Inline, _InlineList)) or not (isinstance(value, (dict, list)) and value):
        return f" {_leaf(value, indent)}\n"
    if isinstance(value, list):
        return "\n" + "".join(f"{indent}  -{_item(item, f'{indent}    ')}" for item in value)
    return "\n" + "".join(f"{indent}  {key}:{_value(below, f'{indent}  ')}" for key, below in value.items())


def _item(item: Any, indent: str) -> str:
    """Write what follows the dash of a list, the keys of a mapping at ``indent``."""
    if not (isinstance(item, dict) and item):
        return f" {_leaf(item, indent[:-2])}\n"
    lines = [f"{key}:{_value(value, indent)}" for key, value in item.items()]
    return f" {indent.join(lines)}"


def _leaf(value: Any, indent: str) -> str:
    if isinstance(value, str):
        text = _text(value)
        return re.sub(r"\n(?=.)", f"\n{indent}", text) if "\n" in text else text
    return _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_inline(below)}' for key, below in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return _within_brackets(value)


@lru_cache(maxsize=512, typed=True)
def _within_brackets(value: Any) -> str:
    """Write a text, a number or a truth value where a comma or a bracket would end it."""
    return _dump(_InlineList([value]))[1:-2]


@lru_cache(maxsize=512)
def _text(text: str) -> str:
    if not _ESCAPED.search(text):
        if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXTS:
            return text
        if "\n" not in text and (_SET_OFF.fullmatch(text) or _ELSEWHERE.fullmatch(text)):
            return f"'{text}'"
    return _dump({"k": text})[len("k: ") : -1]


def _written_keys(part: Bank | Question, keys: tuple[str, ...]) -> dict[str, Any]:
    """Take the keys in the format's order, without those that only repeat their default."""
    said = {key: value for key, value in as_data(part).items() if key != "questions"}
    said |= {key: getattr(part, key) for key in _ALWAYS if hasattr(part, key)}
    if "tags" in said:
        said["tags"] = _InlineList(said["tags"])
    if "derivation" in said:
        said["derivation"] = _Inline(said["derivation"])
    return {key: said[key] for key in (*keys, *said) if key in said}


class _Inline(dict[str, Any]):
    """A mapping to be written as ``{key: value}``."""


class _InlineList(list[Any]):
    """A list to be written as ``[item, item]``."""


def _dump(data: object) -> str:
    text: str = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=sys.maxsize, default_flow_style=False
    )
    return text


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer with lists indented, one style for each sort of text, and no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list below their key."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Write in double quotes on one line, keeping every character that can be seen."""
        plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        self.write_indicator(f'"{_ESCAPED.sub(_escape, plain)}"', True)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    short = {0x09: "\\t", 0x0D: "\\r"}.get(code)
    return short or (
        f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
    )


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style: str | None = None
    if _ESCAPED.search(text):
        style = '"'
    elif "\n" in text:
        style = "|" if _BLOCK.fullmatch(text) else '"'
    elif _ELSEWHERE.fullmatch(text):
        style = "'"
    elif "'" in text and '"' not in text and "\\" not in text and _needs_quotes(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _needs_quotes(text: str) -> bool:
    """Whether PyYAML would put quotes around ``text``: then double ones, where single ones double up."""
    return bool(re.search(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=~.]|: |:$| #|[,\[\]{}]|\s$", text))


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    _Inline,
    lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True),
)
_Dumper.add_representer(
    _InlineList,
    lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True),
)
