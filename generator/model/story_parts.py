"""What a story's fields hold where one value is not enough: a contact, a source, a picture."""

from typing import Literal

from generator.model.base import Part
from generator.model.field import field
from generator.model.field_types import Address, Amount, Count, Date, Email, FileName, Line, Text


class Contact(Part):
    """Whom to ask."""

    name: Line | None = field(
        None, description="The name of a person or a team.", label="Name of the person or the team"
    )
    role: Line | None = field(None, description="What they do.", label="What they do")
    email: Email | None = field(
        None,
        description="A work address that may be published.",
        label="Work e-mail address that may be published",
    )
    telephone: Line | None = field(
        None,
        description="A work number that may be published; an extension or a bleep will do.",
        label="Work telephone number that may be published",
        examples=["01632 960 123, extension 4"],
    )


class Headroom(Part):
    """The time that was freed for the change."""

    hours: Amount = field(description="Hours a week.", label="Hours a week")
    weeks: Amount = field(description="For how many weeks.", label="For how many weeks")
    enabled_by: Line = field(
        description="Who freed the time, and how.",
        examples=["The matron, by covering one shift"],
        label="Who freed the time, and how",
        heading="Freed by",
    )


class Involvement(Part):
    """Who took part, and who decided."""

    level: Literal["informing", "consultation", "engagement", "co-design", "co-production"] = field(
        description="How far patients shaped the change: from being told of it (informing) to "
        "deciding together (co-production).",
        label="How far did patients shape it?",
        heading="Patients’ part",
        choices={
            "informing": "informing: patients were told",
            "consultation": "consultation: patients were asked",
            "engagement": "engagement: patients were part of the talks",
            "co-design": "co-design: patients shaped it with us",
            "co-production": "co-production: patients decided with us",
        },
    )
    patients: Count | None = field(
        None,
        description="How many patients and carers took part.",
        label="How many patients and carers took part?",
        heading="Took part",
    )
    staff: Count | None = field(
        None,
        description="How many members of staff took part.",
        label="How many members of staff took part?",
    )
    decided_by: Line | None = field(
        None,
        description="Who made the decision, in a few words.",
        label="Who made the decision?",
        heading="Decided by",
    )


class Experience(Part):
    """One way in which you learnt what care is like, and what you found."""

    method: Literal["observation", "interview", "survey", "diary", "workshop", "feedback"] = field(
        description="How you learnt it. People do not always do what they say they do: "
        "observation counts as evidence of its own.",
        label="How did you learn it?",
        choices={
            "observation": "observation: we watched",
            "interview": "interview: we talked with them",
            "survey": "survey: we asked with a form",
            "diary": "diary: they wrote it down",
            "workshop": "workshop: we met",
            "feedback": "feedback: they told us unasked",
        },
    )
    from_: Literal["patients", "carers", "staff"] = field(
        alias="from", description="Whose experience it is.", label="Whose experience is it?"
    )
    people: Count | None = field(
        None, description="How many people.", label="From how many people?"
    )
    found: Text = field(description="What you found.", label="What did you find?")


class Touchpoint(Part):
    """A moment of care, and how it felt."""

    moment: Line = field(
        description="The moment.", examples=["Being called in"], label="The moment"
    )
    feelings: tuple[Line, ...] = field(
        min_length=1, description="How people felt, in their words.", label="How people felt"
    )


class Source(Part):
    """Where the facts were published."""

    title: Line = field(
        description="The title of the page or paper.", label="Title of the publication"
    )
    url: Address = field(description="Its address.", label="Its web address")
    published: Date | None = field(
        None, description="When it was published.", label="Day of publication"
    )


class Image(Part):
    """A picture for the top of the page."""

    file: FileName = field(
        description="The picture's file, beside the story.", label="Name of the picture file"
    )
    alt: Line = field(
        description="What it shows, for somebody who cannot see it.", label="What the picture shows"
    )
    credit: Line | None = field(None, description="Who made it.", label="Who made the picture")
