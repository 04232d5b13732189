"""A session whose every answer is in the store before anybody sees what it was worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.article import Article, article_from_text
from quiz.bank.evidence import find_evidence
from quiz.bank.model import QUESTION, Choice
from quiz.play.material import Material
from quiz.play.session import Answer, Asked, Session
from quiz.scores.store import AnswerRecord, AskedQuestion, SessionStart, Store


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from the article with its place: offsets of the raw text, and the block as a reader names it."""

    start: int
    end: int
    quote: str
    place: str


class RecordedSession:
    """A Session together with the store that keeps it and the article it is about."""

    def __init__(self, store: Store, number: int, session: Session, title: str, article: Article | None, bank: str) -> None:
        self.store = store
        self.number = number
        self.session = session
        self.title = title
        self.article = article
        self.bank = bank

    @classmethod
    def begin(cls, store: Store, material: Material, asked: Sequence[Asked], *, player: str, seed: int) -> "RecordedSession":
        """Start a session and write it down. Raises StoreError if the store cannot, ValueError without questions."""
        session = Session(asked)
        article = material.article
        start = SessionStart(
            player=player,
            bank=material.bank.id,
            title=material.bank.title,
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
        return cls(store, store.begin(start), session, material.bank.title, article, material.bank.id)

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
                position, str(given.response), given.correct, given.score, given.max_score, given.seconds, given.certainty
            )
            for position, given in stored.answers.items()
        }
        article = None
        if stored.article is not None:
            name = stored.article_name or "article"
            markdown = Path(name).suffix.lower() in {".md", ".markdown"}
            article = article_from_text(stored.article, name, markdown=markdown)
        return cls(store, number, Session(asked, answers), stored.summary.title, article, stored.summary.bank)

    def answer(self, choice: int, seconds: float = 0.0) -> Answer:
        """Answer the current question with the option shown at ``choice``; on return the answer is on disk.

        Raises StoreError if it could not be saved; the question then still waits.
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
        return answer

    def advance(self) -> None:
        """Go on; the session is marked as finished once nothing is left. Raises StoreError."""
        self.session.advance()
        if self.session.state == "finished":
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
