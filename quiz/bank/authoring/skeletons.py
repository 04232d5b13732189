"""Questions that are well-formed and still say nothing: of every kind and type, for an author to fill in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from quiz.bank.authoring.annotating import annotated
from quiz.bank.authoring.stems import STEMS
from quiz.bank.model import (
    Choice,
    Hottext,
    Item,
    Match,
    Multiple,
    Option,
    Order,
    Pair,
    Question,
    Target,
    TextEntry,
)
from quiz.bank.positions import Path
from quiz.bank.rendering import render_question

_EXPLANATION = "Which words of the article decide it, and where they stand."
_KEY = Option(text="the right answer", correct=True)
_WRONG = Option(text="a wrong answer", why="What the article says instead, and where.")
_WRONG_TOO = Option(text="another wrong answer", why="What the article says of this one, and where.")

_SHAPES: Final[dict[str, Callable[..., Question]]] = {
    "choice": lambda **parts: Choice(**parts, options=[_KEY, _WRONG, _WRONG_TOO]),
    "multiple": lambda **parts: Multiple(
        **parts, options=[_KEY, Option(text="another right answer", correct=True), _WRONG, _WRONG_TOO]
    ),
    "order": lambda **parts: Order(
        **parts, options=[Item(text=f"what came {when}") for when in ("first", "next", "last")]
    ),
    "match": lambda **parts: Match(
        **parts,
        pairs=[
            Pair(left="a name", right="what belongs to it"),
            Pair(left="another name", right="what belongs to that"),
            Pair(left="a third name", right="what belongs to the third"),
        ],
    ),
    "text": lambda **parts: TextEntry(**parts, accept=["the answer", "the answer in other words"]),
    "hottext": lambda **parts: Hottext(
        **parts,
        passage="Put a sentence of the article here.",
        targets=[
            Target(text="sentence", correct=True),
            Target(text="article", why="Why these words are not the ones."),
        ],
    ),
}

TYPES: Final[tuple[str, ...]] = tuple(_SHAPES)
"""The ways in which a question is answered."""

PLACEHOLDERS: Final[frozenset[str]] = frozenset(
    {
        *(stem.prompt for stem in STEMS.values() if "…" in stem.prompt),
        *("the right answer", "another right answer", "a wrong answer", "another wrong answer"),
        *(why for option in (_WRONG, _WRONG_TOO) if (why := option.why)),
        *("what came first", "what came next", "what came last"),
        *("what belongs to it", "what belongs to that", "what belongs to the third"),
        *("the answer in other words", "Put a sentence of the article here.", _EXPLANATION),
    }
)
"""Texts that nobody means: whoever finds one in a question sees that it was not filled in."""

_ANSWERS: Final[dict[str, tuple[str, str]]] = {
    "choice": (
        "options",
        "one answer is right; three are enough, alike in form and length, each wrong one with its why",
    ),
    "multiple": ("options", "one or more answers are right; each wrong one with its why"),
    "order": ("options", "in the right order; players see them mixed"),
    "match": ("pairs", "what belongs together; no left side and no right side twice"),
    "text": ("accept", "every wording that is right; case, accents and punctuation do not count"),
    "hottext": (
        "targets",
        "words of the passage that can be marked, exactly as they stand there; one or more are right",
    ),
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A question to be filled in, and what is to be filled in where: paths within it, and what to write."""

    question: Question
    gaps: tuple[tuple[Path, str], ...]


def skeleton(kind: str, type_: str | None, taken: Collection[str], *, about_article: bool) -> Skeleton:
    """Return a draft of a kind and type, the kind's usual type for None, under an id that is not ``taken``.

    Raises KeyError for a kind or type that does not exist.
    """
    stem = STEMS[kind]
    type_ = type_ or stem.type
    question = _SHAPES[type_](
        id=free_id(f"{kind.replace('_', '-')}-", taken),
        kind=kind,
        prompt=stem.prompt,
        explanation=_EXPLANATION,
        status="draft",
    )
    key, answers = _ANSWERS[type_]
    gaps: list[tuple[Path, str]] = [(("prompt",), f"the question; what must hold: {stem.holds}")]
    if type_ == "hottext":
        gaps.append((("passage",), "a sentence of the article, word for word"))
    gaps.append(((key,), answers))
    gaps.append((("explanation",), "why the key is the key, in words of the article, with the paragraph"))
    evidence = "before it, the evidence; " if about_article else ""
    gaps.append((("status",), f"{evidence}approved when you are done: drafts are not played"))
    return Skeleton(question, tuple(gaps))


def written_skeleton(made: Skeleton, *, about_article: bool) -> str:
    """Write a skeleton as an item at the left edge, with a comment above each key that is to be filled in."""
    head = "questions:\n"
    comments: dict[Path, Sequence[str]] = {
        ("questions", 0, *path): [_sentence(what)] for path, what in made.gaps if path != ("status",)
    }
    comments[("questions", 0, "status")] = status_comments(about_article=about_article)
    return annotated(head + render_question(made.question), comments).removeprefix(head)


def status_comments(*, about_article: bool) -> list[str]:
    """Return what stands above the status of a draft: its evidence, and what makes it played."""
    evidence = [
        "The words of the article from which the key follows, exactly as they stand there; they light up "
        "after the answer. Put them in, and remove “# ” from the two lines:",
        " evidence:",
        "   - quote: '…'",
    ]
    return [*(evidence if about_article else []), "Write approved when you are done: drafts are not played."]


def free_id(stem: str, taken: Collection[str]) -> str:
    """Return the stem with the first number that makes it an id nobody has."""
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def taken_ids(questions: Sequence[Any]) -> set[str]:
    """Return the ids that plain values of questions have, however flawed the questions are."""
    return {one["id"] for one in questions if isinstance(one, dict) and isinstance(one.get("id"), str)}
