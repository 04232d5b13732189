"""Articles about a charge, an arrest or a trial, where what a side says may go without its source."""

import re

from quiz.generate.facts import Reading
from quiz.generate.lexicons import lexicon


def reports_a_case(reading: Reading) -> bool:
    """Whether the headline or the first paragraph tells of a charge, an arrest or a trial."""
    stems = lexicon("own_voice")["accuses"]["stems"]
    opening = next((block.text for block in reading.article.blocks if block.kind == "paragraph"), "")
    pattern = rf"\b(?:{'|'.join(map(re.escape, stems))})\w*"
    return re.search(pattern, f"{reading.article.title}\n{opening}", re.IGNORECASE) is not None
