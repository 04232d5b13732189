"""Words as they are said one after the other."""

import pytest

from quiz.amounts import together


@pytest.mark.parametrize(
    ("words", "said"), [(["2"], "2"), (["2", "3"], "2 and 3"), (["1", "2", "4"], "1, 2 and 4")]
)
def test_words_are_joined_as_they_are_said(words: list[str], said: str) -> None:
    assert together(words) == said
