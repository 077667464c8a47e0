"""A Word paragraph's runs to spans of text: what was typed, how it looks, and whose answer it is.

Insertions that somebody tracked count as typed, deletions do not. What is hidden or struck out is
kept apart, as `left_out`. Text boxes, footnotes and embedded files are not part of a sentence:
they are handed over as `asides`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from docx.opc.part import Part
from lxml import etree

from generator.intake.from_word.hidden_text import OFF, TextStyles
from generator.intake.from_word.raised import raise_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_SKIPPED = frozenset(
    _W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "rt")
)
# What Word's symbol fonts show for these letters.
_SYMBOLS = {
    "B7": "•", "A7": "•", "D8": "•", "76": "•", "6E": "•", "FC": "✓", "FE": "☒", "FD": "☒",
    "A8": "☐", "6F": "☐", "E0": "→", "2D": "–", "4A": "☺",
}  # fmt: skip
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_OF_THE_MACHINE = re.compile(r"automatically generated|content may be incorrect", re.IGNORECASE)
_LONGEST_ALT = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the document: its bytes (None if they lie elsewhere), its name and its words."""

    name: str
    content: bytes | None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Some text of one look. `tag` names the question in whose content control it stands."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_hidden: bool = False
    address: str = ""
    tag: str = ""
    alignment: str = ""
    picture: Picture | None = None


@dataclass(slots=True)
class RunReader:
    """A walk through one part of the document; the lists are filled on the way.

    `left_out` are the words and the pictures that are hidden or struck out; `hidden` names the
    notes and the parts of drawings that belong to hidden text.
    """

    part: Part
    looks: TextStyles
    left_out: list[Span] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    asides: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    _fields: list[str] = field(default_factory=list)
    _paragraph: etree._Element = field(init=False)

    def read_paragraph(
        self, paragraph: etree._Element, tag: str
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Read a paragraph that stands in the content control `tag`, if in any.

        Gives the spans that are the author's, and those that are hidden or struck out.
        """
        self._fields.clear()
        self._paragraph = paragraph
        shown: list[Span] = []
        left_out: list[Span] = []
        spans = self._read(paragraph, Span("", tag=tag))
        for (is_hidden, is_struck), group in groupby(spans, lambda s: (s.is_hidden, s.is_struck)):
            run = list(group)
            text = "".join(span.text for span in run)
            if is_hidden:
                left_out.append(Span(text, is_hidden=True))
                left_out += (span for span in run if span.picture)
            elif is_struck and text.strip():
                left_out.append(Span(text, is_struck=True))
                if text[0].isspace() and text[-1].isspace():  # or its neighbours become one word
                    shown.append(replace(run[-1], text=" ", is_struck=False))
            else:
                shown += (replace(span, is_struck=False) for span in run)
        self.left_out += left_out
        return tuple(shown), tuple(left_out)

    def _read(self, node: etree._Element, look: Span) -> Iterator[Span]:
        for child in node:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            read = _READERS.get(child.tag)
            if read is not None:
                yield from read(self, child, look)
            else:
                yield from self._read(child, look)

    def read_run(self, run: etree._Element, look: Span) -> Iterator[Span]:
        """Read a run, which looks as its own properties say."""
        style = run.find(f"{_W}rPr/{_W}rStyle")
        name = style.get(f"{_W}val", "") if style is not None else ""
        seen = self.looks.find(run.find(f"{_W}rPr"), self._paragraph)
        address = look.address or (self._fields[-1] if self._fields else "")
        own = replace(
            look,
            is_bold=_has(run, "b") or name == "Strong",
            is_italic=_has(run, "i") or name == "Emphasis",
            is_struck=seen.is_struck,
            is_hidden=seen.is_hidden,
            address=address,
            alignment=self.looks.find_alignment(run.find(f"{_W}rPr")),
        )
        yield from self._read(run, own)

    def read_text(self, text: etree._Element, look: Span) -> Iterator[Span]:
        """Read typed letters."""
        yield replace(look, text=raise_text(text.text or "", look.alignment), alignment="")

    def read_symbol(self, symbol: etree._Element, look: Span) -> Iterator[Span]:
        """Read a letter of a symbol font."""
        code = symbol.get(f"{_W}char", "").upper()
        yield replace(look, text=_SYMBOLS.get(code[-2:].lstrip("0"), "▪"))

    def read_link(self, link: etree._Element, look: Span) -> Iterator[Span]:
        """Read a link: its words, and its address if that is one outside the document."""
        relation = self.part.rels.get(link.get(f"{_R}id", ""))
        address = relation.target_ref if relation is not None and relation.is_external else ""
        yield from self._read(link, replace(look, address=address))

    def read_field_code(self, code: etree._Element, _: Span) -> Iterator[Span]:
        """Keep the address of a link that is written as a field; no other field says anything."""
        found = _ADDRESS.search(code.text or "")
        if found and self._fields:
            self._fields[-1] = found[1]
        yield from ()

    def read_field_edge(self, edge: etree._Element, _: Span) -> Iterator[Span]:
        """Enter or leave a field."""
        kind = edge.get(f"{_W}fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()
        yield from ()

    def read_control(self, control: etree._Element, look: Span) -> Iterator[Span]:
        """Read a content control inside a paragraph; a box to tick is read by its state."""
        state = control.find(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
        if control.find(f"{_W}sdtPr/{_W14}checkbox") is not None:
            is_ticked = state is not None and state.get(f"{_W14}val", "1") not in OFF
            box = next(control.iter(f"{_W}r"), control).find(f"{_W}rPr")
            is_hidden = self.looks.find(box, self._paragraph).is_hidden
            yield replace(look, text="☒" if is_ticked else "☐", is_hidden=is_hidden)
            return
        content = control.find(f"{_W}sdtContent")
        if content is not None:
            yield from self._read(content, replace(look, tag=find_tag(control) or look.tag))

    def read_drawing(self, drawing: etree._Element, look: Span) -> Iterator[Span]:
        """Read a drawing: its pictures, and the text boxes in it."""
        described = next(drawing.iter(_DRAWN), None)
        if look.is_hidden or (described is not None and described.get("hidden", "0") not in OFF):
            yield from self._read_hidden_drawing(drawing, replace(look, is_hidden=True))
            return
        look = replace(look, is_struck=False)  # a line through a picture is not seen
        self.boxes.extend(drawing.iter(f"{_W}txbxContent"))
        alt = described.get("descr", "") if described is not None else ""
        alt = "" if _OF_THE_MACHINE.search(alt) else " ".join(alt.split())[:_LONGEST_ALT]
        for blip in drawing.iter(f"{_A}blip"):
            found = self._find_picture(blip.get(f"{_R}embed") or blip.get(f"{_R}link"), alt)
            yield replace(look, picture=found)
        for image in drawing.iter(f"{_V}imagedata"):
            yield replace(look, picture=self._find_picture(image.get(f"{_R}id"), alt))
        if next(drawing.iter(_OLE), None) is not None:
            self.asides.append("A file of another program was put in here; it was not read.")

    def _read_hidden_drawing(self, drawing: etree._Element, look: Span) -> Iterator[Span]:
        for node in drawing.iter(f"{_W}p", f"{_W}t", f"{_A}blip", f"{_V}imagedata"):
            is_picture = not node.tag.startswith(_W)
            picture = Picture("a hidden picture", None) if is_picture else None
            words = node.text if node.tag == f"{_W}t" else " "
            yield replace(look, text=words or "", picture=picture)
        for node in drawing.iter():
            self.hidden.update(node.attrib[key] for key in node.attrib if key.startswith(_R))

    def read_note_sign(self, sign: etree._Element, look: Span) -> Iterator[Span]:
        """Read the sign of a note or of a comment: one that is hidden hides what it leads to."""
        if look.is_hidden:
            self.hidden.add(name_note(sign.tag.removesuffix("Reference"), sign))
        yield from ()

    def _find_picture(self, key: str | None, alt: str) -> Picture:
        relation = self.part.rels.get(key or "")
        if relation is None:
            return Picture("a picture that is missing", None, alt)
        if relation.is_external:
            return Picture(relation.target_ref, None, alt)
        part = relation.target_part
        return Picture(str(part.partname).rpartition("/")[2], part.blob, alt)

    def read_choice(self, node: etree._Element, look: Span) -> Iterator[Span]:
        """Read what Word wrote twice, for itself and for older programs, once."""
        wanted = node.find(f"{_MC}Choice")
        wanted = node.find(f"{_MC}Fallback") if wanted is None else wanted
        if wanted is not None:
            yield from self._read(wanted, look)


def find_tag(control: etree._Element) -> str:
    """Find the tag of a content control, which names a question of ours or of somebody else's."""
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    return tag.get(f"{_W}val", "") if tag is not None else ""


def name_note(kind: str, node: etree._Element) -> str:
    """Name a note or a comment by its kind, which is the tag of its text, and its number."""
    return f"{kind} {node.get(f'{_W}id', '')}"


def _has(run: etree._Element, name: str) -> bool:
    look = run.find(f"{_W}rPr/{_W}{name}")
    return look is not None and look.get(f"{_W}val", "1") not in OFF


def _sign(text: str) -> Callable[[RunReader, etree._Element, Span], Iterator[Span]]:
    def read(_: RunReader, __: etree._Element, look: Span) -> Iterator[Span]:
        yield replace(look, text=text)

    return read


_READERS: dict[str, Callable[[RunReader, etree._Element, Span], Iterator[Span]]] = {
    f"{_W}r": RunReader.read_run,
    f"{_W}t": RunReader.read_text,
    f"{_M}r": RunReader.read_run,
    f"{_M}t": RunReader.read_text,
    f"{_W}sym": RunReader.read_symbol,
    f"{_W}hyperlink": RunReader.read_link,
    f"{_W}instrText": RunReader.read_field_code,
    f"{_W}fldChar": RunReader.read_field_edge,
    f"{_W}sdt": RunReader.read_control,
    f"{_W}drawing": RunReader.read_drawing,
    f"{_W}pict": RunReader.read_drawing,
    f"{_W}object": RunReader.read_drawing,
    f"{_MC}AlternateContent": RunReader.read_choice,
    f"{_W}footnoteReference": RunReader.read_note_sign,
    f"{_W}endnoteReference": RunReader.read_note_sign,
    f"{_W}commentReference": RunReader.read_note_sign,
    f"{_W}tab": _sign("\t"),
    f"{_W}br": _sign("\n"),
    f"{_W}cr": _sign("\n"),
    f"{_W}noBreakHyphen": _sign("‑"),
    f"{_W}softHyphen": _sign(""),
}
