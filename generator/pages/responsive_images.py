"""A picture in the widths in which it is published; the contributor's own file never is.

The widths are decided here, where pages are made; `build/resize_images.py` makes the files.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from generator.collection.collection import Collection
from generator.model import Record
from generator.model.base import Asset
from generator.pages.types import Resize

WIDTHS = (480, 800, 1200, 1600)
# A space or a comma ends an address in a list of widths, and a # or a ? wherever it stands.
_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it: its files by width, smallest first, and its proportions."""

    files: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: str = ""

    @property
    def small(self) -> str:
        """The address of the smallest file."""
        return self.files[0][0]

    @property
    def large(self) -> str:
        """The address of the largest file."""
        return self.files[-1][0]


def make_picture(record: Record, target: str, alt: str, collection: Collection) -> Picture | None:
    """Make the picture that a record names, or None if there is none."""
    asset = collection.asset_at(record.path, target)
    if asset is None or asset.kind != "picture":
        return None
    files = tuple((resize.address, resize.width) for resize in list_sizes(asset, collection))
    return Picture(files, asset.width, asset.height, alt)


def list_sizes(asset: Asset, collection: Collection) -> tuple[Resize, ...]:
    """List the sizes in which a picture is published: never wider than it is."""
    name = _name_address(collection.address_of_asset(asset.path))
    widths = [width for width in WIDTHS if width < asset.width]
    widths.append(min(asset.width, WIDTHS[-1]))
    return tuple(
        Resize(asset.path, f"{name}-{width}.webp", width) for width in dict.fromkeys(widths)
    )


def _name_address(address: str) -> str:
    """Name a picture's address, without its ending, so that it can stand in any place of a page.

    A name that had to be changed is told from others like it by a few digits.
    """
    named = PurePosixPath(address).with_suffix("")
    fit = "/".join(_UNFIT.sub("-", part) for part in named.parts)
    return fit if fit == str(named) else f"{fit}-{sha256(address.encode()).hexdigest()[:8]}"
