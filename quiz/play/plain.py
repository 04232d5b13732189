"""The same session in lines: for screen readers, pipes, and terminals that cannot do more."""

import time
from collections.abc import Callable

from quiz.bank.kinds import KINDS
from quiz.play.asked import Asked
from quiz.play.recorded import RecordedSession
from quiz.play.telling import in_words
from quiz.visible import one_line, visible

Read = Callable[[], str | None]
Write = Callable[[str], None]

LETTERS = "abcdef"
HELP = """Type the number or the letter of an option and press Enter.
text      reads the article; text 4 reads paragraph 4
again     repeats the question
help      says this
quit      leaves; every answer is kept, and you can go on later"""


def play_plain(recorded: RecordedSession, read: Read, write: Write) -> bool:
    """Run a session; ``read`` gives the next line or None at the end. Tells whether it was finished.

    Raises StoreError when an answer cannot be saved.
    """
    session = recorded.session
    total = len(session.asked)
    noun = "question" if total == 1 else "questions"
    title = one_line(recorded.title)
    stop = "" if title.endswith((".", "!", "?")) else "."
    write(
        f"{title}{stop} {total} {noun}. Type a number and press Enter; "
        "“text” reads the article, “help” says more."
    )
    if session.answers:
        write(
            f"You go on at question {session.position + 1}; "
            f"{session.correct} of {len(session.answers)} right so far."
        )
    while session.state == "asking":
        _ask(session.current, session.position, total, write)
        started = time.monotonic()
        choice = _read_choice(recorded, read, write)
        if choice is None:
            write(f"Stopped at question {session.position + 1} of {total}. Your answers are kept.")
            return False
        answer = recorded.answer(session.current.parts[choice], time.monotonic() - started)
        _explain(recorded, session.current, answer.correct, write)
        recorded.advance()
    _sum_up(recorded, write)
    return True


def _ask(item: Asked, position: int, total: int, write: Write) -> None:
    write("")
    write(f"Question {position + 1} of {total}. {item.question.skill.capitalize()}.")
    write(visible(item.question.prompt))
    for number, option in enumerate(item.options, start=1):
        write(f"{number}. {one_line(option.text)}")


def _read_choice(recorded: RecordedSession, read: Read, write: Write) -> int | None:
    session = recorded.session
    count = len(session.current.options)
    while True:
        line = read()
        if line is None:
            return None
        said = line.strip().casefold()
        if said in {"q", "quit", "exit"}:
            return None
        if said in {"help", "?", "h"}:
            write(HELP)
        elif said in {"again", "r"}:
            _ask(session.current, session.position, len(session.asked), write)
        elif said == "text" or said.startswith("text "):
            _read_aloud(recorded, said[4:].strip(), write)
        elif said.isascii() and said.isdigit() and len(said) < 4 and 1 <= int(said) <= count:
            return int(said) - 1
        elif len(said) == 1 and said in LETTERS[:count]:
            return LETTERS.index(said)
        else:
            write(
                f"Please type a number from 1 to {count} or a letter from a to {LETTERS[count - 1]}; "
                "“text” reads the article, “help” says more."
            )


def _read_aloud(recorded: RecordedSession, wanted: str, write: Write) -> None:
    article = recorded.article
    if article is None:
        write("This quiz has no article.")
        return
    blocks = [
        block
        for block in article.blocks
        if not wanted or (block.kind == "paragraph" and str(block.number) == wanted)
    ]
    if not blocks:
        last = max((block.number for block in article.blocks if block.kind == "paragraph"), default=0)
        write(f"The article has paragraphs 1 to {last}.")
    for block in blocks:
        name = "" if block.kind in ("headline", "heading", "byline") else f"{block.label.capitalize()}. "
        write(f"{name}{one_line(block.text)}")


def _explain(recorded: RecordedSession, item: Asked, correct: bool, write: Write) -> None:
    if correct:
        write("Right.")
    else:
        write(
            f"Not what the article says. The article's answer: {one_line(in_words(item.question, item.key))}"
        )
    for evidence in recorded.evidence(item):
        write(f"{evidence.place[0].upper()}{evidence.place[1:]}: {one_line(evidence.quote)}")
    write(visible(item.question.explanation))
    for option in item.options:
        if not option.correct and option.why:
            write(f"Not “{one_line(option.text).strip('“”')}”: {one_line(option.why)}")
    write(KINDS[item.question.kind].lesson)


def _sum_up(recorded: RecordedSession, write: Write) -> None:
    session = recorded.session
    write("")
    write(f"Result: {session.correct} of {len(session.asked)} right.")
    for count in session.by_skill():
        write(f"{count.skill.capitalize()}: {count.correct} of {count.asked}.")
    missed = [
        (position, answer) for position, answer in sorted(session.answers.items()) if not answer.correct
    ]
    if missed:
        write("To look at again:")
    for position, answer in missed:
        item = session.asked[position]
        write(f"Question {position + 1}. {one_line(item.question.prompt)}")
        given, key = in_words(item.question, answer.response), in_words(item.question, item.key)
        write(f"You: {one_line(given)} The article: {one_line(key)}")
