"""The folders of a project to all that is in them: every record, every asset, every problem."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.cache.file_fingerprints import FileStore
from generator.cache.packed_records import pack_record, unpack_record
from generator.cache.workers import work_on
from generator.load import faults
from generator.load.default_learning import read_default_learning
from generator.load.file_names import DEEPEST, list_bad_names
from generator.load.files import is_ordinary
from generator.load.fingerprints import RecordFiles, RecordReader
from generator.load.framework_size import check_size
from generator.load.frontmatter import find_places
from generator.load.images import FORMATS, OTHER_PICTURES, read_picture
from generator.load.join_terms import check_terms
from generator.load.kept_out import list_kept_out
from generator.load.measure_files import ENDINGS
from generator.load.points import Region
from generator.load.prose_pages import read_defaults, read_prose
from generator.load.record import kind_of, read_record, slug_of
from generator.load.referenced_files import follow_link
from generator.load.validate import AnyRecord
from generator.load.yaml_record import read_yaml_record
from generator.model import (
    Action,
    Adoption,
    Attachment,
    Domain,
    Framework,
    Record,
    Story,
    Update,
    Vocabulary,
    Withdrawals,
)
from generator.model.base import REFUSED, Asset, Unread
from generator.model.learning import Learning
from generator.model.measure import WORKBOOK
from generator.model.problem import Place, Problem
from generator.model.prose_page import ProsePage
from generator.model.terms import Terms

VOCABULARY = "vocabulary.yml"
TERMS = "terms.yml"
LEARNING = "learning.yml"
WITHDRAWN = "withdrawn.yml"
MODELS: dict[str, type[Record]] = {m.kind: m for m in (Story, Action, Update, Adoption)}
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are: the root, and the folders below it, as POSIX paths from the root.

    `named` are the files that the site's settings name, `region` how its dates are written, and
    `language` is the site's own. `defaults` is the folder of the pages that there are where the
    site has none of its own, `settings` the name of the file of settings in the root.
    """

    root: Path
    stories: str = "stories"
    domains: str = "domains"
    content: str = "content"
    named: frozenset[str] = frozenset()
    region: Region = field(default_factory=Region)
    language: str = "en"
    defaults: Path | None = None
    settings: str = "mkdocs.yml"


@dataclass(slots=True)
class Reading:
    """All that was read. `unread` are records that exist and cannot be read at all.

    `data` has the names of the data files in each folder that has any.
    """

    stories: list[Story] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    adoptions: list[Adoption] = field(default_factory=list)
    domains: list[Domain] = field(default_factory=list)
    framework: Framework | None = None
    vocabulary: Vocabulary | None = None
    terms: Terms | None = None
    learning: Learning | None = None
    withdrawals: Withdrawals | None = None
    assets: list[Asset] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    prose: list[ProsePage] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    data: dict[str, list[str]] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_project(project: Project, store: FileStore | None = None, jobs: int = 1) -> Reading:
    """Read the domains, the stories, the actions and what lies beside them.

    Sound records that were read before are taken from the store by the digest of their files; the
    others are read by as many processes as `jobs` says.
    """
    reading, store = Reading(), store or FileStore()
    reader = RecordReader(project.root, store, reading.data, project.region)
    others: list[str] = []
    _read_framework(reader, project, reading, others)
    records: list[str] = []
    for path in _walk(project.root, project.stories, reading):
        if path == f"{project.stories}/{WITHDRAWN}":
            message = "This file names the stories and the actions that were withdrawn."
            reading.withdrawals = _read_yaml(Withdrawals, project, path, message, reading)
        elif path.lower().endswith(".md"):
            records.append(path)
        else:
            _read_asset(project.root, path, reading)
            others.append(path)
    _read_records(reader, records, reading, store, jobs)
    for path in _walk(project.root, project.content, reading):
        if path.endswith(".md"):
            page, found = read_prose(project.root, path)
            reading.prose.append(page)
            reading.problems.extend(found)
        else:
            others.append(path)
    if project.defaults:
        reading.prose.extend(read_defaults(project.defaults, project.content, [*reading.prose]))
    _attach(reader, others, reading)
    _refuse_illegible(reader, reading)
    reading.problems.extend(list_bad_names(reading.paths))
    if reading.terms:
        reading.problems.extend(check_terms(reading.terms, reading.vocabulary, reading.domains))
    # One data file may serve two measures; what is wrong with it is said once.
    reading.problems = list(dict.fromkeys(reading.problems))
    return reading


def _read_framework(
    reader: RecordReader, project: Project, reading: Reading, others: list[str]
) -> None:
    """Read the domains, and the files beside them by which stories are sorted and found."""
    for path in _walk(project.root, project.domains, reading):
        name = PurePosixPath(path).name
        if name == VOCABULARY:
            message = "The vocabulary names settings, pathways and priorities."
            reading.vocabulary = _read_yaml(Vocabulary, project, path, message, reading)
        elif name == TERMS:
            message = "The terms are other words for the same thing, for the search."
            reading.terms = _read_yaml(Terms, project, path, message, reading)
        elif name == LEARNING:
            message = "The learning points are what has been learnt about changing things together."
            reading.learning = _read_yaml(Learning, project, path, message, reading)
        elif name == "index.md":
            reading.framework = _take(Framework, reader.read(path), reading)
        elif name.endswith(".md"):
            _keep(reading.domains, _take(Domain, reader.read(path), reading))
        else:
            others.append(path)
    reading.learning = reading.learning or read_default_learning()
    if (project.root / project.domains).is_dir():
        unread = sum(each.kind == Domain.kind for each in reading.unread)
        reading.problems.extend(check_size(project.domains, reading.domains, unread))


def _read_yaml(
    model: type[AnyRecord], project: Project, path: str, message: str, reading: Reading
) -> AnyRecord | None:
    record, problems = read_yaml_record(model, project.root, path, message)
    reading.problems.extend(problems)
    return record


def _keep(records: list[AnyRecord], record: AnyRecord | None) -> None:
    if record is not None:
        records.append(record)


def _walk(root: Path, folder: str, reading: Reading) -> Iterator[str]:
    """Walk a folder in sorted order, but for names that begin with `_` or `.`, and never a link."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"The folder cannot be opened: {error.strerror}."
        reading.problems.append(faults.UNREADABLE.at(Place(folder), message))
        return
    if data := [entry.name for entry in entries if entry.name.lower().endswith(ENDINGS)]:
        reading.data[folder] = data
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(("_", ".")):
            reading.problems.extend(list_kept_out(Path(entry.path), path))
            continue
        reading.paths.append(path)
        if entry.is_symlink():
            _refuse_link(path, reading)
        elif entry.is_dir(follow_symlinks=False):
            if path.count("/") < DEEPEST:
                yield from _walk(root, path, reading)
        else:
            yield path


def _read_records(
    reader: RecordReader, paths: list[str], reading: Reading, store: FileStore, jobs: int
) -> None:
    """Read what people wrote, the sound records from the store or by several processes."""
    sound: dict[str, Record] = {}
    others: dict[str, RecordFiles] = {}
    for part in work_on(_pack_sound, _find_unknown(reader, paths, store, sound, others), jobs):
        for path, key, packed in part:
            sound[path] = _unpack(packed)
            store.keep("record", key, packed)
            del others[path]
    for path in paths:
        record = sound.get(path) or _take(_model_of(path), others[path], reading)
        match record:
            case Story():
                reading.stories.append(record)
            case Action():
                reading.actions.append(record)
            case Update():
                reading.updates.append(record)
            case Adoption():
                reading.adoptions.append(record)


def _find_unknown(
    reader: RecordReader,
    paths: Iterable[str],
    store: FileStore,
    sound: dict[str, Record],
    others: dict[str, RecordFiles],
) -> Iterator[list[RecordFiles]]:
    """Note the records that the store knows as sound, and read the files of the others.

    What was read is given in parts, so that it is parsed while more is read, and need not all be in
    memory.
    """
    part = []
    for path in paths:
        key, written = reader.find_key(path), None
        if not key:
            written = reader.read(path)
            key = written.key
        if key and (record := _recall(store, key)):
            sound[path] = record
            continue
        others[path] = written or reader.read(path)
        if others[path].key:
            part.append(others[path])
        if len(part) == _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _recall(store: FileStore, key: str) -> Record | None:
    try:
        return store.find_made("record", key, _unpack)
    except ValueError:
        return None


def _unpack(packed: bytes) -> Record:
    return unpack_record(packed, find_places)


def _model_of(path: str) -> type[Record]:
    return MODELS[kind_of(path)]


def _pack_sound(files: Sequence[RecordFiles]) -> list[tuple[str, str, bytes]]:
    """Read and pack the records about which nothing is wrong; the others are read where all are."""
    packed = []
    for written in files:
        record, problems = read_record(_model_of(written.path), written)
        if record is not None and not problems:
            packed.append((written.path, written.key, pack_record(record)))
    return packed


def _read_asset(root: Path, path: str, reading: Reading) -> None:
    if (suffix := PurePosixPath(path).suffix.lower()) in FORMATS or suffix in OTHER_PICTURES:
        picture = read_picture(root, path)
        if isinstance(picture, Problem):
            reading.problems.append(picture)
            reading.assets.append(Asset(path, REFUSED))
        else:
            reading.assets.append(picture)
    elif suffix in ENDINGS and is_ordinary(root / path):
        reading.assets.append(Asset(path, "workbook" if suffix == WORKBOOK else "data"))
    elif suffix in ENDINGS:
        _refuse_link(path, reading)


def _refuse_link(path: str, reading: Reading) -> None:
    message = "This is a link or a device, not an ordinary file."
    reading.problems.append(faults.SYMBOLIC_LINK.at(Place(path), message))
    reading.assets.append(Asset(path, REFUSED))


def _attach(reader: RecordReader, paths: Iterable[str], reading: Reading) -> None:
    """Note every file that is no record, but for those that are refused already."""
    refused = {asset.path for asset in reading.assets if asset.kind == REFUSED}
    for path in paths:
        if path not in refused:
            suffix = PurePosixPath(path).suffix.lower()
            is_text = suffix not in FORMATS and suffix not in OTHER_PICTURES
            reading.attachments.append(reader.attach(path, is_text=is_text))


def _refuse_illegible(reader: RecordReader, reading: Reading) -> None:
    """Refuse the data files that a text links to and that cannot be read, to be written anew."""
    records: list[Record] = [*reading.stories, *reading.actions, *reading.domains]
    records += [*reading.updates, *reading.adoptions]
    records += [reading.framework] if reading.framework else []
    linked = {follow_link(record.path, link.target) for record in records for link in record.links}
    for index, asset in enumerate(reading.assets):
        if asset.kind == "data" and asset.path in linked:
            source = reader.read_text(asset.path)
            reading.problems.extend(source.problems)
            if source.text is None:
                reading.assets[index] = Asset(asset.path, REFUSED)


def _take(model: type[AnyRecord], written: RecordFiles, reading: Reading) -> AnyRecord | None:
    """Read a record, and report what is wrong with it."""
    record, problems = read_record(model, written)
    reading.problems.extend(problems)
    if record is None:
        reading.unread.append(Unread(model.kind, slug_of(written.path), written.path))
    return record


__all__ = ["Project", "Reading", "Record", "read_project"]
