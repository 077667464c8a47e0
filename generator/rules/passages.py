"""A record's text in passages, each with its place: headings, paragraphs, list items, table cells.

A record or a body enters; passages leave, whose `own` words are the author's alone: what stands in
quotation marks, in a block quotation, in code or in an address is blanked out, sign for sign, so
that an offset in one is an offset in the other. Judges nothing. Every search here is bounded, so
that a hostile text costs no more than a long one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Body, Record
from generator.model.problem import Place

# Blocks alone, divided as `markup` divides them. The whole parser would also pair every quotation
# mark with every other, which takes a minute where a hostile text has nothing else.
_BLOCKS = MarkdownIt("commonmark", {"html": False}).enable("table")
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_HEADING = re.compile(r"(?P<signs>#{1,6}) (?P<text>[^#\r\0]*[^#\r\0\s])")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)")
_ADDRESS = re.compile(
    r"\]\([^()\s]{0,2000}(?:\s{1,9}[\"'][^\"']{0,300}[\"'])?\)|<[^<>\s]{1,2000}>"
    r"|</?[a-zA-Z][\w-]{0,30}\s[^<>]{0,2000}>|https?://[^\s<>)\]]+"
)
_MARKS = re.compile(r"[*~\[\]]|\b_|_\b|!(?=\[)")
# To look for signs one by one takes less time than for any of a set.
_MARKED = "`*~[]_!<:"
_QUOTES = "“\"‘'"
_QUOTED = re.compile(
    r"“[^“”]{0,2000}”|\"[^\"]{1,2000}\"|‘(?:[^‘’]|(?<=\w)’(?=\w)){0,2000}’(?!\w)"
    r"|(?<!\w)'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,500}'(?!\w)"
)
_QUOTED_WORDS = 8
# A pattern that begins with one set of signs is searched for several times as fast as others, and
# one that begins with one sign faster still.
_AT_END = r"[\"”’')\]*_]{0,4}(?=\s|$)"
_END = re.compile(rf"[.!?…][.!?…]{{0,7}}{_AT_END}")
_STOP = re.compile(rf"\.[.!?…]{{0,7}}{_AT_END}")
# No word that a full stop cuts short, as in “Prof. Tuck”, has so many letters.
_LONGER = 5
# Letters made small, all else made to part words.
_LETTERS = bytes(
    ord(chr(code).lower() if chr(code).isascii() and chr(code).isalpha() else " ")
    for code in range(256)
)
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|No|vs|etc)|\b[a-z]\.[a-z]|\b[A-Z])\.$")


class Passage(NamedTuple):
    """Words that stand together: `text` as written, `own` with only what the author says.

    `kind` is heading, paragraph, item, cell or field; `level` that of a heading; `group` numbers
    the list that an item belongs to, and each other passage for itself. Of a field, which has
    no `places`, `find_field` tells where it stands: few are asked.
    """

    kind: str
    text: str
    plain: str
    own: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    level: int = 0
    group: int = 0
    find_field: Callable[[], Place] | None = None

    def place(self, offset: int) -> Place:
        """Find where a spot in the text stands in the file; a field is known by its beginning."""
        if self.find_field:
            return self.find_field()
        row = bisect_right(self.starts, offset) - 1
        place = self.places[row]
        return Place(place.path, place.line, place.column + offset - self.starts[row])


def list_passages(record: Record, holding: tuple[str, ...] = ("",)) -> tuple[Passage, ...]:
    """Find the passages of a record's body, but for code; none if it holds none of some signs."""
    body = record.body
    if not any(map(body.markdown.__contains__, holding)):
        return ()
    return _find_passages(body, record.path)


def read_field(record: Record, value: str, *keys: str | int) -> Passage:
    """Make a passage of a field's value, whose place is looked up when it is asked for."""
    passage = _make("field", value, (0,), (), 0, 0, quoted=False)
    return passage._replace(find_field=partial(record.place, *keys))


def keep_letters(text: str) -> str:
    """Keep a text's English letters, small, sign for sign: bytes take next to no time."""
    return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")


def blank_code(text: str) -> str:
    """Blank out what stands between backticks, sign for sign."""
    return _CODE.sub(_blank, text) if "`" in text else text


@lru_cache(maxsize=64)  # one rule after another asks for those of a body
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Find where each sentence of a passage begins and ends; what has no end mark is one too."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    ends = _END if any(map(text.__contains__, "!?…")) else _STOP
    for found in ends.finditer(text):
        at, end = found.span()
        # Most sentences end with a word of some length, and a capital begins the next.
        if not text[end + 1 : end + 2].isupper() and _goes_on(text[end : end + 40]):
            continue
        is_long = at >= _LONGER and text[at - _LONGER : at].isalpha()
        if not is_long and _SHORT.search(text[max(0, at - 6) : at + 1]):
            continue
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def _goes_on(following: str) -> bool:
    return following.lstrip()[:2].lstrip("“\"‘'(*_[")[:1].islower()


def quote_from(text: str, start: int, end: int) -> str:
    """Quote the first words of a stretch of text, for a message."""
    words = text[start : min(end, start + 200)].split()
    return " ".join(words[:_QUOTED_WORDS]).rstrip(".,;:") + ("…" if words[_QUOTED_WORDS:] else "")


@lru_cache(maxsize=8)  # the rules that read a body ask for it one after the other
def _find_passages(body: Body, path: str) -> tuple[Passage, ...]:
    lines = body.markdown.split("\n")
    if (passages := _read_plain(lines, body.line, path)) is not None:
        return passages
    return tuple(_walk(_BLOCKS.parse(body.markdown), lines, body.line, path))


def _read_plain(lines: list[str], first: int, path: str) -> tuple[Passage, ...] | None:
    """Read a body of paragraphs and headings alone, which takes the parser ten times as long."""
    passages: list[Passage] = []
    begun: list[str] = []

    def end(row: int) -> None:
        text = "\n".join(begun).strip()
        starts = (0, *accumulate(len(line) + 1 for line in begun[:-1]))
        places = tuple(Place(path, first + row - at, 1) for at in range(len(begun), 0, -1))
        passages.append(
            _make("paragraph", text, starts, places, 0, len(passages) + 1, quoted=False)
        )
        begun.clear()

    for row, line in enumerate(lines):
        if line[:1].isalpha() and "\r" not in line and "\0" not in line:
            begun.append(line)
            continue
        heading = _HEADING.fullmatch(line)
        if not heading and line.strip(" \t"):
            return None
        if begun:
            end(row)
        if heading:
            place = Place(path, first + row, line.find(heading["text"].strip()) + 1)
            level, group = len(heading["signs"]), len(passages) + 1
            text = heading["text"].strip()
            passages.append(_make("heading", text, (0,), (place,), level, group, quoted=False))
    if begun:
        end(len(lines))
    return tuple(passages)


def _walk(tokens: list[Token], lines: list[str], first: int, path: str) -> Iterator[Passage]:
    quoted, lists, level, group = 0, 0, 0, 0
    kind = "paragraph"
    row = column = 0
    for token in tokens:
        if token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        elif token.type.endswith("_list_open") or token.type.endswith("_list_close"):
            group += token.nesting == 1 and lists == 0
            lists += token.nesting
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type in {"th_open", "td_open"}:
            kind = "cell"
        elif token.type == "inline" and token.map and token.content.strip():
            group += lists == 0
            shown = "heading" if level else "item" if lists and kind != "cell" else kind
            column = column if token.map[0] == row else 0
            row = token.map[0]
            starts, places = [], []
            at = 0
            for number, line in enumerate(token.content.split("\n")):
                source = lines[row + number] if row + number < len(lines) else ""
                column = max(source.find(line, 0 if number else column), 0)
                starts.append(at)
                places.append(Place(path, first + row + number, column + 1))
                at += len(line) + 1
                column += len(line)
            yield _make(
                shown, token.content, tuple(starts), tuple(places), level, group, quoted=quoted > 0
            )
            level, kind = 0, "paragraph"


def _make(  # noqa: PLR0913, PLR0917 (the parts of a passage)
    kind: str,
    text: str,
    starts: tuple[int, ...],
    places: tuple[Place, ...],
    level: int,
    group: int,
    *,
    quoted: bool,
) -> Passage:
    plain = text
    if any(map(text.__contains__, _MARKED)):  # most passages are words and nothing else
        plain = _MARKS.sub(_blank, _ADDRESS.sub(_blank, blank_code(text)))
    own = " " * len(text) if quoted else plain
    if not quoted and any(map(plain.__contains__, _QUOTES)):
        own = _QUOTED.sub(_cover, plain)
    return Passage(kind, text, plain, own, starts, places, level, group)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _cover(found: re.Match[str]) -> str:
    """Cover a quotation, so that the words around it do not run together; its end mark stays."""
    words = found[0]
    mark = words[-2] if len(words) > 2 and words[-2] in ".?!" else "·"  # noqa: PLR2004
    return "·" * (len(words) - 1) + mark
