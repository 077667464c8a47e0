"""Whether a baseline was on its way by itself to what is found after a change.

What was counted before and after enters, from worse to better; yes or no leaves. A test for trends
overlooks a slow move, and one of few points; where such a move stops at the change, all that comes
after is better than what was before, and nothing was changed. No line is drawn beyond the change.
"""

import math
from collections.abc import Sequence
from statistics import fmean

# How many standard errors beyond the line's end it must be, found by simulation
# (benchmarks/EVIDENCE.md): more than 0.7 would hide true shifts at 12 + 12; among fewer points a
# move hides more easily from the test for trends, and more is asked.
LONG = 12
MARGIN, MARGIN_SHORT, MARGIN_EVENTS = 0.7, 1.2, 1.0


def line_leads_there(before: Sequence[float], after: Sequence[float]) -> bool:
    """Whether the straight line of the points before leads to about the mean of those after.

    By least squares, and only where it rises. Ranks are best: no unit, no scale and no odd point
    changes the answer then.
    """
    m, k = len(before), len(after)
    mean, middle, now = fmean(before), (m - 1) / 2, fmean(after)
    steps_squared = m * (m * m - 1) / 12
    rise = sum((i - middle) * value for i, value in enumerate(before)) / (steps_squared or 1)
    if rise <= 0:
        return False
    off = [value - mean - rise * (i - middle) for i, value in enumerate(before)]
    off += [value - now for value in after]
    variance = math.fsum(each * each for each in off) / max(m + k - 3, 1)
    reach = middle + 1
    error = math.sqrt(variance * (1 / m + reach * reach / steps_squared + 1 / k))
    return now - (mean + rise * reach) <= (MARGIN if m >= LONG else MARGIN_SHORT) * error


def rate_leads_there(
    before: Sequence[float], after: int, days: tuple[float, float], way: int
) -> bool:
    """Whether a rate before a change, moving on as it moved, leads to about the rate after it.

    `before` are the events' times as shares of the days before, `way` is 1 where more are better.
    Laplace's statistic, how far the mean time is from the middle, is a sixth of what the logarithm
    of the rate moves from its mean to its end, to the first order.
    """
    m, k = len(before), after + 0.5
    lead = 6 * way * (fmean(before) - 0.5) if before else 0.0
    if lead <= 0:
        return False
    gain = way * (math.log(k / days[1]) - math.log(m / days[0]))
    return gain - lead <= MARGIN_EVENTS * math.sqrt(4 / m + 1 / k)
