"""Takes the pictures of the README anew: ``python -m docs`` in a checkout with the development extra."""

import asyncio
import os
import tempfile
from pathlib import Path

from quiz.bank.library import Library
from quiz.play.material import material_of_bank
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "questions"
BANK = QUESTIONS / "hallowby-patches-its-market-hall.yaml"
WISHES = Wishes("reader", count=10, kinds=("speaker", "quotation", "number", "claim_or_fact"), seed=4)

PICTURES: dict[str, tuple[tuple[int, int], bool, str, tuple[str, ...]]] = {
    "home": ((110, 24), False, "quiz-light", ("l",)),
    "asking": ((110, 30), True, "quiz-light", ()),
    "answered": ((110, 30), True, "quiz-dark", ("2", "enter")),
    "small": ((60, 20), True, "quiz-dark", ("2", "enter")),
}
"""By name: columns and rows, whether a session is played, the colours, the keys pressed."""


async def take(name: str, folder: Path) -> None:
    """Take one picture."""
    size, plays, theme, keys = PICTURES[name]
    with Store.open(folder / f"{name}.db") as store:
        app = QuizApp(
            Library([QUESTIONS], None),
            store,
            WISHES if plays else Wishes("reader"),
            theme=theme,
            material=material_of_bank(BANK) if plays else None,
        )
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.5)
            await pilot.press(*keys)
            await pilot.pause(0.5)
            (HERE / f"{name}.svg").write_text(app.export_screenshot(title="quiz"), encoding="utf-8")


def main() -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUIZ_HOME"] = folder
        for name in PICTURES:
            asyncio.run(take(name, Path(folder)))


if __name__ == "__main__":
    main()
