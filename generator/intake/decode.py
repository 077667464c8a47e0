"""A file that somebody sends, to text: whatever a spreadsheet or an old program saved it as."""

import os
from pathlib import Path


class UnreadableError(Exception):
    """A file that no draft can be made of; the message says why, and what to do."""


MOST_BYTES = 5_000_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read_sent_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read the bytes of a file, if they are no more than `most`.

    Raises:
        UnreadableError: it cannot be opened, or is too large.

    """
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "it cannot be read"
        raise UnreadableError(f"The file cannot be opened: {reason}.") from error
    if len(content) > most:
        told = f"The file is larger than {most // 1_000_000} MB, which is more than stories take."
        raise UnreadableError(told)
    return content


def read_sent_text(path: Path) -> str:
    """Read a file of text as UTF-8 or UTF-16, or else as Windows wrote it in Western Europe.

    Raises:
        UnreadableError: it cannot be opened, is too large, or is no text.

    """
    content = read_sent_bytes(path)
    if content.startswith(_PACKED):
        raise UnreadableError(
            "This is a file of an office program, not of text. Let its name end as the "
            "program names it, .xlsx or .docx, or save it again there, and import that file."
        )
    return decode_sent(content)


def decode_sent(content: bytes) -> str:
    """Decode the bytes of a file of text, with line ends as files have them.

    Raises:
        UnreadableError: it is no text.

    """
    text = _decode(content)
    if "\0" in text:
        raise UnreadableError("This is not a file of text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError("The file is damaged: save it again as UTF-8.") from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Every byte is a letter there but five, which stand for nothing.
        return content.decode("cp1252", "replace")
