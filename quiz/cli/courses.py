"""What `quiz courses` prints: the courses of a library, each step with how it stands."""

import json
from collections.abc import Iterator, Sequence

import click

from quiz.amounts import counted
from quiz.cli.at_hand import open_store
from quiz.cli.bank_meant import library_in
from quiz.play.steps import Progress, Step, progress_of, told_right
from quiz.visible import one_line


def print_courses(folders: Sequence[str], player: str, *, as_json: bool) -> int:
    """Print them; exit code 1 if a file of courses cannot be used, which is said on standard error."""
    library = library_in(folders)
    shelf = library.shelf(library.summaries())
    with open_store() as store:
        progress = progress_of(store, player, shelf)
    if as_json:
        click.echo(json.dumps([_data(one) for one in progress], ensure_ascii=True, indent=2))
    elif progress:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in progress))
    elif not shelf.problems:
        click.echo("There is no course beside these banks.", err=True)
    for problem in shelf.problems:
        click.echo(f"quiz: {one_line(problem)}", err=True)
    return 1 if shelf.problems else 0


def _lines(progress: Progress) -> Iterator[str]:
    course = progress.course
    steps = counted(len(progress.playable), "step")
    done = "finished" if progress.finished else f"{progress.played} of {steps} played"
    right = f", {told_right(progress)}" if progress.begun else ""
    yield f"{one_line(course.title)} ({course.id}): {done}{right}"
    for step in progress.steps:
        sign = "✓" if step.played else "✗" if step.trouble else " "
        yield f"  {sign} {step.number}  {step.title}: {_stands(step, upcoming=step == progress.next)}"


def _stands(step: Step, *, upcoming: bool) -> str:
    if step.trouble:
        return one_line(step.trouble)
    count = counted(step.questions, "question")
    if step.played:
        return f"{count}, {told_right(step)}"
    parts = [count, f"{step.answered} answered" if step.answered else "", "next" if upcoming else ""]
    return ", ".join(filter(None, parts))


def _data(progress: Progress) -> dict[str, object]:
    course, upcoming = progress.course, progress.next
    return {
        "id": course.id,
        "title": course.title,
        "introduction": course.introduction,
        "played": progress.played,
        "answered": progress.answered,
        "right": progress.right,
        "next": upcoming.name if upcoming is not None else None,
        "steps": [
            {
                "bank": step.name,
                "title": step.title,
                "file": str(step.bank.path) if step.bank is not None else None,
                "questions": step.questions,
                "answered": step.answered,
                "right": step.right,
                "played": step.played,
                "problem": step.trouble or None,
            }
            for step in progress.steps
        ],
    }
