"""What has been learnt about changing things together, as the framework tells it."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from generator.model.base import Part, Record
from generator.model.field_types import Text, Title
from generator.model.lesson import Lesson


class LearningPoint(Part):
    """What was learnt, in the words of whoever learnt it."""

    title: Title = Field(description="What was learnt, in a few words.")
    text: Text = Field(description="Why it matters, in a sentence or two.")


class Learning(Record):
    """The file `domains/learning.yml`: what was learnt, in the order in which it is shown.

    A framework without the file has the points that come with the package.
    """

    kind: ClassVar[str] = "learning"

    points: Mapping[Lesson, LearningPoint] = Field(
        description="The learning points, each by what a story has that shows it."
    )
