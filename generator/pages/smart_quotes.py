"""Straight quotation marks and apostrophes turned into the ones that a printer would set.

The parser could do this for a body, in quadratic time; a sign's form depends only on what stands
before it, so one pass is enough. Fields and bodies are set alike, and files are left as they are.
"""

import re
from typing import TypeVar

from generator.collection.collection import Collection
from generator.collection.consent import map_records
from generator.model import Part, Record

AnyPart = TypeVar("AnyPart", bound=Part)
_SIGN = re.compile(r"""["']""")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{\u2013\u2014\u2018\u201c-/")
# Texts that programs read, in which a sign is not a quotation mark, and names that have none.
_LITERAL = frozenset(
    {"url", "file", "email", "reference", "path", "identity", "scope", "type", "status", "role"}
    | {"domains", "setting", "pathway", "strategic_links", "adapted_from", "aliases", "story"}
    | {"action", "of", "measure"}
    | {"consent", "effort"}  # which have nothing but such
)


def curl_quotes(text: str, before: str = " ") -> str:
    """Curl the quotation marks of a text that follows the character `before`."""

    def set_sign(found: re.Match[str]) -> str:
        at = found.start()
        opens = (text[at - 1] if at else before) in _OPENS_AFTER
        if found[0] == '"':
            return "\u201c" if opens else "\u201d"
        # An apostrophe that stands for left-out figures or letters: the ’90s.
        if opens and text[at + 1 : at + 2].isdigit():
            return "\u2019"
        return "\u2018" if opens else "\u2019"

    return _SIGN.sub(set_sign, text)


def curl_collection(collection: Collection) -> Collection:
    """Curl the quotation marks in every field of every record."""
    return map_records(collection, _typeset)


def _typeset(record: Record) -> Record:
    return record.alter(lambda name, value: value if name in _LITERAL else _set_value(value))


def _set_part(part: AnyPart) -> AnyPart:
    changed = {
        name: value
        for name, old in part.__dict__.items()
        if name not in _LITERAL and (value := _set_value(old)) is not old
    }
    return part.model_copy(update=changed) if changed else part


def _set_value(value: object) -> object:
    """Set a value, or return the very same one if there is nothing to set."""
    if not value:
        return value
    if isinstance(value, str):
        return curl_quotes(value) if '"' in value or "'" in value else value
    if isinstance(value, Part):
        return _set_part(value)
    if isinstance(value, tuple):
        items = tuple(_set_value(item) for item in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    return value
