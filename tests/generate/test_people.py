"""Names joined to people: who is whom, and when a surname may mean two of them."""

from quiz.generate.facts import Person, Reading
from tests.generate.articles import questions, reading


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
