"""Measure this generator and its peers over the same stories: python -m benchmarks.run

Each tool builds cold, then with nothing changed, then with a word added to a story in the middle;
twice round, tool by tool, so that a slow moment of the machine does not fall on one of them alone,
and the lesser number counts. What was found is written down after every step.
"""

import argparse
import datetime as dt
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import ROOT, write_corpus
from benchmarks.cost import CommandError, Cost, measure
from benchmarks.machine import describe_machine
from benchmarks.peers import HUGO, OURS, PEERS, Peer
from benchmarks.peers.ours import CHECK as CHECK_COMMAND
from benchmarks.peers.ours import SERVE
from benchmarks.previewing import measure_preview
from benchmarks.report import write_report
from benchmarks.results import (
    CHANGED,
    CHECK,
    COLD,
    COPY,
    LINK,
    LOAD,
    MARK,
    PREVIEW,
    SAME,
    Output,
    Results,
    Timing,
)
from benchmarks.searching import measure_first_search, measure_index

SIZES = (100, 1000, 10_000)
MOST_PREVIEWED = 1000
ROUNDS = 2
WORK = ROOT / ".cache/bench"


class Run:
    """One run: where it works, what it found, and how long it may go on."""

    def __init__(self, output: Path, work: Path, minutes: float) -> None:
        """Begin with nothing found."""
        self.output, self.work = output, work
        self.end = time.monotonic() + minutes * 60
        today = dt.datetime.now(dt.UTC).date().isoformat()
        self.results = Results(date=today, machine=describe_machine())
        self.log = work / "run.log"
        self.out_of_order: set[str] = set()
        self.spent: dict[str, float] = {}

    def find_peers(self, peers: tuple[Peer, ...]) -> list[Peer]:
        """Find the tools that can be had, and note which cannot."""
        found = []
        for peer in peers:
            if fault := peer.find_fault():
                self.results.notes.append(f"{peer.name} was left out: {fault}.")
            else:
                self.results.versions[peer.name] = dict(peer.find_versions())
                found.append(peer)
        return found

    def measure_size(self, size: int, peers: list[Peer]) -> None:
        """Measure every tool over a corpus of this size."""
        self.results.sizes.append(size)
        corpus = _empty(self.work / f"corpus-{size}")
        write_corpus(size, corpus)
        # Hugo goes first: whoever comes later removes what it replaces, after which some disks make
        # files slowly for a while.
        mine = [peer for peer in peers if not peer.sizes or size in peer.sizes]
        mine.sort(key=lambda peer: peer is not HUGO)
        homes = {peer.slug: _empty(self.work / f"{peer.slug}-{size}") for peer in mine}
        for peer in mine:
            peer.lay_out(corpus, homes[peer.slug])
        for lap in range(ROUNDS):
            for peer in mine:
                if peer.name in self.out_of_order:
                    continue
                began = time.monotonic()
                if lap and began + self.spent[peer.name] > self.end:
                    note = f"{peer.name} had one round at {size:,} stories: the time was up."
                    self.results.notes.append(note)
                    continue
                self._measure_peer(peer, size, homes[peer.slug], weigh=lap == 0)
                self.spent[peer.name] = time.monotonic() - began
            self._measure_check(size, corpus)
            self._measure_floor(size, homes)
            if size <= MOST_PREVIEWED and OURS.slug in homes:
                self._measure_preview(size, homes[OURS.slug])
        self.save()
        for folder in (corpus, *homes.values()):
            self._put_aside(folder)

    def _measure_peer(self, peer: Peer, size: int, home: Path, *, weigh: bool) -> None:
        for path in (peer.output, *peer.caches):
            self._put_aside(home / path)
        try:
            self._time(peer, size, home, COLD)
            self._time(peer, size, home, SAME)
            with (home / peer.find_story(size // 2)).open("a", encoding="utf-8") as story:
                story.write("\nPostscript.\n")
            self._time(peer, size, home, CHANGED)
        except CommandError as error:
            self._note_fault(f"{peer.name} gave up at {size:,} stories", error)
            self.out_of_order.add(peer.name)
            return
        if weigh:
            site = home / peer.output
            sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
            index, first = measure_index(site, peer.search), measure_first_search(site, peer.search)
            found = Output(peer.name, size, sum(sizes), len(sizes), index, first)
            self.results.outputs.append(found)
            self.save()

    def _time(self, peer: Peer, size: int, home: Path, phase: str) -> None:
        cost = Cost(0, 0, 0)
        for command in peer.commands:
            cost = cost.then(measure(command, home, self.log))
        self._note(peer.name, size, phase, cost)

    def _put_aside(self, path: Path) -> None:
        """Take something away without deleting it, after which some disks make files slowly."""
        if path.exists():
            gone = self.work / "gone"
            gone.mkdir(exist_ok=True)
            path.rename(gone / str(len(list(gone.iterdir()))))

    def _measure_check(self, size: int, corpus: Path) -> None:
        here = Path(__file__).parent
        load, mark = (
            (sys.executable, str(here / name), "stories") for name in ("loading.py", "marking.py")
        )
        self._put_aside(corpus / ".cache")
        try:
            self._note(CHECK, size, COLD, measure(CHECK_COMMAND, corpus, self.log))
            self._note(LOAD, size, COLD, measure(load, corpus, self.log))
            self._note(MARK, size, COLD, measure(mark, corpus, self.log))
        except CommandError as error:
            self._note_fault(f"{CHECK} gave up at {size:,} stories", error)

    def _measure_floor(self, size: int, homes: Mapping[str, Path]) -> None:
        """Measure what other programs take for parts of our work: a copy of the site, links to it."""
        copy, link = ("cp", "-r", OURS.output, "copy"), ("cp", "-al", OURS.output, "copy")
        try:
            if home := homes.get(OURS.slug):
                self._note(COPY, size, COLD, measure(copy, home, self.log))
                self._put_aside(home / "copy")
                self._note(LINK, size, CHANGED, measure(link, home, self.log))
                self._put_aside(home / "copy")
        except CommandError as error:
            self._note_fault(f"The floor at {size:,} stories was not found", error)

    def _measure_preview(self, size: int, home: Path) -> None:
        """Measure what somebody waits for who edits a story with a preview of all of them open."""
        waited = measure_preview(SERVE, home, OURS.find_story(size // 2))
        if waited is None:
            self.results.notes.append(f"No edit was seen in a preview of {size:,} stories.")
        else:
            self._note(PREVIEW, size, CHANGED, Cost(waited, 0, 0))

    def _note(self, who: str, size: int, phase: str, cost: Cost) -> None:
        timing = Timing(who, size, phase, round(cost.wall, 3), round(cost.cpu, 3), cost.memory)
        self.results.timings.append(timing)
        print(
            f"{size:>6,}  {who:<32} {phase:<18} {cost.wall:8.2f} s {cost.cpu:8.2f} s cpu",
            flush=True,
        )
        self.save()

    def _note_fault(self, what: str, error: CommandError) -> None:
        """Note what went wrong, without saying where on whose machine."""
        self.results.notes.append(f"{what}: {str(error).replace(str(ROOT), '.')}")
        self.save()

    def save(self) -> None:
        """Write down what was found so far: the numbers, the table and the plot."""
        self.output.mkdir(parents=True, exist_ok=True)
        self.results.save(self.output / "results.json")
        write_report(self.results, self.output)


def _empty(folder: Path) -> Path:
    _remove(folder)
    folder.mkdir(parents=True)
    return folder


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def main() -> None:
    """Read the options, measure, and say where the report is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100 stories only; keep no report")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many stories")
    parser.add_argument("--peers", nargs="+", help="only these, by the first word of their names")
    parser.add_argument("--minutes", type=float, default=32, help="no second round beyond these")
    parser.add_argument("-o", "--output", type=Path, help="where the report goes")
    said = parser.parse_args()
    peers = tuple(
        peer
        for peer in PEERS
        if not said.peers or peer.name.split()[0].lower() in map(str.lower, said.peers)
    )
    output = said.output or (WORK / "report" if said.quick else ROOT / "benchmarks")
    run = Run(output, _work_in(WORK), said.minutes)
    found = run.find_peers(peers)
    for size in SIZES[:1] if said.quick else sorted(said.sizes):
        run.measure_size(size, found)
    shutil.rmtree(run.work / "gone", ignore_errors=True)
    print((output / "RESULTS.md").read_text(encoding="utf-8"))


def _work_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.log").write_bytes(b"")
    return folder


if __name__ == "__main__":
    main()
