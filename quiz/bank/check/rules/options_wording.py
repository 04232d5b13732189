"""Family O, options: words that give the key away to readers who know tests, not the article."""

import re
from collections.abc import Iterable

from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.rules.options_key import ALL_OR_NONE
from quiz.bank.check.subject import Asked, outside_marks, words_of
from quiz.bank.check.words import ABSOLUTE, GIVEN, OPPOSITES, STOP, VAGUE
from quiz.bank.problems import shown

_SOURCE = "Haladyna, Downing and Rodriguez 2002: avoid clues to the right answer"


class AbsoluteWords(QuestionRule):
    """Wrong options alone have words such as “always” and “never”."""

    code, name, level = "O016", "absolute-words", "info"
    why = "Readers who know tests strike out whatever allows no exception."
    example = (
        "Bad:   it may move / it never moves / it always moves\n"
        "Good:  it moves in storms / in frost / in heat"
    )
    source = f"{_SOURCE} (specific determiners)."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for the words in the wrong options where the key has none."""
        if asked.key is None or asked.question.kind in GIVEN or asked.bags[asked.key] & ABSOLUTE:
            return
        for place in asked.wrong:
            if ALL_OR_NONE.fullmatch(asked.texts[place]):
                continue  # which is a flaw of its own
            for word in asked.bags[place] & ABSOLUTE:
                if word in words_of(outside_marks(asked.texts[place])):
                    message = f"“{word}” gives this option away as wrong"
                    yield Finding(asked.at("options", place, "text"), message, "say it with less", part=word)
                    break


class VagueWords(QuestionRule):
    """The key alone has a word such as “usually” or “often”."""

    code, name, level = "O017", "vague-words", "info"
    why = "The careful option is the right one more often than not, and players know it."
    example = (
        "Bad:   the key “it often moves”, then “it fell”, “it was sold”\n"
        "Good:  it moved / it fell / it was sold"
    )
    source = f"{_SOURCE} (specific determiners)."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for the words in the key where no other option has one."""
        if asked.key is None or asked.question.kind in GIVEN:
            return
        words = asked.bags[asked.key] & VAGUE
        if words and not any(asked.bags[place] & VAGUE for place in asked.wrong):
            word = min(words)
            message = f"“{word}” stands in the key alone"
            yield Finding(
                asked.at("options", asked.key, "text"), message, "say it as firmly as the others", part=word
            )


class SharedLead(QuestionRule):
    """All options begin with the same three words or more."""

    code, name, level = "O018", "shared-lead", "warning"
    why = "The player reads the same words again and again; in the prompt they stand once."
    example = (
        "Bad:   because the board voted / because the board moved / because the board left\n"
        "Good:  … because the board: voted / moved / left"
    )
    source = "Haladyna, Downing and Rodriguez 2002: put the central idea in the stem, not in the options."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the first words; a name spelled out is the answer, not a lead."""
        if len(asked.folded) < 2 or asked.question.kind in ("acronym", *GIVEN):
            return
        first = asked.folded[0].split()
        if len(first) < 4:
            return
        lead = " ".join(first[:3]) + " "
        if all(text.startswith(lead) for text in asked.folded):
            message = f"all options begin with “{shown(' '.join(asked.texts[0].split()[:3]))}”"
            yield Finding(asked.at("options"), message, "move these words to the prompt", at_key=True)


class Convergence(QuestionRule):
    """The key shares words with several options that share none with each other."""

    code, name, level = "O019", "convergence", "info"
    why = "Distractors made by changing one part of the key at a time point at it: it has the most in common."
    example = "Bad:   red boat / red car / blue boat\nGood:  red boat / red car / blue boat / blue car"
    source = "Smith 1982, convergence strategy in test-wiseness."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count for each option how many others it shares a word with."""
        if asked.key is None or len(asked.texts) < 3 or asked.question.kind in ("acronym", *GIVEN):
            return
        bags = [bag - STOP for bag in asked.bags]
        shared = [
            sum(1 for other, theirs in enumerate(bags) if other != place and bag & theirs)
            for place, bag in enumerate(bags)
        ]
        words: set[str] = set()
        for place in asked.wrong:
            words |= bags[place] & bags[asked.key]
        if shared[asked.key] < 2 or len(words) < 2 or any(shared[place] > 1 for place in asked.wrong):
            return
        listed = ", ".join(f"“{word}”" for word in sorted(words)[:3])
        message = f"the key shares words with {shared[asked.key]} options, which share none: {listed}"
        help_text = "let the distractors share as much with each other"
        yield Finding(asked.at("options", asked.key, "text"), message, help_text)


_NOT = re.compile(r"\b(?:not|no|never|n[’']t)\b")


class OppositeOptions(QuestionRule):
    """Two of three or more options are opposites, and the key is one of them."""

    code, name, level = "O020", "opposite-options", "info"
    why = "One of two opposites is right, so the others can be left out unread."
    example = "Bad:   it rose / it fell / it was sold\nGood:  it rose / it was sold / it was closed"
    source = f"{_SOURCE} (pairs of options)."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the key with each other option: the same but for a pair of opposites, or for “not”."""
        if asked.key is None or len(asked.texts) < 3 or asked.question.kind in GIVEN:
            return
        key = asked.bags[asked.key]
        if _pairs(asked) > 1:
            return
        for place in asked.wrong:
            if _opposite(key, asked.bags[place]):
                message = f"the opposite of the key: “{shown(asked.texts[asked.key])}”"
                yield Finding(asked.at("options", place, "text"), message, "give the others an opposite, too")


def _opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    apart = one ^ other
    if len(apart) == 2 and len(one) == len(other):
        return apart in OPPOSITES
    return len(apart) == 1 and apart <= {"not", "never", "no"}


def _pairs(asked: Asked) -> int:
    bags = asked.bags
    return sum(_opposite(one, other) for place, one in enumerate(bags) for other in bags[place + 1 :])
