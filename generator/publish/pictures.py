"""Contributors' pictures made anew: upright, in a few widths, and without what a camera wrote.

A photograph can say where it was taken, with whose telephone and when; only its pixels are
published. What was made before is kept by the digest of the original, so that a build makes only
what is new.
"""

import os
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageOps

QUALITY = 74
_RECIPE = f"webp-{QUALITY}-1"


def make_width(source: Path, width: int, kept: Path) -> Path:
    """Make a picture so many pixels wide, or find it among those that are kept.

    Raises:
        OSError: the picture cannot be read or written.

    """
    digest = sha256(f"{_RECIPE} {width} ".encode() + source.read_bytes()).hexdigest()[:32]
    target = kept / f"{digest}.webp"
    if target.is_file():
        return target
    kept.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as picture:
        upright = ImageOps.exif_transpose(picture)
        pixels = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    height = max(round(pixels.height * width / pixels.width), 1)
    if width < pixels.width:
        pixels = pixels.resize((width, height), Image.Resampling.LANCZOS)
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    clean.save(unfinished, "WEBP", quality=QUALITY, method=4)
    unfinished.replace(target)
    return target
