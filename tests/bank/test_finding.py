from pathlib import Path

import pytest

from quiz.bank.finding import Finder
from quiz.bank.library import BankSummary


def bank(title: str, outlet: str | None = None, *skills: str) -> BankSummary:
    return BankSummary(
        Path(f"{title}.yaml"), title, title, outlet, skills=tuple((name, 1) for name in skills)
    )


BANKS = (
    bank("The bridge that moved", "Harbour Courier", "detail"),
    bank("Council keeps the night buses", "Vale Gazette", "source"),
    bank("Pêche à Ostmole", None, "detail", "language"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2]),
        ("  ", [0, 1, 2]),
        ("bridge", [0]),
        ("BRID", [0]),
        ("gazette", [1]),
        ("detail", [0, 2]),
        ("detail moved", [0]),
        ("moved   DETAIL", [0]),
        ("peche", [2]),
        ("PÊCHE", [2]),
        ("buses bridge", []),
        ("[/]", []),
        ("\x1b", [0, 1, 2]),
    ],
)
def test_every_word_typed_occurs_in_title_outlet_or_skills(typed: str, found: list[int]) -> None:
    assert Finder(BANKS).find(typed) == tuple(BANKS[place] for place in found)
