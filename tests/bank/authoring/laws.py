"""What holds of every change of a bank's text that an author asks for."""


def only_inserted(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` with something put in at one place, a last line end apart."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < len(before) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head + tail >= len(before)


def comments(text: str) -> list[str]:
    """The lines of a text that are nothing but a comment."""
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
