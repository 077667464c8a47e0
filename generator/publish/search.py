"""The search index: Pagefind over one small HTML file for each page, never over the full pages.

Pagefind's own Python API waits a tenth of a second for each record, so its program is run over a
folder of files instead, which takes about a millisecond a record. Words are Pagefind's; the choices
by which the list of stories is narrowed are a table beside the index, `publish/choices.py`.
"""

import datetime as dt
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from generator.ledger import digest
from generator.publish.choices import write_choices
from generator.publish.settle import is_whole, name_engine
from generator.publish.works import Outcome, Works, pack_text, unpack_text
from generator.render.entries import straighten
from generator.render.values import Entry

BUNDLE = "pagefind"
# Pagefind brings its own interfaces; the site has one of its own.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
# What the first shard's copy serves for all of them.
_SHARED = ("pagefind*.js", "wasm.*.pagefind")
# Where another shard finds the first one's engine: a language's name is part of a file's name, and
# a browser resolves the path that it makes, `shard-1/wasm.en/../../wasm.en.pagefind`.
ENGINE_ABOVE = "en/../../wasm.en"
# Pagefind compares every page that it finds with every place of the words, so that two halves are
# searched in half the time of the whole; each shard costs the first search a few files more.
PER_SHARD = 2500
_RECIPE = "1"
_MEND = (
    "Make sure that there is room on the disk and build again, or install it again with "
    "`pip install 'pagefind[bin]'`."
)
_WEIGHTS = {"title": 10, "summary": 5, "also": 0.5}


class SearchError(Exception):
    """The index could not be made; the message says what to do."""


class SearchIndex:
    """The index of a site, in shards; a shard whose words are as before is taken over whole."""

    def __init__(self, works: Works, per_shard: int = PER_SHARD) -> None:
        """Know where the site is built, and how many pages a shard holds."""
        self._works = works
        self._per_shard = per_shard

    def write(self, entries: Iterable[Entry], outcomes: Mapping[str, Outcome]) -> None:
        """Write the index of all entries; `outcomes` have the words of records, by address.

        Raises:
            SearchError: Pagefind is missing or failed.

        """
        shards = divide_entries(tuple(entries), self._per_shard)
        # Numbered from the oldest, so that a new shard leaves the names of the others as they are.
        names = ["", *(f"shard-{number}/" for number in range(len(shards) - 1, 0, -1))]
        for name, shard in zip(names, shards, strict=True):
            self._write_shard(name, shard, outcomes)
        self._works.write(f"{BUNDLE}/shards.json", json.dumps(names[1:]))

    def _write_shard(self, name: str, shard: list[Entry], outcomes: Mapping[str, Outcome]) -> None:
        words = {e.address: _find_words(e, outcomes) for e in shard}
        # What choices.json says, besides the words.
        facets = (f"{e.address} {sorted(e.filters.items())} {e.order}" for e in shard)
        key = digest(f"{_RECIPE} {name}", *words.values(), *facets)
        kept = self._works.ledger.find("shard", key)
        if kept and self._works.link(json.loads(kept)):
            return
        bundle = self._works.new / BUNDLE / name
        _index(words, bundle)
        name_engine(bundle, ENGINE_ABOVE if name else "en")
        write_choices(shard, bundle)
        for pattern in (*_UNUSED, *_SHARED) if name else _UNUSED:
            for file in bundle.glob(pattern):
                file.unlink()
        files = sorted(
            file.relative_to(self._works.new).as_posix()
            for file in bundle.rglob("*")
            if file.is_file() and (name or "shard-" not in file.as_posix())
        )
        self._works.ledger.keep("shard", key, json.dumps(self._works.stamp(files)).encode())


def divide_entries(entries: Sequence[Entry], per_shard: int) -> list[list[Entry]]:
    """Divide entries into shards by month, the newest first; what has no date goes with those.

    A browser joins the shards in this order, so that a list sorted by date within each is sorted
    as a whole. Months are packed from the oldest on, so that a new story changes the newest shard
    and leaves the others as they are.
    """
    dated = sorted((e for e in entries if e.order.get("date")), key=lambda e: e.order["date"])
    undated = [entry for entry in entries if not entry.order.get("date")]
    shards: list[list[Entry]] = [[]]
    for _, month in groupby(dated, key=_month_of):
        told = list(month)
        if shards[-1] and len(shards[-1]) + len(told) > per_shard:
            shards.append([])
        shards[-1].extend(told)
    shards[-1].extend(undated)
    return shards[::-1]


def _month_of(entry: Entry) -> tuple[int, int]:
    date = dt.date.fromordinal(entry.order["date"])
    return date.year, date.month


def _find_words(entry: Entry, outcomes: Mapping[str, Outcome]) -> bytes:
    """Find the packed words of an entry: those that a sheet gave, or its own."""
    outcome = outcomes.get(entry.address)
    return outcome.words if outcome and outcome.words else pack_text(write_entry(entry))


def _index(words: Mapping[str, bytes], bundle: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="improvement-stories-") as folder:
        # Outside the site, for a Pagefind that outlives a killed build would write on.
        source, made = Path(folder, "pages"), Path(folder, "index")
        for address, packed in words.items():
            file = source / address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(unpack_text(packed), encoding="utf-8")
        _run(source, made)
        if not is_whole(made):
            raise SearchError(f"Pagefind could not write the whole search index. {_MEND}")
        for kept in sorted(path for path in made.rglob("*") if path.is_file()):
            target = bundle / kept.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(kept, target)


def write_entry(entry: Entry) -> str:
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


def _run(source: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(source)]
    command += ["--output-path", str(output), "--silent"]
    try:
        run = subprocess.run(  # noqa: S603 (fixed program, no shell)
            command, cwd=source, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise SearchError(f"Pagefind cannot be run: {error.strerror}.") from error
    if run.returncode or not (output / "pagefind.js").is_file():
        said = (run.stderr or run.stdout).strip().splitlines()
        reason = said[-1] if said else "it gave no reason"
        raise SearchError(f"Pagefind, which makes the search index, failed: {reason}. {_MEND}")
