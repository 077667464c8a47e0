"""Turn the body of every record into HTML with markdown-it-py, and do no more: marking.py DIR."""

import sys
from pathlib import Path

from markdown_it import MarkdownIt


def mark_bodies(folder: Path) -> int:
    """Render the bodies of all Markdown files below a folder, and count them."""
    count, parser = 0, MarkdownIt()
    for path in folder.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        parser.render(text[text.index("\n---\n") + 5 :])
        count += 1
    return count


if __name__ == "__main__":
    print(mark_bodies(Path(sys.argv[1])))
