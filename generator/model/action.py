"""An action record: one thing that was done, when, by whom, and what came of it."""

from typing import ClassVar, Literal

from generator.model.base import Allowance, Part, Record
from generator.model.field import field
from generator.model.field_types import (
    Amount,
    Claim,
    Date,
    Language,
    Line,
    Money,
    Reference,
    Slug,
    Summary,
    Title,
)
from generator.model.measure import Measure
from generator.model.shared_fields import (
    ALIASES,
    ALLOW,
    LANGUAGE,
    QUICK_WIN,
    STATUSES,
    STRATEGIC_LINKS,
)
from generator.model.voice import Voice


class Effort(Part):
    """What the action took."""

    hours: Amount | None = field(
        None,
        description="Hours of work, all people together.",
        label="Hours of work",
        heading="It took",
    )
    cost: Money | None = field(
        None, description="Money spent, in pounds; 0 if none.", label="Cost in pounds"
    )


class Action(Record):
    """One thing that was done. It belongs to a story, or stands alone as a quick win."""

    kind: ClassVar[str] = "action"

    title: Title = field(
        description="What was done, as you would tell a colleague.",
        examples=["Moved the desk away from the door"],
        label="What did you do?",
    )
    summary: Summary | None = field(
        None,
        description="One or two sentences for lists, at most 280 characters.",
        label="What is it in a sentence or two?",
    )
    story: Reference | None = field(
        None,
        description="The story that this belongs to. Leave it out when the file lies in the "
        "story's own folder.",
        label="Which story does it belong to?",
        heading="Part of",
    )
    domains: tuple[Reference, ...] = field(
        (),
        description="The domains it belongs to; those of its story otherwise.",
        label="What is it about?",
        heading="Domains",
    )
    setting: Reference | None = field(
        None,
        description="Where it was done; that of its story otherwise.",
        label="Where was it done?",
        heading="Where",
    )
    status: Literal["planned", "testing", "made", "sustained", "stopped"] = field(
        description="How far it has come: planned, being tested, made, sustained, or stopped.",
        label="How far has it come?",
        heading="Status",
        choices=STATUSES,
    )
    planned_on: Date | None = field(
        None,
        description="When it was agreed to do it.",
        label="When did you agree to do it?",
        heading="Planned",
    )
    started_on: Date | None = field(
        None,
        description="When you began to try it.",
        label="When did you begin to try it?",
        heading="Begun",
    )
    made_on: Date | None = field(
        None,
        description="When it became the way things are done.",
        label="Since when is it the way things are done?",
        heading="Made",
    )
    stopped_on: Date | None = field(
        None, description="When you stopped.", label="When did you stop?", heading="Stopped"
    )
    by: Line | None = field(
        None, description="The role or the team that did it.", label="Who did it?", heading="By"
    )
    with_: Line | None = field(
        None,
        alias="with",
        description="Who it was decided with.",
        label="Who was it decided with?",
        heading="Decided with",
    )
    effort: Effort | None = field(
        None, description="What it took.", label="What did it take?", heading="It took"
    )
    quick_win: Claim = QUICK_WIN
    strategic_links: tuple[Reference, ...] = STRATEGIC_LINKS
    voices: tuple[Voice, ...] = field(
        (), description="What people said about it.", label="What did people say?", heading="Voices"
    )
    measures: tuple[Measure, ...] = field(
        (),
        description="What was counted.",
        label="What did you count, before and after?",
        heading="What was counted",
    )
    language: Language | None = LANGUAGE
    aliases: tuple[Slug, ...] = ALIASES
    allow: tuple[Allowance, ...] = ALLOW
