"""Tells of what goes on with a record that is not there, or took it home: updates and adoptions."""

from collections.abc import Iterator

from generator.collection.collection import FOLDERS, Collection
from generator.collection.record_names import read_goal, read_name
from generator.model import Action, Adoption, Story, Update
from generator.model.problem import Fault, Place, Problem
from generator.rules.references.term_unknown import guess_term


def tell_adrift(
    record: Update | Adoption, fault: Fault, collection: Collection
) -> Iterator[Problem]:
    """Tell of a record without a goal; of one that was withdrawn, another rule tells."""
    kind, slug = read_goal(record)
    gone = collection.withdrawals
    if collection.goal_of(record) or (gone and slug in gone.names(kind)):
        return
    if any((each.kind, each.slug) == (kind, slug) for each in collection.unread):
        return
    near = _guess(record, kind, slug, collection)
    hint = f"Did you mean “{near}”?" if near else ""
    if read_name(record)[1]:
        field = "of" if isinstance(record, Adoption) else kind
        message, _ = fault.say("unknown", record=kind, slug=slug)
        yield fault.at(record.place(field), message, hint)
    else:
        yield fault.at(Place(record.path), fault.say("unnamed")[0], hint)


def _guess(record: Update | Adoption, kind: str, slug: str, collection: Collection) -> str:
    """Guess what the author would have to write, first among records of the kind that was told."""
    known: dict[str, tuple[Story | Action, ...]] = {
        "story": collection.stories,
        "action": collection.actions,
    }
    for each in sorted(known, key=lambda each: each != kind):
        if near := guess_term(slug, {one.slug: (one.title or "",) for one in known[each]}):
            if isinstance(record, Adoption):
                return f"{FOLDERS[each]}/{near}"
            return near if each == kind else f"{each}: {near}"
    return ""
