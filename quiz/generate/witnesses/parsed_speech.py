"""Who says what in one parsed block: verbs and nouns of attribution, their subjects, and what they govern."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from quiz.article import Block
from quiz.article.quotations import Quotation
from quiz.generate.facts import Form, Named, Observation, Source, Span, Speech
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.names import is_person_like, is_title_case, without_title
from quiz.generate.witnesses.sources import PRONOUNS, parse_source

FEWEST_WORDS = 3
"""A shorter clause is “so”, “yes” or a slip of the parser."""

LONGEST_CLIMB = 8
"""Steps from a quoted fragment up to the verb that governs it; beyond, the link is no more than nearness."""

NEAREST = 3
"""Tokens, marks included, between a verb of saying and a quotation that it hands over without grammar."""

_CLAUSES = frozenset({"ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that"})
_BESIDE_A_NAME = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj"})
_NO_SOURCE = frozenset({"there", "this", "that", "which", "who", "what", "it"})
_CONDITIONS = frozenset({"if", "when", "whenever", "unless", "until", "whether", "once", "after", "before"})
_WITHHOLDING = frozenset({"declined", "declines", "refused", "refuses", "failed", "fails", "forgot"})
_NAMING = frozenset({"called", "calls", "calling"})
"""With one object alone these verbs tell a name or a telephone call, and no opinion."""

_TITLING = frozenset(
    {"titled", "entitled", "called", "named", "headlined", "dubbed", "nicknamed", "captioned"}
)


class SpeechReader:
    """Reads the attributions of one block; ``document`` is the parsed text, one character for one."""

    def __init__(self, block: Block, document: Any, quotations: Sequence[Quotation]) -> None:
        self.block = block
        self.document = document
        self.quotations = quotations
        self.people = {
            word.i: entity for entity in document.ents if entity.label_ == "PERSON" for word in entity
        }

    def observations(self) -> Iterator[Observation]:
        """Yield everything the grammar of this block hands to a source."""
        for token in self.document:
            form = token.lower_
            if form == "according":
                yield from self._according(token)
            elif token.tag_.startswith("VB") and form in _forms(
                "says", "holds", "shows", "judges", "commits"
            ):
                yield from self._governed(token)
            elif token.tag_.startswith("NN") and form in _forms("nouns"):
                yield from self._noun(token)
        yield from self._after_colons()

    def _governed(self, verb: Any) -> Iterator[Observation]:
        """What one verb hands to its subject: a clause, an infinitive, an object, quoted words in it."""
        subject = _subject(verb)
        source = self._source(subject) if subject is not None else None
        if subject is None or source is None or self._splits_quotation(verb, source):
            return
        if subject.tag_.startswith(("V", "R", "I")):
            return
        form = verb.lower_
        stretches: list[tuple[str, list[Any]]] = []
        if form in _forms("says", "holds", "shows"):
            stretches += [("parser.clause", words) for words in _clauses(verb, subject)]
        if form not in _forms("says"):
            if source.name in ("i", "we") and not self._is_quoted(verb):
                return
            stretches = [(rule, words) for rule, words in stretches if words[:1] and words[0].tag_[0] != "W"]
        if not stretches and form in _forms("says", "shows"):
            stretches += [("parser.clause", words) for words in self._beside(verb, subject)]
        if not any(words for _, words in stretches) and form in _forms("commits"):
            stretches.append(("parser.infinitive", _infinitive(verb)))
        if not any(words for _, words in stretches) and form in _forms("judges") and verb.dep_ != "acl":
            stretches.append(("parser.object", _object(verb)))
        for rule, words in stretches:
            yield from self._observed(rule, words, source, verb)

    def _is_quoted(self, verb: Any) -> bool:
        at = self.block.start + verb.idx
        return any(quotation.start <= at < quotation.end for quotation in self.quotations)

    def _beside(self, verb: Any, subject: Any) -> list[list[Any]]:
        """What a verb of saying without a clause of its own hands over.

        That is the quotations under or right beside it, or the sentence that stands around
        “…, the board said, …” and “as the board put it”.
        """
        own = _apart(verb, subject)
        first, last = verb.left_edge.i, verb.right_edge.i
        quoted = []
        for quotation in self.quotations:
            words = self._words_of(quotation)
            if (
                not words
                or self._is_title(words)
                or verb.i in (inside := {word.i for word in words})
                or inside & own
            ):
                continue
            follows = words[0].i > verb.i and words[0].i - verb.i <= NEAREST
            precedes = 0 < min(first, verb.i) - words[-1].i <= NEAREST
            if follows or precedes or (first <= words[0].i <= last and _governs(verb, words)):
                quoted.append(words)
        return quoted or [_surrounding(verb)]

    def _is_title(self, words: Sequence[Any]) -> bool:
        """Whether the words between marks are the name of a text or a thing: “an essay titled “…””."""
        before = [word for word in self.document[max(0, words[0].i - 3) : words[0].i] if not word.is_punct]
        named = bool(before) and before[-1].lower_ in _TITLING
        return named or is_title_case(" ".join(word.text for word in words))

    def _words_of(self, quotation: Quotation) -> list[Any]:
        base = self.block.start
        span = self.document.char_span(
            quotation.inner_start - base, quotation.inner_end - base, alignment_mode="contract"
        )
        return [word for word in span if not word.is_space] if span is not None else []

    def _after_colons(self) -> Iterator[Observation]:
        """Read “The minister defended the plan: “…””, where a colon alone hands the words over."""
        for quotation in self.quotations:
            words = self._words_of(quotation)
            before = self.document[: words[0].i] if words else ()
            colon = next((word for word in reversed(before) if not word.is_quote and not word.is_space), None)
            if colon is None or colon.text != ":" or len(words) < FEWEST_WORDS:
                continue
            verb = colon.sent.root
            subject = _subject(verb)
            source = self._source(subject) if subject is not None and subject.i < colon.i else None
            if source is not None and verb.i < colon.i:
                yield from self._observed("parser.colon", words, source, verb)

    def _noun(self, noun: Any) -> Iterator[Observation]:
        """Read “his claim that …”, “a warning by the board that …”."""
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and _has_that(c)), None)
        if clause is None:
            return
        owner = next((child for child in noun.children if child.dep_ == "poss"), None) or next(
            (
                below
                for child in noun.children
                if child.dep_ == "prep" and child.lower_ in ("by", "from", "of")
                for below in child.children
                if below.dep_ == "pobj" and below.i < clause.i
            ),
            None,
        )
        source = self._source(owner) if owner is not None else None
        if source is not None:
            yield from self._observed("parser.noun", _trimmed(list(clause.subtree)), source, noun)

    def _according(self, token: Any) -> Iterator[Observation]:
        """Read “According to the board, …” and “…, according to the board”."""
        to = next((child for child in token.children if child.lower_ == "to"), None)
        named = (
            next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
        )
        if to is None or named is None:
            return
        phrase = list(token.subtree)
        source = self._source_in(to.i + 1, phrase[-1].i + 1) or self._source(named)
        head = token.head
        clause = [word for word in head.subtree if word.i not in {part.i for part in phrase}]
        if not clause:
            return
        opens = phrase[0].i == 0 or self.document[phrase[0].i - 1].lower_ == "that"
        if phrase[0].i > clause[0].i and not opens:
            words = [word for word in clause if word.i < phrase[0].i]
        else:
            words = [word for word in clause if word.i > phrase[-1].i]
        if source is not None and head.i not in {part.i for part in phrase}:
            yield from self._observed("parser.according", _trimmed(words), source, token)

    def _source(self, subject: Any) -> Source | None:
        """Read the noun phrase of a subject; what hangs on it as a clause of its own is left out."""
        words = [subject]
        for child in subject.children:
            if child.dep_ not in _BESIDE_A_NAME or (child.dep_ == "punct" and child.text in "-."):
                words += list(child.subtree)
        named = next(
            (child for child in subject.children if child.dep_ == "appos" and child.i in self.people), None
        )
        if named is not None and named.i > subject.i and subject.i not in self.people:
            words += list(self.document[subject.i + 1 : named.right_edge.i + 1])
        words = sorted(
            {word.i: word for word in words if not word.is_space}.values(), key=lambda word: word.i
        )
        return self._source_in(words[0].i, words[-1].i + 1, subject)

    def _source_in(self, first: int, end: int, head: Any = None) -> Source | None:
        words = self.document[first:end]
        text = words.text
        start = words.start_char
        if not text.strip(" ,") or text.lower() in _NO_SOURCE - {"it"}:
            return None
        if (lowered := text.lower()) in PRONOUNS:
            return None if lowered == "it" and _is_empty_subject(head) else self._pronoun(start, text)
        read = parse_source(self.block.text, start, start + len(text), self.block.start)
        if read is not None and read.named == "named":
            return read
        span = Span(self.block.start + start, self.block.start + start + len(text))
        head = words.root if head is None else head
        if (person := self.people.get(head.i)) is not None and is_person_like(person.text, titled=True):
            return Source(span, without_title(person.text), "named")
        if read is not None:
            return read
        named: Named = "named" if head.tag_ in ("NNP", "NNPS") else "described"
        if head.lower_ in lexicon("sources")["unidentified"]:
            named = "unnamed"
        return Source(span, " ".join(text.split()), named)

    def _pronoun(self, start: int, text: str) -> Source:
        first = self.block.start + start
        return Source(Span(first, first + len(text)), text.lower(), "unnamed")

    def _splits_quotation(self, verb: Any, source: Source) -> bool:
        """Whether verb and source stand on different sides of a quotation mark: a slip of the parser."""
        at = self.block.start + verb.idx
        for quotation in self.quotations:
            inside = quotation.start <= at < quotation.end
            if inside != (quotation.start <= source.span.start < quotation.end):
                return True
        return False

    def _observed(
        self, rule: str, words: Sequence[Any], source: Source, cue_token: Any
    ) -> Iterator[Observation]:
        """Report a stretch of words, widened to whole quotations, as direct, mixed or indirect speech."""
        if not words:
            return
        base = self.block.start
        start, end = base + words[0].idx, base + words[-1].idx + len(words[-1])
        cue = Span(base + cue_token.idx, base + cue_token.idx + len(cue_token))
        touched = [q for q in self.quotations if q.start < end and start < q.end]
        nested = any(q.start <= cue.start < q.end for q in touched)
        if nested:
            around = next(q for q in touched if q.start <= cue.start < q.end)
            if not (around.inner_start <= start and end <= around.inner_end):
                return
            touched = []
        if not touched and len(words) < FEWEST_WORDS:
            return
        for quotation in touched:
            start, end = min(start, quotation.start), max(end, quotation.end)
        if start <= cue.start < end or start <= source.span.start < end:
            return
        quoted = tuple(Span(quotation.inner_start, quotation.inner_end) for quotation in touched)
        form: Form = "mixed" if touched else "indirect"
        content = Span(start, end)
        if len(touched) == 1 and _only_marks_outside(
            self.block.text, start - base, end - base, touched[0], base
        ):
            content, form = quoted[0], "direct"
        verb = cue_token
        speech = Speech(
            content,
            quoted,
            form,
            source,
            cue,
            Span(
                min(content.start, source.span.start, cue.start), max(content.end, source.span.end, cue.end)
            ),
            denied=_denied(verb),
            modality=_modality(verb),
            frame=_frame(verb),
        )
        name = "parser.nested" if nested else "parser.quote" if form == "direct" else rule
        yield Observation("parser", name, speech)


@cache
def _forms(*groups: str) -> frozenset[str]:
    return frozenset(form for group in groups for forms in lexicon("attributing")[group] for form in forms)


@cache
def _denying() -> frozenset[str]:
    return frozenset(
        {"deny", "denies", "denied", "denying", "disputed", "disputes", "doubt", "doubted", "doubts"}
    )


def _subject(verb: Any) -> Any | None:
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


def _is_empty_subject(subject: Any) -> bool:
    """Whether “it” stands for no one: “it seems”, “it was clear”."""
    return subject is not None and (subject.dep_ == "expl" or subject.head.lower_ not in _forms("says"))


def _apart(verb: Any, subject: Any) -> set[int]:
    """The words of a verb's subject; none where the verb itself hangs on it, as after “who”."""
    words = {word.i for word in subject.subtree}
    return set() if verb.i in words else words


def _clauses(verb: Any, subject: Any) -> list[list[Any]]:
    """The words of the clauses a verb introduces, on either side of it, without “that” and the marks."""
    found = []
    apart = _apart(verb, subject)
    for clause in verb.children:
        if clause.dep_ not in _CLAUSES or clause.tag_ == "VBG" or clause.i in apart:
            continue
        words = [word for word in clause.subtree if word.i != verb.i]
        for side in ([w for w in words if w.i < verb.i], [w for w in words if w.i > verb.i]):
            if apart & {word.i for word in side}:
                side = [word for word in side if word.i < min(apart)]
            trimmed = _trimmed(side)
            if clause.i in {word.i for word in trimmed} or len(trimmed) >= FEWEST_WORDS:
                found.append(trimmed)
    return found


def _governs(verb: Any, words: Sequence[Any]) -> bool:
    """Whether quoted words hang on this verb, and on no other verb of saying in between."""
    inside = {word.i for word in words}
    token = next((word for word in words if word.head.i not in inside), words[0])
    for _ in range(LONGEST_CLIMB):
        token = token.head
        if token.i == verb.i:
            return True
        if token.lower_ in _forms("says", "judges", "holds") and token.tag_.startswith("VB"):
            return False
    return False


def _surrounding(verb: Any) -> list[Any]:
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
        return _trimmed([word for word in head.subtree if word.i > max(own)])
    first = min(own)
    if first == 0 or verb.doc[first - 1].text not in (",", "”", '"', "''"):
        return []
    return _trimmed([word for word in head.subtree if word.i < first])


def _infinitive(verb: Any) -> list[Any]:
    """The words of “to …” after a verb of promising or asking, with the person asked."""
    clause = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and _has_to(c)), None)
    if clause is None:
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _has_to(c)), None)
    return _trimmed(list(clause.subtree)) if clause is not None else []


def _object(verb: Any) -> list[Any]:
    """Everything that depends on a verb to its right, up to an adverbial clause or a further verb."""
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
    return _trimmed(sorted(words, key=lambda word: word.i))


def _trimmed(words: Sequence[Any]) -> list[Any]:
    left = list(words)
    while left and (
        (left[0].lower_ == "that" and left[0].dep_ == "mark") or left[0].is_punct or left[0].is_space
    ):
        left = left[1:]
    while left and (left[-1].is_punct or left[-1].is_space):
        left = left[:-1]
    return left


def _has_that(clause: Any) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _has_to(clause: Any) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def _denied(verb: Any) -> bool:
    """Whether the source rejects it, did not say it, or “declined to say” it."""
    withheld = verb.dep_ == "xcomp" and verb.head.lower_ in _WITHHOLDING
    return withheld or verb.lower_ in _denying() or any(child.dep_ == "neg" for child in verb.children)


def _modality(verb: Any) -> str:
    """The modal verb before the verb of saying, if there is one: “would”, “may”."""
    return next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), "")


def _frame(verb: Any) -> str:
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


def _only_marks_outside(text: str, start: int, end: int, quotation: Quotation, base: int) -> bool:
    """Whether nothing but space and stops stands between the edges of a stretch and its quotation."""
    outside = text[start : quotation.start - base] + text[max(start, quotation.end - base) : end]
    return not outside.strip(" ,.;:—–-\n\t")
