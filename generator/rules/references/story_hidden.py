"""A file that looks like a story, under a name that no story has: it is passed over.

Why: a ward clerk saved her story from a mail as the-bell.md.txt, because Windows does not show the
ending. She was told that it had been merged, and looked for it on the site for a month.

Instead: Name the file as stories are named, with .md at its end and nowhere else. A Word document
becomes a story with `stories import`.

Example:
    stories/2026/the-bell.md.txt
"""

import re
from collections.abc import Iterator
from posixpath import basename

from generator.model import Attachment
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule

_NAMES = re.compile(
    r".+\.(?:markdown|mdown|mkdn?|mdx|md\.(?:txt|text|docx?|rtf|html?|bak|old|orig)|docx?|odt|rtf"
    r"|pages)",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"\s*---[ \t]*\r?\n")
_WRITTEN = re.compile(r"[^.]+|.+\.(?:txt|text|html?|yml|yaml)", re.IGNORECASE)


@rule("F119", "story-hidden", Severity.ERROR, doc=__doc__, on=(Attachment,), blocks=False)
def RULE(record: Attachment, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find files under the stories that are named or begin as if they were one."""
    collection = context.collection
    if record.path not in collection.published and is_hidden_story(record, collection.content):
        message = f"“{basename(record.path)}” may be a story, and is passed over for its name."
        yield fault.at(Place(record.path), message)


def is_hidden_story(record: Attachment, content: str) -> bool:
    """Whether a file beside the stories has a story's look and no story's name."""
    name = basename(record.path)
    if record.path.startswith((f"{content}/", "domains/")):
        return False
    if _NAMES.fullmatch(name):
        return True
    return bool(_WRITTEN.fullmatch(name) and _FIELDS.match(record.origin.source))
