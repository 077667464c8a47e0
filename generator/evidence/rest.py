"""Whether a baseline was at rest: values from worse to better enter, what moves in them leaves."""

from functools import lru_cache
from statistics import median

from generator.evidence.anhoej import find_unrest
from generator.evidence.comparison import REST_ALPHA, Lack
from generator.evidence.count_rule import passes
from generator.evidence.mann_kendall import find_rise_chance


@lru_cache(maxsize=64)  # a label and the rules beside it ask of the same baseline
def find_movement(goods: tuple[float, ...]) -> Lack | None:
    """Find what moves in a baseline: a trend to what is better, or runs about its own median."""
    chance = find_rise_chance(goods)
    # A trend breaks the rules of runs as well, and says more.
    if passes(chance, REST_ALPHA):
        return Lack("baseline-trend", chance, REST_ALPHA)
    middle = median(goods)
    unrest = find_unrest([1 if good > middle else -1 for good in goods if good != middle])
    return Lack(f"baseline-{unrest}", of=len(goods)) if unrest else None
