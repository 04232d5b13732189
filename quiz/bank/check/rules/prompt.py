"""Family P, prompt: whether it asks one clear thing about the text."""

import re
from collections.abc import Iterable, Iterator

from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.subject import Asked, outside_marks
from quiz.bank.check.words import FIXED_SCALE, STOP
from quiz.bank.problems import shown

MOST_WORDS = 40
"""Beside the quotation; a longer prompt is read twice."""

_HALADYNA = "Haladyna, Downing and Rodriguez 2002"
_GAP = re.compile(
    r"_{2,}|\[\s*(?:…|\.{3}|_+)?\s*\]|\(\s*(?:…|\.{3}|_+)\s*\)|(?<=\s)(?:…|\.{3})(?=[\s.,;:?!])"
)
_ASKS = re.compile(
    r"\b(?:mark|put|match|choose|name|complete|select|pick|find|type|write|sort|arrange|fill|order|point|click)\b",
    re.IGNORECASE,
)


class NoQuestion(QuestionRule):
    """The prompt is neither a question nor a task nor a sentence to be completed."""

    code, name, level = "P001", "no-question", "warning"
    why = "The player has to guess what is asked."
    example = "Bad:   The speaker of these words\nGood:  Who said these words?"
    source = f"{_HALADYNA}: word the stem as a question or a partial sentence."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for a question mark, a verb that asks for something, a gap, or an open end."""
        prompt = asked.question.prompt
        if "?" in asked.own or "؟" in prompt or "？" in prompt or "?" in prompt:
            return
        if _ASKS.search(asked.own) or _GAP.search(prompt) or prompt.rstrip().endswith((":", "…", "...", ";")):
            return
        yield Finding(
            asked.at("prompt"), "the prompt asks nothing", "end it with a question mark, or ask for something"
        )


class SeveralGaps(QuestionRule):
    """The prompt has more than one gap."""

    code, name, level = "P002", "several-gaps", "warning"
    why = "One answer cannot fill two gaps, and with two gaps too little is left to understand."
    example = "Bad:   The ____ moved the ____.\nGood:  The board moved the ____."
    source = f"{_HALADYNA}: one idea to an item."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count the gaps; dots that leave something out of a quotation are none."""
        gaps = [gap[0] for gap in _GAP.finditer(asked.question.prompt) if "_" in gap[0]]
        if len(gaps) > 1:
            yield Finding(
                asked.at("prompt"), f"the prompt has {len(gaps)} gaps", "keep one of them", part=gaps[-1]
            )


_NEGATIVE = re.compile(
    r"\b(?:not(?! only)|never|except|neither|nor|cannot|n[o0]ne|\w+n[’']t|(?<!at )least)\b", re.IGNORECASE
)


_CLAUSE = re.compile(r"(?<=\w )(?:that|why|whether|because|if|when|while|although)\b", re.IGNORECASE)


class PlainNegative(QuestionRule):
    """The prompt turns on “not”, “never” or “except” and does not emphasise it."""

    code, name, level = "P003", "plain-negative", "warning"
    why = "The small word is read over, and a player who knows the text answers the opposite."
    example = "Bad:   Which paper does the article not name?\nGood:  Which paper does the article NOT name?"
    source = f"{_HALADYNA}: avoid negatives; if one must be, capitalise it."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for the words in small letters, outside quotations."""
        for found in _negatives(asked.own):
            if not found[0].isupper():
                message = f"“{found[0]}” turns the question round"
                capitals = "NOT" if found[0].lower().endswith("t") else found[0].upper()
                yield Finding(asked.at("prompt"), message, f"ask what is, or write {capitals}", part=found[0])
                return


def _negatives(own: str) -> Iterator[re.Match[str]]:
    """Find the negatives of the question itself; what a clause within it denies is what it asks about."""
    clause = _CLAUSE.search(own)
    for found in _NEGATIVE.finditer(own):
        if clause is not None and clause.start() < found.start():
            return
        if not own[: found.start()].lower().endswith("or "):  # whether or not
            yield found


_NEGATIVE_OPTION = re.compile(r"\b(?:not|never|no|none|neither|\w+n[’']t)\b", re.IGNORECASE)


class DoubleNegative(QuestionRule):
    """The prompt has two negatives, or a negative prompt has options with one."""

    code, name, level = "P004", "double-negative", "warning"
    why = "Players untangle logic instead of understanding the text."
    example = "Bad:   Which did the board NOT refuse? — It did not vote.\nGood:  What did the board do?"
    source = f"{_HALADYNA}: avoid negatives such as NOT and EXCEPT."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count negatives outside quotations, in the prompt and then in the options."""
        found = [negative[0] for negative in _negatives(asked.own)]
        if not found:
            return
        if len(found) > 1:
            message = f"two negatives: “{found[0]}” and “{found[1]}”"
            yield Finding(asked.at("prompt"), message, "say it without them", part=found[1])
            return
        for place, text in enumerate(asked.texts):
            if (negative := _NEGATIVE_OPTION.search(outside_marks(text))) is not None:
                message = f"“{negative[0]}” here, and “{found[0]}” in the prompt"
                help_text = "ask what is"
                yield Finding(asked.at("options", place, "text"), message, help_text, part=negative[0])
                return


class LongPrompt(QuestionRule):
    """The prompt has more than 40 words beside what it quotes."""

    code, name, level = "P005", "long-prompt", "warning"
    why = "Players lose the question before they reach its end."
    example = (
        "Bad:   In the year in which the bridge, after much debate …\n"
        "Good:  In which year did the bridge move?"
    )
    source = f"{_HALADYNA}: minimise the amount of reading in each item."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count the words outside quotations."""
        if (count := len(asked.words)) > MOST_WORDS:
            message = f"the prompt has {count} words beside the quotation; {MOST_WORDS} are many"
            yield Finding(asked.at("prompt"), message, "leave out what the question does not need")


_UNFOCUSED = re.compile(
    r"(?:according to the (?:article|text) )?(?:which|what)(?: one)?"
    r"(?: of (?:these|the following|the above|them))?(?: statements?| sentences?| options?| answers?)?"
    r"(?: is| are)?(?: the)?(?: true| correct| right| false| wrong| best| not true)?"
    r"(?: statement| answer| option)?(?: according to the (?:article|text))?"
)


class Unfocused(QuestionRule):
    """The prompt says nothing without its options, as “Which of these is true?” does."""

    code, name, level = "P006", "unfocused", "warning"
    why = "There is no question to think about, only a list of statements to test one by one."
    example = "Bad:   Which of these is true?\nGood:  What did the board decide about the bridge?"
    source = f"{_HALADYNA}: the stem holds the central idea; it can be answered with the options covered."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare with the empty questions; one word alone is no question either."""
        if "“…”" in asked.own or asked.question.type == "hottext":
            return
        words = " ".join(asked.words)
        if len(asked.words) < 2 or (len(words) < 110 and _UNFOCUSED.fullmatch(words)):
            message = "the prompt says nothing without its options"
            yield Finding(asked.at("prompt"), message, "ask about something the article tells")


class KeyEchoed(QuestionRule):
    """A word of the prompt comes back in the key and in no other option."""

    code, name, level = "P007", "key-echoed", "warning"
    why = "Players who have not read the article choose the option that sounds like the question."
    example = (
        "Bad:   Who runs the harbour board? — the harbourmaster / the mayor / the treasurer\n"
        "Good:  Who runs the board?"
    )
    source = f"{_HALADYNA}: avoid clang associations, words alike in the stem and the right option."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare words of five letters and more outside quotations, singular and plural as one."""
        if asked.key is None or len(asked.texts) < 2 or asked.question.kind in FIXED_SCALE:
            return
        key = asked.bags[asked.key]
        if not key:
            return
        prompt = {_stem(word): word for word in asked.words if len(word) > 4 and word not in STOP}
        if not prompt:
            return
        echoed = {_stem(word) for word in key} & prompt.keys()
        for place in asked.wrong:
            if not echoed:
                return
            echoed -= {_stem(word) for word in asked.bags[place]}
        if echoed:
            word = prompt[min(echoed)]
            message = f"“{shown(word)}” stands in the prompt and in the key alone"
            help_text = "use another word in one of them, or the same in a distractor"
            yield Finding(asked.at("options", asked.key, "text"), message, help_text)


def _stem(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").removesuffix("s")


_OPINION = re.compile(
    r"\b(?:do|would|did) you (?:think|believe|feel|agree|like|prefer|say)\b|\bdo you\b"
    r"|\bin your (?:opinion|view)\b|\byour opinion\b"
    r"|\bshould (?:the|we|they|he|she|one|people|government)\b"
    r"|\bis it (?:true|fair|right|wrong|good|bad) (?:that|to)\b",
    re.IGNORECASE,
)


class AsksOpinion(QuestionRule):
    """The prompt asks what the player thinks, or what is right."""

    code, name, level = "P008", "asks-opinion", "warning"
    why = "An opinion has no key; the player who holds another one is told to be wrong."
    example = "Bad:   Do you think the board was right?\nGood:  What reason does the board give?"
    source = (
        f"{_HALADYNA}: avoid opinion-based items; this program asks what a text says, never whether it "
        "is true."
    )

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for the turns of phrase outside quotations."""
        if found := _OPINION.search(asked.own):
            message = f"“{found[0]}” asks for an opinion"
            yield Finding(asked.at("prompt"), message, "ask what the article says", part=found[0])


_ANCHOR = re.compile(
    r"\b(?:article|text|passage|story|report|headline|body|paragraph|sentence|author|writer|reporter|quotations?"
    r"|statement|newspaper|words?|pronoun|gap|quoted?|writes?|interview|transcript|column)\b|“…”|_{2,}",
    re.IGNORECASE,
)


class NotAnchored(QuestionRule):
    """The bank is about an article, and the prompt does not say that it asks about it."""

    code, name, level = "P009", "not-anchored", "info"
    why = "A question about the world can be answered, and argued about, without reading."
    example = "Bad:   How long is the bridge?\nGood:  How long is the bridge, according to the article?"
    source = "The program's own ground rule: a question is about the text, never about what is true."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for a word that names the text or a part of it."""
        if asked.about_article and asked.question.type != "hottext" and not _ANCHOR.search(asked.own):
            message = "the prompt does not say that it asks about the article"
            yield Finding(asked.at("prompt"), message, "add “according to the article”")
