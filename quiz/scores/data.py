"""The history as data for programs: JSON and CSV with the fields fixed for ``quiz scores``."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from quiz.scores.records import SessionSummary, StoredAnswer, StoredSession
from quiz.visible import visible

SESSION_FIELDS: Final = (
    *("id", "player", "bank", "title", "mode", "started", "finished"),
    *("asked", "answered", "correct", "score", "max_score"),
)
ANSWER_FIELDS: Final = (
    *("question", "kind", "skill", "response", "correct", "score", "certainty", "seconds"),
)


def sessions_json(summaries: Iterable[SessionSummary]) -> str:
    """Return the sessions as a JSON array, in the order given; ASCII, so that any terminal can take it."""
    return json.dumps([_fields(summary, SESSION_FIELDS) for summary in summaries], indent=2)


def session_json(stored: StoredSession) -> str:
    """Return one session as a JSON object: the fields of ``sessions_json`` and ``answers``."""
    session = _fields(stored.summary, SESSION_FIELDS)
    answers = [_fields(stored.answers[position], ANSWER_FIELDS) for position in sorted(stored.answers)]
    return json.dumps({**session, "answers": answers}, indent=2)


def sessions_csv(summaries: Iterable[SessionSummary]) -> str:
    """Return the sessions as CSV (RFC 4180) with a header line and the fields of ``sessions_json``."""
    return csv_text(SESSION_FIELDS, [_fields(summary, SESSION_FIELDS) for summary in summaries])


def session_csv(stored: StoredSession) -> str:
    """Return the answers of one session as CSV with a header line; a response that is no text is JSON."""
    rows = [_fields(stored.answers[position], ANSWER_FIELDS) for position in sorted(stored.answers)]
    for row in rows:
        if not isinstance(row["response"], str):
            row["response"] = json.dumps(row["response"], ensure_ascii=False)
    return csv_text(ANSWER_FIELDS, rows)


def _fields(record: SessionSummary | StoredAnswer, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def csv_text(names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header line; text is neither a formula nor steers a terminal."""
    import csv  # here, because the table people ask for most does not need it
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue()


def _cell(value: Any) -> Any:
    """Text as a terminal and a spreadsheet may see it: neither steered, nor taken for a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    shown = visible(value)
    # The wide forms too: spreadsheets set to East Asian languages take them for the others.
    return f"'{shown}" if shown.lstrip().startswith(tuple("=+-@＝＋－＠")) else shown
