"""Contributors' pictures made anew: upright, in a few widths, and without what a camera wrote.

A photograph can say where it was taken, with whose telephone and when; only its pixels are
published. What was made before is kept by the digest of the original, so that a build makes only
what is new.
"""

import warnings
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps

from generator.cache.kept_files import read_or_make

QUALITY = 74
KINDS = ("JPEG", "PNG", "WEBP")
_RECIPE = f"webp-{QUALITY}-2"


class Width(NamedTuple):
    """A picture as WebP, so many pixels wide, and the name by which it is kept."""

    name: str
    content: bytes


def make_width(source: Path, width: int, kept: Path) -> Width:
    """Make a picture so many pixels wide, or find it among those that are kept.

    Raises:
        OSError: the picture cannot be read; the message names it.

    """
    digest = sha256(f"{_RECIPE} {width} ".encode() + source.read_bytes()).hexdigest()[:32]
    name = f"{digest}.webp"
    return Width(name, read_or_make(kept / name, partial(_make, source, width)))


def _make(source: Path, width: int) -> bytes:
    pixels = _read_pixels(source)
    height = max(round(pixels.height * width / pixels.width), 1)
    if width < pixels.width:
        pixels = pixels.resize((width, height), Image.Resampling.LANCZOS)
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    made = BytesIO()
    clean.save(made, "WEBP", quality=QUALITY, method=4)
    return made.getvalue()


def _read_pixels(source: Path) -> Image.Image:
    """Read the pixels of a picture, upright and in plain colours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source, formats=KINDS) as picture:
                upright = ImageOps.exif_transpose(picture)
                if upright.mode.startswith("I;16"):  # converted as it is, it would be all white
                    upright = upright.point(lambda level: level / 256).convert("L")
                return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except Exception as error:  # a decoder trips over bad bytes in any way there is
        message = f"the picture {source} is damaged: save it again as JPEG, PNG or WebP"
        raise OSError(message) from error
