"""The traps in which other readers of news were caught: for each a short story, and what must come of it."""

import pytest

from quiz.article import article_from_text
from quiz.generate.agree import read_facts
from quiz.generate.witnesses import parser
from tests.generate.articles import all_of, attributions, key, only, questions, reading


@pytest.fixture(params=["both witnesses", "the rules alone"], autouse=True)
def witnesses(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every trap is set twice: what one witness would fall for, the other may hide."""
    if request.param == "the rules alone":
        monkeypatch.setattr(parser, "installed_model", lambda: None)


LIND = "Mara Lindqvist"
CAST = (
    "“The railing was never part of the contract,” said Tomas Brandt.",
    "“Nobody has measured the bridge since May,” Ada Quill said.",
    "“We paid for every lamp on it ourselves,” Ida Oake said.",
)


def asked(*paragraphs: str) -> dict[str, str]:
    """Whom the questions about speakers give which words, when three others speak as well."""
    found = questions("speaker", *paragraphs, *CAST)
    said = {item.prompt.split("“", 1)[1].rsplit("”", 1)[0]: key(item) for item in found}
    assert said.pop("Nobody has measured the bridge since May") == "Ada Quill"
    return {words: name for words, name in said.items() if not any(words in other for other in CAST)}


def speakers(*paragraphs: str) -> list[tuple[str, str | None]]:
    """The quoted words that are settled, with the people who say them."""
    read = reading(*paragraphs)
    return [
        (read.words(fact.speech.content), fact.speaker.name if fact.speaker else None)
        for fact in read.attributions
        if fact.speech.form == "direct"
    ]


class TestWhichQuotationAClauseHandsOver:
    """A clause may stand between two quotations and belong to either."""

    @pytest.mark.parametrize("mark", ["?", "!", "."])
    @pytest.mark.parametrize("verb", ["writes back", "replied", "said", "then wrote"])
    def test_a_clause_after_a_finished_quotation_introduces_the_next_one(self, mark: str, verb: str) -> None:
        first = f"Who moved the old bridge again{mark}"
        story = f"“{first}” Mara Lindqvist {verb}, “Nobody moved it at all this year.”"
        assert (first, LIND) not in speakers(story)
        assert first.rstrip(".") not in asked(story)

    def test_the_same_clause_does_hand_over_the_quotation_it_introduces(self) -> None:
        story = "“Who moved the bridge?” Mara Lindqvist replied, “Nobody moved it at all this year.”"
        assert asked(story) == {"Nobody moved it at all this year": LIND}

    def test_when_x_said_credits_nobody(self) -> None:
        assert all_of("When Mara Lindqvist said “It will not move again,” people laughed.") == []
        assert asked("When Mara Lindqvist said “It will not move again,” people laughed.") == {}

    def test_a_clause_about_laughter_at_what_somebody_said_hands_over_nothing(self) -> None:
        assert speakers("“It will not move again,” people laughed when Mara Lindqvist said so.") == []

    def test_words_after_a_description_are_somebody_s_only_where_a_clause_says_so(self) -> None:
        assert speakers("Mara Lindqvist was tired. “It will not move again this year.” Nobody slept.") == []


class TestMarks:
    """What looks like a quotation mark and what it may mean."""

    def test_two_single_marks_are_one_double_mark(self) -> None:
        assert only("''It will not move again,'' Mara Lindqvist said.")[1] == LIND
        assert asked("''It will not move again this year,'' Mara Lindqvist said.") == {
            "It will not move again this year": LIND
        }

    def test_inches_open_and_close_nothing(self) -> None:
        story = 'The 6" gap is a 9" gap now. "It will not move again," Mara Lindqvist said of the 9" gap.'
        assert speakers(story) == [("It will not move again,", LIND)]

    def test_apostrophes_open_and_close_nothing(self) -> None:
        story = "The Lindqvists’ bridge isn't safe, and the '90s railing wasn’t either, Mara Lindqvist said."
        assert [fact.speech.form for fact in attributions(story)] == ["indirect"]

    def test_scare_quotes_are_nobody_s_words(self) -> None:
        story = "The “safe old bridge of the town” moved, and the “expert panel” of the board slept."
        assert all_of(story) == []
        assert asked(story) == {}

    def test_scare_quotes_in_a_sentence_that_somebody_says_are_not_all_that_is_said(self) -> None:
        story = "The “safe old bridge of the town” will stay shut until the spring, Mara Lindqvist said."
        assert speakers(story) == []
        assert asked(story) == {}

    @pytest.mark.parametrize(
        "story",
        [
            "Mara Lindqvist read “The Bridge at the End of the World” to the children.",
            "Mara Lindqvist wrote “The Bridge at the End of the World” in 1998.",
            "Mara Lindqvist says “A Bridge Too Far From Home” is her best book.",
            "Her book, titled “the bridge that never moved,” made Mara Lindqvist known.",
        ],
    )
    def test_the_name_of_a_work_is_nobody_s_words(self, story: str) -> None:
        assert speakers(story) == []
        assert asked(story) == {}

    def test_words_in_capitals_that_a_comma_leads_in_are_said_all_the_same(self) -> None:
        assert speakers("Mara Lindqvist said: “Make Bridges Great Again.”") == [
            ("Make Bridges Great Again.", LIND)
        ]

    def test_a_quotation_within_a_quotation_is_part_of_the_outer_speaker_s_words(self) -> None:
        story = "“Brandt told me, ‘It will never move,’ and I believed him,” Mara Lindqvist said."
        assert speakers(story) == [("Brandt told me, ‘It will never move,’ and I believed him,", LIND)]
        assert all(name == LIND for name in asked(story).values())

    def test_what_a_quoted_person_says_somebody_said_is_not_asked_as_that_one_s_words(self) -> None:
        story = "Mara Lindqvist said: “Tomas Brandt said the bridge was perfectly safe.”"
        assert "Tomas Brandt" not in asked(story).values()

    def test_an_unclosed_mark_silences_its_paragraph_and_no_other(self) -> None:
        story = ("“It will not move again, Mara Lindqvist said. “It is shut.”",)
        assert speakers(*story) == []
        assert asked(*story) == {}
        assert any("no partner" in item.reason for item in reading(*story).abstentions)


class TestQuotationsOverSeveralParagraphs:
    """The opening mark stands again at the head of every paragraph, the closing one once."""

    FIRST = "“It moved three centimetres in one night. Nobody saw it happen."
    LAST = "“In the morning the trams could not pass,” Mara Lindqvist said."

    def test_all_parts_are_their_one_speaker_s(self) -> None:
        assert [name for _, name in speakers(self.FIRST, self.LAST)] == [LIND, LIND]

    def test_a_part_that_is_handed_over_before_it_gives_the_next_the_same_speaker(self) -> None:
        begun = "Mara Lindqvist said: " + self.FIRST
        assert [name for _, name in speakers(begun, "“In the morning the trams could not pass.”")] == [
            LIND
        ] * 2

    def test_parts_of_two_speakers_settle_only_what_stands_beside_a_clause(self) -> None:
        begun = "Tomas Brandt said: " + self.FIRST
        found = speakers(begun, self.LAST)
        assert [name for _, name in found] == ["Tomas Brandt", LIND]
        middle = "“It has done so twice this year."
        assert not any("twice" in words for words, _ in speakers(begun, middle, self.LAST))

    def test_a_paragraph_in_between_ends_the_quotation(self) -> None:
        assert [words for words, _ in speakers(self.FIRST, "The town slept.", self.LAST)] == [
            "In the morning the trams could not pass,"
        ]

    def test_a_paragraph_whose_marks_do_not_pair_up_ends_the_quotation(self) -> None:
        broken = "“It has done “so twice this year."
        assert [words for words, _ in speakers(self.FIRST, broken, self.LAST)] == [
            "In the morning the trams could not pass,"
        ]

    def test_a_forgotten_closing_mark_gives_nobody_else_the_words(self) -> None:
        forgotten = "“It moved three centimetres in one night, Tomas Brandt said."
        assert [words for words, _ in speakers(forgotten, self.LAST)] == [
            "In the morning the trams could not pass,"
        ]

    def test_a_signature_belongs_to_one_quotation_only(self) -> None:
        one, other = "“It moved again last night.”", "“It will not move again this year.”"
        rules = {fact.rule for fact in reading(f"{one} {other} — {LIND}").every_attribution}
        assert "quote.signed" not in rules
        assert {fact.rule for fact in reading(f"{one} — {LIND}").every_attribution} == {"quote.signed"}


class TestNestedSources:
    """“…, X said, according to Y”: whoever stands nearest is asked about, and both are kept."""

    @pytest.mark.parametrize(
        "story",
        [
            "The bridge will stay shut until May, Mara Lindqvist said, according to Reuters.",
            "According to Reuters, Mara Lindqvist said the bridge would stay shut until May.",
            "Reuters reported that Mara Lindqvist said the bridge would stay shut until May.",
        ],
    )
    def test_both_sources_are_kept(self, story: str) -> None:
        read = reading(story)
        assert {fact.speech.source.name for fact in read.every_attribution} == {LIND, "Reuters"}
        assert LIND in {fact.speech.source.name for fact in read.attributions}

    def test_the_outlet_that_passes_a_quotation_on_does_not_speak_it(self) -> None:
        story = "“It will not move again this year,” Mara Lindqvist said, according to Reuters."
        assert speakers(story) == [("It will not move again this year,", LIND)]
        assert "Reuters" not in asked(story).values()

    def test_whoever_is_told_does_not_speak(self) -> None:
        story = "“It will not move again this year,” Mara Lindqvist told Tomas Brandt of Reuters."
        assert asked(story) == {"It will not move again this year": LIND}


class TestWhoIsNoSource:
    """Names that stand where a source could stand."""

    @pytest.mark.parametrize(
        "line",
        [
            "By Ada Marsh",
            "Ada Marsh reported from Varnholm.",
            "Reporting by Ada Marsh; editing by Bo Marsh",
            "Additional reporting by Ada Marsh",
            "(Reporting by Ada Marsh in Varnholm; Writing by Bo Marsh)",
        ],
    )
    def test_a_byline_credits_nobody(self, line: str) -> None:
        assert all_of(line, "The bridge is shut, and the town waits for the trams.") == []
        assert "Ada Marsh" not in asked(line).values()

    def test_a_dateline_is_no_source(self) -> None:
        story = "VARNHOLM, Ostmole (Reuters) — The bridge will stay shut until May, Mara Lindqvist said."
        ((source, content),) = all_of(story)
        assert (source, content) == (LIND, "The bridge will stay shut until May")

    def test_a_headline_and_a_heading_credit_nobody_and_name_no_people(self) -> None:
        text = article_from_text(
            "Mayor Bo Marsh Says Bridge Moved\n\nIt is shut, and nobody knows why it moved.\n\n"
            "Mayor Bo Marsh Says It Will Move Again\n\nThe town waits for the trams.\n"
        )
        read = read_facts(text)
        assert [block.kind for block in text.blocks] == ["headline", "paragraph", "heading", "paragraph"]
        assert read.every_attribution == ()
        assert read.people == ()

    def test_a_heading_in_capitals_does_not_make_a_body_of_a_person(self) -> None:
        text = article_from_text(
            "The Bridge That Moved\n\nMara Lindqvist Agency Bridge Talks\n\n"
            "“It will not move again this year,” Mara Lindqvist said.\n\nThe town waits for the trams.\n"
        )
        assert [person.name for person in read_facts(text).people] == [LIND]

    def test_an_organisation_s_title_before_a_name_is_not_the_source(self) -> None:
        story = "“It will not move again,” Department of Transport Secretary Mara Lindqvist said."
        assert asked(story) == {"It will not move again": LIND}
        (person,) = reading(story).people
        assert [reading(story).words(office) for office in person.offices] == [
            "Department of Transport Secretary"
        ]

    def test_a_long_title_before_a_name_is_not_who_accuses(self) -> None:
        story = (
            "Department of Transport Secretary Jane Doe has accused the harbour board of hiding the survey."
        )
        (fact,) = attributions(story)
        assert fact.speech.source.name == "Jane Doe"
        assert fact.speaker is not None and fact.speaker.name == "Jane Doe"

    def test_a_hyphen_inside_an_organisation_s_name_does_not_begin_a_source(self) -> None:
        story = (
            "The head of the Council on Varnish - Ostmole Trade Ada Quill said the bridge would stay shut."
        )
        assert all(source != "Ostmole Trade Ada Quill" for source, _ in all_of(story))

    def test_a_surname_with_a_small_article_is_kept_whole(self) -> None:
        (person,) = reading("General Suleyman al-Quill spoke in Varnholm.").people
        assert person.name == "Suleyman al-Quill"

    @pytest.mark.parametrize("title", ["Attorney General", "Deputy Prime Minister", "Vice President"])
    def test_a_title_of_several_words_is_not_cut_short(self, title: str) -> None:
        read = reading(f"“It will not move again,” said {title} Mara Lindqvist.")
        (person,) = read.people
        assert (person.name, [read.words(office) for office in person.offices]) == (LIND, [title])

    def test_an_acronym_that_nobody_knows_is_a_body_and_no_person(self) -> None:
        story = "The Varnholm Bridge Office (VBO) met. “It will not move again this year,” the VBO said."
        read = reading(story)
        assert read.people == ()
        assert [fact.speaker for fact in read.attributions] == [None]
        assert asked(story) == {"It will not move again this year": "The VBO"}

    def test_an_acronym_that_is_never_spelled_out_is_no_person_either(self) -> None:
        read = reading("VBO said that the bridge would stay shut until May.")
        assert read.people == ()


class TestTranscripts:
    """Turns of a conversation, each under the name of whoever speaks."""

    TURNS = (
        "VANE: Did the old bridge move again?",
        "KRANTZ: It moved, and I said it would move again this year.",
        "VANE: Who is going to pay for all of it?",
        "KRANTZ: The harbour board said the town would pay.",
    )

    def test_a_turn_is_whole_and_its_own_speaker_s(self) -> None:
        assert speakers(*self.TURNS) == [
            ("Did the old bridge move again?", None),
            ("It moved, and I said it would move again this year.", None),
            ("Who is going to pay for all of it?", None),
            ("The harbour board said the town would pay.", None),
        ]
        sources = [fact.speech.source.name for fact in attributions(*self.TURNS)]
        assert sources == ["VANE", "KRANTZ"] * 2

    def test_no_question_names_a_speaker_whom_only_capitals_name(self) -> None:
        assert asked(*self.TURNS) == {}

    def test_questions_and_answers_are_nobody_s_by_name(self) -> None:
        turns = [f"{'QA'[index % 2]}: Is the bridge number {index} of the town safe?" for index in range(4)]
        assert {fact.speech.source.named for fact in attributions(*turns)} == {"unnamed"}


class TestWhoIsMeant:
    """One name for two, two names for one, and words that may stand for anybody."""

    def test_a_surname_that_two_people_share_means_neither(self) -> None:
        story = (
            "“It moved a lot last night,” Mara Lindqvist said.",
            "“It did not move at all,” Bo Lindqvist said.",
            "“It will stay shut until the spring,” Lindqvist said.",
        )
        assert "It will stay shut until the spring" not in asked(*story)
        assert asked(*story)["It moved a lot last night"] == LIND

    def test_a_pronoun_that_two_people_fit_means_neither(self) -> None:
        story = "Mara Lindqvist met Ida Oake on the bridge. “It will stay shut until the spring,” she said."
        assert speakers(story) == [("It will stay shut until the spring,", None)]
        assert asked(story) == {}

    def test_a_pronoun_that_one_person_fits_means_that_one(self) -> None:
        story = (
            "Mayor Mara Lindqvist came to the bridge. “It will stay shut until the spring,” the mayor said.",
            "“It moved a lot,” Mrs Lindqvist said. “It is shut,” she said.",
        )
        assert speakers(*story)[-1] == ("It is shut,", LIND)

    @pytest.mark.parametrize(
        "clause",
        [
            "a spokesman for Mara Lindqvist said.",
            "said a spokeswoman for Mara Lindqvist.",
            "Mara Lindqvist’s office said.",
            "Mara Lindqvist’s lawyer said.",
            "a person close to Mara Lindqvist said.",
        ],
    )
    def test_whoever_speaks_for_somebody_is_not_that_person(self, clause: str) -> None:
        story = f"“It will stay shut until the spring,” {clause}"
        assert LIND not in [name for _, name in speakers(story)]
        assert asked(story) == {}

    def test_a_spokesman_with_a_name_speaks_himself(self) -> None:
        story = "Mara Lindqvist’s spokesman, Bo Marsh, said: “It will stay shut until the spring.”"
        assert asked(story) == {"It will stay shut until the spring": "Bo Marsh"}
        assert [person.name for person in reading(story).people] == [LIND, "Bo Marsh"]
