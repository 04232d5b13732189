"""A session whose every answer is in the store before anybody sees what it was worth."""

import contextlib
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from quiz.article import Article, article_from_text
from quiz.bank.evidence import find_evidence
from quiz.bank.kept import question_from_json, question_json
from quiz.play.asked import Asked, draw
from quiz.play.material import Material
from quiz.play.responses import AnyQuestion, Response, from_json
from quiz.play.session import Answer, Session
from quiz.play.wanted import fitting, ranks
from quiz.play.wishes import Wishes
from quiz.scores.store import AnswerRecord, AskedQuestion, SessionStart, Store, StoreError


class Evidence(NamedTuple):
    """A quotation with its place: offsets of the raw text, and the block as a reader names it."""

    start: int
    end: int
    quote: str
    place: str


class Rules(NamedTuple):
    """What was agreed when a session began.

    ``certainty``: each answer says how sure it is; ``closed_book``: the article is hidden while
    answering; ``limit``: seconds an exam may take, pauses not counted, or None.
    """

    certainty: bool = False
    closed_book: bool = False
    limit: int | None = None


NO_RULES: Final = Rules()


class RecordedSession:
    """A Session together with the store that keeps it and the article it is about."""

    def __init__(
        self,
        store: Store,
        number: int,
        session: Session,
        material: Material,
        rules: Rules = NO_RULES,
        used: float = 0.0,
    ) -> None:
        self.store = store
        self.number = number
        self.session = session
        self.material = material
        self.rules = rules
        self.used = used

    @property
    def title(self) -> str:
        """The bank's title."""
        return self.material.title

    @property
    def article(self) -> Article | None:
        """The article, if there is one."""
        return self.material.article

    @property
    def remaining(self) -> float | None:
        """Seconds left of an exam with a time limit, 0 when they are over; None without a limit."""
        return None if self.rules.limit is None else max(0.0, self.rules.limit - self.used)

    @classmethod
    def draw(cls, store: Store, material: Material, wishes: Wishes) -> "RecordedSession":
        """Choose the questions a player wishes for and begin. Raises NothingToPlay and StoreError."""
        questions = fitting(store, material, wishes)
        seed = _seed() if wishes.seed is None else wishes.seed
        wanted = ranks(store, material, wishes) if wishes.seed is None else None
        asked = draw(questions, seed=seed, count=wishes.count, ranks=wanted)
        return cls.begin(store, material, asked, wishes, seed=seed)

    @classmethod
    def begin(
        cls, store: Store, material: Material, asked: Sequence[Asked], wishes: Wishes, *, seed: int
    ) -> "RecordedSession":
        """Start a session and write it down. Raises StoreError, and ValueError without questions."""
        session = Session(asked, mode=wishes.mode)
        exam = wishes.mode == "exam"
        limit = wishes.minutes * 60 if wishes.minutes is not None and exam else None
        rules = Rules(wishes.certainty, wishes.closed_book, limit)
        article = material.article
        start = SessionStart(
            player=wishes.player,
            bank=material.bank,
            title=material.title,
            source=material.source,
            mode=wishes.mode,
            seed=seed,
            article=article.raw if article else None,
            article_name=material.article_name,
            questions=tuple(
                AskedQuestion(
                    item.question.id,
                    item.question.kind,
                    item.question.skill,
                    question_json(item.question),
                    item.order,
                )
                for item in asked
            ),
            certainty=rules.certainty,
            closed_book=rules.closed_book,
            limit=rules.limit,
            outlet=material.outlet,
        )
        return cls(store, store.begin(start), session, material, rules)

    @classmethod
    def open(cls, store: Store, number: int) -> "RecordedSession":
        """A stored session from its snapshots, to go on with or to look at again.

        Raises StoreError if there is none, ValueError if its snapshots are none of this version.
        """
        stored = store.session(number)
        asked = [Asked(question_from_json(item.snapshot), item.order) for item in stored.questions]
        answers = {
            position: Answer(
                position,
                from_json(given.response),
                given.correct,
                given.score,
                given.max_score,
                given.seconds,
                given.certainty,
            )
            for position, given in stored.answers.items()
        }
        summary = stored.summary
        session = Session(
            asked,
            answers,
            mode="exam" if summary.mode == "exam" else "practice",
            flags=stored.flags,
            finished=summary.finished is not None,
        )
        name = stored.article_name or "article"
        article = article_from_text(stored.article, name) if stored.article is not None else None
        questions = [item.question for item in asked]
        outlet = stored.outlet or (article.outlet if article else None)
        material = Material(
            summary.bank, summary.title, questions, article, stored.source, stored.article_name, outlet
        )
        rules = Rules(stored.certainty, stored.closed_book, stored.limit)
        return cls(store, number, session, material, rules, stored.used)

    def again(self, asked: Sequence[Asked], wishes: Wishes) -> "RecordedSession":
        """A new session of some of this one's questions, or, without any, of its whole bank.

        Raises StoreError, BankError when the bank can no longer be opened, and NothingToPlay.
        """
        if not asked:
            return self.draw(self.store, self.material, replace(wishes, seed=None))
        seed = _seed()
        shuffled = draw([item.question for item in asked], seed=seed)
        return self.begin(self.store, self.material, shuffled, wishes, seed=seed)

    def answer(self, response: Response, seconds: float = 0.0, certainty: int | None = None) -> Answer:
        """Answer the current question; on return the answer is on disk.

        In practice the last answer finishes the session, or, where that fails, the next `advance` does.
        Raises StoreError if the answer could not be saved; the question then still waits. Raises
        ValueError for a response that the question does not allow.
        """
        answer = self.session.judge(response, round(seconds, 3), certainty)  # as it is stored
        record = AnswerRecord(
            position=answer.position,
            response=answer.response,
            correct=answer.correct,
            score=answer.score,
            max_score=answer.max_score,
            certainty=answer.certainty,
            seconds=answer.seconds,
        )
        self.store.record(self.number, record)
        self.session.accept(answer)
        with contextlib.suppress(StoreError):  # the answer is safe; whoever advances hears of it
            self._finish_if_done()
        return answer

    def advance(self) -> None:
        """Go on to the next question that has no answer.

        Raises StoreError, and stays, when nothing is left and that could not be written down.
        """
        if self.session.state == "answered":
            self._finish_if_done()
        self.session.advance()

    def flag(self, flagged: bool) -> None:
        """Mark the current question for another look, or take the mark away. Raises StoreError."""
        position = self.session.position
        self.store.flag(self.number, position, flagged)
        self.session.flag(position, flagged)

    def spend(self, seconds: float) -> None:
        """Add to the time used and write it down. Raises StoreError."""
        self.used += max(0.0, seconds)
        self.store.spend(self.number, self.used)

    def finish(self) -> None:
        """Hand in, or give up: what is open counts as not answered. Raises StoreError."""
        self.store.finish(self.number)
        self.session.finish()

    def _finish_if_done(self) -> None:
        if self.session.mode == "practice" and not self.session.open:
            self.store.finish(self.number)

    def evidence(self, item: Asked) -> tuple[Evidence, ...]:
        """The evidence of a question with its places; without an article, the quotations alone."""
        return evidence_in(item.question, self.article)


def evidence_in(question: AnyQuestion, article: Article | None) -> tuple[Evidence, ...]:
    """The evidence of a question with its places; without an article, the quotations alone."""
    found = []
    for evidence in question.evidence:
        span = find_evidence(article.raw, evidence) if article else None
        start, end = span or (0, 0)
        block = article.block_at(start) if article and span else None
        found.append(Evidence(start, end, evidence.quote, block.label if block else "the article"))
    return tuple(found)


def _seed() -> int:
    return random.SystemRandom().randrange(2**31)
