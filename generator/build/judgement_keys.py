"""What, besides a record itself, its rules may look at: if all of it is as before, so are they.

Takes a collection, the rules and the day; gives a key for each record that changes whenever a rule
might say something else of it.
A reference that leads nowhere makes a rule look through the whole collection for what was meant, so
a record that has one is judged anew each time.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.cache.store import fingerprint
from generator.collection.collection import Collection
from generator.model import Action, Adoption, Attachment, Domain, Record, Story, Update
from generator.rules import Rule


class JudgementKeys:
    """The keys of all judgements of a collection by the same rules on the same day."""

    def __init__(self, collection: Collection, rules: Iterable[Rule], today: dt.date) -> None:
        """Know what any judgement depends on: the rules, the day, the framework, the vocabulary."""
        self._collection = collection
        frame = [*collection.domains, *filter(None, (collection.framework, collection.vocabulary))]
        told = [f"{rule.fault.code} {rule.fault.severity}" for rule in rules]
        told += [f"{r.path} {r.slug} {sorted(r.faulty)} {r.key}" for r in frame]
        told += [str(unread) for unread in collection.unread if unread.kind == "domain"]
        self._common = fingerprint(str(today), *told)

    def find(self, record: Record) -> str:
        """Find the key of what is judged of a record; empty if it is to be judged each time."""
        told = _list_parts(record, self._collection)
        return fingerprint(self._common, *told) if told else ""


def _list_parts(record: Record, collection: Collection) -> list[str] | None:
    """Describe the surroundings of a record; None if its rules look further than can be told."""
    if not record.key:
        return None
    told = [record.key]
    if record is _find_first(collection):
        told += _list_other_files(collection)
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
    first = (*collection.stories[:1], *collection.actions[:1], *collection.domains[:1])
    return next(iter(first), None)


def _list_other_files(collection: Collection) -> list[str]:
    others = (each.path for each in collection.attachments)
    unread = (each.path for each in collection.unread)
    return [*sorted({*collection.assets, *collection.refused, *others}), "", *unread]


def _describe_family(record: Record, collection: Collection) -> Iterator[str]:
    """Describe a story with its actions: a rule about the one may look at the others."""
    if isinstance(record, Update | Adoption):
        goal = collection.goal_of(record)
        if goal is None or not goal.key:
            raise LookupError(record.path)
        yield f"{goal.path} {goal.key}"
        return
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
    if isinstance(record, Update | Adoption | Domain):
        return
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


def key_related(collection: Collection) -> str:
    """Find what stands for all that stories are compared by, and for the words of the reasons."""
    told = [f"{domain.slug} {domain.key}" for domain in collection.domains]
    told.append(collection.vocabulary.key if collection.vocabulary else "")
    for s in collection.stories:
        compared = (s.slug, s.title, s.summary, s.problem, s.domains, s.setting, s.pathway)
        told.append(f"{compared} {s.adapted_from}")
    return fingerprint(*told)
