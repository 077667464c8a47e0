"""An issue that was written with the story form, to a file that can be proposed.

Usage: convert.py FOLDER

Runs without any permission but to read. The folder gets `say.md`, the words for the author, and,
if the story can be proposed, `title.txt` and the file itself, below the folder of the stories.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.mkdocs_plugin.default_settings import find_folders
from generator.model import Story
from generator.model.field_table import FieldRow, list_fields

MOST_TITLE = 100
_EDIT = (
    "Please change it with **Edit**, in the menu at the top right of what you wrote. It is read "
    "again each time.\n"
)
_THANKS = "Thank you for telling this."
_LEFT = (
    " Pictures, and words that fitted no question, cannot be taken from here: they are kept as a "
    "note at the end of the file, and whoever looks at it with you will help to place them."
)
# A field as the checker names it, such as “voices 2, consent, given”.
_FIELD = re.compile(r"“([a-z_]+(?: \d+)?(?:, [a-z_]+(?: \d+)?)*)”")


def list_labels(rows: Iterable[FieldRow], above: str = "") -> Iterator[tuple[str, str]]:
    """List what each field is called when a person is asked for it, by its path."""
    for row in rows:
        yield f"{above}{row.name}", row.label
        yield from list_labels(row.fields, f"{above}{row.name}.")


def main(folder: Path) -> None:
    """Convert the issue of the event that started this."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    folder.mkdir(parents=True)
    draft, words = write_draft(event["issue"], folder)
    if draft is None:
        say = f"{_THANKS} It cannot be made into a page yet.\n\n{words}\n\n{_EDIT}"
    elif errors := find_errors(draft):
        listed = "\n".join(
            f"- {name_questions(error['message'])} {error['hint']}" for error in errors
        )
        say = f"{_THANKS} A few things have to be mended first:\n\n{listed}\n\n{_EDIT}"
    else:
        left = _LEFT if "could not be placed" in words else ""
        say = f"{_THANKS} A page has been made of it.{left}"
        kept = folder / draft
        kept.parent.mkdir(parents=True)
        kept.write_bytes(Path(draft).read_bytes())
        title = " ".join(str(event["issue"]["title"]).split())[:MOST_TITLE]
        (folder / "title.txt").write_text(title, encoding="utf-8")
    (folder / "say.md").write_text(say, encoding="utf-8")


def write_draft(issue: dict[str, Any], folder: Path) -> tuple[str | None, str]:
    """Import the issue's text: the path of the file that was made of it, if any, and the words."""
    file = folder.parent / "issue.md"
    # The form does not ask for the day: the issue knows it.
    day = f"\n\n### When did you write this?\n\n{str(issue['created_at'])[:10]}\n"
    file.write_text(str(issue["body"] or "") + day, encoding="utf-8", errors="replace")
    run = subprocess.run(
        [sys.executable, "-m", "generator", "import", "--rename", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    stories, _, _ = find_folders(Path("mkdocs.yml"))
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "-z", "--", stories],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    made = [path for path in listed.split("\0") if path.endswith(".md")]
    if len(made) != 1:
        words = (run.stderr.strip() or run.stdout.strip()).removeprefix("stories: ")
        return None, words.replace(f"{file}: ", "").replace(str(file), "your text")
    return made[0], run.stdout.strip()


def find_errors(path: str) -> list[dict[str, Any]]:
    """Check the file, and find what stops its publication."""
    run = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--format", "json", path],
        capture_output=True,
        text=True,
        check=False,
    )
    problems = json.loads(run.stdout)["problems"]
    return [problem for problem in problems if problem["severity"] == "error"]


def name_questions(message: str) -> str:
    """Name fields by the questions of the form, which are all that its author has seen."""
    labels = dict(list_labels(list_fields(Story)))

    def name(found: re.Match[str]) -> str:
        path = re.sub(r" \d+", "", found[1]).replace(", ", ".")
        label = labels.get(path)
        number = re.search(r" (\d+)", found[1])
        which = f" (number {number[1]})" if number else ""
        return f"“{label}”{which}" if label else found[0]

    return _FIELD.sub(name, message)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
