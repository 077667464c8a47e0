"""The whole way on one screen: read, link, check, render.

A project's folders go in; a collection, its problems and the pages of a site come out. Nothing
here prints, writes or knows MkDocs.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.build.deprecated import find_deprecated
from generator.build.judgement_keys import JudgementKeys, key_related
from generator.build.site_files import find_stale
from generator.cache.file_fingerprints import FileStore
from generator.cache.memo import Memo
from generator.cache.store import Store
from generator.collection.collection import Collection
from generator.collection.consent import only_public
from generator.collection.known_urls import list_known_urls
from generator.collection.link import link
from generator.collection.related import find_nearest, name_related
from generator.collection.story_evidence import Findings, judge_records
from generator.load.project import Project, read_project
from generator.load.referenced_files import list_referenced_by_pages
from generator.model.problem import Problem, Severity, sort_problems
from generator.model.prose_page import ProsePage
from generator.model.site_identity import SiteIdentity
from generator.rules import FAULTS, RULES, Rule, judge_collection, load_tables
from generator.rules.links.site_links import check_site_links
from generator.rules.personal_data.language_unknown import find_site_language
from generator.rules.rule import Context

if TYPE_CHECKING:
    from generator.pages.types import Site


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and linked, all that is wrong with it, sorted, and the site's own words."""

    collection: Collection
    findings: Findings
    problems: tuple[Problem, ...]
    prose: tuple[ProsePage, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether anything stops publication."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        return any(problem.fault.blocks for problem in errors)

    @property
    def has_warnings(self) -> bool:
        """Whether anything would stop a strict build."""
        return any(problem.severity is Severity.WARNING for problem in self.problems)

    def count_records(self) -> int:
        """Count the records that there are, readable or not."""
        return len([*self.collection.records, *self.collection.unread])


def check(
    project: Project,
    today: dt.date,
    rules: Iterable[Rule] = RULES,
    store: FileStore | None = None,
    jobs: int = 1,
) -> Checked:
    """Read a project and judge it as of `today`, by `rules`.

    What the store knows from earlier runs is not worked out again; the rest is shared out among as
    many processes as `jobs` says.
    """
    reading = read_project(project, store, jobs)
    collection = link(
        reading.stories,
        reading.actions,
        reading.domains,
        updates=reading.updates,
        adoptions=reading.adoptions,
        framework=reading.framework,
        vocabulary=reading.vocabulary,
        terms=reading.terms,
        learning=reading.learning,
        withdrawals=reading.withdrawals,
        assets=reading.assets,
        pages=[page.path for page in reading.prose],
        content=project.content,
        unread=reading.unread,
        attachments=reading.attachments,
        named=(*project.named, *list_referenced_by_pages(reading.prose, project.content)),
    )
    findings = judge_records(collection, today)
    rules = tuple(rules)
    keys = JudgementKeys(collection, rules, today)
    memo = Memo(store or Store(), jobs)
    share = partial(memo.remember_each, "judged", keys.find, get_ready=load_tables)
    found, verdicts = judge_collection(collection, findings, rules, today, share=share)
    beside = list_known_urls(collection, (fault.code for fault in FAULTS))
    found += check_site_links(reading.prose, rules, Context(collection, findings, today), beside)
    found += find_site_language(project.language, rules)
    found += find_deprecated(project.root, project.settings, collection)
    found += find_stale(project.root, project.stories, collection)
    problems = sort_problems([*reading.problems, *found])
    return Checked(collection, findings.know(verdicts), problems, tuple(reading.prose))


def render(  # noqa: PLR0913, PLR0917 (what a site is made of, and who helps)
    checked: Checked,
    today: dt.date,
    web: SiteIdentity,
    common: str = "",
    store: Store | None = None,
    jobs: int = 1,
) -> "Site":
    """Render a checked collection as pages and files.

    `web` says where the site will stand, `common` stands for what shapes every page. What could
    not be read is left out, and so is every voice that may not be shown today.
    """
    # A fifth of the loading, which no check needs.
    from generator.build.site_plan import render_site  # noqa: PLC0415
    from generator.pages.site_context import SiteContext  # noqa: PLC0415
    from generator.pages.smart_quotes import curl_collection  # noqa: PLC0415

    shown = curl_collection(only_public(checked.collection, today))
    memo = Memo(store or Store(), jobs)
    near = memo.remember("related", key_related(shown), lambda: find_nearest(shown, memo.share))
    related = name_related(shown, near)
    context = SiteContext(shown, checked.findings, web, today)
    return render_site(context, FAULTS, related, common)


__all__ = ["Checked", "Project", "check", "render"]
