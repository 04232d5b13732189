"""Each kind of question: an article that yields it with the right key, and articles on which it abstains."""

import pytest

from quiz.generate.build import generate
from quiz.generate.credits import NOBODY_NAMED
from quiz.generate.kinds import kinds
from quiz.generate.kinds.claim_or_fact import NAMED, OWN_VOICE, UNNAMED
from quiz.generate.witnesses import parser
from tests.generate.articles import article, candidates, key, question, questions, reasons, wrong

LIND = "“It moved three centimetres in one night,” Mara Lindqvist said."
BRANDT = "“The railing was never part of the contract,” said Tomas Brandt."
QUILL = "Ada Quill said: “Nobody has measured the bridge since May.”"
THREE = (LIND, BRANDT, QUILL)


class TestSpeaker:
    def test_three_speakers_give_three_questions_each_with_its_own_key(self) -> None:
        found = questions("speaker", *THREE)
        assert {item.prompt.split("“")[1].split("”")[0]: key(item) for item in found} == {
            "It moved three centimetres in one night": "Mara Lindqvist",
            "The railing was never part of the contract": "Tomas Brandt",
            "Nobody has measured the bridge since May": "Ada Quill",
        }

    def test_the_wrong_options_are_other_people_of_the_article(self) -> None:
        for item in questions("speaker", *THREE):
            assert {key(item), *wrong(item)} == {"Mara Lindqvist", "Tomas Brandt", "Ada Quill"}

    def test_the_speaker_s_words_and_name_stand_in_the_evidence(self) -> None:
        item = questions("speaker", *THREE)[0]
        (evidence,) = item.evidence
        assert evidence.quote == "“It moved three centimetres in one night,” Mara Lindqvist said"

    @pytest.mark.parametrize(
        ("paragraphs", "reason"),
        [
            ((LIND,), "too few others"),
            (("“It moved three centimetres in one night,” she said.", BRANDT, QUILL), "not one person"),
            (("“It moved three centimetres in one night,” critics said.", BRANDT, QUILL), "not one person"),
            (("“It moved,” Mara Lindqvist said.", BRANDT, QUILL), "4 to 40 words"),
            (
                ("“Tomas Brandt never measured the bridge,” Mara Lindqvist said.", BRANDT, QUILL),
                "names nobody",
            ),
            (("“It moved three centimetres in one night,” Mr Oake said.", BRANDT, QUILL), "only a surname"),
        ],
    )
    def test_it_abstains(self, paragraphs: tuple[str, ...], reason: str) -> None:
        found = questions("speaker", *paragraphs)
        assert all("three centimetres" not in item.prompt and "It moved" not in item.prompt for item in found)
        assert any(reason in given for given in reasons("speaker", *paragraphs))

    def test_words_that_one_source_gives_as_another_s_are_left_alone(self) -> None:
        text = "According to Ida Oake, Bo Marsh said: “Nobody ever measured the railing at all.”"
        assert all("railing at all" not in item.prompt for item in questions("speaker", *THREE, text))

    def test_with_one_other_person_a_source_without_a_name_is_offered_too(self) -> None:
        for item in questions("speaker", LIND, BRANDT):
            assert {key(item), *wrong(item)} == {"Mara Lindqvist", "Tomas Brandt", NOBODY_NAMED}

    def test_a_source_that_plainly_goes_without_a_name_may_be_the_key(self) -> None:
        text = "“The toll was paid in silver coins,” one engineer said."
        apart = "The town waits for the spring and its boats."
        found = questions("speaker", text, apart, *THREE)
        assert [key(item) for item in found if "silver" in item.prompt] == [NOBODY_NAMED]

    def test_a_body_that_is_quoted_stands_beside_other_bodies(self) -> None:
        board = "“The toll was paid in silver coins,” the Harbour Board said."
        museum = "“Nobody kept the silver in the end,” the Bridge Museum said."
        found = questions("speaker", board, museum, *THREE)
        keys = {key(item): wrong(item) for item in found}
        assert "The Bridge Museum" in keys["The Harbour Board"]

    def test_whom_a_spokesman_speaks_for_is_not_offered_beside_him(self) -> None:
        spokesman = "“The toll was paid in silver coins,” said Bo Marsh, a spokesman for the Harbour Board."
        board = "“Nobody kept the silver in the end,” the Harbour Board said."
        for item in questions("speaker", spokesman, board, BRANDT):
            assert not {"Bo Marsh", "The Harbour Board"} <= {key(item), *wrong(item)}

    def test_a_sentence_that_two_people_say_is_not_asked_about(self) -> None:
        twice = "“It moved three centimetres in one night,” Bo Marsh said."
        assert all("three centimetres" not in item.prompt for item in questions("speaker", *THREE, twice))


class TestQuotation:
    def test_the_key_is_the_person_s_own_and_the_others_are_other_people_s(self) -> None:
        own = {
            "Mara Lindqvist": "“It moved three centimetres in one night”",
            "Tomas Brandt": "“The railing was never part of the contract”",
            "Ada Quill": "“Nobody has measured the bridge since May”",
        }
        found = questions("quotation", *THREE)
        assert found
        for item in found:
            (name,) = [name for name in own if name in item.prompt]
            assert key(item) == own[name]
            assert set(wrong(item)) == set(own.values()) - {own[name]}

    def test_a_body_may_be_asked_about_and_offered(self) -> None:
        board = "“The toll was paid in silver coins,” the Harbour Board said."
        found = candidates("quotation", LIND, BRANDT, board)
        (asked,) = [item for item in found if "the Harbour Board" in item.prompt]
        assert asked.key == "“The toll was paid in silver coins”"

    def test_questions_that_offer_the_same_quotations_would_answer_each_other(self) -> None:
        assert len(candidates("quotation", *THREE)) == 3
        assert len(questions("quotation", *THREE)) == 1

    def test_it_abstains_when_the_others_have_said_too_little(self) -> None:
        assert questions("quotation", LIND, BRANDT) == []
        assert "fewer than two quotations of other people" in reasons("quotation", LIND, BRANDT)

    def test_it_abstains_when_whole_sentences_would_stand_beside_pieces(self) -> None:
        pieces = (
            "Bo Marsh said: “bridges move three centimetres in a night”.",
            "Ida Oake said: “engineers never read the whole contract”.",
            "Jon Vale said: “nobody ever measured the towers since May”.",
        )
        found = questions("quotation", *THREE, *pieces)
        first = [{option.text.strip("“")[0].isupper() for option in item.options} for item in found]
        assert {True} in first and {False} in first and {True, False} not in first
        assert any("same form" in reason for reason in reasons("quotation", LIND, *pieces))

    def test_words_that_the_writer_shortened_are_left_out(self) -> None:
        short = "“It moved [...] three centimetres in one night,” Bo Marsh said."
        for item in questions("quotation", *THREE, short):
            assert "[...]" not in key(item) and not any("[...]" in text for text in wrong(item))


class TestClaimOrFact:
    def test_a_statement_of_a_named_source(self) -> None:
        item = question("claim_or_fact", "Mara Lindqvist said the bridge was closed to lorries in 1998.")
        assert "“The bridge was closed to lorries in 1998”" in item.prompt
        assert key(item) == NAMED

    def test_a_statement_of_an_unnamed_source(self) -> None:
        item = question("claim_or_fact", "Critics said the bridge was closed to lorries in 1998.")
        assert key(item) == UNNAMED

    @pytest.mark.parametrize(
        "source",
        [
            "An engineer",
            "One senior official",
            "The aide, who asked not to be named,",
            "Two engineers in Ostmole",
        ],
    )
    def test_a_statement_of_somebody_described_and_plainly_not_named(self, source: str) -> None:
        text = f"{source} said the bridge was closed to lorries in 1998."
        assert key(question("claim_or_fact", text)) == UNNAMED

    def test_a_statement_that_leans_on_the_words_around_it_is_left_alone(self) -> None:
        for said in (
            "the group would sue if it becomes law",
            "the old ones would be sold to collectors abroad",
            "she had asked the board about the figures twice",
            "the bridge was closed and that lorries went round",
            "lorries would go by the Kolm bridge, which is two miles away",
            "because nobody had measured the old bridge since May",
        ):
            assert questions("claim_or_fact", f"Mara Lindqvist said {said}.") == []

    def test_the_answer_shows_whom_a_pronoun_means(self) -> None:
        found = questions(
            "claim_or_fact",
            "Mara Lindqvist measured the bridge. She said the towers moved far in one night.",
        )
        (item,) = [item for item in found if key(item) == NAMED]
        assert "“She” is Mara Lindqvist, named in paragraph 1." in item.explanation
        assert any("Mara Lindqvist measured" in place.quote for place in item.evidence)

    def test_a_press_release_has_no_own_voice_to_ask_about(self) -> None:
        text = ("FOR IMMEDIATE RELEASE", "The company closed the bridge to lorries in 1998.")
        assert questions("claim_or_fact", *text) == []
        assert any("an announcement" in reason for reason in reasons("claim_or_fact", *text))

    @pytest.mark.parametrize("subject", ["Lindqvist", "She", "Mara Lindqvist"])
    def test_what_goes_on_about_the_speaker_of_the_paragraph_before_may_be_their_account(
        self, subject: str
    ) -> None:
        account = f"{subject} closed the old bridge to lorries and carts in the spring of 1998."
        plain = "Workers closed the old bridge to lorries and carts in the spring of 1998."
        speech = "“I asked about it,” Mara Lindqvist told the board. Bo Marsh took notes all the while."
        assert OWN_VOICE in [key(item) for item in questions("claim_or_fact", speech, plain)]
        assert questions("claim_or_fact", speech, account) == []

    def test_the_story_of_a_trial_has_no_own_voice_to_ask_about(self) -> None:
        plain = "Workers closed the old bridge to lorries and carts in the spring of 1998."
        opening = "A chart sold as old was printed lately, an expert told the court of Ostmole."
        assert OWN_VOICE not in [key(item) for item in questions("claim_or_fact", opening, plain)]

    def test_a_sentence_about_some_of_them_is_left_alone_for_it_does_not_say_of_whom(self) -> None:
        text = "Some 90 of them gathered on the quay before the vote in 1998."
        assert questions("claim_or_fact", text) == []
        assert any("leans on what stands before" in reason for reason in reasons("claim_or_fact", text))
        whole = "Some 90 islanders gathered on the quay before the vote in 1998."
        assert key(question("claim_or_fact", whole)) == OWN_VOICE

    def test_what_a_team_did_may_be_its_own_account(self) -> None:
        text = "The team closed the old bridge to lorries and carts in the spring of 1998."
        assert questions("claim_or_fact", text) == []
        assert "it may pass on what its subject tells of its own work" in reasons("claim_or_fact", text)

    def test_a_statement_of_a_body_with_a_name(self) -> None:
        item = question("claim_or_fact", "The Harbour Board said the bridge was closed to lorries in 1998.")
        assert key(item) == NAMED

    def test_a_statement_is_not_shown_with_the_dateline_before_it(self) -> None:
        text = "OSTMOLE, May 3 — The bridge was closed to lorries in 1998, Mara Lindqvist said."
        assert all("OSTMOLE" not in item.prompt for item in questions("claim_or_fact", text))

    def test_a_quoted_statement_of_a_named_source(self) -> None:
        assert key(question("claim_or_fact", LIND)) == NAMED

    @pytest.mark.parametrize(
        "text",
        [
            "The harbour board declined to comment on the bridge.",
            "The harbour board called on the town to mend the old bridge.",
            "The harbour board has demanded that the town mend the old bridge.",
            "The harbour board fumed at the town for a week.",
        ],
    )
    def test_what_somebody_asked_for_or_would_not_say_is_half_theirs(
        self, text: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(parser, "installed_model", lambda: None)
        assert questions("claim_or_fact", text) == []
        assert any("half the speaker's" in reason for reason in reasons("claim_or_fact", text))

    def test_a_plain_statement_is_the_article_s_own(self) -> None:
        assert key(question("claim_or_fact", "The bridge was closed to lorries in 1998.")) == OWN_VOICE

    def test_every_explanation_says_that_it_does_not_judge(self) -> None:
        for text in (LIND, "The bridge was closed to lorries in 1998."):
            assert (
                "does not judge whether the statement is right" in question("claim_or_fact", text).explanation
            )

    @pytest.mark.parametrize(
        "text",
        [
            "He closed the bridge to lorries in 1998.",
            "In 1998 this bridge was closed to lorries.",
            "The bridge was also closed to lorries in 1998.",
            "For example, the bridge was closed to lorries in 1998.",
            "Was the bridge closed to lorries in 1998?",
            "The bridge will be closed to lorries in 2030.",
            "The bridge may have been closed to lorries in 1998.",
            "The bridge was allegedly closed to lorries in 1998.",
            "The so-called “bridge” was closed to lorries in 1998.",
            "The wonderful bridge was closed to lorries in 1998.",
            "The regime of tolls was closed to lorries in 1998.",
            "The Courier observed that lorries had left the bridge in 1998.",
            "The bridge was reported closed to lorries in 1998.",
            "Reuters counted the lorries on the bridge in 1998 and was amazed.",
            "A lorry on the bridge in 1998, after having left the harbour called Ostmole.",
            "The bridge was closed to lorries in 1998. Image: Ada Quill.",
            "VARNHOLM – The bridge was closed to lorries in 1998.",
            "Lorries on the old harbour bridge In 1998 the bridge was closed to lorries.",
            "Lorries are often swamped by the tide on the bridge.",
        ],
    )
    def test_anything_less_than_a_plain_statement_is_left_alone(self, text: str) -> None:
        assert questions("claim_or_fact", text) == []

    def test_a_source_just_before_may_still_be_speaking(self) -> None:
        before = "Mara Lindqvist said the bridge was unsafe in winter."
        for text in (
            (f"{before} The bridge was closed to lorries in 1998.",),
            (before, "The bridge was closed to lorries in 1998."),
            ("“It is not safe,” Mara Lindqvist said. The bridge was closed to lorries in 1998.",),
        ):
            assert all(key(item) != OWN_VOICE for item in questions("claim_or_fact", *text))

    def test_a_source_just_after_may_have_been_speaking_already(self) -> None:
        text = "The bridge was closed to lorries in 1998. Nobody has measured it since, Mara Lindqvist said."
        assert all(key(item) != OWN_VOICE for item in questions("claim_or_fact", text))

    def test_an_article_about_a_trial_has_no_own_voice_to_ask_about(self) -> None:
        text = (
            "Two builders of the bridge went on trial on Monday.",
            "The bridge was closed to lorries in 1998.",
        )
        assert questions("claim_or_fact", *text) == []
        assert any("a case against somebody" in reason for reason in reasons("claim_or_fact", *text))

    @pytest.mark.parametrize(
        "text",
        [
            "The harbour board said the bridge was closed to lorries in 1998.",
            "The engineer said the bridge was closed to lorries in 1998.",
            "Mara Lindqvist said Tomas Brandt told her that the bridge was closed to lorries.",
            "Mara Lindqvist said the bridge was said to be unsafe for lorries.",
            "Mara Lindqvist denied that the bridge was closed to lorries in 1998.",
            "Mara Lindqvist accused the harbour board of closing the bridge to lorries.",
            "Mara Lindqvist said it was closed to all lorries in 1998.",
            "Mara Lindqvist believes the bridge was closed to lorries in 1998.",
            "Critics such as Mara Lindqvist said the bridge was closed to lorries in 1998.",
            "Critics said the bridge was closed to lorries in 1998. One of them is Mara Lindqvist.",
            "Mara Lindqvist was the first to say the bridge was closed to lorries in 1998.",
        ],
    )
    def test_a_statement_with_a_doubtful_source_or_a_second_one_is_left_alone(self, text: str) -> None:
        assert questions("claim_or_fact", text) == []


class TestHedge:
    TEXT = "The old bridge allegedly slipped towards the harbour during Monday’s storm."

    def test_the_key_is_the_one_word_that_leaves_the_sentence_open(self) -> None:
        item = question("hedge", self.TEXT)
        assert key(item) == "allegedly"
        assert all(word in self.TEXT for word in wrong(item))
        assert "allegedly" in item.explanation

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("The old bridge allegedly and perhaps slipped towards the harbour in a storm.", "second word"),
            ("“The old bridge perhaps slipped towards the harbour,” Mara Lindqvist said.", "speaker's"),
            ("The bridge, a “quiet giant”, allegedly slipped towards the harbour again.", "quotation"),
            ("Mara Lindqvist said the bridge was probably slipping towards the harbour.", "the source's"),
            ("It is the old harbour where they claimed the bridge allegedly slipped.", "the source's"),
            ("It allegedly moved at six.", "too few other words"),
        ],
    )
    def test_it_abstains(self, text: str, reason: str) -> None:
        assert questions("hedge", text) == []
        assert any(reason in given for given in reasons("hedge", text))

    def test_a_bullet_is_not_asked_about(self) -> None:
        assert questions("hedge", f"• {self.TEXT}") == []

    def test_an_accusation_is_open_even_beside_its_verb(self) -> None:
        text = "Mara Lindqvist accused the board of fraud for allegedly hiding the survey in a cellar."
        assert key(question("hedge", text)) == "allegedly"


class TestOutletNamed:
    def test_the_key_is_named_and_the_others_stand_nowhere(self) -> None:
        item = question("outlet_named", "The Guardian sent a photographer to the bridge.")
        assert key(item) == "The Guardian"
        assert len(wrong(item)) == 2
        assert not any(name in article("The Guardian sent a photographer.").raw for name in wrong(item))

    def test_the_key_is_written_as_the_article_writes_it(self) -> None:
        item = question("outlet_named", "The Huffington Post sent a photographer to the bridge.")
        assert key(item) == "The Huffington Post"

    def test_a_second_outlet_is_asked_about_as_well(self) -> None:
        text = ("The Guardian sent a photographer to the bridge.", "Reuters sent a drone.")
        found = [key(item) for item in questions("outlet_named", *text) if "NOT" not in item.prompt]
        assert found == ["The Guardian", "Reuters"]

    def test_with_two_outlets_it_also_asks_which_is_not_named(self) -> None:
        text = ("The Guardian sent a photographer to the bridge.", "Reuters sent a drone.")
        absent = [item for item in questions("outlet_named", *text) if "NOT" in item.prompt]
        for item in absent:
            assert set(wrong(item)) == {"The Guardian", "Reuters"}
        assert len(questions("outlet_named", *text)) >= 1

    def test_an_arm_of_a_named_house_is_never_called_absent(self) -> None:
        text = ("BBC News sent a drone to the bridge.", "Sky News sent a boat.")
        for seed in range(8):
            for item in questions("outlet_named", *text, seed=seed):
                absent = wrong(item) if "NOT" not in item.prompt else [key(item)]
                assert not any(name.startswith(("BBC", "Sky")) for name in absent)

    def test_it_abstains_without_an_outlet_and_on_the_article_s_own(self) -> None:
        assert reasons("outlet_named", "It moved last night.") == [
            "no news organisation of the list is named"
        ]
        from quiz.article import article_from_text

        own = "---\noutlet: The Guardian\n---\n# It moved\n\nThe Guardian measured the bridge.\n\nIt is shut."
        assert generate(article_from_text(own, "own.md"), only=["outlet_named"]).questions == ()


class TestRole:
    PEOPLE = ("Senator Mara Lindqvist came at six.", "Mayor Tomas Brandt came at seven.")

    def test_the_key_is_the_title_before_the_name(self) -> None:
        found = questions("role", *self.PEOPLE)
        offices = {"Mara Lindqvist": "Senator", "Tomas Brandt": "Mayor"}
        assert len(found) == 2
        for item in found:
            (name,) = [name for name in offices if name in item.prompt]
            assert key(item) == offices[name]
            assert key(item) in item.evidence[0].quote and name in item.evidence[0].quote

    @pytest.mark.parametrize(
        "text",
        [
            ("Former Mayor Mara Lindqvist came.",),
            ("Mayor Mara Lindqvist came.", "In May, Senator Mara Lindqvist left."),
            ("Dr. Mara Lindqvist came.",),
            ("Mayor Lindqvist came.",),
        ],
    )
    def test_it_abstains_on_former_several_and_no_offices(self, text: tuple[str, ...]) -> None:
        assert questions("role", *text) == []

    def test_the_same_office_under_another_name_is_no_wrong_answer(self) -> None:
        for seed in range(30):
            (item,) = questions("role", "Home Secretary Mara Lindqvist came at six.", seed=seed)
            assert "Interior Minister" not in wrong(item)
        for seed in range(30):
            (item,) = questions("role", "Defence Secretary Mara Lindqvist came at six.", seed=seed)
            assert "Defense Secretary" not in wrong(item)

    def test_an_office_that_stands_beside_the_name_as_well_is_no_wrong_answer(self) -> None:
        text = (
            "Mayor Mara Lindqvist came with Ambassador Tomas Brandt.",
            "Mara Lindqvist, once ambassador herself, left at six.",
        )
        found = [item for item in questions("role", *text) if "Lindqvist" in item.prompt]
        assert all("Ambassador" not in wrong(item) for item in found)


class TestAcronym:
    TEXT = "The International Bridge Office (IBO) met on Monday."

    def test_the_key_spells_it_as_the_article_does(self) -> None:
        item = question("acronym", self.TEXT)
        assert "IBO" in item.prompt
        assert key(item) == "International Bridge Office"

    def test_the_wrong_options_fit_the_letters_too(self) -> None:
        for option in wrong(question("acronym", self.TEXT)):
            assert [word[0] for word in option.split()] == ["I", "B", "O"]

    def test_it_abstains_when_it_is_spelled_out_in_two_ways(self) -> None:
        text = (self.TEXT, "The Industrial Board of Oversight (IBO) did not.")
        assert questions("acronym", *text) == []
        assert any("more than one way" in reason for reason in reasons("acronym", *text))

    def test_a_second_mention_of_the_same_is_not_asked_about_again(self) -> None:
        assert len(questions("acronym", self.TEXT, "The International Bridge Office (IBO) met again.")) == 1


class TestSourceNamed:
    def test_a_full_name(self) -> None:
        critics = "Critics said the bridge was closed to lorries in 1998."
        assert {key(item) for item in questions("source_named", LIND, critics)} == {
            "By a name",
            "By neither a name nor a job or post",
        }

    def test_where_every_source_is_named_nobody_has_to_read_to_tell(self) -> None:
        assert questions("source_named", LIND) == []
        assert "every source that could be asked about is named" in reasons("source_named", LIND)

    def test_a_role_and_no_name(self) -> None:
        item = question("source_named", "An engineer said the bridge was closed to lorries in 1998.")
        assert key(item) == "By a job or post, without a name"

    def test_a_role_that_asked_not_to_be_named_is_nobody_whom_the_article_names(self) -> None:
        asked = "An engineer, who asked not to be named, said the bridge was closed to lorries in 1998."
        items = questions("source_named", asked, "The old engineer, Tomas Brandt, lives in Ostmole.", LIND)
        assert "By a job or post, without a name" in {key(item) for item in items}

    def test_nobody_at_all(self) -> None:
        item = question("source_named", "Critics said the bridge was closed to lorries in 1998.")
        assert key(item) == "By neither a name nor a job or post"
        assert "says nothing about whether the statement is right" in item.explanation

    @pytest.mark.parametrize(
        "text",
        [
            ("The engineer said the bridge was closed to lorries in 1998.",),
            ("An engineer said the bridge was closed to lorries in 1998.", "The engineer is Mara Lindqvist."),
            ("Critics said the bridge was closed to lorries in 1998.", "One critic is Mara Lindqvist."),
            ("She said the bridge was closed to lorries in 1998.",),
            ("An engineer said the bridge was closed to lorries. Her name is Mara Lindqvist.",),
            ("Critics said the bridge was closed to lorries.", "“It is wrong,” Mara Lindqvist said."),
            ("Critics said Mara Lindqvist told them that the bridge was closed to lorries.",),
            ("The harbour board said the bridge was closed to lorries in 1998.",),
            ("Analysts said the bridge was closed to lorries in 1998.",),
            ("The Varnholm engineer said the bridge was closed to lorries in 1998.",),
        ],
    )
    def test_it_abstains_where_readers_may_differ(self, text: tuple[str, ...]) -> None:
        assert questions("source_named", *text) == []


def test_every_kind_in_the_folder_is_found_by_being_there() -> None:
    assert {"speaker", "quotation", "claim_or_fact", "hedge", "outlet_named", "role", "acronym"} <= set(
        kinds()
    )


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        generate(article(LIND), only=["nonsense"])
