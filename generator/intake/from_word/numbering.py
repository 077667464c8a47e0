"""The lists of a Word document: which of their levels are counted, and what each item's number is.

Lists that share a definition count on from one another, unless one says that it starts anew.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from docx.opc.part import Part
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_DOTTED = frozenset({"bullet", "none", None})


class _Level(NamedTuple):
    is_counted: bool
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the items of all lists, in the order of the document."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _families: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def is_counted(self, key: str, level: int) -> bool:
        """Whether a level of a list has numbers."""
        told = self._levels.get(key, {}).get(level)
        return told is not None and told.is_counted

    def count(self, key: str, level: int) -> int:
        """Count one more item of a list, and give its number; deeper levels begin anew."""
        counts = self._counts[self._families.get(key, key)]
        told = self._levels.get(key, {}).get(level)
        counts[level] = counts.get(level, (told.start if told else 1) - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return counts[level]


def read_numbering(part: Part) -> Numbering:
    """Read the lists that a document defines."""
    related = (r for r in part.rels.values() if r.reltype.endswith("/numbering"))
    found = next((r.target_part for r in related if not r.is_external), None)
    if found is None:
        return Numbering()
    root = etree.fromstring(found.blob, _PLAIN)
    defined = {
        _value(each, "abstractNumId"): dict(_read_levels(each))
        for each in root.iter(f"{_W}abstractNum")
    }
    numbering = Numbering()
    for number in root.iter(f"{_W}num"):
        key, link = _value(number, "numId"), number.find(f"{_W}abstractNumId")
        family = _value(link, "val") if link is not None else ""
        levels = dict(defined.get(family, {}))
        is_new = False
        for override in number.iter(f"{_W}lvlOverride"):
            at = _number(_value(override, "ilvl"))
            levels.update(_read_levels(override))
            start = override.find(f"{_W}startOverride")
            if start is not None:
                is_new = True
                is_counted = at not in levels or levels[at].is_counted
                levels[at] = _Level(is_counted, _number(_value(start, "val"), 1))
        numbering._levels[key] = levels  # noqa: SLF001 (its own maker)
        numbering._families[key] = f"list {key}" if is_new else f"family {family}"  # noqa: SLF001
    return numbering


def _read_levels(node: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in node.iter(f"{_W}lvl"):
        form, start = level.find(f"{_W}numFmt"), level.find(f"{_W}start")
        is_counted = form is not None and form.get(f"{_W}val") not in _DOTTED
        begins = _number(_value(start, "val"), 1) if start is not None else 1
        yield _number(_value(level, "ilvl")), _Level(is_counted, begins)


def _value(node: etree._Element, name: str) -> str:
    return str(node.get(f"{_W}{name}") or "")


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else default  # noqa: PLR2004
