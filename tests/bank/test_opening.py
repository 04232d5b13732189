"""Opening a bank: its article must be there, unchanged, inside the library and hold the evidence."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.files import (
    BankError,
    article_path,
    find_evidence,
    load_bank,
    occurrence_at,
    open_bank,
    parse_bank,
)
from quiz.bank.model import Evidence
from tests.bank.samples import BANK, HEAD, QUESTION

ARTICLE = (
    "The bridge that moved\n\n“It moved,” Lindqvist said. It moved again.\n\nNobody saw it; nobody minds.\n"
)


def library(folder: Path, evidence: str, *, file: str = "../seeds/bridge.md", article: str = ARTICLE) -> Path:
    (folder / "seeds").mkdir()
    (folder / "questions").mkdir()
    (folder / "seeds" / "bridge.md").write_text(article, encoding="utf-8")
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    head = HEAD.replace("questions:", f"article:\n  file: {file}\n  sha256: {digest}\nquestions:")
    path = folder / "questions" / "bridge.yaml"
    path.write_text(head + QUESTION + f"    evidence:\n{evidence}", encoding="utf-8")
    return path


def problem(path: Path) -> str:
    with pytest.raises(BankError) as caught:
        open_bank(path)
    return str(caught.value).removeprefix(str(path))


def test_a_bank_opens_with_its_article(tmp_path: Path) -> None:
    opened = open_bank(library(tmp_path, "      - quote: It moved\n        occurrence: 2\n"))
    assert opened.article is not None
    assert opened.article.raw == ARTICLE
    assert find_evidence(ARTICLE, opened.bank.questions[0].evidence[0]) == (51, 59)


def test_a_bank_without_an_article_opens(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(BANK)
    assert open_bank(path).article is None
    assert article_path(load_bank(path)) is None


def test_an_article_that_changed_is_said(tmp_path: Path) -> None:
    path = library(tmp_path, "      - quote: It moved\n", article=ARTICLE + "\nCorrected.\n")
    with pytest.raises(BankError) as caught:
        open_bank(path)
    (found,) = caught.value.problems
    assert str(found) == (
        f"{path}:6:11: the article has changed since the bank was written,"
        " so its answers may no longer be right"
    )
    assert found.help is not None
    assert hashlib.sha256((ARTICLE + "\nCorrected.\n").encode()).hexdigest() in found.help


def test_a_missing_article_is_said(tmp_path: Path) -> None:
    path = library(tmp_path, "      - quote: It moved\n")
    (tmp_path / "seeds" / "bridge.md").unlink()
    assert problem(path) == ":5:9: the article ../seeds/bridge.md does not exist"


def test_a_folder_is_not_an_article(tmp_path: Path) -> None:
    path = library(tmp_path, "      - quote: It moved\n", file="../seeds")
    assert problem(path) == ":5:9: the article ../seeds is not a file"


def test_an_article_that_cannot_be_read_is_a_problem_of_the_bank(tmp_path: Path) -> None:
    path = library(tmp_path, "      - quote: It moved\n", article=" ")
    assert problem(path).startswith(":5:9: the article cannot be used: ")


def test_evidence_must_be_in_the_article_word_for_word(tmp_path: Path) -> None:
    path = library(
        tmp_path,
        "      - quote: 'It  moved,\" lindqvist said'\n"
        "      - quote: It moved\n"
        "      - quote: It moved\n        occurrence: 3\n"
        "      - quote: Nobody\n        occurrence: 2\n"
        "      - quote: It sank\n",
    )
    with pytest.raises(BankError) as caught:
        open_bank(path)
    assert [str(found).removeprefix(str(path)) for found in caught.value.problems] == [
        ':18:16: the evidence “It moved," lindqvist said” is not in the article word for word',
        ":21:21: there is no occurrence 3: the article has this quote 2 times",
        ":23:21: there is no occurrence 2: the article has this quote once",
        ":24:16: the evidence “It sank” is not in the article word for word",
    ]
    assert [found.help for found in caught.value.problems] == [
        "copy it from the article, which has: It moved,” Lindqvist said",
        None,
        None,
        "copy the quote from the article",
    ]


@pytest.mark.parametrize("way", ["folder", "file"])
def test_a_link_that_leaves_the_library_is_refused(tmp_path: Path, way: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "bridge.md").write_text(ARTICLE)
    inside = tmp_path / "library"
    inside.mkdir()
    path = library(inside, "      - quote: It moved\n")
    if way == "folder":
        os.rename(inside / "seeds", inside / "old")
        (inside / "seeds").symlink_to(secret)
    else:
        (inside / "seeds" / "bridge.md").unlink()
        (inside / "seeds" / "bridge.md").symlink_to(secret / "bridge.md")
    assert problem(path) == f":5:9: the article must be inside {inside.resolve()}, and this leads out of it"


def test_a_link_inside_the_library_is_followed(tmp_path: Path) -> None:
    path = library(tmp_path, "      - quote: It moved\n")
    (tmp_path / "seeds" / "bridge.md").rename(tmp_path / "seeds" / "moved.md")
    (tmp_path / "seeds" / "bridge.md").symlink_to("moved.md")
    assert article_path(load_bank(path)) == (tmp_path / "seeds" / "moved.md").resolve()


def test_a_bank_that_is_no_file_takes_its_article_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library(tmp_path, "      - quote: It moved\n")
    monkeypatch.chdir(path.parent)
    assert article_path(parse_bank(path.read_text(), "-")) == (tmp_path / "seeds" / "bridge.md").resolve()


@settings(deadline=None)
@given(st.text("ab", min_size=1, max_size=30), st.text("ab", min_size=1, max_size=3))
def test_each_place_of_a_quote_has_a_number_that_leads_back_to_it(raw: str, quote: str) -> None:
    starts = [start for start in range(len(raw)) if raw.startswith(quote, start)]
    for number, start in enumerate(starts, 1):
        assert occurrence_at(raw, quote, start) == number
        assert find_evidence(raw, Evidence(quote=quote, occurrence=number)) == (start, start + len(quote))
    assert find_evidence(raw, Evidence(quote=quote, occurrence=len(starts) + 1)) is None


def test_only_a_place_of_the_quote_has_a_number() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        occurrence_at("abab", "ab", 1)
