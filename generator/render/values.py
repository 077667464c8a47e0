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
class Site:
    """All pages and files; `overview` is what every page, prose pages included, may show."""

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...]
    overview: object
    texts: Mapping[str, str] = field(default_factory=dict)
