"""Feeds mangled banks to the linter for as long as wanted; needs atheris, which is not a dependency.

    pip install atheris
    python -m tests.fuzz.check_banks -max_total_time=600 [CORPUS]

What it finds becomes a test in ``tests/bank/check``.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quiz.bank"]):
    from quiz.bank.check import every_rule
    from quiz.bank.files import decode_bank
    from quiz.bank.problems import BankError
    from tests.bank.check.laws import check_laws

    every_rule()  # imports the rules, so that they are watched as well

from tests.bank.check.samples import BROKEN, CLEAN, write_article

FOLDER = Path(tempfile.mkdtemp(prefix="quiz-fuzz-"))
PLACE = FOLDER / "banks" / "bank.yaml"


def one_input(data: bytes) -> None:
    """Check one input and see that the linter keeps its laws."""
    try:
        text = decode_bank(data, "bank.yaml")
    except BankError:
        return
    check_laws(text, PLACE)


def main() -> None:
    """Fuzz until the time is over or something breaks."""
    PLACE.parent.mkdir()
    write_article(PLACE.parent)
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for name, text in {**BROKEN, **CLEAN}.items():
        (corpus / name.replace(" ", "-")).write_text(text, encoding="utf-8")
    arguments = sys.argv if any(not one.startswith("-") for one in sys.argv[1:]) else [*sys.argv, str(corpus)]
    atheris.Setup(arguments, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
