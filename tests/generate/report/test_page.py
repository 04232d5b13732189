"""The report says what the text says, at any width, and never steers the terminal."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import ArticleError, article_from_text
from quiz.generate.agree import read_facts
from quiz.generate.facts import Reading
from quiz.generate.report import inspect_text
from quiz.visible import width
from tests.generate.articles import CLOSING, HEADLINE

BRIDGE = (
    "The swing bridge at Ostmole shifted eleven centimetres in one night in May.",
    "“It will not move again before the winter,” said Mara Lindqvist, the board’s chief engineer. Lindqvist "
    "said the bearings had been replaced. The Harbour Survey Agency (HSA) closed the road for a week.",
    "Critics argue that the bridge was never sound. The work is reportedly finished.",
    "Mayor Tomas Brandt opened the new pier in June. The ferry runs twice a day. Brandt rode on it first.",
    "The Associated Press wrote about the bridge in April. The Vale Gazette did so in June.",
)
WIDTHS = [40, 60, 71, 72, 80, 100, 120, 300]


def read(*paragraphs: str, headline: str = HEADLINE, outlet: str | None = None) -> Reading:
    front = f"---\noutlet: {outlet}\n---\n" if outlet else ""
    text = "\n\n".join([headline, *paragraphs, CLOSING]) + "\n"
    return read_facts(article_from_text(front + text, "bridge.md"), grammar=False)


def brief(*paragraphs: str, outlet: str | None = None) -> str:
    return inspect_text(read(*paragraphs, outlet=outlet), 100, brief=True)


def row(report: str, start: str) -> list[str]:
    """The cells of the line that begins with these words."""
    lines = [line.strip() for line in report.splitlines() if line.strip().startswith(start)]
    assert len(lines) == 1, report
    return re.split(r"\s{2,}", lines[0])


def test_the_title_stands_with_outlet_words_and_paragraphs() -> None:
    assert row(brief(*BRIDGE, outlet="Vale Gazette"), "The Bridge") == [
        "The Bridge That Moved",
        "Vale Gazette · 102 words · 6 paragraphs",
    ]


def test_a_surname_counts_for_the_person_it_stands_for() -> None:
    report = brief(*BRIDGE)
    assert row(report, "Mara Lindqvist") == ["Mara Lindqvist", "1", "1", "8", "¶2"]
    assert row(report, "critics") == ["critics", "–", "1", "–", "¶3"]


def test_sources_are_counted_by_how_they_are_given() -> None:
    report = brief(*BRIDGE, "He said that the ferry would sink by Monday.", "A spokesman said it would not.")
    groups = [line.strip() for line in report.splitlines() if re.match(r"  \d", line)]
    assert groups == ["1 named", "1 described, not named", "1 not identified", "1 pronoun, not resolved"]


def test_the_places_of_three_paragraphs_in_a_row_are_one_stretch() -> None:
    said = "Mara Lindqvist said that the bridge had moved once more."
    report = brief(said, said, said, "The ferry runs.", said)
    assert row(report, "Mara Lindqvist")[-1] == "¶1–3 ¶5"


def test_who_is_named_twice_without_a_word_is_listed() -> None:
    assert row(brief(*BRIDGE), "Discussed, never quoted") == ["Discussed, never quoted", "Tomas Brandt ×2"]


@pytest.mark.parametrize(
    "more",
    [
        "He said that the ferry would sink by Monday.",
        "“Nobody will ever cross this bridge on foot.”",
        "The mayor said that the ferry would sink by Monday.",
    ],
    ids=["a pronoun", "a quotation nobody owns", "a description"],
)
def test_nobody_is_called_unquoted_while_words_may_be_theirs(more: str) -> None:
    report = brief(*BRIDGE, more)
    assert "Tomas Brandt ×2" not in report
    assert "cannot be told: who speaks is open in ¶6" in report


def test_whoever_was_asked_and_gave_no_answer_is_not_called_unquoted() -> None:
    assert "never quoted" not in brief(*BRIDGE, "Brandt declined to comment on Monday.")


def test_the_outlets_own_name_is_marked() -> None:
    assert row(brief(*BRIDGE, outlet="Vale Gazette"), "Outlets named")[1] == (
        "The Associated Press ¶5 · Vale Gazette (its own) ¶5"
    )


def test_sentences_are_counted_by_voice() -> None:
    report = brief(
        "The bridge moved in May. The ferry runs twice a day.",
        "“It will not move again before the winter,” said Mara Lindqvist.",
        "Critics argue that the bridge was never sound.",
        "The work is reportedly finished. Will it hold? Nobody can know that.",
    )
    counts = re.search(r"Sentences\s+(.+?) not counted", report, re.DOTALL)
    assert counts
    # The closing line of the article is too short to be counted.
    assert re.findall(r"\d+", counts[1]) == ["1", "1", "2", "4"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It will not be closed again, according to the board.",
        "The bridge is believed to be the oldest one.",
        "A study in May saw cracks in the bridge.",
        "The bridge was “as good as new” in June.",
        "The board denied that the bridge had moved.",
        "Photo: The bridge at night.",
        "Will the bridge hold?",
    ],
)
def test_a_sentence_that_may_be_anothers_is_not_the_articles_own(sentence: str) -> None:
    counts = re.search(r"(\d+) in the article’s own voice", brief(sentence))
    assert counts and counts[1] == "0"


def test_after_a_source_has_spoken_the_paragraph_is_not_the_articles_own() -> None:
    report = brief("Mara Lindqvist said that the bridge had moved. The bearings were replaced in June.")
    assert "0 in the article’s own voice" in report


def test_what_is_left_open_is_grouped_with_its_places() -> None:
    lost = "“Nobody will ever cross this bridge on foot.”"
    report = brief(lost, "The ferry runs.", lost)
    assert row(report, "Left open")[1] == "who speaks is not settled by the words right beside it ¶1 ¶3"


def test_a_mark_without_a_partner_leaves_its_whole_paragraph_uncounted() -> None:
    report = brief("The bridge moved in June. It will “not be closed again. The ferry runs twice a day.")
    assert "0 in the article’s own voice" in report
    assert row(report, "Left open")[1] == "a quotation mark has no partner ¶1"


def test_abbreviations_and_words_of_doubt_have_their_places() -> None:
    report = brief(*BRIDGE)
    assert row(report, "Abbreviations")[1] == "HSA = Harbour Survey Agency ¶2"
    assert row(report, "Not settled")[1] == "“reportedly” ¶3"


def test_an_article_in_which_nobody_speaks_says_so() -> None:
    assert "No words are credited to a source" in brief("The ferry runs twice a day.")


def test_the_witnesses_stand_at_the_foot() -> None:
    assert brief(*BRIDGE).splitlines()[-1].startswith("Read by rules ")


def test_brief_leaves_out_the_marked_text_and_nothing_else() -> None:
    whole, short = inspect_text(read(*BRIDGE), 100), brief(*BRIDGE)
    assert "The text, marked" in whole
    head = short.splitlines()[:-2]
    assert whole.splitlines()[: len(head)] == head
    assert "shifted eleven centimetres" not in short


@pytest.mark.parametrize("cells", WIDTHS)
def test_no_line_is_wider_than_the_page(cells: int) -> None:
    wide = [
        "“橋は二度と動かないだろうと私は思っています、" * 3
        + "” said Mara Lindqvist, the board’s chief engineer.",
        "Mara Lindqvist said that " + "Donaudampfschifffahrt" * 9 + " had moved the bridge 👩‍🔥 again.",
        "The chief spokesman of the northern harbour said that the bridge was reportedly closed.",
    ]
    report = inspect_text(read(*BRIDGE, *wide, headline="橋" * 30, outlet="字" * 40), cells)
    assert max(map(width, report.splitlines())) <= cells


@pytest.mark.parametrize("cells", WIDTHS)
def test_what_one_witness_saw_alone_stands_apart(cells: int) -> None:
    made = read(*BRIDGE, *(f"The ferry went out {n} times." for n in range(90)), BRIDGE[1], BRIDGE[1])
    settled = made.attributions[-1:]
    report = inspect_text(replace(made, attributions=settled, unsettled=made.attributions[:-1]), cells)
    assert max(map(width, report.splitlines())) <= cells
    assert "open: seen by one witness only" in " ".join(report.split())
    assert "Mara Lindqvist: direct, open" in " ".join(report.split())


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=200), st.sampled_from(WIDTHS))
def test_whatever_the_text_holds_the_report_stays_on_the_page(text: str, cells: int) -> None:
    try:
        article = article_from_text(f"{text}\n\n“{text},” said Mara Lindqvist.\n\nIt rains.\n\n{text}")
    except ArticleError:
        return
    report = inspect_text(read_facts(article, grammar=False), cells)
    for line in report.removesuffix("\n").split("\n"):
        assert width(line) <= cells
        assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in line)


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x1b]0;title\x07", "\u202e", "\u2066", "\x9b2J", "\b\b"])
def test_hostile_text_is_shown_as_harmless_characters(hostile: str) -> None:
    paragraph = f"“It will {hostile}not move again,” said Mara {hostile} Lindqvist, reportedly{hostile}."
    report = inspect_text(read(paragraph, *BRIDGE, headline=f"The {hostile}Bridge"), 100)
    assert not any(unicodedata.category(letter) == "Cc" for letter in report.replace("\n", ""))
    assert not set(report) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_colour_adds_nothing_but_colour() -> None:
    reading = read(*BRIDGE)
    inked = inspect_text(reading, 100, ink=lambda text, role: f"\x1b[1m{text}\x1b[0m" if text else "")
    assert "\x1b" in inked
    assert re.sub(r"\x1b\[\d+m", "", inked).split() == inspect_text(reading, 100).split()
