"""What leaves this room: a site of pages, and of files that go beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address from the root, its template, and all that the template shows.

    `content` is safe HTML. `edit` is the file that a reader would edit, from the project's root.
    """

    address: str
    template: str
    title: str
    description: str
    view: object
    content: str = ""
    edit: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of the project that is published as it is."""

    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Resize:
    """A picture of the project that is published anew, so many pixels wide."""

    path: str
    address: str
    width: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index sees it. `html` is safe HTML; `order` sorts results of equal weight."""

    address: str
    kind: str
    title: str
    summary: str
    html: str
    also: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """All pages and files; `overview`, `guide` and `facets` are what any page may show."""

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...]
    resizes: tuple[Resize, ...]
    overview: object
    guide: object
    facets: object = ()
    entries: tuple[Entry, ...] = ()
