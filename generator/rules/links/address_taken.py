"""A story, an action record or a domain that would have the address of another page.

Why: one page would hide the other, and which of the two depends on the engine's mood.

Instead: Rename one of the two files.

Example:
    stories/2026/how-to-begin.md    while content/stories/how-to-begin.md is there
"""

from collections.abc import Iterator

from generator.collection.collection import FOLDERS, url_of
from generator.model import Record
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R613", "address-taken", Severity.ERROR, doc=__doc__, on=())
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a prose page, or an earlier domain, at the address of a record."""
    collection = context.collection
    stem = f"{collection.content}/{FOLDERS[record.kind]}/{record.slug}"
    others = [path for path in (f"{stem}.md", f"{stem}/index.md") if path in collection.pages]
    if record.kind == "domain":  # of stories and actions, slug-taken says so
        alike = (domain.path for domain in collection.domains if domain.slug == record.slug)
        others += [path for path in [min(alike, default=record.path)] if path != record.path]
    for other in others:
        message = f"The address /{url_of(record)} is already that of {other}."
        yield fault.at(Place(record.path), message)
