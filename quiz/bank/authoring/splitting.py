"""Making several banks of one, by what their questions are about or whether they are played."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from quiz.bank.authoring.layout import line_end_of, pieces_of, reads_as, with_blank_lines
from quiz.bank.authoring.rewriting import rewritten
from quiz.bank.files import BankFile
from quiz.bank.kinds import KINDS, SKILLS
from quiz.bank.model import Question
from quiz.bank.positions import Path
from quiz.bank.rendering import render_bank
from quiz.bank.yaml_values import read_values

By = Literal["kind", "skill", "status"]

_ORDER: Final[dict[str, Sequence[str]]] = {
    "kind": list(KINDS),
    "skill": SKILLS,
    "status": ("approved", "draft", "rejected"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the banks: its text, what its questions have in common, and how many there are."""

    name: str
    id: str
    text: str
    questions: int
    laid_out_anew: bool


def parts_of(file: BankFile, by: By, article: str | None) -> list[Part]:
    """Split a bank; questions keep their ids. ``article`` is the way to the article from the new banks."""
    groups: dict[str, list[int]] = {}
    for index, question in enumerate(file.bank.questions):
        groups.setdefault(_name(question, by), []).append(index)
    return [_part(file, name, groups[name], article) for name in _ORDER[by] if name in groups]


def _name(question: Question, by: By) -> str:
    return {"kind": question.kind, "skill": question.skill, "status": question.status}[by]


def _part(file: BankFile, name: str, chosen: Collection[int], article: str | None) -> Part:
    bank = file.bank
    identifier = f"{bank.id}-{name.replace('_', '-')}"
    title = f"{bank.title} ({name.replace('_', ' ')})"
    changes: dict[Path, str] = {("id",): identifier, ("title",): title}
    reference = bank.article
    if reference is not None and article is not None and article != reference.file:
        changes[("article", "file")] = article
        reference = replace(reference, file=article)
    text = _without_others(file, chosen)
    changed = rewritten(read_values(text, file.label), changes) if text is not None else None
    if changed is not None:
        return Part(name, identifier, changed, len(chosen), False)
    questions = [question for index, question in enumerate(bank.questions) if index in chosen]
    whole = replace(bank, id=identifier, title=title, article=reference, questions=questions)
    return Part(name, identifier, render_bank(whole), len(chosen), True)


def _without_others(file: BankFile, chosen: Collection[int]) -> str | None:
    """Take the lines of all other questions out; None if questions have no lines of their own."""
    values = read_values(file.text, file.label)
    pieces = pieces_of(values)
    if pieces is None or not isinstance(values.value, dict):
        return None
    text = file.text
    for index in reversed(range(len(pieces))):
        if index not in chosen:
            text = text[: pieces[index].start] + text[with_blank_lines(text, pieces[index].end) :]
    text = text.rstrip() + line_end_of(file.text)
    questions = [one for index, one in enumerate(values.value["questions"]) if index in chosen]
    return text if reads_as(text, {**values.value, "questions": questions}) else None
