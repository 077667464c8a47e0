"""An adoption: somebody else tried it too, or looked at it and decided against it."""

from typing import ClassVar, Literal

from generator.model.base import Record
from generator.model.field import field
from generator.model.field_types import Date, ExampleName, Language, Line, Reference, Text
from generator.model.shared_fields import ADAPTED, CONTACT, LANGUAGE, ORGANISATION, TEAM
from generator.model.story_parts import Contact
from generator.model.voice import Voice


class Adoption(Record):
    """How an example fared in another place: “we tried this too”."""

    kind: ClassVar[str] = "adoption"
    told_by: ClassVar[frozenset[str]] = frozenset({"date", "outcome", "why"})

    of: ExampleName | None = field(
        None,
        description="The example: stories/ or actions/ and the last part of its address. It may be "
        "left out when the file lies in the folder of the story.",
        examples=["stories/a-quiet-room"],
        label="Which example did you take home?",
    )
    date: Date = field(
        description="The day on which you write this.", label="On which day do you write this?"
    )
    organisation: Line | None = ORGANISATION
    team: Line | None = TEAM
    setting: Reference | None = field(
        None, description="Where you tried it.", label="Where did you try it?", heading="Where"
    )
    outcome: Literal["kept", "adapted", "given-up", "decided-against"] = field(
        description="What came of it: kept, adapted, given-up or decided-against, which is as "
        "welcome as the others.",
        label="What came of it?",
        heading="Outcome",
        choices={
            "kept": "kept: we do it as you do",
            "adapted": "adapted: we do it in our own way",
            "given-up": "given up: we tried it, and stopped",
            "decided-against": "decided against: we looked at it, and did not try it",
        },
    )
    why: Line = field(
        description="Why, in one line.",
        examples=["Our rooms are single, and nobody had complained of the bins"],
        label="Why, in one line?",
        heading="Why",
    )
    changed: Text | None = ADAPTED
    contact: Contact | None = CONTACT
    voices: tuple[Voice, ...] = field(
        (), description="What people said about it.", label="What did people say?"
    )
    language: Language | None = LANGUAGE
