"""What records and pages refer to: from the words in them to the paths of files.

Takes what was read; gives paths from the project's root, whether or not anything is there.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from posixpath import dirname
from urllib.parse import unquote

from generator.model import Attachment, Record, Story
from generator.model.base import Unread
from generator.model.prose_page import ProsePage

# What a site is made of, rather than something that it shows: the steward's own affair.
PARTS = (
    ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".ico", ".webmanifest",
    "/CNAME", "/robots.txt", "/humans.txt",
)  # fmt: skip
# The fields of a record that refer to files.
_REFERRING = frozenset({"image", "measures", "body"})
_STYLED = re.compile(r"url\([\s\"']{0,9}([^\s\"'()]{1,2000})")


def follow_link(path: str, target: str) -> str | None:
    """Follow a relative link from the file at `path` to another file; None if it is not a path."""
    clean = unquote(target.partition("#")[0].partition("?")[0])
    if clean == "":
        return path
    if "\\" in clean or "\0" in clean or clean.startswith("/") or ":" in clean:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), clean))


def follow_name_or_link(path: str, target: str) -> Iterator[str]:
    """Follow what the file at `path` refers to: as the name that it is, and as a link.

    A name may have the signs that mean something in a link, as `#1.jpg` and `50%.jpg` have.
    """
    folder = dirname(path)
    yield posixpath.normpath(posixpath.join(folder, target))
    yield posixpath.normpath(posixpath.join(folder, unquote(target)))
    if found := follow_link(path, target):
        yield found


def find_named(path: str, target: str, known: Container[str]) -> str | None:
    """Find the file that a link or a field names; # and % may be part of its name."""
    named = (each for each in follow_name_or_link(path, target) if each in known)
    return next(named, None) or follow_link(path, target)


def list_referenced(records: Iterable[Record]) -> Iterator[str]:
    """Find what records refer to: in their texts, by their measures, as the picture at the top."""
    for record in records:
        targets = [link.target for link in record.links]
        yield from (posixpath.join(dirname(record.path), name) for name in record.data_files)
        if isinstance(record, Story) and record.image:
            targets.append(record.image.file)
        for target in targets:
            yield from follow_name_or_link(record.path, target)


def list_referenced_by_pages(prose: Iterable[ProsePage], content: str) -> Iterator[str]:
    """Find what the pages in the folder `content` refer to, by links and in raw HTML."""
    for page in prose:
        yield from filter(None, (follow_link(page.path, link.target) for link in page.links))
        # A browser follows these from the page's own folder, which has the page's name.
        stem = page.path.removesuffix(".md").removesuffix("/index")
        here = content if stem == f"{content}/index" else stem
        for link in page.addresses:
            at = f"{content}/{link.target[1:]}" if link.target.startswith("/") else link.target
            base = "" if link.target.startswith("/") else f"{here}/"
            yield from filter(None, (follow_link(base, at),))


def list_site_parts(attachments: Iterable[Attachment], content: str) -> Iterator[str]:
    """Find the parts of a site, such as styles and fonts, in the folder `content`.

    What a style refers to is one as well.
    """
    for each in attachments:
        path = each.path
        if path.startswith(f"{content}/") and path.endswith(PARTS):
            yield path
            styled = _STYLED.finditer(each.origin.source) if path.endswith(".css") else ()
            yield from filter(None, (follow_link(path, found[1]) for found in styled))


def leave_out_doubtful(
    paths: Iterable[str],
    records: Iterable[Record],
    unread: Iterable[Unread],
    published: frozenset[str],
) -> Iterator[str]:
    """Leave out what is published, and what a record may have meant that is to be mended.

    That is what lies beside a record whose references cannot be read, and what has a name that
    differs from one that is referred to only in capitals.
    """
    doubtful = {r.path for r in records if r.faulty & _REFERRING}
    doubtful.update(each.path for each in unread)
    folders = {dirname(path) for path in doubtful}
    meant = {path.casefold() for path in published}
    yield from (p for p in paths if dirname(p) not in folders and p.casefold() not in meant)
