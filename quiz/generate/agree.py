"""How observations become facts: names joined to people, sources to speakers, witnesses to agreement."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from quiz.article import Article
from quiz.generate.facts import (
    Abstention,
    Apposition,
    Attribution,
    HedgeWord,
    Moment,
    NameVote,
    Observation,
    Outlet,
    OutletName,
    Person,
    PersonName,
    Quantity,
    Reading,
    ShortForm,
    Span,
    Speech,
    Witness,
)
from quiz.generate.named import gather_names
from quiz.generate.people import gather_people, speaker_of
from quiz.generate.pronouns import antecedent
from quiz.generate.sentences import Sentence
from quiz.generate.witnesses import document, parser, rules

_T = TypeVar("_T")


def read_facts(article: Article, *, grammar: bool = True) -> Reading:
    """Let every available witness read the article and agree on the facts.

    ``grammar`` false leaves the parser out, also where it is installed.
    """
    report = rules.observe(article)
    observations = list(report.observations)
    versions = {"rules": rules.VERSION}
    installed = parser.version() if grammar else None
    if installed is not None:
        observations += parser.observe(article)
        versions["parser"] = installed
    observations += document.observe(article, observations)
    return agree(article, report.sentences, report.quotations, observations, report.abstentions, versions)


def agree(
    article: Article,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Span, ...],
    observations: Sequence[Observation],
    abstentions: Iterable[Abstention],
    versions: dict[str, str],
) -> Reading:
    """Join the observations of all witnesses into facts.

    Two observations of speech are one attribution when their contents and their sources overlap;
    its rule is then the one of the ``rules`` witness.
    """
    speeches = [item for item in observations if isinstance(item.seen, Speech)]
    people = gather_people(
        article,
        [item.seen for item in observations if isinstance(item.seen, PersonName)],
        [item.seen for item in observations if isinstance(item.seen, Speech) and item.rule not in NO_PEOPLE],
        [item.seen for item in observations if isinstance(item.seen, NameVote)],
    )
    outlets = _gather_outlets(item.seen for item in observations if isinstance(item.seen, OutletName))
    facts = [
        _attribution(seen, rule, witnesses, people, article)
        for seen, rule, witnesses in _without_clauses_of_saying(_merge_speech(speeches))
    ]
    contested = [fact for fact in facts if _contested(fact, facts)]
    both_read = "parser" in versions
    settled = [fact for fact in facts if _settled(fact, article, both_read) and fact not in contested]
    differing = [
        Abstention(fact.rule, fact.speech.content, "the witnesses differ on who speaks") for fact in contested
    ]
    return Reading(
        article=article,
        sentences=sentences,
        quotations=tuple(sorted(quotations)),
        attributions=tuple(sorted(settled, key=_in_text_order)),
        unsettled=tuple(sorted((fact for fact in facts if fact not in settled), key=_in_text_order)),
        people=people,
        outlets=outlets,
        hedges=tuple(sorted(_of_type(observations, HedgeWord), key=lambda hedge: hedge.span)),
        short_forms=tuple(sorted(_of_type(observations, ShortForm), key=lambda form: form.short)),
        abstentions=tuple(sorted([*abstentions, *differing], key=lambda item: item.span)),
        versions=versions,
        quantities=tuple(sorted(_of_type(observations, Quantity), key=lambda quantity: quantity.span)),
        moments=tuple(sorted(_of_type(observations, Moment), key=lambda moment: moment.span)),
        appositions=tuple(sorted(_of_type(observations, Apposition), key=lambda beside: beside.name)),
        names=gather_names(article, people, outlets, _of_type(observations, NameVote)),
    )


LONGEST_TAIL = 5
"""Characters that may follow a “she said” which the parser takes for a clause: “, and”."""

NO_PEOPLE = frozenset({"credit", "reference"})
"""Rules whose sources may be a newsroom or an account, and make nobody a person of the story."""

REPORTED_ONLY = frozenset({"credit", "quote.signed", "reference"})
"""Rules whose finds are shown by the report, while no question may rest on them."""


def _settled(fact: Attribution, article: Article, both_read: bool) -> bool:
    """Whether an attribution may own a key: the rules saw it, and nobody saw it under a condition.

    Marks anchor a quotation, “that” right after the verb what follows, and “…, the board said.” what stands
    before it. Where other reported speech begins and ends is a matter of grammar, so there the parser has to
    bear the rules out wherever it has read as well.
    """
    speech = fact.speech
    plain = not speech.modality and not speech.frame and fact.rule not in REPORTED_ONLY
    introduced = article.raw[speech.cue.end : speech.content.start].split() == ["that"]
    anchored = speech.form == "direct" or introduced or fact.rule == "clause.last"
    anchored = anchored or not both_read or "parser" in fact.witnesses
    return "rules" in fact.witnesses and plain and anchored


def _in_text_order(fact: Attribution) -> tuple[Span, Span]:
    return fact.speech.content, fact.speech.source.span


def _contested(fact: Attribution, facts: Sequence[Attribution]) -> bool:
    """Whether two witnesses give the same quoted words to different sources."""
    return fact.speech.form == "direct" and any(
        other.speech.form == "direct"
        and other.speech.content.overlaps(fact.speech.content)
        and not set(other.witnesses) & set(fact.witnesses)
        for other in facts
        if other is not fact
    )


def _of_type(observations: Sequence[Observation], wanted: type[_T]) -> list[_T]:
    return [item.seen for item in observations if isinstance(item.seen, wanted)]


def _merge_speech(observations: Sequence[Observation]) -> list[tuple[Speech, str, tuple[Witness, ...]]]:
    merged: list[tuple[Speech, str, tuple[Witness, ...]]] = []
    for item in sorted(observations, key=lambda observation: observation.witness != "rules"):
        assert isinstance(item.seen, Speech)
        for index, (speech, rule, witnesses) in enumerate(merged):
            same = speech.content.overlaps(item.seen.content) and speech.source.span.overlaps(
                item.seen.source.span
            )
            if same and item.witness not in witnesses:
                borne_out = _bears_out(item.seen, speech)
                together = (*witnesses, item.witness) if borne_out else witnesses
                merged[index] = (_both(speech, item.seen), rule, together)
                break
            if same and speech.content == item.seen.content:
                break  # one witness saw it twice, by two of its rules
        else:
            merged.append((item.seen, item.rule, (item.witness,)))
    return merged


def _attribution(
    speech: Speech, rule: str, witnesses: tuple[Witness, ...], people: Sequence[Person], article: Article
) -> Attribution:
    found = antecedent(speech.source, people, article)
    if found is not None:
        return Attribution(speech, rule, witnesses, *found)
    return Attribution(speech, rule, witnesses, speaker_of(speech.source, people))


def _without_clauses_of_saying(
    merged: Sequence[tuple[Speech, str, tuple[Witness, ...]]],
) -> list[tuple[Speech, str, tuple[Witness, ...]]]:
    """Leave out what is nothing but another one's “she said”: the parser may take it for a clause."""
    return [
        (speech, rule, witnesses)
        for speech, rule, witnesses in merged
        if witnesses != ("parser",)
        or speech.form == "direct"
        or not any(
            _clause_of(other).covers(speech.content) and _stands_beside(other)
            for other, *_ in merged
            if other is not speech
        )
    ]


def _clause_of(speech: Speech) -> Span:
    source, cue = speech.source.span, speech.cue
    return Span(min(source.start, cue.start), max(source.end, cue.end) + LONGEST_TAIL)


def _stands_beside(speech: Speech) -> bool:
    """Whether source and verb stand side by side, with none of the words they hand over in between."""
    source, cue, content = speech.source.span, speech.cue, speech.content
    return not Span(min(source.start, cue.start), max(source.end, cue.end)).overlaps(content)


def _bears_out(second: Speech, first: Speech) -> bool:
    """Whether a second witness agrees on the words that are said, or sees them within more or as marks alone.

    The rules end a statement where another one may begin, so theirs may be the shorter one. Where they
    take in more than the second witness does, that must be the clause around words between marks.
    """
    if first.form == "direct" or second.content.covers(first.content):
        return True
    reach = Span(first.content.start - LONGEST_TAIL, first.content.end + LONGEST_TAIL)
    near = abs(first.content.end - second.content.end) <= LONGEST_TAIL
    same = near and abs(first.content.start - second.content.start) <= LONGEST_TAIL
    return same or (near and second.form == "direct" and reach.covers(second.content))


def _both(first: Speech, second: Speech) -> Speech:
    """What the first witness saw, with every reservation that the second one saw as well."""
    return replace(
        first,
        denied=first.denied or second.denied,
        modality=first.modality or second.modality,
        frame=first.frame or second.frame,
    )


def _gather_outlets(names: Iterable[OutletName]) -> tuple[Outlet, ...]:
    mentions: dict[str, list[Span]] = {}
    for name in names:
        mentions.setdefault(name.outlet, []).append(name.span)
    outlets = [Outlet(name, tuple(sorted(spans))) for name, spans in mentions.items()]
    return tuple(sorted(outlets, key=lambda outlet: outlet.mentions[0]))
