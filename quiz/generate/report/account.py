"""What was made from an article and what was left alone, told to whoever asked for a bank."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quiz.amounts import counted
from quiz.bank.model import Choice
from quiz.generate.build import Draft
from quiz.generate.facts import Abstention, Reading, Span
from quiz.visible import one_line


def account(draft: Draft) -> str:
    """Tell what was made and what was left alone, kind by kind."""
    count, waiting = len(draft.playable), len(draft.waiting)
    kinds = len({question.kind for question in draft.playable})
    wait = f"{counted(waiting, 'draft')} {'waits' if waiting == 1 else 'wait'} for a person's yes"
    lines = []
    if count:
        lines.append(f"{counted(count, 'question')} of {counted(kinds, 'kind')}: {_by_kind(draft.playable)}.")
    elif not waiting:
        lines.append("No question.")
    if waiting:
        nothing = "" if count else "nothing in it is played yet; "
        lines.append(f"{nothing}{wait}: {_by_kind(draft.waiting)}.")
    if draft.spare:
        lines.append(
            f"{draft.spare} more held, but repeat what another one asks, or would go over the count."
        )
    if draft.abstentions:
        lines.append("Left alone:")
        lines += _grouped(draft.abstentions, draft.reading)
    return "\n".join(lines)


def _by_kind(questions: Iterable[Choice]) -> str:
    kinds = Counter(question.kind for question in questions)
    return ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))


def _grouped(abstentions: Iterable[Abstention], reading: Reading) -> list[str]:
    grouped: dict[tuple[str, str], list[Span]] = {}
    for item in abstentions:
        grouped.setdefault((item.rule, item.reason), []).append(item.span)
    return [
        f"  {rule}: {one_line(reason)} ({_where(spans, reading)})"
        for (rule, reason), spans in sorted(grouped.items())
    ]


def _where(spans: Sequence[Span], reading: Reading) -> str:
    blocks = reading.article.blocks
    if any(span.start <= blocks[0].start and span.end >= blocks[-1].end for span in spans):
        return "the whole article"
    return reading.places(sorted(spans))
