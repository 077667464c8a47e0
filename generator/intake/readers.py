"""Which module reads a file that somebody sends, by its ending; each is imported when it is asked.

A letter may hold any other of these files, so that whoever imports and whoever opens letters ask
the same table.
"""

import importlib
from collections.abc import Callable
from pathlib import Path

from generator.collection.collection import Collection
from generator.intake.decode import UnreadableError
from generator.intake.draft import Draft
from generator.load.points import Region

Reader = Callable[[Path, Collection, Region], list[Draft]]
READERS = {
    ".docx": ("from_word", "read_word"),
    ".csv": ("from_csv", "read_csv"),
    ".tsv": ("from_csv", "read_csv"),
    ".xlsx": ("from_csv", "read_csv"),
    ".json": ("from_json", "read_json"),
    ".md": ("from_markdown", "read_markdown"),
    ".txt": ("from_markdown", "read_markdown"),
    ".zip": ("from_zip", "read_zip"),
    ".eml": ("from_email", "read_email"),
}
_HINTS = {
    ".doc": "Open it in Word and save it as .docx.",
    ".xls": "Open it in Excel and save it as an Excel workbook (.xlsx).",
    ".odt": "Open it and save it as Word, .docx.",
    ".ods": "Open it and save it as an Excel workbook (.xlsx).",
    ".pdf": "A PDF cannot be read back. Import the document that it was made from.",
    ".msg": "Open it in Outlook and save it as .eml, or save the file that is attached to it.",
}


def find_reader(suffix: str) -> Reader:
    """Find what reads files of an ending, however it is written.

    Raises:
        UnreadableError: nothing does; the message says what to do.

    """
    suffix = suffix.lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise UnreadableError(_HINTS.get(suffix, f"Only these can be imported: {known}."))
    module, name = READERS[suffix]
    reader: Reader = getattr(importlib.import_module(f"generator.intake.{module}"), name)
    return reader
