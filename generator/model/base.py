"""What every record is made of: strict, frozen parts, and an origin that says where it was read."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from dataclasses import field as of_origin
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Self, cast

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from generator.model.field import field
from generator.model.places import Keys, Places
from generator.model.problem import Place


class Part(BaseModel):
    """A group of fields: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        use_attribute_docstrings=False,
        json_schema_serialization_defaults_required=True,
    )


def find_part(kind: object) -> type[Part] | None:
    """Find the group of fields inside `Part | None`, `tuple[Part, ...]` or a mapping of them."""
    if isinstance(kind, type) and issubclass(kind, Part):
        return kind
    for inner in getattr(kind, "__args__", ()):
        if found := find_part(inner):
            return found
    return None


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


class Digests(NamedTuple):
    """The digest of a text and of each measure's points; empty where there is too little of it."""

    text: bytes = b""
    measures: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read, and which of its fields were too wrong to be judged by rules.

    `places` maps the path of a value, such as `("voices", 0, "quote")`, to its line and column in
    `source`, which is the file as it was written. `key` is the digest of the file and its
    data, `files` the names of the data files that its measures are read from, `digests` what a
    packed story is compared by. Where updates were laid over the record, `laid` says of what they
    changed which record's it is, and under which keys it stands there, with all that is in it; and
    `own` is the record as its own file has it.
    """

    path: str
    slug: str
    folder: str
    body: Body = of_origin(default_factory=Body)
    places: Places = of_origin(default_factory=Places)
    faulty: frozenset[str] = frozenset()
    source: str = ""
    story: str | None = None
    key: str = ""
    files: tuple[str, ...] = ()
    digests: Digests | None = None
    laid: "Mapping[Keys, tuple[Record, Keys]]" = of_origin(default_factory=dict)
    own: "Record | None" = None


class Allowance(Part):
    """A rule that does not fit this record, and why: shown to the person who reviews it."""

    rule: Annotated[str, Field(min_length=3, max_length=60)] = field(
        description="The code or the name of the rule, such as L301.", label="Which rule"
    )
    because: Annotated[str, Field(min_length=10, max_length=500)] = field(
        description="Why it does not fit here, for the person who reviews the story.",
        label="Why it does not fit",
    )


# What a record keeps packed until somebody asks for it: what is looked at on its own page alone.
LATER = frozenset({"aim", "lessons", "limitations", "measures", "source", "touchpoints"})
Rest = tuple[dict[str, Any], str, Places, str]


class Record(Part):
    """A file that a contributor wrote: its fields, and its origin, given as validation context.

    A record that a store gave back has its short fields; the rest is unpacked when it is asked
    for, and nobody who asks can tell.
    """

    kind: ClassVar[str]
    # The fields of which any says enough for a file without a text below them; none otherwise.
    told_by: ClassVar[frozenset[str]] = frozenset()
    _origin: Origin = PrivateAttr()
    _rest: Callable[[], Rest] | None = PrivateAttr(None)

    def model_post_init(self, context: object, /) -> None:
        """Keep the origin that the reader hands over; a record made in a test may do without."""
        self._origin = context if isinstance(context, Origin) else Origin("", "", "")

    @classmethod
    def revive(
        cls, values: dict[str, Any], written: set[str], origin: Origin, rest: Callable[[], Rest]
    ) -> Self:
        """Make a record of values that were sound when they were packed."""
        record = cls.__new__(cls)
        private = {"_origin": origin, "_rest": rest}
        object.__setattr__(record, "__dict__", values)
        object.__setattr__(record, "__pydantic_fields_set__", written)
        object.__setattr__(record, "__pydantic_extra__", None)
        object.__setattr__(record, "__pydantic_private__", private)
        return record

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Unpack the rest of the record when a field of it is first asked for."""
            if name in LATER and self._unpack() and name in self.__dict__:
                return self.__dict__[name]
            return super().__getattr__(name)

    def _unpack(self) -> bool:
        private = self.__pydantic_private__ or {}
        rest = private.get("_rest")
        if rest is None:
            return False
        later, markdown, places, source = rest()
        origin = private["_origin"]
        body = replace(origin.body, markdown=markdown)
        private["_origin"] = replace(origin, body=body, places=places, source=source)
        private["_rest"] = None
        self.__dict__.update(later)
        return True

    def alter(
        self, change: Callable[[str, object], object], among: AbstractSet[str] | None = None
    ) -> Self:
        """Copy the record with `change` made to each field, `among` some, that has a value.

        What is packed is changed when it is unpacked.
        """
        values = self.__dict__
        changed = {
            name: new
            for name in (values if among is None else values.keys() & among)
            if (old := values[name]) and (new := change(name, old)) is not old
        }
        private = self.__pydantic_private__ or {}
        may_change_rest = among is None or not LATER.isdisjoint(among)
        rest = private.get("_rest") if may_change_rest else None
        if not changed and rest is None:
            return self
        record = self.model_copy(update=changed)
        if rest is not None and record.__pydantic_private__ is not None:

            def altered() -> Rest:
                origin, told = self.origin, self.__dict__  # unpacked once for both
                later = {name: change(name, told[name]) for name in LATER if name in told}
                return later, origin.body.markdown, origin.places, origin.source

            record.__pydantic_private__["_rest"] = altered
        return record

    def _known(self) -> Origin:
        """Read the private attribute without pydantic's detour, which costs as much as a rule."""
        private = self.__pydantic_private__
        return private["_origin"] if private else Origin("", "", "")

    @property
    def origin(self) -> Origin:
        """Where this record was read."""
        self._unpack()
        return self._known()

    @property
    def slug(self) -> str:
        """The last part of the record's address."""
        return self._known().slug

    @property
    def path(self) -> str:
        """The file that the record was read from, from the project's root."""
        return self._known().path

    @property
    def key(self) -> str:
        """The digest of the record's file and its data; empty if it was not read from one."""
        return self._known().key

    @property
    def data_files(self) -> tuple[str, ...]:
        """The names of the data files beside the record that its measures are read from."""
        return self._known().files

    @property
    def faulty(self) -> frozenset[str]:
        """The fields that are too wrong to be judged by rules."""
        return self._known().faulty

    @property
    def links(self) -> tuple[Link, ...]:
        """The links and pictures in the body."""
        return self._known().body.links

    @property
    def body(self) -> Body:
        """The record's own words, as Markdown."""
        return self.origin.body

    @property
    def own(self) -> Self:
        """The record as its own file has it, without what updates say."""
        own = self._known().own
        return cast("Self", own) if own else self

    def lay_over(
        self, values: Mapping[str, object], laid: "Mapping[Keys, tuple[Record, Keys]]", key: str
    ) -> Self:
        """Copy the record with what updates say; `laid` says where that stands, as in an origin."""
        own = self.own
        over = self.model_copy(update=dict(values))
        private = over.__pydantic_private__ or {}
        private["_origin"] = replace(self.origin, laid=laid, own=own, key=key, digests=None)
        return over

    def place(self, *keys: str | int) -> Place:
        """Find where a value stands, or else the nearest value around it."""
        origin = self.origin
        for end in range(len(keys), 0, -1) if origin.laid else ():
            if told := origin.laid.get(keys[:end]):
                record, there = told
                return record.place(*there, *keys[end:])
        for end in range(len(keys), 0, -1):
            if spot := origin.places.get(keys[:end]):
                return Place(self.path, *spot)
        return Place(self.path)


REFUSED = "refused"


class Asset(NamedTuple):
    """A file that goes with the stories: a picture (with its size in pixels), or data.

    A workbook is never published itself, with its other sheets and its authors; its points are.

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
