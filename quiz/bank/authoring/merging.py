"""Taking the questions of one bank into another: ids are kept, or change in a stable way if they collide."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from quiz.bank.authoring.appending import append_questions
from quiz.bank.authoring.layout import line_end_of, pieces_of, reads_as
from quiz.bank.authoring.rewriting import rewritten
from quiz.bank.files import BankFile
from quiz.bank.model import Bank, Question
from quiz.bank.rendering import render_bank, render_question
from quiz.bank.yaml_values import read_values

LONGEST_ID = 120


@dataclass(frozen=True, slots=True)
class Merged:
    """A bank with the questions of another one.

    ``known`` counts questions that were in it already, ``renamed`` holds the ids that changed.
    ``laid_out_anew`` says that comments were lost, because the text could not be added to as it was.
    """

    text: str
    added: int
    known: int
    renamed: Mapping[str, str]
    laid_out_anew: bool


def merged(into: BankFile, other: BankFile) -> Merged:
    """Add the questions of ``other`` that are not in ``into``; doing it again changes nothing."""
    known = {question.id: question for question in into.bank.questions}
    renamed: dict[str, str] = {}
    added: list[Question] = []
    texts: list[str] = []
    written = written_questions(other)
    for index, question in enumerate(other.bank.questions):
        name = free_name(question.id, other.bank.id, known, question)
        if name != question.id:
            renamed[question.id] = name
        if name in known:
            continue
        known[name] = replace(question, id=name)
        added.append(known[name])
        texts.append(_named(written[index], known[name]))
    text: str | None = append_questions(into.text, into.label, texts) if texts else into.text
    anew = text is None
    if text is None:
        text = render_bank(replace(into.bank, questions=[*into.bank.questions, *added]))
    return Merged(text, len(added), len(written) - len(added), renamed, anew)


def free_name(name: str, bank: str, known: Mapping[str, Question | None], question: Question | None) -> str:
    """Return the id of a question of ``bank`` beside ``known`` ones: its own, or one made of both names.

    It hangs on nothing but those names, so that the same question always gets the same id. A question that
    is ``known`` word for word keeps the id it has there.
    """
    candidates = [name, f"{name}-{bank}"]
    long = f"{name}-{bank}"
    candidates.append(f"{long[:100].strip('-')}-{blake2b(long.encode(), digest_size=4).hexdigest()}")
    for candidate in candidates:
        if len(candidate) > LONGEST_ID:
            continue
        if candidate not in known:
            return candidate
        if question is not None and known[candidate] == replace(question, id=candidate):
            return candidate
    number = 2
    while f"{candidates[-1]}-{number}" in known:
        number += 1
    return f"{candidates[-1]}-{number}"


def written_questions(file: BankFile) -> list[str]:
    """Return each question as it stands in the file, comments above it included, moved to the left edge."""
    values = read_values(file.text, file.label)
    pieces = pieces_of(values)
    if pieces is None:
        return [render_question(question) for question in file.bank.questions]
    texts = []
    for index, piece in enumerate(pieces):
        lines = file.text[piece.start : piece.end].replace(line_end_of(file.text), "\n").split("\n")
        text = "\n".join(_moved(line, piece.dash) for line in lines).rstrip("\n") + "\n"
        value = values.value["questions"][index] if isinstance(values.value, dict) else None
        kept = reads_as(f"questions:\n{text}", {"questions": [value]})
        texts.append(text if kept else render_question(file.bank.questions[index]))
    return texts


def same_article(one: Bank, other: Bank) -> bool:
    """Whether two banks are about the same text, or both about none."""
    hashes = [bank.article.sha256 if bank.article else None for bank in (one, other)]
    return hashes[0] == hashes[1]


def _named(text: str, question: Question) -> str:
    values = read_values(f"questions:\n{text}", "")
    changed = rewritten(values, {("questions", 0, "id"): question.id})
    return changed.removeprefix("questions:\n") if changed is not None else render_question(question)


def _moved(line: str, spaces: int) -> str:
    before = line[:spaces]
    return line[spaces:] if not before.strip(" ") else line.lstrip(" ")
