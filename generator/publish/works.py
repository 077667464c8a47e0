"""The files of a site from its sheets: what is known is taken over from the last site, the rest made.

A sheet is one record's share of the site, with a key that stands for all that shaped it. The ledger
remembers which files a key gave, and with which size and time they were written; if the last site
has them still, just so, they are linked into the new one and nobody works anything out.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.ledger import Ledger
from generator.parallel import work_in_parts
from generator.render.values import Sheet

Stamp = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sheet gave: its files, from the site's root, and its words for the search index."""

    files: tuple[str, ...]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Works:
    """Where a site is built, where the last one stands, and how many processes build it."""

    new: Path
    old: Path
    ledger: Ledger
    jobs: int

    def make_sheets(
        self, sheets: Sequence[Sheet], make: Callable[[Sheet], Outcome]
    ) -> dict[str, str]:
        """Make the files of all sheets; gives what search is to know, by address."""
        words: dict[str, str] = {}
        unknown = []
        for sheet in sheets:
            if (kept := self._take_over(sheet.key)) is None:
                unknown.append(sheet)
            else:
                words |= kept
        made = (each for part in work_in_parts(_make_all(make), unknown, self.jobs) for each in part)
        for sheet, outcome in zip(unknown, made, strict=True):
            words |= outcome.words
            if sheet.key:
                told = json.dumps([self._stamp(outcome.files), outcome.words])
                self.ledger.keep("sheet", sheet.key, zlib.compress(told.encode(), 1))
        return words

    def _take_over(self, key: str) -> dict[str, str] | None:
        """Link the files that a key gave last time; None if they are not as they were."""
        kept = self.ledger.find("sheet", key) if key else None
        if kept is None:
            return None
        stamps, words = json.loads(zlib.decompress(kept))
        return words if self.link(stamps) else None

    def link(self, stamps: Iterable[Stamp]) -> bool:
        """Link files of the last site into the new one; False if any is not as it was."""
        for path, size, time in stamps:
            try:
                found = os.stat(self.old / path, follow_symlinks=False)
                if (found.st_size, found.st_mtime_ns) != (size, time):
                    return False
                self._link(path)
            except OSError:
                return False
        return True

    def _link(self, path: str) -> None:
        target = f"{self.new}/{path}"
        try:
            os.link(f"{self.old}/{path}", target)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.link(f"{self.old}/{path}", target)
        except FileExistsError:  # a sheet that was linked in part and is made anew
            return

    def _stamp(self, files: Iterable[str]) -> list[Stamp]:
        stats = [(file, os.stat(self.new / file)) for file in files]
        return [(file, found.st_size, found.st_mtime_ns) for file, found in stats]
