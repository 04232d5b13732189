"""What the gates refuse in a proposed question, each for its own reason."""

from dataclasses import replace

from quiz.generate.candidates import Candidate, Offer
from quiz.generate.facts import Span
from quiz.generate.gates import refuse
from tests.generate.articles import reading

READ = reading("“It moved three centimetres in one night,” Mara Lindqvist said.")
RAW = READ.article.raw
START = RAW.index("“It moved")
EVIDENCE = Span(START, RAW.index("said.") + 4)

SOUND = Candidate(
    kind="speaker",
    prompt="According to the article, who said: “It moved three centimetres in one night”?",
    offers=(
        Offer("Mara Lindqvist", correct=True),
        Offer("Tomas Brandt", why="Tomas Brandt is not quoted."),
        Offer("Ada Quill", why="Ada Quill is not quoted."),
    ),
    explanation="Paragraph 1 gives these words to Mara Lindqvist.",
    evidence=(EVIDENCE,),
    asks_about=EVIDENCE,
    rule="quote.after.name",
    witnesses=("rules",),
)
KEY, ONE, OTHER = SOUND.offers


def refused(candidate: Candidate, because: str) -> bool:
    return because in (refuse(candidate, READ) or "")


def test_a_sound_question_passes() -> None:
    assert refuse(SOUND, READ) is None


def test_two_keys_no_key_or_one_distractor_are_refused() -> None:
    assert refused(replace(SOUND, offers=(KEY, replace(ONE, correct=True), OTHER)), "one key")
    assert refused(replace(SOUND, offers=(ONE, OTHER, Offer("Bo Marsh", why="No."))), "one key")
    assert refused(replace(SOUND, offers=(KEY, ONE)), "two distractors")


def test_an_option_within_another_is_refused_whatever_its_case_and_stops() -> None:
    assert refused(replace(SOUND, offers=(KEY, Offer("mara lindqvist.", why="No."), ONE)), "contained")
    assert refused(replace(SOUND, offers=(KEY, Offer("Mayor Mara Lindqvist", why="No."), ONE)), "contained")


def test_a_key_that_is_longer_than_the_others_by_far_is_refused() -> None:
    others = (Offer("Tomas Brandt", why="No."), Offer("Ada Quill", why="No."))
    long = Offer("The Harbour and Bridge Board of Varnholm", correct=True)
    assert refused(replace(SOUND, offers=(long, *others)), "by far the longest")
    wide = Offer("The Union of the Boatmen of Varnholm", why="No.")
    assert not refused(replace(SOUND, offers=(long, wide, others[0])), "by far the longest")


def test_a_question_without_evidence_is_refused() -> None:
    assert refused(replace(SOUND, evidence=()), "no evidence")
    assert refused(replace(SOUND, evidence=(Span(0, len(RAW) + 1),)), "outside the article")
    assert refused(replace(SOUND, evidence=(Span(5, 5),)), "outside the article")


def test_a_key_that_does_not_stand_in_the_evidence_is_refused_where_it_must() -> None:
    short = replace(SOUND, evidence=(Span(START, START + 9),))
    assert refused(short, "does not stand in the evidence")
    assert refuse(replace(short, key_in_evidence=False), READ) is None


def test_a_prompt_that_gives_the_key_away_is_refused_unless_it_is_meant_to() -> None:
    telling = replace(SOUND, prompt="What did MARA LINDQVIST say she said?")
    assert refused(telling, "gives the key away")
    assert refuse(replace(telling, key_in_prompt=True), READ) is None


def test_a_quotation_too_long_to_take_in_is_refused() -> None:
    assert refused(replace(SOUND, prompt=f"Who said: “{'word ' * 61}”?"), "more than a reader can take in")


def test_a_wrong_option_must_say_why_it_is_wrong() -> None:
    assert refused(replace(SOUND, offers=(KEY, replace(ONE, why=None), OTHER)), "no reason")


def test_the_quiz_does_not_slant_in_its_own_voice() -> None:
    assert refused(replace(SOUND, prompt="Who admitted the thing about the bridge?"), "admitted")
    assert refused(replace(SOUND, explanation="This is Propaganda by the board."), "Propaganda")
    assert refused(replace(SOUND, offers=(KEY, replace(ONE, why="He lied."), OTHER)), "lied")


def test_slanting_words_may_stand_in_what_is_quoted() -> None:
    assert (
        refuse(replace(SOUND, prompt="Who said: “The regime admitted it was “fake” all along”?"), READ)
        is None
    )


def test_nobody_private_is_shown_in_what_is_said_about_a_charge() -> None:
    told = "“The books were kept twice,” Mara Lindqvist said. Tomas Brandt is a baker."
    case = reading("A baker was charged with fraud on Monday.", told, "Mayor Ada Quill came.")
    plain = reading("A baker was praised on Monday.", told, "Mayor Ada Quill came.")
    private, public = (
        replace(SOUND, prompt=f"Who said: “The books of {name} were kept twice”?", key_in_evidence=False)
        for name in ("Brandt", "Quill")
    )
    assert "somebody private" in (refuse(private, case) or "")
    assert "somebody private" not in (refuse(private, plain) or "")
    assert "somebody private" not in (refuse(public, case) or "")
