"""The pictures in a document, made anew: smaller, and without what a camera wrote into them."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.intake.from_word.runs import Picture

_FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "jpg"}
_MOST_PIXELS = 50_000_000
_WIDEST = 2_000
_QUALITY = 85
_UNUSED = "Save it as JPEG or PNG, and put it beside the story."


def read_picture(picture: Picture) -> tuple[bytes, str] | str:
    """Read a picture and give its new bytes and the ending of its name, or say why it cannot be."""
    name = " ".join(picture.name.split())[:200]
    if picture.content is None:
        return f"A picture that is not in the document itself: {name}. {_UNUSED}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(picture.content), formats=list(_FORMATS)) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return f"A picture that is far too large: {name}. Make it smaller, and add it."
                kind = str(opened.format)
                return _write(opened, kind), _FORMATS[kind]
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return f"A picture of a kind that is not shown here: {name}. {_UNUSED}"
    except (OSError, ValueError, SyntaxError, IndexError, TypeError):
        return f"A picture that is damaged: {name}. {_UNUSED}"


def _write(opened: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(opened)
    is_photograph = _FORMATS[kind] == "jpg"
    has_depth = upright.mode in {"RGBA", "LA", "P", "PA"} and not is_photograph
    plain = upright.convert("RGBA" if has_depth else "RGB")
    plain.thumbnail((_WIDEST, _WIDEST))
    clean = Image.new(plain.mode, plain.size)  # nothing but the pixels comes along
    clean.paste(plain)
    content = io.BytesIO()
    if is_photograph:
        clean.save(content, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    else:
        clean.save(content, "PNG", optimize=True)
    return content.getvalue()
