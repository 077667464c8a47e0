"""A prose page's file to its links and anchors; its words are the engine's affair.

The engine reads these pages itself, and prints front matter that it cannot read as text, so here it
is said what is wrong with that.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from markdown.extensions.toc import slugify, unique
from markdown_it.token import Token

from generator.load import faults
from generator.load.comments import list_blanks
from generator.load.files import is_ordinary, read_text
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.markdown import find_links, hide_comments, is_tangled, parse_markdown
from generator.load.referenced_files import follow_link
from generator.model.base import Link
from generator.model.problem import Place, Problem
from generator.model.prose_page import ProsePage

_ID = re.compile(r"\{:?[^{}]{0,200}?#([\w-]{1,200})")
_HTML_ID = re.compile(r"<[a-z][^<>]{0,500}?\s(?:id|name)=[\"']?([\w-]{1,200})", re.IGNORECASE)
_HTML_LINK = re.compile(
    r"<(?:a|img)\s[^<>]{0,500}?(?:href|src)=[\"']([^\"'<>\s]{1,2000})", re.IGNORECASE
)
# The engine looks from each bracket to the end of the page, and at each level of a list anew.
_MOST_BRACKETS = 2_000
_TOO_FAR_IN = re.compile(r"^[ \t>]{100}", re.MULTILINE)


def read_prose(root: Path, path: str) -> tuple[ProsePage, tuple[Problem, ...]]:
    """Read the prose page at `path` below `root`, and say what is wrong with its front matter."""
    source = read_text(root, path)
    if source.text is None:
        return ProsePage(path, anchors=None), source.problems
    page, problems = _understand(path, source.text)
    goals = (follow_link(path, link.target) for link in page.links)
    files = frozenset(goal for goal in goals if goal and _is_file(root, goal))
    return replace(page, files=files), (*source.problems, *problems)


def read_defaults(folder: Path, content: str, own: Iterable[ProsePage]) -> Iterator[ProsePage]:
    """Read the default pages at whose addresses the site has no page of its `own`.

    Their paths are those that they would have in the site's folder `content`.
    """
    taken = {_find_address(page.path) for page in own}
    for file in sorted(folder.rglob("*.md")):
        path = f"{content}/{file.relative_to(folder).as_posix()}"
        if _find_address(path) not in taken:
            page, _ = _understand(path, file.read_text(encoding="utf-8"))
            yield replace(page, is_default=True)


def _find_address(path: str) -> str:
    """Find what two pages share that cannot both be published."""
    return re.sub(r"/(?:index|README)$", "", path.removesuffix(".md"))


@lru_cache(maxsize=200)  # a preview asks again for each page whenever anything was edited
def _understand(path: str, text: str) -> tuple[ProsePage, tuple[Problem, ...]]:
    problems: tuple[Problem, ...] = ()
    body, line, is_templated = text, 1, False
    if text.startswith("---"):
        matter = read_front_matter(text, path)
        if not isinstance(matter, FrontMatter):
            return ProsePage(path, anchors=None), tuple(matter)
        problems = tuple(matter.parsed.problems)
        body, line = matter.body, matter.body_line
        is_templated = "template" in matter.fields
    problems += list_blanks(body, path, line)
    body = hide_comments(body)
    if is_tangled(body, _MOST_BRACKETS):
        message = "The page has more links or brackets than any page has."
        return ProsePage(path, anchors=None), (
            *problems,
            faults.TANGLED_BODY.at(Place(path), message),
        )
    if found := _TOO_FAR_IN.search(body):
        place = Place(path, line + body.count("\n", 0, found.start()))
        message = "The line is further in than any list goes."
        return ProsePage(path, anchors=None), (*problems, faults.TANGLED_BODY.at(place, message))
    tokens = parse_markdown(body)
    links = tuple(find_links(tokens, body, path, line))
    addresses = tuple(_find_html_links(body, tokens, path, line))
    anchors = None if is_templated else frozenset(_find_anchors(body, tokens))
    return ProsePage(path, links, addresses, anchors), problems


def _is_file(root: Path, path: str) -> bool:
    try:
        return ".." not in path.split("/") and is_ordinary(root / path)
    except (OSError, ValueError):
        return False


def _find_html_links(
    body: str, tokens: Iterable[Token], path: str, first_line: int
) -> Iterator[Link]:
    """Find the links of raw HTML, which prose pages may have, outside code."""
    shown = _blank_code(body, tokens)
    for found in _HTML_LINK.finditer(shown):
        row = shown.count("\n", 0, found.start(1))
        column = found.start(1) - shown.rfind("\n", 0, found.start(1))
        is_picture = found[0][:4].lower() == "<img"
        yield Link(found[1], Place(path, first_line + row, column), is_picture, written=found[1])


def _blank_code(body: str, tokens: Iterable[Token]) -> str:
    lines = body.split("\n")
    for token in tokens:
        if token.type in {"fence", "code_block"} and token.map:
            lines[slice(*token.map)] = [""] * (token.map[1] - token.map[0])
    return re.sub(r"(`{1,3})[^`\n]{1,500}\1", lambda code: " " * len(code[0]), "\n".join(lines))


def _find_anchors(body: str, tokens: Iterable[Token]) -> Iterator[str]:
    """Find the anchors that the engine makes: of headings, and those that are given by hand.

    As the engine does, what is given by hand is known before a heading is named.
    """
    taken = {found[1] for found in _ID.finditer(body)}
    counts: dict[str, int] = {}
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open" and not _ID.search(inline.content):
            words = "".join(child.content for child in inline.children or ())
            unique(slugify(words, "-"), taken, counts)
    yield from taken
    yield from (found[1] for found in _HTML_ID.finditer(body))
