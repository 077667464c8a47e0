"""The site's sign, words in which a line goes up, as the icons that devices and browsers show.

A palette comes in, and PNGs come out; the sign is drawn as masks, so that it has no colour of its
own. `theme/assets/images/favicon.svg` draws the same shape.
"""

from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageOps

from generator.cache.kept_files import read_or_make
from generator.cache.store import fingerprint
from generator.model.logo import Logo
from generator.model.palette import Palette

# By their names in `assets/icons/`: the size in pixels, and how much of it the sign takes; what is
# less than all of it stands on a ground that reaches to the edges.
ICONS = {
    "apple-touch-icon": (180, 0.6),
    "icon-192": (192, 1.0),
    "icon-512": (512, 1.0),
    "maskable-512": (512, 0.6),
}
FOLDER = "assets/icons"
_GRID = 32
_FINE = 4
_STEPS = 60
_RECIPE = "icon-1"


def draw_icon(name: str, palette: Palette, kept: Path, own: Logo | None = None) -> bytes:
    """Draw one of `ICONS` as PNG, or find it among those that are kept; of the site's `own` sign.

    A sign of its own stands on the paper of the site where there has to be a ground.
    """
    digest = fingerprint(_RECIPE, palette.site.day, palette.paper.day, own.digest if own else "")
    make = partial(_draw_own, name, palette, own) if own else partial(_draw, name, palette)
    return read_or_make(kept / "icons" / f"{name}-{digest}.png", make)


def _draw_own(name: str, palette: Palette, own: Logo) -> bytes:
    size, part = ICONS[name]
    sign = Image.open(BytesIO(own.png)).convert("RGBA")
    sign = ImageOps.contain(sign, (round(size * part), round(size * part)))
    ground = ImageColor.getrgb(palette.paper.day)
    icon = Image.new("RGBA", (size, size), (*ground, 0 if part == 1 else 255))
    icon.alpha_composite(sign, ((size - sign.width) // 2, (size - sign.height) // 2))
    return _write(icon)


def _draw(name: str, palette: Palette) -> bytes:
    size, part = ICONS[name]
    bubble, line = draw_sign(round(size * part))
    edge = (size - bubble.width) // 2
    site, paper = (ImageColor.getrgb(each.day) for each in (palette.site, palette.paper))
    ground, sign = ((*site, 0), site) if part == 1 else ((*site, 255), paper)
    icon = Image.new("RGBA", (size, size), ground)
    icon.paste((*sign, 255), (edge, edge), bubble)
    icon.paste((*(paper if part == 1 else site), 255), (edge, edge), line)
    return _write(icon)


def _write(icon: Image.Image) -> bytes:
    drawn = BytesIO()
    icon.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def draw_sign(size: int) -> tuple[Image.Image, Image.Image]:
    """Draw the sign as two masks of so many pixels a side: its bubble, and the line in it."""
    scale = size * _FINE / _GRID
    bubble, line = (Image.new("L", (size * _FINE, size * _FINE), 0) for _ in range(2))
    pen = ImageDraw.Draw(bubble)
    pen.rounded_rectangle(_scale(scale, 3, 3.5, 29, 25), 6.5 * scale, fill=255)
    pen.polygon(_scale(scale, 3, 10, 3, 29, 10, 24.5), fill=255)
    pen, width = ImageDraw.Draw(line), 2.6 * scale
    way = _scale(scale, 9, 18, 14, 14.5, 18, 16.5, 23.5, 9.5)
    for start, end in pairwise(zip(way[::2], way[1::2], strict=True)):
        for step in range(_STEPS + 1):  # a line of the library has neither round ends nor corners
            at = tuple(a + (b - a) * step / _STEPS for a, b in zip(start, end, strict=True))
            pen.circle(at, width / 2, fill=255)
    small = (size, size)
    return bubble.resize(small, Image.Resampling.BOX), line.resize(small, Image.Resampling.BOX)


def _scale(scale: float, *places: float) -> tuple[float, ...]:
    return tuple(place * scale for place in places)
