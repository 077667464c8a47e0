"""What comes with the generator: the theme, the default pages, what a new site begins with.

A site's own `custom_dir` and its own pages lie over the first two, file by file.
"""

from pathlib import Path

import generator

_PACKAGE = Path(generator.__file__).parent


def find_packaged(name: str, beside: str = "") -> Path:
    """Find a folder of the distribution by its name.

    In a wheel all of them lie in the package; in a checkout some are `beside` it, where they are
    written or used, perhaps by another name.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / (beside or name)


def read_packaged(file: Path) -> str:
    """Read the text of a file that came with the generator."""
    return file.read_text(encoding="utf-8")


THEME = find_packaged("theme")
DEFAULTS = find_packaged("defaults")
STARTER = find_packaged("starter")
# Workflows and their scripts, as this repository uses them itself; see `site_files`.
GITHUB = find_packaged("github", ".github")
