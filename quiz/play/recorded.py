"""A session whose every answer is in the store before anybody sees what it was worth."""

import contextlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.article import Article, article_from_text
from quiz.bank.evidence import find_evidence
from quiz.bank.model import QUESTION, Choice
from quiz.play.material import Material
from quiz.play.session import Answer, Asked, Session, draw, playable
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import AnswerRecord, AskedQuestion, SessionStart, Store, StoreError
from quiz.visible import one_line


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation with its place: offsets of the raw text, and the block as a reader names it."""

    start: int
    end: int
    quote: str
    place: str


class RecordedSession:
    """A Session together with the store that keeps it and the article it is about."""

    def __init__(self, store: Store, number: int, session: Session, material: Material) -> None:
        self.store = store
        self.number = number
        self.session = session
        self.material = material

    @property
    def title(self) -> str:
        """The bank's title."""
        return self.material.title

    @property
    def article(self) -> Article | None:
        """The article, if there is one."""
        return self.material.article

    @classmethod
    def draw(cls, store: Store, material: Material, wishes: Wishes) -> "RecordedSession":
        """Choose the questions a player wishes for and begin. Raises NothingToPlay and StoreError."""
        fitting = playable(material.questions, wishes.kinds, wishes.skills)
        if not fitting:
            title = f"“{one_line(material.title)}”"
            if playable(material.questions, wishes.kinds, wishes.skills, status="draft"):
                raise NothingToPlay(f"{title} has nothing but drafts, which wait for a person's yes.")
            raise NothingToPlay(f"{title} has no question that fits.")
        seed = random.SystemRandom().randrange(2**31) if wishes.seed is None else wishes.seed
        asked = draw(fitting, seed=seed, count=wishes.count)
        return cls.begin(store, material, asked, player=wishes.player, seed=seed)

    @classmethod
    def begin(
        cls, store: Store, material: Material, asked: Sequence[Asked], *, player: str, seed: int
    ) -> "RecordedSession":
        """Start a session and write it down. Raises StoreError, and ValueError without questions."""
        session = Session(asked)
        article = material.article
        start = SessionStart(
            player=player,
            bank=material.bank,
            title=material.title,
            source=material.source,
            mode="practice",
            seed=seed,
            article=article.raw if article else None,
            article_name=material.article_name,
            questions=tuple(
                AskedQuestion(
                    item.question.id,
                    item.question.kind,
                    item.question.skill,
                    item.question.model_dump_json(exclude_defaults=True),
                    item.order,
                )
                for item in asked
            ),
        )
        return cls(store, store.begin(start), session, material)

    @classmethod
    def resume(cls, store: Store, number: int) -> "RecordedSession":
        """Go on with a stored session from its snapshots. Raises StoreError if there is none."""
        stored = store.session(number)
        asked = []
        for item in stored.questions:
            question = QUESTION.validate_json(item.snapshot)
            if not isinstance(question, Choice):
                raise ValueError("only questions with options can be played")
            asked.append(Asked(question, item.order))
        answers = {
            position: Answer(
                position,
                str(given.response),
                given.correct,
                given.score,
                given.max_score,
                given.seconds,
                given.certainty,
            )
            for position, given in stored.answers.items()
        }
        name = stored.article_name or "article"
        article = article_from_text(stored.article, name) if stored.article is not None else None
        questions = [item.question for item in asked]
        summary = stored.summary
        material = Material(
            summary.bank, summary.title, questions, article, stored.source, stored.article_name
        )
        return cls(store, number, Session(asked, answers), material)

    def again(self, asked: Sequence[Asked], wishes: Wishes) -> "RecordedSession":
        """A new session of some of this one's questions, or, without any, of its whole bank.

        Raises StoreError, BankError when the bank can no longer be opened, and NothingToPlay.
        """
        if not asked:
            return self.draw(self.store, self.material, replace(wishes, seed=None))
        seed = random.SystemRandom().randrange(2**31)
        shuffled = draw([item.question for item in asked], seed=seed)
        return self.begin(self.store, self.material, shuffled, player=wishes.player, seed=seed)

    def answer(self, choice: int, seconds: float = 0.0) -> Answer:
        """Answer the current question with the option shown at ``choice``; on return the answer is on disk.

        The last answer finishes the session, or, where that fails, the next `advance` does. Raises
        StoreError if the answer could not be saved; the question then still waits.
        """
        answer = self.session.judge(choice, seconds)
        record = AnswerRecord(
            position=answer.position,
            response=answer.response,
            correct=answer.correct,
            score=answer.score,
            max_score=answer.max_score,
            certainty=answer.certainty,
            seconds=round(answer.seconds, 3),
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

    def _finish_if_done(self) -> None:
        if len(self.session.answers) == len(self.session.asked):
            self.store.finish(self.number)

    def evidence(self, item: Asked) -> tuple[Evidence, ...]:
        """The evidence of a question with its places; without an article, the quotations alone."""
        found = []
        for evidence in item.question.evidence:
            span = find_evidence(self.article.raw, evidence) if self.article else None
            start, end = span or (0, 0)
            block = self.article.block_at(start) if self.article and span else None
            found.append(Evidence(start, end, evidence.quote, block.label if block else "the article"))
        return tuple(found)
