"""The search index: Pagefind over one small HTML file for each page, never over the full pages.

Words are Pagefind's; the choices by which the list of stories is narrowed are a table beside the
index, `build/facet_table.py`. It is made in shards, so that a new story costs a part of it.
"""

import datetime as dt
import json
from collections.abc import Container, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from generator.build.cached_output import CachedOutput, pack_stamps, pack_text, unpack_stamps
from generator.build.pagefind import SearchError, Shard
from generator.build.write_files import FileWriter
from generator.pages.search_entries import straighten
from generator.pages.types import SearchEntry

BUNDLE = "pagefind"
# Pagefind compares every page that it finds with every place of the words, so that two halves are
# searched in half the time of the whole, and are made in half the memory; each shard costs the
# first search a few files more.
MOST_PER_SHARD = 1900
_FEWEST_PER_SHARD = 240
_SHARDS = 2
_WEIGHTS = {"title": 10, "summary": 5, "also": 0.5}


class SearchIndex:
    """The index of a site, in shards; a shard whose words are as before is taken over whole.

    Pagefind makes one shard at a time, as soon as the words of all its entries are known; while it
    makes one it takes a third of a MB for each page. One that `waits` leaves it all to the end, for
    a preview whose pages somebody waits for.
    """

    def __init__(
        self, writer: FileWriter, most: int = MOST_PER_SHARD, *, waits: bool = False
    ) -> None:
        """Know where the site is built, and how many pages a shard may hold."""
        self._writer = writer
        self._most = most
        self._waits = waits
        self._is_killed = False
        self._shards: list[list[SearchEntry]] = []
        self._words: list[dict[str, bytes]] = []
        self._places: dict[str, tuple[int, SearchEntry]] = {}
        self._waiting: list[Shard] = []
        self._running: Shard | None = None

    def begin(
        self,
        entries: Iterable[SearchEntry],
        later: Container[str],
        outcomes: Mapping[str, CachedOutput],
    ) -> None:
        """Divide the entries into shards, and take the words of those that are there already.

        `outcomes` have the words of records, by address; those of the addresses in `later` are
        still to be made.
        """
        # Where a page of prose has the address of a record, the record comes first.
        told = {entry.address: entry for entry in reversed(tuple(entries))}
        most = min(self._most, _choose_most(len(told)))
        self._shards = divide_entries(tuple(told.values())[::-1], most)
        self._words = [{} for _ in self._shards]
        for number, shard in enumerate(self._shards):
            self._places.update((entry.address, (number, entry)) for entry in shard)
        for address in self._places:
            if address not in later:
                self.take(address, outcomes.get(address))

    def find_place(self, address: str) -> int:
        """Find the number of the shard that has an entry; what has none comes last."""
        return self._places[address][0] if address in self._places else len(self._shards)

    def take(self, address: str, outcome: CachedOutput | None) -> None:
        """Take the words of an entry; the last ones of a shard let Pagefind make it."""
        if address not in self._places:
            return
        number, entry = self._places[address]
        words = outcome.words if outcome else b""
        self._words[number][address] = words or pack_text(write_entry(entry))
        if len(self._words[number]) == len(self._shards[number]):
            self._add(number)
        if not self._waits:
            self._go_on()

    def finish(self) -> None:
        """Wait until all of the index is there.

        Raises:
            SearchError: Pagefind is missing or failed.

        """
        if self._running is None:
            self._start_next()
        while self._running:
            self._collect(self._running)
            self._start_next()
        self._writer.write(f"{BUNDLE}/shards.json", json.dumps(self._list_names()[1:]))

    def kill(self) -> None:
        """End what is still running, and begin nothing more; whoever waits for it is told so."""
        self._is_killed = True
        if shard := self._running:
            shard.kill()

    def stop(self) -> None:
        """Stop what is still running, if anything is, and clear up."""
        if self._running:
            self._running.stop()

    def _list_names(self) -> list[str]:
        """Number them from the oldest, so that a new one leaves the names of the others alone."""
        return ["", *(f"shard-{number}/" for number in range(len(self._shards) - 1, 0, -1))]

    def _add(self, number: int) -> None:
        told, words = self._shards[number], self._words[number]
        in_order = {entry.address: words[entry.address] for entry in told}
        shard = Shard(self._list_names()[number], told, in_order)
        kept = self._writer.store.find("shard", shard.key)
        if not (kept and self._writer.link(unpack_stamps(kept))):
            self._waiting.append(shard)

    def _go_on(self) -> None:
        if self._running is None:
            self._start_next()
        elif self._running.is_made():
            self._collect(self._running)
            self._start_next()

    def _collect(self, shard: Shard) -> None:
        files = [f"{BUNDLE}/{file}" for file in shard.finish(self._writer.new / BUNDLE)]
        self._writer.store.keep("shard", shard.key, pack_stamps(self._writer.stamp(files)))

    def _start_next(self) -> None:
        self._running = self._waiting.pop(0) if self._waiting and not self._is_killed else None
        if self._running:
            self._running.start()
        if self._is_killed:  # perhaps while it was being started
            self.stop()
            raise SearchError("The search index was given up.")


def _choose_most(count: int) -> int:
    """Choose how many pages a shard may hold: two shards do, unless that were too many for one.

    Of a small index too, a part is then made while later pages are drawn, and another story costs
    a part. The number grows in a few steps, each of which changes all shards.
    """
    most = _FEWEST_PER_SHARD
    while most * _SHARDS < count:
        most *= 2
    return most


def divide_entries(entries: Sequence[SearchEntry], most: int) -> list[list[SearchEntry]]:
    """Divide entries into shards by month, the newest first; what has no date goes with those.

    A browser joins the shards in this order, so that a list sorted by date within each is sorted
    as a whole. Months are packed from the oldest on, so that a new story changes the newest shard
    and leaves the others as they are.
    """
    dated = sorted((e for e in entries if e.order.get("date")), key=lambda e: e.order["date"])
    undated = [entry for entry in entries if not entry.order.get("date")]
    shards: list[list[SearchEntry]] = [[]]
    for _, month in groupby(dated, key=_month_of):
        told = list(month)
        if shards[-1] and len(shards[-1]) + len(told) > most:
            shards.append([])
        shards[-1].extend(told)
    shards[-1].extend(undated)
    return shards[::-1]


def _month_of(entry: SearchEntry) -> tuple[int, int]:
    date = dt.date.fromordinal(entry.order["date"])
    return date.year, date.month


def write_entry(entry: SearchEntry) -> str:
    """Write one entry as the small HTML file that Pagefind reads."""
    lines = ['<!doctype html><html lang="en"><body data-pagefind-body>']
    for name, value in entry.meta.items():
        lines.append(f'<i hidden data-pagefind-meta="{name}:{escape(value)}"></i>')
    title, summary = escape(straighten(entry.title)), escape(straighten(entry.summary))
    lines += (
        f'<i hidden data-pagefind-meta="title:{escape(entry.title)}"></i>',
        f'<h1 data-pagefind-weight="{_WEIGHTS["title"]}">{title}</h1>',
        f'<p data-pagefind-weight="{_WEIGHTS["summary"]}">{summary}</p>',
        f"<div>{straighten(entry.html)}</div>",
        f'<p data-pagefind-weight="{_WEIGHTS["also"]}">{escape(straighten(entry.also))}</p>',
        "</body></html>",
    )
    return "\n".join(lines)
