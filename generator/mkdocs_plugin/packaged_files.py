"""What comes with the generator and any site begins with: its theme, and its default pages.

A site's own `custom_dir` and its own pages lie over them, file by file.
"""

from pathlib import Path

import generator

_PACKAGE = Path(generator.__file__).parent


def find_packaged(name: str) -> Path:
    """Find a folder of the distribution by its name.

    In a wheel it lies in the package; the theme of a checkout is beside it, where it is written.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


THEME = find_packaged("theme")
DEFAULTS = find_packaged("defaults")
STARTER = find_packaged("starter")
