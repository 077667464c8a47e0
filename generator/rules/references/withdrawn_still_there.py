"""A name in `stories/withdrawn.yml` that a story, an action or a picture still has, or claims.

Why: when Mrs A’s daughter asked for the story to go, it was written down here and stayed on the
site for a month, because the file itself was still in its folder.

Instead: Take the story’s file out of the repository, or its name out of `stories/withdrawn.yml`.

Example:
    stories:
      a-quiet-room: 2026-11-02    while stories/2026/a-quiet-room/index.md is still there
"""

from collections.abc import Iterator

from generator.collection.record_names import read_goal
from generator.model import Adoption, Update, Withdrawals
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R612", "withdrawn-still-there", Severity.ERROR, doc=__doc__, on=(Withdrawals,))
def RULE(record: Withdrawals, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find withdrawn names that belong to a record, or that lead to one as its old name."""
    known = context.collection
    for field, kind in (("stories", "story"), ("actions", "action")):
        for slug in record.names(kind):
            if path := known.path_by_slug.get((kind, slug)):
                message = f"“{slug}” was withdrawn, and {path} is still there."
                yield fault.at(record.place(field, slug), message)
            elif path := known.path_by_alias.get((kind, slug)):
                message = f"“{slug}” was withdrawn, and {path} has it as an old name."
                hint = f"Take “{slug}” out of the aliases there, or out of this file."
                yield fault.at(record.place(field, slug), message, hint)
    besides: tuple[Update | Adoption, ...] = (*known.updates, *known.adoptions)
    for beside in besides:
        kind, slug = read_goal(beside)
        if slug in record.names(kind) and (kind, slug) not in known.path_by_slug:
            field = "stories" if kind == "story" else "actions"
            message = f"“{slug}” was withdrawn, and {beside.path} still goes on with it."
            hint = "Take this file out of the repository as well, with its data."
            yield fault.at(record.place(field, slug), message, hint)
    for path in record.pictures:
        if path in known.assets:
            hint = "Take the picture out of the repository, or its path out of this file."
            message = f"“{path}” was withdrawn, and it is still there."
            yield fault.at(record.place("pictures", path), message, hint)
