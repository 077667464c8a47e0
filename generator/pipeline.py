"""The whole way on one screen: read, link, check, render.

A project's folders go in; a collection, its problems and the pages of a site come out. Nothing
here prints, writes or knows MkDocs.
"""

import datetime as dt
from dataclasses import dataclass

from generator.check import RULES, check_collection
from generator.collection import Collection, link
from generator.problem import Problem, Severity, sort_problems
from generator.read.project import Project, read_project
from generator.render import Site, render_site


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and linked, and all that is wrong with it, sorted."""

    collection: Collection
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything stops publication."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def has_warnings(self) -> bool:
        """Whether anything would stop a strict build."""
        return any(problem.severity is Severity.WARNING for problem in self.problems)

    def count_records(self) -> int:
        """Count the records that there are, readable or not."""
        known = self.collection
        return sum(map(len, (known.stories, known.actions, known.domains, known.unread)))


def check(project: Project, today: dt.date) -> Checked:
    """Read a project and judge it as of `today`."""
    reading = read_project(project)
    collection = link(
        reading.stories,
        reading.actions,
        reading.domains,
        framework=reading.framework,
        vocabulary=reading.vocabulary,
        assets=reading.assets,
        pages=reading.pages,
        content=project.content,
        unread=reading.unread,
    )
    found = check_collection(collection, RULES, today)
    return Checked(collection, sort_problems([*reading.problems, *found]))


def render(checked: Checked, today: dt.date) -> Site:
    """Render a checked collection as pages and files; what could not be read is left out."""
    return render_site(checked.collection.only_sound(), today)


__all__ = ["Checked", "Project", "check", "render"]
