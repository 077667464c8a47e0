"""What a site has beside the pages of its records and its prose: lists as files, feeds, the guide.

Enter a collection and the codes of all faults; leave addresses, which prose may lead to. Makes
none of them: a test holds this list to what a build writes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.collection.collection import Collection, url_of
from generator.collection.lay_updates import find_measure
from generator.model import Action, Story

_FEEDS = ("feed.xml", "feed.json")
_FILES = (
    *("stories.csv", "actions.csv", "measures.csv", "stories.json", "actions.json"),
    *(f"schema/{name}.schema.json" for name in ("stories", "actions", "story", "export")),
    *("llms.txt", "sitemap.xml", "robots.txt", "site.webmanifest"),
    *("tell/story.docx", "tell/update.docx"),
    *("made.json", "_headers", "servers/nginx.conf", "servers/apache.conf"),
)
OF_STORY = ("story.json", "embed", "cite.bib", "cite.ris", "oembed.json", "qr.svg")


@dataclass(frozen=True, slots=True)
class KnownUrls:
    """The addresses beside the pages, without a slash at their end.

    `folders` are the addresses of the stories, each of which has the same few files.
    """

    addresses: frozenset[str]
    folders: frozenset[str] = frozenset()

    def has(self, address: str) -> bool:
        """Whether the site makes something at an address."""
        folder, _, name = address.rpartition("/")
        return address in self.addresses or (name in OF_STORY and folder in self.folders)


def list_known_urls(collection: Collection, codes: Iterable[str]) -> KnownUrls:
    """Find what stands beside the pages; of feeds and the like, as if the site had its address."""
    folders = (url_of(story).rstrip("/") for story in collection.stories)
    return KnownUrls(frozenset(_list(collection, codes)), frozenset(folders))


def list_merged_urls(record: Story | Action, collection: Collection) -> Mapping[int | None, str]:
    """Find where the points of measures are offered that stand in several files, by their numbers.

    A measure that has a data file of its own has its points there.
    """
    updates = collection.updates_of(record)
    names = {new.measure for update in updates for new in update.measures if new.points}
    numbers = {find_measure(record, name) for name in names}
    return {
        number: f"{url_of(record)}points-{number + 1}.csv"
        for number in numbers
        if number is not None and not record.own.measures[number].file
    }


def _list(collection: Collection, codes: Iterable[str]) -> Iterator[str]:
    yield from _FILES
    yield from _FEEDS
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    for record in records:
        yield from list_merged_urls(record, collection).values()
    yield from (f"guide/rules/{code.lower()}" for code in codes)
    for domain in collection.domains:
        yield from (f"{url_of(domain)}{name}" for name in (*_FEEDS, "embed"))
    for slug in collection.priorities:
        yield f"priorities/{slug}"
        yield from (f"priorities/{slug}/{name}" for name in _FEEDS)
