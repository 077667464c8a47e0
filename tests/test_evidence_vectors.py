"""The arithmetic of charts and tests against reference implementations, to a relative 1e-9."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from command import ROOT

from generator.evidence import CHARTS, Entry, Series, Tally, count_points
from generator.evidence.anhoej import (
    count_crossings,
    find_fewest_crossings,
    find_longest_allowed,
    find_longest_run,
    find_unrest,
)
from generator.evidence.charts import c, g, p, run, t, u, xmr
from generator.evidence.count_rule import find_least, find_line_rank, find_tails
from generator.evidence.drawing import _cut
from generator.evidence.marks import Judged, Line, mark_outside
from generator.evidence.proportions import find_newcombe_limits, find_wilson_limits

VECTORS = ROOT / "tests" / "vectors"
LEVELS = {"0.05": 0.05, "0.025": 0.025, "0.05/3": 0.05 / 3}


def near(value: float) -> Any:
    return pytest.approx(value, rel=1e-9, abs=1e-9)


def read(name: str) -> dict[str, Any]:
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in read(name)["cases"]]


class Part(NamedTuple):
    """A phase of a case, counted by ours, with the place of each counted point in the case."""

    series: Series
    tally: Tally
    base: range
    places: list[int]


def parts(case: dict[str, Any], *, scale: str = "") -> Iterator[Part]:
    """Count each phase by itself; as per cent (`%`), as a rate (`per`), or as plain values."""
    for phase in case["phases"]:
        span = range(phase["start"], phase["end"])
        rows = [case["points"][i] for i in span]
        kind = {"unit": "%"} if scale == "%" else {"per": 1.0} if scale else {}
        series = Series(tuple(make_entry(row, counted=bool(scale)) for row in rows), **kind)
        tally = count_points(series)
        days = {row["date"]: i for i, row in zip(span, rows, strict=True)}
        places = [days[point.date.isoformat()] for point in tally.points]
        base = [i for i in places if i < phase["start"] + phase["freeze"]]
        yield Part(series, tally, range(len(base)), places)


def make_entry(row: dict[str, Any], *, counted: bool) -> Entry:
    day = dt.date.fromisoformat(row["date"])
    if counted:
        return Entry(day, n=row["n"], count=row["numerator"])
    return Entry(day, row["value"])


def compare(part: Part, lines: tuple[Line, ...], expected: dict[str, Any], factor: float) -> None:
    """Compare lines with the expected ones; limits of no width are no limits with us."""
    outside = set(expected["outside_after_freeze"])
    for place, line in zip(part.places, lines, strict=True):
        centre, lower, upper = (expected[key][place] for key in ("centre", "lower", "upper"))
        assert line.centre == near(factor * centre)
        if lower is None or upper is None or near(lower) == upper:
            assert line.lower is line.upper is None
        else:
            assert line.lower == near(factor * lower)
            assert line.upper == near(factor * upper)
    if lines[0].upper is not None:
        judged = range(part.base.stop, len(part.places))
        marks = mark_outside(Judged(part.tally.values, lines, judged, 0))
        found = {part.places[i] for mark in marks for i in mark.points}
        assert found == outside & set(part.places)


def compare_chart(
    case: dict[str, Any], chart: Any, scale: str, expected: dict[str, Any], *, cut: bool = True
) -> None:
    for part in parts(case, scale=scale):
        lines = chart.find_lines(part.tally.points, part.base, part.series.scale)
        shown = _cut(lines, part.series, part.tally) if cut else tuple(lines)
        compare(part, shown, expected, 100 if scale == "%" else 1)


@pytest.mark.parametrize("case", cases("xmr"))
def test_the_lines_of_an_xmr_chart_are_those_of_the_reference(case: dict[str, Any]) -> None:
    compare_chart(case, xmr.XmrChart(), "", case["expected"]["screened"], cut=False)


@pytest.mark.parametrize("case", cases("p"))
def test_the_lines_of_a_p_chart_are_those_of_the_reference(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(p, "find_spread", lambda *_: 1.0)
    compare_chart(case, p.PChart(), "%", case["expected"])


@pytest.mark.parametrize("case", cases("u"))
def test_the_lines_of_a_u_chart_are_those_of_the_reference(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(u, "find_spread", lambda *_: 1.0)
    compare_chart(case, u.UChart(), "per", case["expected"])


@pytest.mark.parametrize(
    ("case", "chart", "scale"),
    [
        pytest.param(case, chart, scale, id=case["id"])
        for name, chart, scale in (("pp", p.PChart(), "%"), ("up", u.UChart(), "per"))
        for case in read(name)["cases"]
    ],
)
def test_limits_after_laney_are_those_of_the_reference_where_they_are_wider(
    case: dict[str, Any], chart: Any, scale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = case["expected"]["screened"]
    wide = [lines_of(part, chart) for part in parts(case, scale=scale)]
    monkeypatch.setattr(p, "find_spread", lambda *_: 1.0)
    monkeypatch.setattr(u, "find_spread", lambda *_: 1.0)
    plain = [lines_of(part, chart) for part in parts(case, scale=scale)]
    assert any(wide)
    for part, found, alone in zip(parts(case, scale=scale), wide, plain, strict=True):
        place = part.places[0]
        edge = expected["upper"][place]
        factor = 100 if scale == "%" else 1
        full = None if edge is None else factor * edge
        if full is None or alone[0].upper is None or full < alone[0].upper:
            assert found == alone
        else:
            compare(part, found, expected, factor)


def lines_of(part: Part, chart: Any) -> tuple[Line, ...]:
    lines = chart.find_lines(part.tally.points, part.base, part.series.scale)
    return _cut(lines, part.series, part.tally)


@pytest.mark.parametrize("case", cases("c"))
def test_the_lines_of_a_c_chart_are_those_of_the_reference(case: dict[str, Any]) -> None:
    compare_chart(case, c.CChart(), "", case["expected"])


@pytest.mark.parametrize("case", cases("g"))
def test_the_lines_of_a_g_chart_are_those_of_the_reference(case: dict[str, Any]) -> None:
    compare_chart(case, g.GChart(), "", case["expected"])


@pytest.mark.parametrize("case", cases("t"))
def test_the_lines_of_a_t_chart_are_those_of_the_reference(case: dict[str, Any]) -> None:
    compare_chart(case, t.TChart(), "", case["expected"]["screened"])


@pytest.mark.parametrize("case", cases("run"))
def test_medians_and_runs_are_those_of_the_reference(case: dict[str, Any]) -> None:
    for part, expected in zip(parts(case), case["expected"]["phases"], strict=True):
        lines = run.RunChart().find_lines(part.tally.points, part.base, 1.0)
        assert lines[0].centre == near(expected["centre"])
        values = part.tally.values
        for key, span in (
            ("runs_frozen_whole", range(len(values))),
            ("runs_after_freeze", range(part.base.stop, len(values))),
        ):
            if expected[key] is not None:
                judged = Judged(values, lines, span, 0)
                compare_runs([side for side in judged.sides.values() if side], expected[key])


def compare_runs(sides: list[int], expected: dict[str, Any]) -> None:
    assert len(sides) == expected["n_useful"]
    if not sides:
        assert not expected["signal"]
        return
    assert find_longest_run(sides) == expected["longest_run"]
    assert find_longest_allowed(len(sides)) == expected["longest_run_max"]
    assert count_crossings(sides) == expected["crossings"]
    assert find_fewest_crossings(len(sides)) == expected["crossings_min"]
    if len(sides) >= 10:
        assert bool(find_unrest(sides)) == expected["signal"]


@pytest.mark.parametrize(
    ("m", "k", "level", "expected", "rank"),
    [
        pytest.param(
            case["m"], case["k"], level, expected, case["line_rank_from_worst"],
            id=f"{case['m']}-{case['k']}-{level}",
        )
        for case in read("count-rule")["cases"]
        for level, expected in case["expected"].items()
    ],
)  # fmt: skip
def test_the_count_rule_is_exact(
    m: int, k: int, level: str, expected: dict[str, Any], rank: int
) -> None:
    assert find_line_rank(m) == rank
    least = find_least(m, k, LEVELS[level])
    assert least == expected["least"]
    tails = find_tails(m, k)
    if least is None:
        assert tails[k] == near(expected["p_one_less"])
        return
    numerator, denominator = map(int, expected["p"].split("/"))
    assert tails[least] == pytest.approx(numerator / denominator, rel=1e-12)
    assert tails[least - 1] == near(expected["p_one_less"])


@pytest.mark.parametrize("case", cases("difference"))
def test_the_interval_of_a_difference_is_newcombes(case: dict[str, Any]) -> None:
    before, after = ((side["numerator"], side["n"]) for side in (case["before"], case["after"]))
    expected = case["expected"]
    assert find_wilson_limits(*before, 0.025) == near_both(expected["wilson_before"])
    assert find_wilson_limits(*after, 0.025) == near_both(expected["wilson_after"])
    low, high = find_newcombe_limits(before, after, 0.025)
    assert (low, high) == near_both([expected["lower"], expected["upper"]])


def near_both(values: list[float]) -> Any:
    return pytest.approx(tuple(values), rel=1e-9, abs=1e-9)


def test_every_chart_type_has_its_reference() -> None:
    assert set(CHARTS) <= {path.stem for path in VECTORS.glob("*.json")}
