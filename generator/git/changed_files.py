"""Which files a proposal changes, and which it takes away or renames, as Git tells it."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# The repository may begin in a folder above.
_DUBIOUS = re.compile(r"dubious ownership in repository at '(?P<folder>.+)'")


class NoHistoryError(Exception):
    """Git cannot say what has changed; the message says why."""


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file as it was: its path, its text, and its path now, which is empty if it is gone."""

    path: str
    text: str
    now: str


def list_changed(root: Path, revision: str) -> frozenset[str]:
    """Find the files below `root` that differ from where this branch left `revision`.

    Uncommitted and untracked files count too. Paths are relative to `root`.

    Raises:
        NoHistoryError: there is no Git, no repository, or no such revision.

    """
    base = _find_base(root, revision)
    changed = _git(root, "diff", "--name-only", "--relative", "-z", base)
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in (changed + untracked).split("\0") if path)


def list_before(root: Path, revision: str, folder: str) -> tuple[OldFile, ...]:
    """Find the Markdown files of a folder as they were, if they differ or are elsewhere now.

    Raises:
        NoHistoryError: there is no Git, no repository, or no such revision.

    """
    base = _find_base(root, revision)
    listed = _git(root, "diff", "--name-status", "--find-renames", "--relative", "-z", base)
    found = []
    for path, now in _pair(listed):
        if path.startswith(f"{folder}/") and path.endswith(".md"):
            text = _git(root, "show", f"{base}:./{path}")
            found.append(OldFile(path, text.replace("\r\n", "\n"), now))
    return tuple(found)


def list_commits(root: Path, patterns: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Find the commits of all branches that touched files, the latest first, each with the files.

    `patterns` are Git's own, below `root`.

    Raises:
        NoHistoryError: there is no Git or no repository.

    """
    form = ("--all", "--full-history", "--format=%x01%h", "--name-only", "--relative", "-z")
    found = _git(root, "log", *form, "--", *patterns)
    commits = []
    for block in found.split("\x01")[1:]:
        commit, *paths = (word.strip("\n") for word in block.split("\0"))
        commits.append((commit, tuple(path for path in paths if path)))
    return commits


def is_shallow(root: Path) -> bool:
    """Whether this copy of the repository lacks the earlier history."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def _pair(listed: str) -> Iterator[tuple[str, str]]:
    """Pair each path as it was with its path now, from what `--name-status -z` prints."""
    words = iter(listed.split("\0"))
    for status in words:
        if status.startswith(("R", "C")):
            before, after = next(words), next(words)
            yield before, after if status.startswith("R") else before
        elif status:
            path = next(words)
            if not status.startswith("A"):
                yield path, "" if status.startswith("D") else path


def _find_base(root: Path, revision: str) -> str:
    if not revision or revision.startswith("-"):
        raise NoHistoryError(f"“{revision}” is not the name of a revision.")
    try:
        return _git(root, "merge-base", revision, "HEAD").strip()
    except NoHistoryError as error:
        if is_shallow(root):
            raise NoHistoryError(
                "this is a shallow copy of the repository, without the commit that the two"
                " branches share. Fetch the rest: git fetch --unshallow (in a GitHub workflow,"
                " fetch-depth: 0)"
            ) from error
        raise


def _git(root: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(  # noqa: S603 (fixed program, no shell)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (the person's own Git)
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "LC_ALL": "C"},  # its messages are looked at, in English
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoHistoryError(f"Git cannot be run: {error}.") from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        if found := next(filter(None, map(_DUBIOUS.search, said)), None):
            raise NoHistoryError(
                "the folder belongs to another user, and Git will not read it for you. If you trust"
                f" it: git config --global --add safe.directory {shlex.quote(found['folder'])}"
            )
        raise NoHistoryError(said[-1] if said else f"Git does not know “{arguments[1]}”.")
    return run.stdout.decode("utf-8", "surrogateescape")
