"""A new site takes the place of the old one whole, or not at all.

The site is built in a folder beside its own, `.site-new`, and the two change names when it is
done. On Linux that is one step of the kernel; elsewhere two renames, and a build that was killed
between them is mended by the next one. Only one build at a time may stage a site.
"""

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout

# A folder that has this was built here, and may be replaced.
SIGN = "search/index.json"
_OLD_SIGN = "pagefind/pagefind-entry.json"  # of a site that an earlier version built
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
LARGE = 500
# What a disk says that knows no locks, as some on a network; there nobody is locked out.
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP}


class OccupiedError(Exception):
    """The site may not be built there; the message says why."""


class AtomicSwap:
    """The folder in which a site is built, and the one that it will replace.

    `standing` gathers what of the last site is to stay where it is; None if all of it goes.
    """

    standing: set[str] | None = None

    def __init__(self, site: Path) -> None:
        """Stage a site that is to stand at `site`; whether it may, `refuse_occupied` says."""
        self.site = site
        self._new = site.with_name(f".{site.name}-new")
        self._old = site.with_name(f".{site.name}-old")
        # Locked by the system, not by being there: what a killed build left locks nobody out. A
        # preview releases it in another thread.
        lock = site.with_name(f".{site.name}-lock")
        self._lock = FileLock(lock, blocking=False, thread_local=False)
        self._is_begun = False

    def begin(self) -> Path:
        """Make an empty folder to build in, after mending what a killed build left behind.

        Raises:
            OccupiedError: another build is at work, or what an earlier one left cannot be removed.
            OSError: the folder cannot be made.

        """
        try:
            self._lock.acquire()
        except Timeout as held:
            raise OccupiedError(
                f"Another build is at work on {self.site}. Wait until it is done, and build again."
            ) from held
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        self._is_begun = True
        self._mend()
        shutil.rmtree(self._new, ignore_errors=True)
        for left in self.site.parent.glob(f"{self._old.name}*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in (self._new, self._old):
            if left.exists():
                self._release()
                raise OccupiedError(
                    f"{left} is left from an earlier build and cannot be removed. Close what has it"
                    " open, or remove it by hand, and build again."
                )
        self._new.mkdir(parents=True)
        return self._new

    def show(self) -> bool:
        """Whether a site may be looked at before it is whole; one that is published may not."""
        return False

    def finish(self) -> Path:
        """Let the new site take the place of the old one; returns the folder it is in."""
        if not self.site.exists():
            self._new.rename(self.site)
        elif _exchange(self._new, self.site):
            _remove(self._new.rename(self._old))
        else:
            self.site.rename(self._old)
            self._new.rename(self.site)
            _remove(self._old)
        self._release()
        return self.site

    def abandon(self) -> None:
        """Take the half-built site away, if one was begun."""
        if self._is_begun:
            self._mend()
            shutil.rmtree(self._new, ignore_errors=True)
            self._release()

    def _release(self) -> None:
        """Let others build; the lock's file goes while it is held, so that none is taken twice."""
        self._is_begun = False
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()

    def _mend(self) -> None:
        """Put the old site back if it was on its way out and the new one not yet in."""
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)


def refuse_occupied(site: Path, sources: Iterable[Path]) -> None:
    """Refuse to replace anything but an empty folder, or a site that was built before.

    Raises:
        OccupiedError: something other than a site of ours is there, or one of the `sources`.

    """
    place = site.resolve()
    for source in sources:
        goal = source.resolve()
        if place == goal or place in goal.parents or goal in place.parents:
            raise OccupiedError(f"The site cannot be built in {site}: {source} is there.")
    if not place.exists():
        return
    if not place.is_dir():
        raise OccupiedError(f"The site cannot be built in {site}: it is a file.")
    is_ours = any((place / sign).is_file() for sign in (SIGN, _OLD_SIGN))
    if any(place.iterdir()) and not is_ours:
        raise OccupiedError(
            f"The site cannot be built in {site}: it holds other files. Empty it, or name another."
        )


def _remove(folder: Path) -> None:
    """Remove a folder, by a program that goes on when this one has ended where there is one.

    To remove a hundred thousand files takes seconds, and nobody needs to wait for it. What is left
    by a computer that was switched off, the next build removes.
    """
    gone = folder.with_name(f"{folder.name}-{os.getpid()}")
    with contextlib.suppress(OSError):
        folder.rename(gone)
        remover = shutil.which("rm")
        if remover and _is_large(gone):
            # It keeps no pipe open: who reads what a build says would wait for it. And it has a
            # group of its own, so that a Ctrl-C at the very end of the build does not stop it.
            silent = [
                (os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)
            ]
            command = [remover, "-rf", "--", str(gone)]
            os.posix_spawn(remover, command, dict(os.environ), file_actions=silent, setpgroup=0)
            return
    shutil.rmtree(gone, ignore_errors=True)


def _is_large(site: Path) -> bool:
    """Whether removing a site is worth a program of its own."""
    return len(list(islice(site.glob("stories/*"), LARGE))) == LARGE


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system cannot."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        done = libc.renameat2(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
        )
        return bool(done == 0)
    return False
