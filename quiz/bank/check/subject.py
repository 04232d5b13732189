"""What the rules look at: a bank's questions with the views of their texts that many rules share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quiz.article import Article
from quiz.bank.check.played import Played
from quiz.bank.model import ArticleReference, Choice, Multiple, Question
from quiz.bank.positions import Path, Positions
from quiz.bank.problems import Problem

AnyQuestion = Question

IN_MARKS = re.compile(
    r"“[^“”]*(?:“[^“”]*”[^“”]*)*”"  # quotations within quotations included
    r"|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"|‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)"
)
"""A quotation with its marks."""
_MARKS = re.compile(r"[“\"‘«„]")
_FOLDED_AWAY = re.compile(r"[^\w\s%$€£]+")
_WORDS = re.compile(r"\w+(?:[’'\-]\w+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its place in the bank.

    ``own`` is the prompt without what stands between quotation marks, ``words`` its words in small letters.
    ``texts`` are the options of `choice` and `multiple`, ``folded`` the same in small letters without
    punctuation, ``bags`` their words; ``key`` is the place of the only right one, None if there are several.
    """

    index: int
    question: AnyQuestion
    own: str
    words: tuple[str, ...]
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    bags: tuple[frozenset[str], ...]
    correct: tuple[bool, ...]
    key: int | None
    about_article: bool

    def at(self, *steps: str | int) -> Path:
        """Return the path of a value of the question, such as ``at("options", 0, "text")``."""
        return ("questions", self.index, *steps)

    @property
    def wrong(self) -> list[int]:
        """The places of the wrong options."""
        return [place for place, right in enumerate(self.correct) if not right]


@dataclass(frozen=True, slots=True)
class Subject:
    """A bank as the rules see it; of a bank that cannot be used, the questions that are whole.

    ``article`` is None where there is none or it cannot be read, which ``article_problem`` then says;
    ``folded_article`` is its raw text as `fold` makes it. ``whole`` says that no question is left out.
    ``played`` has, by their ids, the questions whose answers give reason to look at them.
    """

    positions: Positions
    questions: tuple[Asked, ...]
    reference: ArticleReference | None
    article: Article | None
    folded_article: str
    article_problem: Problem | None
    whole: bool
    played: Mapping[str, Played] = field(default_factory=dict)


def look_at(index: int, question: AnyQuestion, about_article: bool) -> Asked:
    """Prepare a question for the rules."""
    own = outside_marks(question.prompt)
    texts: tuple[str, ...] = ()
    correct: tuple[bool, ...] = ()
    key = None
    if isinstance(question, (Choice, Multiple)):
        texts = tuple([option.text for option in question.options])
        correct = tuple([option.correct for option in question.options])
        key = correct.index(True) if correct.count(True) == 1 else None
    return Asked(
        index,
        question,
        own,
        words_of(own),
        texts,
        tuple([fold(text) for text in texts]),
        tuple([frozenset(words_of(text)) for text in texts]),
        correct,
        key,
        about_article,
    )


def outside_marks(text: str) -> str:
    """Return ``text`` with “…” where it quotes: what the quiz says in its own voice."""
    return IN_MARKS.sub("“…”", text) if _MARKS.search(text) else text


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, in order."""
    return tuple(_WORDS.findall(text.lower()))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return ``text`` in small letters, without punctuation, every run of space one space."""
    return " ".join(_FOLDED_AWAY.sub(" ", text.casefold()).split())
