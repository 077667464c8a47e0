"""What it takes to begin a site: `stories init` and build beside `mkdocs new` and build.

Usage: python -m benchmarks.beginning [--times N] [-o DIR]

Both in turn, in one run, each in an empty folder; every number is kept in `beginning.json`, and
`BEGINNING.md` has their middle.
"""

import argparse
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.cost import measure
from benchmarks.machine import describe_machine

HERE = Path(__file__).parent
WAYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Improvement Stories": {"begin": ("stories", "init", "."), "build": ("stories", "build")},
    "MkDocs": {"begin": ("mkdocs", "new", "."), "build": ("mkdocs", "build", "--quiet")},
}


def measure_ways(times: int, work: Path) -> dict[str, dict[str, list[float]]]:
    """Measure each step of each way so many times: seconds on the clock, and the pages made."""
    found: dict[str, dict[str, list[float]]] = {}
    for number in range(times):
        for way, steps in WAYS.items():
            folder = work / f"{way}-{number}"
            folder.mkdir()
            kept = found.setdefault(way, {})
            for step, (program, *words) in steps.items():
                command = (str(Path(sys.executable).with_name(program)), *words)
                cost = measure(command, folder, work / "log")
                kept.setdefault(step, []).append(round(cost.wall, 3))
            kept["pages"] = [len([*(folder / "site").rglob("*.html")])]
    return found


def write_report(told: Mapping[str, object], ways: Mapping[str, Mapping[str, list[float]]]) -> str:
    """Write what was found as Markdown."""
    head = (
        f"Measured on {told['date']}: {told['machine']}. Seconds on the clock, the middle of "
        f"{told['times']}, both programs in turn in one run."
    )
    lines = [
        "# What it takes to begin",
        "",
        head,
        "",
        "|  | begin | build | both | pages |",
        "| --- | --: | --: | --: | --: |",
    ]
    for way, steps in ways.items():
        both = [a + b for a, b in zip(steps["begin"], steps["build"], strict=True)]
        begin, build, whole = (median(each) for each in (steps["begin"], steps["build"], both))
        pages = int(steps["pages"][0])
        lines.append(f"| {way} | {begin:.2f} s | {build:.2f} s | {whole:.2f} s | {pages} |")
    end = (
        "`stories init` and `stories build`; `mkdocs new` and `mkdocs build`. The pages of a new "
        "site of stories are its one story, its domains and lists, the form, the guide and a page "
        "for each rule; MkDocs makes one page and the one for what is not found. "
        "`python -m benchmarks.beginning` measures it again."
    )
    return "\n".join([*lines, "", end, ""])


def main() -> None:
    """Measure, and keep what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beginning", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often each is done")
    parser.add_argument("-o", "--output", type=Path, default=HERE, help="where the report goes")
    said = parser.parse_args()
    machine = describe_machine()
    names = f"{machine['processor']}, {machine['cores']} cores, {machine['memory']} of memory"
    told = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": f"{names}, {machine['system']}, Python {machine['python']}",
        "times": said.times,
    }
    with tempfile.TemporaryDirectory() as work:
        ways = measure_ways(said.times, Path(work))
    kept = json.dumps({**told, "ways": ways}, indent=1)
    (said.output / "beginning.json").write_text(f"{kept}\n", encoding="utf-8")
    (said.output / "BEGINNING.md").write_text(write_report(told, ways), encoding="utf-8")
    print((said.output / "BEGINNING.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
