"""A file beside the stories, or among the site's pages, that nothing refers to: it is left aside.

Why: a clerk put the sheet that a ward's figures had been counted from beside its story, so that it
would not be lost. It had a column of names. Only what a record or a page refers to is published;
but the repository may be public as well, and whoever can read it can read all that lies in it.

Instead: Take the file out if the story does not need it. If readers are to see it, refer to it: in
the `file` of a measure, in the `image` of a story, or by a link or a picture in the text.

Example:
    stories/2026/a-bell/raw.csv    while no measure and no link of the story names raw.csv
"""

from collections.abc import Iterator

from generator.model import Attachment
from generator.model.attachment import NO_TEXT
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.references.story_hidden import is_hidden_story
from generator.rules.rule import Context, rule


@rule("P111", "file-left-aside", Severity.WARNING, doc=__doc__, on=(Attachment,))
def RULE(record: Attachment, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find the files that nothing refers to, and say how far they could be looked through."""
    collection = context.collection
    if record.path not in collection.left_aside or is_hidden_story(record, collection.content):
        return
    message = "Nothing refers to this file, so it is left aside: it is not published."
    text = record.origin.source
    if text == NO_TEXT:
        message += " It is no text, and could not be looked through for personal data."
    elif text and record.is_cut_short:
        message += " Only its first 256 KB were looked through for personal data."
    yield fault.at(Place(record.path), message)
