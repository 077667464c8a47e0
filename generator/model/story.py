"""A story: what patients and staff changed together, and what came of it."""

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import Allowance, Part, Record
from generator.model.field_types import (
    Address,
    Amount,
    Claim,
    Count,
    Date,
    Email,
    FileName,
    Line,
    Reference,
    Slug,
    Summary,
    Text,
    Title,
)
from generator.model.measure import Measure
from generator.model.voice import Voice


class Contact(Part):
    """Whom to ask."""

    name: Line | None = Field(None, description="The name of a person or a team.")
    role: Line | None = Field(None, description="What they do.")
    email: Email | None = Field(None, description="A work address that may be published.")


class Headroom(Part):
    """The time that was freed for the change."""

    hours: Amount = Field(description="Hours a week.")
    weeks: Amount = Field(description="For how many weeks.")
    enabled_by: Line = Field(
        description="Who freed the time, and how.", examples=["The matron, by covering one shift"]
    )


class Involvement(Part):
    """Who took part, and who decided."""

    level: Literal["informing", "consultation", "engagement", "co-design", "co-production"] = Field(
        description="How far patients shaped the change: from being told of it (informing) to "
        "deciding together (co-production)."
    )
    patients: Count | None = Field(None, description="How many patients and carers took part.")
    staff: Count | None = Field(None, description="How many members of staff took part.")
    decided_by: Line | None = Field(None, description="Who made the decision, in a few words.")


class Experience(Part):
    """One way in which you learnt what care is like, and what you found."""

    method: Literal["observation", "interview", "survey", "diary", "workshop", "feedback"] = Field(
        description="How you learnt it. People do not always do what they say they do: "
        "observation counts as evidence of its own."
    )
    from_: Literal["patients", "carers", "staff"] = Field(
        alias="from", description="Whose experience it is."
    )
    people: Count | None = Field(None, description="How many people.")
    found: Text = Field(description="What you found.")


class Touchpoint(Part):
    """A moment of care, and how it felt."""

    moment: Line = Field(description="The moment.", examples=["Being called in"])
    feelings: tuple[Line, ...] = Field(min_length=1, description="How people felt, in their words.")


class Source(Part):
    """Where the facts were published."""

    title: Line = Field(description="The title of the page or paper.")
    url: Address = Field(description="Its address.")
    published: Date | None = Field(None, description="When it was published.")


class Image(Part):
    """A picture for the top of the page."""

    file: FileName = Field(description="The picture's file, beside the story.")
    alt: Line = Field(description="What it shows, for somebody who cannot see it.")
    credit: Line | None = Field(None, description="Who made it.")


class Story(Record):
    """A short account of what patients and staff changed together."""

    kind: ClassVar[str] = "story"

    title: Title = Field(
        description="What changed, as you would say it to a colleague on another ward.",
        examples=["The board that says what to call me"],
    )
    summary: Summary = Field(
        description="The whole story in one or two sentences, at most 280 characters."
    )
    date: Date = Field(description="When you wrote this.")
    updated: Date | None = Field(None, description="When you last changed it.")
    domains: tuple[Reference, ...] = Field(
        min_length=1, description="What it is about: one domain, or two, of the eight."
    )
    setting: Reference | None = Field(None, description="Where it happened.")
    pathway: Reference | None = Field(None, description="The condition or path of care.")
    organisation: Line | None = Field(None, description="Your hospital, hospice or surgery.")
    team: Line | None = Field(None, description="Your ward, clinic or team.")
    contact: Contact | None = Field(None, description="Whom another team may ask.")
    status: Literal["testing", "made", "sustained", "stopped"] = Field(
        description="testing: being tried; made: it is how things are done; sustained: still so "
        "a year later; stopped: it did not work or did not last."
    )
    changed_on: Date | None = Field(
        None, description="The day of the change; that of the first action made otherwise."
    )
    quick_win: Claim = Field(
        default=False, description="true if it was small, quick and needed no project."
    )
    problem: Text | None = Field(None, description="What was wrong, for whom.")
    aim: Text | None = Field(None, description="What you hoped for.")
    headroom: Headroom | None = Field(None, description="The time that was freed, and by whom.")
    strategic_links: tuple[Reference, ...] = Field(
        (), description="The priorities of the organisation that it serves."
    )
    involvement: Involvement | None = Field(None, description="Who took part, and who decided.")
    experience: tuple[Experience, ...] = Field(
        (), description="What you learnt from patients, carers and staff, and how."
    )
    touchpoints: tuple[Touchpoint, ...] = Field(
        (), description="Moments of care, and how they felt."
    )
    voices: tuple[Voice, ...] = Field((), description="What people said, patients and staff both.")
    measures: tuple[Measure, ...] = Field((), description="What was counted, before and after.")
    spread: Text | None = Field(None, description="Where it has gone since.")
    adapted_from: Reference | None = Field(
        None, description="The story whose example you took home: the last part of its address."
    )
    adapted: Text | None = Field(None, description="What you changed for your own place.")
    limitations: Text | None = Field(None, description="What the story cannot show.")
    lessons: tuple[Text, ...] = Field((), description="What you learnt, in your own case.")
    source: Source | None = Field(
        None, description="Where the facts were published, if the story is told from them."
    )
    illustrative: Claim = Field(
        default=False, description="true for an invented example; the page says so plainly."
    )
    image: Image | None = Field(None, description="A picture for the top of the page.")
    aliases: tuple[Slug, ...] = Field(
        (), description="Old names of this file, so that old links work."
    )
    allow: tuple[Allowance, ...] = Field(
        (), description="Rules that do not fit here, each with the reason."
    )
    review_by: Date | None = Field(None, description="When to look at the story again.")
