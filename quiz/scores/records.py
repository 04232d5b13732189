"""What goes into the score file and what comes out of it, as frozen records."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Mode = Literal["practice", "exam"]


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` as UTF-8, in hexadecimal digits."""
    from hashlib import sha256  # here, because it loads OpenSSL, and reading the history hashes nothing

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class AskedQuestion(NamedTuple):
    """A question as it was asked.

    ``question`` is its id in the bank, ``snapshot`` the question as JSON, ``order`` the places in the
    snapshot of the options in the order shown (empty where there are none).
    """

    question: str
    kind: str
    skill: str
    snapshot: str
    order: tuple[int, ...] = ()

    @property
    def revision(self) -> str:
        """The hash of the snapshot: it differs once the question was edited."""
        return text_hash(self.snapshot)


class BankHistory(NamedTuple):
    """What was played of a bank: sessions, by so many players, answers in them, how many of those were right.

    ``last`` is when the newest session began, ISO 8601 UTC.
    """

    sessions: int
    players: int
    answers: int
    correct: int
    last: str


class SessionStart(NamedTuple):
    """Everything about a session that is known before its first answer.

    ``bank`` is the bank's id, ``source`` the path of the bank or article it came from, ``article`` the
    raw text of the article, ``article_name`` what to call it and ``outlet`` where it was published, as far as
    that is known. ``certainty`` tells whether each answer
    says how sure it is, ``closed_book`` whether the article is hidden while answering, ``limit`` the
    seconds the session may take.
    """

    player: str
    bank: str
    title: str
    source: str | None
    mode: Mode
    seed: int
    article: str | None
    article_name: str | None
    questions: tuple[AskedQuestion, ...]
    certainty: bool = False
    closed_book: bool = False
    limit: int | None = None
    outlet: str | None = None


class AnswerRecord(NamedTuple):
    """One answer, to the question at ``position`` (from 0) of its session.

    ``response`` is anything JSON can say, ``certainty`` 1 to 3 if it was asked, ``seconds`` the time taken.
    """

    position: int
    response: Any
    correct: bool
    score: float
    max_score: float
    certainty: int | None
    seconds: float


class SessionSummary(NamedTuple):
    """A session in one line; times are ISO 8601 UTC, ``finished`` is None until it is.

    ``asked`` counts all questions of the session, answered or not; ``max_score`` is over all of them, an
    unanswered one counting 1.
    """

    id: int
    player: str
    bank: str
    title: str
    mode: Mode
    started: str
    finished: str | None
    asked: int
    answered: int
    correct: int
    score: float
    max_score: float


class StoredAnswer(NamedTuple):
    """An answer as it is remembered, with the question it belongs to; ``seconds`` is the time taken."""

    question: str
    kind: str
    skill: str
    response: Any
    correct: bool
    score: float
    certainty: int | None
    seconds: float
    max_score: float = 1.0


class StoredSession(NamedTuple):
    """A whole session: enough to resume it, or to review it after its bank is gone.

    ``answers`` has the answers given so far by position, ``flags`` the positions marked for another look;
    ``uid`` is unique among all score files; ``used`` is the time spent so far in seconds, pauses left out.
    """

    summary: SessionSummary
    uid: str
    seed: int
    source: str | None
    article: str | None
    article_name: str | None
    questions: tuple[AskedQuestion, ...]
    answers: Mapping[int, StoredAnswer]
    certainty: bool = False
    closed_book: bool = False
    limit: int | None = None
    used: float = 0.0
    flags: frozenset[int] = frozenset()
    outlet: str | None = None


class Seen(NamedTuple):
    """What became of a question so far: how often it was answered, whether rightly the last time, and when.

    ``last`` is ISO 8601 UTC.
    """

    times: int
    correct: bool
    last: str


class BankScore(NamedTuple):
    """How a player did on a bank in the finished sessions: the newest one and the best one."""

    last_correct: int
    last_asked: int
    best_correct: int
    best_asked: int
    sessions: int
