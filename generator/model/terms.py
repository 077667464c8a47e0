"""Other words for the same thing: what people type, and the plain word that stories use."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import Part, Record
from generator.model.field_types import Line, Slug

Group = Literal["places", "people", "needs", "conditions", "methods", "outcomes"]
Facet = Literal[
    "setting", "pathway", "domain", "priority", "status", "evidence", "voices", "quick", "kind",
    "measure", "cost", "hours",
]  # fmt: skip


class Concept(Part):
    """One thing, and the words that people have for it."""

    label: Annotated[Line, Field(max_length=60)] | None = Field(
        None,
        description="The plain word that stories use, shown as “also called …”. A term that the "
        "package brings has one already.",
    )
    also: tuple[Line, ...] = Field(
        (),
        description="What else people call it. Plurals, -ing and -ed need no entry of their own; "
        "several words count only together.",
    )
    less: tuple[Line, ...] = Field(
        (), description="Words of the package's own list that do not mean this here."
    )
    group: Group | None = Field(None, description="What sort of thing it is.")
    broader: Slug | None = Field(
        None,
        description="The name of a term that this is a part of: who asks for this finds that too, "
        "further down, and who asks for that finds this.",
    )
    finds: Mapping[Facet, Slug] = Field(
        {},
        description="What it finds besides words: all that has this setting, domain or status.",
    )


class Terms(Record):
    """The file `domains/terms.yml`: other words for the same thing, for the search.

    It adds to the list that the package brings, and takes from it.
    """

    kind: ClassVar[str] = "terms"

    terms: Mapping[Slug, Concept] = Field(
        {}, description="Things by their names; one that the package knows is added to."
    )
    leave_out: tuple[Slug, ...] = Field(
        (), description="Names of the package's own terms that mislead here."
    )
