"""The JSON Schema beside a bank, where the first line of the bank tells editors to look for it."""

from pathlib import Path

from quiz.bank.files import SaveError, save_bank
from quiz.bank.rendering import HEADER
from quiz.bank.schema import render_schema
from quiz.cli.narrating import say

SCHEMA = "bank.schema.json"


def put_schema(folder: Path, text: str) -> None:
    """Put the schema into a folder if the bank ``text`` asks for it; one that is there stays."""
    path = folder / SCHEMA
    if HEADER.strip() not in text or path.exists():
        return
    try:
        save_bank(path, render_schema(), replaces=None)
    except SaveError as error:
        say(f"quiz: {error}")  # the bank is written, and works without
