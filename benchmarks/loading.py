"""Load the front matter of every record with PyYAML's C loader, and do no more: loading.py DIR."""

import sys
from pathlib import Path

import yaml


def load_fields(folder: Path) -> int:
    """Load the front matter of all Markdown files below a folder, and count them."""
    count = 0
    for path in folder.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        yaml.load(text[4 : text.index("\n---\n")], Loader=yaml.CSafeLoader)
        count += 1
    return count


if __name__ == "__main__":
    print(load_fields(Path(sys.argv[1])))
