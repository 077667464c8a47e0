"""What a measure says, in one plain sentence that a ward sister would say.

Says "signal of change" and never "proved"; gives the figures of a short series and says that they
are too few; says a change for the worse as plainly as one for the better.
"""

from statistics import fmean, median

from generator.evidence.figures import name_spell, write_count, write_figures
from generator.evidence.measured import Evidence, Measured, RuleSet, Signal
from generator.evidence.phases import FEWEST, baseline_range
from generator.evidence.reason import RULES, explain_gap
from generator.evidence.series import side_of, tolerance_of


def write_sentence(measured: Measured) -> str:
    """Write what the points say, in one sentence of about 35 words at most."""
    if not measured.points:
        return "Nothing has been counted yet."
    if explain_gap(measured):
        return _write_one_side(measured)
    if len(measured.points) < FEWEST:
        return _write_early(measured)
    lead = _find_lead(measured)
    if lead is None:
        return _write_no_signal(measured)
    return f"After the change {_write_finding(lead, measured)}: {_write_verdict(lead, measured)}."


def _write_one_side(measured: Measured) -> str:
    middle = median(point.value for point in measured.points)
    (figure,) = write_figures([middle], measured.measure.unit)
    told = f"{write_count(len(measured.points), 'point')}, around {figure}"
    if measured.changed_on is None:
        return f"{told}, and no date of a change to compare them by."
    if measured.change_index is None:
        return f"{told}, and none after the change yet."
    if measured.change_index:
        return f"{told}, but none in the baseline to compare with."
    return f"{told}, and none before the change to compare with."


def _write_early(measured: Measured) -> str:
    before, after = _find_halves(measured)
    figures = write_figures([median(before), median(after)], measured.measure.unit)
    count = len(measured.points)
    doubt = f"with {count} points in all it is too early to tell a change from chance"
    if figures[0] == figures[1]:
        return f"Around {figures[0]} before and after, and {doubt}."
    # One value is itself; the middle of several is only about right.
    old, new = (
        figure if len(values) == 1 else f"about {figure}"
        for figure, values in zip(figures, (before, after), strict=True)
    )
    return f"From {old} to {new}, but {doubt}."


def _write_no_signal(measured: Measured) -> str:
    middle = median if measured.rule_set is RuleSet.MEDIAN else fmean
    # Each rounded alone: without a signal a small difference is nothing to point out.
    old, new = (
        write_figures([middle(values)], measured.measure.unit)[0]
        for values in _find_halves(measured)
    )
    if old == new:
        return f"No signal of change: it stayed around {old}."
    return f"No signal of change: around {old} before and around {new} after."


def _find_lead(measured: Measured) -> Signal | None:
    """Find the signal to speak of: the plainest and longest, whichever way it goes.

    What is sustained is told by the signal for the better. Of two as plain, the one for the better
    comes first, but for a balancing measure, which is kept to see harm.
    """
    is_sustained = measured.evidence is Evidence.SUSTAINED
    is_balancing = measured.measure.type == "balancing"

    def weigh(signal: Signal) -> tuple[bool, int, int, bool]:
        rank = RULES.index(signal.rule)
        is_late = signal.is_better is is_balancing
        return (is_sustained and not signal.is_better, rank, -len(signal.points), is_late)

    return min(measured.grounds, key=weigh, default=None)


def _write_finding(signal: Signal, measured: Measured) -> str:
    spell = name_spell(measured.points)
    length = len(signal.points)
    above, higher = ("above", "higher") if signal.way > 0 else ("below", "lower")
    after = measured.points[measured.change_index :]
    if signal.rule == "trend":
        return f"{length - 1} {spell}s in a row were {higher} than the one before"
    limit = measured.phases[0].upper if signal.way > 0 else measured.phases[0].lower
    if signal.rule in {"outside", "two-of-three"} and limit is not None:
        nearest = min(
            (measured.points[i].value for i in signal.points), key=lambda v: abs(v - limit)
        )
        # As exact as it takes to tell the limit from a point just beyond it.
        figure, _ = write_figures([limit, nearest], measured.measure.unit)
        edge = f"{figure}, the usual {'upper' if signal.way > 0 else 'lower'} limit"
        if signal.rule == "two-of-three":
            return f"{length} {spell}s close together came near {edge}"
        return f"{length} of {write_count(len(after), spell)} {_were(length)} {above} {edge}"
    centre = measured.phases[0].centre
    (figure,) = write_figures([centre], measured.measure.unit)
    middle = "middle value" if measured.rule_set is RuleSet.MEDIAN else "average"
    line = f"the earlier {middle} of {figure}"
    if not signal.way:
        return f"the figures crossed {line} unusually seldom"
    tolerance = tolerance_of([point.value for point in measured.points])
    sides = [side_of(point.value, centre, tolerance) for point in after]
    many = sides.count(signal.way)
    # A run that came and went is told as a run, not as a small share of the whole.
    if 2 * many <= len(after):
        return f"{length} {spell}s in a row were {above} {line}"
    return f"{many} of {write_count(len(after), spell)} {_were(many)} {above} {line}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _write_verdict(lead: Signal, measured: Measured) -> str:
    if lead.is_better is False:
        other = ", with another for the better" if measured.has_improved else ""
        return f"a signal of change in the wrong direction{other}"
    held = ""
    if measured.evidence is Evidence.SUSTAINED and measured.changed_on is not None:
        first, last = measured.changed_on, measured.points[-1].date
        months = (last.year - first.year) * 12 + last.month - first.month
        held = f", still there {months - (last.day < first.day)} months on"
    other = ", with another in the wrong direction" if measured.has_worsened else ""
    return f"a signal of change{held}{other}"


def _find_halves(measured: Measured) -> tuple[list[float], list[float]]:
    """Find the values of the baseline and those after the change."""
    baseline = baseline_range(measured.measure, measured.points, measured.change_index)
    values = [point.value for point in measured.points]
    return values[baseline.start : baseline.stop], values[measured.change_index :]
