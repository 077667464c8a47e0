"""What can only be judged with the whole site in view: its prose pages, and whose address is whose.

A collection and its prose pages enter; problems leave, by the faults of the rules that a site runs.
Kept apart from the rules about one record, whose judgements are remembered.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import chain
from posixpath import basename, dirname, join, normpath, relpath
from urllib.parse import unquote

from generator.collection.collection import FOLDERS, Collection, url_of, url_of_page
from generator.collection.known_urls import KnownUrls
from generator.load.markdown import list_headings, parse_markdown
from generator.load.referenced_files import follow_link
from generator.model import Record
from generator.model.base import Link
from generator.model.problem import Fault, Problem
from generator.model.prose_page import ProsePage
from generator.rules.links import address_malformed, address_taken, link_broken
from generator.rules.links.address_malformed import judge_link
from generator.rules.links.urls import OUTSIDE
from generator.rules.rule import Context, Rule

_MOST = 20


def check_site_links(
    prose: Sequence[ProsePage], rules: Iterable[Rule], context: Context, beside: KnownUrls
) -> Iterator[Problem]:
    """Judge the links of prose pages, links to their headings, and addresses that are taken.

    `beside` is what prose may lead to besides pages and records.
    """
    faults = {rule.fault.code: rule.fault for rule in rules}
    collection = context.collection
    records = chain(collection.stories, collection.actions, collection.domains)
    if fault := faults.get(address_taken.RULE.fault.code):
        for record in records:
            yield from address_taken.RULE.find(record, fault, context)
    if fault := faults.get(address_malformed.RULE.fault.code):
        for page in (each for each in prose if not each.is_default):
            for link in (*page.links, *page.addresses):
                yield from judge_link(link, fault)
    if fault := faults.get(link_broken.RULE.fault.code):
        yield from _Links(prose, collection, beside, fault).find()


class _Links:
    """Every link from or to a prose page, put to the pages, the records and the files."""

    def __init__(
        self, prose: Sequence[ProsePage], collection: Collection, beside: KnownUrls, fault: Fault
    ) -> None:
        self._prose = {page.path: page for page in prose}
        self._collection = collection
        self._beside = beside
        self._fault = fault
        self._guesses = 0
        records = chain(collection.stories, collection.actions, collection.domains)
        self._by_address = {url_of(record).rstrip("/"): record for record in records}
        content = collection.content
        self._page_by_address = {
            url_of_page(page.path, content).rstrip("/"): page for page in prose
        }
        self._anchors: dict[str, frozenset[str]] = {}
        self._ways: dict[str, list[str]] = {}

    def find(self) -> Iterator[Problem]:
        """Find the links that lead nowhere, or to a heading that is not there."""
        for page in (each for each in self._prose.values() if not each.is_default):
            for link in page.links:
                if not OUTSIDE.match(link.target):
                    yield from self._judge(page, link)
            for link in page.addresses:
                if not OUTSIDE.match(link.target):
                    yield from self._judge_address(page, link)
        told = chain(self._collection.stories, self._collection.actions, self._collection.domains)
        for record in told:
            for link in record.links:
                goal = follow_link(record.path, link.target) if "#" in link.target else None
                if goal in self._prose:
                    yield from self._judge_anchor(link, self._prose[goal].anchors)

    def _judge(self, page: ProsePage, link: Link) -> Iterator[Problem]:
        goal = follow_link(page.path, link.target)
        if goal is None:
            hint = "Write it as the path of a file from this one, with / between its parts."
            message = f"The link “{link.written}” leads nowhere."
            yield self._fault.at(link.place, message, hint)
        elif goal in self._prose:
            yield from self._judge_anchor(link, self._prose[goal].anchors)
        elif record := self._find_record(goal):
            yield from self._judge_anchor(link, self._anchors_of(record))
        elif not self._is_known(page, goal):
            hint = self._guess(page, link)
            yield self._fault.at(link.place, f"The link “{link.written}” leads nowhere.", hint)

    def _judge_address(self, page: ProsePage, link: Link) -> Iterator[Problem]:
        """Judge a link of raw HTML, as a browser that shows the page would follow it."""
        here = url_of_page(page.path, self._collection.content)
        path = link.target.partition("#")[0].partition("?")[0]
        goal = normpath(join(here, unquote(path))).strip(".") if path else here.rstrip("/")
        if goal in self._page_by_address:
            yield from self._judge_anchor(link, self._page_by_address[goal].anchors)
        elif record := self._by_address.get(goal):
            yield from self._judge_anchor(link, self._anchors_of(record))
        elif path.startswith("/") or not self._beside.has(goal):
            yield self._fault.at(link.place, f"The link “{link.written}” leads nowhere.")

    def _is_known(self, page: ProsePage, goal: str) -> bool:
        inside = f"{self._collection.content}/"
        if not goal.startswith(inside):
            return False
        address = goal.removeprefix(inside)
        is_file = goal in page.files and not goal.endswith(".md")
        stem = address.removesuffix(".md")
        is_page = "." not in basename(stem)
        is_made = is_page == address.endswith(".md") and self._beside.has(stem)
        return is_file or is_made or self._is_unread(address)

    def _is_unread(self, address: str) -> bool:
        known = self._collection.unread
        return any(f"{FOLDERS.get(u.kind)}/{u.slug}.md" == address for u in known)

    def _find_record(self, goal: str) -> Record | None:
        inside = f"{self._collection.content}/"
        stem = goal.removeprefix(inside).removesuffix(".md")
        return self._by_address.get(stem) if goal == f"{inside}{stem}.md" else None

    def _anchors_of(self, record: Record) -> frozenset[str]:
        if record.path not in self._anchors:
            headings = list_headings(parse_markdown(record.body.markdown))
            self._anchors[record.path] = frozenset(anchor for *_, anchor in headings)
        return self._anchors[record.path]

    def _judge_anchor(self, link: Link, anchors: frozenset[str] | None) -> Iterator[Problem]:
        fragment = link.target.partition("#")[2]
        if fragment and anchors is not None and fragment not in anchors:
            message = f"There is no heading “{fragment}” on the page that this leads to."
            hint = f"There are: {', '.join(sorted(anchors))}." if anchors else ""
            yield self._fault.at(link.place, message, hint)

    def _guess(self, page: ProsePage, link: Link) -> str:
        self._guesses += 1
        if self._guesses > _MOST:
            return ""
        ways = self._list_ways(dirname(page.path))
        found = get_close_matches(link.target.partition("#")[0], ways, 1, 0.6)
        return f"Did you mean “{found[0]}”?" if found else ""

    def _list_ways(self, folder: str) -> list[str]:
        """List the ways from a folder to every page and record, as a link is written."""
        if folder not in self._ways:
            inside = f"{self._collection.content}/"
            paths = [*self._prose, *(f"{inside}{address}.md" for address in self._by_address)]
            self._ways[folder] = [relpath(path, folder) for path in paths]
        return self._ways[folder]
