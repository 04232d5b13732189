"""A bank made anew from its article: what people wrote, edited, approved or rejected in it stays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.layout import line_end_of, pieces_of, with_blank_lines
from quiz.bank.evidence import find_evidence
from quiz.bank.files import BankFile, parse_bank
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank, Question
from quiz.bank.problems import BankError
from quiz.bank.rendering import render_bank, render_question, render_scalar
from quiz.bank.saving import SaveError
from quiz.bank.yaml_values import read_values

OUT_OF_DATE = "Its evidence is no longer in the article."


@dataclass(frozen=True, slots=True)
class Regenerated:
    """A bank made anew, its text, and what became of its questions.

    ``kept`` were there before and still are, ``rejected`` ones among them and ``edited`` ones, which are not
    what the generator makes under their ids; ``doubted`` are kept as
    drafts because the generator would not ask them now, ``out_of_date`` as rejected ones because their
    evidence has gone.
    """

    bank: Bank
    text: str
    new: tuple[Question, ...]
    gone: tuple[Question, ...]
    kept: tuple[Question, ...]
    edited: tuple[Question, ...]
    rejected: tuple[Question, ...]
    doubted: tuple[Question, ...]
    out_of_date: tuple[Question, ...]


def regenerated(
    old: BankFile, made: Bank, raw: str, *, left_out: Sequence[Question] = (), kinds: Collection[str] = ()
) -> Regenerated:
    """Put what was ``made`` now together with what a bank has.

    A question that is made again stays as it stands in the bank. Of those that are not, the ones that
    people wrote, rejected, edited or approved stay too; one that nobody had to approve, and that the
    generator no longer makes, waits as a draft. ``left_out`` are questions that the generator made and did
    not choose, ``kinds`` those it was asked for, all if empty; ``raw`` is the article's raw text.
    """
    making = {question.id: question for question in (*left_out, *made.questions)}
    chosen = {question.id for question in made.questions}
    edited = tuple(
        question
        for question in old.bank.questions
        if question.id in making and _undecided(question) != _undecided(making[question.id])
    )
    kept: list[Question] = []
    gone: list[Question] = []
    doubted: list[Question] = []
    out_of_date: list[Question] = []
    for question in old.bank.questions:
        ours = _decided(question) or question in edited
        holds = question.status == "rejected" or _holds(question, raw)
        if ours and not holds:
            out_of_date.append(replace(question, status="rejected", reason=OUT_OF_DATE))
            kept.append(out_of_date[-1])
        elif ours or (holds and question.id in chosen):
            kept.append(question)
        elif question.status == "draft" or not holds:
            gone.append(question)
        elif question.id in making or (kinds and question.kind not in kinds):
            kept.append(question)
        else:
            doubted.append(replace(question, status="draft"))
            kept.append(doubted[-1])
    there = {question.id for question in old.bank.questions} - {question.id for question in gone}
    new = tuple(question for question in made.questions if question.id not in there)
    article = made.article
    if article is not None and old.bank.article is not None:
        article = replace(article, outlet=old.bank.article.outlet or article.outlet)
    bank = replace(old.bank, article=article, witnesses=made.witnesses, questions=[*kept, *new])
    return Regenerated(
        bank,
        _written(old, bank, {question.id for question in gone}, new),
        new,
        tuple(gone),
        tuple(kept),
        edited,
        tuple(question for question in kept if question.status == "rejected" and question not in out_of_date),
        tuple(doubted),
        tuple(out_of_date),
    )


def _undecided(question: Question) -> Question:
    return replace(question, status="draft", reason=None)


def _decided(question: Question) -> bool:
    """Whether a person surely had a hand in it: wrote it, rejected it, or approved what waited for that."""
    approved = question.status == "approved" and KINDS[question.kind].grade != "A"
    return question.derivation is None or question.status == "rejected" or approved


def _holds(question: Question, raw: str) -> bool:
    return all(find_evidence(raw, piece) is not None for piece in question.evidence)


# The text: the lines of what is kept stay as they are, comments included.


def _written(old: BankFile, bank: Bank, gone: Collection[str], new: Sequence[Question]) -> str:
    text = _rearranged(old, bank, gone, new)
    try:
        if text is not None and parse_bank(text, old.label).bank == bank:
            return text
    except BankError:
        pass
    return render_bank(bank)


def _rearranged(old: BankFile, bank: Bank, gone: Collection[str], new: Sequence[Question]) -> str | None:
    text = _with_head(old, bank)
    pieces = pieces_of(read_values(text, old.label))
    if not pieces:
        return None
    end_of_line = line_end_of(text)
    parts = [text[: pieces[0].start]]
    for index, (question, piece) in enumerate(zip(old.bank.questions, pieces, strict=True)):
        end = pieces[index + 1].start if index + 1 < len(pieces) else piece.end
        if question.id not in gone:
            parts.append(text[piece.start : end])
    last = pieces[-1]
    added = ["\n" + _indented(render_question(question), last.dash) for question in new]
    if added and not parts[-1].endswith(("\n", "\r")):
        parts.append(end_of_line)
    parts += [one.replace("\n", end_of_line) for one in added]
    tail = text[last.end :]
    text = "".join([*parts, tail[with_blank_lines(tail, 0) if not tail.strip() else 0 :]])
    try:
        before = parse_bank(text, old.label).bank.questions
        for index, (was, wanted) in enumerate(zip(before, bank.questions, strict=True)):
            if was != wanted:
                text = decided(text, old.label, index, wanted.status, wanted.reason or "")
    except (BankError, SaveError, ValueError):
        return None
    return text


def _indented(lines: str, spaces: int) -> str:
    return "".join(" " * spaces * bool(line.strip()) + line for line in lines.splitlines(keepends=True))


def _with_head(old: BankFile, bank: Bank) -> str:
    """The old text with the article's hash and outlet and the witnesses' versions as they are now."""
    changes: list[tuple[int, int, str]] = []
    values: list[tuple[tuple[str, ...], Any]] = [
        (("witnesses", name), version) for name, version in bank.witnesses.items()
    ]
    if bank.article is not None:
        values += [(("article", key), getattr(bank.article, key)) for key in ("file", "sha256", "outlet")]
    for path, value in values:
        if path in old.positions.values and isinstance(value, str):
            changes.append((*old.positions.values[path], render_scalar(value)))
    text = old.text
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text
