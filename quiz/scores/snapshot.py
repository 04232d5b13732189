"""Reading a question as it was asked, from its snapshot: the prompt, the key, a response in words."""

import json
from typing import Any


def read_snapshot(snapshot: str) -> dict[str, Any]:
    """Return the question in ``snapshot``; an empty dict if it is no JSON object."""
    try:
        question = json.loads(snapshot)
    except ValueError:
        return {}
    return question if isinstance(question, dict) else {}


def prompt_of(question: dict[str, Any]) -> str | None:
    """Return what was asked, or None if the snapshot does not say."""
    prompt = question.get("prompt")
    return prompt if isinstance(prompt, str) else None


def key_of(question: dict[str, Any]) -> str | None:
    """Return the right answer in words, or None if the snapshot does not say."""
    match question.get("type"):
        case "choice" | "multiple":
            key = "; ".join(_texts(question.get("options"), correct=True))
        case "hottext":
            key = "; ".join(f"“{text}”" for text in _texts(question.get("targets"), correct=True))
        case "order":
            key = _numbered(_texts(question.get("options")))
        case "match":
            pairs = [pair for pair in _list(question.get("pairs")) if isinstance(pair, dict)]
            key = "; ".join(f"{pair.get('left')} → {pair.get('right')}" for pair in pairs)
        case "text":
            key = " or ".join(f"“{text}”" for text in _list(question.get("accept")))
        case _:
            key = ""
    return key or None


def response_in_words(response: Any, question: dict[str, Any]) -> str:
    """Return a response as a person would say it."""
    if response is None or (isinstance(response, str | list | tuple | dict) and not response):
        return "nothing"
    if isinstance(response, dict):
        return "; ".join(f"{left} → {right}" for left, right in response.items())
    if isinstance(response, list | tuple):
        texts = [
            " → ".join(map(str, part)) if isinstance(part, list | tuple) else str(part) for part in response
        ]
        return _numbered(texts) if question.get("type") == "order" else "; ".join(texts)
    return str(response)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(parts: Any, *, correct: bool = False) -> list[str]:
    """Return the texts of options or targets, of all or only of the correct ones."""
    return [
        str(part.get("text"))
        for part in _list(parts)
        if isinstance(part, dict) and (not correct or part.get("correct") is True)
    ]


def _numbered(texts: list[str]) -> str:
    return "  ".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))
