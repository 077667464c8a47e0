"""What a form service keeps of what the site's forms posted to it, to drafts.

Each service puts the fields of a post into an envelope of its own, in JSON or as the columns of a
table. What is looked for, wherever it lies, is a field `story` whose text begins as a record's own
file does. No address is asked: a file that lies at the service is named, for a person to fetch.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.intake.decode import UnreadableError
from generator.intake.draft import Draft
from generator.intake.from_markdown import read_record

# A table's program may have put these before a cell, lest it be read as a formula.
_BEFORE = "'\ufeff \t\n"
_FILES = frozenset({"file", "file_url", "public_url"})
_ADDRESS = re.compile(r"https?://[^\s\"<>]{3,2000}")
_NO_NAME = "story.md"


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody sent: the text of a record's file, its name, and the number they were given.

    `files` are the addresses of what came with it.
    """

    text: str
    title: str = ""
    name: str = _NO_NAME
    reference: str = ""
    files: tuple[str, ...] = ()


def find_posts(told: object) -> list[Post]:
    """Find the posts in what a service sent on, each once, however often it was sent."""
    found = {(post.reference, post.text): post for post in map(_read_post, _list_posts(told))}
    return list(found.values())


def read_posts(posts: Iterable[Post]) -> list[Draft]:
    """Read what was posted; a record that cannot be read is kept as the words that came."""
    return [_read_draft(post) for post in posts]


def _list_posts(told: object) -> Iterator[Mapping[str, Any]]:
    waiting = [told]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            fields = {_plain(str(name)): value for name, value in each.items()}
            text = fields.get("story")
            if isinstance(text, str) and text.lstrip(_BEFORE).startswith("---"):
                yield {**fields, "story": text.lstrip(_BEFORE)}
            else:
                waiting += reversed(list(each.values()))
        elif isinstance(each, list):
            waiting += reversed(each)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.strip()).lower()


def _read_post(fields: Mapping[str, Any]) -> Post:
    title, name, reference = (str(fields.get(n) or "") for n in ("title", "file_name", "reference"))
    text = fields["story"].replace("\r\n", "\n")
    files = tuple(dict.fromkeys(_list_files(fields)))
    return Post(text, title.strip(), name or _NO_NAME, reference.strip(), files)


def _list_files(fields: Mapping[str, Any]) -> Iterator[str]:
    """List the addresses of files in what else was sent."""
    waiting: list[tuple[str, Any]] = [(name, fields[name]) for name in fields if name != "story"]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += ((_plain(str(inner)), each) for inner, each in value.items())
        elif isinstance(value, list):
            waiting += ((name, each) for each in value)
        elif isinstance(value, str) and _ADDRESS.fullmatch(value):
            is_folded = value.partition("?")[0].lower().endswith(".zip")
            if is_folded or name in _FILES:
                yield value


def _read_draft(post: Post) -> Draft:
    number = (f"its number is {post.reference}",) if post.reference else ()
    files = tuple(
        f"with it came a file, which is not fetched from here: {address} Download it, and import "
        "that in place of this draft."
        for address in post.files
    )
    try:
        draft = read_record(post.text, post.name)
    except UnreadableError as error:
        remark = f"its fields cannot be read, and are kept at the end: {error}"
        fields = {"title": post.title} if post.title else {}
        return Draft("story", fields, left=(post.text,), remarks=(*number, remark, *files))
    return replace(draft, remarks=(*number, *draft.remarks, *files))
