"""What `quiz bank info` tells: what one bank holds, whether its article is there, what was played of it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from quiz import paths
from quiz.amounts import counted
from quiz.article import ArticleError, read_article
from quiz.bank.authoring.skeletons import TYPES
from quiz.bank.files import BankFile, load_bank, place_of_article
from quiz.bank.kinds import KINDS, SKILLS
from quiz.cli.at_hand import open_store
from quiz.cli.width import report_width
from quiz.scores.records import BankHistory
from quiz.visible import one_line, wrap

_LABEL = 11


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is told of a bank; ``by`` counts its questions by status, skill, kind and type.

    ``state`` says of the article: as it was, changed, missing, unreadable, outside; None without one.
    """

    file: str
    id: str
    title: str
    language: str
    license: str | None
    article: str | None
    outlet: str | None
    words: int | None
    state: str | None
    questions: int
    by: Mapping[str, Mapping[str, int]]
    history: BankHistory | None


def facts_of(path: Path) -> Facts:
    """Read a bank and what was played of it. Raises BankError."""
    file = load_bank(path)
    bank = file.bank
    state, words = _article(file)
    questions = bank.questions
    return Facts(
        file=str(path),
        id=bank.id,
        title=bank.title,
        language=bank.language,
        license=bank.license,
        article=bank.article.file if bank.article else None,
        outlet=bank.article.outlet if bank.article else None,
        words=words,
        state=state,
        questions=len(questions),
        by={
            "status": _counted((one.status for one in questions), ("approved", "draft", "rejected")),
            "skill": _counted((one.skill for one in questions), SKILLS),
            "kind": _counted((one.kind for one in questions), KINDS),
            "type": _counted((one.type for one in questions), TYPES),
        },
        history=_history(bank.id),
    )


def facts_json(facts: Facts) -> str:
    """Write the facts as one object."""
    data: dict[str, Any] = asdict(facts)
    by = data.pop("by")
    del data["history"]
    data |= {f"by_{name}": counts for name, counts in by.items()}
    data["history"] = facts.history._asdict() if facts.history else None
    return json.dumps(data, indent=2)


def facts_text(facts: Facts) -> str:
    """Write the facts as lines for people."""
    lines = [one_line(facts.title), ""]
    rows = [("ID", facts.id), ("File", facts.file), ("Language", facts.language)]
    if facts.license:
        rows.append(("Licence", facts.license))
    rows.append(("Article", _article_told(facts)))
    if facts.outlet:
        rows.append(("Outlet", facts.outlet))
    rows.append(("Questions", f"{facts.questions}: {_listed(facts.by['status'])}"))
    rows += [(f"by {name}", _listed(facts.by[name])) for name in ("skill", "kind", "type")]
    rows.append(("Played", _history_told(facts.history)))
    for label, said in rows:
        first, *rest = wrap(said, max(20, report_width() - _LABEL)) or [""]
        lines += [f"{label:<{_LABEL}}{first}", *(" " * _LABEL + more for more in rest)]
    return "\n".join(lines)


def _article(file: BankFile) -> tuple[str | None, int | None]:
    reference = file.bank.article
    if reference is None:
        return None, None
    place, library = place_of_article(file.path, reference.file)
    if not place.is_relative_to(library):
        return "outside", None
    if not place.is_file():
        return "missing", None
    try:
        article = read_article(place)
    except ArticleError:
        return "unreadable", None
    return ("as it was" if article.sha256 == reference.sha256 else "changed"), article.words


def _article_told(facts: Facts) -> str:
    told = {
        None: "none",
        "as it was": f"{facts.article}, {facts.words} words",
        "changed": f"{facts.article}, {facts.words} words, changed since the bank was written",
        "missing": f"{facts.article}, which does not exist",
        "unreadable": f"{facts.article}, which cannot be read",
        "outside": f"{facts.article}, which leads out of the bank's surroundings",
    }
    return told[facts.state]


def _history(bank: str) -> BankHistory | None:
    """Look up what was played; a score file that is not there is not made for it."""
    if not paths.scores_file().exists():
        return None
    with open_store() as store:
        return store.bank_history(bank)


def _history_told(history: BankHistory | None) -> str:
    if history is None:
        return "not yet"
    last = datetime.fromisoformat(history.last).astimezone()
    share = f", {round(100 * history.correct / history.answers)} % right" if history.answers else ""
    return (
        f"{counted(history.sessions, 'session')} by {counted(history.players, 'player')}, "
        f"{counted(history.answers, 'answer')}{share}, last on {last:%Y-%m-%d}"
    )


def _counted(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in order if counts[name]}


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())
