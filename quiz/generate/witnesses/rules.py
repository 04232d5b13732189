"""The witness of patterns and lexicons: reads every block on its own and reports what it saw."""

from dataclasses import dataclass

from quiz.article import Article
from quiz.article.quotations import quotations_of
from quiz.generate.facts import Abstention, Observation, Span
from quiz.generate.sentences import Sentence, sentences_of
from quiz.generate.witnesses.appositions import appositions_in
from quiz.generate.witnesses.block_text import BlockText
from quiz.generate.witnesses.credits import credit_in
from quiz.generate.witnesses.moments import moments_in
from quiz.generate.witnesses.quantities import quantities_in
from quiz.generate.witnesses.quoted import QuotedSpeech, join_paragraphs, quoted_speech
from quiz.generate.witnesses.reported import reported_speech
from quiz.generate.witnesses.transcripts import turns_in
from quiz.generate.witnesses.words import given_names_in, hedges_in, outlets_in, people_in, short_forms_in

VERSION = "6"
"""Changes whenever the rules read differently; banks record it."""


@dataclass(frozen=True, slots=True)
class RulesReport:
    """What the rules saw in one article, with its sentences and outermost quotations."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    observations: tuple[Observation, ...]
    abstentions: tuple[Abstention, ...]


def observe(article: Article) -> RulesReport:
    """Read an article. Headline, headings and bylines are searched for outlets only."""
    sentences: list[Sentence] = []
    quotations: list[Span] = []
    observations: list[Observation] = list(outlets_in(article))
    abstentions: list[Abstention] = []
    turns = turns_in(article.blocks)
    read: list[tuple[BlockText, QuotedSpeech]] = []
    observations += turns.values()
    for block, marks in zip(article.blocks, quotations_of(article.blocks), strict=True):
        if block.kind not in ("paragraph", "bullet"):
            continue
        spans = tuple(Span(quotation.start, quotation.end) for quotation in marks.spans)
        own_sentences = sentences_of(block, marks.spans, article)
        sentences += own_sentences
        quotations += spans
        observations += hedges_in(block, spans)
        observations += short_forms_in(block)
        observations += quantities_in(block)
        observations += moments_in(block)
        if block.kind != "paragraph" or block in turns:
            continue
        if (credit := credit_in(block)) is not None:
            observations.append(credit)
            continue
        observations += people_in(block)
        observations += given_names_in(block)
        observations += appositions_in(block)
        if marks.unpaired is not None:
            where = Span(marks.unpaired, marks.unpaired + 1)
            abstentions.append(
                Abstention("quotation.marks", where, f"a quotation mark in {block.label} has no partner")
            )
            continue
        text = BlockText.of(block, marks.spans)
        quoted = quoted_speech(text)
        read.append((text, quoted))
        observations += reported_speech(text, own_sentences, quoted.used)
    join_paragraphs(read)
    for _, quoted in read:
        observations += quoted.observations
        abstentions += quoted.abstentions
    return RulesReport(tuple(sentences), tuple(quotations), tuple(observations), tuple(abstentions))
