"""A CSV file that is not a measure's to rows of text: read only so that it can be written anew."""

import csv
import io
from pathlib import Path

from generator.read.files import read_text


def read_table(root: Path, path: str) -> list[list[str]]:
    """Read the rows of the CSV file at `path` below `root`; none if it cannot be read."""
    text = read_text(root, path).text or ""
    try:
        return [row for row in csv.reader(io.StringIO(text), strict=False) if row]
    except csv.Error:
        return []
