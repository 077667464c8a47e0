"""Addresses that a proposal would break: names that were published and lead nowhere any more."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.collection.collection import FOLDERS, Collection
from generator.git.changed_files import OldFile, list_before
from generator.load.faults import ADDRESS_LOST
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.record import kind_of
from generator.model import Action, Story
from generator.model.field_types import SLUG
from generator.model.problem import Place, Problem


def list_lost_urls(root: Path, revision: str, folder: str, collection: Collection) -> list[Problem]:
    """Find the names of stories and actions, and their old names, that a proposal loses.

    A name is not lost while a record has it, leads from it, or says that it was withdrawn.

    Raises:
        NoHistoryError: there is no Git, no repository, or no such revision.

    """
    problems = []
    for was in list_before(root, revision, folder):
        parts = PurePosixPath(was.path)
        if any(part.startswith(("_", ".")) for part in parts.parts):
            continue
        kind = kind_of(was.path)
        if kind not in {"story", "action"}:  # an update or an adoption has no address
            continue
        slug = parts.parent.name if parts.stem == "index" else parts.stem
        for number, name in enumerate((slug, *_find_aliases(was))):
            if not _leads_somewhere(kind, name, collection):
                problems.append(_tell(was, kind, name, collection, is_alias=number > 0))
    return problems


def _leads_somewhere(kind: str, name: str, collection: Collection) -> bool:
    gone = collection.withdrawals
    key = kind, name
    is_kept = key in collection.path_by_slug or key in collection.path_by_alias
    is_withdrawn = gone is not None and name in gone.names(kind)
    return is_kept or is_withdrawn or not SLUG.fullmatch(name)


def _find_aliases(was: OldFile) -> Iterator[str]:
    matter = read_front_matter(was.text, was.path)
    if isinstance(matter, FrontMatter) and isinstance(names := matter.fields.get("aliases"), list):
        yield from (name for name in names if isinstance(name, str))


def _tell(was: OldFile, kind: str, name: str, collection: Collection, *, is_alias: bool) -> Problem:
    address = f"/{FOLDERS[kind]}/{name}/"
    if is_alias and was.now:
        message = f"The old address {address} led here, and “{name}” is no longer in the aliases."
    elif was.now:
        message = f"The file was renamed from {was.path}, and the address {address} leads nowhere."
    else:
        message = f"The file is gone, and the address {address} leads nowhere."
    if was.now:
        known = next((r for r in _records(collection) if r.path == was.now), None)
        place = known.place("aliases") if known else Place(was.now)
        names = (*known.aliases, name) if known else (name,)
        hint = f"Add the old name to the fields of {was.now}: aliases: [{', '.join(names)}]"
        return ADDRESS_LOST.at(place, message, hint)
    return ADDRESS_LOST.at(Place(was.path), message)


def _records(collection: Collection) -> tuple[Story | Action, ...]:
    return (*collection.stories, *collection.actions)
