"""What leaves this room: a site of pages, and of files that go beside them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from generator.model.logo import Logo
from generator.model.palette import Palette
from generator.model.terms import Concept


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address from the root, its template, and all that the template shows.

    `content` is safe HTML. `edit` is the file that a reader would edit, from the project's root,
    and `edit_beside` are those that its figures are kept in.
    """

    address: str
    template: str
    title: str
    description: str
    view: object
    content: str = ""
    edit: str | None = None
    edit_beside: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file whose whole content was worked out here: a feed, data, a redirect."""

    address: str
    content: str


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
class SocialCard:
    """All that the picture of a shared link says. `number` is the domain's, for its accent.

    `evidence` names the sign beside `mark`; a card without one shows none. A quotation is here only
    if its consent has the scope `social`. `short_name` is the site's, for where `name` has no room.
    """

    address: str
    title: str
    name: str
    label: str = ""
    number: int = 0
    evidence: str = ""
    mark: str = ""
    quote: str = ""
    said_by: str = ""
    palette: Palette = Palette()
    logo: Logo | None = None
    short_name: str = ""

    @property
    def colours(self) -> tuple[str, ...]:
        """The paper of the card, its ink, its accent, and what is softer than ink."""
        told = self.palette
        return tuple(
            c.day for c in (told.paper, told.ink, told.find_accent(self.number), told.soft)
        )

    @property
    def version(self) -> str:
        """A short digest of what the card says: another one makes another picture."""
        words = (
            self.title, self.name, self.label, str(self.number),
            self.evidence, self.mark, self.quote, self.said_by, *self.colours,
            *((self.logo.digest,) if self.logo else ()), self.short_name,
        )  # fmt: skip
        return sha256("\0".join(words).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as the index sees it. `html` is safe HTML; `order` sorts results of equal weight.

    `spoken` are the parts of it that are in another language than the page, each with that.
    `wrong` is what was wrong before, `place` the words of its domains and its setting, `story` the
    address of the story that an action belongs to.
    """

    address: str
    kind: str
    title: str
    summary: str
    html: str = ""
    also: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    wrong: str = ""
    place: str = ""
    story: str = ""
    spoken: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordOutputs:
    """One record's share of a site: its pages, the files beside them, its words for the search.

    `shares` are what it adds to files of the whole collection, by their addresses; `binaries` are
    files that are no text, by theirs.
    """

    pages: tuple[Page, ...] = ()
    documents: tuple[Document, ...] = ()
    cards: tuple[SocialCard, ...] = ()
    entry: SearchEntry | None = None
    shares: Mapping[str, str] = field(default_factory=dict)
    binaries: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Output:
    """What is made of one record, or a file that is made of several, when somebody makes it.

    `key` stands for all that shapes it: the same key gives the same share. It is empty where that
    cannot be said.
    """

    address: str
    key: str
    make: Callable[[], RecordOutputs]


PartsByFile = Mapping[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """A file of the whole collection, joined of what every record adds to it.

    `join` takes the shares of all records, encoded, by the address of the file that they are for.
    """

    address: str
    join: Callable[[PartsByFile], bytes]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages and files; `overview`, `guide` and `facets` are what any page may show.

    Every record has a sheet, and so has every feed and each of `pages`: those of lists, and of the
    guide. `entries` are what search knows of each record; its words are in its sheet.
    """

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...]
    resizes: tuple[Resize, ...]
    overview: object
    guide: object
    facets: object = ()
    entries: tuple[SearchEntry, ...] = ()
    documents: tuple[Document, ...] = ()
    cards: tuple[SocialCard, ...] = ()
    form: object = ()
    sheets: tuple[Output, ...] = ()
    joined_files: tuple[JoinedFile, ...] = ()
    terms: Mapping[str, Concept] = field(default_factory=dict)
