"""Which wording judges: the lexicon, where it may be asked about, and what stands beside it."""

import pytest

from quiz.generate.lexicons import lexicon
from tests.generate.articles import key, question, questions, reasons, wrong

PLAIN = "The council adopted {} parking rules for the northern district and a new weekly market."


def test_the_one_judging_word_is_the_key_among_plain_words_of_its_class() -> None:
    found = question("loaded_language", PLAIN.format("draconian"))
    assert key(found) == "draconian"
    assert set(wrong(found)) == {"northern", "new", "weekly"}
    assert "blame for strictness" in found.explanation
    assert "A plainer wording would be “strict”" in found.explanation


@pytest.mark.parametrize("word", ["strict", "controversial", "violent"])
def test_a_plain_or_arguable_word_is_no_key(word: str) -> None:
    assert questions("loaded_language", PLAIN.format(word)) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (PLAIN.format("draconian and heartless"), "second word"),
        (PLAIN.format("harsh and draconian"), "may be felt to judge"),
        (PLAIN.format("“draconian”"), "quoted words"),
        ("Ada Quill said the " + PLAIN.format("draconian")[4:], "a verb in it"),
        ("The council adopted draconian parking rules for the northern gate.", "too few plain words"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert questions("loaded_language", text) == []
    assert any(reason in given for given in reasons("loaded_language", text))


def test_a_name_is_no_judgement() -> None:
    assert questions("loaded_language", "The Ruthless Band played for a new weekly market.") == []


def test_the_lexicon_takes_no_side_and_gives_a_reason_for_every_word() -> None:
    entries = [
        entry for group in ("adjectives", "nouns", "verbs") for entry in lexicon("evaluative")[group].values()
    ]
    heard = [entry["heard"] for entry in entries]
    assert set(heard) == {"left", "right", "everywhere"}
    assert abs(heard.count("left") - heard.count("right")) <= 2
    assert all(entry["why"] for entry in entries)
    assert {"praise", "blame"} <= {entry["why"].split()[0] for entry in entries}


def test_no_word_that_is_offered_as_plain_is_known_to_judge() -> None:
    words = lexicon("evaluative")
    judging = {
        word for group in ("adjectives", "nouns", "verbs", "arguable", "values") for word in words[group]
    }
    judging |= {*lexicon("own_voice")["judges"]["words"]}
    assert not judging & {word for group in words["offered"].values() for word in group}


def test_nouns_and_verbs_have_a_plainer_wording_because_they_cannot_be_left_out() -> None:
    words = lexicon("evaluative")
    assert all(entry["plain"] for group in ("nouns", "verbs") for entry in words[group].values())
