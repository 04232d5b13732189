"""Whose some words may be, by everything that was read: settled and unsettled, name, office and pronoun."""

from collections.abc import Iterable

from quiz.generate.candidates import label_of
from quiz.generate.credits import NOBODY_NAMED
from quiz.generate.facts import Attribution, Named, Person, Reading, Span
from quiz.generate.identified import ASKED_FOR_IT
from quiz.generate.lexicons import lexicon
from quiz.generate.pronouns import GENDERS, gender_of
from quiz.generate.remembered import by_reading
from quiz.generate.solve.found import find, has_words, restates, sentences_at, words_of
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.witnesses.names import has_full_name
from quiz.generate.witnesses.sources import PRONOUNS, head_noun

PARAGRAPHS_BACK = 2
"""Paragraphs before its own in which a pronoun may find the one it stands for."""


@by_reading
def voices(words: str, reading: Reading) -> list[Attribution]:
    """Every attribution that hands these words to a source, or the same statement somewhere else."""
    places = find(words, reading)
    return [
        fact
        for fact in reading.every_attribution
        if any(fact.speech.content.overlaps(place) for place in places)
        or restates(reading.text(fact.speech.content), words)
    ]


def possible_sources(words: str, options: Iterable[str], reading: Reading) -> frozenset[str]:
    """Which options may be the source of these words; none if the article hands them to nobody.

    An option that is named beside the words, outside all quotation marks, may be it as well.
    """
    options = tuple(options)
    facts = voices(words, reading)
    credited = {option for option in options if any(may_be(option, fact, reading) for fact in facts)}
    if not credited:
        return frozenset()
    return frozenset(credited | {option for option in options if _named_beside(option, words, reading)})


def may_be(option: str, fact: Attribution, reading: Reading) -> bool:
    """Whether an option may be the source of an attribution: a name, an office, a pronoun, no name at all."""
    source = fact.speech.source
    if option == NOBODY_NAMED:
        return fact.speaker is None and (source.named != "named" or source.name in PRONOUNS)
    person = person_of(option, reading)
    if person is None:
        return _may_be_body(option, fact, reading)
    if fact.speaker is not None:
        return fact.speaker == person or person.surname == source.name
    text = reading.words(source.span)
    if has_words(person.surname, text):
        return True
    if source.name == "it":
        return False
    if source.name in PRONOUNS:
        fits = source.name != "it" and gender_of(person, reading.article) in (GENDERS.get(source.name), None)
        return fits and _near(person.mentions, fact, PARAGRAPHS_BACK, reading)
    noun = (head_noun(text) or "").casefold()
    sources = lexicon("sources")
    if source.named == "named" or noun in sources["bodies"] or noun in sources["texts"]:
        return False
    return noun in _posts(person, reading) or _near(person.mentions, fact, 0, reading)


def person_of(label: str, reading: Reading) -> Person | None:
    """Return the person whom an option names, with or without an office before the name."""
    for person in reading.people:
        if label in (person.name, *person.variants) or label == label_of(person, reading):
            return person
    return None


def _may_be_body(option: str, fact: Attribution, reading: Reading) -> bool:
    if fact.speaker is not None and not has_words(option, reading.text(fact.speech.source.span)):
        return False
    name, text = option.removeprefix("The "), reading.words(fact.speech.source.span)
    if has_words(name, text) or has_words(text.casefold().removeprefix("the "), name):
        return True
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(capitals) > 1 and has_words(capitals, text):
        return True
    if fact.speech.source.name in ("it", "they"):
        return _near(find(name, reading), fact, 1, reading)
    return False


def _posts(person: Person, reading: Reading) -> set[str]:
    """The last word of every office, and the noun of every role, that the article gives somebody."""
    offices = {reading.words(office).casefold().split()[-1] for office in person.offices}
    heads = {
        reading.words(beside.head).casefold()
        for beside in reading.appositions
        if reading.words(beside.name) in (person.name, *person.variants)
    }
    return offices | heads


def _near(mentions: Iterable[Span], fact: Attribution, back: int, reading: Reading) -> bool:
    """Whether a mention stands in the attribution's paragraph or in a number of those before it."""
    paragraphs = [block for block in reading.article.blocks if block.kind == "paragraph"]
    here = reading.article.block_at(fact.speech.source.span.start)
    if here not in paragraphs:
        return True
    last = paragraphs.index(here)
    reach = Span(paragraphs[max(0, last - back)].start, paragraphs[last].end)
    return any(reach.covers(mention) for mention in mentions)


def _named_beside(option: str, words: str, reading: Reading) -> bool:
    person = person_of(option, reading)
    mentions = list(person.mentions) if person else find(option.removeprefix("The "), reading)
    for sentence in sentences_at(find(words, reading), reading):
        inside = Span(sentence.start, sentence.end)
        for mention in mentions:
            marked = any(mark.overlaps(mention) for mark in reading.quotations)
            if inside.covers(mention) and not marked:
                return True
    return False


def identified(fact: Attribution, reading: Reading) -> frozenset[Named]:
    """In which ways a reader may say that a source is identified; several where that can be argued."""
    source, text = fact.speech.source, reading.words(fact.speech.source.span)
    if source.name in PRONOUNS:
        return frozenset({"named"} if fact.speaker else {"named", "described", "unnamed"})
    if fact.speaker is not None or has_full_name(text):
        return frozenset({"named"})
    noun = (head_noun(text) or "").casefold()
    sources = lexicon("sources")
    if source.named == "named":
        return frozenset(
            {"named"} if any(word[0].isupper() for word in text.split()[1:]) else {"named", "described"}
        )
    found: set[Named] = set()
    if noun in sources["asked_about"]:
        found.add("unnamed")
    elif noun in sources["posts"]:
        found.add("described")
    else:
        found |= {"described", "unnamed"}
    forms = {noun, noun.removesuffix("s"), f"{noun.removesuffix('s')}s"}
    named = not ASKED_FOR_IT.search(text) and _beside_a_name(forms, reading)
    return frozenset(found | {"named"} if named else found)


def _beside_a_name(forms: set[str], reading: Reading) -> bool:
    """Whether a sentence has one of these words and somebody's name: it may say there who is meant."""
    for sentence in reading.sentences:
        if not any(word.text in forms for word in words_of(sentence.text)):
            continue
        inside = Span(sentence.start, sentence.end)
        named = any(inside.covers(mention) for person in reading.people for mention in person.mentions)
        if named or has_full_name(sentence.text):
            return True
    return False


def hands_to_nobody(places: list[Span], reading: Reading) -> bool:
    """Whether neither an attribution nor a verb of saying stands in the sentences of these places."""
    for sentence in sentences_at(places, reading):
        inside = Span(sentence.start, sentence.end)
        credited = any(fact.speech.statement.overlaps(inside) for fact in reading.every_attribution)
        if credited or find_cues(sentence.text) or has_words("according to", sentence.text):
            return False
    return bool(places)
