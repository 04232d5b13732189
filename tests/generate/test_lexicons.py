"""The word lists: every entry well-formed, nothing twice, and words marked as words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.lexicons import any_of, lexicon

FILES = sorted(
    file.name.removesuffix(".yaml")
    for file in resources.files("quiz.generate.lexicons").iterdir()
    if file.name.endswith(".yaml")
)
WORDS = (
    *("Time", "The Sun", "The Hill", "The Independent", "Metro", "People", "Nature", "Science", "The Nation"),
    *("The Atlantic", "Reason", "Wired", "Salon", "Slate", "Fortune", "Vox", "The Times"),
    *(
        "Express",
        "The Express",
        "Mirror",
        "The Mirror",
        "Mail",
        "The Mail",
        "The Post",
        "The Star",
        "The Age",
    ),
    *("The Herald", "The Observer", "The Spectator", "The Australian", "The Hindu", "The National"),
    *("Dawn", "The Wire", "The Federalist", "The New Yorker", "The Scotsman", "Bloomberg", "Oregonian"),
    *("Guardian", "Independent", "Stuff", "Global News", "The Press", "The Conversation"),
)


def repeated(words: Iterable[str]) -> list[str]:
    return sorted(word for word, count in Counter(words).items() if count > 1)


def outlets() -> Iterator[dict[str, Any]]:
    for group in lexicon("outlets").values():
        yield from group


def names_of(entry: dict[str, Any], *lists: str) -> list[str]:
    return [entry["name"], *(name for key in lists for name in entry.get(key, []))]


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    else:
        yield value


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_at_its_head_what_it_is_for(name: str) -> None:
    file = resources.files("quiz.generate.lexicons").joinpath(f"{name}.yaml")
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", FILES)
def test_every_entry_is_a_text_without_space_around_it(name: str) -> None:
    texts = list(texts_in(lexicon(name)))
    assert texts
    assert [text for text in texts if not isinstance(text, str) or text != text.strip()] == []


@pytest.mark.parametrize("name", FILES)
def test_no_key_of_a_file_stands_twice(name: str) -> None:
    """YAML keeps the last of two equal keys without a word, so the lines themselves are counted."""
    text = resources.files("quiz.generate.lexicons").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    section, keys = "", []
    for line in text.splitlines():
        key, colon, _ = line.partition(":")
        if not colon or line.startswith("#") or key.lstrip().startswith("-"):
            continue
        if not key.startswith(" "):
            section = key
        keys.append((section, key))
    assert [key for key, count in Counter(keys).items() if count > 1] == []


class TestOutlets:
    def test_every_entry_has_a_name_and_only_the_keys_that_are_explained(self) -> None:
        for entry in outlets():
            assert entry["name"]
            assert set(entry) <= {"name", "house", "word", "aliases", "words"}, entry
            assert entry.get("word", "true") == "true", entry
            assert all(isinstance(entry.get(key, []), list) for key in ("aliases", "words")), entry

    def test_a_name_or_alias_belongs_to_one_outlet_only(self) -> None:
        assert repeated(name for entry in outlets() for name in names_of(entry, "aliases", "words")) == []

    @pytest.mark.parametrize("word", WORDS)
    def test_a_name_that_is_a_common_word_is_not_read_by_itself(self, word: str) -> None:
        read = {name for entry in outlets() for name in entry.get("aliases", [])}
        read |= {entry["name"] for entry in outlets() if entry.get("word") != "true"}
        assert word not in read

    def test_every_group_has_two_names_to_offer_beside_the_right_one_or_one_alone(
        self,
    ) -> None:
        for group, entries in lexicon("outlets").items():
            assert sum(entry.get("word") != "true" for entry in entries) >= 3 or len(entries) == 1, group


class TestAgencies:
    def test_every_entry_has_a_name_and_only_the_keys_that_are_explained(self) -> None:
        for group in lexicon("agencies").values():
            for entry in group:
                assert set(entry) <= {"name", "short", "also", "word"}, entry
                assert entry.get("word", "true") == "true", entry

    def test_a_name_means_one_body_within_its_country(self) -> None:
        for country, group in lexicon("agencies").items():
            names = (name for entry in group for name in names_of(entry, "short", "also"))
            assert repeated(names) == [], country

    def test_a_long_name_means_one_body_anywhere(self) -> None:
        entries = [entry for group in lexicon("agencies").values() for entry in group]
        assert repeated(name for entry in entries for name in names_of(entry, "also")) == []


class TestTitles:
    def test_an_office_is_no_form_of_address_as_well(self) -> None:
        titles = lexicon("titles")
        assert set(titles["offices"]) & set(titles["courtesy"]) == set()

    def test_only_offices_are_offered_or_compared(self) -> None:
        titles = lexicon("titles")
        compared = {office for group in titles["equivalents"] for office in group}
        offered = {office for row in titles["offered"].values() for office in row}
        assert (compared | offered) - set(titles["offices"]) - set(titles["courtesy"]) == set()

    def test_a_title_does_not_tell_women_and_men(self) -> None:
        titles = lexicon("titles")
        assert set(titles["women"]) & set(titles["men"]) == set()

    def test_no_title_is_also_a_given_name(self) -> None:
        titles = {*lexicon("titles")["offices"], *lexicon("titles")["courtesy"]}
        given = {name for group in lexicon("given_names").values() for row in group.values() for name in row}
        assert titles & given == set()


class TestGivenNames:
    def test_no_name_stands_twice_or_for_both_women_and_men(self) -> None:
        groups = lexicon("given_names")
        assert set(groups) == {"women", "men", "either"}
        names = (name for group in groups.values() for row in group.values() for name in row)
        assert repeated(names) == []

    def test_every_name_is_one_capitalised_word(self) -> None:
        names = [name for group in lexicon("given_names").values() for row in group.values() for name in row]
        assert [name for name in names if not name[0].isupper() or " " in name] == []


class TestPlaces:
    def test_no_place_stands_twice_in_its_group(self) -> None:
        for group, names in lexicon("places").items():
            assert repeated(names) == [], group

    def test_what_is_also_a_person_s_name_is_a_place_of_the_other_groups(self) -> None:
        places = lexicon("places")
        others = {name for group, names in places.items() if group != "also_people" for name in names}
        assert set(places["also_people"]) - others == set()


class TestSources:
    def test_a_noun_is_unidentified_described_or_a_body_and_not_two_of_them(self) -> None:
        sources = lexicon("sources")
        assert (
            repeated(word for group in ("unidentified", "described", "bodies") for word in sources[group])
            == []
        )

    def test_questions_rest_only_on_words_of_the_wider_lists(self) -> None:
        sources = lexicon("sources")
        assert set(sources["posts"]) <= set(sources["described"])
        assert set(sources["asked_about"]) <= set(sources["unidentified"])


class TestNames:
    def test_no_word_stands_twice_in_a_list(self) -> None:
        names, short = lexicon("names"), lexicon("abbreviations")
        lists = [*names["not_names"].values(), names["organisations"], names["places"], *short.values()]
        assert [repeated(words) for words in lists if repeated(words)] == []

    def test_a_given_name_makes_no_body_and_no_place(self) -> None:
        groups = lexicon("given_names")
        given = {name for group in groups.values() for row in group.values() for name in row}
        misleading = {*lexicon("names")["organisations"], *lexicon("names")["places"]}
        assert given & misleading == set()


WORD = st.text(st.sampled_from(list("ab .-+(é")), min_size=1, max_size=6).map(str.strip).filter(bool)


class TestPatterns:
    """The one pattern that many words are made into."""

    @given(st.sets(WORD, min_size=1, max_size=12))
    def test_every_word_of_a_list_is_matched_as_a_whole(self, words: set[str]) -> None:
        pattern = re.compile(any_of(words))
        assert [word for word in words if not pattern.fullmatch(word)] == []

    @given(st.sets(WORD, min_size=1, max_size=12), WORD)
    def test_nothing_but_the_words_of_a_list_is_matched(self, words: set[str], other: str) -> None:
        folded = {" ".join(word.split()) for word in words}
        assert bool(re.fullmatch(any_of(folded), other)) == (" ".join(other.split()) in folded)

    @given(st.sets(WORD, min_size=1, max_size=12), WORD)
    def test_the_longest_word_that_fits_is_taken(self, words: set[str], text: str) -> None:
        folded = {" ".join(word.split()) for word in words}
        text = " ".join(text.split())
        found = re.match(any_of(folded), text)
        fitting = [word for word in folded if text.startswith(word)]
        assert (found.group() if found else None) == max(fitting, key=len, default=None)

    @given(st.lists(st.sampled_from(["a b", "a b c", "b"]), unique=True, min_size=1))
    def test_a_space_in_a_word_is_any_run_of_space(self, words: list[str]) -> None:
        for word in words:
            assert re.fullmatch(any_of(words), word.replace(" ", "\r\n  "))
