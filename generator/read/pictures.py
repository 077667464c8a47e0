"""A picture's kind and size, read from its first bytes: enough to place it, not to show it."""

import warnings
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from generator.problem import Place, Problem
from generator.read import faults
from generator.read.files import is_ordinary
from generator.records.base import Asset

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
OTHER_PICTURES = frozenset({".svg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".avif"})
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000


def read_picture(root: Path, path: str) -> Asset | Problem:
    """Read what kind of picture this is and its size in pixels, or say why it is refused."""
    place = Place(path)
    suffix = PurePosixPath(path).suffix.lower()
    try:
        if not is_ordinary(root / path):
            message = "This is a link or a device, not an ordinary file."
            return faults.SYMBOLIC_LINK.at(place, message)
        if (root / path).stat().st_size > MOST_BYTES:
            hint = "Make it smaller; 2,000 pixels across are plenty."
            return faults.TOO_LARGE.at(place, "The picture is larger than 20 MB.", hint)
        if suffix not in FORMATS:
            message = f"Pictures of the kind “{suffix}” are not shown."
            return faults.PICTURE_UNREADABLE.at(place, message)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(root / path, formats=list(set(FORMATS.values()))) as picture:
                kind, (width, height) = picture.format, picture.size
    except (UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        message = "This is not the JPEG, PNG or WebP picture that its name says."
        return faults.PICTURE_UNREADABLE.at(place, message)
    except OSError as error:
        if error.errno is None:  # the disk gave the file, and the file is cut short
            return faults.PICTURE_UNREADABLE.at(place, "The picture is damaged.")
        message = f"The picture cannot be opened: {error.strerror}."
        return faults.UNREADABLE.at(place, message)
    if kind != FORMATS[suffix]:
        message = f"The name says {FORMATS[suffix]}, and the file is {kind}."
        return faults.PICTURE_UNREADABLE.at(place, message)
    if width * height > MOST_PIXELS:
        hint = "Make it smaller; 2,000 pixels across are plenty."
        message = f"The picture is {width} by {height} pixels."
        return faults.TOO_LARGE.at(place, message, hint)
    return Asset(path, "picture", width, height)
