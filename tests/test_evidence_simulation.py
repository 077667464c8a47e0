"""How often the label is wrong: the simulation holds, and fails where the rule is weakened."""

import random
from datetime import date
from typing import Any

import pytest
from command import ROOT
from lxml import etree

from benchmarks.evidence import (
    COUNTS,
    QUICK,
    SIZES,
    Cell,
    find_misses,
    list_cells,
    simulate,
    write_figures,
    write_report,
)
from benchmarks.evidence_plot import draw_evidence
from benchmarks.processes import PROCESSES, bad_spell, poisson, story
from generator.evidence import control_median, event_rates, label
from generator.pages.simulation import FIGURES, read_simulation

pytestmark = pytest.mark.site


def run(*names: str) -> list[str]:
    return find_misses([simulate(cell) for cell in QUICK if not names or cell.process in names])


def test_the_label_is_seldom_wrong_and_finds_a_true_change() -> None:
    assert run() == []


def test_a_level_of_11_in_100_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label, "ALPHA", 0.11)
    assert run("normal")


def test_a_label_that_asks_no_rest_of_its_baseline_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control_median, "find_movement", lambda _: None)
    assert run("a rise of 0.3 SD a month that stops")


def test_a_label_that_looks_at_no_line_of_its_baseline_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(control_median, "line_leads_there", lambda *_: False)
    (missed,) = run("a rise of 0.3 SD a month that stops")
    assert "6 + 24" in missed
    monkeypatch.setattr(event_rates, "rate_leads_there", lambda *_: False)
    assert run("falls 10 % rarer a month, which stops")


def test_a_label_that_counts_months_and_not_people_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control_median, "find_overlap", lambda *_: None)
    assert run("95 %, n of 40 before, 5 after")


def test_the_same_seed_gives_the_same_stories() -> None:
    cell = Cell("normal", 6, 6, 40)
    assert simulate(cell) == simulate(cell)


def test_every_process_is_simulated_at_every_size() -> None:
    cells = list_cells(10)
    once = {(cell.process, cell.size) for cell in cells if not cell.is_monthly}
    assert once == {(process.name, size) for process in PROCESSES for size in SIZES}
    assert {cell.before for cell in cells if cell.is_monthly} == set(COUNTS)


def test_a_look_every_month_finds_what_one_look_finds() -> None:
    monthly, once = (
        simulate(Cell("a shift of 2 SD", 12, 7, 20, is_monthly=each)) for each in (True, False)
    )
    assert monthly.signal >= once.signal > 0


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (Cell("normal", 6, 6, 100, signal=20), "signal in 20.0 of 100, held to 5"),
        (Cell("normal", 6, 6, 100, worse=20), "worse in 20.0 of 100, held to 5"),
        (Cell("an outcome, two balancing", 6, 6, 100, harm=20), "harm in 20.0"),
        (Cell("a shift of 1.5 SD", 12, 12, 100, signal=50), "held to 80"),
    ],
)
def test_a_missed_target_is_told(cell: Cell, told: str) -> None:
    (missed,) = find_misses([cell])
    assert told in missed


def test_a_team_that_acts_after_a_bad_spell_has_one() -> None:
    (series,), _ = bad_spell(random.Random(1), 12, 6)
    assert sum(entry.value or 0 for entry in series.entries[9:12]) <= -1.5


def test_poisson_counts_have_their_mean() -> None:
    rng = random.Random(5)
    counts = [poisson(rng, 2) for _ in range(4000)]
    assert sum(counts) / 4000 == pytest.approx(2, abs=0.1)
    assert sum(count == 0 for count in counts) / 4000 == pytest.approx(0.1353, abs=0.02)


def test_the_report_and_the_plot_tell_what_was_simulated() -> None:
    cells = [Cell(c.process, c.before, c.after, 10, c.is_monthly, 1) for c in list_cells(10)]
    report = write_report(cells, 10, date(2026, 1, 2))
    assert "Simulated on 2026-01-02" in report
    assert all(f"| {process.name} |" in report for process in PROCESSES)
    plot: Any = etree.fromstring(draw_evidence(cells).encode())
    assert len(plot.findall("{*}polyline")) == 3


def test_what_is_kept_was_written_by_this_simulation() -> None:
    kept = (ROOT / "benchmarks" / "EVIDENCE.md").read_text(encoding="utf-8")
    assert "All of it is met." in kept
    cell = simulate(Cell("normal", 12, 12, 2000))
    row = next(line for line in kept.splitlines() if line.startswith("| normal |"))
    assert row.split("|")[2 + SIZES.index((12, 12))].strip() == f"{100 * cell.share('signal'):.1f}"


def test_points_are_months() -> None:
    _, changed_on = story([1.0] * 14, 13)
    assert changed_on == date(2021, 2, 1)


def test_the_page_of_labels_tells_what_the_last_simulation_found() -> None:
    report = (ROOT / "benchmarks/EVIDENCE.md").read_text(encoding="utf-8")
    assert FIGURES.read_text(encoding="utf-8") == write_figures(report)
    told = read_simulation()
    normal = next(row for row in told.nothing if "by itself" in row.words)
    assert (normal.signal, normal.worse) == ("1 to 3.5", "1.3 to 3.6")
    assert all(row.signal for row in (*told.nothing, *told.leaning, *told.changed))
