"""The count rule: how many points after a change beat the middle of those before, by chance.

The control median test (Mathisen, Annals of Mathematical Statistics 1943; Gastwirth, Journal of the
American Statistical Association 1965), exact whatever the distribution. Numbers of points enter,
probabilities leave; which points are better is for others to say.
"""

from functools import lru_cache

# Probabilities are right to about 1e-13; one that equals the level but for that has reached it.
SLACK = 1 + 1e-9


def find_line_rank(before: int) -> int:
    """Find which point of the baseline is its middle, from the worse end, counted from 1.

    With an even number the better of the two middle ones.
    """
    return before // 2 + 1


@lru_cache(maxsize=4096)
def find_tails(before: int, after: int) -> tuple[float, ...]:
    """Find P(C >= c) for c from 0 to `after`, if nothing changed and no two values are equal.

    P(C = j) = C(k, j) B(m - r + 1 + j, r + k - j) / B(m - r + 1, r) with m before, k after and the
    r-th from the worse end as the line. Each term is found from its neighbour, from about the
    likeliest one outwards, so that nothing overflows.
    """
    rank = find_line_rank(before)
    terms = [0.0] * (after + 1)
    start = after * (before - rank + 1) // (before + 1)
    terms[start] = 1.0
    for j in range(start, after):
        terms[j + 1] = terms[j] * _find_ratio(before, after, rank, j)
    for j in range(start, 0, -1):
        terms[j - 1] = terms[j] / _find_ratio(before, after, rank, j - 1)
    tails, total = [], 0.0
    for term in reversed(terms):
        total += term
        tails.append(total)
    return tuple(tail / total for tail in reversed(tails))


def _find_ratio(before: int, after: int, rank: int, j: int) -> float:
    """Find P(C = j + 1) / P(C = j)."""
    return (after - j) * (before - rank + j + 1) / ((rank - 1 + after - j) * (j + 1))


def passes(chance: float, alpha: float) -> bool:
    """Whether a probability is at most a level."""
    return chance <= alpha * SLACK


@lru_cache(maxsize=4096)
def find_least(before: int, after: int, alpha: float) -> int | None:
    """Find the fewest better points that pass at a level, or None where even all are too few."""
    if not before:
        return None
    tails = find_tails(before, after)
    return next((c for c in range(after + 1) if passes(tails[c], alpha)), None)
