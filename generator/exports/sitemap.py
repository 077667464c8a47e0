"""What a site says to programs that look for its pages: `sitemap.xml` and `robots.txt`."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from generator.collection.collection import Collection, url_of, url_of_page
from generator.model import Action, Adoption, Story, Update
from generator.model.site_identity import SiteIdentity
from generator.pages.redirects import REDIRECT, WITHDRAWN
from generator.pages.types import Document, Page

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ADDRESSES = 50_000
# Pages that stand for another page, or for none.
UNLISTED = frozenset({REDIRECT, WITHDRAWN, "embed"})


def make_sitemap(
    pages: Iterable[Page], collection: Collection, web: SiteIdentity, most: int = MOST_ADDRESSES
) -> tuple[Document, ...]:
    """Make `sitemap.xml`, in parts of `most` addresses; none for a site without an address."""
    if not web.url:
        return ()
    dates = dates_by_url(collection)
    listed = [page.address for page in pages if page.kind not in UNLISTED]
    listed += map(url_of, (*collection.stories, *collection.actions))
    listed += [url_of_page(path, collection.content) for path in collection.pages]
    addresses = sorted(set(listed))
    if len(addresses) <= most:
        return (_list("sitemap.xml", "urlset", "url", addresses, dates, web),)
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    latest = {
        name: max((dates[each] for each in part if each in dates), default=None)
        for name, part in zip(names, parts, strict=True)
    }
    known = {name: date for name, date in latest.items() if date}
    index = _list("sitemap.xml", "sitemapindex", "sitemap", names, known, web)
    files = zip(names, parts, strict=True)
    return (index, *(_list(name, "urlset", "url", part, dates, web) for name, part in files))


def _list(  # noqa: PLR0913, PLR0917 (the parts of a list)
    name: str,
    root: str,
    item: str,
    addresses: Sequence[str],
    dates: Mapping[str, dt.date],
    web: SiteIdentity,
) -> Document:
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SITEMAPS}">']
    for address in addresses:
        date = dates.get(address)
        changed = f"<lastmod>{date.isoformat()}</lastmod>" if date else ""
        lines.append(f"<{item}><loc>{escape(web.join(quote(address)))}</loc>{changed}</{item}>")
    return Document(name, "\n".join((*lines, f"</{root}>")) + "\n")


def dates_by_url(collection: Collection) -> Mapping[str, dt.date]:
    """Find when each page last changed, by address, as its authors say; never from the clock.

    A domain and a priority change with the newest of their stories, and so do the front page and
    the list of stories.
    """
    dates: dict[str, dt.date] = {}

    def note(address: str, date: dt.date) -> None:
        dates[address] = max(date, dates.get(address, date))

    for story in collection.stories:
        date = date_of_record(story)
        if date is None:
            continue
        lists = ["", "stories/"]
        lists += (url_of(domain) for domain in collection.domains_of(story))
        lists += (f"priorities/{slug}/" for slug in story.strategic_links)
        for address in (url_of(story), *lists):
            note(address, date)
    for action in collection.actions:
        if date := date_of_record(action):
            note(url_of(action), date)
            note("actions/", date)
    besides: tuple[Update | Adoption, ...] = (*collection.updates, *collection.adoptions)
    for beside in besides:
        if goal := collection.goal_of(beside):
            note(url_of(goal), beside.date)
    return dates


def date_of_record(record: Story | Action) -> dt.date | None:
    """Find the day on which a record last changed, as its authors say."""
    if isinstance(record, Story):
        return max(filter(None, (record.date, record.updated)), default=None)
    days = (record.planned_on, record.started_on, record.made_on, record.stopped_on)
    return max(filter(None, days), default=None)


def make_robots(sitemaps: Sequence[Document], web: SiteIdentity) -> Document:
    """Make `robots.txt`, which lets everybody in and says where the map is."""
    lines = ["User-agent: *", "Allow: /"]
    lines += ["", f"Sitemap: {web.join(sitemaps[0].address)}"] if sitemaps else []
    return Document("robots.txt", "\n".join(lines) + "\n")
