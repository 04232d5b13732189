"""Sessions in lines one after another: which bank, whether to go on with an old session, and what next."""

from collections.abc import Sequence

from quiz.bank.library import BankSummary
from quiz.cli.choosing import choose_bank
from quiz.errors import QuizError
from quiz.play.material import Material, material_of_bank
from quiz.play.outcome import before
from quiz.play.plain import Left, Talk, play_plain
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store


class SessionsInLines:
    """Plays one session, and at a terminal as many more as are wished for."""

    def __init__(self, store: Store, wishes: Wishes, talk: Talk, banks: Sequence[BankSummary]) -> None:
        self._store = store
        self._wishes = wishes
        self._talk = talk
        self._banks = banks

    def play(self, material: Material | None) -> None:
        """Play until the player leaves.

        Without ``material`` a bank is chosen first. Raises Left when the player leaves before anything was
        begun, and QuizError for what cannot be opened or saved.
        """
        recorded = self._begin(material) if material is not None else self._first()
        while play_plain(recorded, self._talk) and self._talk.person:
            self._compare(recorded)
            self._talk.write("")
            try:
                recorded = self._next(recorded)
            except Left:
                return

    def _first(self) -> RecordedSession:
        """Begin with what is played when nothing is named."""
        return self._begin(self._chosen())

    def _chosen(self) -> Material:
        while True:
            bank = choose_bank(self._banks, self._talk)
            try:
                return material_of_bank(bank.path)
            except QuizError as error:
                for line in error.lines():
                    self._talk.write(line)

    def _begin(self, material: Material, narrowed: Wishes | None = None) -> RecordedSession:
        """Begin a session as it is wished for, or go on with one that was left in the middle."""
        wishes = self._wishes
        if self._talk.person and not wishes.particular:
            left = self._store.resumable(wishes.player, material.bank)
            if left is not None:
                kind = "an exam" if left.mode == "exam" else "a session"
                question = (
                    f"You left {kind} of this quiz in the middle, with {left.answered} of {left.asked} "
                    "answered. Go on with it? Type yes or no."
                )
                more = "“yes” or Enter goes on with it, “no” begins a new session, “quit” leaves."
                if self._talk.agree(question, more=more, default=True):
                    return RecordedSession.open(self._store, left.id)
        return RecordedSession.draw(self._store, material, narrowed or wishes)

    def _onward(self) -> tuple[str, str] | None:
        """What else can be played next: the word for it and what it does."""
        return None

    def _next(self, recorded: RecordedSession) -> RecordedSession:
        """Ask what comes next and begin it. Raises Left."""
        missed = recorded.session.missed()
        offers = {"again": "plays this quiz again"}
        if missed:
            which = "the missed question" if len(missed) == 1 else f"the {len(missed):,} missed questions"
            offers = {"missed": f"plays {which} again"} | offers
        if (onward := self._onward()) is not None:
            offers = dict([onward]) | offers
        if len(self._banks) > 1:
            offers["another"] = "chooses another quiz"
        told = ", ".join(f"“{word}” {does}" for word, does in offers.items()) + ", “quit” ends."
        while True:
            said = self._talk.choose(
                f"What next? {told}", {word: word for word in offers}, more=f"Type a word: {told}"
            )
            try:
                if said == "another":
                    return self._begin(self._chosen())
                if onward is not None and said == onward[0]:
                    return self._first()
                return recorded.again(missed if said == "missed" else (), self._wishes)
            except QuizError as error:
                for line in error.lines():
                    self._talk.write(line)

    def _compare(self, recorded: RecordedSession) -> None:
        """Tell how the last finished session of the same bank went."""
        if found := before(self._store, recorded.number):
            last = found.last
            self._talk.write(f"The time before, you had {last.correct} of {last.asked} right.")
