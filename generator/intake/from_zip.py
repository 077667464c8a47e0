"""A .zip with a story's folder, as the form on the site makes it, to drafts: story and actions.

A zip is made by anybody: what it unfolds to is limited before anything is unfolded, no path in it
is used, and what is neither a record of the story nor a picture or figures beside it is left, and
named.
"""

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath

from generator.collection.collection import Collection
from generator.intake import Draft, make_slug
from generator.intake.decode import UnreadableError, decode_sent, read_sent_bytes
from generator.intake.from_markdown import read_record
from generator.load.points import Region

MOST_BYTES = 20_000_000
MOST_FILES = 200
MOST_UNFOLDED = 40_000_000
_BESIDE = frozenset({".jpg", ".jpeg", ".png", ".webp", ".csv", ".xlsx"})
_ENCRYPTED = 0x1
_NO_ZIP = "This is no .zip file that can be read."


def read_zip(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:  # noqa: ARG001 (dates in it are those of a record)
    """Read the folder of one story: the draft of the story first, then those of its actions.

    Raises:
        UnreadableError: it is no .zip, holds far too much, or holds no story or several.

    """
    files = _unfold(read_sent_bytes(path, MOST_BYTES))
    records = [name for name in files if name.suffix == ".md" and not name.name.startswith("_")]
    stories = [name for name in records if name.parent.name != "actions"]
    if len(stories) != 1:
        there = f"{len(stories) or 'no'} {'stories' if len(stories) != 1 else 'story'}"
        raise UnreadableError(f"There are {there} in this file, and one is expected.")
    story = read_record(decode_sent(files[stories[0]]), stories[0].name)
    slug = make_slug(str(story.fields.get("title") or ""), "story")
    beside = {
        name.name: content
        for name, content in files.items()
        if name.parent == stories[0].parent and name.suffix.lower() in _BESIDE
    }
    actions = [read_record(decode_sent(files[each]), each.name) for each in records
               if each not in stories]  # fmt: skip
    left = _tell_left(set(files) - {*records, *(stories[0].parent / name for name in beside)})
    return [
        replace(story, kind="story", files=beside, remarks=(*story.remarks, *left)),
        *(replace(a, kind="action", fields={**a.fields, "story": slug}) for a in actions),
    ]


def _unfold(content: bytes) -> dict[PurePosixPath, bytes]:
    """Unfold the files of a zip, by their paths in it."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as folded:
            parts = [part for part in folded.infolist() if not part.is_dir()]
            if len(parts) > MOST_FILES or sum(p.file_size for p in parts) > MOST_UNFOLDED:
                raise UnreadableError("The file unfolds to more than a story needs.")
            if any(part.flag_bits & _ENCRYPTED for part in parts):
                raise UnreadableError("The file is locked with a password.")
            return {PurePosixPath(part.filename): folded.read(part) for part in parts}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise UnreadableError(_NO_ZIP) from error
    except NotImplementedError as error:
        raise UnreadableError("The file is packed in a way that is not read here.") from error


def _tell_left(names: Iterable[PurePosixPath]) -> tuple[str, ...]:
    return tuple(f"left out: {name}, which no story takes" for name in sorted(map(str, names)))
