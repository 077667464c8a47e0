"""Drafts to files in the tree: each in its right place, whole or not at all, never over another.

A story goes to `stories/YEAR/`, in a folder of its own when files or actions come with it. An
action goes into the folder of its story, or to `stories/actions/`. A domain goes to `domains/`. An
update or an adoption goes beside the record that it names.
"""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.collection.collection import Collection
from generator.collection.record_names import RecordNames, read_example
from generator.intake import Draft, Question, make_slug, write_draft
from generator.intake.draft import BESIDE
from generator.model.field_types import SLUG

_FILE_NAME = re.compile(r"[^\W_][\w. -]{0,120}\.[a-zA-Z0-9]{2,5}")
_MOST_NAMES = 1_000


class PlaceError(Exception):
    """A draft cannot be put where it belongs; the message says why.

    `offer` is a name that is free, if a name was the trouble.
    """

    def __init__(self, message: str, offer: str = "") -> None:
        """Say why."""
        super().__init__(message)
        self.offer = offer


@dataclass(frozen=True, slots=True)
class DraftFolders:
    """Where drafts go: the root, the folders below it, the year, and what is there already.

    `questions` are those of each kind of record whose drafts are to be written as starters.
    """

    root: Path
    collection: Collection
    year: int
    stories: str = "stories"
    domains: str = "domains"
    questions: Mapping[str, Sequence[Question]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft that was written: its file, from the root, and what came with it."""

    draft: Draft
    path: str
    beside: tuple[str, ...] = ()


def group_drafts(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """Group drafts that came together: each story with its actions, and each other one alone.

    An action belongs to the story that it names by the name that its title makes, or to the only
    story there is.
    """
    stories = [draft for draft in drafts if draft.kind == "story"]
    slugs = [make_slug(str(story.fields.get("title") or ""), "story") for story in stories]
    groups = [[story] for story in stories]
    for draft in drafts:
        told = draft.fields.get("story")
        if draft.kind == "action" and told in slugs:
            groups[slugs.index(str(told))].append(draft)
        elif draft.kind == "action" and not told and len(stories) == 1:
            groups[0].append(draft)
        elif draft.kind != "story":
            groups.append([draft])
    return tuple(tuple(group) for group in groups)


def place_drafts(
    group: Sequence[Draft], tree: DraftFolders, name: str = "", *, rename: bool = False
) -> tuple[Placed, ...]:
    """Write a draft, or a story and the actions that go into its folder.

    It is called `name`, or what its title makes. With `rename`, a number is added if that is taken.

    Raises:
        PlaceError: a name is taken or cannot be used, or the folder cannot be written to.

    """
    first, *rest = group
    if first.kind != "story":
        folder, draft = _find_folder(first, tree)
        slug = _find_name(draft, folder, tree, name or draft.name, rename=rename)
        return (_write_one(draft, f"{folder}/{slug}.md", tree),)
    year = str(first.fields.get("date") or "")[:4]
    folder = f"{tree.stories}/{year if re.fullmatch('[0-9]{4}', year) else tree.year}"
    slug = _find_name(first, folder, tree, name, rename=rename)
    if not rest and not first.files:
        return (_write_one(first, f"{folder}/{slug}.md", tree),)
    return tuple(_place_story(first, rest, f"{folder}/{slug}", tree))


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises:
        PlaceError: something is there, or it cannot be written.

    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, hidden = tempfile.mkstemp(prefix=".new-", dir=file.parent)
        try:
            with os.fdopen(descriptor, "wb") as temporary:
                temporary.write(content)
            Path(hidden).chmod(0o644)
            _take_place(Path(hidden), file)
        finally:
            Path(hidden).unlink(missing_ok=True)
    except FileExistsError as error:
        raise PlaceError(f"There is a file “{file}” already. It was left as it is.") from error
    except OSError as error:
        raise PlaceError(f"“{file}” cannot be written: {error.strerror}.") from error


def _take_place(hidden: Path, file: Path) -> None:
    """Give a file its name, unless there is one of that name; in one step where a disk can."""
    try:
        os.link(hidden, file)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        file.touch(exist_ok=False)
        hidden.replace(file)


def _place_story(
    story: Draft, actions: Sequence[Draft], folder: str, tree: DraftFolders
) -> Iterator[Placed]:
    files = {"index.md": _write(story, tree), **_name_files(story)}
    told = [("index.md", story)]
    for action in actions:
        own = replace(action, fields={**action.fields, "story": None})
        slug = _find_name(own, f"{folder}/actions", tree, "", rename=True)
        while f"actions/{slug}.md" in files:
            slug = f"{slug}-too"
        told.append((f"actions/{slug}.md", own))
        files |= {f"actions/{slug}.md": _write(own, tree)}
        files |= {f"actions/{name}": content for name, content in _name_files(own).items()}
    _write_folder(folder, files, tree)
    for path, draft in told:
        above = PurePosixPath(folder, path).parent
        yield Placed(draft, f"{folder}/{path}", tuple(f"{above}/{name}" for name in draft.files))


def _find_folder(draft: Draft, tree: DraftFolders) -> tuple[str, Draft]:
    """Find the folder of a draft that comes alone; one that implies a story need not name it."""
    if draft.kind == "domain":
        return tree.domains, draft
    if draft.kind in BESIDE:
        return _find_beside(draft, tree), draft
    story = tree.collection.story_by_slug.get(str(draft.fields.get("story") or ""))
    if story and story.path.endswith("/index.md"):
        own = replace(draft, fields={**draft.fields, "story": None})
        return f"{story.origin.folder}/actions", own
    return f"{tree.stories}/actions", draft


def _find_goal(draft: Draft) -> tuple[str, str]:
    """Find the kind and the slug of what an update or an adoption names."""
    if draft.kind == "adoption":
        return read_example(str(draft.fields.get("of") or ""))
    kind = "action" if draft.fields.get("action") else "story"
    return kind, str(draft.fields.get(kind) or "")


def _find_beside(draft: Draft, tree: DraftFolders) -> str:
    """Find where a file lies that goes on with a record: in its folder, if it has one."""
    known = RecordNames(tree.collection.stories, tree.collection.actions)
    record = known.find(*_find_goal(draft))
    has_folder = record is not None and record.path.endswith("/index.md")
    above = record.origin.folder if record and has_folder else tree.stories
    return f"{above}/{BESIDE[draft.kind]}"


def _title_of(draft: Draft) -> str:
    """Find what the name of a file is made of: its title, or its day and the record it names."""
    if draft.kind in BESIDE:
        return f"{draft.fields.get('date') or ''} {_find_goal(draft)[1]}"
    return str(draft.fields.get("title") or "")


def _write_one(draft: Draft, path: str, tree: DraftFolders) -> Placed:
    folder = PurePosixPath(path).parent
    beside = {f"{folder}/{name}": content for name, content in _name_files(draft).items()}
    for other in beside:
        if os.path.lexists(tree.root / other):
            raise PlaceError(f"There is a file “{other}” already. It was left as it is.")
    _refuse_outside(path, tree)
    write_new(tree.root / path, _write(draft, tree))
    for other, content in beside.items():
        write_new(tree.root / other, content)
    return Placed(draft, path, tuple(beside))


def _write(draft: Draft, tree: DraftFolders) -> bytes:
    return write_draft(draft, tree.questions.get(draft.kind, ())).encode("utf-8")


def _name_files(draft: Draft) -> Mapping[str, bytes]:
    for name in draft.files:
        if not _FILE_NAME.fullmatch(name):
            raise PlaceError(f"“{name}” cannot be the name of a file beside a story.")
    return draft.files


def _write_folder(path: str, files: Mapping[str, bytes], tree: DraftFolders) -> None:
    """Write a folder beside its place, and give it its name when it is whole."""
    _refuse_outside(path, tree)
    folder = tree.root / path
    hidden = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        hidden = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        hidden.chmod(0o755)
        for name, content in files.items():
            (hidden / name).parent.mkdir(exist_ok=True)
            (hidden / name).write_bytes(content)
        if os.path.lexists(folder):
            raise PlaceError(f"There is a folder “{path}” already. It was left as it is.")
        hidden.rename(folder)
    except OSError as error:
        raise PlaceError(f"“{path}” cannot be written: {error.strerror}.") from error
    finally:
        if hidden:
            shutil.rmtree(hidden, ignore_errors=True)


def _refuse_outside(path: str, tree: DraftFolders) -> None:
    """Refuse a place that a link in the tree leads out of it."""
    with contextlib.suppress(OSError):
        if not (tree.root / path).resolve().is_relative_to(tree.root.resolve()):
            raise PlaceError(f"“{path}” leads out of the folder of the site.")


def _find_name(draft: Draft, folder: str, tree: DraftFolders, name: str, *, rename: bool) -> str:
    """Find the name of a draft's file; PlaceError if it is taken and may not be changed."""
    if name and not SLUG.fullmatch(name):
        offer = make_slug(name, draft.kind)
        message = f"“{name}” cannot be part of an address: small letters, digits and hyphens can."
        raise PlaceError(message, offer)
    slug = name or make_slug(_title_of(draft), draft.kind)
    there = _find_there(draft.kind, slug, folder, tree)
    if not there:
        return slug
    numbered = (f"{slug[:74].rstrip('-')}-{number}" for number in range(2, _MOST_NAMES))
    free = next((s for s in numbered if not _find_there(draft.kind, s, folder, tree)), "")
    if rename and free:
        return free
    a = "an" if draft.kind[0] in "au" else "a"
    raise PlaceError(f"There is {a} {draft.kind} called “{slug}” already: {there}.", free)


def _find_there(kind: str, slug: str, folder: str, tree: DraftFolders) -> str:
    """Find the file that has a name already, whether or not it can be read."""
    known = tree.collection
    if path := known.path_by_slug.get((kind, slug)) or known.path_by_alias.get((kind, slug)):
        return path
    places = (f"{folder}/{slug}.md", f"{folder}/{slug}")
    return next((place for place in places if os.path.lexists(tree.root / place)), "")
