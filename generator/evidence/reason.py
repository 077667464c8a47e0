"""Why a measure has its level: what is missing, or the signal that it rests on, in a few words."""

from generator.evidence.measured import Evidence, Measured, RuleSet, Signal
from generator.evidence.phases import FEWEST, baseline_range

# The plainest to explain comes first.
RULES = ("shift", "runs", "crossings", "outside", "two-of-three", "trend")


def write_reason(measured: Measured) -> str:
    """Write why a measure has its level, as a fragment of a sentence."""
    if gap := explain_gap(measured):
        return gap
    if len(measured.points) < FEWEST:
        return f"fewer than {FEWEST} points"
    lead = min(measured.grounds, key=_weigh, default=None)
    if lead is None:
        return "no signal of change"
    named = _name_signal(lead, measured)
    if measured.evidence is Evidence.SUSTAINED:
        return f"{named}, and the latest 6 dates still better a year or more on"
    if lead.is_better is False:
        return f"{named}, in the wrong direction"
    return named if lead.is_better else f"{named}, with no direction of improvement"


def explain_gap(measured: Measured) -> str:
    """Find what is missing to compare the two sides of the change; empty if nothing is."""
    if not measured.points:
        return "no points"
    if measured.changed_on is None:
        return "no date of change"
    if measured.change_index is None:
        return "no points after the change"
    if baseline_range(measured.measure, measured.points, measured.change_index):
        return ""
    return "no points in the baseline" if measured.change_index else "no points before the change"


def _weigh(signal: Signal) -> tuple[bool, bool, int, int]:
    """Put first the signals that make the level: those for the better, then for the worse."""
    rank = RULES.index(signal.rule)
    return (signal.is_better is not True, signal.is_better is None, rank, -len(signal.points))


def _name_signal(signal: Signal, measured: Measured) -> str:
    line = "median" if measured.rule_set is RuleSet.MEDIAN else "mean"
    is_up = signal.way > 0
    count = f"{len(signal.points)} point{'s' if len(signal.points) > 1 else ''}"
    beyond = "above" if is_up else "below"
    limit = "upper limit" if is_up else "lower limit"
    return {
        "shift": f"a shift of {count} {beyond} the {line}",
        "runs": f"an unusually long run of {count} {beyond} the {line}",
        "crossings": f"unusually few crossings of the {line}",
        "outside": f"{count} {beyond} the {limit}",
        "two-of-three": f"2 of 3 points close to the {limit}",
        "trend": f"{count} in a row {'rising' if is_up else 'falling'}",
    }[signal.rule]
