"""The word lists of the rules; each says where its entries come from and why they are there."""

from typing import Final


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split())


ABSOLUTE: Final = frozenset(
    _words(
        """
    always never all none every everyone everything nobody nothing only must cannot entirely completely
    """
    )
)
"""Words that leave no exception; test-wise readers strike out options that have one (Haladyna, Downing and
Rodriguez 2002, “specific determiners”)."""

VAGUE: Final = frozenset(
    _words(
        """
    usually often sometimes generally normally typically mostly frequently occasionally rarely seldom
    """
    )
)
"""Words that leave room; they mark the careful option, which is mostly the key (same source)."""

STOP: Final = frozenset(
    _words(
        """
    a an and are as at be been but by did do does for from had has have he her his how in into is it its
    not of on or she so than that the their them there they this those to was were what when where which
    who whom whose why will with would article according say says said tell tells told name names named
    word words text paragraph sentence statement following option options give gives given
    """
    )
)
"""Function words, and the words in which questions are put: sharing them gives nothing away."""

OPPOSITES: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in _words(
        """
    increase/decrease increased/decreased increases/decreases rise/fall rose/fell rises/falls more/fewer
    more/less higher/lower up/down before/after for/against support/oppose supported/opposed
    accepted/rejected approved/rejected won/lost true/false yes/no open/closed opened/closed first/last
    most/least begin/end began/ended public/private allowed/forbidden present/absent
    """
    )
)
"""Pairs that exclude each other: a reader who sees both knows that the rest are wrong."""

SLANTING_VERBS: Final = _words(
    """
    admitted admits boasted claimed claims conceded concedes exposed exposes insisted insists lashed
    lied refused refuses ranted slammed slams whined
    """
)
"""Verbs that weigh what they report; the quiz says: said, says, told, wrote, according to."""

VERDICTS: Final = _words(
    """
    biased debunked disinformation fake misinformation misleading propaganda hoax whitewash smear
    """
)
"""Words that grade an article or a statement; the quiz asks what a text says, not whether it is right."""

LABELS: Final = (
    "so-called",
    *_words(
        """
    regime regimes thug thugs alien aliens illegals terrorist terrorists
    """
    ),
    "deep state",
)
"""Names for people and governments that one side gives another; they belong to whoever is quoted."""

PARTIES: Final = _words(
    """
    Democrat Democrats Democratic Republican Republicans GOP Tory Tories Labour Conservative
    Conservatives Liberal Liberals Socialist Socialists Green Greens
    """
)
"""Names of parties, as adjectives and nouns for people; with a capital, which tells them from plain words."""

FIXED_SCALE: Final = frozenset(
    ("cause_stated", "checkable", "claim_or_fact", "headline_body", "quote_form", "source_named")
)
"""Kinds whose options are the same in every question: their wording tells nothing about one of them."""

GIVEN: Final = FIXED_SCALE | {
    *("hedge", "cloze", "reporting_verb", "loaded_language", "quotation", "quotation_marks"),
}
"""Kinds whose options are words of the article, or a scale: choosing them is not the author's."""
