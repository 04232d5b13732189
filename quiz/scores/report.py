"""The history as text for people: a table of sessions, and one session question by question."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Final

from quiz import visible
from quiz.bank.kinds import SKILLS
from quiz.scores.data import session_csv, session_json, sessions_csv, sessions_json
from quiz.scores.records import AskedQuestion, SessionSummary, StoredAnswer, StoredSession
from quiz.scores.snapshot import key_of, prompt_of, read_snapshot, response_in_words

__all__ = [
    "NO_SESSIONS",
    "percent",
    "points",
    "session_csv",
    "session_json",
    "session_report",
    "sessions_csv",
    "sessions_json",
    "sessions_table",
]

NO_SESSIONS: Final = "No sessions yet. Play a quiz, and its score will be here."

# Below this a title beside all other columns would have no room; it gets a line of its own.
_TWO_LINES_BELOW: Final = 72
_NARROWEST: Final = 20
_GAP: Final = "  "

# Not strftime's: those follow the locale, and the rest of the text does not.
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MARKS: Final = {True: "✓ right", False: "✗ wrong", None: "– not answered"}
_CERTAINTIES: Final = {1: "low", 2: "medium", 3: "high", None: ""}


def sessions_table(summaries: Sequence[SessionSummary], width: int, now: datetime) -> str:
    """Return the sessions as a table at most ``width`` cells wide, in the order given, no title cut.

    ``now`` says what is today, and in which time zone times are shown.
    """
    return "\n".join(line for _, line in session_lines(summaries, width, now, whole=True))


def session_lines(
    summaries: Sequence[SessionSummary], width: int, now: datetime, *, whole: bool = False
) -> list[tuple[int | None, str]]:
    """Return the lines of a table of sessions, each with the number of its session; the head has none.

    Unless they are wanted ``whole``, titles are cut, so that every session has equally many lines.
    """
    if not summaries:
        return [(None, NO_SESSIONS)]
    width = max(width, _NARROWEST)
    several = len({summary.player for summary in summaries}) > 1
    narrow = width < _TWO_LINES_BELOW
    rows = [_row(summary, now, several=several, short=narrow) for summary in summaries]
    blocks = _stacked(rows, width, whole) if narrow else _columns(rows, width, whole)
    heads: list[int | None] = [] if narrow else [None]
    numbers = [*heads, *(summary.id for summary in summaries)]
    return [
        (number, visible.clip(line.rstrip(), width))
        for number, block in zip(numbers, blocks, strict=True)
        for line in block
    ]


def session_report(stored: StoredSession, width: int, zone: tzinfo | None = None) -> str:
    """Return one session question by question, at most ``width`` cells wide.

    Times are shown in ``zone``, or in this machine's. What an unfinished session has not asked for yet
    is not given away: no key of an unanswered question, and no judgement at all in an exam.
    """
    width = max(width, _NARROWEST)
    summary = stored.summary
    secret = summary.mode == "exam" and summary.finished is None
    lines = visible.wrap(summary.title, width)
    when = datetime.fromisoformat(summary.started).astimezone(zone)
    lines += visible.wrap(
        f"Session {summary.id}, {summary.mode}, {_date(when)} {when:%H:%M}, {summary.player}", width
    )
    lines += visible.wrap(_result(summary, secret=secret), width)
    if stored.article_name or stored.source:
        lines += visible.wrap(f"From: {stored.article_name or stored.source}", width)
    if not secret and stored.answers:
        lines += ["", "Skills", *_skill_lines(stored, width)]
    for position, asked in enumerate(stored.questions):
        lines += ["", *_question(position, asked, stored, width, secret=secret)]
    return "\n".join(visible.clip(line.rstrip(), width) for line in lines)


def points(score: float) -> str:
    """Return a score as short as it can be written: ``7``, ``6.5``, ``0.33``."""
    return f"{score:.2f}".rstrip("0").rstrip(".")


def percent(score: float, max_score: float) -> int:
    """Return the share of points in percent; only all points are 100, and only none are 0."""
    if max_score <= 0 or score <= 0:
        return 0
    if score >= max_score:
        return 100
    return min(99, max(1, round(100 * score / max_score)))


def _row(summary: SessionSummary, now: datetime, *, several: bool, short: bool) -> tuple[str, ...]:
    """Return the cells of a session: number, when, title, score, percent, state."""
    title = visible.one_line(f"{summary.player}: {summary.title}" if several else summary.title)
    when = _when(summary.started, now)
    if summary.finished is None:
        state = f"unfinished, {summary.answered} of {summary.asked}" + ("" if short else " answered")
        return str(summary.id), when, title, "", "", state
    score = f"{points(summary.score)}/{points(summary.max_score)}"
    share = f"{percent(summary.score, summary.max_score)}%"
    return str(summary.id), when, title, score, share, summary.mode


def _columns(rows: Sequence[tuple[str, ...]], width: int, whole: bool) -> list[list[str]]:
    """The head and every session, mostly in one line each."""
    head = ("id", "when", "bank", "score", "%", "mode")
    table = [head, *rows]
    widths = [max(visible.width(row[column]) for row in table) for column in range(len(head))]
    rest = sum(widths) - widths[2] + len(_GAP) * (len(head) - 1)
    widths[2] = max(min(widths[2], width - rest), 2)
    before = " " * (widths[0] + widths[1] + 2 * len(_GAP))
    blocks = []
    for number, when, title, score, share, state in table:
        first, *others = _title(title, widths[2], whole)
        cells = (
            number.rjust(widths[0]),
            when.ljust(widths[1]),
            visible.pad(first, widths[2]),
            score.rjust(widths[3]),
            share.rjust(widths[4]),
            state,
        )
        blocks.append([_GAP.join(cells), *(before + line for line in others)])
    return blocks


def _stacked(rows: Sequence[tuple[str, ...]], width: int, whole: bool) -> list[list[str]]:
    """Every session with its title above the rest."""
    margin = max(len(row[0]) for row in rows)
    before = " " * (margin + len(_GAP))
    blocks = []
    for number, when, title, score, share, state in rows:
        first, *rest = _title(title, width - len(before), whole)
        told = _details((when, score, share, state), width - len(before), whole)
        blocks.append([f"{number.rjust(margin)}{_GAP}{first}", *(before + line for line in (*rest, *told))])
    return blocks


def _details(parts: tuple[str, ...], width: int, whole: bool) -> list[str]:
    """What stands below a title; where it must be one line, the mode is what can be missed."""
    details = _GAP.join(part for part in parts if part)
    if visible.width(details) <= width:
        return [details]
    return visible.wrap(details, width) if whole else [_GAP.join(part for part in parts[:-1] if part)]


def _title(title: str, width: int, whole: bool) -> list[str]:
    """The lines of a title, one at least."""
    return (visible.wrap(title, width) if whole else [visible.clip(title, width)]) or [""]


def _when(started: str, now: datetime) -> str:
    now = now.astimezone(now.tzinfo)  # without a zone it is this machine's time
    then = datetime.fromisoformat(started).astimezone(now.tzinfo)
    if then.date() == now.date():
        return f"today {then:%H:%M}"
    if then.date() == now.date() - timedelta(days=1):
        return "yesterday"
    return _date(then)


def _date(day: datetime) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _result(summary: SessionSummary, *, secret: bool) -> str:
    if summary.finished is None:
        right = "" if secret else f", {summary.correct} right"
        return f"Unfinished: {summary.answered} of {summary.asked} answered{right}"
    result = f"{summary.correct} of {summary.asked} right"
    score = f"{points(summary.score)}/{points(summary.max_score)} points"
    if points(summary.score) == str(summary.correct) and points(summary.max_score) == str(summary.asked):
        score = ""  # it says the same
    share = f"{percent(summary.score, summary.max_score)}%"
    return f"{result}, {score}, {share}" if score else f"{result}, {share}"


def _skill_lines(stored: StoredSession, width: int) -> list[str]:
    """How many were right of each skill's questions; of its answers while the session goes on."""
    tallies: dict[str, list[bool]] = {}
    for position, asked in enumerate(stored.questions):
        answer = stored.answers.get(position)
        if answer or stored.summary.finished is not None:
            tallies.setdefault(asked.skill, []).append(answer is not None and answer.correct)
    names = [*(name for name in SKILLS if name in tallies), *(name for name in tallies if name not in SKILLS)]
    shown = {name: visible.clip(visible.one_line(name), width - 14) for name in names}
    margin = max(visible.width(name) for name in shown.values())
    return [
        f"  {visible.pad(shown[name], margin)}{_GAP}{sum(tallies[name])} of {len(tallies[name])}"
        for name in names
    ]


def _question(
    position: int, asked: AskedQuestion, stored: StoredSession, width: int, *, secret: bool
) -> list[str]:
    answer: StoredAnswer | None = stored.answers.get(position)
    question = read_snapshot(asked.snapshot)
    mark = "answered" if secret and answer else _mark(answer)
    number = f"{position + 1}."
    margin = " " * (len(str(len(stored.questions))) + 2)
    lines = [f"{number.ljust(len(margin))}{mark}"]
    lines += _indented(prompt_of(question) or asked.question, margin, width)
    if answer:
        lines += _indented(
            f"Your answer: {response_in_words(answer.response, question)}", margin + "  ", width
        )
        if 0 < answer.score < answer.max_score and not secret:
            lines += _indented(
                f"Points: {points(answer.score)} of {points(answer.max_score)}", margin + "  ", width
            )
    key = key_of(question)
    closed = answer is not None or stored.summary.finished is not None
    if key and closed and not secret and not (answer and answer.correct):
        lines += _indented(f"{_whose(stored)}: {key}", margin + "  ", width)
    return lines


def _mark(answer: StoredAnswer | None) -> str:
    """Right, wrong or partly right, and how sure the player was."""
    if answer is None:
        return _MARKS[None]
    partly = not answer.correct and 0 < answer.score < answer.max_score
    mark = "≈ partly right" if partly else _MARKS[answer.correct]
    sure = _CERTAINTIES.get(answer.certainty)
    return f"{mark}, certainty {sure}" if sure else mark


def _whose(stored: StoredSession) -> str:
    return "The article's answer" if stored.article is not None else "The right answer"


def _indented(text: str, margin: str, width: int) -> list[str]:
    return [margin + line for line in visible.wrap(text, width - len(margin))]
