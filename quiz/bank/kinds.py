"""The vocabulary of question kinds: what each asks about, the skill it reports under, who may make it."""

from typing import Final, Literal, NamedTuple

Skill = Literal["detail", "source", "statement", "evidence", "language"]
Grade = Literal["A", "B", "C"]

SKILLS: Final[tuple[Skill, ...]] = ("detail", "source", "statement", "evidence", "language")
"""In the order in which skills are shown."""


class Kind(NamedTuple):
    """A kind of question.

    ``grade`` A may be generated and played, B is generated as a draft that waits for a person's
    yes, C is written by people only. ``lesson`` is the one sentence a player takes home: it is shown after
    every explanation, so that none has to repeat it.
    """

    name: str
    skill: Skill
    grade: Grade
    lesson: str


_ALL = (
    Kind("speaker", "source", "A", "A quotation is only as good as the name beside it."),
    Kind("quotation", "source", "A", "Before you weigh words, make sure whose they are."),
    Kind(
        "quote_form",
        "source",
        "A",
        "Quotation marks promise exact words; without them, the wording is the reporter's.",
    ),
    Kind("reported_source", "source", "A", "Most news is something somebody told a reporter: ask who."),
    Kind(
        "source_named",
        "source",
        "A",
        "You can weigh a named source yourself; for an unnamed one you rely on the paper.",
    ),
    Kind("told_whom", "source", "A", "Words to a court and words to a newspaper are chosen differently."),
    Kind("outlet_named", "source", "A", "Notice which newsrooms a text names, and what it says of them."),
    Kind(
        "claim_or_fact", "statement", "A", "“She said it is so” and “it is so” are two different sentences."
    ),
    Kind(
        "hedge",
        "statement",
        "A",
        "Small words tell how sure a writer is: without them, a sentence promises more.",
    ),
    Kind(
        "checkable",
        "statement",
        "B",
        "Evidence can settle what has happened or been counted, not what is to come or what somebody values.",
    ),
    Kind(
        "loaded_language",
        "language",
        "B",
        "A word can judge as well as report: ask whether the same could be told without it.",
    ),
    Kind("not_quoted", "language", "A", "Notice who is talked about and who gets to talk."),
    Kind(
        "quotation_marks",
        "language",
        "A",
        "Quotation marks set words apart, as somebody's own or as a term.",
    ),
    Kind(
        "reporting_verb",
        "language",
        "A",
        "Some verbs of saying only hand words over, others weigh them as well.",
    ),
    Kind("headline_body", "evidence", "B", "Read the story before you trust its headline."),
    Kind(
        "cause_stated",
        "evidence",
        "B",
        "“After” is not “because”: look for the word that makes it a cause, and whose word it is.",
    ),
    Kind("sequence", "evidence", "A", "The order of telling is not the order of events."),
    Kind("pronoun", "evidence", "B", "“They” is somebody: go back and see who."),
    Kind("number", "detail", "A", "A number means something only with its unit and its subject."),
    Kind("when_where", "detail", "A", "When and where are the first things to check."),
    Kind("role", "detail", "A", "An office tells you from which chair somebody speaks."),
    Kind("acronym", "detail", "A", "Spelling out a short name tells you who is acting."),
    Kind("cloze", "detail", "A", "One word can turn a sentence around."),
    Kind("name", "detail", "A", "A fact hangs on a name: check who or where it was."),
    Kind(
        "role_holder",
        "detail",
        "A",
        "Keep the people of a story apart: know who is who.",
    ),
    Kind(
        "main_point",
        "evidence",
        "C",
        "The main point is what the whole text tells; a detail stands in one part of it.",
    ),
    Kind("stated_or_inferred", "evidence", "C", "Know which part the text says and which part you added."),
    Kind(
        "evidence_for",
        "evidence",
        "C",
        "See what stands beside a statement: a figure, a case, another report, or nothing.",
    ),
    Kind(
        "what_to_check", "evidence", "C", "Look outside the text, where a statement would have left a trace."
    ),
)

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in _ALL}
"""Every kind a bank may use, by name."""
