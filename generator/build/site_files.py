"""The files of a site that the generator writes, and writes anew for each version and framework.

A collection enters; texts by their paths leave. What was written is remembered in the site by its
digest, so that a file which somebody has changed since is theirs, and is left alone.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import __version__
from generator.build.packaged_files import STARTER, read_packaged
from generator.collection.collection import Collection
from generator.intake import ask_story, ask_update, steps_of
from generator.intake.issue_form import tell_issue_form
from generator.load.faults import STALE
from generator.load.files import read_text
from generator.model.problem import Place, Problem

RECORD = ".stories.json"
_AS_THEY_ARE = (".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitlab-ci.yml")


@dataclass(frozen=True, slots=True)
class Written:
    """What the generator has written into a site: the digest of each file, and by which version."""

    version: str = __version__
    files: Mapping[str, str] = field(default_factory=dict)


def make_site_files(collection: Collection) -> dict[str, str]:
    """Make the text of each file that a site has of the generator, by its path."""
    files = {path: read_packaged(STARTER / "files" / path) for path in _AS_THEY_ARE}
    requirements = read_packaged(STARTER / "files/requirements.txt")
    files["requirements.txt"] = requirements.replace("{version}", __version__)
    form = tell_issue_form(ask_story(collection), steps_of("story"), is_converted=False)
    since = tell_issue_form(
        ask_update(collection), steps_of("update"), "update", is_converted=False
    )
    folder = ".github/ISSUE_TEMPLATE"
    return files | {f"{folder}/story.yml": form, f"{folder}/update.yml": since}


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


def write_record(written: Written) -> str:
    """Write the record of what the generator has written, as JSON."""
    told = {"version": written.version, "files": dict(sorted(written.files.items()))}
    return json.dumps(told, indent=2) + "\n"


def find_state(root: Path, path: str, text: str, written: Written) -> str:
    """Find how a file stands to the text that it would have now.

    Returns `same`; `stale` if it is as it was written; `missing` if it was never written; else
    `theirs`: somebody has changed it, or has taken it out.
    """
    file = root / path
    if not file.exists() and not file.is_symlink():
        return "theirs" if path in written.files else "missing"
    now = read_text(root, path).text
    if now is None:
        return "theirs"
    if digest(now) == digest(text):
        return "same"
    return "stale" if digest(now) == written.files.get(path) else "theirs"


def find_stale(root: Path, collection: Collection) -> Iterator[Problem]:
    """Find the files that the generator wrote and would now write differently."""
    written = read_written(root)
    if written is None:
        return
    for path, text in make_site_files(collection).items():
        if find_state(root, path, text, written) == "stale":
            yield STALE.at(
                Place(path),
                "This file was made by another version of the generator, or for other domains.",
                "Run `stories renew`.",
            )
