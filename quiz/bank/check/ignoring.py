"""Comments that silence a rule on one line: ``# quiz: ignore[P004] reason``."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.registry import every_rule
from quiz.bank.positions import Positions
from quiz.bank.problems import Problem, shown

_COMMENT = re.compile(r"(?:^|(?<=[ \t\n\r]))#[ \t]*quiz:[ \t]*ignore\b(\[([^\]\r\n]*)\])?([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment: the codes it silences, the line it stands on, and the line it is meant for."""

    start: int
    end: int
    line: int
    meant: int
    codes: tuple[str, ...]
    reason: str


def ignores_in(text: str, positions: Positions) -> list[Ignore]:
    """Find the comments of a file; what looks like one inside a text is none."""
    if "quiz:" not in text:
        return []
    return list(_ignores(text, positions))


def silenced(one: Diagnostic, anchor: int, ignores: list[Ignore], used: set[tuple[int, str]]) -> bool:
    """Whether a comment silences a diagnostic; ``anchor`` is the line of the key its value stands under.

    What was made use of is added to ``used``.
    """
    hits = {
        (ignore.start, code)
        for ignore in ignores
        if ignore.meant in (one.line, anchor)
        for code in ignore.codes
        if code == one.code
    }
    used |= hits
    return bool(hits)


def ignore_problems(
    ignores: list[Ignore],
    used: set[tuple[int, str]],
    codes: Collection[str],
    positions: Positions,
    label: str,
) -> Iterator[Problem]:
    """Say which comments name no rule, give no reason, or silence nothing."""
    known = {rule.code: rule for rule in every_rule()}
    for ignore in ignores:
        at = positions.span(ignore.start, ignore.end)

        def problem(
            message: str, help_text: str, flaw: str, at: object = at, ignore: Ignore = ignore
        ) -> Problem:
            line, column = ignore.line, positions.span(ignore.start, ignore.end).column
            span = (ignore.start, ignore.end)
            return Problem(label, line, column, message, help_text, flaw=flaw, span=span)

        if not ignore.codes:
            yield problem(
                "this comment names no rule",
                "write for instance: # quiz: ignore[P004] reason",
                "ignore-unknown",
            )
        for code in ignore.codes:
            if code not in known:
                message = f"there is no rule “{shown(code)}” to ignore"
                yield problem(message, "“quiz rule” lists the rules", "ignore-unknown")
            elif code in codes and (ignore.start, code) not in used and not known[code].local:
                yield problem(f"{code} finds nothing here to ignore", "remove the comment", "ignore-unused")
        if ignore.codes and not ignore.reason:
            yield problem(
                "this comment does not say why the rule is ignored",
                "write the reason behind the bracket, for whoever reads the bank next",
                "ignore-without-reason",
            )


def _ignores(text: str, positions: Positions) -> Iterator[Ignore]:
    inside = [_content(text, *span) for span in _scalars(positions)]
    for hit in _COMMENT.finditer(text):
        if any(start <= hit.start() < end for start, end in inside):
            continue
        place = positions.span(hit.start(), hit.end())
        before = text[hit.start() - place.column + 1 : hit.start()]
        codes = tuple(
            dict.fromkeys(code.strip().upper() for code in (hit[2] or "").split(",") if code.strip())
        )
        meant = place.line if before.strip() else _next_line(text, hit.end(), place.line)
        yield Ignore(hit.start(), hit.end(), place.line, meant, codes, hit[3].strip())


def _next_line(text: str, offset: int, line: int) -> int:
    """Return the first line below that is neither empty nor a comment."""
    for below, content in enumerate(re.split(r"\r\n?|\n", text[offset:])[1:], line + 1):
        if content.strip() and not content.lstrip().startswith("#"):
            return below
    return line


def _content(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the line of “|” or “>”, behind which a comment may stand."""
    if text[start : start + 1] in ("|", ">"):
        first_line = re.compile(r"[^\r\n]*").match(text, start)
        return (first_line.end() if first_line else start), end
    return start, end


def _scalars(positions: Positions) -> list[tuple[int, int]]:
    """Return the spans of the values that hold no other values."""
    around = {path[:-1] for path in positions.values if path}
    return [span for path, span in positions.values.items() if path not in around]
