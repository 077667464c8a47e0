"""A picture in the text without words for those who cannot see it.

Why: to somebody who listens to the page, a picture without words is a gap.

Instead: Say in the square brackets what the picture shows.

Example:
    ![](room.jpg)
"""

from collections.abc import Iterator

from generator.model import WRITTEN, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("I503", "picture-without-alt", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find pictures whose square brackets are empty."""
    for link in record.links:
        if link.is_picture and not link.alt.strip():
            message = f"The picture “{link.written}” has no words for those who cannot see it."
            hint = f"Write what it shows: ![what it shows]({link.written})"
            yield fault.at(link.place, message, hint)
