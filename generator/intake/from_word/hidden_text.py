"""Whether text is hidden or struck out: its own properties, its styles and the document's say so.

The order is that of ECMA-376, part 1, 17.7.2 and 17.7.3: what stands at the text itself decides.
If nothing does, `vanish` and `strike` are switches, so that a character style with one turns round
that of the paragraph style; of `webHidden` and `dstrike` the nearest counts. Formats that a table
style has for some of its rows or columns alone are not looked at.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off", "none"})
_HIDING, _STRIKING = ("vanish", "webHidden"), ("strike", "dstrike")
_SWITCHES = frozenset({"vanish", "strike"})
Properties = Mapping[str, bool]


class Visibility(NamedTuple):
    """Whether text is hidden, and whether it is struck out."""

    is_hidden: bool
    is_struck: bool


class TextStyles:
    """The styles of a document, asked for how a text looks."""

    def __init__(self, styles: etree._Element) -> None:
        """Read what the styles say, each with the styles that it is based on."""
        own = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._document = _read(own)
        self._default: dict[str, str] = {}
        self._styles: dict[tuple[str, str], Properties] = {}
        found: dict[tuple[str, str], etree._Element] = {}
        for style in styles.iter(f"{_W}style"):
            kind, name = style.get(f"{_W}type", "paragraph"), style.get(f"{_W}styleId", "")
            found[kind, name] = style
            if style.get(f"{_W}default", "0") not in OFF:
                self._default.setdefault(kind, name)
        for key in found:
            self._inherit(key, found)
        self._alignments = {
            name: style.find(f"{_W}rPr/{_W}vertAlign").get(f"{_W}val", "")
            for (kind, name), style in found.items()
            if kind == "character" and style.find(f"{_W}rPr/{_W}vertAlign") is not None
        }
        self._has_tables = any(p for (kind, _), p in self._styles.items() if kind == "table")

    def _inherit(
        self, key: tuple[str, str], found: Mapping[tuple[str, str], etree._Element]
    ) -> None:
        chain = []
        while key in found and key not in self._styles:
            chain.append(key)
            self._styles[key] = {}  # a style that is based on itself ends here
            key = (key[0], _name(found[key], "basedOn"))
        properties = self._styles.get(key, {})
        for each in reversed(chain):
            properties = {**properties, **_read(found[each].find(f"{_W}rPr"))}
            self._styles[each] = properties

    def find(self, own: etree._Element | None, paragraph: etree._Element) -> Visibility:
        """Find how text with the properties `own` looks in a paragraph."""
        levels = self._list_levels(own, paragraph)
        nearest = _read(own)
        hidden, struck = (
            any(self._is_on(each, nearest, levels) for each in names)
            for names in (_HIDING, _STRIKING)
        )
        return Visibility(hidden, struck)

    def find_alignment(self, own: etree._Element | None) -> str:
        """Find whether text with the properties `own` is a superscript or a subscript."""
        if own is None:
            return ""
        said = own.find(f"{_W}vertAlign")
        if said is not None:
            return str(said.get(f"{_W}val", ""))
        return str(self._alignments.get(_name(own, "rStyle"), ""))

    def is_mark_hidden(self, paragraph: etree._Element) -> bool:
        """Whether the mark at the end of a paragraph is hidden on paper, and the next runs on."""
        own = paragraph.find(f"{_W}pPr/{_W}rPr")
        return self._is_on("vanish", _read(own), self._list_levels(own, paragraph))

    def _list_levels(
        self, own: etree._Element | None, paragraph: etree._Element
    ) -> list[Properties]:
        levels = [  # from the farthest to the nearest
            self._find_style("paragraph", _name(paragraph, "pPr/pStyle")),
            self._find_style("character", _name(own, "rStyle")),
        ]
        table = next(paragraph.iterancestors(f"{_W}tbl"), None) if self._has_tables else None
        if table is not None:
            levels.insert(0, self._find_style("table", _name(table, "tblPr/tblStyle")))
        return levels

    def _is_on(self, name: str, nearest: Properties, levels: list[Properties]) -> bool:
        if name in nearest:
            return nearest[name]
        by_default = self._document.get(name, False)
        said = [level[name] for level in levels if name in level]
        if name in _SWITCHES:
            return by_default or sum(said) % 2 == 1
        return said[-1] if said else by_default

    def _find_style(self, kind: str, name: str) -> Properties:
        default = self._styles.get((kind, self._default.get(kind, "")), {})
        return self._styles.get((kind, name), default)


def _name(node: etree._Element | None, path: str) -> str:
    steps = "/".join(f"{_W}{step}" for step in path.split("/"))
    named = node.find(steps) if node is not None else None
    return named.get(f"{_W}val", "") if named is not None else ""


def _read(own: etree._Element | None) -> Properties:
    if own is None:
        return {}
    asked = ((name, own.find(f"{_W}{name}")) for name in (*_HIDING, *_STRIKING))
    return {n: each.get(f"{_W}val", "1") not in OFF for n, each in asked if each is not None}
