"""Which files a change of others may make right or wrong: what a proposal has to be judged by."""

from collections.abc import Collection as Several
from collections.abc import Iterator
from posixpath import dirname

from generator.collection.collection import FOLDERS, Collection
from generator.model import Action, Story


def find_touched(collection: Collection, changed: Several[str]) -> frozenset[str]:
    """Find the files whose records a change of these files may make right or wrong.

    Those are the files themselves, the records in whose folders they lie, a story's actions and
    an action's story, adaptations, and everything when the framework itself has changed.
    """
    if any(path.startswith(f"{FOLDERS['domain']}/") for path in changed):
        return frozenset((*changed, *collection.record_by_path))
    touched = set(changed)
    for folder, slug in collection.story_folders.items():
        if any(path.startswith(f"{folder}/") for path in changed):
            touched.update(r.path for r in collection.stories if r.slug == slug)
    for story in collection.stories:
        family = set(_list_family(story, collection))
        if family & touched:
            touched |= family
            touched.update(other.path for other in collection.adaptations_of(story))
    for action in collection.actions:
        family = set(_list_family(action, collection))
        if family & touched:
            touched |= family
    folders = {dirname(path) for path in changed if path.endswith(".md")}
    touched.update(path for path in collection.left_aside if dirname(path) in folders)
    return frozenset(touched)


def _list_family(record: Story | Action, collection: Collection) -> Iterator[str]:
    """List the files of a record, of its actions, and of what was told of them since."""
    actions = collection.actions_of(record) if isinstance(record, Story) else ()
    for each in (record, *actions):
        yield each.path
        for beside in (*collection.updates_of(each), *collection.adoptions_of(each)):
            yield beside.path
            yield from (f"{beside.origin.folder}/{name}" for name in beside.data_files)
