"""Names joined to people: who is whom, and when a surname may mean two of them."""

import pytest

from quiz.generate.agree import read_facts
from quiz.generate.facts import NameSort, NameVote, Person, Reading, Source, Span, Speech
from quiz.generate.people import gather_people, plain_name
from tests.generate.articles import article, key, questions, reading


def person(read: Reading, name: str) -> Person:
    return next(one for one in read.people if one.name == name)


def names(*paragraphs: str) -> list[str]:
    return [one.name for one in reading(*paragraphs).people]


def test_a_surname_joins_the_full_name() -> None:
    read = reading("“It moved a lot,” Mara Lindqvist said.", "“It will stay shut,” Lindqvist said.")
    assert [one.name for one in read.people] == ["Mara Lindqvist"]
    assert [fact.speaker.name for fact in read.attributions if fact.speaker] == ["Mara Lindqvist"] * 2


def test_every_place_that_names_a_person_is_a_mention() -> None:
    read = reading("Mayor Mara Lindqvist came.", "• Lindqvist’s bridge", "Lindqvist left.")
    assert [read.text(span) for span in person(read, "Mara Lindqvist").mentions] == [
        "Mara Lindqvist",
        "Lindqvist",
        "Lindqvist",
    ]


def test_a_thing_named_after_a_person_is_no_mention() -> None:
    read = reading("Mayor Mara Lindqvist came.", "The Lindqvist Foundation and Lindqvist Street are old.")
    assert len(person(read, "Mara Lindqvist").mentions) == 1


def test_of_two_people_with_one_surname_the_surname_means_neither() -> None:
    read = reading(
        "“It moved a lot,” Mara Lindqvist said.",
        "“It did not move,” Tomas Lindqvist said.",
        "“It will stay shut,” Lindqvist said.",
    )
    assert [fact.speaker.name if fact.speaker else None for fact in read.attributions] == [
        "Mara Lindqvist",
        "Tomas Lindqvist",
        None,
    ]


def test_somebody_else_of_the_surname_counts_even_if_they_never_speak() -> None:
    read = reading(
        "“It moved a lot,” Mara Lindqvist said. Her uncle Tomas Lindqvist built the bridge.",
        "“It will stay shut,” Lindqvist said.",
    )
    assert read.attributions[-1].speaker is None


def test_a_man_and_a_woman_of_one_surname_are_two_people() -> None:
    read = reading(
        "“It moved a lot,” Mara Lindqvist said. Mr Lindqvist was away, and Mrs Lindqvist stayed.",
        "“It will stay shut,” Lindqvist said.",
    )
    assert read.attributions[-1].speaker is None


def test_titles_and_sentence_openers_before_a_surname_make_no_second_person() -> None:
    read = reading(
        "“It moved a lot,” Mayor Mara Lindqvist said. It was late. Lindqvist left.",
        "On Monday Lindqvist came back.",
        "“It will stay shut,” Mayor Lindqvist said.",
    )
    assert [fact.speaker.name for fact in read.attributions if fact.speaker] == ["Mara Lindqvist"] * 2


def test_a_name_with_and_without_its_initial_is_one_person() -> None:
    read = reading("“It moved a lot,” Mara J. Lindqvist said.", "“It will stay shut,” Mara Lindqvist said.")
    assert [one.name for one in read.people] == ["Mara J. Lindqvist"]
    assert [fact.speaker.name for fact in read.attributions if fact.speaker] == ["Mara J. Lindqvist"] * 2


def test_a_body_is_nobody() -> None:
    assert names("“It moved a lot,” the Varnholm Harbour Board said.") == []
    assert names("The government said that the bridge would stay shut.") == []


def test_a_news_organisation_is_nobody() -> None:
    assert names("The Associated Press said that the bridge would stay shut until May.") == []


def test_two_surnames_in_a_row_do_not_stop_a_question_about_someone_else() -> None:
    found = questions(
        "speaker",
        "“It moved a whole lot last night,” Mara Lindqvist said.",
        "“It did not move at all this week,” Tomas Lindqvist said.",
        "“Nobody has measured the bridge since May,” Ada Quill said.",
    )
    assert any("Nobody has measured" in item.prompt for item in found)


def test_a_possessive_is_no_part_of_a_name() -> None:
    read = article("The crowd saw Mara Lindqvist’s boat. Later Lindqvist waved.")
    start = read.raw.index("Mara")
    vote = NameVote(Span(start, start + len("Mara Lindqvist’s")), "person")
    assert [one.name for one in gather_people(read, [], [], [vote])] == ["Mara Lindqvist"]


def test_a_post_beside_the_name_shows_a_person() -> None:
    found = reading("The bridge secretary, Piers Hallowbank, said the railing was safe.").people
    assert [person.name for person in found] == ["Piers Hallowbank"]


class TestConversation:
    TURNS = (
        "Mara Lindqvist built the bridge. Tomas Brandt spoke with her in May.",
        "BRANDT: What did the town say about the bridge?",
        "LINDQVIST: The town said very little before the spring flood came.",
        "BRANDT: The mayor, Ada Quill, calls the whole bridge a folly.",
        "LINDQVIST: The railing was painted by people who lived beside it.",
    )

    def test_a_label_in_capitals_is_the_person_of_that_surname(self) -> None:
        said = [fact for fact in reading(*self.TURNS).attributions if fact.rule == "transcript"]
        assert {fact.speaker.name for fact in said if fact.speaker} == {"Mara Lindqvist", "Tomas Brandt"}
        assert all(fact.speaker for fact in said)

    def test_two_of_a_surname_leave_it_open(self) -> None:
        more = "Olof Lindqvist had painted the railing of the bridge."
        said = [fact for fact in reading(more, *self.TURNS).attributions if fact.rule == "transcript"]
        assert all(fact.speaker is None for fact in said if fact.speech.source.name.casefold() == "lindqvist")
        assert any(fact.speaker is None for fact in said)

    def test_who_said_it_is_asked_with_the_full_name(self) -> None:
        found = questions("speaker", *self.TURNS)
        assert {key(item) for item in found} <= {"Mara Lindqvist", "Tomas Brandt"}
        assert any("painted by people" in item.prompt and key(item) == "Mara Lindqvist" for item in found)


class TestSignedLines:
    @pytest.mark.parametrize(
        "line",
        [
            "“Bridge found to move three centimetres in a night” — The Guardian",
            "“Bridge found to move three centimetres in a night” — Ostmole Post, May 4, 2008",
        ],
    )
    def test_the_title_of_a_report_is_nobody_s_words(self, line: str) -> None:
        read = reading("The bridge moved.", line)
        assert read.attributions == ()
        assert [fact.rule for fact in read.unsettled] == ["reference"]
        assert read.people == ()

    def test_a_name_under_words_is(self) -> None:
        read = reading("The bridge moved.", "“It moved three centimetres in a night.” — Mara Lindqvist")
        assert [fact.speech.source.name for fact in read.every_attribution] == ["Mara Lindqvist"]


def test_a_given_name_shows_a_person_where_nothing_else_does() -> None:
    assert names("“It moved a lot,” Peter Varn said.") == ["Peter Varn"]


def test_a_company_that_speaks_is_nobody() -> None:
    for company in ("Slack Water", "Lumen & Parr", "Quill Holdings", "Marsh and Sons", "the Quill Group"):
        assert names(f"“It moved a lot,” {company} said. The firm Slack Water is old.") == [], company


def test_a_place_is_nobody() -> None:
    for place in ("Port Kesh", "New Ostmole", "Lake Varn", "Mill Street", "the Kolm Bridge"):
        assert names(f"The bridge in {place} is old. It lies near {place}.") == [], place


def test_the_possessive_of_a_name_is_the_same_person() -> None:
    read = reading("Mayor Mara Lindqvist came.", "Mara Lindqvist’s bridge and Mara Lindqvist's town are old.")
    assert [one.name for one in read.people] == ["Mara Lindqvist"]
    assert len(read.people[0].mentions) == 3


def test_former_offices_are_told_from_those_held() -> None:
    read = reading("Former Mayor Mara Lindqvist met Senator Bo Marsh.")
    assert [(one.name, one.former) for one in read.people] == [("Mara Lindqvist", True), ("Bo Marsh", False)]


def test_a_son_of_the_same_name_is_somebody_else() -> None:
    read = reading(
        "“It moved a lot,” said Tomas Brandt Jr. on Monday.",
        "“It will stay shut,” Tomas Brandt said.",
        "“It is shut,” Brandt said.",
    )
    assert [fact.speaker.name if fact.speaker else None for fact in read.attributions] == [
        "Tomas Brandt Jr.",
        "Tomas Brandt",
        None,
    ]


def test_a_surname_stands_for_a_junior_whose_father_nobody_names() -> None:
    read = reading("“It moved a lot,” said Tomas Brandt Jr. on Monday.", "“It will stay shut,” Brandt said.")
    assert [fact.speaker.name for fact in read.attributions if fact.speaker] == ["Tomas Brandt Jr."] * 2


def test_people_stand_in_the_order_in_which_the_text_names_them() -> None:
    read = reading("“It moved a lot,” Ada Quill said.", "Mayor Bo Marsh met Mayor Mara Lindqvist.")
    assert [one.name for one in read.people] == ["Ada Quill", "Bo Marsh", "Mara Lindqvist"]
    assert [one.mentions[0] for one in read.people] == sorted(one.mentions[0] for one in read.people)


@pytest.mark.parametrize(
    ("votes", "found"),
    [
        ([], ["Varn Quillon"]),
        (["person"], ["Varn Quillon"]),
        (["body"], []),
        (["person", "body"], []),
        (["person", "person", "body"], ["Varn Quillon"]),
        (["place", "place"], []),
    ],
)
def test_what_the_witnesses_take_a_name_for_decides(votes: list[NameSort], found: list[str]) -> None:
    text = article("“It moved a lot,” Varn Quillon said.", "Quillon is old.")
    start = text.raw.index("Varn Quillon")
    span = Span(start, start + len("Varn Quillon"))
    cue = Span(span.end + 1, span.end + 5)
    speech = Speech(Span(0, 1), (), "direct", Source(span, "Varn Quillon", "named"), cue, Span(0, cue.end))
    people = gather_people(text, [], [speech], [NameVote(span, vote) for vote in votes])
    assert [one.name for one in people] == found


def test_an_office_of_a_surname_that_two_share_is_neither_s() -> None:
    text = article("Mayor Mara Lindqvist came with Zebulon Lindqvist.", "Senator Lindqvist left.")
    read = read_facts(text, grammar=False)
    assert [read.words(office) for office in person(read, "Mara Lindqvist").offices] == ["Mayor"]


def test_a_title_with_a_day_between_it_and_the_name_is_not_that_one_s_office() -> None:
    read = reading("The board met the President Tuesday Mara Lindqvist said, and she left.")
    assert all(not one.offices for one in read.people)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Tarek Ben Salah", "Tarek Ben Salah"),
        ("Ben Salah", "Ben Salah"),
        ("Mum-of-two Beth Carling", "Beth Carling"),
    ],
)
def test_a_label_is_taken_off_a_name_and_a_part_of_it_is_not(name: str, plain: str) -> None:
    assert plain_name(name) == plain
