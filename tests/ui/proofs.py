"""Banks to be looked at while they are written, and the app that shows one."""

import dataclasses
import os
import stat
import sys
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from quiz.bank.model import Derivation
from quiz.ui.bank_app import BankApp
from quiz.ui.proofs.configured import codes_for
from quiz.ui.proofs.findings import Findings
from quiz.ui.proofs.proofing import Proofing
from quiz.ui.screens.curate import CurateScreen
from quiz.ui.screens.preview import PreviewScreen
from tests.play.ostmole import QUESTIONS, write_bank
from tests.ui.driving import until

GATES = ("one key", "neutral")


def write_drafts(folder: Path, count: int = 2) -> Path:
    """Write the invented bank with its first questions as generated drafts."""
    made = Derivation(rule="quote.after", witnesses=["rules", "parser"])
    drafts = [dataclasses.replace(one, status="draft", derivation=made) for one in QUESTIONS[:count]]
    return write_bank(folder, questions=[*drafts, *QUESTIONS[count:]])


def previewing(path: Path) -> BankApp:
    """The app, begun with the preview of a bank."""
    return BankApp(lambda: PreviewScreen(path, codes_for(path)))


def curating(path: Path) -> BankApp:
    """The app, begun with the desk for a bank's drafts."""
    return BankApp(lambda: CurateScreen(path, codes_for(path), lambda: GATES))


def proofing(app: BankApp) -> Proofing:
    """The screen that shows the bank."""
    assert isinstance(app.screen, Proofing)
    return app.screen


def desk(app: BankApp) -> CurateScreen:
    """The desk."""
    assert isinstance(app.screen, CurateScreen)
    return app.screen


def here(app: BankApp) -> str:
    """The prompt of the question on screen."""
    question = proofing(app).question
    return question.prompt if question is not None else ""


async def settled(pilot: Pilot[None], app: BankApp) -> None:
    """Wait until the bank is checked."""
    await until(pilot, lambda: proofing(app).proof and proofing(app).proof.diagnostics is not None)  # type: ignore[union-attr]


def findings(app: BankApp) -> Findings:
    """What was found."""
    return app.screen.query_one(Findings)


def below(app: BankApp) -> str:
    """What stands below the list of findings."""
    return str(app.screen.query_one("#finding", Static).content)


def editor(folder: Path, work: str) -> str:
    """A program that edits: ``work`` is Python in which ``text`` is what the file says and shall say."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text(encoding='utf-8')\n"
        f"{work}\npath.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return f"{sys.executable} {script}" if os.sep == "/" else f'"{sys.executable}" "{script}"'
