"""Writing comments into a text of YAML, above the keys that they are about."""

from collections.abc import Mapping, Sequence

from quiz.bank.positions import Path
from quiz.bank.yaml_values import read_values
from quiz.visible import wrap

_WIDTH = 100


def annotated(text: str, comments: Mapping[Path, Sequence[str]]) -> str:
    """Return ``text`` with comments above the lines of some keys; an empty one is a blank line.

    A path that leads to an item of a list means the line of its dash. Raises KeyError for a key that is
    not there.
    """
    positions = read_values(text, "").positions
    inserted: list[tuple[int, str]] = []
    for path, said in comments.items():
        start, _ = positions.keys[path] if isinstance(path[-1], str) else positions.values[path]
        line = text.rfind("\n", 0, start) + 1
        before = text[line:start]
        indent = before.replace("-", " ") if isinstance(path[-1], str) else before[: before.index("-")]
        lines = [folded for one in said for folded in _comment(one, indent)]
        inserted.append((line, "".join(f"{one}\n" for one in lines)))
    for place, lines_ in sorted(inserted, reverse=True):
        text = text[:place] + lines_ + text[place:]
    return text


def comment_lines(text: str) -> str:
    """Write a text as comment lines at the left edge."""
    return "".join(f"{line}\n" for line in _comment(text, ""))


def _comment(text: str, indent: str) -> list[str]:
    if not text:
        return [""]
    if text.startswith(" "):  # an example, whose own layout counts
        return [f"{indent}#{text}"]
    return [f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent) - 2)]
