"""The picture that stands beside a link to the site when somebody shares it.

A `SocialCard` comes in, and a PNG of 1200 × 630 pixels comes out. It is kept by its address and the
digest of what it says: a build draws only what is new. Three inks on paper are
drawn as masks and laid down as one small palette, which is quick and makes a small file.
"""

import shutil
from collections.abc import Sequence
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw

from generator.build.icons import draw_sign
from generator.build.text_layout import (
    SANS,
    SERIF,
    draw_line,
    fit,
    fit_ends,
    fit_line,
    is_from_right,
    keep_drawable,
    measure,
)
from generator.cache.kept_files import read_or_make
from generator.pages.types import SocialCard

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 76
TOP = 20
_RECIPE = "card-4"
_SIZES = (150, 138, 128, 116, 106, 98, 90, 82, 75, 68, 62, 56, 51, 46, 42)
_QUOTE_SIZES = (46, 42, 38, 34, 31)
_BESIDE_QUOTE = _SIZES[6:]
_INNER = WIDTH - 2 * MARGIN
_RULE = 536
_BASE = 586
_LOGO, _LONGEST_NAME = (200, 56), 460
_LABEL, _MARK, _SAID, _NAME = (SANS, 32), (SANS, 30), (SANS, 27), (SERIF, 36)

Box = tuple[int, int]  # its top and its height; all are as wide as the card within its margins
_SHADES = 9
# From a mask's 256 values to the palette: 0 stays paper, the others are the shades of one ink.
_LADDERS = tuple(
    [ink * _SHADES - (-value * _SHADES // 255) if value else 0 for value in range(256)]
    for ink in range(3)
)
_FILLED = {"told": 0, "measured": 1, "signal": 2, "sustained": 3}


def draw_card(card: SocialCard, kept: Path) -> bytes:
    """Draw a card as PNG, or find it among those that are kept."""
    digest = sha256(f"{_RECIPE} {card.version}".encode()).hexdigest()[:32]
    folder = kept / card.address
    return read_or_make(folder / f"{digest}.png", partial(_draw_anew, card, folder))


def _draw_anew(card: SocialCard, folder: Path) -> bytes:
    """Draw a card, and forget what it said before, which somebody may have taken back."""
    shutil.rmtree(folder, ignore_errors=True)
    drawn = BytesIO()
    compose(card).save(drawn, "PNG", compress_level=5)
    return drawn.getvalue()


def compose(card: SocialCard) -> Image.Image:
    """Compose a card: its domain, its title, its quotation if it has one, evidence and site."""
    ink, accent, soft = (Image.new("L", SIZE, 0) for _ in range(3))
    inks = tuple(ImageDraw.Draw(mask) for mask in (ink, accent, soft))
    label = keep_drawable(card.label, SANS)
    inks[1].rectangle((0, 0, WIDTH, TOP - 1), fill=255)
    draw_line(inks[1], (MARGIN, 96), fit_line(label, _LABEL, _INNER), _LABEL, _INNER)
    title = keep_drawable(card.title, SERIF) or label or keep_drawable(card.name, SERIF)
    quote = keep_drawable(card.quote, SERIF)
    if quote:
        end = _draw_block(inks[0], title, (122, 190), _BESIDE_QUOTE, 1.06)
        _draw_quote(inks[1], inks[2], quote, keep_drawable(card.said_by, SANS), end + 34)
    else:
        _draw_block(inks[0], title, (128, 374), _SIZES, 1.04)
    start = _draw_foot(card, *inks)
    laid = _lay_down((ink, accent, soft), card.colours)
    if card.logo:
        _lay_logo(laid, card.logo.png, start, card.colours[0])
    return laid


def _draw_block(
    draw: ImageDraw.ImageDraw, text: str, box: Box, sizes: tuple[int, ...], leading: float
) -> int:
    """Draw lines of the serif from the top of a box, and say where they end."""
    top, height = box
    if is_from_right(text):
        leading += 0.24  # Arabic letters reach further up and down
    setting = fit(text, SERIF, (_INNER, height), sizes, leading)
    base = top + setting.size * 0.86
    for line in setting.lines:
        draw_line(draw, (MARGIN, round(base)), line, (SERIF, setting.size), _INNER)
        base += setting.size * leading
    return round(base - setting.size * leading + setting.size * 0.16)


def _draw_quote(
    accent: ImageDraw.ImageDraw, soft: ImageDraw.ImageDraw, quote: str, said_by: str, top: int
) -> None:
    box = (top, _RULE - 66 - top)
    end = _draw_block(accent, f"“{quote}”", box, _QUOTE_SIZES, 1.18)
    draw_line(soft, (MARGIN, end + 40), fit_ends(said_by, _SAID, _INNER), _SAID)


def _draw_foot(
    card: SocialCard,
    ink: ImageDraw.ImageDraw,
    accent: ImageDraw.ImageDraw,
    soft: ImageDraw.ImageDraw,
) -> int:
    """Draw the evidence to the left, the site's sign and name to the right; say where they begin.

    A site's own logo is laid there later, with its own colours.
    """
    soft.rectangle((MARGIN, _RULE, WIDTH - MARGIN - 1, _RULE + 1), fill=90)
    name = _draw_name(card.name, card.short_name)
    start = WIDTH - MARGIN - name.width
    ink.bitmap((start, _BASE - _NAME[1]), name, fill=255)
    start -= 16 + (_fit_logo(card.logo.png).width if card.logo else 42)
    if not card.logo:
        accent.bitmap((start, _BASE - 37), _draw_sign(), fill=255)
    x = MARGIN
    if card.evidence:
        for number, height in enumerate((10, 20, 30)):
            filled = 255 if number < _FILLED.get(card.evidence, 0) else 0
            box = (x + 17 * number, _BASE - height, x + 17 * number + 10, _BASE)
            accent.rectangle(box, fill=filled, outline=255, width=3)
        x += 62
    mark = fit_line(keep_drawable(card.mark, SANS), _MARK, start - 26 - x)
    draw_line(ink, (x, _BASE), mark, _MARK)
    return start


@lru_cache(maxsize=2)
def _draw_name(name: str, short: str) -> Image.Image:
    """Draw the site's name, or its short one, once for all the cards of a build."""
    font, size = _NAME
    whole = keep_drawable(name, font)
    words = fit_line(whole, _NAME, _LONGEST_NAME)
    if short and words != whole:
        words = fit_line(keep_drawable(short, font), _NAME, _LONGEST_NAME)
    width = ceil(measure(words, font) * size / 100)
    mask = Image.new("L", (max(width, 1), size * 3 // 2), 0)
    draw_line(ImageDraw.Draw(mask), (0, size), words, _NAME)
    return mask


@lru_cache(maxsize=1)
def _draw_sign() -> Image.Image:
    """Draw the site's sign, its line left out."""
    return ImageChops.subtract(*draw_sign(50))


@lru_cache(maxsize=2)
def _fit_logo(png: bytes) -> Image.Image:
    """Fit a site's logo beside its name."""
    logo = Image.open(BytesIO(png)).convert("RGBA")
    logo.thumbnail(_LOGO, Image.Resampling.LANCZOS)
    return logo


def _lay_logo(card: Image.Image, png: bytes, start: int, ground: str) -> None:
    """Lay a logo on a card, and add its colours to the palette behind those of the inks."""
    logo, first = _fit_logo(png), 1 + 3 * _SHADES
    laid = Image.new("RGB", logo.size, ground)
    laid.paste(logo, mask=logo)
    few = laid.quantize(256 - first)
    own = few.getpalette() or []
    card.putpalette([*(card.getpalette() or [])[: 3 * first], *own])
    shifted = Image.frombytes("P", few.size, bytes(value + first for value in few.tobytes()))
    card.paste(shifted, (start, _BASE - 14 - logo.height // 2))


def _lay_down(masks: tuple[Image.Image, ...], colours: Sequence[str]) -> Image.Image:
    """Lay the inks on paper, in so many shades each; no two of them are drawn at one place."""
    shades = [mask.point(_LADDERS[number]) for number, mask in enumerate(masks)]
    laid = ImageChops.add(ImageChops.add(shades[0], shades[1]), shades[2])
    card = Image.frombytes("P", SIZE, laid.tobytes())
    ground, *inks = (ImageColor.getrgb(colour) for colour in colours)
    palette = list(ground)
    for ink in inks:
        for step in range(1, _SHADES + 1):
            palette += [
                round(paper + (own - paper) * step / _SHADES)
                for paper, own in zip(ground, ink, strict=True)
            ]
    card.putpalette(palette)
    return card
