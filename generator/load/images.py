"""A picture's kind and size, read from its first bytes: enough to place it, not to show it.

Whether all of it is there is told by how it ends; its pixels are looked at only where that is in
doubt, for a collection has thousands of pictures.
"""

import warnings
from pathlib import Path, PurePosixPath

from PIL import Image

from generator.load import faults
from generator.load.files import is_ordinary
from generator.model.base import Asset
from generator.model.problem import Place, Problem

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".jfif": "JPEG", ".png": "PNG", ".webp": "WEBP"}
OTHER_PICTURES = frozenset({".svg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"})
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
MOST_SCANS = 100  # ten are usual; each costs the work of a whole picture, and need hold no byte
TALLEST = 16_000  # WebP, the kind that is published, ends at 16,383
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
_SCAN = b"\xff\xda"
# A telephone's JPEG may hold a second picture, for depth or for brightness; the first is shown.
_KINDS = {"MPO": "JPEG"}


def read_picture(root: Path, path: str) -> Asset | Problem:
    """Read what kind of picture this is and its size, held upright, or say why it is refused."""
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
        return _judge(root / path, suffix, path)
    except OSError as error:
        # Without a number, it was not the disk that complained: the file is no such picture.
        if error.errno is not None:
            message = f"The picture cannot be opened: {error.strerror}."
            return faults.UNREADABLE.at(place, message)
    except Exception:  # noqa: BLE001, S110 (a decoder trips over bad bytes in any way there is)
        pass
    message = "This is not the JPEG, PNG or WebP picture that its name says."
    return faults.PICTURE_UNREADABLE.at(place, message)


def _judge(file: Path, suffix: str, path: str) -> Asset | Problem:
    place = Place(path)
    kind, width, height, comes_in_scans = _read_size(file)
    if kind != FORMATS[suffix]:
        message = f"The name says {FORMATS[suffix]}, and the file is {kind}."
        return faults.PICTURE_UNREADABLE.at(place, message)
    if width * height > MOST_PIXELS or height > TALLEST:
        hint = "Make it smaller; 2,000 pixels across are plenty."
        message = f"The picture is {width} by {height} pixels."
        return faults.TOO_LARGE.at(place, message, hint)
    if comes_in_scans and file.read_bytes().count(_SCAN) > MOST_SCANS:
        message = "The picture is drawn over itself more often than any camera does."
        return faults.PICTURE_UNREADABLE.at(place, message)
    if not _is_whole(file, kind):
        return faults.PICTURE_UNREADABLE.at(place, "The picture is damaged.")
    return Asset(path, "picture", width, height)


def _read_size(file: Path) -> tuple[str, int, int, bool]:
    """Read the kind of a picture, and its width and height as a person holds it.

    The last value says whether it is drawn in several scans, each finer than the one before.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(file, formats=sorted(set(FORMATS.values()))) as picture:
            kind, (width, height) = str(picture.format), picture.size
            is_near = kind != "PNG" or "exif" in picture.info  # else all pixels would be read first
            turned = picture.getexif().get(_ORIENTATION) if is_near else None
            comes_in_scans = "progressive" in picture.info
    if turned in _SIDEWAYS:
        width, height = height, width
    return _KINDS.get(kind, kind), width, height, comes_in_scans


def _is_whole(file: Path, kind: str) -> bool:
    """Whether a picture ends as its kind does; where it does not, whether it can be shown."""
    with file.open("rb") as content:
        head = content.read(8)
        size = content.seek(0, 2)
        content.seek(max(size - 16, 0))
        end = content.read()
    if kind == "WEBP":
        if int.from_bytes(head[4:8], "little") + 8 <= size:
            return True
    elif end.endswith(_ENDS[kind]):
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=[kind]) as picture:
                picture.draft("RGB", (picture.width // 8, picture.height // 8))
                picture.load()
    except Exception:  # noqa: BLE001 (a decoder trips over bad bytes in any way there is)
        return False
    return True
