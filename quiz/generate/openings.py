"""How a sentence or a report opens: with the place of writing, or with words that lean on others."""

import re

DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,3}(?:,\s+[\w. ]{2,24})?(?:,\s+\w+\.?\s+\d{1,2})?"
    r"(?:\s+\([^()]{2,30}\))?\s*(?:—|–|--|\s-)\s+"
)
"""The place of writing at the head of a report: “HARGROVE, Ohio (WP) — ”."""

DATED = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+)?[A-Z][a-z]{2,8}\s+\d{1,2},\s+\d{4}\s+(?=[A-Z])"
)
"""The day of a report that has run into its first sentence: “Thursday, May 7, 2015 The board …”."""

MAY_BE_DATELINE = re.compile(r"[A-Z][\w.,’'()/ ]{1,60}?\s*(?:--|[—–]|\s-)\s+")
"""The same in any letters: “Hargrove, Ohio — ”; a name before a dash looks like it too."""

POINTS_BACK = re.compile(
    r"(?:[“\"‘'(]|(?:he|she|it|they|his|her|its|their|such|both|but|and|so|yet|also|however|instead|meanwhile|while"
    r"|additionally|moreover|still|then|there|another|other|the same|for example|for instance|in addition"
    r"|(?:\w+\s+){0,3}(?:this|that|these|those|of them))\b)",
    re.IGNORECASE,
)
"""Openings that a reader understands only with the sentence before."""

_DASH = re.compile(r"--|[—–]|\s-\s")


def after_dateline(text: str) -> int:
    """Where the first sentence of a report begins behind its dateline; 0 if there is none beyond doubt."""
    if dated := DATED.match(text):
        return dated.end()
    match = DATELINE.match(text) or MAY_BE_DATELINE.match(text)
    if match is None or _DASH.search(text, match.end()) or not text[match.end() : match.end() + 1].isupper():
        return 0
    return match.end()
