"""A picture that is not where the record says.

Why: readers would see a broken frame.

Instead: Put the picture beside the story, and check its name letter by letter.

Example:
    image: {file: rooom.jpg, alt: Two chairs by a window}
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename

from generator.model import WRITTEN, Record, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule


@rule("I501", "picture-missing", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find pictures, at the top or in the text, that no file holds."""
    wanted: list[tuple[str, str, Place]] = [
        (link.target, link.written, link.place) for link in record.links if link.is_picture
    ]
    if isinstance(record, Story) and record.image and "image" not in record.faulty:
        file = record.image.file
        wanted.insert(0, (file, file, record.place("image", "file")))
    assets = context.collection.assets
    for target, written, place in wanted:
        asset = context.collection.asset_at(record.path, target)
        if context.collection.is_unread(record.path, target):
            continue
        if re.match(r"(\w+:)?//", target):
            yield fault.at(place, f"The picture “{written}” is on another site.")
        elif asset is None:
            folder = f"{record.origin.folder}/"
            here = {basename(path) for path in assets if path.startswith(folder)}
            near = get_close_matches(written, here - {written}, 1, 0.6)
            hint = f"Did you mean “{near[0]}”?" if near else ""
            if written in here:
                hint = (
                    f"Write where it lies from this file, as in ./{written}; it is in this folder."
                )
            yield fault.at(place, f"There is no picture “{written}” that can be shown.", hint)
        elif asset.kind != "picture":
            yield fault.at(place, f"“{written}” is not a picture.")
