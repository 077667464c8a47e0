"""What a measure says, in a few plain sentences that a ward sister would say.

A comparison, its judgement, its size and its drawing enter; words leave. Figures are rounded once,
so that a difference is that of the figures beside it, and what is at least there is rounded down.
Nothing is ever proved, and worse is said as plainly as better.
"""

import datetime as dt
import math
from collections.abc import Sequence

from generator.evidence.comparison import BETTER, WORSE, Comparison
from generator.evidence.count_rule import passes
from generator.evidence.drawing import Drawing
from generator.evidence.figures import (
    MORE_PLACES,
    add_unit,
    find_places,
    write_count,
    write_day,
    write_number,
)
from generator.evidence.label import Judgement
from generator.evidence.marks import Mark
from generator.evidence.reason import write_lack
from generator.evidence.series import PER_CENT, Series
from generator.evidence.size import Size

MOST_MARKS = 2
_MONTHS = {"month", "quarter"}
_NOT_COUNTED_ONE_BY_ONE = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "%"}


def write_sentence(
    comparison: Comparison, judgement: Judgement, size: Size | None, drawing: Drawing
) -> str:
    """Write what a measure says of before and now; `size` is None where a side has nothing."""
    series = comparison.series
    spell = drawing.spell
    if size is None:
        gap = comparison.find_gap()
        return f"{_capitalise(write_lack(gap, spell))}." if gap else ""
    if judgement.way:
        change = write_change(size, series)
        return change if judgement.way == BETTER else f"{change[:-1]}, for the worse."
    if size.limits:
        return write_two_points(size, series)
    both = write_both(size, series)
    if judgement.test is None:
        return f"{both}."
    doubt = _find_doubt(comparison, judgement, spell)
    told = [f"{both}{doubt}." if doubt is not None else f"About as before: {_lower(both)}."]
    if comparison.find_shortages():
        return told[0]
    days = [point.date for point in drawing.points]
    latest = sorted(drawing.marks, key=lambda mark: mark.points[-1])[-MOST_MARKS:]
    told += [write_mark(mark, days, spell) for mark in latest]
    return " ".join(told)


def write_line(comparison: Comparison, judgement: Judgement, size: Size | None) -> str:
    """Write before and after in one line, for a list; nothing where a side has nothing."""
    if size is None:
        return ""
    both = write_both(size, comparison.series)
    if judgement.way:
        return both
    if comparison.find_shortages() or judgement.test is None:
        return f"{both}, too few to tell" if judgement.test else both
    alpha = judgement.test.alpha
    if any(passes(comparison.make_test(way, alpha).p, alpha) for way in (BETTER, WORSE)):
        return f"{both}, not yet told from chance"
    return f"about as before ({_lower(both)})"


def _find_doubt(comparison: Comparison, judgement: Judgement, spell: str) -> str | None:
    """Find why figures that differ make no label; None where they are about as before."""
    if shortages := comparison.find_shortages():
        return f", too few to tell a change from chance: {write_lack(shortages[0], spell)}"
    if judgement.test is None:
        return ""
    alpha = judgement.test.alpha
    for way in (BETTER, WORSE):
        if passes(comparison.make_test(way, alpha).p, alpha):
            lack = next(comparison.find_lacks(way, alpha), None)
            return f", but {write_lack(lack, spell, way)}" if lack else ""
    return None


def write_both(size: Size, series: Series) -> str:
    """Write both sides: “46% before, 87% now”."""
    if size.kind == "spell":
        before, after = (_write_spell(days) for days in (size.before, size.after))
        return f"{_capitalise(before)} before, {after} now"
    places = _find_size_places(size)
    return f"{_write(size.before, places, series)} before, {_write(size.after, places, series)} now"


def _find_size_places(size: Size) -> int:
    """Find the decimal places of both sides: enough to tell them apart where they are told apart.

    Where nothing is shown to have changed, figures that look alike as people say them may.
    """
    extra = MORE_PLACES if size.way or size.limits else 0
    return find_places([size.before, size.after], extra)


def find_figure_places(size: Size | None, value: float) -> int:
    """Find the decimal places of a figure beside a chart: those of its sentence, if it has any."""
    told = [] if size is None or size.kind == "spell" else [size.before, size.after]
    return _find_size_places(size) if size and value in told else find_places([value])


def round_size(size: Size) -> tuple[float, float, float | None]:
    """Round before, after and what is at least there as the sentence does, for the data."""
    if size.kind == "spell":
        before, after = (
            days if math.isinf(days) else round(days, find_places([days]))
            for days in (size.before, size.after)
        )
        places = 1
    else:
        places = _find_size_places(size)
        before, after = round(size.before, places), round(size.after, places)
    if size.least is None:
        return before, after, None
    is_times = size.kind in {"spell", "rate"}
    return before, after, _round_down(size.least, 1 if is_times else places, float(is_times))


def write_change(size: Size, series: Series) -> str:
    """Write a change, as “46% before, 87% now: 41 points more, at least 22 (95%)” does."""
    both = write_both(size, series)
    assured = f"({write_number(size.confidence * PER_CENT, 1)}%)"
    is_less = size.after < size.before
    if size.kind == "spell":
        return f"{both}: {_write_times(size.least, is_rarer=not is_less)} {assured}."
    places = _find_size_places(size)
    gap = abs(round(size.after, places) - round(size.before, places))
    unit = "points" if series.is_percentage else series.unit
    change = f"{add_unit(write_number(gap, places), unit)} {_find_word(series, is_less=is_less)}"
    if size.least is None:
        return f"{both}: {change}."
    if size.kind == "rate":
        return f"{both}: {change}, {_write_times(size.least, is_rarer=is_less)} {assured}."
    return f"{both}: {change}, at least {_write_floor(size.least, places)} {assured}."


def write_two_points(size: Size, series: Series) -> str:
    """Write the size of two points with n, and the interval that it lies in."""
    both = write_both(size, series)
    low, high = size.limits or (0.0, 0.0)
    end = "(95%), from two counts alone"
    if size.kind == "rate":
        least = write_number(low, 1)
        if math.isinf(high):
            return f"{both}: at least {least} times as often {end}."
        return f"{both}: {least} to {write_number(high, 1)} times as often {end}."
    places = _find_size_places(size)
    gap = write_number(round(size.after, places) - round(size.before, places), places)
    span = f"{write_number(low, places)} to {write_number(high, places)}"
    return f"{both}: a difference of {gap} points, {span} {end}."


def write_mark(mark: Mark, days: Sequence[dt.date], spell: str) -> str:
    """Write a mark by its dates, as “May 2026 was unusually high” does."""
    first, last = (
        write_day(days[index], is_month=spell in _MONTHS)
        for index in (mark.points[0], mark.points[-1])
    )
    verdict = "" if mark.is_better is None else ", for the better"
    verdict = ", for the worse" if mark.is_better is False else verdict
    is_up = mark.way > 0
    if mark.rule == "outside":
        high = "high" if is_up else "low"
        if len(mark.points) == 1:
            return f"{first} was unusually {high}{verdict}."
        many = _capitalise(write_count(len(mark.points), spell))
        return f"{many} between {first} and {last} were unusually {high}{verdict}."
    line = "the middle of those before"
    what = {
        "trend": f"went {'up' if is_up else 'down'} without a break",
        "two-of-three": f"came close to the {'upper' if is_up else 'lower'} limit",
        "crossings": f"crossed {line} unusually seldom",
    }.get(mark.rule, f"stayed {'above' if is_up else 'below'} {line}")
    return f"From {first} to {last} the figures {what}{verdict}."


def _write(value: float, places: int, series: Series) -> str:
    return add_unit(write_number(value, places), series.unit)


def _write_spell(days: float) -> str:
    if math.isinf(days):
        return "none"
    return f"one in {write_number(days, find_places([days]))} days"


def _write_times(least: float | None, *, is_rarer: bool) -> str:
    """Write how many times as rare or as often something is at least."""
    text = _write_floor(least or 1.0, 1, above=1.0)
    times = "twice" if text == "2" else f"{text} times"
    return f"at least {times} as {'rare' if is_rarer else 'often'}"


def _write_floor(least: float, places: int, above: float = 0.0) -> str:
    """Write what is at least there, rounded down, to as many places as it takes to be above."""
    value = _round_down(least, places, above)
    if value > above:
        return write_number(value, places + MORE_PLACES)
    return f"a little above {write_number(above, 0)}"


def _round_down(least: float, places: int, above: float) -> float:
    """Round down to as many places as it takes to be above; to `above` where none is enough."""
    if not math.isfinite(least):
        return least
    for more in range(MORE_PLACES + 1):
        size = 10.0 ** (places + more)
        # What a computer's rounding leaves a hair below a figure is that figure.
        value = math.floor(least * size * (1 + 1e-12)) / size
        if value > above:
            return value
    return above


def _find_word(series: Series, *, is_less: bool) -> str:
    if not is_less:
        return "more"
    last = (series.unit or "").split()[-1:]
    is_counted = bool(last) and last[0].endswith("s") and last[0] not in _NOT_COUNTED_ONE_BY_ONE
    return "fewer" if is_counted or series.per else "less"


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """Begin in small letters what came from us; a unit or a figure begins as it is."""
    return text[:1].lower() + text[1:] if text.startswith(("One ", "None ")) else text
