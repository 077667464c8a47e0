"""What Git still holds of what was withdrawn: which commits, so that somebody can remove it there.

Of a quotation that was withdrawn it tells with its problem; of stories, actions and pictures in
`stories/withdrawn.yml`, with a problem of their own. Changes nothing in Git, and says nothing where
Git cannot tell.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.git.changed_files import NoHistoryError, is_shallow, list_commits
from generator.load.faults import WITHDRAWN_IN_HISTORY
from generator.model import Withdrawals
from generator.model.problem import Problem

# The rule that finds words in a file which were withdrawn.
QUOTED = "consent-withdrawn"
_LISTED = 6
_NOT_YET = " No commit has this file yet: take the words out first."
_SHALLOW = " This is a shallow copy of the repository, and earlier commits may hold it too."


def tell_commits(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Add, to each problem of a quotation that was withdrawn, the commits that have its file."""
    known: dict[str, str] = {}
    for problem in problems:
        path = problem.place.path
        if problem.fault.name != QUOTED:
            yield problem
            continue
        if path not in known:
            with contextlib.suppress(NoHistoryError):
                found = list_commits(root, [f":(literal){path}"])
                said = _say([commit for commit, _ in found], root)
                known[path] = f" Git has this file in {said}" if said else _NOT_YET
        yield replace(problem, hint=f"{problem.hint}{known.get(path, '')}")


def list_kept_by_git(root: Path, folder: str, gone: Withdrawals) -> list[Problem]:
    """Find the names in the list of what was withdrawn whose files some commit still has.

    `folder` is that of the stories.
    """
    patterns = list(_list_patterns(folder, gone))
    problems = []
    with contextlib.suppress(NoHistoryError):
        found = list_commits(root, patterns) if patterns else []
        for field, names in _list_names(gone):
            for name in names:
                has = [commit for commit, files in found if _has(files, field, name)]
                if said := _say(has, root):
                    message = f"“{name}” was withdrawn, and Git still has it in {said}"
                    problems.append(WITHDRAWN_IN_HISTORY.at(gone.place(field, name), message))
    return problems


def _list_names(gone: Withdrawals) -> tuple[tuple[str, Mapping[str, object]], ...]:
    return (("stories", gone.stories), ("actions", gone.actions), ("pictures", gone.pictures))


def _list_patterns(folder: str, gone: Withdrawals) -> Iterator[str]:
    for slug in gone.stories:
        yield from (f":(glob){folder}/**/{slug}.md", f":(glob){folder}/**/{slug}/**")
    for slug in gone.actions:
        yield f":(glob){folder}/**/actions/{slug}.md"
        yield f":(glob){folder}/**/actions/{slug}/**"
    yield from (f":(literal){path}" for path in gone.pictures)


def _has(files: Iterable[str], field: str, name: str) -> bool:
    return any(_is_of(path, field, name) for path in files)


def _is_of(path: str, field: str, name: str) -> bool:
    """Whether a file was that of a withdrawn name, or lay in its folder."""
    if field == "pictures":
        return path == name
    parts = PurePosixPath(path)
    is_action = "actions" in parts.parts[:-1]
    if field == "actions" and not is_action:
        return False
    return name in parts.parts[:-1] or (
        parts.stem == name and parts.suffix == ".md" and is_action == (field == "actions")
    )


def _say(commits: Sequence[str], root: Path) -> str:
    """List commits, the latest first; nothing if there are none."""
    if not commits:
        return ""
    number = "1 commit" if len(commits) == 1 else f"{len(commits)} commits"
    more = len(commits) - _LISTED
    listed = ", ".join(commits[:_LISTED]) + (f" and {more} more" if more > 0 else "")
    return f"{number}: {listed}." + (_SHALLOW if is_shallow(root) else "")
