"""Figures as a ward writes them: which chart comes of them, and what its page says."""

import datetime as dt
from pathlib import Path

import pytest

from generator.collection.link import link
from generator.collection.story_evidence import RecordEvidence, judge_records
from generator.load.project import Project, read_project
from generator.model import Story
from generator.pages.chart import Chart, make_chart

TODAY = dt.date(2026, 11, 23)
STORY = """\
---
title: A lamp by the door
summary: We hung a lamp by the door of the clinic, and counted what came of it each month.
date: 2026-11-02
domains: [surroundings]
status: made
changed_on: 2026-01-01
measures:
{measures}
---

We hung a lamp by the door.
"""
FEW = """\
  - title: {title}
    type: {kind}
    unit: "{unit}"
    direction: {direction}
    file: {file}
{more}"""
MONTHS = [dt.date(2025 + month // 12, month % 12 + 1, 1) for month in range(22)]
BEFORE, AFTER = 12, 10


def _write(  # noqa: PLR0913 (what a ward writes of a measure)
    root: Path,
    rows: list[str],
    *,
    unit: str = "minutes",
    direction: str = "decrease",
    more: str = "",
    kind: str = "outcome",
) -> tuple[Story, RecordEvidence]:
    folder = root / "stories/2026/a-lamp"
    folder.mkdir(parents=True)
    measure = FEW.format(
        title="What came of it",
        kind=kind,
        unit=unit,
        direction=direction,
        file="counted.csv",
        more=more,
    )
    (folder / "index.md").write_text(STORY.format(measures=measure), encoding="utf-8")
    (folder / "counted.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return _read(root)


def _read(root: Path) -> tuple[Story, RecordEvidence]:
    reading = read_project(Project(root))
    assert [p for p in reading.problems if p.fault.severity == "error"] == []
    collection = link(reading.stories, reading.actions, reading.domains)
    (story,) = collection.stories
    return story, judge_records(collection, TODAY).of(story)


def _draw(shown: RecordEvidence) -> Chart:
    return make_chart(shown.measured[0], (), "_m1")


def _rows(values: list[str], header: str = "date,value") -> list[str]:
    return [header, *(f"{day},{value}" for day, value in zip(MONTHS, values, strict=True))]


def _wander(low: int, *, fall: int = 0) -> list[int]:
    """Make values that wander by a few, and are lower by so many after the change."""
    steps = [0, 4, 1, 5, 2, 3]
    return [low + steps[i % 6] - (fall if i >= BEFORE else 0) for i in range(len(MONTHS))]


def test_values_with_a_year_before_the_change_make_an_xmr_chart(tmp_path: Path) -> None:
    _, shown = _write(tmp_path, _rows([str(v) for v in _wander(30, fall=12)]))
    chart = _draw(shown)
    assert chart.type == "XmR chart"
    assert shown.verdict.label == "signal"
    assert chart.sentence.startswith("32 minutes before, 20 minutes now: 12 minutes less")
    assert [end.words for end in chart.ends] == ["32", "20"]


def test_values_with_few_months_before_the_change_make_a_run_chart(tmp_path: Path) -> None:
    rows = _rows([str(v) for v in _wander(30)])
    _, shown = _write(tmp_path, [rows[0], *rows[5:]])
    assert _draw(shown).type == "run chart"


def test_a_count_out_of_n_makes_a_p_chart_with_steps(tmp_path: Path) -> None:
    rows = _rows([f"{v // 3},{30 + v % 3}" for v in _wander(40, fall=20)], "date,count,n")
    _, shown = _write(tmp_path, rows, unit="%")
    chart = _draw(shown)
    assert chart.type.startswith("p")
    assert any(level.path.count("v") > 3 for level in chart.levels if level.kind == "limit")
    assert (chart.out_of, chart.rows[0].n) == ("How many", "13 of 31")


def test_a_table_says_how_many_of_how_many_where_they_were_counted(tmp_path: Path) -> None:
    _, shown = _write(tmp_path / "n", ["date,value,n", "2026-01-01,25,40"], unit="%")
    assert (_draw(shown).out_of, _draw(shown).rows[0].n) == ("Out of", "40")
    falls = ["date,count,n", "2026-01-01,3,1912"]
    _, shown = _write(
        tmp_path / "rate", falls, unit="falls in 1,000 bed days", more="    per: 1000\n"
    )
    assert _draw(shown).rows[0].n == "3 in 1,912"
    _, shown = _write(tmp_path / "bare", ["date,value", "2026-01-01,25"], unit="%")
    assert (_draw(shown).out_of, _draw(shown).rows[0].n) == ("", "")


def test_falls_in_bed_days_make_a_u_chart(tmp_path: Path) -> None:
    rows = _rows([f"{v / 10},{900 + v}" for v in _wander(40)], "date,value,n")
    _, shown = _write(tmp_path, rows, unit="falls in 1,000 bed days", more="    per: 1000\n")
    assert _draw(shown).type.startswith("u")


@pytest.mark.parametrize("kind", ["c", "g"])
def test_a_count_chart_comes_by_its_name_alone(tmp_path: Path, kind: str) -> None:
    rows = _rows([str(v) for v in _wander(5, fall=3)])
    _, shown = _write(tmp_path, rows, unit="falls", more=f"    chart: {kind}\n")
    assert _draw(shown).type.startswith(kind)


def test_days_of_events_make_a_t_chart_with_the_time_since_the_last(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    days = [f"2025-{month:02d}-{9 + month}" for month in range(1, 13)] + ["2026-02-20"]
    measure = f"""\
  - title: Falls by the door
    type: outcome
    direction: decrease
    events: [{", ".join(days)}]
    observed: {{from: 2025-01-01, to: 2026-10-31}}"""
    (folder / "a-lamp.md").write_text(STORY.format(measures=measure), encoding="utf-8")
    _, shown = _read(tmp_path)
    chart = _draw(shown)
    assert chart.type == "t chart"
    assert chart.open_end
    assert shown.verdict.label == "signal"
    assert chart.sentence.startswith("One in 30 days before, one in 304 days now: at least")
    assert [(end.kind, end.words) for end in chart.ends] == [("centre", "30")]
    assert shown.verdict.as_of == "as of 31 October 2026"


def test_the_values_at_the_end_of_a_t_chart_are_those_of_its_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    days = [MONTHS[0] + dt.timedelta(11 * i + i % 5) for i in range(33)]
    days += [dt.date(2026, 2, 3), dt.date(2026, 5, 20), dt.date(2026, 9, 1)]
    measure = f"""\
  - title: Falls by the door
    type: outcome
    direction: decrease
    events: [{", ".join(map(str, days))}]
    observed: {{from: 2025-01-01, to: 2026-10-31}}"""
    (folder / "a-lamp.md").write_text(STORY.format(measures=measure), encoding="utf-8")
    _, shown = _read(tmp_path)
    chart = _draw(shown)
    assert chart.sentence.startswith("One in 11 days before, one in 101 days now: at least")
    assert [(end.kind, end.words) for end in chart.ends] == [("now", "101"), ("faint", "11")]
    assert all(0 <= end.y <= 100 for end in chart.ends)


def test_cases_between_two_events_are_counted_by_no_month(tmp_path: Path) -> None:
    days = [day for i, day in enumerate(MONTHS) if i % 7]
    rows = ["date,value", *(f"{day},{i % 5}" for i, day in enumerate(days))]
    fields = {"unit": "cultures", "direction": "increase"}
    _, shown = _write(tmp_path / "months", rows, **fields)
    assert _draw(shown).counted == "18 counted months of 20"
    _, shown = _write(tmp_path / "between", rows, **fields, more="    chart: g\n")
    assert _draw(shown).counted == ""
    assert "of eight intervals after the change" in shown.measured[0].missing[0]


def test_a_month_that_was_not_counted_is_a_gap_and_never_nought(tmp_path: Path) -> None:
    values = [str(v) for v in _wander(30)]
    values[4], values[5], values[6] = "n/a", "", "-"
    _, shown = _write(tmp_path, _rows(values))
    chart = _draw(shown)
    assert chart.counted == "19 counted months of 22"
    assert chart.line.count("M") == 2
    assert len(chart.rows) == 19
    assert min(point.value for point in shown.measured[0].drawing.points) >= 30


@pytest.mark.parametrize(
    ("unit", "values", "low", "high"),
    [
        ("falls", [3, 0, 1, 0, 2, 0, 4, 0, 1, 0, 3, 0], 0, None),
        ("%", [99, 100, 96, 100, 95, 100, 98, 100, 97, 100, 99, 94], 0, 100),
    ],
)
def test_no_limit_lies_where_nothing_can(
    tmp_path: Path, unit: str, values: list[int], low: int, high: int | None
) -> None:
    rows = _rows([str(v) for v in (*values, *values[:AFTER])])
    _, shown = _write(tmp_path, rows, unit=unit)
    (phase,) = shown.measured[0].drawing.phases
    assert all(line.lower is None or line.lower >= low for line in phase.lines)
    assert all(line.upper is None or high is None or line.upper <= high for line in phase.lines)


def test_one_point_before_the_change_earns_no_label_and_no_pattern(tmp_path: Path) -> None:
    rows = _rows([str(v) for v in _wander(30, fall=12)])
    _, shown = _write(tmp_path, [rows[0], *rows[BEFORE:]])
    assert shown.verdict.label == "measured"
    chart = _draw(shown)
    assert chart.signs == ()
    assert chart.verdict.reason == "one month counted before the change, six are needed"


def test_a_chosen_baseline_earns_no_label_that_all_the_points_do_not_give(tmp_path: Path) -> None:
    values = [
        34,
        30,
        33,
        31,
        34,
        30,
        47,
        46,
        48,
        45,
        47,
        46,
        33,
        31,
        34,
        30,
        33,
        31,
        34,
        30,
        33,
        32,
    ]
    rows = _rows([str(v) for v in values])
    chosen = "    baseline: {from: 2025-07-01, to: 2025-12-31BECAUSE}\n"
    _, shown = _write(tmp_path / "a", rows, more=chosen.replace("BECAUSE", ""))
    assert shown.verdict.label == "measured"
    assert "chosen baseline" in _draw(shown).verdict.reason
    because = ", because: Until June it was counted on another ward."
    _, shown = _write(tmp_path / "b", rows, more=chosen.replace("BECAUSE", because))
    assert shown.verdict.label == "signal"
    assert any("another ward" in note for note in _draw(shown).notes)


def test_what_the_team_says_stands_beside_the_computed_sentence(tmp_path: Path) -> None:
    rows = _rows([str(v) for v in _wander(30)])
    _, shown = _write(tmp_path, rows, more="    says: People look up when they come in.\n")
    chart = _draw(shown)
    assert chart.says == "People look up when they come in."
    assert chart.sentence.startswith("About as before")


def test_harm_stands_beside_the_label_it_does_not_lower(tmp_path: Path) -> None:
    rows = _rows([str(v) for v in _wander(30, fall=-12)])
    _, shown = _write(tmp_path, rows, kind="balancing")
    assert (shown.verdict.has_harm, shown.verdict.is_worse) == (True, False)
    assert shown.verdict.figures[0].way == -1
    assert _draw(shown).verdict.words == "Signal for the worse"
