"""How often the label is wrong, and how often it finds a true change: `make evidence`.

Stories whose truth is known are judged by the site's own functions. Table, plot, seed and date are
kept in EVIDENCE.md; a target that is missed is said there, and makes the command fail.
"""

import argparse
import datetime as dt
import json
import math
import os
import random
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from benchmarks.evidence_plot import draw_evidence
from benchmarks.processes import CHANGED, LEANING, PROCESSES, STABLE, Process
from generator.evidence import Label, Series, StoryJudgement, judge_story
from generator.pages.simulation import FIGURES

HERE = Path(__file__).parent
SEED = 20260101
STORIES = 2000
COUNTS = (6, 12, 24)
SIZES = tuple((before, after) for before in COUNTS for after in COUNTS)
# How far a simulated share may lie beyond its target by chance: 3 standard errors.
ERRORS = 3
LOOKS = "normal, a look every month"


@dataclass(frozen=True, slots=True)
class Cell:
    """A process at one size: what is simulated, and then how many of the stories got a label."""

    process: str
    before: int
    after: int
    stories: int
    is_monthly: bool = False
    signal: int = 0
    worse: int = 0
    harm: int = 0

    @property
    def size(self) -> tuple[int, int]:
        return self.before, self.after

    def share(self, label: str) -> float:
        return getattr(self, label) / self.stories


QUICK = (
    Cell("normal", 12, 12, 3000),
    Cell("Poisson, mean 2", 6, 24, 300),
    Cell("days of falls, as events", 12, 12, 300),
    Cell("60 %, n of 4 or 100", 12, 24, 300),
    Cell("95 %, n of 40 before, 5 after", 12, 12, 300),
    Cell("three measures", 12, 12, 300),
    Cell("an outcome, two balancing", 12, 12, 300),
    Cell("each leans on the last, 0.3", 12, 12, 600),
    Cell("a rise of 0.3 SD a month that stops", 12, 12, 300),
    Cell("a rise of 0.3 SD a month that stops", 6, 24, 300),
    Cell("falls 10 % rarer a month, which stops", 12, 12, 300),
    Cell("a shift of 1.5 SD", 12, 12, 600),
)


def list_cells(stories: int) -> list[Cell]:
    cells = [Cell(process.name, *size, stories) for process in PROCESSES for size in SIZES]
    return cells + [Cell("normal", before, 24, stories // 2, is_monthly=True) for before in COUNTS]


def simulate(cell: Cell) -> Cell:
    """Judge the stories of a cell; the same seed gives the same stories in any order of cells."""
    process = next(each for each in PROCESSES if each.name == cell.process)
    rng = random.Random(f"{SEED} {cell.process} {cell.size} {cell.is_monthly}")
    signal = worse = harm = 0
    for _ in range(cell.stories):
        measures, changed_on = process.draw(rng, *cell.size)
        looks = list(look(measures, changed_on, cell))
        signal += any(judged.label.rank >= Label.SIGNAL.rank for judged in looks)
        worse += any(judged.worse for judged in looks)
        harm += any(judged.harm for judged in looks)
    return replace(cell, signal=signal, worse=worse, harm=harm)


def look(measures: list[Series], changed_on: dt.date, cell: Cell) -> Iterable[StoryJudgement]:
    """Judge a story once, or again with every month from the sixth on."""
    if not cell.is_monthly:
        yield judge_story(measures, changed_on)
        return
    for months in range(6, cell.after + 1):
        counted = cell.before + months
        seen = [replace(series, entries=series.entries[:counted]) for series in measures]
        yield judge_story(seen, changed_on)


def find_misses(cells: Iterable[Cell]) -> list[str]:
    """Find the targets that are missed by more than chance explains, in words."""
    missed = []
    for cell in cells:
        process = next(each for each in PROCESSES if each.name == cell.process)
        if cell.is_monthly or (process.sizes and cell.size not in process.sizes):
            continue
        for label, target, way in list_targets(process):
            error = ERRORS * math.sqrt(target * (1 - target) / cell.stories)
            if way * (cell.share(label) - target) > error:
                missed.append(
                    f"{cell.process}, {cell.before} + {cell.after}: {label} in "
                    f"{100 * cell.share(label):.1f} of 100, held to {100 * target:.0f}"
                )
    return missed


def list_targets(process: Process) -> list[tuple[str, float, int]]:
    """List what a process is held to: a label, a share of stories, and 1 for at most."""
    targets = (
        ("signal", process.most_signal, 1),
        ("worse", process.most_worse, 1),
        ("harm", process.most_worse, 1),
        ("signal", process.least_signal, -1),
    )
    return [(label, target, way) for label, target, way in targets if target is not None]


def simulate_all(cells: Sequence[Cell], workers: int) -> list[Cell]:
    with Pool(workers) as pool:
        return pool.map(simulate, cells, chunksize=1)


def write_report(cells: Sequence[Cell], stories: int, today: dt.date) -> str:
    missed = find_misses(cells)
    head = ["in 100 stories", *(f"{before} + {after}" for before, after in SIZES)]
    once = [cell for cell in cells if not cell.is_monthly]
    monthly = [cell for cell in cells if cell.is_monthly]
    parts = [
        "# How often the label is wrong",
        (f"Simulated on {today} with the seed {SEED}: {stories:,} stories for each figure, judged by "
        "the site's own functions. A figure near 5 is uncertain by 1.5 either way. "
        "`make evidence` does it again."),
        "![False labels by process, and shifts found](evidence.svg)",
        ("Sizes are months before + months after the change. A shift, a rise or a wave is told in "
        "standard deviations of a month's figure (SD)."),
        "## Nothing changed, and the points lean on nothing",
        "“Signal” is held to 5 in 100, “worse” to 5 in 100, at every size.",
        "### Signal", table(head, once, STABLE, "signal"),
        "### Worse", table(head, once, STABLE, "worse"),
        "### Harm, by balancing measures",
        table(head, once, [p for p in STABLE if "balancing" in p.name], "harm"),
        "## Nothing changed at the change, and the points lean on something",
        ("Signal is held to 10 in 100 where each point leans on the last by 0.3. Where figures were "
        "getting better before the change and stop at it, it is held to 15, and to 20 where the "
        "rise is the hardest to tell from chance: 0.15 SD a month over a year, 0.5 over half a "
        "year. To ask for more would hide true shifts. Drift after the change, seasons and a bad "
        "spell before it are not held to anything."),
        "### Signal", table(head, once, LEANING, "signal"),
        "### Worse", table(head, once, LEANING, "worse"),
        "## Something changed",
        "A shift of 1.5 SD is to be found in 80 of 100 at 12 + 12.",
        table(head, once, CHANGED, "signal"),
        "## Looked at every month",
        ("Normal, and nothing changed: looked at with the sixth month after the change and with "
        "every further month until the 24th. In 100 stories, some look said"),
        looks_table(monthly),
        "## What it is held to",
        "\n".join(f"- missed: {each}" for each in missed) or "All of it is met.",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def summarise(report: str) -> dict[str, Any]:
    """Find in a report what the page of labels tells: the least and the most of all sizes."""
    found = re.search(r"Simulated on (\S+) with .*?: ([\d,]+) stories", report)
    processes: dict[str, dict[str, list[float]]] = {}
    label = ""
    for line in report.splitlines():
        if line.startswith("#"):
            title = line.lstrip("# ").lower()
            label = next((name for name in ("worse", "harm") if name in title), "signal")
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"\d+ before", cells[0]):
            monthly = processes.setdefault(LOOKS, {})
            for name, share in zip(("signal", "worse"), cells[1:], strict=True):
                monthly.setdefault(name, []).append(float(share))
        elif line.startswith("| ") and re.fullmatch(r"[\d.]+", cells[-1]):
            processes.setdefault(cells[0], {})[label] = [float(share) for share in cells[1:]]
    return {
        "date": found[1] if found else "",
        "stories": int(found[2].replace(",", "")) if found else 0,
        "processes": {
            process: {name: [min(shares), max(shares)] for name, shares in labels.items()}
            for process, labels in processes.items()
        },
    }


def write_figures(report: str) -> str:
    """Write what the page of labels tells of a report."""
    return json.dumps(summarise(report), ensure_ascii=False, indent=1) + "\n"


def table(
    head: Sequence[str], cells: Sequence[Cell], processes: Sequence[Process], label: str
) -> str:
    found = {(cell.process, cell.size): cell for cell in cells}
    rows = [
        [process.name, *(f"{100 * found[process.name, size].share(label):.1f}" for size in SIZES)]
        for process in processes
        if (process.name, SIZES[0]) in found
    ]
    return lay_out(head, rows)


def looks_table(cells: Sequence[Cell]) -> str:
    rows = [
        [f"{c.before} before", f"{100 * c.share('signal'):.1f}", f"{100 * c.share('worse'):.1f}"]
        for c in cells
    ]
    return lay_out(["", "signal", "worse"], rows)


def lay_out(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    line = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, line, *rows])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=STORIES, help="stories for each figure")
    parser.add_argument("--quick", action="store_true", help="few stories, and nothing kept")
    options = parser.parse_args(arguments)
    cells = simulate_all(
        QUICK if options.quick else list_cells(options.stories), os.cpu_count() or 1
    )
    if not options.quick:
        report = write_report(cells, options.stories, dt.datetime.now(tz=dt.UTC).date())
        (HERE / "EVIDENCE.md").write_text(report, encoding="utf-8")
        FIGURES.write_text(write_figures(report), encoding="utf-8")
        (HERE / "evidence.svg").write_text(draw_evidence(cells), encoding="utf-8")
    missed = find_misses(cells)
    print("\n".join(missed) or "Every target is met.")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
