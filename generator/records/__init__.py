"""The records of the collection and their field table: values without input or output.

Each class is a pydantic model and each field's description speaks to the person who fills it in.
This table is the one source of the checker, the JSON Schemas and the guide to the fields.
"""

from generator.records.action import Action, Effort
from generator.records.attachment import Attachment
from generator.records.base import Allowance, Body, Link, Origin, Part, Record
from generator.records.domain import Domain, Framework, Priority, Term, Vocabulary
from generator.records.measure import Baseline, Measure, Point, Rebase
from generator.records.story import (
    Contact,
    Experience,
    Headroom,
    Image,
    Involvement,
    Source,
    Story,
    Touchpoint,
)
from generator.records.voice import Consent, Voice
from generator.records.withdrawal import Withdrawals

__all__ = [
    "Action",
    "Allowance",
    "Attachment",
    "Baseline",
    "Body",
    "Consent",
    "Contact",
    "Domain",
    "Effort",
    "Experience",
    "Framework",
    "Headroom",
    "Image",
    "Involvement",
    "Link",
    "Measure",
    "Origin",
    "Part",
    "Point",
    "Priority",
    "Rebase",
    "Record",
    "Source",
    "Story",
    "Term",
    "Touchpoint",
    "Vocabulary",
    "Voice",
    "Withdrawals",
]
