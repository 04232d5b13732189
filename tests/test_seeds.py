import hashlib
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def test_the_first_article_is_as_it_was_given() -> None:
    data = (SEEDS / "who-inside-ice-is-leaking.txt").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "abe98d307f349f7da3336ca043ab33b7bf15e8fadeaab43d4bb57a9a2c11a859"
    )
