"""A new bank that explains itself: each key has a comment where its author meets it first."""

from collections.abc import Sequence
from typing import Final

from quiz.bank.authoring.annotating import annotated, comment_lines
from quiz.bank.authoring.skeletons import status_comments
from quiz.bank.kinds import KINDS, SKILLS
from quiz.bank.model import Bank
from quiz.bank.positions import Path
from quiz.bank.rendering import HEADER, render_bank
from quiz.bank.yaml_values import read_values

_INTRODUCTION: Final = (
    "A bank: questions for “quiz play”. Lines that begin with # are for you alone; remove them as you like. "
    "The line above lets editors complete and check while you write.",
    "“quiz edit” opens this file and checks it when you save, “quiz check” tells what is wrong in it and "
    "why, “quiz new --question KIND” adds a question at its end.",
)
_TOP: Final[dict[str, str]] = {
    "version": "The version of the format. Leave it.",
    "id": "Everybody's results hang on this name: “quiz bank rename” changes it and takes them along.",
    "title": "What the bank is called in the library.",
    "language": "Of the questions, such as en, de or pt-BR.",
    "license": "On what terms others may use the questions, such as CC-BY-4.0.",
    "article": "What the questions are about: the file, in the folder of this one or the folder around it, "
    "and the hash of its text, so that its changes are noticed. “outlet” may say who published it.",
    "witnesses": "What read the article when questions were proposed. Leave it.",
    "questions": "The questions, one “-” each, with an empty line between them for the eye.",
}
_QUESTION: Final[dict[str, str]] = {
    "id": "Results hang on it, too: it stays as it is, however you change the question.",
    "type": "How it is answered: choice (one is right), multiple (some are right), order, match (pairs), "
    "text (typed), hottext (words marked in a passage).",
    "prompt": "The question, word for word as it is shown. Anything with a colon or a quotation mark in it "
    "goes between single quotes; a ' in it is then written twice.",
    "options": "The answers. “correct: true” stands at the key; “why” tells, at a wrong one, what the "
    "article says instead. Their order does not matter unless the type is order.",
    "pairs": "What belongs together: each left side with its right side.",
    "accept": "Every wording that is right; case, accents and punctuation do not count.",
    "passage": "A sentence of the article in which words are marked.",
    "targets": "Words of the passage that can be marked, exactly as they stand there.",
    "explanation": "Shown after the answer, right or wrong: which words of the article decide it.",
    "evidence": "The words of the article that decide it, exactly as they stand there; they light up after "
    "the answer. “occurrence: 2” means the second place where they stand.",
    "difficulty": "From 1, easy, to 5.",
    "status": "A draft is not played. When you agree with every word of the question, write approved.",
    "tags": "Words of your own to find it by.",
    "derivation": "How the question came about; a question of your own has none.",
}


def commented_bank(bank: Bank) -> str:
    """Write a bank with a comment above each key of its head and of its first question."""
    text = render_bank(bank)
    written = read_values(text, "").positions.keys
    first: Path = ("questions", 0)
    comments: dict[Path, Sequence[str]] = {(key,): ["", said] for key, said in _TOP.items()}
    comments |= {(*first, key): [said] for key, said in _QUESTION.items()}
    comments = {path: said for path, said in comments.items() if path in written}
    if not bank.questions[0].evidence and bank.article is not None:
        comments[(*first, "status")] = [*status_comments(about_article=True)[:-1], _QUESTION["status"]]
    comments[(*first, "kind")] = _kinds()
    comments[first] = comments.pop((*first, "id"))
    introduction = "#\n".join(comment_lines(one) for one in _INTRODUCTION)
    return HEADER + "#\n" + introduction + annotated(text, comments).removeprefix(HEADER)


def _kinds() -> list[str]:
    """List the kinds by skill, one line each."""
    lines = ["What it asks about, by the skill under which the answers are counted:"]
    for skill in SKILLS:
        names = [kind.name for kind in KINDS.values() if kind.skill == skill]
        lines.append(f"{skill}: {', '.join(names)}")
    return lines
