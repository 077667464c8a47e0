"""What was withdrawn: the names whose addresses say so, when the records themselves are gone."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from generator.model.base import Record
from generator.model.field_types import Date, Line, Slug


class Withdrawals(Record):
    """The file `stories/withdrawn.yml`: names that were published once and are no more.

    A name is the last part of an address; the record that had it has left the repository.
    """

    kind: ClassVar[str] = "withdrawals"

    stories: Mapping[Slug, Date] = Field(
        default={},
        description="Stories that were withdrawn: the last part of each address, and the day.",
    )
    actions: Mapping[Slug, Date] = Field(
        default={},
        description="Action records that were withdrawn, or that went with their story: the last "
        "part of each address, and the day.",
    )

    pictures: Mapping[Line, Date] = Field(
        default={},
        description="Pictures that were withdrawn: the path of each file as it was, from the "
        "folder of `mkdocs.yml`, and the day.",
    )

    def names(self, kind: str) -> Mapping[str, object]:
        """The names withdrawn of one kind, `story` or `action`."""
        return {"story": self.stories, "action": self.actions}.get(kind, {})
