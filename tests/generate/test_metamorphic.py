"""What must happen to the questions when the article is changed in a known way.

The first half changes one small story; the second holds laws over every article of the repository.
"""

import re
import textwrap
from collections.abc import Callable, Iterator

import pytest

from quiz.bank.model import Choice
from quiz.generate.build import generate
from quiz.generate.facts import Attribution, Reading, Span
from tests.generate.articles import article, key, questions
from tests.generate.asked import TEXTS, Asked, answers, candidates, differing, read

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


NAMES = [
    ("british_single_quotes", "Bronagh Tully", "Callum Prowse"),
    ("british_single_quotes", "Ewan McCrae", "Bronagh Tully"),
    ("court_story", "Marek Thule", "Simone Adeyar"),
    ("court_story", "Lorna Vesey", "Hattie Orrin"),
    ("nested_quotes", "Leopold Ashgrove", "Anton Rey"),
    ("one_surname", "Everett Moss", "Bettina Lowe"),
    ("one_surname", "Adela Corvin", "Everett Moss"),
    ("opinion_column", "Desmond Aske", "Ruth Penhallow"),
    ("press_conference", "Helka Tammaro", "Pauli Renskog"),
    ("press_conference", "Dagny Firth", "Helka Tammaro"),
    ("press_release", "Maren Oduya", "Sela Worth"),
    ("qa_transcript", "Hugo Stennett", "Elias Marlow"),
    ("unnamed_sources", "Rolf Ansgar", "Aurelia Dane"),
    ("wire_brief", "Ilyas Merova", "Amin Darsou"),
    ("who-inside-ice-is-leaking", "Kristi Noem", "Pam Bondi"),
]
"""Two people of an article whose names change places; neither shares a word of the name with anybody."""

BETWEEN_DOUBLE_MARKS = sorted(set(TEXTS) - {"british_single_quotes"})
MOST = 2 / 3
"""Of the questions, those that a change which should not matter must leave at the very least."""


def swapped(text: str, one: str, other: str) -> str:
    trade: dict[str, str] = {}
    for here, there in zip([*one.split(), *other.split()], [*other.split(), *one.split()], strict=True):
        trade |= {here: there, here.upper(): there.upper()}
    return re.sub(rf"\b(?:{'|'.join(trade)})\b", lambda match: trade[match.group()], text)


@pytest.mark.parametrize(("name", "one", "other"), NAMES)
def test_where_two_names_change_places_every_key_follows_or_nothing_is_asked(
    name: str, one: str, other: str
) -> None:
    expected = {
        Asked(about.kind, swapped(about.words, one, other)): {swapped(key, one, other) for key in keys}
        for about, keys in answers(TEXTS[name]).items()
    }
    found = answers(swapped(TEXTS[name], one, other))
    assert differing(expected, found) == {}
    assert len(set(expected) & set(found)) >= MOST * len(expected)


def plain_marks(text: str) -> str:
    """A text with its marks made straight, however they were written."""
    return straight(text).replace("‘", "'").replace("''", '"')


def quoted(text: str) -> dict[str, tuple[str, str | None]]:
    """The words quoted as said, with their source and their speaker."""
    reading = read(text)
    return {
        plain_marks(reading.words(fact.speech.content)): (
            plain_marks(fact.speech.source.name),
            plain_marks(fact.speaker.name) if fact.speaker else None,
        )
        for fact in reading.attributions
        if fact.speech.form == "direct"
    }


@pytest.mark.parametrize("name", TEXTS)
def test_curly_marks_and_straight_ones_hand_the_same_words_to_the_same_speaker(name: str) -> None:
    text = TEXTS[name]
    assert quoted(text)
    assert quoted(straight(text).replace("‘", "'")) == quoted(text)
    assert quoted(re.sub(r'"([^"\n]*)"', r"“\1”", text)) == quoted(text)


@pytest.mark.parametrize("name", BETWEEN_DOUBLE_MARKS)
def test_two_single_marks_hand_the_same_words_to_the_same_speaker(name: str) -> None:
    assert quoted(re.sub('[“”"]', "''", TEXTS[name])) == quoted(TEXTS[name])


DECOY = "“Nobody asked me about the weather on Sunday,” Quentin Farrow said."


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize("name", ["court_story", "one_surname", "press_conference", "press_release"])
def test_somebody_else_who_speaks_changes_no_key(name: str, place: str) -> None:
    headline, _, body = TEXTS[name].rstrip().partition("\n\n")
    parts = [headline, DECOY, body] if place == "first" else [headline, body, DECOY]
    before, after = answers(TEXTS[name]), answers("\n\n".join(parts) + "\n")
    about_decoy = Asked("speaker", "Nobody asked me about the weather on Sunday")
    assert after[about_decoy] == {"Quentin Farrow"}
    assert differing(before, after) == {}
    lost = {about for about in set(before) - set(after) if about.kind != "quotation"}
    assert len(lost) <= 1


@pytest.mark.parametrize("name", ["british_single_quotes", "opinion_column", "qa_transcript", "wire_brief"])
def test_a_sentence_about_nothing_of_it_at_the_end_changes_nothing(name: str) -> None:
    assert answers(TEXTS[name].rstrip() + "\n\nIt rained in the night.\n") == answers(TEXTS[name])


def turned_round(text: str) -> str:
    """The paragraphs of a text in the opposite order; a quotation that runs over several keeps its own."""
    headline, *paragraphs = text.strip().split("\n\n")
    units: list[list[str]] = []
    for paragraph in paragraphs:
        if units and units[-1][-1].count("“") > units[-1][-1].count("”"):
            units[-1].append(paragraph)
        else:
            units.append([paragraph])
    return "\n\n".join([headline, *("\n\n".join(unit) for unit in reversed(units))]) + "\n"


@pytest.mark.parametrize("name", TEXTS)
def test_paragraphs_in_another_order_leave_every_speaker_who_is_not_a_pronoun(name: str) -> None:
    def speakers(text: str) -> dict[str, tuple[str, str | None]]:
        return {words: who for words, who in quoted(text).items() if who[0] not in ("he", "she")}

    assert speakers(TEXTS[name])
    assert speakers(turned_round(TEXTS[name])) == speakers(TEXTS[name])


SAYING = {
    "said": "say",
    "says": "say",
    "say": "say",
    "told": "tell",
    "wrote": "write",
    "warned": "warn",
    "argue": "argue",
    "suggest": "suggest",
    "reported": "report",
    "replied": "reply",
    "testified": "testify",
    "found": "find",
    "asked": "ask",
    "answered": "answer",
}
ABOUT_SAYING = (
    "speaker",
    "quotation",
    "reported_source",
    "claim_or_fact",
    "source_named",
    "quote_form",
    "reporting_verb",
    "told_whom",
)
Change = Callable[[Reading, Attribution], tuple[Span, str] | None]


def changed(name: str, change: Change) -> tuple[str, list[Span]]:
    """An article with one change to every settled saying that allows it, and where the changes stand."""
    reading = read(TEXTS[name])
    changes = dict(filter(None, (change(reading, fact) for fact in reading.attributions)))
    text, places, moved = TEXTS[name], [], 0
    for span in sorted(changes):
        start, end = span.start + moved, span.end + moved
        text = text[:start] + changes[span] + text[end:]
        moved += len(changes[span]) - (end - start)
        places.append(Span(start, start + len(changes[span])))
    return text, places


def before_verb(words: str, *, plain_form: bool = True) -> Change:
    """Put words before the verb where the source stands before it: “X said” becomes “X did not say”."""

    def change(reading: Reading, fact: Attribution) -> tuple[Span, str] | None:
        cue, source = fact.speech.cue, fact.speech.source.span
        verb = reading.words(cue)
        if verb not in SAYING or source.end > cue.start or fact.speech.denied:
            return None
        return cue, f"{words} {SAYING[verb] if plain_form else verb}"

    return change


def before_sentence(word: str) -> Change:
    """Put a word before a sentence that begins with a source and its verb, the only one in it."""

    def change(reading: Reading, fact: Attribution) -> tuple[Span, str] | None:
        sentence, source = reading.sentence_at(fact.speech.cue.start), fact.speech.source.span
        if sentence is None or fact.rule != "clause.first":
            return None
        in_it = [f for f in reading.attributions if sentence.start <= f.speech.cue.start < sentence.end]
        if len(in_it) > 1 or (source.start != sentence.start and reading.article.raw[source.end] != ","):
            return None
        first = Span(sentence.start, sentence.start + 1)
        is_name = any(mention.covers(first) for person in reading.people for mention in person.mentions)
        letter = reading.text(first)
        return first, f"{word} {letter if is_name else letter.lower()}"

    return change


def resting_on(places: list[Span], text: str, *, denials: bool) -> Iterator[str]:
    """Everything settled, and everything asked, that still rests on a saying that was changed."""
    reading = read(text)
    for fact in reading.attributions:
        own = Span(
            min(fact.speech.source.span.start, fact.speech.cue.start),
            max(fact.speech.source.span.end, fact.speech.cue.end),
        )
        sentence = reading.sentence_at(fact.speech.cue.start)
        opening = Span(sentence.start, sentence.start + 1) if sentence else own
        hit = any(place.overlaps(own) or place.overlaps(opening) for place in places)
        if hit and fact.rule.startswith(("quote", "clause")) and not (denials and fact.speech.denied):
            yield f"settled: {reading.words(fact.speech.statement)}"
    for candidate in candidates(reading, ABOUT_SAYING):
        owners = [
            fact for fact in reading.every_attribution if fact.speech.content.overlaps(candidate.asks_about)
        ]
        touched = [any(place.covers(fact.speech.cue) for place in places) for fact in owners]
        if touched and all(touched):
            yield f"asked: {candidate.prompt}"


@pytest.mark.parametrize("words", ["did not", "never"])
@pytest.mark.parametrize("name", TEXTS)
def test_no_question_takes_as_said_what_the_article_says_was_not_said(name: str, words: str) -> None:
    text, places = changed(name, before_verb(words, plain_form=words != "never"))
    assert places
    assert list(resting_on(places, text, denials=True)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, "would") for name in TEXTS] + [("court_story", "may have"), ("wire_brief", "might")],
)
def test_what_would_be_said_is_not_settled(name: str, words: str) -> None:
    text, places = changed(name, before_verb(words, plain_form=words != "may have"))
    assert places
    assert list(resting_on(places, text, denials=False)) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("court_story", "If"),
        ("nested_quotes", "Unless"),
        ("press_conference", "When"),
        ("court_story", "Had"),
        ("unnamed_sources", "Once"),
        ("wire_brief", "Until"),
    ],
)
def test_what_is_said_under_a_condition_or_at_a_time_to_come_is_not_settled(name: str, word: str) -> None:
    text, places = changed(name, before_sentence(word))
    assert places
    assert list(resting_on(places, text, denials=False)) == []


@pytest.mark.parametrize(
    "name", ["court_story", "one_surname", "press_conference", "press_release", "who-inside-ice-is-leaking"]
)
def test_a_pronoun_that_two_people_fit_has_no_speaker(name: str) -> None:
    two = "Quentin Farrow met Basil Oakes on Sunday. "
    reading, text = read(TEXTS[name]), TEXTS[name]
    paragraphs = set()
    for fact in sorted(reading.attributions, key=lambda fact: fact.speech.source.span, reverse=True):
        source = fact.speech.source
        block = reading.article.block_at(source.span.start)
        if fact.speaker is None or source.named != "named" or block is None or block in paragraphs:
            continue
        paragraphs.add(block)
        start, end = block.start, source.span
        text = text[:start] + two + text[start : end.start] + "he" + text[end.end :]
    assert paragraphs
    assert [
        fact.speaker.name
        for fact in read(text).attributions
        if fact.speech.source.name == "he" and fact.speaker and two.strip() in _paragraph(fact, text)
    ] == []


def _paragraph(fact: Attribution, text: str) -> str:
    block = read(text).article.block_at(fact.speech.source.span.start)
    return block.text if block else ""


def wrapped(text: str) -> str:
    """A text with its paragraphs broken into short lines, as mail does."""
    return "\n\n".join(
        part if part.startswith(("-", "  •")) else textwrap.fill(part, 72, break_on_hyphens=False)
        for part in text.split("\n\n")
    )


LAYOUTS: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "short lines": (wrapped, list(TEXTS)),
    "Windows line ends": (lambda text: text.replace("\n", "\r\n"), ["press_release", "qa_transcript"]),
    "two spaces after a sentence": (
        lambda text: re.sub(r"(?<=[.!?”’\"]) (?=[A-Z“‘\"])", "  ", text),
        ["british_single_quotes", "nested_quotes", "press_release", "one_surname"],
    ),
    "space at the ends of lines": (lambda text: text.replace("\n", " \t\n"), ["wire_brief"]),
}


@pytest.mark.parametrize(
    ("layout", "name"), [(layout, name) for layout, (_, names) in LAYOUTS.items() for name in names]
)
def test_the_layout_of_a_text_changes_nothing(layout: str, name: str) -> None:
    text = LAYOUTS[layout][0](TEXTS[name])
    assert text != TEXTS[name]
    assert answers(text) == answers(TEXTS[name])


@pytest.mark.parametrize("name", ["court_story", "press_conference", "unnamed_sources"])
@pytest.mark.parametrize("space", ["  ", "\r\n"])
def test_another_space_between_all_words_changes_no_key(name: str, space: str) -> None:
    before = answers(TEXTS[name])
    parts = [
        part.replace(" ", space) if index else part for index, part in enumerate(TEXTS[name].split("\n\n"))
    ]
    found = answers("\n\n".join(parts))
    assert differing(before, found) == {}
    assert len(set(before) & set(found)) > len(before) / 2
