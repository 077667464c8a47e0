"""Put the check's comment on its pull request.

Usage: comment.py FILE

Runs with permission to comment, on the default branch's own code. The file was made by a run that
had a stranger's changes in it, so it is words to be defused and nothing more; and which pull
request it belongs to is asked of GitHub, never read from it.
"""

import os
import sys
from pathlib import Path
from urllib.parse import quote

from defuse import MOST_CHARACTERS, defuse
from post import call, home, say

MARKER = "stories-check"


def find_pull_request() -> int | None:
    """Find the open pull request whose newest commit was checked."""
    head = f"{os.environ['HEAD_OWNER']}:{os.environ['HEAD_BRANCH']}"
    found = call(f"pulls?state=open&per_page=100&head={quote(head, safe='')}")
    for pull in found:
        if pull["head"]["sha"] == os.environ["HEAD_SHA"]:
            return int(pull["number"])
    return None


def main(path: Path) -> None:
    """Say what the file says, once it is known where."""
    number = find_pull_request()
    if number is None:
        print("No open pull request has this commit as its newest: nothing to say.")
        return
    if path.is_symlink() or not path.is_file():
        print("The check left no comment.")
        return
    with path.open("rb") as file:
        text = file.read(MOST_CHARACTERS * 4).decode("utf-8", "replace")
    say(number, MARKER, defuse(text, home()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
