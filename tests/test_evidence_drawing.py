"""Charts, marks, sizes and sentences: what is drawn and said of a measure."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import (
    CHARTS,
    Baseline,
    Drawing,
    Entry,
    Label,
    Observed,
    Rounded,
    Series,
    Size,
    compare,
    count_points,
    draw,
    find_rounded,
    find_size,
    judge_comparisons,
    write_sentence,
)
from generator.evidence.anhoej import find_fewest_crossings, find_longest_allowed
from generator.evidence.charts.moving_range import find_mean_range
from generator.evidence.figures import (
    count_spells,
    find_places,
    name_spell,
    write_count,
    write_figures,
)
from generator.evidence.months import add_months
from generator.evidence.sentence import write_change

FIRST = dt.date(2024, 1, 1)
REST = [50, 52, 49, 51, 50, 53, 48, 50, 52, 49, 51, 50]
BETTER = [60, 62, 59, 61, 63, 60, 62, 61, 60, 64, 61, 62]
VALUES = st.lists(st.integers(-50, 50), min_size=12, max_size=30)
# Mean -0.72 / 1.94 / 4.60 after screening; -3.06 / 6.95 without.
VECTOR = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def month(number: int) -> dt.date:
    return add_months(FIRST, number)


def make(values: Sequence[float | None], n: float | None = None, **fields: Any) -> Series:
    entries = tuple(Entry(month(i), value, n) for i, value in enumerate(values))
    return Series(entries, **{"direction": "increase", **fields})


def look(series: Series, change: dt.date | int | None) -> tuple[Drawing, Size | None, str]:
    changed_on = month(change) if isinstance(change, int) else change
    comparison = compare(series, changed_on)
    judged = judge_comparisons([comparison]).measures[0]
    size, drawing = find_size(comparison, judged), draw(comparison, judged)
    return drawing, size, write_sentence(comparison, judged, size, drawing)


def drawn(series: Series, change: int | None = 12) -> Drawing:
    return look(series, change)[0]


def said(series: Series, change: int = 12) -> str:
    return look(series, change)[2]


def marked(series: Series, change: int = 12) -> dict[str, tuple[int, ...]]:
    return {mark.rule: mark.points for mark in drawn(series, change).marks}


# Counted points


def test_an_empty_value_and_an_n_of_0_are_gaps() -> None:
    rows = ((None, None), (50, 0), (50, 1e-320), (50, 4))
    entries = tuple(Entry(month(i), value, n) for i, (value, n) in enumerate(rows))
    tally = count_points(Series(entries, unit="%"))
    assert (tally.gaps, len(tally.points)) == ((month(0), month(1), month(2)), 1)


def test_two_of_one_day_are_pooled_where_there_is_n_and_else_meaned() -> None:
    (point,) = count_points(Series((Entry(FIRST, 50, 10), Entry(FIRST, 100, 30)), unit="%")).points
    assert (point.value, point.n, point.count) == (87.5, 40, 35)
    (point,) = count_points(Series((Entry(FIRST, 10, 1), Entry(FIRST, 20, 3)))).points
    assert (point.value, point.n, point.count) == (17.5, 4, None)
    (point,) = count_points(Series((Entry(FIRST, 10, 1), Entry(FIRST, 20), Entry(FIRST)))).points
    assert (point.value, point.n) == (15, None)


@pytest.mark.parametrize(
    ("value", "n", "count", "is_told"),
    [(46, 70, 32, False), (50, 3, 2, True), (33.3, 3, 1, False), (33, 1000, 330, False),
     (0.4, 40, 0, True), (12.34, 50, 6, True)],
)  # fmt: skip
def test_a_count_is_rounded_and_told_where_it_is_further_off_than_the_value(
    value: float, n: float, count: int, is_told: bool
) -> None:
    series = Series((Entry(FIRST, value, n),), unit="%")
    assert count_points(series).points[0].count == count
    told = [Rounded(0, FIRST, value, n, count)] if is_told else []
    assert list(find_rounded(series)) == told


def test_a_rate_is_counted_by_what_it_is_told_per() -> None:
    series = Series((Entry(FIRST, 2.5, 800), Entry(month(1), n=800, count=2)), per=1000)
    assert [(p.value, p.count) for p in count_points(series).points] == [(2.5, 2), (2.5, 2)]


# Types of chart


@pytest.mark.parametrize(
    ("series", "before", "name"),
    [
        (make(REST[:6] + BETTER), 6, "run"),
        (make(REST + BETTER), 12, "xmr"),
        (make(REST + BETTER, 40, unit="%"), 12, "p"),
        (make(REST + BETTER, 40, unit="minutes"), 12, "xmr"),
        (make(REST + BETTER, 4000, unit="falls", per=1000), 12, "u"),
        (make(REST + BETTER, 40, unit="%", chart="run"), 12, "run"),
        (make(REST + BETTER, chart="c"), 12, "c"),
        (make(REST + BETTER, chart="g"), 12, "g"),
        (make(REST + BETTER, chart="p", unit="%"), 12, "xmr"),
        (make([v + 60 for v in REST + BETTER], 40, unit="%"), 12, "xmr"),
        (make([*REST[:5], 50.5, *REST, *BETTER], chart="c"), 18, "xmr"),
    ],
)
def test_a_series_gets_the_chart_that_it_asks_for_or_that_fits(
    series: Series, before: int, name: str
) -> None:
    drawing = drawn(series, before)
    assert drawing.chart.name == name
    assert drawing.phases


def test_the_test_vector_has_its_limits_before_the_cut_and_none_below_0() -> None:
    chart, points = CHARTS["xmr"], count_points(make(VECTOR)).points
    line = chart.find_lines(points, range(18), 1)[0]
    assert [round(v, 2) for v in (line.lower or 0, line.centre, line.upper or 0)] == (
        [-0.72, 1.94, 4.60]
    )
    assert drawn(make(VECTOR), None).phases[0].lines[0].lower == 0


def test_ranges_stay_where_only_zero_ranges_would_be_left() -> None:
    assert find_mean_range([5] * 9 + [9]) == pytest.approx(4 / 9)
    assert find_mean_range([5]) is None


@pytest.mark.parametrize("chart", ["xmr", "run", "p", "c", "g"])
@pytest.mark.parametrize("value", [0, 100])
def test_a_baseline_without_width_has_no_limits_and_marks_nothing_outside(
    chart: str, value: int
) -> None:
    values = [value] * 12 + [0, 100, 50, 100, 0, 50]
    n = 20 if chart == "p" else None
    drawing = drawn(make(values, n, unit="%" if chart == "p" else "calls", chart=chart))
    if chart in {"xmr", "run", "p"} or not value:
        assert {line.upper for line in drawing.phases[0].lines} == {None}
        assert "outside" not in {mark.rule for mark in drawing.marks}


def test_more_than_half_of_one_value_gives_no_limits() -> None:
    values = [5, 5, 5, 5, 5, 5, 5, 4, 6, 7, 4, 6]
    assert drawn(make([*values, *BETTER])).phases[0].lines[0].upper is None
    assert drawn(make([*values[1:], 8, *BETTER])).phases[0].lines[0].upper is not None


def test_limits_stay_within_what_is_possible() -> None:
    near = [96, 100, 97, 99, 95, 100, 98, 96, 100, 99, 97, 98]
    assert drawn(make([*near, *near], unit="%")).phases[0].lines[0].upper == 100
    assert (drawn(make([*near, *near])).phases[0].lines[0].upper or 0) > 100
    assert (drawn(make([*near, 104], unit="%")).phases[0].lines[0].upper or 0) > 100
    low = [-v for v in VECTOR]
    assert (drawn(make(low), None).phases[0].lines[0].lower or 0) < -4


def test_fewer_than_10_points_are_drawn_without_lines() -> None:
    drawing = drawn(make(REST[:5] + BETTER[:4]), 5)
    assert (len(drawing.points), drawing.phases, drawing.marks) == (9, (), ())
    assert drawing.variation == ""


def test_gaps_are_kept_for_the_drawing() -> None:
    drawing = drawn(make([*REST, None, *BETTER]))
    assert drawing.gaps == (month(12),)
    assert len(drawing.points) == 24


def test_every_phase_of_a_rebase_has_lines_of_its_own_and_marks_nothing() -> None:
    values = [*REST, *REST, *BETTER]
    plain, rebased = drawn(make(values)), drawn(make(values, rebases=(month(24),)))
    first, second = rebased.phases
    assert (first.end, second.start, second.base) == (24, 24, range(24, 36))
    assert second.lines[0].centre == pytest.approx(sum(BETTER) / 12)
    assert rebased.marks == plain.marks
    early = drawn(make(values, rebases=(month(6),)), 12)
    assert early.phases[1].base == range(6, 12)


def test_where_a_label_holds_the_chart_steps_at_the_change() -> None:
    drawing = drawn(make([*REST, *BETTER]))
    assert drawing.now is not None
    assert (drawing.now.start, drawing.now.base) == (12, range(12, 24))
    assert drawing.now.lines[0].centre == pytest.approx(sum(BETTER) / 12)
    assert drawing.phases[0].lines[-1].centre == pytest.approx(sum(REST) / 12)
    assert drawn(make([*REST, *REST])).now is None


# Marks


@pytest.mark.parametrize(
    ("n", "longest", "crossings"),
    [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10)],
)
def test_the_limits_of_anhoejs_rules_are_his(n: int, longest: int, crossings: int) -> None:
    assert (find_longest_allowed(n), find_fewest_crossings(n)) == (longest, crossings)


def test_a_shift_of_six_is_marked_in_a_run_chart_alone() -> None:
    after = [52, 53, 50.5, 52, 50, 53, 52, 49, 48, 49]
    assert marked(make([*REST[:10], *after], chart="run"), 10)["shift"] == (10, 11, 12, 13, 15, 16)
    counts = [int(v) for v in after]
    assert "shift" not in marked(make([*REST[:10], *counts], chart="c"), 10)


@pytest.mark.parametrize(
    ("after", "rule", "points"),
    [
        ([50, 70, 50], "outside", (13,)),
        ([52] * 7, "shift", tuple(range(12, 19))),
        ([46, 47, 48, 49, 50, 51, 52], "trend", tuple(range(12, 19))),
        ([50, 55.5, 51, 55.5, 50], "two-of-three", (13, 15)),
    ],
)
def test_the_four_signals_of_an_xmr_chart(
    after: list[float], rule: str, points: tuple[int, ...]
) -> None:
    series = make([*REST, *after])
    assert marked(series)[rule] == points
    assert {mark.is_better for mark in drawn(series).marks} == {True}
    falling = drawn(make([*REST, *after], direction="decrease"))
    assert {mark.is_better for mark in falling.marks} == {False}


def test_a_point_on_a_limit_is_not_outside() -> None:
    upper = drawn(make([*REST, *REST])).phases[0].lines[0].upper
    assert upper is not None
    assert "outside" not in marked(make([*REST, upper, 50]))
    assert "outside" in marked(make([*REST, upper * 1.0001, 50]))


@given(VALUES, VALUES, st.sampled_from(["auto", "run", "xmr"]))
def test_points_before_the_change_never_make_a_mark_after_it(
    before: list[int], after: list[int], chart: str
) -> None:
    for mark in drawn(make([*before, *after], chart=chart), len(before)).marks:
        assert min(mark.points) >= len(before)


@given(VALUES, VALUES, st.sampled_from(["run", "xmr"]))
def test_mirroring_values_mirrors_lines_and_marks(
    before: list[int], after: list[int], chart: str
) -> None:
    # Values on both sides of 0, so that no limit is cut.
    values = [*before, *after, -51, 51]
    plain = drawn(make(values, chart=chart), len(before))
    turned = drawn(make([-v for v in values], chart=chart, direction="decrease"), len(before))
    assert [mark._replace(way=-mark.way) for mark in plain.marks if mark.rule != "outside"] == [
        mark for mark in turned.marks if mark.rule != "outside"
    ]
    assert {(m.points, -m.way, m.is_better) for m in plain.marks} == {
        (m.points, m.way, m.is_better) for m in turned.marks
    }
    assert plain.variation == turned.variation


@given(st.lists(st.integers(0, 20), min_size=12, max_size=24), st.integers(20, 60))
def test_mirroring_shares_mirrors_the_marks_of_a_p_chart(counts: list[int], n: int) -> None:
    def shares(values: Sequence[int], direction: str) -> Series:
        entries = tuple(Entry(month(i), n=n, count=v) for i, v in enumerate(values))
        return Series(entries, direction=direction, unit="%")

    plain = drawn(shares(counts, "increase"), 6)
    turned = drawn(shares([n - v for v in counts], "decrease"), 6)
    assert plain.chart.name == turned.chart.name == "p"
    assert {(m.rule, m.points, -m.way) for m in plain.marks} == {
        (m.rule, m.points, m.way) for m in turned.marks
    }


@given(st.sampled_from([(3, 3), (3, 4), (0, 1)]), st.integers(10, 16), st.integers(2, 12))
def test_a_baseline_that_is_mostly_one_value_marks_nothing_outside(
    pair: tuple[int, int], before: int, after: int
) -> None:
    values = [pair[0]] * (before - 1) + [pair[1]]
    assert "outside" not in marked(make([*values, *[pair[1]] * after], chart="xmr"), before)


# Variation and assurance


@pytest.mark.parametrize(
    ("after", "direction", "word"),
    [(REST, "increase", "chance"), ([50, 50, 50, 70], "increase", "better"),
     ([50, 50, 50, 70], "decrease", "worse"), ([50, 50, 50, 70], "neutral", "other"),
     ([70, 50, 50, 50], "increase", "chance")],
)  # fmt: skip
def test_variation_says_whether_the_latest_point_is_in_a_mark(
    after: list[int], direction: str, word: str
) -> None:
    assert drawn(make([*REST, *after], direction=direction)).variation == word


@pytest.mark.parametrize(
    ("target", "direction", "word"),
    [(40, "increase", "met"), (51, "increase", "either"), (80, "increase", "missed"),
     (40, "decrease", "missed"), (80, "decrease", "met"), (80, "neutral", ""), (None, None, "")],
)  # fmt: skip
def test_assurance_says_where_the_limits_lie_beside_the_target(
    target: float | None, direction: str | None, word: str
) -> None:
    series = make([*REST, *REST], target=target, direction=direction)
    assert drawn(series).assurance == word
    assert drawn(make([*REST, *REST], target=40, chart="run")).assurance == ""


def test_assurance_looks_at_the_present_limits() -> None:
    assert drawn(make([*REST, *REST], target=55)).assurance == "either"
    assert drawn(make([*REST, *BETTER], target=55)).assurance == "met"


# Events


def make_events(gaps: Sequence[int], last: int, **fields: Any) -> Series:
    days = [FIRST]
    for gap in gaps:
        days.append(days[-1] + dt.timedelta(gap))
    seen = Observed(FIRST, days[-1] + dt.timedelta(last))
    return Series(events=tuple(days), observed=seen, direction="decrease", **fields)


def test_events_are_drawn_as_the_days_between_and_the_open_spell_is_not_judged() -> None:
    series = make_events([10, 12, 9, 0, 11, 8, 10, 12, 9, 11, 10, 40, 60, 50], 90)
    change = FIRST + dt.timedelta(103)
    drawing, size, text = look(series, change)
    assert drawing.chart.name == "t"
    assert [point.value for point in drawing.points][:5] == [10, 12, 9, 0.5, 10.5]
    assert drawing.open_days == 90
    assert {mark.is_better for mark in drawing.marks} == {True}
    assert drawing.variation == "better"
    assert (drawing.change_index, len(drawing.points)) == (11, 14)
    assert size is not None
    assert (size.kind, round(size.before, 1)) == ("spell", round(103 / 12, 1))
    assert text == "One in 8.6 days before, one in 80 days now: at least 2.9 times as rare (95%)."


@pytest.mark.parametrize(("target", "word"), [(1, "met"), (12, "either"), (10_000, "missed")])
def test_the_target_of_events_is_days_between_them(target: float, word: str) -> None:
    gaps = [10, 12, 9, 14, 11, 8, 10, 12, 9, 11, 10, 12, 9]
    before = Series(**{**vars_of(make_events(gaps, 9)), "target": target})
    assert drawn(before, None).assurance == word


def vars_of(series: Series) -> dict[str, Any]:
    return {"events": series.events, "observed": series.observed, "direction": series.direction}


def test_events_that_lie_outside_the_observed_days_are_left_out() -> None:
    series = make_events([10] * 12, 5)
    far = Series(events=(*series.events, dt.date(1999, 1, 1)), observed=series.observed)
    assert len(drawn(far, 2).points) == 12
    assert drawn(Series(observed=Observed(FIRST, month(5))), 2).points == ()


# Then and now


def test_a_change_is_said_with_how_much_and_at_least_how_much() -> None:
    before = [(3, 7), (4, 8), (3, 8), (4, 8), (3, 7), (6, 12)]
    after = [(20, 23), (21, 24), (19, 22), (20, 23), (21, 24), (20, 23)]
    entries = [Entry(month(i), n=n, count=c) for i, (c, n) in enumerate([*before, *after])]
    _, size, text = look(Series(tuple(entries), direction="increase", unit="%"), 6)
    assert size is not None
    assert size.least is not None
    assert text == f"46% before, 87% now: 41 points more, at least {int(size.least)} (95%)."
    assert 25 <= size.least < 30


def test_a_median_is_bounded_by_the_count_rule() -> None:
    _, size, text = look(make([*REST, *BETTER], unit="minutes"), 12)
    assert size == Size("median", 50, 61, 1, 10, 0.95)
    assert text == "50 minutes before, 61 minutes now: 11 minutes more, at least 10 (95%)."
    worse = said(make([*REST, *BETTER], unit="calls", direction="decrease"))
    assert (
        worse == "50 calls before, 61 calls now: 11 calls more, at least 10 (95%), for the worse."
    )
    fewer = said(make([*BETTER, *REST], unit="calls", direction="decrease"))
    assert fewer == "61 calls before, 50 calls now: 11 calls fewer, at least 9 (95%)."


def test_a_rate_is_said_with_how_many_times_as_rare() -> None:
    counts = [*[9, 8, 10, 9, 8, 9], *[3, 2, 4, 3, 2, 3]]
    entries = tuple(Entry(month(i), n=2000, count=c) for i, c in enumerate(counts))
    series = Series(entries, unit="falls", per=1000, direction="decrease")
    _, size, text = look(series, 6)
    assert size is not None
    assert size.kind == "rate"
    assert text == (
        "4.4 falls before, 1.4 falls now: 3 falls fewer, at least 1.9 times as rare (95%)."
    )


def test_a_year_without_an_event_is_said_without_a_number() -> None:
    series = make_events([10] * 12, 200)
    text = look(series, FIRST + dt.timedelta(121))[2]
    assert text.startswith("One in 9.3 days before, none now: at least ")


def test_a_confidence_is_never_said_to_be_more_than_it_is() -> None:
    for measures, said_as in ((1, "95%"), (2, "97.5%"), (3, "98.3%")):
        size = Size("median", 50, 61, 1, 10, 1 - 0.05 / measures)
        assert write_change(size, make([50])).endswith(f"at least 10 ({said_as}).")


def test_an_odd_interval_is_told_by_its_day() -> None:
    values = [*[4, 6, 5, 7, 5, 4] * 2, 5, 6, 40, 4, 5, 6]
    assert said(make(values)).endswith(" March 2025 was unusually high, for the better.")
    told = said(make(values, chart="g"))
    assert told.endswith(" 1 March 2025 was unusually high, for the better.")


def test_nothing_to_see_is_as_before_with_odd_months_by_name() -> None:
    assert said(make([*REST, *REST])) == "About as before: 50 before, 50 now."
    odd = said(make([*REST, 50, 70, 50, 49, 51, 50], unit="%"))
    told = "February 2025 was unusually high, for the better."
    assert odd == f"About as before: 50% before, 50% now. {told}"


def test_figures_that_differ_without_a_label_say_why() -> None:
    assert said(make([*range(40, 52), *BETTER])) .startswith(
        "46 before, 61 now, but it was getting better before the change already."
    )  # fmt: skip
    falling = said(make([*range(72, 60, -1), *REST]))
    assert falling.startswith(
        "66 before, 50 now, but it was getting worse before the change already."
    )
    assert said(make([*REST[:3], *BETTER[:3]], unit="%"), 3) == (
        "50% before, 60% now, too few to tell a change from chance: "
        "three months counted before the change, six are needed."
    )


def test_two_points_with_n_have_a_size_and_its_interval() -> None:
    entries = (Entry(month(0), n=100, count=44), Entry(month(1), n=100, count=79))
    series = Series(entries, direction="increase", unit="%")
    _, size, text = look(series, 1)
    assert size is not None
    assert size.limits == pytest.approx((21.7286105113, 46.5637092488))
    assert text == (
        "44% before, 79% now: a difference of 35 points, 22 to 47 (95%), from two counts alone."
    )
    rates = Series(entries, direction="increase", per=1000)
    _, size, text = look(rates, 1)
    assert size is not None
    assert size.limits is not None
    assert size.limits[0] < 79 / 44 < size.limits[1]
    assert "1.2 to 2.7 times as often" in text
    none = (Entry(month(0), n=100, count=0), entries[1])
    _, size, text = look(Series(none, direction="increase", per=1000), 1)
    assert size is not None
    assert size.limits is not None
    assert math.isinf(size.limits[1])


@pytest.mark.parametrize(
    ("series", "before", "text"),
    [
        (make([]), 0, "Nothing has been counted yet."),
        (make(REST), 12, "Nothing was counted after the change yet."),
        (make(REST), 0, "Nothing was counted before the change."),
        (make([*REST, *BETTER], direction="neutral"), 12, "50 before, 61 now."),
    ],
)
def test_what_cannot_be_judged_is_said_plainly(series: Series, before: int, text: str) -> None:
    assert said(series, before) == text


# The cases that were wrong before


def test_a_baseline_of_one_or_of_a_chosen_week_earns_nothing() -> None:
    weeks = [50, 54, 47, 52, 49, 55, 46, 51, 53, 48, 50, 52, 49, 51, 47, 53, 50, 52, 48, 54]
    after = [51, 48, 53, 50, 52, 49, 54, 47, 51, 50]
    chosen = make([*weeks, *after], baseline=Baseline(month(6), month(6)))
    for series, change in ((chosen, 20), (make([*weeks, *after]), 20), (make(weeks), 1)):
        comparison = compare(series, month(change))
        judged = judge_comparisons([comparison]).measures[0]
        assert (judged.label, judged.is_worse) == (Label.MEASURED, False)


# Figures


@pytest.mark.parametrize(
    ("values", "unit", "texts"),
    [
        ([46.4, 86.6], "%", ["46%", "87%"]),
        ([8.44, 2.1], "minutes", ["8.4 minutes", "2.1 minutes"]),
        ([0.0234, 0.01], None, ["0.023", "0.01"]),
        ([50.1, 50.4], "£", ["£50.1", "£50.4"]),
        ([1, 2], "falls", ["1 fall", "2 falls"]),
        ([-3, 1200], "°C", ["−3°C", "1,200°C"]),
        ([5, 5], "a unit as long as a sentence", ["5", "5"]),
        ([0, 0], None, ["0", "0"]),
    ],
)
def test_figures_are_as_exact_as_it_takes(
    values: list[float], unit: str | None, texts: list[str]
) -> None:
    assert write_figures(values, unit) == texts


def test_spells_that_were_not_counted_are_counted_by_the_calendar() -> None:
    months = [dt.date(2026, i, 1) for i in (1, 2, 3, 8, 9, 10, 11)]
    assert count_spells(months) == 11
    assert count_spells([dt.date(2026, i, 1) for i in (1, 4, 7, 10)]) == 4
    assert count_spells([FIRST + dt.timedelta(7 * i) for i in (0, 1, 2, 5)]) == 6
    assert count_spells([FIRST + dt.timedelta(i) for i in (0, 1, 2, 5)]) == 6
    assert count_spells([dt.date(2020 + i, 6, 1) for i in range(3)]) == 3
    assert count_spells([FIRST, FIRST + dt.timedelta(50)]) is None


def test_small_words_are_words() -> None:
    assert write_count(0, "month") == "no months"
    assert write_count(12, "month") == "12 months"
    assert find_places([1e-9, 2e-9]) == 10
    assert name_spell([FIRST]) == "point"
    assert name_spell([FIRST + dt.timedelta(7 * i) for i in range(3)]) == "week"
