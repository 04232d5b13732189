"""Whether words can be shown on their own: one whole clause that points at nothing outside."""

import re

from quiz.generate.lexicons import lexicon
from quiz.generate.openings import POINTS_BACK
from quiz.generate.remembered import by_text

FEWEST_CONTENT_WORDS = 2
"""Words that carry what a sentence says; with fewer, it could have been said of anything."""

CLEAR_CONTENT = 3
"""Content words with which a quoted sentence is known again, whatever its “it” stands for."""

_EMPTY = frozenset(
    {
        "tell",
        "something",
        "anything",
        "nothing",
        "everything",
        "else",
        "thing",
        "things",
        "know",
        "guess",
        "think",
    }
)
_JOINS = re.compile(
    r"(?:and|but|so|yet|also|then|still|however|instead|meanwhile|for example|for instance"
    r"|such|another|others?)\b",
    re.IGNORECASE,
)
_NEVER_OPENS = re.compile(
    r"(?:because|so|that|which|who|whom|whose|than|to|or|nor|as|like|except|including|outside|inside|rather"
    r"|let alone|not)\b",
    re.IGNORECASE,
)
_SUBORDINATES = re.compile(
    r"(?:if|when|whenever|while|although|though|unless|until|since|after|before|once|where|wherever|whether)\b",
    re.IGNORECASE,
)
_SECOND_CONTENT = re.compile(r"(?:,|\b(?:and|but|or))\s+that\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:which|who|whom|whose|where|when)\b", re.IGNORECASE)
_TRAILS_OFF = re.compile(r",\s+(?:\w+ly\s+)?(?!during\b|including\b|according\b)[a-z]{2,}ing\b[^,]*$")
_OF_SOMEBODY = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\b(?:they|them|their|theirs|it|its)\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"\bit\s+(?:is|was|(?:will|would|may|might|could) be|has been|had been|takes?|took)\s+(?:not\s+)?"
    r"(?:(?:too|very|still|now|un)\s*)*"
    r"(?:time|important|possible|impossible|clear|unclear|likely|unlikely|hard|easy|difficult|necessary|early|true"
    r"|wrong|right|best|better|good|bad|essential|vital|unusual|common|rare|illegal|legal)\b.*?\b(?:to|that)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:the|these|those)\s+(?:\w+\s+)?(?:ones?|group|pair|two|three|duo|trio|others?)\b(?!\s+of\b)"
    r"|\bthe\s+(?:former|latter)\b(?=\s*(?:$|[,.;]|(?:is|was|has|had|will|would)\b))"
    r"|^(?:an?|the)\s+(?:first|second|third|fourth|fifth|sixth)\b|\bsuch\s+(?!as\b)|\bboth\b(?!.*\band\b)",
    re.IGNORECASE,
)
_INSIDE_THAT = re.compile(r"(?!(?:this|that|these|those)\b)\w+\s.*\bthat", re.IGNORECASE)
"""“Members approved that …”, “grain that …”: the word joins two clauses."""
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Þ][\w’'-]+|^[A-ZÀ-Þ][\w’'-]+\s+[A-ZÀ-Þ][\w’'-]+")


@by_text
def why_not_alone(text: str) -> str | None:
    """Why a reader would need the words around a statement to know what it says, or None if not."""
    words = " ".join(text.split())
    back = POINTS_BACK.match(words)
    in_place = back and (_INSIDE_THAT.fullmatch(back.group()) or _EMPTY_IT.match(words))
    if (back and not in_place) or _OF_OTHERS.search(words):
        return "it points to something outside itself"
    if _NEVER_OPENS.match(words) or (_SUBORDINATES.match(words) and "," not in words):
        return "it is a piece of a sentence"
    if _SECOND_CONTENT.search(words):
        return "it holds two contents"
    if _ASIDE.search(words) or _TRAILS_OFF.search(words):
        return "its end may be the writer's addition"
    return _dangling(words)


def clear_enough(quoted: str) -> bool:
    """Whether a quoted sentence can be shown: it stands alone, or says enough in spite of a pronoun."""
    if why_not_alone(quoted) is None:
        return True
    words = " ".join(quoted.split())
    joined = _JOINS.match(words) or _OF_OTHERS.search(words) or is_fragment(words)
    return not joined and len(content_words(words)) >= CLEAR_CONTENT


def _dangling(words: str) -> str | None:
    """A pronoun with nothing before it in the statement that it could stand for."""
    somebody = _OF_SOMEBODY.search(words)
    if somebody and not _NAME.search(words[: somebody.start()]):
        return f"“{somebody.group()}” points to somebody outside it"
    something = _OF_SOMETHING.search(_EMPTY_IT.sub("", words))
    if something and len(content_words(words[: words.find(something.group())])) < FEWEST_CONTENT_WORDS:
        return f"“{something.group()}” points to something outside it"
    return None


@by_text
def content_words(text: str) -> list[str]:
    """The words of a text that carry what it says."""
    small = lexicon("passing_on")["function_words"]
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text)
    plain = [re.sub(r"[’'](?:s|m|re|ve|ll|d|t)$", "", word.casefold()) for word in words]
    return [word for word in plain if (len(word) > 2 or word.isdigit()) and word not in small]


def is_fragment(text: str) -> bool:
    """Whether quoted words are a piece of a sentence: “If the lights go out”, “because it was late”."""
    return bool(_NEVER_OPENS.match(text) and text[0].islower()) or bool(
        _SUBORDINATES.match(text) and "," not in text
    )


def says_little(text: str) -> bool:
    """Whether words could have been said of anything: “You can print that”."""
    return len(content_words(text)) < FEWEST_CONTENT_WORDS


def only_leads_on(text: str) -> bool:
    """Whether words only announce others: “And I’ll tell you something else”."""
    return len([word for word in content_words(text) if word not in _EMPTY]) < FEWEST_CONTENT_WORDS
