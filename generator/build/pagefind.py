"""One shard of the search index, made by Pagefind, which runs beside this program.

Pagefind's own Python API waits a tenth of a second for each record, so its program is run over a
folder of small files instead, which takes about a millisecond a record.
"""

import gzip
import json
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path

from generator.build.cached_output import unpack_text
from generator.build.facet_table import write_choices
from generator.cache.kept_files import list_files
from generator.cache.store import fingerprint
from generator.pages.types import SearchEntry

# Where another shard finds the first one's engine: a language's name is part of a file's name, and
# a browser resolves the path that it makes, `shard-1/wasm.en/../../wasm.en.pagefind`.
ENGINE_ABOVE = "en/../../wasm.en"
# Pagefind brings its own interfaces; the site has one of its own.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
# What the first shard's copy serves for all of them.
_SHARED = ("pagefind*.js", "wasm.*.pagefind")
_KNOWN = "1.5."
_RECIPE = "1"
_MEND = (
    "Make sure that there is room on the disk and build again, or install it again with "
    "`pip install 'pagefind[bin]'`."
)


class SearchError(Exception):
    """The index could not be made; the message says what to do."""


class Shard:
    """A shard that is to be made: its folder's name, its entries, their packed words by address.

    The first shard has no name: it is in the folder of all of them, and has the engine.
    """

    def __init__(
        self, name: str, entries: Sequence[SearchEntry], words: Mapping[str, bytes]
    ) -> None:
        """Know what is to be made; nothing begins yet."""
        self._name = name
        self._entries = entries
        self._words = words
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._run: subprocess.Popen[str] | None = None

    @cached_property
    def key(self) -> str:
        """What stands for all that shapes the shard."""
        # What choices.json says, besides the words.
        facets = (f"{e.address} {sorted(e.filters.items())} {e.order}" for e in self._entries)
        return fingerprint(f"{_RECIPE} {self._name}", *self._words.values(), *facets)

    def start(self) -> None:
        """Let Pagefind begin.

        Raises:
            SearchError: it cannot be run.
            OSError: its source cannot be written.

        """
        # Outside the site, for a Pagefind that outlives a killed build would write on.
        self._folder = tempfile.TemporaryDirectory(prefix="improvement-stories-")
        source = Path(self._folder.name, "pages")
        for address, packed in self._words.items():
            file = source / address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(unpack_text(packed), encoding="utf-8")
        options = ["--site", str(source), "--silent"]
        options += ["--output-path", str(Path(self._folder.name, "index"))]
        try:
            self._run = subprocess.Popen(  # noqa: S603 (fixed program, no shell)
                [_find_program(), *options],
                cwd=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        except OSError as error:
            raise SearchError(f"Pagefind cannot be run: {error.strerror}. {_MEND}") from error

    def finish(self, bundle: Path) -> list[str]:
        """Wait for Pagefind, and put the shard into the bundle; gives the names of its files.

        Raises:
            SearchError: Pagefind failed.
            OSError: the shard cannot be written.

        """
        assert self._run is not None  # noqa: S101 (it was started)
        assert self._folder is not None  # noqa: S101 (it was started)
        made = Path(self._folder.name, "index")
        said = (self._run.communicate()[0] or "").strip().splitlines()
        if self._run.returncode or not (made / "pagefind.js").is_file():
            reason = said[-1] if said else "it gave no reason"
            raise SearchError(f"Pagefind, which makes the search index, failed: {reason}. {_MEND}")
        if not is_whole(made):
            raise SearchError(f"Pagefind could not write the whole search index. {_MEND}")
        name_engine(made, ENGINE_ABOVE if self._name else "en")
        write_choices(self._entries, made)
        for pattern in (*_UNUSED, *_SHARED) if self._name else _UNUSED:
            for unused in made.glob(pattern):
                unused.unlink()
        files = sorted(list_files(made))
        for file in files:
            target = bundle / self._name / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made / file, target)
        self.stop()
        return [f"{self._name}{file}" for file in files]

    def is_made(self) -> bool:
        """Whether Pagefind has ended, so that nobody has to wait for it."""
        return self._run is not None and self._run.poll() is not None

    def kill(self) -> None:
        """End Pagefind if it still runs; whoever waits for it is told that it failed."""
        if self._run is not None:
            self._run.kill()

    def stop(self) -> None:
        """Stop Pagefind if it still runs, and clear up."""
        if self._run is not None:
            with self._run:
                self._run.kill()
        if self._folder is not None:
            self._folder.cleanup()


def _find_program() -> str:
    """Find Pagefind's own program: by way of Python it begins a sixth of a second later."""
    try:
        # Which takes a tenth of a second to load, and many a run makes no index.
        found = import_module("pagefind.service").get_executable()
    except ImportError:
        found = None
    if found is None:
        raise SearchError(f"Pagefind, which makes the search index, is not there. {_MEND}")
    return str(found)


def name_engine(bundle: Path, engine: str) -> None:
    """Name the engine of the Pagefind bundle in this folder; one of an unknown form stays as it is.

    `engine` is the part between `wasm.` and `.pagefind` of the engine's address from the bundle.
    """
    entry_file = bundle / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    if not str(entry["version"]).startswith(_KNOWN):
        return
    for language in entry["languages"].values():
        language["wasm"] = engine
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    entry_file.write_text(text, encoding="utf-8")


def is_whole(bundle: Path) -> bool:
    """Whether all of a bundle was written; Pagefind does not say so when the disk is full."""
    try:
        json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
        for file in bundle.rglob("*"):
            if file.suffix.startswith(".pf_") or file.suffix == ".pagefind":
                gzip.decompress(file.read_bytes())
            elif file.is_file() and not file.stat().st_size:
                return False
    except (ValueError, EOFError, gzip.BadGzipFile, zlib.error):
        return False
    return True
