"""The rules of a median run chart: shift, longest run, and crossings."""

import math

from generator.evidence.measured import Signal
from generator.evidence.series import Judged, list_runs, make_signal, side_by_index

SHIFT = 6
FEWEST_FOR_RUNS = 10


def longest_run_allowed(useful: int) -> int:
    """Find the longest run that chance still explains among so many points off the median.

    round(log2 n) + 3, from Anhøj and Olesen, PLOS ONE 2014, 10.1371/journal.pone.0113825, after
    Schilling. The log2 of a whole number is never exactly half-way between two whole numbers, so
    it does not matter which way a half would be rounded.
    """
    return round(math.log2(useful)) + 3


def fewest_crossings_allowed(useful: int) -> int:
    """Find the fewest crossings that chance still explains among so many points off the median.

    The 5% quantile of Binomial(n - 1, 0.5), that is the smallest k with P(X <= k) >= 0.05, as R's
    qbinom has it; from Anhøj and Olesen, PLOS ONE 2014, 10.1371/journal.pone.0113825, after Chen.
    """
    trials = useful - 1
    # Counted in whole numbers: 0.05 of all outcomes is one in twenty, with no rounding.
    crossings, outcomes = 0, 1
    while 20 * outcomes < 2**trials:
        crossings += 1
        outcomes += math.comb(trials, crossings)
    return crossings


def list_median_signals(judged: Judged, median: float) -> list[Signal]:
    """Find the signals against a frozen median.

    Shift: 6 points or more in a row on one side, from Perla, Provost and Murray, BMJ Quality &
    Safety 2011. Points on the median neither break nor lengthen a run. The runs and crossings
    rules of Anhøj and Olesen need 10 points or more off the median. A crossings signal goes the
    way that most of those points lie, if they do not lie evenly.
    """
    useful = [(index, side) for index, side in side_by_index(judged, median).items() if side]
    runs = list_runs(useful)
    found = [
        make_signal("shift", run.points, run.side, judged.better)
        for run in runs
        if len(run.points) >= SHIFT
    ]
    if len(useful) < FEWEST_FOR_RUNS:
        return found
    longest = longest_run_allowed(len(useful))
    found += [
        make_signal("runs", run.points, run.side, judged.better)
        for run in runs
        if len(run.points) > longest
    ]
    if len(runs) - 1 < fewest_crossings_allowed(len(useful)):
        balance = sum(side for _, side in useful)
        way = (balance > 0) - (balance < 0)
        points = tuple(index for index, _ in useful)
        found.append(make_signal("crossings", points, way, judged.better))
    return found
