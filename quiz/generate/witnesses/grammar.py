"""The grammar around a verb of saying as the parser sees it: its subject and what it governs."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from quiz.generate.lexicons import lexicon

FEWEST_WORDS = 3
"""A shorter clause is “so”, “yes” or a slip of the parser."""

LONGEST_CLIMB = 8
"""Steps from a quoted fragment up to the verb that governs it; beyond, the link is no more than nearness."""

_CLAUSES = frozenset({"ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that"})
_CONDITIONS = frozenset({"if", "when", "whenever", "unless", "until", "whether", "once", "after", "before"})
_WITHHOLDING = frozenset({"declined", "declines", "refused", "refuses", "failed", "fails", "forgot"})
_INVERTED = frozenset({"had", "were", "should"})
_WANTING = frozenset(
    (
        *("ask", "asks", "asked", "asking", "expect", "expects", "expected", "hope", "hopes", "hoped"),
        *("intend", "intends", "intended", "need", "needs", "needed", "order", "orders", "ordered"),
        *("plan", "plans", "planned", "planning", "request", "requests", "requested"),
        *("urge", "urges", "urged", "urging", "want", "wants", "wanted", "wish", "wishes", "wished"),
    )
)
_NAMING = frozenset({"called", "calls", "calling"})
"""With one object alone these verbs tell a name or a telephone call, and no opinion."""


@cache
def forms(*groups: str) -> frozenset[str]:
    """Return every form of the verbs or nouns of some groups of the lexicon ``attributing``."""
    return frozenset(form for group in groups for entry in lexicon("attributing")[group] for form in entry)


@cache
def _denying() -> frozenset[str]:
    return frozenset(
        {"deny", "denies", "denied", "denying", "disputed", "disputes", "doubt", "doubted", "doubts"}
    )


def subject_of(verb: Any) -> Any | None:
    """The token of whoever does the saying, also across “and”, “…, adding” and “who”."""
    token = verb
    for _ in range(4):
        own = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if own is not None:
            if own.lower_ in _RELATIVE and token.dep_ == "relcl":
                return _named_before(token.head)
            return own
        passive = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
        if passive is not None or _is_passive(token):
            agent = next((child for child in token.children if child.dep_ == "agent"), None)
            return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        if token.dep_ == "acl" and token.tag_ == "VBG":
            return token.head if token.head.tag_.startswith("N") else None
        if token.dep_ not in ("conj", "advcl", "xcomp", "dep") or not token.head.tag_.startswith("VB"):
            return None
        if token.dep_ == "advcl" and token.tag_ != "VBG":
            return None
        token = token.head
    return None


def _named_before(noun: Any) -> Any:
    """The person in “Hector Salas of Piedra Alta, Texas, who said”: a place behind a name says nothing."""
    while (
        noun.ent_type_ in ("GPE", "LOC")
        and noun.dep_ in ("appos", "pobj", "npadvmod")
        and noun.head.i < noun.i
    ):
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun


def _is_passive(verb: Any) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children) or (
        verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)
    )


def is_empty_subject(subject: Any) -> bool:
    """Whether “it” stands for no one: “it seems”, “it was clear”."""
    return subject is not None and (subject.dep_ == "expl" or subject.head.lower_ not in forms("says"))


def words_of_source(verb: Any, subject: Any) -> set[int]:
    """The words of a verb's subject; none where the verb itself hangs on it, as after “who”."""
    words = {word.i for word in subject.subtree}
    return set() if verb.i in words else words


def clauses(verb: Any, subject: Any) -> list[list[Any]]:
    """The words of the clauses a verb introduces, on either side of it, without “that” and the marks."""
    found = []
    apart = words_of_source(verb, subject)
    for clause in verb.children:
        if clause.dep_ not in _CLAUSES or clause.tag_ == "VBG" or clause.i in apart:
            continue
        words = [word for word in clause.subtree if word.i != verb.i]
        for side in ([w for w in words if w.i < verb.i], [w for w in words if w.i > verb.i]):
            if apart & {word.i for word in side}:
                side = [word for word in side if word.i < min(apart)]
            inner = trimmed(side)
            before = bool(inner) and inner[0].i < verb.i
            if before and (verb.tag_ == "VBG" or _is_condition(inner)):  # “…, adding” only goes on
                continue
            if clause.i in {word.i for word in inner} or len(inner) >= FEWEST_WORDS:
                found.append(inner)
    return found


def _is_condition(words: Sequence[Any]) -> bool:
    """Whether a clause is led in by its verb in the place of “if”: “Had it happened earlier, I think …”."""
    if words[0].lower_ not in _INVERTED or len(words) < 2:
        return False
    return words[1].dep_ in _SUBJECTS or words[1].dep_ in ("nsubjpass", "det")


def only_wanted(verb: Any) -> bool:
    """Whether somebody is but asked or means to say it: “The party asks the state to assure them that …”."""
    return _has_to(verb) and verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lower_ in _WANTING


def governs(verb: Any, words: Sequence[Any]) -> bool:
    """Whether quoted words hang on this verb, and on no other verb of saying in between."""
    inside = {word.i for word in words}
    token = next((word for word in words if word.head.i not in inside), words[0])
    for _ in range(LONGEST_CLIMB):
        token = token.head
        if token.i == verb.i:
            return True
        if token.lower_ in forms("says", "judges", "holds") and token.tag_.startswith("VB"):
            return False
    return False


def surrounding(verb: Any) -> list[Any]:
    """The sentence around an inserted “…, the board said, …”, “as the board put it” or before “X said: …”."""
    head = verb.head
    inserted = verb.dep_ in ("parataxis", "ccomp", "dep", "conj")
    as_clause = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if head.i == verb.i or not (inserted or as_clause):
        return []
    own = {word.i for word in verb.subtree}
    if head.i > verb.i:
        if verb.dep_ not in ("parataxis", "advcl"):
            return []
        return trimmed([word for word in head.subtree if word.i > max(own)])
    first = min(own)
    if first == 0 or verb.doc[first - 1].text not in (",", "”", '"', "''"):
        return []
    return trimmed([word for word in head.subtree if word.i < first])


def infinitive(verb: Any) -> list[Any]:
    """The words of “to …” after a verb of promising or asking, with the person asked."""
    clause = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and _has_to(c)), None)
    if clause is None:
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _has_to(c)), None)
    return trimmed(list(clause.subtree)) if clause is not None else []


def object_of(verb: Any) -> list[Any]:
    """Everything that depends on a verb to its right, up to an adverbial clause or a further verb.

    “Which the church describes as a retreat” has no object to its right, and by itself “as …” says nothing.
    """
    words: list[Any] = []
    if verb.lower_ in _NAMING and not any(child.dep_ in ("oprd", "ccomp", "xcomp") for child in verb.rights):
        return []
    for child in verb.rights:
        if child.dep_ in ("advcl", "conj", "cc", "npadvmod", "agent") or (child.dep_ == "punct" and words):
            if child.dep_ == "punct" and child.text in "“\"”'’‘":
                continue
            break
        if child.dep_ in ("dobj", "oprd", "prep", "ccomp", "xcomp", "attr", "acomp", "dative", "pcomp"):
            words += list(child.subtree)
    words.sort(key=lambda word: word.i)
    return [] if words[:1] and words[0].lower_ == "as" else trimmed(words)


def trimmed(words: Sequence[Any]) -> list[Any]:
    """Return the words without a leading “that” and without marks and space at their edges."""
    left = list(words)
    while left and (
        (left[0].lower_ == "that" and left[0].dep_ == "mark") or left[0].is_punct or left[0].is_space
    ):
        left = left[1:]
    while left and (left[-1].is_punct or left[-1].is_space):
        left = left[:-1]
    opened = [index for index, word in enumerate(left) for letter in word.text if letter == "("]
    closed = sum(word.text.count(")") for word in left)
    # A bracket that is not closed is no part of it.
    return left if len(opened) <= closed else trimmed(left[: opened[closed]])


def has_that(clause: Any) -> bool:
    """Whether a clause is led in by “that”."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _has_to(clause: Any) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def denied(verb: Any) -> bool:
    """Whether the source rejects it, did not say it, or “declined to say” it."""
    withheld = verb.dep_ == "xcomp" and verb.head.lower_ in _WITHHOLDING
    return withheld or verb.lower_ in _denying() or any(child.dep_ == "neg" for child in verb.children)


def modality(verb: Any) -> str:
    """The modal verb before the verb of saying, if there is one: “would”, “may”."""
    return next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), "")


def frame(verb: Any) -> str:
    """The word that puts the saying under a condition or a time: “if”, “when”."""
    token = verb
    for _ in range(3):
        for child in token.children:
            if child.dep_ in ("mark", "advmod") and child.lower_ in _CONDITIONS and child.i < token.i:
                return str(child.lower_) if token.dep_ == "advcl" else ""
        if token.dep_ not in ("conj", "aux") or token.head.i == token.i:
            return ""
        token = token.head
    return ""
