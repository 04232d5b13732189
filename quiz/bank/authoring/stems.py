"""How a question of each kind begins, and what must hold so that nobody can argue with its key."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Stem:
    """A prompt with “…” where words of the article belong, and what the key must rest on.

    ``type`` is how such a question is answered unless its author wants it otherwise.
    """

    prompt: str
    holds: str
    type: str = "choice"


STEMS: Final[dict[str, Stem]] = {
    "speaker": Stem(
        "According to the article, who said: “…”?",
        "the words stand in quotation marks, with one name and a verb of saying beside them",
    ),
    "quotation": Stem(
        "According to the article, which of these did … say?",
        "each option is quoted in the article, the key from this person and the others from somebody else",
    ),
    "quote_form": Stem(
        "How does the article give what … said?",
        "quotation marks stand around all of it, around a part, or around nothing",
    ),
    "reported_source": Stem(
        "According to the article, who or what is the source of this: “…”?",
        "one sentence holds both the statement and its source",
    ),
    "source_named": Stem(
        "Does the article name the source of this, describe it, or say nothing of it: “…”?",
        "the whole article was searched for a name; a source without a name may well be right",
    ),
    "told_whom": Stem(
        "According to the article, to whom did … say this: “…”?",
        "the sentence says to whom the words went",
    ),
    "outlet_named": Stem(
        "Which of these news organisations does the article name?",
        "every option was looked for in the whole article, under its short names too",
    ),
    "claim_or_fact": Stem(
        "Does the article present this as somebody's statement or in its own voice: “…”?",
        "the sentence itself names who says it, or it has no source, no hedge and nothing carried over",
    ),
    "hedge": Stem(
        "Which word shows that the article leaves this open: “…”?",
        "one word of the sentence says how sure it is, and no other one does",
    ),
    "checkable": Stem(
        "Which of these statements could be settled with evidence?",
        "the key is an act, a number or a date; the others say what somebody values",
    ),
    "loaded_language": Stem(
        "Which word of this sentence adds a judgement: “…”?",
        "a plainer word for the same thing exists, and readers of either side would agree",
    ),
    "not_quoted": Stem(
        "Which of these does the article discuss without ever giving their words?",
        "the key is mentioned at least twice and says nothing, neither in quotation marks nor reported",
    ),
    "quotation_marks": Stem(
        "Why does “…” stand in quotation marks here?",
        "the article says whose words they are",
    ),
    "reporting_verb": Stem(
        "With which verb does the article introduce the words of …?",
        "the verb stands beside the words and their speaker",
    ),
    "headline_body": Stem(
        "What does the body of the article say about the statement of its headline?",
        "headline and body differ in one thing that can be pointed at, or in none",
    ),
    "cause_stated": Stem(
        "Does the article say that … led to …?",
        "a word such as “because” stands between the two, or no such word does; “after” is none",
    ),
    "sequence": Stem(
        "Put these in the order in which the article dates them.",
        "every step has a date, or a “before” or “after”, in the article",
        "order",
    ),
    "pronoun": Stem(
        "To whom does “…” refer in this sentence: “…”?",
        "only one person or body in this sentence and the one before fits",
    ),
    "number": Stem(
        "According to the article, how many … are there?",
        "the number, its unit and what it counts stand together, and no other figure is given for it",
    ),
    "when_where": Stem(
        "According to the article, when was …?",
        "the date or the place stands in the clause that tells what happened",
    ),
    "role": Stem(
        "According to the article, what office does … hold?",
        "the office stands right beside the name",
    ),
    "acronym": Stem(
        "According to the article, what does … stand for?",
        "the article spells it out; every option must fit the letters",
    ),
    "cloze": Stem(
        "Which word is missing from this sentence of the article: “… ____ …”?",
        "no other option makes a sentence that the article could have written",
    ),
    "name": Stem(
        "According to the article, who …?",
        "one sentence names who did it, and nobody else did it as well",
    ),
    "role_holder": Stem(
        "According to the article, who is the …?",
        "the office stands right beside the name, and only one person holds it",
    ),
    "main_point": Stem(
        "What is the article above all about?",
        "the key covers the whole text; each other option covers a part of it or goes beyond it",
    ),
    "stated_or_inferred": Stem(
        "Which of these does the article say, rather than leave to be inferred?",
        "the key is said in so many words; the others only follow from something",
    ),
    "evidence_for": Stem(
        "What does the article give in support of this statement: “…”?",
        "the key is offered in the article as support of this very statement",
    ),
    "what_to_check": Stem(
        "Which of these would tell you most about whether this holds: “…”?",
        "only the key would be a source of its own; the others repeat the article",
    ),
}
"""One for every kind, by its name."""
