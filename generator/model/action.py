"""An action record: one thing that was done, when, by whom, and what came of it."""

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import Allowance, Part, Record
from generator.model.field_types import Amount, Claim, Date, Line, Reference, Slug, Summary, Title
from generator.model.measure import Measure
from generator.model.voice import Voice


class Effort(Part):
    """What the action took."""

    hours: Amount | None = Field(None, description="Hours of work, all people together.")
    cost: Amount | None = Field(None, description="Money spent, in pounds; 0 if none.")


class Action(Record):
    """One thing that was done. It belongs to a story, or stands alone as a quick win."""

    kind: ClassVar[str] = "action"

    title: Title = Field(
        description="What was done, as you would tell a colleague.",
        examples=["Moved the desk away from the door"],
    )
    summary: Summary | None = Field(
        None, description="One or two sentences for lists, at most 280 characters."
    )
    story: Reference | None = Field(
        None,
        description="The story that this belongs to. Leave it out when the file lies in the "
        "story's own folder.",
    )
    domains: tuple[Reference, ...] = Field(
        (), description="The domains it belongs to; those of its story otherwise."
    )
    setting: Reference | None = Field(
        None, description="Where it was done; that of its story otherwise."
    )
    status: Literal["planned", "testing", "made", "sustained", "stopped"] = Field(
        description="How far it has come: planned, being tested, made, sustained, or stopped."
    )
    planned_on: Date | None = Field(None, description="When it was agreed to do it.")
    started_on: Date | None = Field(None, description="When you began to try it.")
    made_on: Date | None = Field(None, description="When it became the way things are done.")
    stopped_on: Date | None = Field(None, description="When you stopped.")
    by: Line | None = Field(None, description="The role or the team that did it.")
    with_: Line | None = Field(None, alias="with", description="Who it was decided with.")
    effort: Effort | None = Field(None, description="What it took.")
    quick_win: Claim = Field(
        default=False, description="true if it was small, quick and needed no project."
    )
    strategic_links: tuple[Reference, ...] = Field(
        (), description="The priorities of the organisation that it serves."
    )
    voices: tuple[Voice, ...] = Field((), description="What people said about it.")
    measures: tuple[Measure, ...] = Field((), description="What was counted.")
    aliases: tuple[Slug, ...] = Field(
        (), description="Old names of this file, so that old links work."
    )
    allow: tuple[Allowance, ...] = Field(
        (), description="Rules that do not fit here, each with the reason."
    )
