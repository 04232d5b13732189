"""How sure a share or a correlation is: intervals at 95 %."""

import math
from dataclasses import dataclass
from typing import Final

Z95: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

ENOUGH: Final = 10
"""Below so many answers a share says too little: 5 right of 10 may still be anything from 24 to 76 %."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the interval it lies in, at 95 %; ``n`` is how much it rests on."""

    value: float
    low: float
    high: float
    n: float

    @property
    def enough(self) -> bool:
        """Whether it rests on enough to be shown."""
        return self.n >= ENOUGH


def wilson(successes: float, n: float, z: float = Z95) -> Estimate:
    """Return a share with Wilson's score interval; of nothing it is anything from 0 to 1.

    Both numbers may be fractions, as sums of weights and of marks are. Raises ``ValueError`` unless
    0 <= successes <= n. Source: E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, JASA 22 (1927); recommended for few answers by Brown, Cai and DasGupta, Interval estimation
    for a binomial proportion, Statistical Science 16 (2001).
    """
    if not 0 <= successes <= n:
        raise ValueError("the successes must be between none and all")
    if n == 0:
        return Estimate(0.5, 0.0, 1.0, 0.0)
    share = successes / n
    scale = 1 + z * z / n
    middle = (share + z * z / (2 * n)) / scale
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / scale
    # Rounding must not push the ends past the value itself, nor past what a share can be.
    low = 0.0 if successes == 0 else min(share, max(0.0, middle - reach))
    high = 1.0 if successes == n else max(share, min(1.0, middle + reach))
    return Estimate(share, low, high, n)


def fisher(correlation: float, n: int, z: float = Z95) -> Estimate:
    """Return a correlation of ``n`` pairs with its interval by Fisher's z; below 4 pairs it is -1 to 1.

    Raises ``ValueError`` for what is no correlation. Source: R. A. Fisher, On the “probable error” of a
    coefficient of correlation deduced from a small sample, Metron 1 (1921).
    """
    if not -1 <= correlation <= 1:
        raise ValueError("a correlation is between -1 and 1")
    if n < 4:
        return Estimate(correlation, -1.0, 1.0, n)
    if abs(correlation) == 1:
        return Estimate(correlation, correlation, correlation, n)
    middle, reach = math.atanh(correlation), z / math.sqrt(n - 3)
    low = min(correlation, math.tanh(middle - reach))
    return Estimate(correlation, low, max(correlation, math.tanh(middle + reach)), n)
