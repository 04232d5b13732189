"""What was read in an article: observations of single witnesses, and the facts they agree on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from quiz.article import Article
from quiz.generate.sentences import Sentence

Witness = Literal["rules", "parser", "document"]
Form = Literal["direct", "indirect", "mixed"]
Named = Literal["named", "described", "unnamed"]


class Span(NamedTuple):
    """A stretch of the raw text, in offsets of code points; a tuple, as every reading makes thousands."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the article credits: the noun phrase, and the name it stands for if there is one."""

    span: Span
    name: str
    named: Named


@dataclass(frozen=True, slots=True)
class Speech:
    """Words handed to a source.

    ``content`` is the stretch that is said, ``quoted`` the quotations in it (without their marks),
    ``statement`` the whole stretch of source, cue and content. ``denied`` is true where the source
    rejects the content or the article says that it was not said. ``modality`` is the modal verb of
    the saying (“would”, “may”), ``frame`` the word that makes it a condition or a time (“if”, “when”);
    both are empty where the article says plainly that something was said.
    """

    content: Span
    quoted: tuple[Span, ...]
    form: Form
    source: Source
    cue: Span
    statement: Span
    denied: bool = False
    modality: str = ""
    frame: str = ""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as it stands in one place, with the title before or after it."""

    name: Span
    title: Span | None
    office: bool
    former: bool


NameSort = Literal["person", "body", "place"]


@dataclass(frozen=True, slots=True)
class NameVote:
    """What a witness takes a name in one place for; the whole article's votes decide."""

    span: Span
    sort: NameSort


@dataclass(frozen=True, slots=True)
class OutletName:
    """A news organisation named in one place, under the name the lexicon knows it by."""

    outlet: str
    span: Span


@dataclass(frozen=True, slots=True)
class HedgeWord:
    """A word by which the article leaves something unsettled; ``strict`` if it does nothing else."""

    span: Span
    strict: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An abbreviation spelled out where it is introduced: “Long Name (LN)”."""

    short: Span
    long: Span


QuantitySort = Literal["count", "percent", "money", "measure", "duration", "age", "score", "range"]
Bound = Literal["exact", "about", "least", "most"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: ``span`` is the numeral with its sign and its “million”, ``value`` what it amounts to.

    ``noun`` is what is counted or measured, in small letters and empty if nothing follows that can
    be told; ``whole`` runs from the approximator to the noun. ``bound`` is what the approximator
    makes of the figure, ``approximator`` its words.
    """

    span: Span
    value: float
    sort: QuantitySort
    noun: str
    whole: Span
    bound: Bound = "exact"
    approximator: str = ""


MomentSort = Literal["date", "month", "year", "weekday", "relative"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year as the article writes it, without its preposition.

    ``lead`` is the preposition before it, in small letters, or empty; parts that are not stated are
    None. A relative moment, such as “last week”, has no parts.
    """

    span: Span
    sort: MomentSort
    lead: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Apposition:
    """What somebody is, set off by a comma beside the full name: “Mara Lindqvist, the chief engineer,”.

    ``head`` is the noun in the role that names the post.
    """

    name: Span
    role: Span
    head: Span
    former: bool


Seen = Speech | PersonName | NameVote | OutletName | HedgeWord | ShortForm | Quantity | Moment | Apposition


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that one witness saw, and the rule by which it saw it."""

    witness: Witness
    rule: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Abstention:
    """Something the reader met and did not settle, and why."""

    rule: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: every place, every office, and the fullest name.

    ``variants`` are shorter forms of the full name, such as one without its middle initial;
    ``shares_surname`` tells that a bare surname may mean somebody else.
    """

    name: str
    surname: str
    mentions: tuple[Span, ...]
    offices: tuple[Span, ...]
    former: bool
    variants: tuple[str, ...] = ()
    shares_surname: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A person, a body or a place that the article names, and every place that does so.

    ``text`` is the name without “the”; for a person it is the fullest form, and ``mentions`` holds the
    shorter ones as well.
    """

    text: str
    sort: NameSort
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words credited to a source, with the witnesses and the rule behind it.

    ``speaker`` is the person meant, when the source is one that the article names; ``antecedent`` is the
    mention that tells so, where a pronoun stands beside the verb.
    """

    speech: Speech
    rule: str
    witnesses: tuple[Witness, ...]
    speaker: Person | None
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation and every place where the article names it."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Everything that was read in one article; what every question is made from.

    ``attributions`` may own a key. ``unsettled`` are those that only one witness saw, or on whose
    source the witnesses differ: they are reported, and they keep questions from being asked.
    ``remembered`` belongs to the module of that name: what was worked out from all the rest.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    unsettled: tuple[Attribution, ...]
    people: tuple[Person, ...]
    outlets: tuple[Outlet, ...]
    hedges: tuple[HedgeWord, ...]
    short_forms: tuple[ShortForm, ...]
    abstentions: tuple[Abstention, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    appositions: tuple[Apposition, ...] = ()
    names: tuple[Name, ...] = ()
    remembered: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def every_attribution(self) -> tuple[Attribution, ...]:
        """Settled or not, in the order of the text."""
        return _in_text_order(self)

    def text(self, span: Span) -> str:
        """Return the raw text of a span."""
        return self.article.raw[span.start : span.end]

    def words(self, span: Span) -> str:
        """Return the text of a span with its line breaks and runs of space folded."""
        return " ".join(self.text(span).split())

    def place(self, offset: int) -> str:
        """Where an offset lies, as a reader would say it: “paragraph 4”."""
        block = self.article.block_at(offset)
        return block.label if block else "the article"

    def places(self, spans: Sequence[Span]) -> str:
        """Where some spans lie, without repetition: “paragraphs 2 and 6”."""
        labels = list(dict.fromkeys(self.place(span.start) for span in spans))
        numbers = [label.removeprefix("paragraph ") for label in labels if label.startswith("paragraph ")]
        others = [label for label in labels if not label.startswith("paragraph ")]
        if len(numbers) == 1:
            others.append(f"paragraph {numbers[0]}")
        elif numbers:
            others.append(f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}")
        return " and ".join(others) if len(others) < 3 else ", ".join(others[:-1]) + " and " + others[-1]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds this offset."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None


@lru_cache(maxsize=2)
def _in_text_order(reading: Reading) -> tuple[Attribution, ...]:
    both = (*reading.attributions, *reading.unsettled)
    return tuple(sorted(both, key=lambda fact: (fact.speech.content, fact.speech.source.span)))
