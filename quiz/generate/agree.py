"""How observations become facts: names joined to people, sources to speakers, witnesses to agreement."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from quiz.article import Article
from quiz.generate.facts import (
    Abstention,
    Attribution,
    HedgeWord,
    Observation,
    Outlet,
    OutletName,
    PersonName,
    Reading,
    ShortForm,
    Span,
    Speech,
    Witness,
)
from quiz.generate.people import gather_people, speaker_of
from quiz.generate.sentences import Sentence
from quiz.generate.witnesses import rules

_T = TypeVar("_T")


def read_facts(article: Article) -> Reading:
    """Let every available witness read the article and agree on the facts."""
    report = rules.observe(article)
    return agree(
        article,
        report.sentences,
        report.quotations,
        report.observations,
        report.abstentions,
        versions={"rules": rules.VERSION},
    )


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
        [item.seen for item in observations if isinstance(item.seen, Speech)],
    )
    attributions = [
        Attribution(seen, rule, witnesses, speaker_of(seen.source, people))
        for seen, rule, witnesses in _merge_speech(speeches)
    ]
    return Reading(
        article=article,
        sentences=sentences,
        quotations=tuple(sorted(quotations)),
        attributions=tuple(
            sorted(attributions, key=lambda fact: (fact.speech.content, fact.speech.source.span))
        ),
        people=people,
        outlets=_gather_outlets(item.seen for item in observations if isinstance(item.seen, OutletName)),
        hedges=tuple(sorted(_of_type(observations, HedgeWord), key=lambda hedge: hedge.span)),
        short_forms=tuple(sorted(_of_type(observations, ShortForm), key=lambda form: form.short)),
        abstentions=tuple(sorted(abstentions, key=lambda item: item.span)),
        versions=versions,
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
                merged[index] = (speech, rule, (*witnesses, item.witness))
                break
        else:
            merged.append((item.seen, item.rule, (item.witness,)))
    return merged


def _gather_outlets(names: Iterable[OutletName]) -> tuple[Outlet, ...]:
    mentions: dict[str, list[Span]] = {}
    for name in names:
        mentions.setdefault(name.outlet, []).append(name.span)
    outlets = [Outlet(name, tuple(sorted(spans))) for name, spans in mentions.items()]
    return tuple(sorted(outlets, key=lambda outlet: outlet.mentions[0]))
