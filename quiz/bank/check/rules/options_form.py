"""Family O, options: whether they look alike, so that form gives nothing away."""

import re
from collections.abc import Callable, Iterable

from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.subject import Asked
from quiz.bank.check.words import GIVEN
from quiz.bank.problems import shown

_ALIKE = "Haladyna, Downing and Rodriguez 2002: keep options homogeneous in content and grammar"
_BEGINS = re.compile(r"\W*(\w)")
_ABBREVIATION = re.compile(r"(?:\b\w|\b[A-Z][a-z]{0,3}|\.\w+)\.$")


def _alone(asked: Asked, look: Callable[[str], str | None]) -> tuple[str, str] | None:
    """Return the key's form and that of all the other options, if these share one that the key lacks."""
    if asked.key is None or len(asked.texts) < 3:
        return None
    forms = [look(text) for text in asked.texts]
    key = forms.pop(asked.key)
    if key is None or forms[0] is None or key == forms[0] or any(form != forms[0] for form in forms):
        return None
    return key, forms[0]


def _initial(text: str) -> str | None:
    first = _BEGINS.match(text)
    if not first or first[1].isdigit() or first[1].upper() == first[1].lower():
        return None
    return "a capital" if first[1].isupper() else "a small letter"


class CapitalAlone(QuestionRule):
    """The key alone begins with a capital, or alone with a small letter."""

    code, name, level = "O010", "capital-alone", "warning"
    why = "The one that looks different is chosen by players who have not read the article."
    example = "Bad:   the key “Sealed it”, then “moved it”, “sold it”\nGood:  sealed it / moved it / sold it"
    source = _ALIKE

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the first letters."""
        if found := _alone(asked, _initial):
            message = f"the key alone begins with {found[0]}, all others with {found[1]}"
            yield Finding(asked.at("options", asked.key or 0, "text"), message, "write all options alike")


class EndStop(QuestionRule):
    """Some options end with a full stop and others do not."""

    code, name, level = "O011", "end-stop", "warning"
    why = "It looks careless, and the option that differs draws the eye."
    example = "Bad:   It moved. / It fell / It was sold\nGood:  It moved / It fell / It was sold"
    source = _ALIKE

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare how the options end; the dot of an abbreviation does not count."""
        texts = asked.texts
        if len(texts) < 2:
            return
        stopped = [text.rstrip().endswith(".") and not _ABBREVIATION.search(text.rstrip()) for text in texts]
        if not any(stopped) or all(stopped):
            return
        odd = min((True, False), key=stopped.count)
        if any(
            text.rstrip().endswith((".", "!", "?", "…")) != stop
            for text, stop in zip(texts, stopped, strict=True)
        ):
            return
        place = stopped.index(odd)
        message = f"this option ends {'with' if odd else 'without'} a full stop, unlike others"
        yield Finding(asked.at("options", place, "text"), message, "end all options alike")


_PREPOSITIONS = frozenset(
    (
        "in",
        "on",
        "at",
        "by",
        "from",
        "under",
        "over",
        "near",
        "after",
        "before",
        "during",
        "since",
        "with",
        "for",
    )
)


def _form(text: str) -> str | None:
    words = text.split()
    if not words:
        return None
    first = words[0].lower()
    if first in ("a", "an", "the"):
        return "an article (a, an, the)"
    if first == "to" and len(words) > 1:
        return "“to”"
    if first.endswith("ing") and len(first) > 5 and len(words) > 1 and words[0].islower():
        return "a word in -ing"
    if first in _PREPOSITIONS and words[0].islower():
        return "a preposition"
    if first[0].isdigit():
        return "a figure"
    if first[0] in '“"‘«„':
        return "a quotation mark"
    return "another word"


class FormAlone(QuestionRule):
    """The key alone begins with another sort of word than all the other options."""

    code, name, level = "O012", "form-alone", "warning"
    why = "The only option with an article, a figure or a quotation mark is found without reading anything."
    example = "Bad:   the bridge / harbour / tower\nGood:  the bridge / the harbour / the tower"
    source = f"{_ALIKE}; Gierl and others 2017 on distractors."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the first words; names are all of one sort, with or without an article of their own."""
        found = _alone(asked, _form)
        if found and asked.key is not None:
            if found[1] == "another word" and found[0].startswith("an article") and _names(asked):
                return
            theirs = "not one of the others" if found[1] == "another word" else f"the others with {found[1]}"
            message = f"the key alone begins with {found[0]}, {theirs}"
            if found[0] == "another word":
                message = f"all options but the key begin with {found[1]}"
            yield Finding(asked.at("options", asked.key, "text"), message, "give all options the same form")


def _names(asked: Asked) -> bool:
    return all(
        text.lower().removeprefix("the ").lstrip()[:1].isalpha() and text.split()[-1][:1].isupper()
        for text in asked.texts
    )


class ArticleAgreement(QuestionRule):
    """The prompt ends with “a” or “an”, which fits some options and not others."""

    code, name, level = "O013", "a-or-an", "warning"
    why = "Grammar alone strikes out the options that do not fit."
    example = "Bad:   Lindqvist is an … engineer / lawyer\nGood:  Lindqvist is … an engineer / a lawyer"
    source = f"{_ALIKE}: avoid grammatical clues."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the vowels after an article at the end of the prompt or before its gap."""
        if asked.key is None:
            return
        found = _BEFORE_GAP.search(asked.question.prompt)
        if not found:
            return
        written = found[1] or found[2]
        vowel = written.lower() == "an"
        unfit = [
            place
            for place in asked.wrong
            if (fits := _takes_an(asked.texts[place])) is not None and fits != vowel
        ]
        if unfit:
            message = f"“{written}” does not fit “{shown(asked.texts[unfit[0]])}”, which strikes it out"
            help_text = "write “a/an”, or move the article into the options"
            yield Finding(asked.at("prompt"), message, help_text, part=found[0])


_BEFORE_GAP = re.compile(r"\b(an?)\b\s*(?:_{2,}|…|\.{3,}|\[\s*\.*…?\s*\])|\b(?<!/)(an?)\s*:?\s*$")


def _takes_an(text: str) -> bool | None:
    """Whether “an” goes before a text; None where spelling does not tell."""
    word = re.match(r"[“\"‘]?([A-Za-z]+)", text)
    if (
        not word
        or word[1].isupper()
        or word[1].lower().startswith(("eu", "uni", "use", "usu", "one", "hon", "hour", "heir"))
    ):
        return None
    return word[1][0].lower() in "aeiou" if word[1][0].lower() != "u" else None


def _number(text: str) -> str | None:
    words = text.split()
    if not words or len(words) > 4 or not text.islower() or not words[-1].isalpha():
        return None
    plural = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
    return "plural" if plural else "singular"


class NumberAlone(QuestionRule):
    """The key alone is plural, or alone singular."""

    code, name, level = "O009", "number-alone", "info"
    why = "A prompt that says “is” or “are” then strikes out options by grammar alone."
    example = "Bad:   the key “lorries”, then “frost”, “wind”\nGood:  lorries / storms / tides"
    source = f"{_ALIKE}: avoid grammatical clues."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the ends of short options in small letters; a name has no number."""
        if asked.question.kind not in GIVEN and (found := _alone(asked, _number)):
            message = f"the key alone is {found[0]}, all others are {found[1]}"
            yield Finding(asked.at("options", asked.key or 0, "text"), message, "give all options one number")
