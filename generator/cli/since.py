"""What has changed since a revision, and the problems of that: for `check` and for `comment`."""

from pathlib import Path

from generator.cli.options import WRONG_USAGE, stop
from generator.pipeline import Checked
from generator.plugin.inquiries import describe_site
from generator.problem import Problem, sort_problems
from generator.read.changes import NoHistoryError, find_changed
from generator.read.lost import find_lost


def find_since(
    revision: str, config_file: str, root: Path, checked: Checked
) -> tuple[frozenset[str], list[Problem]]:
    """Find the files that differ from a revision, and the problems that may come of that.

    Addresses that have been lost since are among them. Stops if Git cannot tell.
    """
    try:
        changed = find_changed(root, revision)
        lost = find_lost(root, revision, describe_site(config_file)[1], checked.collection)
    except NoHistoryError as error:
        stop(str(error), WRONG_USAGE)
    touched = checked.collection.touched_by(changed)
    own = [problem for problem in checked.problems if problem.place.path in touched]
    return changed, list(sort_problems([*own, *lost]))
