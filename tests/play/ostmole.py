"""An invented article from an invented town, its bank, and everything to play it with."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quiz.article import Article, article_from_text
from quiz.bank.files import render_bank
from quiz.bank.model import (
    ArticleReference,
    Bank,
    Choice,
    Evidence,
    Hottext,
    Item,
    Match,
    Multiple,
    Option,
    Order,
    Pair,
    Target,
    TextEntry,
)
from quiz.play.material import Material
from quiz.play.recorded import RecordedSession
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import Wishes
from quiz.scores.store import Store

TITLE = "The bridge that moved"

ARTICLE = """\
The bridge that moved

By Ines Falk

The swing bridge at Ostmole shifted eleven centimetres in one night, the harbour board said on Tuesday.

“It will not move again,” Mara Lindqvist, the board's chief engineer, told reporters. Two people who have seen an internal report said it had been expected for months.

Tomas Brandt, who runs the ferry, said he had heard nothing of a report. “Nobody writes to the ferry,” he said.

What the morning showed

The first train of the day stopped short of the gap at ten past five. Its driver, the board said, saw the signal late and the rails not at all.

By noon a crew had measured the bridge from both banks. The figures did not agree, and the board gave the smaller one first.

The town council meets on Thursday. It is expected to ask for the report, which the board has so far kept to itself.

A long history

The bridge was built for carts and carries lorries. It was closed for repairs in four of the last nine years, according to the council's own list.

In a letter to the Vale Gazette a retired keeper described how the bearings were greased with candle wax in the cold winters.

The Vale Gazette printed the letter without a reply from the board. The board later said that it had not been asked.

Who pays

Repairs might cost as much as two new ferries, Brandt said. He did not say how he had come to the sum.

The board puts the cost at less than half of that. Its treasurer, Olav Renning, called the difference “a matter of paint”.

Lorries now take the road round the bay, which adds forty minutes. The shops on the quay say that mornings are quiet.

What comes next

Engineers from the coast are to listen to the bearings for a week. They will write down what they hear every hour, by day and by night.

The ferry sails twice as often until then. Brandt said he would carry schoolchildren without a fare.

Lindqvist said that the bridge reportedly moved once before, in the year it was opened, and that nobody had measured it.

The board will publish the readings at the end of the month. Until then the gates stay shut and the lamps stay lit.
"""  # noqa: E501 (a paragraph is one line)


def option(text: str, why: str | None = None) -> Option:
    """An option; one that needs no reason is the key."""
    return Option(text=text, why=why, correct=why is None)


def question(identifier: str, kind: str, prompt: str, *options: Option, quote: str, says: str) -> Choice:
    """A question with one piece of evidence."""
    return Choice(
        type="choice",
        id=identifier,
        kind=kind,
        prompt=prompt,
        options=list(options),
        explanation=says,
        evidence=[Evidence(quote=quote)],
    )


QUESTIONS: tuple[Choice, ...] = (
    question(
        "speaker-1",
        "speaker",
        "According to the article, who said: “It will not move again”?",
        option("Mara Lindqvist"),
        option("Tomas Brandt", "He speaks in paragraph 3, about the ferry."),
        option("the harbour board", "It is reported in paragraph 1, in other words."),
        quote="“It will not move again,” Mara Lindqvist, the board's chief engineer, told reporters.",
        says="Paragraph 2 gives these words to Mara Lindqvist: “told” follows her name and office.",
    ),
    question(
        "number-1",
        "number",
        "According to the article, how far did the bridge shift?",
        option("eleven centimetres"),
        option("forty minutes", "That is how much longer the road is."),
        option("four years", "That is how often it was closed."),
        option("two ferries", "That is what repairs might cost."),
        quote="shifted eleven centimetres in one night",
        says="Paragraph 1 has the number right after the verb.",
    ),
    question(
        "role-1",
        "role",
        "According to the article, what office does Olav Renning hold?",
        option("treasurer of the board"),
        option("chief engineer", "That is Mara Lindqvist, in paragraph 2."),
        quote="Its treasurer, Olav Renning",
        says="The office stands right before the name.",
    ),
    question(
        "hedge-1",
        "hedge",
        "Which word says that somebody else has to stand for the earlier move?",
        option("reportedly"),
        option("once", "It counts; it says nothing about how sure anybody is."),
        option("nobody", "It says who measured."),
        quote="the bridge reportedly moved once before",
        says="“Reportedly” hands the statement to somebody the article does not name.",
    ),
    question(
        "outlet-1",
        "outlet_named",
        "Which newspaper does the article name?",
        option("the Vale Gazette"),
        option("the Harbour Courier", "It is not in the article."),
        quote="In a letter to the Vale Gazette",
        says="The letter went to the Vale Gazette; no other paper is named.",
    ),
    question(
        "claim-1",
        "claim_or_fact",
        "How does the article present this statement? “Repairs might cost as much as two new ferries”",
        option("as a statement by a source it names"),
        option("in its own voice", "The sentence hands it to Brandt."),
        option("as a statement by a source it does not name", "Brandt is named."),
        quote="Repairs might cost as much as two new ferries, Brandt said.",
        says="“Brandt said” follows the statement.",
    ),
)

MULTIPLE = Multiple(
    type="multiple",
    id="speakers-1",
    kind="speaker",
    prompt="Who of these speaks in the article?",
    options=[
        option("Mara Lindqvist"),
        option("Tomas Brandt"),
        option("the driver of the train", "The board says what the driver saw."),
        option("the shops on the quay"),
        option("the town council", "It is expected to ask for the report."),
    ],
    explanation="Paragraphs 2, 3 and 11 give words to somebody with “told”, “said” and “say”.",
    evidence=[Evidence(quote="The shops on the quay say that mornings are quiet.")],
)
ORDER = Order(
    type="order",
    id="sequence-1",
    kind="sequence",
    prompt="In which order did this happen, as the article dates it?",
    options=[
        Item(text="The bridge shifted."),
        Item(text="The first train stopped short of the gap."),
        Item(text="A crew measured the bridge."),
        Item(text="The council meets."),
    ],
    explanation="In the night, at ten past five, by noon, on Thursday.",
    evidence=[Evidence(quote="By noon a crew had measured the bridge from both banks.")],
)
MATCH = Match(
    type="match",
    id="offices-1",
    kind="role",
    prompt="What does the article call each of them?",
    pairs=[
        Pair(left="Mara Lindqvist", right="chief engineer"),
        Pair(left="Tomas Brandt", right="who runs the ferry"),
        Pair(left="Olav Renning", right="treasurer"),
    ],
    explanation="Each office stands beside its name.",
    evidence=[Evidence(quote="Its treasurer, Olav Renning")],
)
TYPED = TextEntry(
    type="text",
    id="detour-1",
    kind="number",
    prompt="How much time does the road round the bay add, according to the article?",
    accept=["forty minutes", "40 minutes"],
    explanation="Paragraph 11 has the time right after “adds”.",
    evidence=[Evidence(quote="the road round the bay, which adds forty minutes")],
)
HOTTEXT = Hottext(
    type="hottext",
    id="marked-1",
    kind="hedge",
    prompt="Which words say that somebody else has to stand for this?",
    passage=(
        "Lindqvist said that the bridge reportedly moved once before, in the year it was opened, "
        "and that nobody had measured it."
    ),
    targets=[
        Target(text="Lindqvist said", correct=True),
        Target(text="reportedly", correct=True),
        Target(text="once", why="It counts; it says nothing about how sure anybody is."),
        Target(text="nobody", why="It says who measured."),
    ],
    explanation="“Lindqvist said” hands the statement to her, “reportedly” to somebody she does not name.",
    evidence=[Evidence(quote="the bridge reportedly moved once before")],
)

EVERY_TYPE: tuple[AnyQuestion, ...] = (QUESTIONS[0], MULTIPLE, ORDER, MATCH, TYPED, HOTTEXT)
"""A question of each type."""


def article(raw: str = ARTICLE) -> Article:
    """The article, read."""
    return article_from_text(raw, "ostmole.txt")


def bank(questions: Sequence[AnyQuestion] = QUESTIONS, title: str = TITLE, **more: Any) -> Bank:
    """A bank that has no article unless one is given."""
    return Bank(version=1, id=more.pop("id", "ostmole"), title=title, questions=list(questions), **more)


def material(
    questions: Sequence[AnyQuestion] = QUESTIONS, title: str = TITLE, raw: str | None = ARTICLE
) -> Material:
    """The questions with the article, or without one."""
    found = article(raw) if raw is not None else None
    return Material("ostmole", title, list(questions), found, "ostmole.yaml", "ostmole.txt")


def write_bank(
    folder: Path,
    name: str = "ostmole",
    questions: Sequence[AnyQuestion] = QUESTIONS,
    title: str = TITLE,
    raw: str | None = ARTICLE,
) -> Path:
    """Write a bank and its article beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    reference = None
    if raw is not None:
        (folder / f"{name}.txt").write_text(raw, encoding="utf-8", newline="")
        reference = ArticleReference(file=f"{name}.txt", sha256=article(raw).sha256)
    path = folder / f"{name}.yaml"
    path.write_text(render_bank(bank(questions, title, id=name, article=reference)), encoding="utf-8")
    return path


COURSES = """\
version: 1
courses:
  - id: who-says-so
    title: Who says so?
    introduction: |
      Somebody greased the bearings of the bridge, and somebody else wrote
      to the newspaper about it. Ask of each sentence who says so.

      Then look for the name.
    banks: [ostmole, pier]
    skills: [source]
  - id: how-sure
    title: How sure is it?
    introduction: |
      Small words carry how sure a writer is.
    banks: [ostmole, lost-at-sea]
    kinds: [hedge, claim_or_fact]
"""
"""Two courses: of two steps with two questions each; of one step with two and one whose bank there is not."""


def write_courses(folder: Path, text: str = COURSES) -> Path:
    """Write a file of courses, and the bank that the first one needs beside that about Ostmole."""
    write_bank(folder, "pier", title="The pier that stayed")
    path = folder / "courses.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def clock() -> datetime:
    """The same moment, always."""
    return datetime(2026, 11, 12, 14, 2, tzinfo=UTC)


def open_store(folder: Path) -> Store:
    """A score file in ``folder``, where it is always the same moment."""
    return Store.open(folder / "scores.db", clock)


def begin(store: Store, *, count: int = 10, seed: int = 1, **of: Any) -> RecordedSession:
    """A session of the invented bank, played by Ada."""
    return RecordedSession.draw(store, material(**of), Wishes("ada", count=count, seed=seed))


def key_place(recorded: RecordedSession) -> int:
    """Where the key of the question on screen stands, from 0."""
    current = recorded.session.current
    return current.parts.index(str(current.key))


def wrong_place(recorded: RecordedSession) -> int:
    """Where one of the wrong options stands, from 0."""
    return 1 if key_place(recorded) == 0 else 0


def part(recorded: RecordedSession, place: int) -> str:
    """The text of the option shown at a place, from 0."""
    return recorded.session.current.parts[place]


HOSTILE: Mapping[str, str] = {
    "a remark in brackets": "so [sic] it was",
    "a closing tag": "[/] and [/bold]",
    "a style": "[bold red]x[/bold red] [@click=app.quit]y[/]",
    "a colour sequence": "\x1b[31mred\x1b[0m \x9b1mbold",
    "a window title": "\x1b]0;owned\x07 \x1b]8;;http://a.example\x1b\\link\x1b]8;;\x1b\\",
    "an override": "abc \u202edlrow\u202c \u2066isolated\u2069 \u202b.\u202c",
    "nothing to see": "a\u200bb\u2060c\ufeffd \u00adsoft \U000e0041tag",
    "one long word": "w" * 10_000,
    "joined emoji": "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👍🏽",
    "right to left": "שלום עולם مرحبا بالعالم",
    "line ends": "one\ntwo\r\nthree\u2028four\x85five\ttab",
    "stacked marks": "z" + "\u0301" * 40,
    "a variable": "$error $$ {x} %s \\[x] \\",
}
"""What a text may hold that a terminal or a markup reader would take for more than text."""

FORBIDDEN = "\x1b\x9b\x07\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that steer a terminal or turn others around."""
