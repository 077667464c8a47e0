"""The files of a site that the generator writes, and writes anew for each version and framework.

A collection enters; texts by their paths leave. What was written is remembered in the site by its
digest, so that a file which somebody has changed since is theirs, and is left alone.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import __version__
from generator.build.packaged_files import GITHUB, STARTER, read_packaged
from generator.collection.collection import Collection
from generator.intake.issue_form import tell_issue_forms
from generator.intake.yaml_scalar import write_scalar
from generator.load.faults import STALE
from generator.load.files import read_text
from generator.model.problem import Place, Problem
from generator.model.schema import describe_records, write_schema

RECORD = ".stories.json"
_FOLDER = ".github/"
_PROPOSES = f"{_FOLDER}workflows/story.yml"
_OF_GITHUB = (
    *(f"workflows/{name}.yml" for name in ("check", "comment", "publish", "story")),
    *(f"scripts/{name}.py" for name in ("comment", "convert", "defuse", "post", "propose")),
)
_AS_THEY_ARE = (".gitlab-ci.yml",)
_SCHEMA = ".schema.json"
# In what a site's workflows differ from those of the generator's own repository, which is set up
# from its locks and asks once more whether what it built is whole.
_DIFFERENCES = (
    (r"scripts/set-up python3 locks/site\.txt", "pip install --quiet -r requirements.txt"),
    (r"locks/site\.txt", "requirements.txt"),
    (r"\.venv/bin/", ""),
    (r"(?m)^ +- name: Make sure that it is whole\n.*\n", ""),
)


@dataclass(frozen=True, slots=True)
class Written:
    """What the generator has written into a site: the digest of each file, and by which version."""

    version: str = __version__
    files: Mapping[str, str] = field(default_factory=dict)


def make_site_files(root: Path, stories: str, collection: Collection) -> dict[str, str]:
    """Make the text of each file that a site has of the generator, by its path.

    `stories` is the folder of the stories. Schemas are among them where `stories schema` has
    written some into the site.
    """
    written = read_written(root) or Written()
    files = {path: read_packaged(STARTER / "files" / path) for path in _AS_THEY_ARE}
    files |= {_FOLDER + path: _fit(read_packaged(GITHUB / path), stories) for path in _OF_GITHUB}
    requirements = read_packaged(STARTER / "files/requirements.txt")
    files["requirements.txt"] = requirements.replace("{version}", __version__)
    proposes = _PROPOSES not in written.files or (root / _PROPOSES).exists()
    files |= tell_issue_forms(collection, made_by="stories renew", is_converted=proposes)
    schemas = describe_records()
    for path in written.files:
        kind = path.rpartition("/")[2].removesuffix(_SCHEMA)
        if path.endswith(_SCHEMA) and kind in schemas:
            files[path] = write_schema(schemas[kind])
    return files


def _fit(text: str, stories: str) -> str:
    for ours, theirs in _DIFFERENCES:
        text = re.sub(ours, theirs, text)
    return re.sub(r"(?m)\bSTORIES: stories$", lambda _: f"STORIES: {write_scalar(stories)}", text)


def write_site_files(root: Path, made: Mapping[str, str], wanted: set[str]) -> dict[str, str]:
    """Write the files whose state is in `wanted`, remember them, and give what each was before.

    Raises:
        OSError: a file cannot be written.

    """
    written = read_written(root) or Written()
    states = {path: find_state(root, path, text, written) for path, text in made.items()}
    renewed = {path: read_text(root, path).text or "" for path in made if states[path] in wanted}
    for path in renewed:
        write_file(root / path, made[path])
    ours = {path for path, state in states.items() if state == "same"} | {*renewed}
    remember(root, {path: made[path] for path in ours})
    return renewed


def remember(root: Path, files: Mapping[str, str]) -> None:
    """Remember the texts of files as written by this version, by their paths."""
    written = read_written(root)
    known = {path: digest(text) for path, text in files.items()}
    before = written or Written()
    record = Written(__version__, {**before.files, **known})
    if written is None or (known and record != before):
        told = {"version": record.version, "files": dict(sorted(record.files.items()))}
        write_file(root / RECORD, json.dumps(told, indent=2) + "\n")


def write_file(file: Path, text: str) -> None:
    """Write a file as it is, in a folder that need not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def digest(text: str) -> str:
    """Find what stands for a text, however its lines end."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_written(root: Path) -> Written | None:
    """Read what the generator has written into the site; None if it keeps no record of it."""
    if not (root / RECORD).exists():
        return None
    try:
        told = json.loads(read_text(root, RECORD).text or "")
        files = {str(path): str(each) for path, each in told["files"].items()}
        return Written(str(told["version"]), files)
    except (ValueError, LookupError, TypeError, AttributeError):
        return Written("", {})  # what cannot be read claims no file


def find_state(root: Path, path: str, text: str, written: Written) -> str:
    """Find how a file stands to the text that it would have now.

    Returns `same`; `stale` if it is as it was written; `missing` if it was never written; else
    `theirs`: somebody has changed it, or has taken it out, perhaps with all that is for its host.
    """
    file = root / path
    if not file.exists() and not file.is_symlink():
        mates = [each for each in written.files if each.startswith(_FOLDER)]
        is_left = path.startswith(_FOLDER) and mates and not (root / _FOLDER).exists()
        return "theirs" if path in written.files or is_left else "missing"
    now = read_text(root, path).text
    if now is None:
        return "theirs"
    if digest(now) == digest(text):
        return "same"
    return "stale" if digest(now) == written.files.get(path) else "theirs"


def find_stale(root: Path, stories: str, collection: Collection) -> Iterator[Problem]:
    """Find the files that the generator wrote and would now write differently."""
    written = read_written(root)
    if written is None:
        return
    for path, text in make_site_files(root, stories, collection).items():
        if find_state(root, path, text, written) == "stale":
            yield STALE.at(
                Place(path),
                "This file was made by another version of the generator, or for other domains.",
                "Run `stories renew`.",
            )
