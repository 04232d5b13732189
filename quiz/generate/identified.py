"""How the article identifies a source: by a full name, by a post only, or not at all."""

import re

from quiz.generate.candidates import may_be_named_nearby
from quiz.generate.facts import Attribution, Reading
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.sources import PRONOUNS, head_noun


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
    if may_be_named_nearby(fact, reading):
        return f"“{text}” may be somebody named nearby"
    noun = (head_noun(text) or "").lower()
    if source.named == "unnamed":
        if noun not in lexicon("sources")["asked_about"] or text.lower() != noun:
            return f"readers may differ on whether “{text}” identifies anybody"
        return _named_elsewhere(noun, reading)
    if re.search(r"[A-Z]", text[1:]) or noun not in lexicon("sources")["posts"]:
        return f"readers may differ on whether “{text}” names its source"
    if not re.match(r"(?:an?|one|another|two|three|four|five)\s", text, re.IGNORECASE):
        return f"“{text}” may be somebody the article names elsewhere"
    return _named_elsewhere(noun, reading)


def _named_elsewhere(noun: str, reading: Reading) -> str | None:
    """Whether the article uses the noun again, and so may name there whom it leaves unnamed here."""
    singular = noun[:-1] if noun.endswith("s") else noun
    uses = re.findall(rf"\b{re.escape(singular)}(?:s|es)?\b", reading.article.raw, re.IGNORECASE)
    return f"“{noun}” stands in the article more than once" if len(uses) > 1 else None


def goes_unnamed(fact: Attribution, reading: Reading) -> bool:
    """Whether the article plainly gives no name for a source, here or anywhere else."""
    source = fact.speech.source
    if source.named == "named" or source.name in PRONOUNS:
        return False
    return identification_problem(fact, reading) is None
