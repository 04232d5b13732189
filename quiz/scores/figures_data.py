"""The figures as data for programs: JSON and CSV; a figure with too few answers is null, its count is not."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quiz.scores.author import BankItems, Item
from quiz.scores.data import csv_text
from quiz.scores.learner import Practice, Standing, Sureness
from quiz.scores.statistics.discernment import Discernment
from quiz.scores.statistics.interval import Estimate
from quiz.scores.statistics.items import works

SKILL_COLUMNS = (
    *("skill", "kind", "n", "right", "right_low", "right_high", "lately", "lately_low", "lately_high"),
    *("median_seconds", "pauses"),
)
ITEM_COLUMNS = (
    *("question", "kind", "n", "revised", "facility", "facility_low", "facility_high", "discrimination"),
    *("discrimination_low", "discrimination_high", "efficiency", "guess", "flags"),
)


def skills_json(
    player: str, standings: Sequence[Standing], sure: Sureness | None, sides: Mapping[str, Discernment]
) -> str:
    """Return what is known of a player's skills as a JSON object."""
    data = {
        "player": player,
        "skills": [
            {**_standing(skill), "kinds": [_standing(kind) for kind in skill.kinds]} for skill in standings
        ],
        "certainty": None
        if sure is None
        else {
            "answers": sure.answers,
            "mean_mark": sure.mean,
            "levels": [
                {"certainty": level.certainty, "right": _estimate(level.right), "verdict": level.verdict}
                for level in sure.levels
            ],
        },
        "discernment": {
            kind: {
                "first": found.first,
                "second": found.second,
                "sensitivity": _estimate(found.sensitivity) if found.enough else None,
                "bias": _estimate(found.bias) if found.enough else None,
            }
            for kind, found in sides.items()
        },
    }
    return json.dumps(data, indent=2)


def skills_csv(standings: Sequence[Standing]) -> str:
    """Return the skills and kinds as CSV; the line of a skill has no kind."""
    rows = []
    for skill in standings:
        for standing, kind in ((skill, ""), *((one, one.name) for one in skill.kinds)):
            row = dict.fromkeys(SKILL_COLUMNS)
            row |= {"skill": skill.name, "kind": kind, "n": int(standing.right.n)}
            row |= {"median_seconds": standing.median, "pauses": standing.pauses}
            row |= _columns("right", standing.right, standing.right.enough)
            row |= _columns("lately", standing.now, standing.right.enough)
            rows.append(row)
    return csv_text(SKILL_COLUMNS, rows)


def items_json(found: BankItems) -> str:
    """Return the figures of a bank's questions as a JSON object."""
    together = found.reliability
    data = {
        "bank": found.bank,
        "alpha": together.alpha if together else None,
        "standard_error": together.error if together else None,
        "players": together.players if together else None,
        "guess": found.guess,
        "questions": [_item(item) for item in found.items],
    }
    return json.dumps(data, indent=2)


def items_csv(found: BankItems) -> str:
    """Return the figures of a bank's questions as CSV, without the tables of options."""
    rows = []
    for item in found.items:
        row = dict.fromkeys(ITEM_COLUMNS)
        row |= {"question": item.question, "kind": item.kind, "n": item.n, "revised": item.revised}
        row |= {"guess": item.guess, "flags": "; ".join(item.flags)}
        row |= _columns("facility", item.facility, item.enough)
        if item.discrimination:
            row |= _columns("discrimination", item.discrimination, item.enough)
        row["efficiency"] = item.efficiency if item.enough else None
        rows.append(row)
    return csv_text(ITEM_COLUMNS, rows)


def practice_json(player: str, found: Practice) -> str:
    """Return the days of practice as a JSON object."""
    days = {day.isoformat(): count for day, count in sorted(found.days.items())}
    return json.dumps({"player": player, "run": found.run, "longest": found.longest, "days": days}, indent=2)


def practice_csv(found: Practice) -> str:
    """Return the days of practice as CSV."""
    return csv_text(
        ("day", "answers"),
        [{"day": day.isoformat(), "answers": count} for day, count in sorted(found.days.items())],
    )


def _standing(standing: Standing) -> dict[str, Any]:
    enough = standing.right.enough
    return {
        "name": standing.name,
        "n": int(standing.right.n),
        "right": _estimate(standing.right),
        "lately": _estimate(standing.now) if enough else None,
        "median_seconds": standing.median,
        "pauses": standing.pauses,
    }


def _item(item: Item) -> dict[str, Any]:
    key = next((option for option in item.options if option.key), None)
    return {
        "question": item.question,
        "kind": item.kind,
        "prompt": item.prompt,
        "n": item.n,
        "revised": item.revised,
        "rough": item.rough,
        "facility": _estimate(item.facility),
        "discrimination": _estimate(item.discrimination)
        if item.enough and item.discrimination is not None
        else None,
        "efficiency": item.efficiency if item.enough else None,
        "guess": item.guess,
        "options": [
            {
                "text": option.text,
                "key": option.key,
                "share": _estimate(option.share),
                "rest": option.rest,
                "works": works(option, key) if key else None,
            }
            for option in (item.options if item.enough else ())
        ],
        "flags": list(item.flags),
    }


def _estimate(estimate: Estimate) -> dict[str, float] | None:
    if not estimate.enough:
        return None
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _columns(name: str, estimate: Estimate, enough: bool) -> dict[str, Any]:
    if not enough:
        return {}
    return {name: estimate.value, f"{name}_low": estimate.low, f"{name}_high": estimate.high}
