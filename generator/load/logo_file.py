"""The file of a site's logo or icon to a picture that any output can show.

A drawing (SVG) or a picture enters, a PNG of few colours leaves; neither Word, mail programs nor
the cards of shared links take every kind that a browser takes.
"""

import warnings
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from generator.model.logo import Logo

# The most pixels, across and down, of a logo in a line of words; and of an icon.
LOGO, ICON = (480, 120), (512, 512)
_KINDS = ("PNG", "JPEG", "WEBP", "GIF", "ICO")
_MOST_BYTES = 5 * 1024 * 1024
_COLOURS = 128


def read_logo(file: Path, box: tuple[int, int] = LOGO) -> Logo:
    """Read a logo, and make it fit in `box`; it is never made larger than it is.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no picture, or too large a one; the message says which.

    """
    if file.stat().st_size > _MOST_BYTES:
        raise ValueError("it is larger than 5 MB")
    content = file.read_bytes()
    try:
        return _make(_draw(content, box) if file.suffix.lower() == ".svg" else content, box)
    except Exception as error:  # a decoder trips over bad bytes in any way there is
        message = "it is not the picture that its name says, too large a one, or shows another file"
        raise ValueError(message) from error


@lru_cache(maxsize=8)
def _make(content: bytes, box: tuple[int, int]) -> Logo:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)  # 89 million pixels
        with Image.open(BytesIO(content), formats=_KINDS) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(box, Image.Resampling.LANCZOS)
    made = BytesIO()
    upright.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(made, "PNG", optimize=True)
    return Logo(made.getvalue(), sha256(made.getvalue()).hexdigest()[:16])


@lru_cache(maxsize=8)
def _draw(content: bytes, box: tuple[int, int]) -> bytes:
    """Draw an SVG as tall as the box, or as wide where that is less.

    One that would show a file from elsewhere on the machine that builds the site is refused.
    """
    from lxml import etree  # noqa: PLC0415 (few sites have a drawing)
    from resvg_py import svg_to_bytes  # noqa: PLC0415 (the same)

    if b"<!ENTITY" in content:
        raise ValueError("entities")
    plain = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for node in etree.fromstring(content, plain).iter("{*}image", "{*}feImage"):
        shown = [value for name, value in node.attrib.items() if name.endswith("href")]
        if not all(value.startswith(("data:", "#")) for value in shown):
            raise ValueError(shown)
    words = content.decode("utf-8-sig")
    tall = svg_to_bytes(svg_string=words, height=box[1])
    with Image.open(BytesIO(tall)) as picture:
        is_wide = picture.width > box[0]
    return svg_to_bytes(svg_string=words, width=box[0]) if is_wide else tall
