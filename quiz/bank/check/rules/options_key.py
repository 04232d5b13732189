"""Family O, options: which and how many there are, and whether the key stands out or overlaps."""

import re
from collections.abc import Iterable
from statistics import median

from quiz.bank.check.rule import FileRule, Finding, QuestionRule
from quiz.bank.check.subject import Asked
from quiz.bank.problems import shown

_HALADYNA = "Haladyna, Downing and Rodriguez 2002, a taxonomy of item-writing guidelines"


class Key(FileRule):
    """A question has no key, or one with a single answer has several."""

    code, name, level = "O001", "key", "error"
    why = "Whatever the player chooses counts as wrong, or a right answer does."
    example = "Bad:   no option has “correct: true”\nGood:  exactly one has"
    source = f"{_HALADYNA}: make sure that only one answer is right."


class OptionCount(FileRule):
    """There are fewer options than two or more than can be shown."""

    code, name, level = "O002", "option-count", "error"
    why = "One option is no question, and a long list is a test of patience."
    example = "Bad:   options: [{text: yes, correct: true}]\nGood:  three options"
    source = "The bank format, version 1."


class RepeatedOption(FileRule):
    """Two options read the same."""

    code, name, level = "O003", "repeated-option", "error"
    why = "One of the two counts as wrong although it says what the other says."
    example = "Bad:   Mara Lindqvist / mara lindqvist / Tomas Brandt\nGood:  three different people"
    source = f"{_HALADYNA}: options are independent."


class PreferredCount(QuestionRule):
    """A question has two options, or more than five."""

    code, name, level = "O004", "preferred-count", "info"
    why = "Two can be guessed by tossing a coin; more than five take time and add nothing."
    example = "Bad:   Mara Lindqvist / Tomas Brandt\nGood:  Mara Lindqvist / Tomas Brandt / the harbour board"
    source = "Rodriguez 2005, three options are optimal: a meta-analysis of 80 years of research."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count the options of a question with one key."""
        count = len(asked.texts)
        if asked.question.type != "choice" or 3 <= count <= 5:
            return
        message = "two options: every second guess is right" if count == 2 else f"{count} options are many"
        yield Finding(asked.at("options"), message, "three good options do best", at_key=True)


class Contained(QuestionRule):
    """One option is contained in another."""

    code, name, level = "O005", "contained-option", "warning"
    why = "If the longer one is right the shorter is, too, and a careful reader can argue."
    example = (
        "Bad:   the board / the harbour board / the mayor\nGood:  the harbour board / the mayor / the port"
    )
    source = f"{_HALADYNA}: options do not overlap."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for one option, word for word, in another; long quotations may hold a short word."""
        folded = asked.folded
        for place, text in enumerate(folded):
            if not text:
                continue
            for other in folded:
                if len(other) > len(text) and text in other and f" {text} " in f" {other} ":
                    if joins(other, folded):
                        continue  # which is a flaw of its own
                    message = (
                        f"this option is contained in another: “{shown(asked.texts[folded.index(other)])}”"
                    )
                    yield Finding(asked.at("options", place, "text"), message, "make them exclude each other")
                    break


ALL_OR_NONE = re.compile(
    r"\W*(?:(?:all|none|any|both|neither|some) (?:of )?(?:the |these |those )?"
    r"(?:above|others?|options|answers)|(?:all|none|neither|both) of (?:these|those|them)"
    r"|all are (?:right|correct))\W*",
    re.IGNORECASE,
)


def joins(text: str, folded: tuple[str, ...]) -> bool:
    """Whether a folded option is two other ones joined by “and”."""
    parts = re.split(r" (?:and|or|as well as) ", text.removeprefix("both ")) if " " in text else []
    return len(parts) == 2 and all(part in folded for part in parts)


class AllOrNone(QuestionRule):
    """An option says “all of the above”, “none of these” or the like."""

    code, name, level = "O006", "all-or-none", "warning"
    why = "Options are shuffled, so there is no “above”; and knowing two is enough to choose “all”."
    example = "Bad:   Lindqvist / Brandt / none of the above\nGood:  Lindqvist / Brandt / Nadler"
    source = f"{_HALADYNA}: avoid “all of the above”, use “none of the above” with care."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look at each whole option."""
        for place, text in enumerate(asked.texts):
            if len(text) < 40 and ALL_OR_NONE.fullmatch(text):
                message = f"“{shown(text)}” is no answer of its own"
                help_text = "write an answer; for several right ones use the type “multiple”"
                yield Finding(asked.at("options", place, "text"), message, help_text)


_LETTERS = re.compile(
    r"\W*(?:both )?(?:options? )?\(?([a-f])\)? (?:and|or|&) (?:options? )?\(?([a-f])\)?\W*", re.I
)


class Combined(QuestionRule):
    """An option puts two others together, as in “A and B”."""

    code, name, level = "O007", "combined-options", "warning"
    why = (
        "If it is right its two parts are right as well, and who doubts one part can strike out two options."
    )
    example = "Bad:   Lindqvist / Brandt / Lindqvist and Brandt\nGood:  the type “multiple” with three names"
    source = f"{_HALADYNA}: avoid complex multiple-choice items."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for letters, and for two other options joined by “and”."""
        for place, text in enumerate(asked.folded):
            if joins(text, asked.folded) or (len(text) < 30 and _LETTERS.fullmatch(asked.texts[place])):
                message = f"“{shown(asked.texts[place])}” puts two options together"
                help_text = "use the type “multiple”, where several options can be right"
                yield Finding(asked.at("options", place, "text"), message, help_text)


class KeyLongest(QuestionRule):
    """The key is more than one and a half times as long as the options are in the middle."""

    code, name, level = "O008", "key-longest", "warning"
    why = "The longest option is the first guess of everybody who has not read the article."
    example = (
        "Bad:   the engineer who built it in 1931 / Brandt / Lind\n"
        "Good:  the engineer / the treasurer / the mayor"
    )
    source = f"{_HALADYNA}: keep the length of options about equal."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the key with the median of all options; a few letters are no length."""
        if asked.key is None or len(asked.texts) < 3:
            return
        lengths = [len(text) for text in asked.texts]
        key = lengths[asked.key]
        if key < 24 or key < max(lengths):
            return
        middle = median(lengths)
        if key > 1.5 * middle:
            message = f"the key is the longest option by far: {key} characters, the median is {middle:g}"
            yield Finding(
                asked.at("options", asked.key, "text"), message, "shorten it, or fill out the others"
            )
