"""A prose page of the site, as far as the collection has to know it: its links and its anchors."""

from dataclasses import dataclass

from generator.model.base import Link


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of the site's own words, by its path from the project's root.

    `links` lead by the paths of files, as Markdown's do, and `addresses`, the links of raw HTML, by
    the addresses of pages. `anchors` are the names that a link may add after a #; None where a
    template makes them, so that nobody can say before the page is made. `files` are the files that
    its links lead to on disk. One that `is_default` came with the generator, since the site has no
    page of its own at that address.
    """

    path: str
    links: tuple[Link, ...] = ()
    addresses: tuple[Link, ...] = ()
    anchors: frozenset[str] | None = frozenset()
    files: frozenset[str] = frozenset()
    is_default: bool = False
