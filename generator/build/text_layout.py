"""Words set in type on a picture: which font has each letter, how wide it is, where a line breaks.

Texts and widths come in, lines of runs leave. A letter that the first font lacks is taken from the
next that has it; what no font has is left out, so that nobody is ever shown an empty box.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont, features
from pyphen import Pyphen  # type: ignore[import-untyped]

FONTS = Path(__file__).parent / "fonts"
SERIF, SANS = "newsreader", "hanken"
# Arabic letters have to be joined and set from the right, which takes a shaping engine.
SHAPES = bool(features.check("raqm"))
_OTHERS = ("noto-serif", *(("noto-naskh",) if SHAPES else ()), "han")
_ENGINE = ImageFont.Layout.RAQM if SHAPES else ImageFont.Layout.BASIC
_MEASURED_AT = 100
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
_ATOM = re.compile(rf"[{_HAN}][，。！？：；、）》」』”’]*|[^\s{_HAN}]+")
# The measured width of a line is scaled; hinting may widen the line that is drawn by as much.
_SPARE = 0.985

# Joiners and marks of direction, controls, and what is no character: none has a shape of its own.
_UNSEEN = frozenset({"Cf", "Cc", "Cn", "Co", "Cs"})

Run = tuple[str, str]
Kind = tuple[str, int]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text broken into lines, at one size in pixels."""

    size: int
    lines: tuple[str, ...]


@cache  # its table takes a tenth of a second to read, and most runs draw nothing
def _read_hyphens() -> Pyphen:
    return Pyphen(lang="en_GB")


def keep_drawable(text: str, first: str) -> str:
    """Leave out what no font has, such as emoji; empty if that would lose a letter."""
    composed = unicodedata.normalize("NFC", text)
    kept = []
    for char in composed:
        if char.isspace():
            kept.append(" ")
        elif unicodedata.category(char) in _UNSEEN or "\ufe00" <= char <= "\ufe0f":
            continue
        elif _find_font(char, first):
            kept.append(char)
        elif char.isalpha():
            return ""
    return " ".join("".join(kept).split())


def fit(
    text: str, first: str, box: tuple[int, int], sizes: Sequence[int], leading: float
) -> TextBlock:
    """Set a text as large as it will go in a box, `(width, height)`, breaking words if it must."""
    width, height = box
    for breaks_words in (False, True):
        for size in sizes:
            most = max(int((height / size - 1) / leading + 1), 1)
            em = width / size * _MEASURED_AT * _SPARE
            atoms = tuple(_list_atoms(text, first, em if breaks_words else None))
            if not breaks_words and any(measure(atom, first) > em for _, atom in atoms):
                continue
            lines = _fill(atoms, first, em)
            if len(lines) <= most:
                return TextBlock(size, _balance(atoms, first, em, lines))
    return TextBlock(size, (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), first, em)))


def fit_line(text: str, kind: Kind, width: int) -> str:
    """Cut a line with an ellipsis where it is too long for so many pixels."""
    first, size = kind
    return _cut(text, first, width / size * _MEASURED_AT * _SPARE)


def fit_ends(text: str, kind: Kind, width: int) -> str:
    """Cut a line in its middle where it is too long, so that its first and last words stay."""
    first, size = kind
    em = width / size * _MEASURED_AT * _SPARE
    kept, letters = text, len(text)
    while measure(kept, first) > em:
        letters -= 1
        last = letters // 2
        kept = f"{text[: letters - last].rstrip()}…{text[len(text) - last :].lstrip()}"
    return kept


def draw_line(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, kind: Kind, width: int = 0
) -> None:
    """Draw a line on its baseline; one that is read from the right ends at the right of `width`."""
    first, size = kind
    x, y = at
    runs = list(_find_runs(text, first))
    if is_from_right(text):
        runs.reverse()
        x = max(x + width - measure(text, first) * size / _MEASURED_AT, x) if width else x
    for name, run in runs:
        font = load_font(name, size)
        draw.text((x, y), run, fill=255, font=font, anchor="ls")
        x += font.getlength(run)


def is_from_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from the right."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way in {"R", "AL"} for way in ways if way in {"L", "R", "AL"}), False)


@lru_cache(maxsize=20_000)
def measure(text: str, first: str) -> float:
    """Measure a text in hundredths of its size."""
    return sum(
        load_font(name, _MEASURED_AT).getlength(run) for name, run in _find_runs(text, first)
    )


@lru_cache(maxsize=200)
def load_font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Load a font in a size in pixels."""
    return ImageFont.truetype(FONTS / f"{name}.woff2", size, layout_engine=_ENGINE)


def _list_atoms(text: str, first: str, most: float | None) -> Iterator[tuple[bool, str]]:
    """List what a line cannot break, each with whether a space goes before it."""
    for found in _ATOM.finditer(text):
        spaced = found.start() > 0 and text[found.start() - 1] == " "
        rest = found[0]
        while most is not None and measure(rest, first) > most:
            part, rest = _break(rest, first, most)
            yield spaced, part
            spaced = False
        yield spaced, rest


def _break(word: str, first: str, most: float) -> tuple[str, str]:
    """Break a word where a printer would, or else wherever it has to be."""
    places = sorted(
        (*_read_hyphens().positions(word), *(f.end() for f in re.finditer("[-–/]", word)))
    )
    for at in reversed(places):
        sign = "" if word[at - 1] in "-–/" else "-"
        if 1 < at < len(word) - 1 and measure(word[:at] + sign, first) <= most:
            return word[:at] + sign, word[at:]
    at = len(word) - 1
    while at > 1 and (measure(word[:at], first) > most or unicodedata.combining(word[at])):
        at -= 1
    return word[:at], word[at:]


def _fill(atoms: Sequence[tuple[bool, str]], first: str, em: float) -> tuple[str, ...]:
    lines: list[str] = []
    line, wide = "", 0.0
    space = measure(" ", first)
    for spaced, atom in atoms:
        own = measure(atom, first)
        gap = space if spaced else 0
        if line and wide + gap + own > em:
            lines.append(line)
            line, wide = atom, own
        else:
            line, wide = line + (" " if spaced and line else "") + atom, wide + gap + own
    return (*lines, line)


def _balance(
    atoms: Sequence[tuple[bool, str]], first: str, em: float, lines: tuple[str, ...]
) -> tuple[str, ...]:
    """Make the lines of about one length, without making another line."""
    best, low, high = lines, em * 0.4, em
    low = max([low, *(measure(atom, first) for _, atom in atoms)])
    for _ in range(6):
        middle = (low + high) / 2
        tried = _fill(atoms, first, middle)
        if len(tried) > len(lines):
            low = middle
        else:
            best, high = tried, middle
    return best


def _cut(text: str, first: str, em: float) -> str:
    if measure(text, first) <= em:
        return text
    while text and measure(f"{text}…", first) > em:
        text = text[:-1].rstrip()
    return f"{text}…"


def _find_runs(text: str, first: str) -> Iterator[Run]:
    """Find the runs of letters that one font has; a space or a sign stays with what is before."""
    name, run = "", ""
    for char in text:
        keeps = name and not char.isalpha() and _covers(name, char)
        own = name if keeps else _find_font(char, first) or first
        if own != name and run:
            yield name, run
            run = ""
        name, run = own, run + char
    if run:
        yield name, run


@lru_cache(maxsize=5_000)
def _find_font(char: str, first: str) -> str:
    return next((name for name in (first, *_OTHERS) if _covers(name, char)), "")


@lru_cache(maxsize=10_000)
def _covers(name: str, char: str) -> bool:
    """Whether a font has a letter: what it lacks, it draws as it draws the last code point."""
    drawn = _draw_alone(name, char)
    return char.isspace() or drawn != _draw_alone(name, "\U0010ffff")


@lru_cache(maxsize=10_000)
def _draw_alone(name: str, char: str) -> tuple[tuple[int, int], bytes]:
    path = FONTS / f"{name}.woff2"
    font = _load_plain(path)
    mask = font.getmask(char, "L")
    return mask.size, bytes(mask)


@lru_cache(maxsize=10)
def _load_plain(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, 24, layout_engine=ImageFont.Layout.BASIC)
