"""What builds keep for one another, cut down to what the last one used.

A picture or a quotation that somebody has taken back is not to lie in a cache either. Several
builds may be at work on one project, each for a site of its own: what one finds here another may
take away in the same moment, so nobody counts on it.
"""

import contextlib
import os
import shutil
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path


def read_or_make(file: Path, make: Callable[[], bytes]) -> bytes:
    """Give what a file keeps, or make it and keep it there; what cannot be kept costs only time."""
    with contextlib.suppress(OSError):
        return file.read_bytes()
    made = make()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}.part")
        unfinished.write_bytes(made)
        unfinished.replace(file)
    return made


def forget_unused(folder: Path, used: AbstractSet[str]) -> None:
    """Remove whatever lies below a folder, but for `used`: paths of files and folders from it.

    What cannot be removed stays: it costs room, and the next build tries again.
    """
    _forget(str(folder), "", used, {str(parent) for path in used for parent in _list_above(path)})


def list_files(folder: Path) -> set[str]:
    """List the files below a folder by their paths from it; none if it is not there."""
    start = len(f"{folder}/")
    return {f"{place}/{name}"[start:] for place, _, names in os.walk(folder) for name in names}


def _list_above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _forget(folder: str, above: str, used: AbstractSet[str], ways: AbstractSet[str]) -> None:
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            path = f"{above}{entry.name}"
            if path in used:
                continue
            if not entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 (an entry has its path as text)
            elif path in ways:
                _forget(entry.path, f"{path}/", used, ways)
            else:
                shutil.rmtree(entry.path, ignore_errors=True)
