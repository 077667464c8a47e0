"""The files of a site from its sheets: what is known is taken over from the last site.

A sheet is one record's share of the site, with a key that stands for all that shaped it. The store
remembers which files a key gave, and with which size and time they were written; if the last site
has them still, just so, they are linked into the new one and nobody works anything out.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from generator.build.cached_output import CachedOutput, Stamp, encode
from generator.cache.kept_files import list_files
from generator.cache.store import Store
from generator.cache.workers import share_out, work_in_parts, work_on
from generator.pages.types import Output

Make = Callable[[Output], CachedOutput]


@dataclass(frozen=True, slots=True)
class FileWriter:
    """Where a site is built, where the last one stands, and how many processes build it.

    If the new site is to be laid over the last one, `standing` gathers what is to stay of that.
    """

    new: Path
    old: Path
    store: Store
    jobs: int
    standing: set[str] | None = None

    def find_known(self, sheets: Iterable[Output]) -> dict[str, CachedOutput]:
        """Find what came of the sheets that the store knows, by their addresses."""
        kept = {s.address: self.store.find("sheet", s.key) if s.key else None for s in sheets}
        return {address: CachedOutput.unpack(each) for address, each in kept.items() if each}

    def take_over(
        self, known: Sequence[Output], outcomes: Mapping[str, CachedOutput], make: Make
    ) -> None:
        """Link the files that earlier outcomes gave; make them if they are not as they were."""

        def link_all(part: Sequence[Output]) -> list[bool]:
            return [self.link(outcomes[sheet.address].read_stamps()) for sheet in part]

        jobs = self.jobs if self.standing is None else 1  # another process would gather in vain
        with closing(work_on(link_all, share_out(known, jobs), jobs)) as parts:
            linked = chain.from_iterable(parts)
            lost = [sheet for sheet, is_there in zip(known, linked, strict=True) if not is_there]
        for _ in self.make_sheets(lost, make):
            pass

    def make_sheets(
        self, sheets: Sequence[Output], make: Make
    ) -> Iterator[tuple[Output, CachedOutput]]:
        """Make the files of these sheets, and keep what came of each."""

        def make_all(part: Sequence[Output]) -> list[CachedOutput]:
            return [make(sheet) for sheet in part]

        made = chain.from_iterable(work_in_parts(make_all, sheets, self.jobs))
        for sheet, outcome in zip(sheets, made, strict=True):
            if sheet.key:
                self.store.keep("sheet", sheet.key, outcome.pack())
            yield sheet, outcome

    def link(self, stamps: Iterable[Stamp]) -> bool:
        """Take files of the last site over into the new one; False if any is not as it was."""
        stamps = list(stamps)
        old, new = f"{self.old}/", f"{self.new}/"
        try:
            for path, size, time in stamps:
                found = os.lstat(old + path)
                if (found.st_size, found.st_mtime_ns) != (size, time):
                    return False
                if self.standing is None:
                    _link(old + path, new + path)
        except OSError:
            return False
        if self.standing is not None:
            self.standing.update(path for path, _, _ in stamps)
        return True

    def list_files(self, folder: str) -> set[str]:
        """List the files of the new site below a folder, by their paths from it."""
        start = len(folder) + 1
        standing = {path[start:] for path in self.standing or () if path.startswith(f"{folder}/")}
        return standing | list_files(self.new / folder)

    def stamp(self, files: Iterable[str]) -> list[Stamp]:
        """Note the size of each file of the new site, and when it was written."""
        stats = ((file, os.lstat(f"{self.new}/{file}")) for file in files)
        return [(file, found.st_size, found.st_mtime_ns) for file, found in stats]

    def write(self, address: str, content: str | bytes) -> str:
        """Write a file of the new site; gives its address."""
        file = f"{self.new}/{address}"
        if isinstance(content, str):
            content = encode(content)
        try:
            target = _create(file)
        except FileNotFoundError:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            target = _create(file)
        except FileExistsError:  # linked from the last site, which is to stay as it is
            Path(file).unlink()
            target = _create(file)
        with target:
            target.write(content)
        return address


def _create(file: str) -> BinaryIO:
    """Begin a new file; there are many, and a `Path` of each takes as long as the opening."""
    return open(file, "xb")  # noqa: PTH123


def _link(source: str, target: str) -> None:
    """Link a file into a folder that may not be there yet."""
    try:
        os.link(source, target)
    except FileExistsError:  # a page of prose has the same address, and the record's comes later
        Path(target).unlink()
        os.link(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)
