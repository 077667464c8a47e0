"""What, besides a record itself, its rules may look at: if all of it is as before, so are they.

Takes a record and its collection; gives texts that change whenever a rule might say something else.
A reference that leads nowhere makes a rule look through the whole collection for what was meant, so
a record that has one is judged anew each time.
"""

from collections.abc import Iterator

from generator.collection.collection import Collection
from generator.model import Action, Attachment, Domain, Record, Story


def list_key_parts(record: Record, collection: Collection) -> list[str] | None:
    """Describe the surroundings of a record; None if its rules look further than can be told."""
    if not record.key or isinstance(record, Domain) or record is _find_first(collection):
        return None
    told = [record.key]
    if isinstance(record, Attachment):
        return [*told, record.path, str(record.path in collection.left_aside)]
    try:
        for part in (_describe_family, _describe_names, _describe_links):
            told += part(record, collection)
    except LookupError:
        return None
    return told


def _find_first(collection: Collection) -> Record | None:
    """Find the record with which what is wrong with the names of other files is said."""
    return next(iter((*collection.stories[:1], *collection.actions[:1])), None)


def _describe_family(record: Record, collection: Collection) -> Iterator[str]:
    """Describe a story with its actions: a rule about the one may look at the others."""
    story = collection.story_of(record) if isinstance(record, Action) else record
    if isinstance(story, Story):
        for each in (story, *collection.actions_of(story)):
            if not each.key:
                raise LookupError(each.path)
            yield each.key
    elif isinstance(record, Action) and collection.story_slug_of(record):
        raise LookupError(record.path)


def _describe_names(record: Record, collection: Collection) -> Iterator[str]:
    """Describe who else has the record's names, and where it was adapted from."""
    yield record.path
    yield collection.path_by_slug[record.kind, record.slug]
    for alias in record.aliases if isinstance(record, Story | Action) else ():
        yield collection.path_by_slug.get((record.kind, alias), "")
        yield collection.path_by_alias.get((record.kind, alias), "")
    above = record.adapted_from if isinstance(record, Story) else None
    chain: list[str] = []
    while above and above not in chain:
        chain.append(above)
        above = collection.story_by_slug[above].adapted_from
    yield from chain
    yield above or ""


def _describe_links(record: Record, collection: Collection) -> Iterator[str]:
    """Describe where the links and pictures lead, and the headings that they may name."""
    image = record.image if isinstance(record, Story) else None
    targets = [link.target for link in record.links] + ([image.file] if image else [])
    for target in targets:
        leads = _is_outside(target) or collection.resolve(record.path, target)
        if not leads or "#" in target:
            raise LookupError(target)
        yield str(collection.asset_at(record.path, target))


def _is_outside(target: str) -> bool:
    return target.startswith(("https://", "http://", "mailto:", "tel:"))
