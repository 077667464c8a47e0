"""An update: what has happened since a story or an action was told, in a file of its own."""

from typing import ClassVar, Literal

from generator.model.base import Part, Record
from generator.model.field import field
from generator.model.field_types import Date, FileName, Language, Line, Reference
from generator.model.measure import Observed, Point
from generator.model.shared_fields import LANGUAGE, STATUSES
from generator.model.story_parts import Contact
from generator.model.voice import Voice


class NewPoints(Part):
    """What has been counted since of one of the record's measures."""

    measure: Line = field(
        description="Which measure: its `id`, or else its title.",
        examples=["woken-by-noise"],
        label="Which measure?",
    )
    points: tuple[Point, ...] = field(
        (), description="The new data, oldest first.", label="The new values"
    )
    file: FileName | None = field(
        None,
        description="An Excel workbook (.xlsx) or a CSV file beside the update, in place of "
        "`points`. It may hold the old points as well.",
        examples=["2027-02-14-ward-7.csv"],
        label="Data file beside the update",
    )
    events: tuple[Date, ...] = field(
        (),
        description="The days on which it has happened since, where the measure has events.",
        label="On which days has it happened since?",
    )
    observed: Observed | None = field(
        None,
        description="Between which days every event would have been seen.",
        label="Between which days would it have been seen?",
    )


class Update(Record):
    """What has happened since: new points, a new status, a voice. It is laid over its record."""

    kind: ClassVar[str] = "update"
    # Any of these says enough for a file without a text below its fields.
    told_by: ClassVar[frozenset[str]] = frozenset({"status", "measures", "voices", "contact"})

    story: Reference | None = field(
        None,
        description="The story that this goes on with. Leave it out when the file lies in the "
        "story's own folder.",
        label="Which story does it go on with?",
    )
    action: Reference | None = field(
        None,
        description="The action that this goes on with, if it is no story.",
        label="Which action does it go on with?",
    )
    date: Date = field(
        description="The day of which this tells; a new status holds from it on.",
        label="On which day do you write this?",
    )
    status: Literal["planned", "testing", "made", "sustained", "stopped"] | None = field(
        None,
        description="How far it has come, if that has changed.",
        label="How does it stand now?",
        heading="Status",
        choices=STATUSES,
    )
    measures: tuple[NewPoints, ...] = field(
        (), description="What was counted since.", label="What was counted since?"
    )
    voices: tuple[Voice, ...] = field(
        (), description="What people have said since.", label="What have people said since?"
    )
    contact: Contact | None = field(
        None,
        description="Whom another team may ask now, if that has changed; it takes the place of "
        "the contact as a whole.",
        label="Whom may another team ask now?",
    )
    language: Language | None = LANGUAGE
