"""The search index: Pagefind over one small HTML file for each page, never over the full pages.

Pagefind's own Python API waits a tenth of a second for each record, so its program is run over a
folder of files instead, which takes about a millisecond a record.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from generator.publish.settle import settle_bundle
from generator.render.entries import straighten
from generator.render.values import Entry

BUNDLE = "pagefind"
# Pagefind brings its own interfaces; the site has one of its own.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
_WEIGHTS = {"title": 10, "summary": 5, "also": 0.5}


class SearchError(Exception):
    """The index could not be made; the message says what to do."""


def write_index(entries: Iterable[Entry], site: Path) -> None:
    """Write the search index of all entries into `site`.

    Raises:
        SearchError: Pagefind is missing or failed.

    """
    with tempfile.TemporaryDirectory(prefix="improvement-stories-") as folder:
        source = Path(folder)
        for entry in entries:
            file = source / entry.address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(write_entry(entry), encoding="utf-8")
        _run(source, site / BUNDLE)
    settle_bundle(site / BUNDLE)
    for pattern in _UNUSED:
        for file in (site / BUNDLE).glob(pattern):
            file.unlink()


def write_entry(entry: Entry) -> str:
    """Write one entry as the small HTML file that Pagefind reads."""
    lines = ['<!doctype html><html lang="en"><body data-pagefind-body>']
    for name, values in entry.filters.items():
        lines += (f'<i hidden data-pagefind-filter="{name}:{escape(v)}"></i>' for v in values)
    for name, value in entry.meta.items():
        lines.append(f'<i hidden data-pagefind-meta="{name}:{escape(value)}"></i>')
    for name, number in entry.order.items():
        lines.append(f'<i hidden data-pagefind-sort="{name}:{number}"></i>')
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
        shutil.rmtree(output, ignore_errors=True)
        said = (run.stderr or run.stdout).strip().splitlines()
        reason = said[-1] if said else "it gave no reason"
        raise SearchError(
            f"Pagefind, which makes the search index, failed: {reason}. "
            "Install it again with `pip install 'pagefind[bin]'`."
        )
