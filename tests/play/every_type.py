"""One question of each type about the invented town, and strategies that make many."""

from hypothesis import strategies as st

from quiz.bank.model import Choice, Hottext, Item, Match, Multiple, Option, Order, Pair, Target, TextEntry
from quiz.play.responses import AnyQuestion, Response

SAID = "So it says."

CHOICE = Choice(
    type="choice",
    id="choice-1",
    kind="speaker",
    prompt="Who said it?",
    explanation=SAID,
    options=[Option(text="Lindqvist", correct=True), Option(text="Brandt"), Option(text="the board")],
)
MULTIPLE = Multiple(
    type="multiple",
    id="multiple-1",
    kind="not_quoted",
    prompt="Whom does the article quote?",
    explanation=SAID,
    options=[
        Option(text="Lindqvist", correct=True),
        Option(text="Brandt", correct=True),
        Option(text="the council"),
        Option(text="the shops"),
    ],
)
ORDER = Order(
    type="order",
    id="order-1",
    kind="sequence",
    prompt="What came first?",
    explanation=SAID,
    options=[Item(text=text) for text in ("built", "greased", "closed", "moved")],
)
MATCH = Match(
    type="match",
    id="match-1",
    kind="role",
    prompt="Who holds which office?",
    explanation=SAID,
    pairs=[
        Pair(left="Lindqvist", right="engineer"),
        Pair(left="Brandt", right="ferryman"),
        Pair(left="Renning", right="treasurer"),
    ],
)
TYPED = TextEntry(
    type="text",
    id="text-1",
    kind="name",
    prompt="Which paper printed the letter?",
    explanation=SAID,
    accept=["the Vale Gazette", "Vale Gazette of Ostmole"],
)
HOTTEXT = Hottext(
    type="hottext",
    id="hottext-1",
    kind="hedge",
    prompt="Mark the words that say how sure the writer is.",
    explanation=SAID,
    passage="The bridge reportedly moved once before, and it might move again.",
    targets=[
        Target(text="might", correct=True),
        Target(text="once before"),
        Target(text="reportedly", correct=True),
        Target(text="again"),
    ],
)
EVERY_TYPE: tuple[AnyQuestion, ...] = (CHOICE, MULTIPLE, ORDER, MATCH, TYPED, HOTTEXT)


@st.composite
def responses(draw: st.DrawFn, question: AnyQuestion) -> Response:
    """Any response that a question allows."""
    match question:
        case Choice():
            return draw(st.sampled_from([option.text for option in question.options]))
        case Multiple():
            return tuple(draw(_some([option.text for option in question.options])))
        case Hottext():
            return tuple(draw(_some([target.text for target in question.targets])))
        case Order():
            return tuple(draw(st.permutations([item.text for item in question.options])))
        case Match():
            rights = draw(st.permutations([pair.right for pair in question.pairs]))
            lefts = [pair.left for pair in question.pairs]
            kept = draw(_some(lefts))
            return tuple((left, right) for left, right in zip(lefts, rights, strict=True) if left in kept)
        case TextEntry():
            return draw(st.text(min_size=1).filter(lambda text: bool(text.strip())))


def _some(texts: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(texts), min_size=1, unique=True)
