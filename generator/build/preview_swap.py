"""A preview's new site is laid over the last one, so that an edit costs what it changed.

Nothing is touched before all pages are made: a build that fails leaves the last site as it was. One
that is killed in the moment of laying over leaves a mixture, which a preview's folder may be: it
goes with the preview.
"""

import contextlib
from pathlib import Path

from generator.build.atomic_swap import AtomicSwap
from generator.cache.kept_files import list_files


class PreviewSwap(AtomicSwap):
    """The folder in which what is new is made, and the site that it will be laid over.

    `standing` has the files of the last site that are to stay, by their addresses.
    """

    standing: set[str]

    def __init__(self, site: Path) -> None:
        """Lay over the site at `site`, whatever it is."""
        super().__init__(site)
        self.standing = set()

    def show(self) -> bool:
        """Put what is new so far in its place; what is to go stays until all is there."""
        new = self._find_new()
        with contextlib.suppress(OSError):  # which is what a folder says that is not empty
            self.site.rmdir()
        if self.site.exists():
            self._lay(new)
        else:  # thousands of files at once, and no empty folders left of them
            self._new.rename(self.site)
            self._new.mkdir()
            self.standing |= new
        return True

    def finish(self) -> Path:
        """Take away what is neither new nor to stay, and put what is new in its place."""
        new = self._find_new()
        for path in list_files(self.site) - self.standing - new:
            (self.site / path).unlink()
            _remove_empty((self.site / path).parent, self.site)
        self._lay(new)
        self.abandon()
        return self.site

    def _find_new(self) -> set[str]:
        # Where a page of prose has the address of a record's, the record's is the later one.
        return list_files(self._new) - self.standing

    def _lay(self, new: set[str]) -> None:
        for path in new:
            target = self.site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._new / path).replace(target)
        self.standing |= new


def _remove_empty(folder: Path, top: Path) -> None:
    with contextlib.suppress(OSError):  # as above
        while folder != top:
            folder.rmdir()
            folder = folder.parent
