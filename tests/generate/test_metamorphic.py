"""What must happen to the questions when the article is changed in a known way."""

import pytest

from quiz.bank.model import Choice
from quiz.generate.build import generate
from tests.generate.articles import article, key, questions

STORY = (
    "The International Bridge Office (IBO) met. Mayor Tomas Brandt came.",
    "“It moved three centimetres in one night,” Mara Lindqvist said.",
    "“The railing was never part of the contract,” said Tomas Brandt.",
    "Ada Quill said: “Nobody has measured the bridge since May.”",
    "The bridge was closed to trams in 1998.",
    "Critics said the bridge was closed to trams far too late.",
    "The old bridge allegedly slipped towards the harbour during Monday’s storm.",
)


def made(*paragraphs: str) -> list[Choice]:
    return list(generate(article(*paragraphs), count=100).questions)


def keys(found: list[Choice]) -> list[tuple[str, str]]:
    return sorted((item.kind, key(item)) for item in found)


def straight(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


def said(found: list[Choice]) -> dict[str, str]:
    return {item.prompt.split("“")[1].split("”")[0]: key(item) for item in found}


def test_when_two_speakers_change_places_the_keys_change_with_them() -> None:
    swapped = [
        text.replace("Mara Lindqvist", "@").replace("Ada Quill", "Mara Lindqvist").replace("@", "Ada Quill")
        for text in STORY
    ]
    before, after = said(questions("speaker", *STORY)), said(questions("speaker", *swapped))
    trade = {"Mara Lindqvist": "Ada Quill", "Ada Quill": "Mara Lindqvist"}
    assert len(before) == 3
    assert after == {words: trade.get(name, name) for words, name in before.items()}


@pytest.mark.parametrize("kind", ["speaker", "claim_or_fact", "hedge", "acronym", "role"])
def test_straight_marks_and_curly_marks_give_the_same_keys(kind: str) -> None:
    curly = questions(kind, *STORY)
    assert curly
    assert keys(curly) == keys(questions(kind, *map(straight, STORY)))


def test_windows_line_ends_give_the_same_keys() -> None:
    from quiz.article import article_from_text

    raw = article(*STORY).raw
    unix, windows = (
        generate(article_from_text(text), count=100) for text in (raw, raw.replace("\n", "\r\n"))
    )
    assert len(unix.questions) > 5
    assert keys(list(unix.questions)) == keys(list(windows.questions))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Critics said the", "Critics did not say the"),
        ("Critics said the", "If critics said the"),
        ("was closed to trams in 1998", "may have been closed to trams in 1998"),
        ("night,” Mara Lindqvist said", "night,” Mara Lindqvist never said"),
        ("Ada Quill said: “Nobody", "Ada Quill did not say: “Nobody"),
        ("allegedly", "reportedly and allegedly"),
    ],
)
def test_a_negation_a_condition_or_a_doubt_makes_the_question_go(before: str, after: str) -> None:
    (place,) = [index for index, text in enumerate(STORY) if before in text]
    changed = list(STORY)
    changed[place] = STORY[place].replace(before, after)

    def about(paragraphs: list[str]) -> list[Choice]:
        return [
            item for item in made(*paragraphs) if any(e.quote in paragraphs[place] for e in item.evidence)
        ]

    assert about(list(STORY))
    assert about(changed) == []


def test_a_paragraph_about_something_else_changes_no_key() -> None:
    more = (*STORY, "It rained in Ostmole, and the ferries were late.")
    assert said(questions("speaker", *more)) == said(questions("speaker", *STORY))


def test_a_broken_mark_silences_its_own_paragraph_only() -> None:
    broken = [text.replace("night,”", "night,") for text in STORY]
    assert set(said(questions("speaker", *broken)).values()).isdisjoint({"Mara Lindqvist"})
    assert said(questions("source_named", *broken))
