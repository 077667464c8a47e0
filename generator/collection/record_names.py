"""Which story or action a name stands for: its slug, an old one, or the folder that a file lies in.

Enters the stories and the actions; leaves lookups by name and by folder. What is not there is None.
"""

from collections.abc import Iterable, Mapping

from generator.collection.references import settle_path
from generator.model import Action, Adoption, Story, Update

Told = Story | Action
FOLDERS: Mapping[str, str] = {"stories": "story", "actions": "action"}


class RecordNames:
    """The stories and actions by every name that they have."""

    def __init__(self, stories: Iterable[Story], actions: Iterable[Action]) -> None:
        """Know the records; of two with one name the first by path has it."""
        self._known: dict[tuple[str, str], Told] = {}
        self._folders: dict[str, Told] = {}
        records: list[Told] = sorted((*stories, *actions), key=lambda record: record.path)
        for record in records:
            self._known.setdefault((record.kind, record.slug), record)
            if record.path.endswith("/index.md"):
                self._folders[record.path.removesuffix("/index.md")] = record
        for record in records:
            for alias in record.aliases:
                self._known.setdefault((record.kind, alias), record)

    def find(self, kind: str, slug: str) -> Told | None:
        """Find the record that a slug stands for, or once stood for."""
        return self._known.get((kind, slug))

    def find_above(self, path: str, folder: str) -> Told | None:
        """Find the record in whose folder the file at `path` lies, in a `folder` of its own."""
        above, found, _ = path.rpartition(f"/{folder}/")
        return self._folders.get(above) if found else None

    def find_updated(self, update: Update) -> Told | None:
        """Find what an update goes on with."""
        if update.story is not None:
            return self.find("story", update.story)
        if update.action is not None:
            return self.find("action", update.action)
        return self.find_above(update.path, "updates")

    def find_adopted(self, adoption: Adoption) -> Told | None:
        """Find the example that somebody tried too."""
        if adoption.of is None:
            return self.find_above(adoption.path, "adoptions")
        kind, slug = read_example(adoption.of)
        found = self.find(kind, slug)
        return self.find("action", slug) if found is None and "/" not in adoption.of else found

    def settle_update(self, update: Update) -> Update:
        """Let an update name its record by the slug that it has now; one without is as it was."""
        record = self.find_updated(update)
        if record is None:
            return update
        is_story = isinstance(record, Story)
        named = {"story": record.slug, "action": None} if is_story else {"action": record.slug}
        return update.model_copy(update=named)

    def settle_adoption(self, adoption: Adoption) -> Adoption:
        """Let an adoption name its example by the slug that it has now."""
        record = self.find_adopted(adoption)
        return adoption.model_copy(update={"of": name_example(record)}) if record else adoption


def read_example(written: str) -> tuple[str, str]:
    """Read the kind and the slug of an example out of a name, an address or the path of a file."""
    *folders, slug = settle_path(written).split("/")
    is_action = "actions" in folders
    return "action" if is_action else "story", slug


def read_name(record: Update | Adoption) -> tuple[str, str]:
    """Read the kind and the slug that a file itself names; without a slug if it names none."""
    if isinstance(record, Adoption):
        return read_example(record.of or "")
    return ("story", record.story) if record.story else ("action", record.action or "")


def read_goal(record: Update | Adoption) -> tuple[str, str]:
    """Read the kind and the slug of what a file names, or lies in the folder of; empty if none.

    Whether there is such a record, it does not say.
    """
    kind, slug = read_name(record)
    if slug:
        return kind, slug
    folder = "updates" if isinstance(record, Update) else "adoptions"
    above = record.path.rpartition(f"/{folder}/")[0].split("/")
    if len(above) <= 1 or above[-1] == "actions":
        return "", ""
    return "action" if "actions" in above else "story", above[-1]


def name_example(record: Told) -> str:
    """Name an example as an adoption does, such as `stories/a-quiet-room`."""
    return f"{'stories' if isinstance(record, Story) else 'actions'}/{record.slug}"
