"""How likely something is by chance alone: the tails of two distributions."""

import math
from collections.abc import Sequence


def at_least(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of ``hits`` or more when each trial succeeds with its own chance.

    The Poisson binomial distribution, exactly up to 200 trials, else by the normal curve with a continuity
    correction.
    """
    if hits <= 0:
        return 1.0
    if len(chances) > 200:
        mean = sum(chances)
        spread = math.sqrt(sum(chance * (1 - chance) for chance in chances))
        if spread == 0:
            return 1.0 if hits <= mean else 0.0
        return 0.5 * math.erfc((hits - 0.5 - mean) / (spread * math.sqrt(2)))
    exactly = [1.0]
    for chance in chances:
        grown = [0.0] * (len(exactly) + 1)
        for count, probability in enumerate(exactly):
            grown[count] += probability * (1 - chance)
            grown[count + 1] += probability * chance
        exactly = grown
    return min(1.0, sum(exactly[hits:]))


def uneven(observed: Sequence[float], expected: Sequence[float]) -> float:
    """Return the p-value of Pearson's chi-squared test; degrees of freedom are the cells less one."""
    statistic = sum((one - two) ** 2 / two for one, two in zip(observed, expected, strict=True) if two > 0)
    freedom = sum(1 for two in expected if two > 0) - 1
    return _upper_gamma(freedom / 2, statistic / 2) if freedom > 0 else 1.0


def _upper_gamma(a: float, x: float) -> float:
    """Return the regularised upper incomplete gamma function, by its series (A. and S. 6.5.29)."""
    if x <= 0:
        return 1.0
    if x > 700:
        return 0.0
    term = total = 1.0 / a
    n = a
    while abs(term) > abs(total) * 1e-15:
        n += 1
        term *= x / n
        total += term
    return max(0.0, 1.0 - total * math.exp(-x + a * math.log(x) - math.lgamma(a)))
