"""Which name stands in the gap: the one of the article, among others that would fit as well."""

import random
import re

import pytest

from quiz.generate.build import generate
from quiz.generate.candidates import Candidate
from quiz.generate.kinds.name import answers, propose
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses import parser
from tests.generate.articles import article, key, question, questions, reading, reasons, wrong

WON = "Mara Lindqvist opened the new crossing to the first lorry of the morning."
OTHERS = (
    "Tomas Brandt drew a picture of the harbour for a museum in 1998.",
    "Anna Quill has kept a list of all boats since last winter.",
)
"""Their names are known for people’s by the given names."""


def test_the_key_is_the_name_in_the_sentence_and_the_others_stand_elsewhere() -> None:
    item = next(item for item in questions("name", WON, *OTHERS) if key(item) == "Mara Lindqvist")
    assert "“___ opened the new crossing to the first lorry of the morning.”" in item.prompt
    assert set(wrong(item)) == {"Tomas Brandt", "Anna Quill"}
    reasons_given = {option.text: option.why for option in item.options if not option.correct}
    assert reasons_given["Tomas Brandt"] == (
        "The article names Tomas Brandt in paragraph 2, but not in this sentence."
    )


def test_a_title_is_left_out_with_the_name() -> None:
    titled = WON.replace("Mara", "Mayor Mara")
    item = next(item for item in questions("name", titled, *OTHERS) if key(item) == "Mara Lindqvist")
    assert "Mayor" not in item.prompt
    assert item.prompt.startswith("A title and a name are left out here.")


def test_no_name_is_asked_for_twice() -> None:
    again = "Mara Lindqvist sold a bicycle to the owner of the ferry in May."
    keys = [key(item) for item in questions("name", WON, again, *OTHERS)]
    assert len(keys) == len(set(keys))


def test_a_surname_is_offered_beside_surnames() -> None:
    again = "All lorries on the crossing were empty when Lindqvist counted them in the evening."
    more = "Mara Lindqvist slept."
    item = next(item for item in questions("name", again, more, *OTHERS) if key(item) == "Lindqvist")
    assert set(wrong(item)) == {"Brandt", "Quill"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Mara Lindqvist and the Lindqvist bank opened the crossing to lorries.",
            "a part of the name",
        ),
        (
            "Mara Lindqvist was suspended from the board on the first morning.",
            "not to be turned into a riddle",
        ),
        ("Mara Lindqvist opened the crossing to refugees on the first morning.", "a riddle"),
        ("Mara Lindqvist opened the crossing with Tomas Brandt and Anna Quill in June.", "too few"),
        ("Mara Lindqvist opened the new crossing on her birthday in the morning.", "too few"),
        ("Mara Lindqvist, a retired keeper of the old lighthouse, disagreed.", "leans"),
        (
            "A Norwegian, Mara Lindqvist, opened the crossing to the first lorry.",
            "people or things of a place",
        ),
        ("One of the three, Mara Lindqvist, is still at the new crossing.", "leans"),
        ("The board said the crossing “was opened by Mara Lindqvist” in the morning.", "in a quotation"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert all("Lindqvist" not in key(item) for item in questions("name", text, *OTHERS))
    assert any(reason in given for given in reasons("name", text, *OTHERS))


def test_a_pronoun_keeps_only_names_of_the_same_sex_on_offer() -> None:
    text = "Anna Brook opened the new crossing on her birthday in the morning."
    women = (
        "Sarah Quill drew a picture of the harbour for a museum in 1998.",
        "Emma Voss kept a list of boats.",
    )
    men = ("Peter Marsh bought the old ferry from a company.", "Paul Dane painted the railing of the bridge.")
    item = next(item for item in questions("name", text, *women, *men) if key(item) == "Anna Brook")
    assert set(wrong(item)) == {"Sarah Quill", "Emma Voss"}


def test_whoever_the_article_says_much_the_same_of_is_not_offered() -> None:
    same = "Bo Marsh opened another new crossing to the first lorry of a morning in May."
    asked = {key(item): wrong(item) for item in questions("name", WON, same, *OTHERS)}
    assert "Bo Marsh" not in asked["Mara Lindqvist"]


def test_nobody_s_name_is_left_out_in_an_article_about_a_case() -> None:
    opening = "Two builders of the bridge went on trial on Monday."
    assert questions("name", opening, WON, *OTHERS) == []


def test_a_name_of_the_headline_needs_another_one_of_it() -> None:
    made = generate(article(WON, *OTHERS, headline="Lindqvist and Mara Lindqvist"), only=["name"])
    assert all(key(item) != "Mara Lindqvist" for item in made.questions)


def test_countries_are_offered_beside_countries() -> None:
    texts = (
        "The oldest ferry of the town was built in Norway in the last century.",
        "A museum in Denmark bought the railing in May.",
        "A painter from Portugal lives in the lighthouse.",
        "The lighthouse keeper once lived in Oslo.",
    )
    item = next(item for item in questions("name", *texts) if key(item) == "Norway")
    assert set(wrong(item)) == {"Denmark", "Portugal"}


def test_a_place_beside_its_people_or_the_place_it_lies_in_is_left_alone() -> None:
    more = (
        "A museum in Denmark bought the railing in May.",
        "A painter from Portugal lives in the lighthouse.",
    )
    for text in (
        "The Norwegian ferry was built in Norway in the last century.",
        "The oldest ferry of the town was built in Bergen, Norway in 1998.",
    ):
        assert all(key(item) != "Norway" for item in questions("name", text, *more))


def test_names_are_settled_by_lexicons_alone_without_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "installed_model", lambda: None)
    read = reading(WON, "The FBI sent a letter to the museum in Denmark.")
    assert {(name.text, name.sort) for name in read.names} == {
        ("Mara Lindqvist", "person"),
        ("FBI", "body"),
        ("Denmark", "place"),
    }


def test_a_name_within_a_longer_one_is_no_mention() -> None:
    read = reading("The Bank of Norway wrote to the Denmark Street Museum in Norway.")
    spans = [span for name in read.names if name.text == "Norway" for span in name.mentions]
    assert [read.article.raw[span.start - 3 : span.end] for span in spans] == ["in Norway"]
    assert not any(name.text == "Denmark" for name in read.names)


def test_the_question_reads_the_same_for_every_seed() -> None:
    for seed in range(4):
        for item in questions("name", WON, *OTHERS, seed=seed):
            assert len(re.findall("___", item.prompt)) == 1
            assert key(item) not in item.prompt


def test_one_question_is_made_of_one_sentence() -> None:
    assert key(question("name", WON, "Tomas Brandt slept.", "Anna Quill slept.")) == "Mara Lindqvist"


def test_the_month_of_may_leaves_nothing_open() -> None:
    texts = ("Mara Lindqvist opened the crossing to lorries in May 1998.", *OTHERS)
    assert "Mara Lindqvist" in [key(item) for item in questions("name", *texts)]
    may = ("Mara Lindqvist may open the crossing to lorries in June 1998.", *OTHERS)
    assert "Mara Lindqvist" not in [key(item) for item in questions("name", *may)]


def test_only_the_name_of_the_sentence_comes_out_when_it_is_answered_anew() -> None:
    for texts in ((WON, *OTHERS), (WON.replace("Mara", "Mayor Mara"), *OTHERS)):
        read = reading(*texts)
        made = [item for item in propose(read, random.Random(0)) if isinstance(item, Candidate)]
        assert len(made) == 3
        for item in made:
            assert answers(item, read) == {item.key}


def test_a_sentence_that_stands_there_with_another_name_has_two_answers() -> None:
    read = reading(WON, *OTHERS)
    item = next(i for i in propose(read, random.Random(0)) if isinstance(i, Candidate))
    wrong_name = next(offer.text for offer in item.offers if not offer.correct)
    decoy = read.text(item.evidence[0]).replace(item.key, wrong_name)
    assert answers(item, reading(WON, *OTHERS, decoy)) == {item.key, wrong_name}


TRIP = "The harbour board travelled to {place} in spring to look at a bridge of the same sort."


class TestAbsentNames:
    """Places and companies that the article does not name, beside one that it does."""

    def test_a_place_alone_stands_beside_places_of_its_part_of_the_world(self) -> None:
        item = question("name", TRIP.format(place="Norway"))
        assert key(item) == "Norway"
        assert set(wrong(item)) <= {
            "Denmark",
            "Estonia",
            "Finland",
            "Iceland",
            "Latvia",
            "Lithuania",
            "Sweden",
        }
        assert all(option.why == f"The article nowhere names {option.text}." for option in item.options[1:])

    def test_a_place_of_which_the_article_has_people_is_not_offered(self) -> None:
        others = "Two Swedish and three Icelandic engineers built the old ferry for the town."
        for seed in range(6):
            (item,) = questions("name", TRIP.format(place="Norway"), others, seed=seed)
            assert not set(wrong(item)) & {"Iceland", "Sweden"}

    def test_a_place_that_the_article_names_often_is_not_asked_about(self) -> None:
        again = [f"The board wrote a {word} letter to Norway about the bridge." for word in ("long", "new")]
        assert questions("name", TRIP.format(place="Norway"), *again) == []

    def test_a_capital_is_not_asked_about_as_one(self) -> None:
        assert questions("name", TRIP.format(place="the capital, Oslo,")) == []

    def test_a_company_stands_beside_others_of_its_trade(self) -> None:
        item = question(
            "name", "The harbour board bought the cranes for the new bridge from Airbus in spring."
        )
        assert key(item) == "Airbus"
        assert "Boeing" in lexicon("companies")["aircraft and arms"]
        assert set(wrong(item)) <= set(lexicon("companies")["aircraft and arms"])

    def test_no_second_name_of_a_place_is_offered(self) -> None:
        other = "A letter from Delhi about the bridge lay in the hall of the board for a year."
        for seed in range(8):
            for item in questions("name", TRIP.format(place="Mumbai"), other, seed=seed):
                assert "New Delhi" not in wrong(item)
