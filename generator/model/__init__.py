"""The records of the collection and their field table: values without input or output.

Each class is a pydantic model and each field's description speaks to the person who fills it in.
This table is the one source of the checker, the JSON Schemas and the guide to the fields.
"""

from generator.model.action import Action, Effort
from generator.model.adoption import Adoption
from generator.model.attachment import Attachment
from generator.model.base import Allowance, Body, Link, Origin, Part, Record
from generator.model.domain import Domain, Framework, Priority, Term, Vocabulary
from generator.model.learning import Learning, LearningPoint
from generator.model.measure import Baseline, Measure, Observed, Point, Rebase
from generator.model.story import Story
from generator.model.story_parts import (
    Contact,
    Experience,
    Headroom,
    Image,
    Involvement,
    Source,
    Touchpoint,
)
from generator.model.terms import Concept, Terms
from generator.model.update import NewPoints, Update
from generator.model.withdrawal import Withdrawals

# The records in which somebody tells something in their own words.
AUTHORED: tuple[type[Record], ...] = (Story, Action, Update, Adoption)
WRITTEN: tuple[type[Record], ...] = (*AUTHORED, Domain)
# Those whose voices are judged where they stand; an update's are among those of its record.
Voiced = Story | Action | Adoption
VOICED: tuple[type[Record], ...] = (Story, Action, Adoption)

__all__ = [
    "AUTHORED",
    "VOICED",
    "WRITTEN",
    "Action",
    "Adoption",
    "Allowance",
    "Attachment",
    "Baseline",
    "Body",
    "Concept",
    "Contact",
    "Domain",
    "Effort",
    "Experience",
    "Framework",
    "Headroom",
    "Image",
    "Involvement",
    "Learning",
    "LearningPoint",
    "Link",
    "Measure",
    "NewPoints",
    "Observed",
    "Origin",
    "Part",
    "Point",
    "Priority",
    "Rebase",
    "Record",
    "Source",
    "Story",
    "Term",
    "Terms",
    "Touchpoint",
    "Update",
    "Vocabulary",
    "Voiced",
    "Withdrawals",
]
