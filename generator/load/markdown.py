"""A body's Markdown as tokens, and what other rooms need to know of it: links, anchors, words.

Fixed for all records whatever the site's own settings: CommonMark with tables and
strikethrough, and no raw HTML, which stays text. Writes no HTML; that is `pages/markdown_html.py`.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.base import Link
from generator.model.problem import Place

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
# The blocks alone, with comments as blocks of their own.
_BLOCKS = MarkdownIt("commonmark")
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)")
_BARE = re.compile(r"[ \t]*(?:(?:[-*+>|]|\d{1,9}[.)]|#{1,6})[ \t]*)*")
_LINE_START = 40
_MOST_BRACKETS = 20_000
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\Z)")
_MAY_LINK = re.compile(r"\]\(|\]\[|\]:|<https?:|<[\w.+-]+@|!\[")


def parse_markdown(text: str) -> list[Token]:
    """Parse a body into markdown-it's block tokens, each inline token with its children."""
    return _PARSER.parse(text)


def render_tokens(tokens: list[Token]) -> str:
    """Render tokens to HTML with the parser's own renderer; the caller cleans it."""
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def is_tangled(text: str, most: int = _MOST_BRACKETS) -> bool:
    """Whether a text has so many brackets that finding its links would take minutes."""
    return text.count("[") > most


def is_refused(address: str) -> bool:
    """Whether no link is made of an address, such as one that runs a program."""
    return not _PARSER.validateLink(_PARSER.normalizeLink(address))


def list_links(text: str, path: str, first_line: int) -> tuple[Link, ...]:
    """Find the links and pictures in a body that begins on `first_line` of the file at `path`."""
    if not any(sign in text for sign in "[]<") or not _MAY_LINK.search(text):
        return ()
    return tuple(find_links(parse_markdown(text), text, path, first_line))


def find_links(tokens: list[Token], text: str, path: str, first_line: int) -> Iterator[Link]:
    """Find the links and pictures in the tokens of a text, as `list_links` does."""
    lines = text.split("\n")
    defined: dict[str, tuple[int, int]] = {}
    for block in tokens:
        if block.type != "inline" or not block.map:
            continue
        row, column = block.map[0], 0
        for token in block.children or ():
            key = {"link_open": "href", "image": "src"}.get(token.type)
            if key is None:
                continue
            target = str(token.attrs[key])
            forms = (target, unquote(target), _PARSER.normalizeLinkText(target))
            written = next((form for form in forms if form in text), forms[1])
            row, column = _find_in(lines, written, row, column, block.map[1])
            at = (row, column)
            if not lines[row].startswith(written, column):  # a reference: its address is elsewhere
                if written not in defined:
                    defined[written] = _find_in(lines, written, 0, 0, len(lines))
                at = defined[written]
                at = at if lines[at[0]].startswith(written, at[1]) else (row, column)
            place = Place(path, first_line + at[0], at[1] + 1)
            alt = token.content if key == "src" else ""
            yield Link(target, place, key == "src", alt, written)
            column += 1


def _find_in(lines: list[str], target: str, row: int, column: int, end: int) -> tuple[int, int]:
    """Find where an address is written, from a spot on; the spot itself if it is not found."""
    for at in range(row, min(end, len(lines))):
        found = lines[at].find(target, column if at == row else 0)
        if found >= 0:
            return at, found
    return row, column


def name_anchor(heading: str) -> str:
    """Name the anchor of a heading: its words in small letters, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "section"


def list_headings(tokens: list[Token]) -> list[tuple[int, str, str]]:
    """Find the headings as (level, words, anchor); a repeated heading has a number added."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    found = []
    for opened, inline in pairwise(tokens):
        if opened.type != "heading_open":
            continue
        words = "".join(child.content for child in inline.children or ())
        anchor = name = name_anchor(words)
        while anchor in taken:
            counts[name] = counts.get(name, 1) + 1
            anchor = f"{name}-{counts[name]}"
        taken.add(anchor)
        found.append((int(opened.tag[1:]), words, anchor))
    return found


def list_comments(text: str) -> tuple[tuple[int, int], ...]:
    """Find where each well-formed comment of a body begins and ends; what is in code is none."""
    if "<!--" not in text:
        return ()
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]
    code = [
        (starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)])
        for token in _BLOCKS.parse(text)
        if token.type in {"fence", "code_block"} and token.map
    ]
    code += (found.span() for found in _CODE.finditer(text))
    code.sort()
    found, at, passed = [], text.find("<!--"), 0
    while at >= 0:
        while passed < len(code) and code[passed][1] <= at:
            passed += 1
        if (passed < len(code) and code[passed][0] <= at) or text[at - 1 : at] == "\\":
            at = text.find("<!--", at + 4)
            continue
        end = text.find("-->", at + 2)
        if end < 0:
            break
        found.append((at, end + 3))
        at = text.find("<!--", end + 3)
    return tuple(found)


def hide_comments(text: str) -> str:
    """Take the comments out of a body, and leave every other word on its line.

    What stands alone on its lines leaves them empty. A column stays as it was too, but for what
    follows a comment at the beginning of a line, where spaces would make it code.
    """
    shown, last = [], 0
    for start, end in list_comments(text):
        if last < start:
            shown.append(text[last:start])
        lines = text.count("\n", start, end)
        ends_line = _LINE_END.match(text, end)
        line = _end_of(shown).rpartition("\n")[2]
        if lines:
            _strip_end(shown)
            shown.append("\n" * lines)
            last = _skip_blanks(text, end)
        elif ends_line:
            _strip_end(shown)
            last = _skip_blanks(text, end)
        elif _BARE.fullmatch(line):
            last = _skip_blanks(text, end)
        else:
            shown.append(" " * (end - start))
            last = end
    return "".join((*shown, text[last:]))


def _end_of(pieces: list[str]) -> str:
    """Give the last few signs of a text in pieces."""
    end = ""
    for piece in reversed(pieces):
        end = piece[-_LINE_START:] + end
        if len(end) >= _LINE_START:
            break
    return end[-_LINE_START:]


def _strip_end(pieces: list[str]) -> None:
    """Take the blanks off the end of a text in pieces."""
    while pieces:
        pieces[-1] = pieces[-1].rstrip(" \t")
        if pieces[-1]:
            break
        pieces.pop()


def _skip_blanks(text: str, at: int) -> int:
    while text[at : at + 1] in {" ", "\t"}:
        at += 1
    return at
