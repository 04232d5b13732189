"""Who says what in one parsed block: verbs and nouns of attribution, their subjects, and what they govern."""

from collections.abc import Iterator, Sequence
from typing import Any

from quiz.article import Block
from quiz.article.quotations import Quotation
from quiz.generate.facts import Form, Named, Observation, Source, Span, Speech
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.grammar import (
    FEWEST_WORDS,
    clauses,
    denied,
    forms,
    frame,
    governs,
    has_that,
    infinitive,
    is_empty_subject,
    modality,
    object_of,
    only_wanted,
    subject_of,
    surrounding,
    trimmed,
    words_of_source,
)
from quiz.generate.witnesses.names import is_person_like, is_title_case, without_title
from quiz.generate.witnesses.sources import PRONOUNS, parse_source

NEAREST = 3
"""Tokens, marks included, between a verb of saying and a quotation that it hands over without grammar."""

_BESIDE_A_NAME = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj"})
_NO_SOURCE = frozenset({"there", "this", "that", "which", "who", "what", "it"})
_TITLING = frozenset(
    {"titled", "entitled", "called", "named", "headlined", "dubbed", "nicknamed", "captioned"}
)


_TELLING = ("says", "holds", "shows", "judges", "commits")
"""Groups of verbs that may hand something to their subject."""


def may_speak(document: Any) -> bool:
    """Whether a text, only split into words, has any of those by which the reader finds who says what."""
    return any(
        word.lower_ in (":", "according") or word.lower_ in forms(*_TELLING, "nouns") for word in document
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
            elif token.tag_.startswith("VB") and form in forms(*_TELLING):
                yield from self._governed(token)
            elif token.tag_.startswith("NN") and form in forms("nouns"):
                yield from self._noun(token)
        yield from self._after_colons()

    def _governed(self, verb: Any) -> Iterator[Observation]:
        """What one verb hands to its subject: a clause, an infinitive, an object, quoted words in it."""
        subject = subject_of(verb)
        source = self._source(subject) if subject is not None else None
        if subject is None or source is None or self._splits_quotation(verb, source):
            return
        if subject.tag_.startswith(("V", "R", "I")) or only_wanted(verb):
            return
        if self._names_another(verb, subject):
            return
        form = verb.lower_
        stretches: list[tuple[str, list[Any]]] = []
        if form in forms("says", "holds", "shows"):
            stretches += [("parser.clause", words) for words in clauses(verb, subject)]
        if form not in forms("says"):
            if source.name in ("i", "we") and not self._is_quoted(verb):
                return
            stretches = [(rule, words) for rule, words in stretches if words[:1] and not _asks(words[0])]
        if not stretches and form in forms("says", "shows"):
            stretches += [("parser.clause", words) for words in self._beside(verb, subject)]
        if not any(words for _, words in stretches) and form in forms("commits"):
            stretches.append(("parser.infinitive", infinitive(verb)))
        if not any(words for _, words in stretches) and form in forms("judges") and verb.dep_ != "acl":
            stretches.append(("parser.object", object_of(verb)))
        for rule, words in stretches:
            yield from self._observed(rule, words, source, verb)

    def _names_another(self, verb: Any, subject: Any) -> bool:
        """Whether somebody is named right after a verb between commas: “Its members, said Brandt, may …”."""
        before, after = self.document[max(0, verb.i - 1)], verb.i + 1
        return subject.i < verb.i and before.text == "," and after in self.people

    def _is_quoted(self, verb: Any) -> bool:
        at = self.block.start + verb.idx
        return any(quotation.start <= at < quotation.end for quotation in self.quotations)

    def _beside(self, verb: Any, subject: Any) -> list[list[Any]]:
        """What a verb of saying without a clause of its own hands over.

        That is the quotations under or right beside it, or the sentence that stands around
        “…, the board said, …” and “as the board put it”.
        """
        own = words_of_source(verb, subject)
        first, last = verb.left_edge.i, verb.right_edge.i
        quoted = []
        for quotation in self.quotations:
            words = self._words_of(quotation)
            if (
                not words
                or (verb.tag_ == "VBG" and words[0].i < verb.i)  # “…, adding” only goes on
                or self._is_title(words)
                or verb.i in (inside := {word.i for word in words})
                or inside & own
            ):
                continue
            follows = words[0].i > verb.i and words[0].i - verb.i <= NEAREST
            precedes = 0 < min(first, verb.i) - words[-1].i <= NEAREST
            if follows or precedes or (first <= words[0].i <= last and governs(verb, words)):
                quoted.append(words)
        return quoted or [surrounding(verb)]

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
            if verb.lower_ in _TITLING:
                continue
            subject = subject_of(verb)
            source = self._source(subject) if subject is not None and subject.i < colon.i else None
            if source is not None and verb.i < colon.i:
                yield from self._observed("parser.colon", words, source, verb)

    def _noun(self, noun: Any) -> Iterator[Observation]:
        """Read “his claim that …”, “a warning by the board that …”."""
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and has_that(c)), None)
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
            yield from self._observed("parser.noun", trimmed(list(clause.subtree)), source, noun)

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
            yield from self._observed("parser.according", trimmed(words), source, token)

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
            return None if lowered == "it" and is_empty_subject(head) else self._pronoun(start, text)
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
            denied=denied(verb),
            modality=modality(verb),
            frame=frame(verb),
        )
        name = "parser.nested" if nested else "parser.quote" if form == "direct" else rule
        yield Observation("parser", name, speech)


def _asks(word: Any) -> bool:
    """Whether a clause that begins with this word is a question: “determine whether …”."""
    return bool(word.tag_.startswith("W") or word.lower_ == "whether")


def _only_marks_outside(text: str, start: int, end: int, quotation: Quotation, base: int) -> bool:
    """Whether nothing but space and stops stands between the edges of a stretch and its quotation."""
    outside = text[start : quotation.start - base] + text[max(start, quotation.end - base) : end]
    return not outside.strip(" ,.;:—–-\n\t")
