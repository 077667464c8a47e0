"""What every record is made of: strict, frozen parts, and an origin that says where it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from generator.problem import Place

Keys = tuple[str | int, ...]


class Part(BaseModel):
    """A group of fields: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=False
    )


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture in a body: its address, as a browser reads it, and where it stands."""

    target: str
    place: Place
    is_picture: bool = False
    alt: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A record's Markdown, the line of the file on which it begins, and the links in it."""

    markdown: str = ""
    line: int = 1
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read, and which of its fields were too wrong to be judged by rules.

    `places` maps the path of a value, such as `("voices", 0, "quote")`, to its line and column in
    `source`, which is the file as it was written.
    """

    path: str
    slug: str
    folder: str
    body: Body = field(default_factory=Body)
    places: Mapping[Keys, tuple[int, int]] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    source: str = ""
    story: str | None = None


class Allowance(Part):
    """A rule that does not fit this record, and why: shown to the person who reviews it."""

    rule: Annotated[str, Field(min_length=3, max_length=60)] = Field(
        description="The code or the name of the rule, such as L301."
    )
    because: Annotated[str, Field(min_length=10, max_length=500)] = Field(
        description="Why it does not fit here, for the person who reviews the story."
    )


class Record(Part):
    """A file that a contributor wrote: its fields, and its origin, given as validation context."""

    kind: ClassVar[str]
    _origin: Origin = PrivateAttr()

    def model_post_init(self, context: object, /) -> None:
        """Keep the origin that the reader hands over; a record made in a test may do without."""
        self._origin = context if isinstance(context, Origin) else Origin("", "", "")

    @property
    def origin(self) -> Origin:
        """Where this record was read."""
        return self._origin

    @property
    def slug(self) -> str:
        """The last part of the record's address."""
        return self._origin.slug

    @property
    def path(self) -> str:
        """The file that the record was read from, from the project's root."""
        return self._origin.path

    @property
    def body(self) -> Body:
        """The record's own words, as Markdown."""
        return self._origin.body

    def place(self, *keys: str | int) -> Place:
        """Find where a value stands, or else the nearest value around it."""
        for end in range(len(keys), 0, -1):
            if spot := self._origin.places.get(keys[:end]):
                return Place(self.path, *spot)
        return Place(self.path)


REFUSED = "refused"


class Asset(NamedTuple):
    """A file that goes with the stories: a picture (with its size in pixels) or a data file.

    One that is there and may not be used, such as a symbolic link, is of the kind `REFUSED`.
    """

    path: str
    kind: str
    width: int = 0
    height: int = 0


class Unread(NamedTuple):
    """A record that could not be read at all: it is known by its slug, and nothing more."""

    kind: str
    slug: str
    path: str
