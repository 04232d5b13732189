"""`quiz preview` and `quiz curate` outside a terminal, and with names of nothing."""

import pytest

from tests.cli.conftest import SEED_BANK, Run


@pytest.mark.parametrize("command", ["preview", "curate"])
def test_without_a_terminal_one_sentence_says_what_to_do(run: Run, command: str) -> None:
    done = run(command, SEED_BANK)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


@pytest.mark.parametrize("command", ["preview", "curate"])
def test_a_bank_that_is_not_there_is_one_sentence(run: Run, command: str) -> None:
    done = run(command, "nothing.yaml")
    assert (done.returncode, done.stderr) == (1, "quiz: nothing.yaml does not exist.\n")
