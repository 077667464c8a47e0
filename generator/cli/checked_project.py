"""The project that a command is about, checked, and what has changed of it since a revision."""

import datetime as dt
from pathlib import Path

from generator.build.pipeline import Checked
from generator.cli.options import WRONG_USAGE, stop
from generator.collection.touched import find_touched
from generator.git.changed_files import NoHistoryError, list_changed
from generator.git.lost_urls import list_lost_urls
from generator.mkdocs_plugin.check_site import check_site, describe_site
from generator.mkdocs_plugin.commands import SiteError
from generator.model.problem import Problem, sort_problems


def list_changes_since(
    revision: str, config_file: str, root: Path, checked: Checked
) -> tuple[frozenset[str], list[Problem]]:
    """Find the files that differ from a revision, and the problems that may come of that.

    Addresses that have been lost since are among them. Stops if Git cannot tell.
    """
    try:
        changed = list_changed(root, revision)
        lost = list_lost_urls(root, revision, describe_site(config_file)[1], checked.collection)
    except NoHistoryError as error:
        stop(str(error), WRONG_USAGE)
    touched = find_touched(checked.collection, changed)
    own = [problem for problem in checked.problems if problem.place.path in touched]
    return changed, list(sort_problems([*own, *lost]))


def check_project(config_file: str, today: dt.datetime | None) -> tuple[Path, Checked]:
    """Read and check the project, or stop and say why."""
    try:
        return check_site(config_file, today.date() if today else None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)
