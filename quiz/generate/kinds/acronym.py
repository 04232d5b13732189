"""What does the article say ABC stands for? It is spelled out once, with the short form in brackets."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Reading, ShortForm, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find

DISTRACTORS = 2


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every short form; a name used in brackets twice is asked about once."""
    meanings: dict[str, set[str]] = {}
    for form in reading.short_forms:
        meanings.setdefault(reading.text(form.short), set()).add(reading.words(form.long))
    asked: set[str] = set()
    for form in reading.short_forms:
        short = reading.text(form.short)
        if short in asked:
            continue
        asked.add(short)
        if short in lexicon("acronym_words")["known"]:
            yield Abstention("acronym", form.short, "most readers can spell it out without the article")
            continue
        if len(meanings[short]) > 1:
            yield Abstention("acronym", form.short, f"{short} is spelled out in more than one way")
            continue
        yield _question(form, short, reading, rng)


def _question(form: ShortForm, short: str, reading: Reading, rng: random.Random) -> Proposal:
    key = reading.words(form.long)
    variants = _variants(key, short)
    if len(variants) < DISTRACTORS:
        return Abstention("acronym", form.short, f"no likely wrong way of spelling out {short}")
    evidence = Span(form.long.start, form.short.end + 1)
    return Candidate(
        kind="acronym",
        prompt=f"According to the article, what does {short} stand for?",
        offers=(
            Offer(key, correct=True),
            *(
                Offer(
                    text,
                    why=f"The letters would fit, but the article has “{right}” where this has “{wrong}”.",
                )
                for text, right, wrong in _apart(variants, rng)
            ),
        ),
        explanation=f"The article spells it out in {reading.places([form.long])} "
        "and puts the short form in brackets.",
        evidence=(evidence,),
        asks_about=evidence,
        giveaway=reading.words(form.long),
        rule="short_form.brackets",
        witnesses=("rules",),
    )


def _variants(key: str, short: str) -> list[tuple[str, str, str]]:
    """Return the name with one word exchanged for another of the same initial, with both words."""
    words = key.split()
    named = [
        index
        for index, word in enumerate(words)
        if word[0].isupper()
        and word[0] in short
        and not re.search("[’']", word)
        and not _is_object(words, index)
    ]
    variants = []
    for index in named:
        word = words[index].rstrip(",")
        sort = _sort_of(words, index)
        for other in lexicon("acronym_words")[sort].get(word[0], []) if sort else ():
            alike = other.endswith("s") == word.endswith("s")
            if alike and other.casefold()[:4] != word.casefold()[:4] and other not in key:
                changed = [*words[:index], words[index].replace(word, other), *words[index + 1 :]]
                variants.append((" ".join(changed), word, other))
    return variants


def _is_object(words: list[str], index: int) -> bool:
    """Whether a word alone says whose or where: “Union of Ostermark”."""
    return index == len(words) - 1 and words[index - 1] in ("of", "for", "on")


def _sort_of(words: list[str], index: int) -> str | None:
    """Which list of the lexicon a word of a name may be exchanged from, judged by its place and form.

    None for a noun that tells what the body deals with: its topic would tell the wrong ones.
    """
    within = any(word in ("of", "for", "on") for word in words[:index])
    if words[index + 1 : index + 2] in (["of"], ["for"], ["on"]) or (index == len(words) - 1 and not within):
        return "heads"
    adjective = any(words[index] in group for group in lexicon("acronym_words")["adjectives"].values())
    return "adjectives" if adjective else None


def _is_listed(word: str) -> bool:
    """Whether a word is one of those that names of public bodies are made of, and no name of its own."""
    words = lexicon("acronym_words")
    return any(word in group for sort in ("heads", "adjectives") for group in words[sort].values())


def _apart(variants: list[tuple[str, str, str]], rng: random.Random) -> list[tuple[str, str, str]]:
    """Two variants that change different words if possible, so that the key is not the odd one out."""
    shuffled = sorted(rng.sample(variants, len(variants)), key=lambda variant: not _is_listed(variant[1]))
    first = shuffled[0]
    second = next((variant for variant in shuffled[1:] if variant[1] != first[1]), shuffled[1])
    return [first, second]


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every name on offer that stands anywhere in the article."""
    return frozenset(text for text in candidate.texts if find(text, reading))
