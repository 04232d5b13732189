"""Invented articles in any number, no two alike: a headline, and people who say things in several ways."""

from pathlib import Path

_PEOPLE = (
    ("Mara", "Lindqvist"),
    ("Tomas", "Brandt"),
    ("Ada", "Marrow"),
    ("Joren", "Valk"),
    ("Petra", "Osei"),
    ("Milo", "Hartwig"),
    ("Ines", "Calloway"),
)
_PLACES = ("Ostmole", "Great Harrow", "Linsmouth", "Tarn Valley", "Port Velden")
_THINGS = ("bridge", "ferry", "harbour wall", "library", "night bus")
_OUTLETS = ("Reuters", "The Associated Press", "the BBC")

_STORY = """The {thing} of {place} has to wait

The {thing} in {place} will stay closed until the end of week {week}, the harbour board announced on Tuesday.

“We have looked at the {thing} for {week} days and found nothing that would let us open it,” said {one}, \
the chief engineer of the harbour board. “It is not a question of money.”

{other_last} did not agree. “{place} has waited long enough for its {thing}, and nobody has told us why,” \
{other} told reporters after the meeting. The council met for {week} hours and then went home.

According to {third}, who runs a bakery near the {thing}, the trade of the town has fallen by a third since \
the spring. {third_last} said that the shop would close in week {week} if nothing changed. Critics argue \
that the board had reportedly known about the cracks for years.

{outlet} reported that the board spent the money of two years on a single report. The board did not answer \
the questions of {outlet} in time.

The Harbour Inspection Office (HIO) will publish its own report in week {week}. Until then lorries must take \
the old road, which is longer by {week} kilometres and floods in the rain. The mayor of {place} wrote to the \
HIO in March, and again in April, and received no answer to either letter.
"""


def story(index: int) -> str:
    """The article with this number."""
    one, other, third = (_PEOPLE[(index + step) % len(_PEOPLE)] for step in (0, 2, 5))
    return _STORY.format(
        thing=_THINGS[index % len(_THINGS)],
        place=_PLACES[index // 5 % len(_PLACES)],
        week=index + 3,
        one=" ".join(one),
        other=" ".join(other),
        other_last=other[1],
        third=" ".join(third),
        third_last=third[1],
        outlet=_OUTLETS[index % len(_OUTLETS)],
    )


def write_stories(folder: Path, count: int) -> list[Path]:
    """Write the first articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"story-{index:03}.txt" for index in range(count)]
    for index, path in enumerate(paths):
        path.write_text(story(index), encoding="utf-8")
    return paths
