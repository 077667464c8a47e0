"""The framework: domains, and the vocabulary that stories are sorted by.

These files belong to the organisation that runs the site, which may replace them with its own.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Part, Record
from generator.model.field import field
from generator.model.field_types import Count, Line, Slug, Text, Title
from generator.model.story_parts import Source


class Domain(Record):
    """One side of good care, told as a statement that a patient could make."""

    kind: ClassVar[str] = "domain"

    title: Title = field(description="The name of the domain.", label="What is the domain called?")
    statement: Line = field(
        description="What a patient would say of it, in the first person.",
        examples=["I am the expert on me"],
        label="What would a patient say of it?",
    )
    order: Count = field(
        description="Its place in the framework, from 1.",
        label="What is its place in the framework?",
    )
    short: Annotated[Line, Field(max_length=20)] = field(
        description="A word or two, for labels.", label="What is it called in a word or two?"
    )


class Framework(Record):
    """Where the domains come from: the file `domains/index.md`."""

    kind: ClassVar[str] = "framework"

    title: Title = Field(description="The name of the framework.")
    source: Source | None = Field(None, description="Where the framework is published.")
    attribution: Text | None = Field(
        None, description="The sentence of thanks and of ownership that every page must carry."
    )


class Term(Part):
    """One entry of a vocabulary: a setting or a pathway."""

    label: Annotated[Line, Field(max_length=60)] = Field(description="What readers see.")
    about: Text | None = Field(None, description="One sentence that says what is meant.")
    aliases: tuple[Line, ...] = Field((), description="Other words that people use for it.")


class Priority(Term):
    """A priority of the organisation, which stories may serve."""

    owner: Line | None = Field(None, description="The role that answers for it.")


class Vocabulary(Record):
    """The file `domains/vocabulary.yml`: the words that stories are sorted by."""

    kind: ClassVar[str] = "vocabulary"

    settings: Mapping[Slug, Term] = Field(description="The places where care is given.")
    pathways: Mapping[Slug, Term] = Field(description="The conditions and paths of care.")
    priorities: Mapping[Slug, Priority] = Field(description="The organisation's priorities.")
