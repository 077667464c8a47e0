"""A letter that was saved as .eml to drafts: of the files attached to it, or else of its own text.

The form writes letters with a record's text in them, or asks for its file to be attached; a form
service sends on what was posted to it. Nothing in a letter is fetched, and no name in it is a path.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path, PurePosixPath

from generator.collection.collection import Collection
from generator.intake.decode import UnreadableError, decode_sent, read_sent_bytes
from generator.intake.draft import Draft
from generator.intake.from_markdown import read_record
from generator.intake.readers import READERS, find_reader
from generator.load.points import Region

MOST_BYTES = 30_000_000
MOST_FILES = 20
_LETTER = ".eml"
_STEM = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_NUMBER = re.compile(r"\b\d{4}-\d{4}\b")
_SIGNATURE = "\n-- \n"
_MOST_WORDS = 300
# The line that opens the fields; a service may write the name of its own field before it.
_BEGINNING = re.compile(r"^(?:\w{1,20}:[ \t]*)?(---)[ \t]*$", re.MULTILINE)


def read_email(path: Path, collection: Collection, region: Region) -> list[Draft]:
    """Read what a letter holds.

    Raises:
        UnreadableError: it is no letter, or holds neither a story nor a file of one.

    """
    try:
        letter = message_from_bytes(read_sent_bytes(path, MOST_BYTES), policy=policy.default)
        parts = [part for part in letter.walk() if not part.is_multipart()]
        files = [(str(part.get_filename()), _open(part)) for part in parts if part.get_filename()]
        texts = [_decode(part) for part in parts if _is_text(part)]
        subject = str(letter["subject"] or "")
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableError("This is no letter that can be read.") from error
    drafts, remarks = _read_files(files[:MOST_FILES], collection, region)
    remarks += (f"left out: {name}, one file too many" for name, _ in files[MOST_FILES:])
    if drafts:
        if words := " ".join(" ".join(texts[:1]).split()):
            cut = "…" if len(words) > _MOST_WORDS else ""
            remarks.append(f"the letter says: {words[:_MOST_WORDS]}{cut}")
    else:
        drafts = list(_read_text(texts))
    if not drafts:
        told = " ".join(remarks) or "No file is attached to it."
        raise UnreadableError(f"There is no story in this letter. {told}")
    if number := _NUMBER.search(subject):
        remarks.insert(0, f"its number is {number[0]}")
    return [replace(drafts[0], remarks=(*drafts[0].remarks, *remarks)), *drafts[1:]]


def _is_text(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and not part.get_filename()


def _open(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _decode(part: Message) -> str:
    """Decode a text as its letter says, or else as any file that is sent."""
    content = _open(part)
    try:
        text = content.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decode_sent(content)
    return text.replace("\r\n", "\n")


def _read_files(
    files: list[tuple[str, bytes]], collection: Collection, region: Region
) -> tuple[list[Draft], list[str]]:
    """Read the files attached to a letter; what none of them could give is said."""
    drafts: list[Draft] = []
    remarks: list[str] = []
    for name, content in files:
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in READERS or suffix == _LETTER:
            remarks.append(f"left out: {name}, which no story takes")
            continue
        try:
            drafts += _read_file(name, content, collection, region)
        except UnreadableError as error:
            remarks.append(f"{name} was not read: {error}")
    return drafts, remarks


def _read_file(name: str, content: bytes, collection: Collection, region: Region) -> list[Draft]:
    given = PurePosixPath(name)
    stem = given.stem if _STEM.fullmatch(given.stem) else "attached"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"{stem}{given.suffix.lower()}")
        file.write_bytes(content)
        return find_reader(given.suffix)(file, collection, region)


def _read_text(texts: list[str]) -> Iterator[Draft]:
    """Read the first text that has a record in it; what stands above that is kept."""
    for text in texts:
        if not (found := _BEGINNING.search(text)):
            continue
        told, _, signature = text[found.start(1) :].partition(_SIGNATURE)
        above = " ".join(text[: found.start(1)].split())
        remarks = [f"above it stands: {above[:_MOST_WORDS]}"] if above else []
        remarks += ["left out: the signature"] if signature.strip() else []
        draft = read_record(told, "letter.md")
        yield replace(draft, remarks=(*draft.remarks, *remarks))
        return
