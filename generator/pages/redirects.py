"""Addresses that outlive their pages: an old name leads on, and a withdrawn one says so kindly.

A page of each kind is enough on any web server. A server that reads `_redirects` answers sooner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.collection.collection import FOLDERS, Collection, url_of
from generator.model import Action, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.markdown_html import relative_url
from generator.pages.types import Document, Page

REDIRECT, WITHDRAWN = "redirect", "withdrawn"


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an old address leads: `url` from the root, `to` from the page that leads there."""

    url: str
    to: str
    title: str


def make_redirect_pages(collection: Collection) -> Iterator[Page]:
    """Make the page of each old name that no record has and that leads to just one."""
    for alias, record in _find_aliases(collection):
        address = f"{FOLDERS[record.kind]}/{alias}/"
        url = url_of(record)
        yield Page(
            address=address,
            template="redirect.html",
            title=record.title,
            description="This page has another address now.",
            view=Redirect(url, relative_url(address, url), record.title),
            kind=REDIRECT,
        )


def make_withdrawn_pages(collection: Collection) -> Iterator[Page]:
    """Make the page of each withdrawn name; it tells nothing of what was there."""
    if not collection.withdrawals:
        return
    for kind, what in (("story", "story"), ("action", "record")):
        for slug in sorted(collection.withdrawals.names(kind)):
            if (kind, slug) not in collection.path_by_slug:
                address = f"{FOLDERS[kind]}/{slug}/"
                yield Page(
                    address=address,
                    template="withdrawn.html",
                    title=f"This {what} was withdrawn",
                    description="It is no longer here.",
                    view=what,
                    kind=WITHDRAWN,
                )


def make_redirect_file(pages: Iterable[Page], web: SiteIdentity) -> tuple[Document, ...]:
    """List the redirects for web servers that read a file called `_redirects`; none, no file."""
    root = urlsplit(web.url).path or "/"
    lines = [
        f"{root}{page.address} {root}{page.view.url} 301\n"
        for page in pages
        if isinstance(page.view, Redirect)
    ]
    return (Document("_redirects", "".join(lines)),) if lines else ()


def _find_aliases(collection: Collection) -> Iterator[tuple[str, Story | Action]]:
    """Find the old names; one that is taken or withdrawn is a problem already, and left out."""
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    gone = collection.withdrawals
    for record in records:
        for alias in dict.fromkeys(record.aliases):
            key = record.kind, alias
            is_first = collection.path_by_alias[key] == record.path
            is_gone = gone is not None and alias in gone.names(record.kind)
            if key not in collection.path_by_slug and is_first and not is_gone:
                yield alias, record
