"""Make sure that a tag names the version that it stands on, and that the version is told.

Usage: check_release.py TAG

Run where the tag was checked out, with nothing installed.
"""

import re
import sys
from pathlib import Path

_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
_NEWEST = re.compile(r"^## (.+)$", re.MULTILINE)


def find_faults(root: Path, tag: str) -> list[str]:
    """Find what keeps a tag from being a release, in words."""
    version = _VERSION.findall((root / "generator/__init__.py").read_text(encoding="utf-8"))[0]
    newest = _NEWEST.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))[0]
    upgrades = (root / "generator/defaults/guide/upgrades.md").read_text(encoding="utf-8")
    minor = ".".join(version.split(".")[:2])
    faults = []
    if tag != f"v{version}":
        faults.append(f"The tag is {tag}, and the version is {version}.")
    if not re.fullmatch(rf"{re.escape(version)}, \d{{4}}-\d\d-\d\d", newest):
        faults.append(f"CHANGELOG.md begins with “{newest}”, not with “{version}, ” and the day.")
    if f"**{minor}**" not in upgrades:
        faults.append(f"The page on upgrades says nothing of {minor}.")
    return faults


if __name__ == "__main__":
    found = find_faults(Path(), sys.argv[1])
    print("\n".join(found) or "The tag, the version and the list of changes agree.")
    sys.exit(1 if found else 0)
