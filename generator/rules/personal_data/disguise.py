"""Text as a reader sees it, whatever signs it is written in, with the way back to the original.

Enters a text as it stands in a file; leaves it with full-width and other digits and letters made
plain, invisible signs taken out, every dash a hyphen and every space a space, and an O among
figures a nought. Decides nothing about what it finds. Source: Unicode Standard Annex 15 (NFKC),
sign by sign, so that each plain character knows which original one it came from.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

# A sign that may read as another: an HTML entity, a Markdown escape, a space or an @ in an
# address, and all beyond ASCII but the signs of ordinary British prose.
_SIGN = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    r"|\\[!-/:-@\[-`{-~]|%(?:20|40)|[^\x00-\x7f“”‘’…£éè]"
    r"|(?<=[0-9])O(?![A-Za-z])|(?<![A-Za-z0-9])O(?=[0-9])"
)
_MAY_STAND_FOR_ANOTHER = ("&", "\\", "%20", "%40")
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_UNSEEN = frozenset({"Cf", "Mn", "Me"})
_DOTS = frozenset("·•‧∙")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in plain signs. `changes` are (offset in it, original offset) after each change."""

    words: str
    changes: tuple[tuple[int, int], ...] = field(default=())

    def find_origin(self, offset: int) -> int:
        """Find the offset in the original text of a character of the plain one."""
        index = bisect_right(self.changes, offset, key=lambda change: change[0]) - 1
        if index < 0:
            return offset
        plain, origin = self.changes[index]
        return origin + offset - plain


def is_plain(text: str) -> bool:
    """Whether it is seen at one look that a text, and each part of it, is in plain signs."""
    if not text.isascii() or any(map(text.__contains__, _MAY_STAND_FOR_ANOTHER)):
        return False
    at = text.find("O")
    while at >= 0:
        if text[max(0, at - 1) : at].isdigit() or text[at + 1 : at + 2].isdigit():
            return False
        at = text.find("O", at + 1)
    return True


def to_plain_text(text: str) -> PlainText:
    """Write a text in plain signs; its length may change, and its offsets can be traced back."""
    if is_plain(text):
        return PlainText(text)
    found = ((sign.start(), sign.end(), _plain(sign[0])) for sign in _SIGN.finditer(text))
    # What looks like an entity and is none stands for itself.
    signs = [(start, end, plain) for start, end, plain in found if plain != text[start:end]]
    if not signs:
        return PlainText(text)
    pieces: list[str] = []
    changes: list[tuple[int, int]] = []
    lengths = accumulate(len(plain) - (end - start) for start, end, plain in signs)
    done = 0
    for (start, end, plain), grown in zip(signs, lengths, strict=True):
        pieces += (text[done:start], plain)
        # Each character that one sign becomes is traced back to the sign itself.
        first = end + grown - len(plain)
        changes += ((first + step, start) for step in range(len(plain)))
        changes.append((end + grown, end))
        done = end
    return PlainText("".join((*pieces, text[done:])), tuple(changes))


def mask(value: str) -> str:
    """Keep the first and last signs of a value, so that a log does not repeat it."""
    keep, end = (3, 2) if len(value) >= len("0123456789") else (1, 1)
    value = " ".join(value.split())
    return f"“{value[:keep]}…{value[-end:]}”"


def _plain(sign: str) -> str:
    if len(sign) > 1:
        if sign[0] == "\\":
            return sign[1]
        if sign[0] == "%":
            return " " if sign == "%20" else "@"
        return "".join(map(_plain_letter, html.unescape(sign)))
    return _plain_letter(sign)


def _plain_letter(sign: str) -> str:
    if sign == "O":
        return "0"
    category = unicodedata.category(sign)
    if category in _UNSEEN or sign in _INVISIBLE:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    if category == "Zs":
        return " "
    return "." if sign in _DOTS else unicodedata.normalize("NFKC", sign)
