"""How the article identifies a source: by a full name, by a post only, or not at all."""

import re

from quiz.generate.candidates import handing_over, may_be_named_nearby
from quiz.generate.facts import Attribution, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.names import has_full_name
from quiz.generate.witnesses.sources import PRONOUNS, head_noun

_SOME = re.compile(r"(?:an?|one|two|three|four|five|six|several|some|many|another)\s", re.IGNORECASE)
ASKED_FOR_IT = re.compile(
    r"\b(?:anonym\w+|(?:not|n[’']t|without)\s+(?:to\s+)?(?:be(?:ing)?\s+)?(?:named|identified)"
    r"|declined to be (?:named|identified)|not authori[sz]ed to (?:speak|talk|discuss))\b",
    re.IGNORECASE,
)
"""What an article says of a source that asked for it: whoever it names is somebody else."""

_SET_BEFORE = re.compile(
    r"^(?:an?\s+[^,]*,|(?:Reached|Asked|Contacted|Pressed|Speaking|Writing|Responding|Citing|In|On|At|After|Before"
    r"|During|Earlier|Later|Meanwhile)\b[^,]*,)\s+"
    r"(?=[A-Z]|the\b|an?\b)"
)


def identification_problem(fact: Attribution, reading: Reading) -> str | None:
    """Return why two readers could differ on how this source is identified, or None if they could not."""
    source = fact.speech.source
    text = reading.words(source.span)
    if source.named == "named":
        return (
            None
            if fact.speaker is not None and " " in source.name
            else f"“{text}” is not one person's full name"
        )
    anonymous = ASKED_FOR_IT.search(text) is not None
    if not anonymous and may_be_named_nearby(fact, reading):
        return f"“{text}” may be somebody named nearby"
    noun = (head_noun(text) or "").lower()
    if source.named == "unnamed":
        if noun not in lexicon("sources")["asked_about"] or text.lower() != noun:
            return f"readers may differ on whether “{text}” identifies anybody"
        return _named_elsewhere(noun, reading)
    if has_full_name(text) or noun not in lexicon("sources")["posts"]:
        return f"readers may differ on whether “{text}” names its source"
    if not re.match(r"(?:an?|one|another|two|three|four|five)\s", text, re.IGNORECASE):
        return f"“{text}” may be somebody the article names elsewhere"
    return None if anonymous else _named_elsewhere(noun, reading)


def may_be_named_as(noun: str, reading: Reading) -> bool:
    """Whether a noun stands in any sentence that names somebody outside quotation marks."""
    singular = noun.removesuffix("s")
    use = re.compile(rf"\b{re.escape(singular)}(?:s|es)?\b", re.IGNORECASE)
    return any(
        use.search(sentence.text)
        and (
            has_full_name(sentence.text)
            or any(sentence.start <= m.start < sentence.end for p in reading.people for m in p.mentions)
        )
        for sentence in reading.sentences
    )


def _named_elsewhere(noun: str, reading: Reading) -> str | None:
    """Whether the article uses the noun beside a name, and so may name there whom it leaves unnamed here."""
    if may_be_named_as(noun, reading):
        return f"somebody named in the article may be the “{noun}”"
    return None


def goes_unnamed(fact: Attribution, reading: Reading) -> bool:
    """Whether the article plainly gives no name for a source, here or anywhere else."""
    source = fact.speech.source
    if source.named == "named" or source.name in PRONOUNS:
        return False
    return identification_problem(fact, reading) is None


def stands_for(fact: Attribution, reading: Reading) -> str:
    """Say whom a pronoun beside the verb means, or nothing at all: “She” is Mara Lindqvist."""
    source = reading.words(fact.speech.source.span)
    if fact.speaker is None or fact.antecedent is None or source.casefold() not in PRONOUNS:
        return ""
    return f" “{source}” is {fact.speaker.name}, named in {reading.place(fact.antecedent.start)}."


def evidence_of(fact: Attribution, reading: Reading) -> tuple[Span, ...]:
    """The words with their source; before them the sentence that tells whom a pronoun means."""
    own = fact.speech.statement
    if fact.antecedent is None or own.covers(fact.antecedent):
        return (own,)
    sentence = reading.sentence_at(fact.antecedent.start)
    if sentence is None or own.overlaps(Span(sentence.start, sentence.end)):
        return (own,)
    return (Span(sentence.start, sentence.end), own)


def source_and_verb(fact: Attribution, reading: Reading) -> str:
    """The source and the verb as they stand in the text, without what is set before or between them.

    “Reached by phone, Mara Lindqvist said” and “Mara Lindqvist, who lives in Ostmole, said” are shortened.
    """
    source, cue = reading.words(fact.speech.source.span), reading.words(fact.speech.cue)
    bare = _SET_BEFORE.sub("", source)
    clause = handing_over(fact, reading)
    if fact.speech.source.span.start < fact.speech.cue.start and bare != source:
        clause = clause[clause.find(bare) :]
    inserted = re.fullmatch(r"(?P<name>[^,]+), (?P<rest>.*,) (?P<verb>[^,]+)", clause)
    if inserted and fact.speaker is not None and fact.speaker.surname in inserted["name"]:
        return f"{inserted['name']} … {inserted['verb']}" if clause.endswith(cue) else clause
    return clause


def plainly_unnamed(fact: Attribution, reading: Reading) -> bool:
    """Whether nobody can say that the article names this source: people, and no name for them.

    “one senior official”, “two of the people”, “critics”; “the aide” only where the aide asked for it.
    """
    text = reading.words(fact.speech.source.span)
    noun = (head_noun(text) or "").casefold()
    sources = lexicon("sources")
    if noun in sources["asked_about"] and text.casefold() == noun:
        return not may_be_named_nearby(fact, reading)
    sentence = reading.sentence_at(fact.speech.source.span.start)
    if noun in sources["texts"] or noun in sources["bodies"] or sentence is None or has_full_name(text):
        return False
    if fact.speech.source.name in PRONOUNS or noun.removesuffix("s") not in sources["described"]:
        return False
    if may_be_named_nearby(fact, reading) or may_be_named_as(noun, reading):
        return False
    return bool(_SOME.match(text) or ASKED_FOR_IT.search(sentence.text))
