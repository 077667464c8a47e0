"""A file that is no record and lies beside them: data, a picture, or whatever somebody left."""

from typing import ClassVar

from pydantic import Field

from generator.model.base import Record

# What stands for the text of a file that has none.
NO_TEXT = "\0"


class Attachment(Record):
    """A file beside the records. Its `origin.source` is its text, cut short where it is too long.

    A picture's is empty, and that of anything else that is no text is `NO_TEXT`.
    """

    kind: ClassVar[str] = "attachment"
    is_cut_short: bool = Field(default=False, description="Whether there is more than its text.")
