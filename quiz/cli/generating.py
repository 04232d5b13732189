"""Articles in, banks out: what `quiz generate` does."""

import os
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

import click

from quiz.amounts import counted
from quiz.article import Article
from quiz.bank.kinds import KINDS
from quiz.bank.library import ENDINGS
from quiz.cli.articles import Found, find_articles, read_found
from quiz.cli.made import NOTHING, Record, digest, ingredients, record_file
from quiz.cli.making import Made, Order, Workshop, interrupts_held
from quiz.cli.naming import bank_names, without_copies
from quiz.cli.narrating import Progress, say
from quiz.cli.placing import Place, bank_file, copy_article, holds, make_folder, place_of, write_bank
from quiz.cli.regenerating import Renewed, renewed
from quiz.cli.wanted import check_names
from quiz.errors import QuizError
from quiz.generate.build import identifier_of
from quiz.generate.kinds import kinds as known_kinds
from quiz.generate.kinds import kinds_wanted
from quiz.generate.witnesses import parser

Outcome = Literal["written", "up to date", "nothing", "failed"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What banks are to be like, how many are made at once, and how much is said about each."""

    count: int
    kinds: tuple[str, ...]
    skills: tuple[str, ...]
    seed: int
    force: bool = False
    jobs: int = 1
    verbose: bool = False
    allow_local: bool = False

    def order(self, article: Article, identifier: str, file: str) -> Order:
        """Order the bank of an article."""
        return Order(article, identifier, file, self.seed, self.count, kinds_wanted(self.kinds, self.skills))


def generate_banks(names: Sequence[str], output: Path | None, wishes: Wishes) -> int:
    """Make a bank from each article; one that fails is reported and the rest go on."""
    for kind in wishes.kinds:
        if kind not in known_kinds():
            made = "is written by people only" if kind in KINDS else "is no kind of question"
            raise click.UsageError(f"“{kind}” {made}; there are {', '.join(known_kinds())}.")
    check_names((), wishes.skills)
    try:
        kinds_wanted(wishes.kinds, wishes.skills)
    except LookupError:
        raise click.UsageError("None of the kinds you name reports under that skill.") from None
    articles, several = find_articles(names, output=output)
    if several and (output is None or output.suffix in ENDINGS or output.is_file()):
        raise click.UsageError("For several articles, -o must name a folder.")
    if (missing := parser.missing()) is not None:
        say(missing)
    if output is None:
        return _print_bank(articles[0], wishes)
    if several:
        make_folder(output)
        articles = without_copies(articles, output)
    return _Run(articles, output, several, wishes).run()


def _print_bank(found: Found, wishes: Wishes) -> int:
    """Write the bank of one article to standard output, from where its reader stands."""
    read = read_found(found, allow_local=wishes.allow_local)
    if read.file is None:
        what = "from standard input" if found.name == "-" else "of a web page"
        raise click.UsageError(
            f"An article {what} needs -o, so that bank and article can stand side by side."
        )
    file = os.path.relpath(read.file.resolve(), Path.cwd().resolve()).replace(os.sep, "/")
    reached = not (file.startswith(("../../", "/")) or ":" in file)
    order = wishes.order(read.article, identifier_of(read.file.stem), file if reached else read.file.name)
    made = Workshop(1).start(order)()
    say(f"{found.name}: {made.account}")
    for note in read.article.notes:
        say(f"{found.name}: {note}")
    if made.bank is None:
        say(_nothing(found))
        return 1
    if not reached:
        raise click.UsageError(
            "A bank reaches its article one folder up at most, and this one lies further away from here. "
            "Give the bank a place with -o: the article is copied beside it if need be."
        )
    click.echo(made.bank, nl=False)
    return 0


class _Run:
    """One run over some articles: what is being made, what became of each, and what is said of it."""

    def __init__(self, articles: Sequence[Found], output: Path, several: bool, wishes: Wishes) -> None:
        self._articles = articles
        self._output = output
        self._several = several
        self._wishes = wishes
        self._progress = Progress(len(articles))
        self._record = Record(record_file())
        self._outcomes: Counter[Outcome] = Counter()
        self._whole = wishes.verbose or not several

    def run(self) -> int:
        """Go through the articles in order; the exit code is 1 if any has no bank, 130 after Ctrl+C."""
        begun: deque[Callable[[], None]] = deque()
        stems = bank_names(self._articles)
        jobs = max(1, min(self._wishes.jobs, len(self._articles)))
        try:
            with self._progress, Workshop(jobs) as workshop:
                for found, stem in zip(self._articles, stems, strict=True):
                    begun.append(self._begin(found, stem, workshop))
                    if len(begun) >= workshop.ahead:
                        begun.popleft()()
                while begun:
                    begun.popleft()()
        except KeyboardInterrupt:
            say(self._stopped())
            return 130
        if self._several:
            say(self._summary())
        return 1 if self._outcomes["failed"] or self._outcomes["nothing"] else 0

    def _begin(self, found: Found, stem: str, workshop: Workshop) -> Callable[[], None]:
        """Read an article and have its bank made, unless it is there; the answer waits and tells."""
        try:
            read = read_found(found, allow_local=self._wishes.allow_local)
        except QuizError as problem:
            return partial(self._fail, problem)
        article = read.article
        bank = bank_file(self._output, stem, several=self._several)
        place = place_of(read, bank, several=self._several)
        order = self._wishes.order(article, identifier_of(bank.stem), place.file)
        key = ingredients(order)
        known = None if self._wishes.force else self._record.made_of(key)
        if known == NOTHING and not self._whole:
            return partial(self._ask_nothing, found)
        if known is not None and holds(bank, known):
            return partial(self._keep, article, place)
        return partial(self._finish, found, article, place, key, workshop.start(order))

    def _finish(
        self, found: Found, article: Article, place: Place, key: str, making: Callable[[], Made]
    ) -> None:
        made = making()
        if self._whole:
            self._progress.say(f"{found.name}: {made.account}")
        for note in article.notes:
            self._progress.say(f"{found.name}: {note}")
        if made.bank is None:
            self._record.remember(key, NOTHING)
            self._ask_nothing(found)
            return
        try:
            again = self._renewed(article, place, made)
            text = again.text if again is not None else made.bank
            with interrupts_held():  # what is on disk, remembered and counted is the same at any moment
                make_folder(place.bank.parent)
                copied = copy_article(article, place, force=self._wishes.force)
                if again is not None:
                    written = again.write(place.bank)
                else:
                    written = write_bank(place.bank, text, force=self._wishes.force)
                self._record.remember(key, digest(text))
                self._outcomes["written" if written else "up to date"] += 1
        except QuizError as problem:
            self._fail(problem)
            return
        told = f"Wrote {place.bank}." if written else f"{place.bank} is up to date."
        if self._whole:
            if copied:
                self._progress.say(f"Copied the article to {place.copy}, where the bank can find it.")
            self._progress.say(told)
            for line in again.lines() if again is not None else ():
                self._progress.say(line)
        elif not self._progress.shown:
            first, _, _ = made.account.partition("\n")
            kept = f" {again.sum}" if again is not None else ""
            self._progress.say(f"{found.name}: {first} {told}{kept}")
        self._progress.advance()

    def _renewed(self, article: Article, place: Place, made: Made) -> Renewed | None:
        """Put what was made together with the bank that is there; None if nothing is, or may be replaced."""
        if not self._wishes.force or made.questions is None:
            return None
        kinds = kinds_wanted(self._wishes.kinds, self._wishes.skills)
        return renewed(place.bank, made.questions, made.left_out, article, kinds)

    def _keep(self, article: Article, place: Place) -> None:
        """Leave a bank that is up to date, and see that its article is there."""
        try:
            copy_article(article, place, force=False)
        except QuizError as problem:
            self._fail(problem)
            return
        self._outcomes["up to date"] += 1
        if self._whole or not self._progress.shown:
            self._progress.say(f"{place.bank} is up to date.")
        self._progress.advance()

    def _ask_nothing(self, found: Found) -> None:
        self._outcomes["nothing"] += 1
        self._progress.say(_nothing(found))
        self._progress.advance()

    def _fail(self, problem: QuizError) -> None:
        self._outcomes["failed"] += 1
        self._progress.say_error(problem)
        self._progress.advance()

    def _stopped(self) -> str:
        done = f"{self._outcomes.total()} of {counted(len(self._articles), 'article')}"
        without = " without --force" if self._wishes.force else ""
        return f"Stopped: {done} done; the same command{without} goes on where it stopped."

    def _summary(self) -> str:
        parts = [f"{counted(self._outcomes['written'], 'bank')} written"]
        for times, words in (
            (self._outcomes["up to date"], "up to date"),
            (self._outcomes["nothing"], "with nothing to ask"),
            (self._outcomes["failed"], "failed"),
        ):
            if times:
                parts.append(f"{times} {words}")
        return f"{counted(len(self._articles), 'article')}: {', '.join(parts)}."


def _nothing(found: Found) -> str:
    return f"quiz: {found.name}: there is nothing in it that can be asked beyond dispute."
