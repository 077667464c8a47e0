"""Make sure that a built site is whole before it is published.

Usage: check_whole.py SITE

Every page that the sitemap names has to be there, and to end as a page does.
"""

import re
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

ALWAYS = ("index.html", "404.html", "sitemap.xml", "stories/index.html", "search/index.json")
_FEWEST_PAGES = 10


def find_faults(site: Path) -> list[str]:
    """Find what is missing or broken, in words."""
    faults = [f"{name} is not there." for name in ALWAYS if not _has_content(site / name)]
    if faults:
        return faults
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    tree = ET.fromstring(text)  # noqa: S314 (our own build made it)
    pages = [node.text.strip() for node in tree.iter() if node.tag.endswith("}loc") and node.text]
    if len(pages) < _FEWEST_PAGES:
        return [f"The sitemap has {len(pages)} pages, fewer than any site."]
    home = min(pages, key=len)
    for address in pages:
        path = unquote(address.removeprefix(home))
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        if not _has_content(file) or not re.search(rb"</html>\s*$", file.read_bytes()):
            faults.append(f"{address} is missing, or breaks off.")
    return faults


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


if __name__ == "__main__":
    found = find_faults(Path(sys.argv[1]))
    print("\n".join(found) or "The site is whole.")
    sys.exit(1 if found else 0)
