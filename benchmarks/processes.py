"""Processes whose truth is known, as a ward's figures: what the label is tried on.

A random source and two numbers of points enter; the measures of a story and the day of its change
leave. Points are months; the change is made with the first point after it.
"""

import datetime as dt
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.evidence import Entry, Observed, Series

FIRST = dt.date(2020, 1, 1)
DAYS = 365.25 / 12
Story = tuple[list[Series], dt.date]
Draw = Callable[[random.Random, int, int], Story]
Value = Callable[[random.Random, int], Entry]
# Standard deviations a month, and in how many stories a rise that stops may pass for a signal: one
# that is hard to tell from chance, over as many months as there are, is found at a dearer price.
RISES = {0.1: 0.15, 0.15: 0.2, 0.3: 0.15, 0.5: 0.2}
SHIFTS = (0.5, 1.0, 1.5, 2.0)


@cache
def month(number: int) -> dt.date:
    year, index = divmod(FIRST.month - 1 + number, 12)
    return dt.date(FIRST.year + year, index + 1, 1)


@dataclass(frozen=True, slots=True)
class Process:
    """A process: its name, whether its points lean on nothing, and how often a label may be wrong.

    `most` and `least` are shares of stories; `sizes` are where they are held, (before, after).
    """

    name: str
    draw: Draw
    most_signal: float | None = None
    most_worse: float | None = None
    least_signal: float | None = None
    sizes: tuple[tuple[int, int], ...] | None = None


def story(values: Sequence[float], before: int) -> Story:
    entries = tuple(Entry(month(i), value) for i, value in enumerate(values))
    return [Series(entries, direction="increase")], month(before)


def independent(value: Callable[[random.Random], float]) -> Draw:
    def draw(rng: random.Random, before: int, after: int) -> Story:
        return story([value(rng) for _ in range(before + after)], before)

    return draw


def poisson(rng: random.Random, mean: float) -> int:
    count, product, edge = 0, rng.random(), math.exp(-mean)
    while product > edge:
        count, product = count + 1, product * rng.random()
    return count


def binomial(rng: random.Random, n: int, share: float) -> int:
    return sum(rng.random() < share for _ in range(n))


def shares(share: float, size: Callable[[random.Random, bool], int]) -> Draw:
    """Draw percentages of n; `size` is asked for an n, and told whether it is after the change."""

    def draw(rng: random.Random, before: int, after: int) -> Story:
        entries = []
        for i in range(before + after):
            n = size(rng, i >= before)
            entries.append(Entry(month(i), n=n, count=binomial(rng, n, share)))
        return [Series(tuple(entries), direction="increase", unit="%")], month(before)

    return draw


def events(rate: float, fall: float = 0.0) -> Draw:
    """Draw falls, of which every one was noted; before the change, fewer by a share each month."""

    def draw(rng: random.Random, before: int, after: int) -> Story:
        change, last = month(before), month(before + after) - dt.timedelta(1)
        days = [FIRST + dt.timedelta(i) for i in range((last - FIRST).days + 1)]
        months = [min(day, change).toordinal() / DAYS - FIRST.toordinal() / DAYS for day in days]
        noted = tuple(
            day
            for day, passed in zip(days, months, strict=True)
            if rng.random() < rate * (1 - fall) ** passed
        )
        return [Series(events=noted, observed=Observed(FIRST, last), direction="decrease")], change

    return draw


def leaning(weight: float) -> Draw:
    def draw(rng: random.Random, before: int, after: int) -> Story:
        value, values = rng.gauss(), []
        for _ in range(before + after):
            values.append(value)
            value = weight * value + math.sqrt(1 - weight**2) * rng.gauss()
        return story(values, before)

    return draw


def wave(rng: random.Random, before: int, after: int) -> Story:
    """Draw a yearly wave as high as the standard deviation, begun in any month."""
    start = rng.random()
    return story(
        [rng.gauss() + math.sin(2 * math.pi * (i / 12 + start)) for i in range(before + after)],
        before,
    )


def rising(slope: float) -> Draw:
    """Draw a rise before the change that stops at it."""

    def draw(rng: random.Random, before: int, after: int) -> Story:
        values = [rng.gauss() + slope * min(i, before) for i in range(before + after)]
        return story(values, before)

    return draw


def bad_spell(rng: random.Random, before: int, after: int) -> Story:
    """Draw a team that acts when three months together were half a deviation worse or more."""
    values = [rng.gauss() for _ in range(before)]
    while sum(values[-3:]) > -1.5:
        values = [*values[1:], rng.gauss()]
    return story([*values, *(rng.gauss() for _ in range(after))], before)


def three(rng: random.Random, before: int, after: int) -> Story:
    drawn = [independent(random.Random.gauss)(rng, before, after) for _ in range(3)]
    return [series for measures, _ in drawn for series in measures], month(before)


def balancing(rng: random.Random, before: int, after: int) -> Story:
    """Draw an outcome, and two balancing measures in which nothing changed either."""
    (first, *others), change = three(rng, before, after)
    return [first, *(Series(s.entries, "balancing", "increase") for s in others)], change


def shifted(size: float) -> Draw:
    def draw(rng: random.Random, before: int, after: int) -> Story:
        values = [rng.gauss() + size * (i >= before) for i in range(before + after)]
        return story(values, before)

    return draw


def _stable(name: str, draw: Draw) -> Process:
    return Process(name, draw, most_signal=0.05, most_worse=0.05)


STABLE = (
    _stable("normal", independent(random.Random.gauss)),
    _stable("Poisson, mean 2", independent(lambda rng: poisson(rng, 2))),
    _stable("Poisson, mean 5", independent(lambda rng: poisson(rng, 5))),
    _stable("falls in one month of ten", independent(lambda rng: float(rng.random() < 0.1))),
    _stable("days of falls, as events", events(0.1)),
    _stable("exponential", independent(lambda rng: rng.expovariate(1))),
    _stable("60 %, n of 8 to 12", shares(0.6, lambda rng, _: rng.randint(8, 12))),
    _stable("60 %, n of 4 or 100", shares(0.6, lambda rng, _: rng.choice((4, 100)))),
    _stable("95 %, n of 40 before, 5 after", shares(0.95, lambda _, after: 5 if after else 40)),
    _stable("three measures", three),
    _stable("an outcome, two balancing", balancing),
)
LEANING = (
    Process("each leans on the last, 0.3", leaning(0.3), 0.1, 0.1),
    Process("each leans on the last, 0.5", leaning(0.5)),
    Process("a yearly wave", wave),
    Process("a team that acts after a bad spell", bad_spell),
    *(
        Process(
            f"a rise of {slope} SD a month that stops",
            rising(slope),
            most,
        )
        for slope, most in RISES.items()
    ),
    Process("falls 10 % rarer a month, which stops", events(0.2, 0.1), 0.15),
)
CHANGED = tuple(
    Process(
        f"a shift of {size:g} SD",
        shifted(size),
        least_signal=0.8 if size == 1.5 else None,
        sizes=((12, 12),),
    )
    for size in SHIFTS
)
PROCESSES = (*STABLE, *LEANING, *CHANGED)
