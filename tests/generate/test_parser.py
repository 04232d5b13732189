"""The witness of grammar, and what the two witnesses make of each other."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.article import Article, article_from_text
from quiz.generate.agree import agree, read_facts
from quiz.generate.build import generate
from quiz.generate.candidates import Candidate
from quiz.generate.facts import Attribution, NameVote, Observation, Reading, Span, Speech
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds
from quiz.generate.witnesses import parser, rules
from quiz.generate.witnesses.parsed_speech import SpeechReader, may_speak

pytestmark = pytest.mark.skipif(parser.version() is None, reason="the extra nlp is not installed")

SEED = Path(__file__).parent.parent.parent / "seeds" / "who-inside-ice-is-leaking.txt"


def article(*paragraphs: str) -> Article:
    return article_from_text("The bridge at Ostmole\n\n" + "\n\n".join(paragraphs) + "\n")


def seen(text: Article) -> list[tuple[str, str, str]]:
    """The source, the cue and the words of everything the parser sees."""
    found = []
    for observation in parser.observe(text):
        speech = observation.seen
        if not isinstance(speech, Speech):
            continue
        spans = (speech.source.span, speech.cue, speech.content)
        source, cue, content = (text.raw[span.start : span.end] for span in spans)
        found.append((source, cue, content))
    return found


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "The board said the bridge would stay shut until Friday.",
            "The board",
            "the bridge would stay shut until Friday",
        ),
        (
            "Residents on both banks complained that the ferry was always late.",
            "Residents on both banks",
            "the ferry was always late",
        ),
        ("The ferry will run at night, Tomas Brandt said.", "Tomas Brandt", "The ferry will run at night"),
    ],
)
def test_a_clause_belongs_to_the_subject_of_its_verb(sentence: str, source: str, content: str) -> None:
    assert (source, content) in [(who, what) for who, _, what in seen(article(sentence))]


def test_a_quotation_is_taken_whole() -> None:
    text = article("“It will not move again,” Mara Lindqvist told reporters on Tuesday.")
    assert [(who, what) for who, _, what in seen(text)] == [("Mara Lindqvist", "It will not move again,")]


def test_what_is_denied_is_marked() -> None:
    text = article("The board did not say that the bridge would stay shut until Friday.")
    assert [
        observation.seen.denied
        for observation in parser.observe(text)
        if isinstance(observation.seen, Speech)
    ] == [True]


def test_line_breaks_in_a_paragraph_leave_every_offset_right() -> None:
    text = article("The board said\nthe bridge would stay\nshut until Friday.")
    assert [what for _, _, what in seen(text)] == ["the bridge would stay\nshut until Friday"]


def test_headlines_are_not_parsed_and_bullets_are_reported_without_owning_a_key() -> None:
    text = article_from_text(
        "Board said bridge will move\n\n- The board said the bridge will move.\n\nIt rains.\n"
    )
    assert seen(text) == [("The board", "said", "the bridge will move")]
    assert read_facts(text).attributions == ()


def test_both_witnesses_are_recorded_where_they_agree() -> None:
    reading = read_facts(article_from_text(SEED.read_bytes().decode()))
    by_speaker = {fact.speaker.name: fact.witnesses for fact in reading.attributions if fact.speaker}
    assert by_speaker["Kristi Noem"] == ("rules", "parser")
    assert set(reading.versions) == {"rules", "parser"}


def test_what_only_the_parser_sees_is_reported_and_owns_no_key() -> None:
    text = article(
        "Residents of the two long streets beside the harbour complained the ferry was always late."
    )
    reading = read_facts(text)
    parser_alone = [fact for fact in reading.every_attribution if fact.witnesses == ("parser",)]
    assert all(fact in reading.unsettled for fact in parser_alone)
    assert all("rules" in fact.witnesses for fact in reading.attributions)


def differing(text: Article) -> tuple[list[Attribution], list[str]]:
    """The facts when the parser gives every direct quotation to another source than the rules do."""
    report = rules.observe(text)
    turned = []
    for item in report.observations:
        if isinstance(item.seen, Speech) and item.seen.form == "direct":
            others = [other.seen.source for other in report.observations if isinstance(other.seen, Speech)]
            source = next(other for other in others if other.name != item.seen.source.name)
            speech = Speech(
                item.seen.content, item.seen.quoted, "direct", source, item.seen.cue, item.seen.statement
            )
            turned.append(Observation("parser", "parser.quote", speech))
    reading = agree(
        text, report.sentences, report.quotations, [*report.observations, *turned], report.abstentions, {}
    )
    return list(reading.attributions), [item.reason for item in reading.abstentions]


def test_a_quotation_on_whose_speaker_the_witnesses_differ_is_left_alone() -> None:
    text = article(
        "“It will not move again,” Mara Lindqvist said.",
        "“The ferry runs every night of the week,” Tomas Brandt said.",
    )
    facts, reasons = differing(text)
    assert facts == []
    assert reasons.count("the witnesses differ on who speaks") >= 2


def test_without_the_parser_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "installed_model", lambda: None)
    draft = generate(article_from_text(SEED.read_bytes().decode()))
    assert len(draft.questions) >= 10
    assert len({question.kind for question in draft.questions}) >= 5
    assert set(draft.reading.versions) == {"rules"}
    assert ".[nlp]" in (parser.missing() or "")
    with pytest.raises(RuntimeError):
        parser.observe(draft.reading.article)


def test_the_parser_stops_questions_and_decides_none(monkeypatch: pytest.MonkeyPatch) -> None:
    text = article_from_text(SEED.read_bytes().decode())
    both = _every_key(read_facts(text))
    monkeypatch.setattr(parser, "installed_model", lambda: None)
    alone = _every_key(read_facts(text))
    assert both
    assert both <= alone


def _every_key(reading: Reading) -> set[tuple[str, Span, str]]:
    """What every kind would ask about, with the answer, before a choice is made."""
    proposals = (item for propose in kinds().values() for item in propose(reading, random.Random(0)))
    asked = [item for item in proposals if isinstance(item, Candidate) and refuse(item, reading) is None]
    return {(item.kind, item.asks_about, item.key) for item in asked}


def test_the_parser_is_loaded_only_when_it_reads() -> None:
    code = "import sys, quiz.generate.build; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def observed(*paragraphs: str) -> list[tuple[str, str, str, str]]:
    """Rule, source, cue and content of everything the parser sees."""
    text = article(*paragraphs)
    return [
        (observation.rule, *words)
        for observation, words in zip(
            [item for item in parser.observe(text) if isinstance(item.seen, Speech)], seen(text), strict=True
        )
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "It was argued by the board that the ferry was always late.",
            ("parser.clause", "the board", "argued", "the ferry was always late"),
        ),
        (
            "The ferry is always late in the winter, as the mayor said.",
            ("parser.clause", "the mayor", "said", "The ferry is always late in the winter"),
        ),
        (
            "The mayor called the plan a waste of money.",
            ("parser.object", "The mayor", "called", "the plan a waste of money"),
        ),
        (
            "The mayor defended the plan: “It will save the town a lot of money.”",
            ("parser.quote", "The mayor", "defended", "It will save the town a lot of money."),
        ),
        (
            "The mayor rejected a claim by the board that the ferry was always late.",
            ("parser.noun", "the board", "claim", "the ferry was always late"),
        ),
        (
            "The mayor came to the harbour and said that the ferry would run at night.",
            ("parser.clause", "The mayor", "said", "the ferry would run at night"),
        ),
        (
            "The town waited for the mayor, who said that the ferry would run at night.",
            ("parser.clause", "the mayor", "said", "the ferry would run at night"),
        ),
        (
            "According to the harbour board, the ferry will run at night.",
            ("parser.according", "the harbour board", "According", "the ferry will run at night"),
        ),
        (
            "The mayor promised to open the bridge before the winter.",
            ("parser.infinitive", "The mayor", "promised", "to open the bridge before the winter"),
        ),
    ],
)
def test_every_form_of_handing_over_is_seen(sentence: str, found: tuple[str, str, str, str]) -> None:
    assert found in observed(sentence)


@pytest.mark.parametrize(
    ("sentence", "denied", "modality", "frame"),
    [
        ("The mayor said that the ferry would run at night.", False, "", ""),
        ("The mayor did not say that the ferry would run at night.", True, "", ""),
        ("The mayor never said that the ferry would run at night.", True, "", ""),
        ("The mayor denied that the ferry would run at night.", True, "", ""),
        ("The mayor would say that the ferry was late.", False, "would", ""),
        ("The mayor may say that the ferry was late.", False, "may", ""),
        ("If the mayor says that the ferry is late, the town will laugh.", False, "", "if"),
        ("When the mayor said that the ferry was late, the town laughed.", False, "", "when"),
    ],
)
def test_how_plainly_something_was_said_is_seen(
    sentence: str, denied: bool, modality: str, frame: str
) -> None:
    speeches = [item.seen for item in parser.observe(article(sentence)) if isinstance(item.seen, Speech)]
    found = [(speech.denied, speech.modality, speech.frame) for speech in speeches]
    assert (denied, modality, frame) in found


def test_a_reservation_that_one_witness_sees_keeps_a_saying_from_being_settled() -> None:
    for sentence in (
        "Mara Lindqvist would say that the ferry was late.",
        "If Mara Lindqvist says that the ferry is late, the town will laugh.",
    ):
        assert read_facts(article(sentence)).attributions == ()


def test_what_is_said_inside_a_quotation_is_told_from_what_the_article_says() -> None:
    found = observed("“The mayor said that the ferry was always late,” Tomas Brandt said.")
    assert ("parser.nested", "The mayor", "said", "the ferry was always late") in found
    assert ("parser.quote", "Tomas Brandt", "said", "The mayor said that the ferry was always late,") in found


def test_what_one_witness_sees_twice_is_one_attribution() -> None:
    read = read_facts(article("Mara Lindqvist said: “It will stay shut until the spring.”"))
    assert [fact.witnesses for fact in read.every_attribution] == [("rules", "parser")]


@pytest.mark.parametrize(
    ("reservation", "settled"),
    [({}, 1), ({"modality": "would"}, 0), ({"frame": "if"}, 0), ({"denied": True}, 1)],
)
def test_a_reservation_of_the_parser_s_holds_for_both(reservation: dict[str, Any], settled: int) -> None:
    text = article("“It will not move again,” Mara Lindqvist said.")
    report = rules.observe(text)
    (plain,) = [item.seen for item in report.observations if isinstance(item.seen, Speech)]
    other = Observation("parser", "parser.quote", replace(plain, **reservation))
    reading = agree(
        text, report.sentences, report.quotations, [*report.observations, other], report.abstentions, {}
    )
    assert len(reading.attributions) == settled
    (fact,) = reading.every_attribution
    assert fact.witnesses == ("rules", "parser")
    assert fact.speech == replace(plain, **reservation)


def test_a_paragraph_longer_than_any_prose_is_read_by_the_rules_alone() -> None:
    long = "The board said the bridge will move. " * 1500
    read = read_facts(article(long))
    assert len(long) > parser.LONGEST_PARSED
    assert all("parser" not in fact.witnesses for fact in read.every_attribution)


@pytest.mark.parametrize(
    ("sentence", "nothing"),
    [
        (
            "“Had it opened two hours later or one hour later, I think the queue would be a mile long.”",
            "Had",
        ),
        ("The board will ask for drafts and determine whether its members prefer a wider bridge.", "whether"),
        ("The union asks the harbour board to assure its members that the ferries stay free.", "the ferries"),
        ("They slept in the old ferry, which the board describes as a hostel.", "as a hostel"),
        ("Local ferries, said Mara Lindqvist, are required to carry a second bell.", "are required"),
    ],
)
def test_what_nobody_hands_over_is_no_speech(sentence: str, nothing: str) -> None:
    text = article(sentence)
    assert [found for found in seen(text) if found[2].startswith(nothing)] == []
    plain = article(sentence, "The board said that the bridge would stay shut until Friday.")
    assert ("The board", "said", "the bridge would stay shut until Friday") in seen(plain)


def test_a_clause_that_follows_is_still_handed_over() -> None:
    text = article("“We expect a long winter,” the board said, adding that the ferries would run at night.")
    assert "the ferries would run at night" in [content for _, _, content in seen(text)]


def test_names_are_found_where_nobody_speaks() -> None:
    text = article("Mara Lindqvist walked over the new bridge in Vienna.", "The board said it was late.")
    named = [
        text.raw[observation.seen.span.start : observation.seen.span.end]
        for observation in parser.observe(text)
        if isinstance(observation.seen, NameVote)
    ]
    assert named[:2] == ["Mara Lindqvist", "Vienna"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara Lindqvist walked over the new bridge in Vienna on Monday.",
        "The harbour of Ostmole was built for two ferries, and both of them are old.",
        "Nobody was hurt when the crane at Great Harrow fell into the water.",
    ],
)
def test_a_sentence_that_is_not_read_for_grammar_would_have_handed_over_nothing(sentence: str) -> None:
    model = parser.installed_model()
    assert model is not None
    document = parser._load(model)(sentence)
    block = article(sentence).blocks[-1]
    assert not may_speak(document)
    assert list(SpeechReader(block, document, ()).observations()) == []
