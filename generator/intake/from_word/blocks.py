"""A Word document to its blocks, in the order in which a person reads them.

A block is a paragraph or a table. What stands beside the text (comments, notes, headers, footers,
text boxes, diagrams) comes after, as asides. What is hidden or struck out comes apart from both.
Nothing here knows the form.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from docx.document import Document
from docx.opc.part import Part
from docx.styles.style import BaseStyle
from lxml import etree

from generator.intake.from_word.hidden_text import TextStyles
from generator.intake.from_word.numbering import Numbering, read_numbering
from generator.intake.from_word.runs import RunReader, Span, find_tag, name_note

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
# The parts beside the text, by the end of their relation's name, and how they are told.
_BESIDE = {
    "/comments": "A comment in the margin",
    "/footnotes": "A footnote",
    "/endnotes": "A note at the end",
    "/header": "At the head of the page",
    "/footer": "At the foot of the page",
}
_WIDEST = 63  # columns, which is Word's own limit
_DRAWN = ("/diagramData", "/chart")
_MARKS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its spans, its style, and whether it is a heading or an item of a list.

    The items of a list that is counted have a `number`.

    `left_out` are its words that are hidden or struck out. It `runs_on` into the next paragraph if
    the mark at its end is hidden.
    """

    spans: tuple[Span, ...]
    style: str = ""
    heading: int = 0
    list_level: int = -1
    number: int = 0
    left_out: tuple[Span, ...] = ()
    runs_on: bool = False

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of blocks."""

    rows: tuple[tuple["Blocks", ...], ...]


Blocks = tuple[Paragraph | Table, ...]


class Aside(NamedTuple):
    """What stands beside the text: what it is, in words, and its lines."""

    told: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is in a document."""

    blocks: Blocks
    asides: tuple["Aside", ...] = ()
    left_out: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Reader:
    walk: RunReader
    styles: Mapping[str, str]
    numbering: Numbering = field(default_factory=Numbering)
    lists: Mapping[str, str] = field(default_factory=dict)

    def read(self, node: etree._Element, tag: str = "") -> Iterator[Paragraph | Table]:
        """Read blocks; paragraphs that run on are joined, as Word shows them."""
        begun: Paragraph | None = None
        for block in self._read(node, tag):
            if isinstance(block, Paragraph):
                begun = _join(begun, block) if begun else block
                if begun.runs_on:
                    continue
                yield begun
            else:
                yield from filter(None, (begun, block))
            begun = None
        yield from filter(None, (begun,))

    def _read(self, node: etree._Element, tag: str) -> Iterator[Paragraph | Table]:
        for child in node:
            if child.tag == f"{_W}p":
                yield self._read_paragraph(child, tag)
            elif child.tag == f"{_W}tbl":
                yield self._read_table(child, tag)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None:
                    yield from self._read(content, find_tag(child) or tag)
            elif child.tag == f"{_W}altChunk":
                self.walk.asides.append("A file was put into the document; it was not read.")
            elif child.tag in {f"{_W}customXml", f"{_W}smartTag", f"{_W}ins", f"{_W}moveTo"}:
                yield from self._read(child, tag)

    def _read_paragraph(self, node: etree._Element, tag: str) -> Paragraph:
        style = node.find(f"{_W}pPr/{_W}pStyle")
        name = self.styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
        heading = _HEADING.fullmatch(name)
        level, number = self._find_list(node, name)
        spans, left_out = self.walk.read_paragraph(node, tag)
        return Paragraph(
            spans=spans,
            style=name,
            heading=int(heading[1]) if heading else 0,
            list_level=level,
            number=number,
            left_out=left_out,
            runs_on=self.walk.looks.is_mark_hidden(node) or _is_mark_deleted(node),
        )

    def _find_list(self, node: etree._Element, style: str) -> tuple[int, int]:
        """Find the level of a paragraph in a list, -1 if it is in none, and its number if any."""
        number = node.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None and (key := number.get(f"{_W}val", "0")) != "0":
            step = node.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            level = step.get(f"{_W}val", "0") if step is not None else "0"
            at = int(level) if level.isdecimal() and len(level) == 1 else 0
            is_counted = self.numbering.is_counted(key, at)
            return at, self.numbering.count(key, at) if is_counted else 0
        if found := _LIST_STYLE.fullmatch(style):
            at = int(found[2] or 1) - 1
            key = self.lists.get(style, style)
            is_counted = found[1].lower() == "number"
            return at, self.numbering.count(key, at) if is_counted else 0
        return -1, 0

    def _read_table(self, node: etree._Element, tag: str) -> Table:
        rows = []
        for row, row_tag in _unwrap(node, "tr", tag):
            if row.find(f"{_W}trPr/{_W}del") is None:
                rows.append(tuple(self._read_cells(row, row_tag)))
        return Table(tuple(rows))

    def _read_cells(self, row: etree._Element, tag: str) -> Iterator[Blocks]:
        """Read the cells of a row; one that spans several columns has empty ones behind it."""
        yield from [()] * _find_width(row, "trPr/gridBefore", 0)
        for cell, own in _unwrap(row, "tc", tag):
            if cell.find(f"{_W}tcPr/{_W}cellDel") is None:
                yield tuple(self.read(cell, own))
                yield from [()] * (_find_width(cell, "tcPr/gridSpan", 1) - 1)


def read_contents(document: Document) -> Contents:
    """Read all blocks of a document, and all that stands beside them."""
    part = document.part
    styles = {style.style_id: _name(style) for style in document.styles}
    lists = {_name(each): key for each in document.styles if (key := _find_list_of(each))}
    walk = RunReader(part, TextStyles(document.styles.element))
    reader = _Reader(walk, styles, read_numbering(part), lists)
    blocks = tuple(reader.read(document.element.body))
    asides = [Aside("A file in the document", (said,)) for said in walk.asides]
    asides += _read_boxes(reader)
    for key, relation in part.rels.items():
        if relation.is_external:
            continue
        for ending, told in _BESIDE.items():
            if relation.reltype.endswith(ending):
                asides += _read_beside(relation.target_part, reader, told)
        if relation.reltype.endswith(_DRAWN):
            words = _read_drawn(relation.target_part, walk, is_hidden=key in walk.hidden)
            asides.append(Aside("In a drawing", words))
    return Contents(blocks, tuple(asides), tuple(walk.left_out))


def list_text(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    """List the text of all paragraphs, tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row:
                    yield from list_text(cell)


def _is_mark_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked change took the end of a paragraph away, or moved it."""
    marks = (f"{_W}pPr/{_W}rPr/{_W}{name}" for name in ("del", "moveFrom"))
    return any(paragraph.find(mark) is not None for mark in marks)


def _find_width(node: etree._Element, path: str, default: int) -> int:
    found = node.find("/".join(f"{_W}{step}" for step in path.split("/")))
    told = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(told), _WIDEST) if told.isascii() and told.isdecimal() else default


def _find_list_of(style: BaseStyle) -> str:
    """Find the number of the list that a style makes a paragraph an item of."""
    number = style.element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return str(number.get(f"{_W}val", "")) if number is not None else ""


def _name(style: BaseStyle) -> str:
    return str(style.name or "")


def _unwrap(node: etree._Element, name: str, tag: str) -> Iterator[tuple[etree._Element, str]]:
    """Find rows or cells, those in content controls and in tracked insertions among them."""
    for child in node:
        if child.tag == f"{_W}{name}":
            yield child, tag
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                yield from _unwrap(content, name, find_tag(child) or tag)
        elif child.tag in {f"{_W}customXml", f"{_W}ins"}:
            yield from _unwrap(child, name, tag)


def _join(begun: Paragraph, block: Paragraph) -> Paragraph:
    """Join two paragraphs: the first says what they are, but a heading with a text is none."""
    told = [each for each in (begun, block) if each.text.strip()] or [block]
    return replace(
        told[0],
        spans=(*begun.spans, *block.spans),
        heading=min(each.heading for each in told),
        left_out=(*begun.left_out, *block.left_out),
        runs_on=block.runs_on,
    )


def _read_beside(part: Part, document: _Reader, told: str) -> Iterator[Aside]:
    root = _root(part)
    reader = _Reader(replace(document.walk, part=part, asides=[], boxes=[]), document.styles)
    notes = [note for note in root if note.get(f"{_W}type") not in _MARKS]
    for note in notes if root.tag.endswith(("notes", "comments")) else [root]:
        if name_note(note.tag, note) in document.walk.hidden:
            words = " ".join(text.text or "" for text in note.iter(f"{_W}t"))
            document.walk.left_out.append(Span(words, is_hidden=True))
        else:
            yield Aside(told, tuple(list_text(tuple(reader.read(note)))))
    yield from _read_boxes(reader)


def _read_drawn(part: Part, walk: RunReader, *, is_hidden: bool) -> tuple[str, ...]:
    """Read the words of a diagram or a chart; their properties are those of DrawingML."""
    words: list[str] = []
    for text in _root(part).iter(f"{_A}t"):
        look = text.getparent().find(f"{_A}rPr")
        is_struck = look is not None and look.get("strike", "noStrike") != "noStrike"
        if is_hidden or is_struck:
            span = Span(text.text or "", is_struck=not is_hidden, is_hidden=is_hidden)
            walk.left_out.append(span)
        else:
            words.append(text.text or "")
    return tuple(words)


def _read_boxes(reader: _Reader) -> Iterator[Aside]:
    while reader.walk.boxes:
        box = reader.walk.boxes.pop(0)
        yield Aside("In a text box", tuple(list_text(tuple(reader.read(box)))))


def _root(part: Part) -> etree._Element:
    return etree.fromstring(part.blob, _PLAIN)
