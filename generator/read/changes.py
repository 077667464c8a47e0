"""Which files a proposal changes, as Git tells it."""

import subprocess
from pathlib import Path


class NoHistoryError(Exception):
    """Git cannot say what has changed; the message says why."""


def find_changed(root: Path, revision: str) -> frozenset[str]:
    """Find the files below `root` that differ from where this branch left `revision`.

    Uncommitted and untracked files count too. Paths are relative to `root`.

    Raises:
        NoHistoryError: there is no Git, no repository, or no such revision.

    """
    if not revision or revision.startswith("-"):
        raise NoHistoryError(f"“{revision}” is not the name of a revision.")
    base = _git(root, "merge-base", revision, "HEAD").strip()
    changed = _git(root, "diff", "--name-only", "--relative", "-z", base)
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in (changed + untracked).split("\0") if path)


def _git(root: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(  # noqa: S603 (fixed program, no shell)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (the person's own Git)
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoHistoryError(f"Git cannot be run: {error}.") from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoHistoryError(said[-1] if said else f"Git does not know “{arguments[1]}”.")
    return run.stdout.decode("utf-8", "surrogateescape")
