"""Who is credited with what: each pattern of attribution, and the texts that look like one and are none."""

import pytest

from quiz.generate.agree import read_facts
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses import parser
from tests.generate.articles import all_of, article, attributions, only, reading

LIND = "Mara Lindqvist"


class TestQuotedSpeech:
    """Words between quotation marks, and the clause beside them."""

    def test_the_speaker_after_the_quotation(self) -> None:
        assert only("“It will not move again,” Mara Lindqvist said.") == (
            "quote.after.name",
            LIND,
            "said",
            "It will not move again,",
        )

    def test_the_verb_first(self) -> None:
        assert only("“It will not move again,” said Mara Lindqvist.")[:3] == (
            "quote.after.verb",
            LIND,
            "said",
        )

    def test_the_speaker_before_the_quotation(self) -> None:
        for mark in (",", ":"):
            rule, source, _, content = only(f"Mara Lindqvist said{mark} “It will not move again.”")
            assert (rule, source, content) == ("quote.before", LIND, "It will not move again.")

    def test_words_between_the_verb_and_the_quotation(self) -> None:
        text = "Mara Lindqvist told reporters in Varnholm on Monday: “It will not move again.”"
        assert only(text)[:2] == ("quote.before", LIND)

    def test_a_quotation_that_goes_on_after_its_clause_has_the_same_speaker(self) -> None:
        read = reading("“It moved,” said Mara Lindqvist. “It will not move again.”")
        assert [fact.rule for fact in read.attributions] == ["quote.after.verb", "quote.continued"]
        assert {fact.speech.source.name for fact in read.attributions} == {LIND}

    def test_a_quotation_broken_in_mid_sentence_has_the_same_speaker(self) -> None:
        found = all_of("“The bridge,” said Mara Lindqvist, “will not move again.”")
        assert found == [(LIND, "The bridge,"), (LIND, "will not move again.")]

    def test_a_later_quotation_behind_other_words_has_no_speaker(self) -> None:
        text = "“It moved,” Mara Lindqvist said. The town was quiet. “It will not move again.”"
        assert all_of(text) == [(LIND, "It moved,")]

    def test_the_speaker_s_post_and_place_do_not_hide_the_speaker(self) -> None:
        for text in (
            "“It will not move again,” said Mara Lindqvist, the chief engineer of the harbour board.",
            "“It will not move again,” Mara Lindqvist, the chief engineer, said.",
            "“It will not move again,” said Mayor Mara Lindqvist of Varnholm.",
            "“It will not move again,” said engineer Mara Lindqvist in a letter on Monday.",
        ):
            (fact,) = attributions(text)
            assert fact.speech.source.name == LIND, text

    def test_a_denied_saying_is_not_handed_to_anybody(self) -> None:
        assert all_of("Mara Lindqvist never said: “It will not move again.”") == []

    def test_a_saying_under_a_condition_is_not_handed_to_anybody(self) -> None:
        assert all_of("If Mara Lindqvist says, “It will not move again,” the board will listen.") == []

    def test_a_quotation_without_a_clause_is_reported_as_left_open(self) -> None:
        read = reading("“It will not move again.” The town was quiet.")
        assert read.attributions == ()
        assert any(item.rule == "quote" for item in read.abstentions)

    def test_a_mark_without_a_partner_leaves_the_paragraph_open(self) -> None:
        read = reading("“It will not move again, Mara Lindqvist said.")
        assert read.attributions == ()
        assert any("no partner" in item.reason for item in read.abstentions)


class TestReportedSpeech:
    """Statements without quotation marks around all of them."""

    def test_the_statement_after_the_verb(self) -> None:
        for that in ("", "that "):
            assert only(f"Mara Lindqvist said {that}the bridge would stay shut until May.") == (
                "clause.first",
                LIND,
                "said",
                "the bridge would stay shut until May",
            )

    def test_words_between_that_and_the_statement_belong_to_it(self) -> None:
        text = "Mara Lindqvist said that, as the town had asked for it, the bridge would stay shut."
        assert only(text)[3] == "as the town had asked for it, the bridge would stay shut"

    def test_the_person_addressed_is_no_part_of_the_statement(self) -> None:
        text = "Mara Lindqvist told the Varnholm Courier that the bridge would stay shut."
        assert only(text)[1:] == (LIND, "told", "the bridge would stay shut")

    def test_the_statement_first(self) -> None:
        assert only("The bridge will stay shut until May, Mara Lindqvist said.") == (
            "clause.last",
            LIND,
            "said",
            "The bridge will stay shut until May",
        )

    def test_according_to_after_the_statement(self) -> None:
        text = "The bridge will stay shut until May, according to Mara Lindqvist."
        assert only(text) == ("according.last", LIND, "according to", "The bridge will stay shut until May")

    def test_according_to_before_the_statement(self) -> None:
        text = "According to Mara Lindqvist, the bridge will stay shut until May."
        assert only(text) == ("according.first", LIND, "According to", "the bridge will stay shut until May")

    def test_a_statement_in_a_relative_clause(self) -> None:
        text = "The board wants a new road, which critics argue nobody needs before May."
        assert only(text)[1:] == ("critics", "argue", "nobody needs before May")

    def test_quoted_words_inside_a_statement_make_it_mixed(self) -> None:
        (fact,) = attributions("Mara Lindqvist said that the bridge was “safe and sound” until May.")
        assert fact.speech.form == "mixed"

    def test_what_a_source_denies_is_marked_as_denied(self) -> None:
        (fact,) = attributions("Mara Lindqvist denied that the bridge was unsafe in winter.")
        assert fact.speech.denied

    def test_what_a_source_did_not_say_is_never_taken_as_said(self) -> None:
        for verb in ("did not say", "never said", "has not said", "didn’t say", "declined to say"):
            found = attributions(f"Mara Lindqvist {verb} that the bridge was unsafe in winter.")
            assert all(fact.speech.denied for fact in found), verb

    def test_a_statement_under_a_condition_is_nobody_s(self) -> None:
        for text in (
            "If Mara Lindqvist says the bridge is unsafe, the town will shut it.",
            "When Mara Lindqvist said the bridge was unsafe, the town shut it.",
            "Before Mara Lindqvist said the bridge was unsafe, nobody cared.",
        ):
            assert all_of(text) == [], text

    @pytest.mark.parametrize("word", ["If", "When", "Unless", "Once", "Had", "Whether", "Should"])
    def test_a_comma_within_the_subject_does_not_end_a_condition(self, word: str) -> None:
        text = f"{word} its president, Mara Lindqvist, said the bridge was unsafe, the town would shut it."
        assert all_of(text) == []

    def test_a_condition_that_a_comma_has_ended_does_not_bind_the_source_after_it(self) -> None:
        for begin in ("When asked about it on Monday", "If it moves", "After the vote", "Once, in May"):
            text = f"{begin}, Mara Lindqvist said that the bridge would stay shut."
            assert all_of(text) == [(LIND, "the bridge would stay shut")], begin

    def test_a_name_broken_over_two_lines_is_the_same_name(self) -> None:
        (fact,) = attributions("Mara\nLindqvist said that the bridge would stay shut.")
        assert fact.speech.source.name == LIND

    @pytest.mark.parametrize(
        "more",
        [
            "; the town was quiet all week",
            ", while the town was quiet all week",
            ", but the town was quiet all week",
            ", adding that the town was quiet",
            ", and Tomas Brandt said the town was quiet",
        ],
    )
    def test_a_statement_ends_where_the_sentence_turns(self, more: str) -> None:
        read = read_facts(
            article(f"Mara Lindqvist said that the bridge would stay shut{more}."), grammar=False
        )
        assert read.words(read.attributions[0].speech.content) == "the bridge would stay shut"

    def test_a_verb_that_needs_that_hands_over_nothing_without_it(self) -> None:
        verbs = [entry for entry in lexicon("reporting_verbs").values() if entry["clause"] == "that"]
        forms = [form for verb in verbs if verb.get("object") != "true" for form in verb["forms"]]
        assert len(forms) > 5
        for form in forms:
            read = read_facts(article(f"Mara Lindqvist {form} the old bridge was unsafe."), grammar=False)
            assert read.every_attribution == (), form

    def test_a_passive_has_no_source(self) -> None:
        for text in (
            "The bridge is said to be unsafe in every winter.",
            "The town was told that the bridge was unsafe.",
            "It has been argued that the bridge is unsafe.",
        ):
            assert all_of(text) == [], text

    def test_a_noun_that_looks_like_a_verb_is_none(self) -> None:
        assert all_of("The state of the bridge and the reports of the board were poor.") == []

    @pytest.mark.parametrize(
        ("source", "named"),
        [
            ("Mara Lindqvist", "named"),
            ("Mayor Mara Lindqvist", "named"),
            ("The mayor, Mara Lindqvist,", "named"),
            ("Mara Lindqvist, the chief engineer,", "named"),
            ("Its chairman, Tomas Brandt,", "named"),
            ("Lindqvist", "named"),
            ("The harbour board", "named"),
            ("The Varnholm Harbour Board", "named"),
            ("The ministry", "named"),
            ("The police", "named"),
            ("The government", "named"),
            ("Reuters", "named"),
            ("An engineer", "described"),
            ("The engineer", "described"),
            ("A neighbour who saw it", "described"),
            ("Two officials", "described"),
            ("A spokesman for the harbour board", "described"),
            ("A senior official at the ministry", "described"),
            ("One of the engineers", "described"),
            ("His lawyer", "described"),
            ("Three people familiar with the plan", "described"),
            ("A person close to the mayor", "described"),
            ("Officials", "described"),
            ("Doctors", "described"),
            ("Critics", "unnamed"),
            ("Critics of the plan", "described"),
            ("Sources", "unnamed"),
            ("Supporters", "unnamed"),
            ("Some", "unnamed"),
            ("Reports", "unnamed"),
            ("She", "unnamed"),
            ("They", "unnamed"),
        ],
    )
    def test_a_source_is_named_described_or_unnamed(self, source: str, named: str) -> None:
        read = reading(f"{source} said that the bridge would stay shut until May.")
        assert [fact.speech.source.named for fact in read.every_attribution] == [named]

    @pytest.mark.parametrize(
        ("clause", "denied"),
        [
            ("Mara Lindqvist said", False),
            ("Mara Lindqvist did not say", True),
            ("Mara Lindqvist never said", True),
            ("Mara Lindqvist has not said", True),
            ("Mara Lindqvist didn’t say", True),
            ("Mara Lindqvist denied", True),
            ("Mara Lindqvist declined to say", True),
            ("Mara Lindqvist also said", False),
            ("Mara Lindqvist did say", False),
            ("Not everybody was there, but Mara Lindqvist said", False),
        ],
    )
    def test_what_was_said_is_told_from_what_was_not(self, clause: str, denied: bool) -> None:
        read = reading(f"{clause} that the bridge would stay shut until May.")
        found = {fact.speech.denied for fact in read.every_attribution}
        assert found in ({denied}, set() if denied else {denied})


class TestWhoseWordsTheyAre:
    """Clauses that name a person beside words that are not, or not surely, that person's."""

    @pytest.fixture(params=["both witnesses", "the rules alone"], autouse=True)
    def witnesses(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
        """Read everything twice: what one witness would fall for, the other may hide."""
        if request.param == "the rules alone":
            monkeypatch.setattr(parser, "installed_model", lambda: None)

    MOVED = "“It moved three centimetres in one night,”"
    STILL = "“It moved three centimetres in one night.”"

    @pytest.mark.parametrize(
        "clause",
        [
            "Mara Lindqvist and Tomas Brandt said.",
            "said Mara Lindqvist and Tomas Brandt.",
            "a spokesman for Mara Lindqvist said.",
            "said the wife of Mayor Mara Lindqvist.",
            "Mara Lindqvist’s lawyer said.",
            "Mayor Mara Lindqvist’s office said.",
            "said a letter to Mayor Mara Lindqvist.",
            "said one of Mara Lindqvist’s neighbours.",
            "the Mara Lindqvist Foundation said.",
            "Mara Lindqvist said Tomas Brandt told her.",
            "Mara Lindqvist said, quoting Tomas Brandt.",
            "Mara Lindqvist said, reading from a letter by Tomas Brandt.",
            "Mara Lindqvist quoted Tomas Brandt as saying.",
            "Mara Lindqvist was told by Tomas Brandt.",
            "Mara Lindqvist is said to have told Tomas Brandt.",
            "Mara Lindqvist might have said.",
            "Mara Lindqvist reportedly said.",
            "Tomas Brandt heard Mara Lindqvist say.",
        ],
    )
    def test_after_the_quotation(self, clause: str) -> None:
        for fact in attributions(f"{self.MOVED} {clause}", "Mayor Mara Lindqvist met Mayor Tomas Brandt."):
            assert fact.speech.form != "direct" or fact.speaker is None

    @pytest.mark.parametrize(
        "clause",
        [
            "Mara Lindqvist and Tomas Brandt said:",
            "Mara Lindqvist, Ida Oake and Tomas Brandt said:",
            "Critics such as Mara Lindqvist said:",
            "Critics, including Mara Lindqvist, said:",
            "Tomas Brandt recalled that Mara Lindqvist said:",
            "Tomas Brandt said on Monday that Mara Lindqvist told reporters:",
            "Mara Lindqvist’s statement said:",
            "A letter from Mara Lindqvist said:",
            "Mara Lindqvist replied with a poem by Tomas Brandt:",
            "Mara Lindqvist held a sign that said:",
            "Mara Lindqvist wants Tomas Brandt to say:",
            "Mara Lindqvist will say:",
        ],
    )
    def test_before_the_quotation(self, clause: str) -> None:
        for fact in attributions(f"{clause} {self.STILL}", "Mayor Mara Lindqvist met Mayor Tomas Brandt."):
            assert fact.speech.form != "direct" or fact.speaker is None

    def test_a_second_person_in_the_clause_is_not_the_speaker(self) -> None:
        for clause in (
            "Mara Lindqvist told Tomas Brandt.",
            "said Mara Lindqvist, a friend of Tomas Brandt.",
            "said Tomas Brandt’s lawyer, Mara Lindqvist.",
            "Mara Lindqvist said on behalf of Tomas Brandt.",
        ):
            (fact,) = attributions(f"{self.MOVED} {clause}")
            assert fact.speech.source.name == LIND, clause
        for clause in (
            "Asked about it by Tomas Brandt, Mara Lindqvist said:",
            "To Tomas Brandt, Mara Lindqvist said:",
            "Mara Lindqvist told Tomas Brandt, her aide:",
            "Tomas Brandt, whose sister Mara Lindqvist said:",
        ):
            (fact,) = attributions(f"{clause} {self.STILL}")
            assert fact.speech.source.name == LIND, clause


def test_a_quotation_with_a_clause_of_its_own_is_not_the_last_speaker_s() -> None:
    text = "Mara Lindqvist said the bus was late, “if it comes.” “Everybody here owns a boat,” another said."
    assert "Everybody here owns a boat," not in [
        read.text(fact.speech.content) for read in [reading(text)] for fact in read.attributions
    ]
