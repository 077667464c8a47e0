"""The report of a run: `RESULTS.md` and `plot.svg`, from its results and from nothing else."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.floor import tell_floor
from benchmarks.peers import OURS, PEERS, WITH_CARDS
from benchmarks.peers.peer import PER_PAGE
from benchmarks.plot import Line, Panel, draw_plot
from benchmarks.results import (
    CHANGED,
    CHECK,
    COLD,
    LOAD,
    PHASES,
    PREVIEW,
    SAME,
    Results,
)
from benchmarks.targets import judge

_HOW = """\
Every tool builds the same invented stories: about 600 words each, spread as the words of real
prose are, with the fields of a story and 30 months of data; every second one has an action record.
Each story and each action is a page. The peers get the same files, their domains called as each
tool calls its tags, and show title, date, summary, domains and text; they are not asked for what
they cannot do, and are set up with their defaults and their own search, or Pagefind's. Lists have
{per_page} entries a page where a tool divides them. {ours} runs with two processes and, as no peer
makes cards, without its cards.

Cold is with nothing left of an earlier build, and nothing of it just deleted; then once more with nothing changed; then with a
word added to a story in the middle. The tools take turns, twice round, and the lesser time
counts. Processor time is what the system charges all processes of a build; memory is the most that
they held together, shared pages counted once, looked up every 50 ms. The first search is what a
browser fetches of the search's files, uncompressed by the server, to answer one word of six
letters; the whole search is all of its files. A preview whose search is there is open in a browser
that shows a story; what is told is the middle one of five edits to it, from the file saved to the
words on the page.
"""
_KINDS = (
    ("checks", "checks fields, consent and evidence"),
    ("facets", "narrows lists by facets"),
    ("charts", "draws charts and judges evidence"),
    ("cards", "draws cards for sharing"),
    ("changes", "builds only what has changed"),
)


def write_report(results: Results, folder: Path) -> None:
    """Write the table and the plot of a run into a folder."""
    (folder / "RESULTS.md").write_text(render_report(results), encoding="utf-8")
    (folder / "plot.svg").write_text(render_plot(results), encoding="utf-8")


def render_plot(results: Results) -> str:
    """Draw the seconds of a cold build, and of one after a change, against the stories."""
    titles = {COLD: "A cold build", CHANGED: "One story changed"}
    panels = [Panel(title, tuple(_find_lines(results, phase))) for phase, title in titles.items()]
    return draw_plot(panels)


def _find_lines(results: Results, phase: str) -> Iterator[Line]:
    for peer in PEERS:
        if peer is not WITH_CARDS:
            found = (results.best(peer.name, size, phase) for size in sorted(results.sizes))
            yield Line(peer.name, tuple((each.size, each.wall) for each in found if each))


def render_report(results: Results) -> str:
    """Write the whole report as Markdown."""
    parts = [
        "# What a build costs",
        f"Measured on {results.date}: {_tell_machine(results.machine)}.",
        "![Seconds of a build against the number of stories](plot.svg)",
        *_targets(results),
    ]
    for size in sorted(results.sizes, reverse=True):
        parts += [f"## {size:,} stories", _builds(results, size)]
    parts += ["## What the peers do not do", *_lacks(results)]
    parts += ["## How it was measured", _how(), *_versions(results)]
    if results.notes:
        parts += ["## What to know besides", "\n".join(f"- {note}" for note in results.notes)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _tell_machine(machine: dict[str, str]) -> str:
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory']} of memory, "
        f"{machine['system']}, Python {machine['python']}"
    )


def _targets(results: Results) -> Iterator[str]:
    rows = [
        (target.label, f"{target.most:g}", f"{found:.2f}", "yes" if met else "no")
        for target, found, met in judge(results)
        if found is not None
    ]
    if rows:
        yield "## What it is held to"
        yield "Seconds against seconds within this run, but for the last two."
        yield _table(("", "at most", "found", "met"), rows)


def _builds(results: Results, size: int) -> str:
    rows = []
    for peer in PEERS:
        timings = [results.best(peer.name, size, phase) for phase in PHASES]
        output = results.output(peer.name, size)
        if not timings[0]:
            continue
        memory = max(timing.memory for timing in timings if timing)
        times = [f"{t.wall:.2f} s ({t.cpu:.2f})" if t else "–" for t in timings]
        left = ["–"] * 4
        if output:
            first = _bytes(output.first) if output.first is not None else "–"
            left = [_bytes(output.total), f"{output.files:,}", first, _bytes(output.index)]
        rows.append((peer.name, *times, f"{memory / 1e6:.0f} MB", *left))
    head = (
        "",
        "cold (processor)",
        SAME,
        CHANGED,
        "memory",
        "output",
        "files",
        "first search",
        "whole search",
    )
    check, load = (results.best(who, size, COLD) for who in (CHECK, LOAD))
    told = ""
    if check and load:
        told = (
            f"\n\n`stories check` of all of them took {check.wall:.2f} s; PyYAML's C loader, "
            f"which does no more than load their front matter, {load.wall:.2f} s."
        )
    return _table(head, rows) + told + tell_floor(results, size) + _tell_preview(results, size)


def _tell_preview(results: Results, size: int) -> str:
    waited = results.best(PREVIEW, size, CHANGED)
    if not waited:
        return ""
    return f"\n\nWith a preview of all of them open, a browser showed an edit after {waited.wall:.2f} s."


def _bytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} KB"


def _lacks(results: Results) -> Iterator[str]:
    """Tell what each peer does of what the records are for."""
    peers = [peer for peer in PEERS if peer.lacks and peer.name in results.versions]
    rows = [(title, *(getattr(peer.lacks, name) for peer in peers)) for name, title in _KINDS]
    yield "As they were set up here, and beside pages, lists and a search:"
    yield _table(("", *(peer.name for peer in peers)), rows, figures=False)


def _how() -> str:
    return _HOW.format(per_page=PER_PAGE, ours=OURS.name)


def _versions(results: Results) -> Iterator[str]:
    told = (
        f"{name} {number}" for each in results.versions.values() for name, number in each.items()
    )
    yield f"Versions: {', '.join(dict.fromkeys(told))}."


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], *, figures: bool = True) -> str:
    lines = [tuple(head), *map(tuple, rows)]
    ruled = [lines[0], ("---", *["--:" if figures else "---"] * (len(lines[0]) - 1)), *lines[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in ruled)


if __name__ == "__main__":
    kept = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    write_report(Results.load(kept / "results.json"), kept)
