"""Make sure that a built site is whole before it is published.

Usage: check_whole.py SITE

Every page that the sitemap names has to be there, and to end as a page does. A site whose address
is not known has no sitemap; there every page that lies in it has to end so.
"""

import re
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

ALWAYS = ("index.html", "404.html", "stories/index.html", "search/index.json")
_SITEMAP = "sitemap.xml"
_FEWEST_PAGES = 10


def find_faults(site: Path) -> list[str]:
    """Find what is missing or broken, in words."""
    faults = [f"{name} is not there." for name in ALWAYS if not _has_content(site / name)]
    if faults:
        return faults
    pages = _list_pages(site)
    if len(pages) < _FEWEST_PAGES:
        return [f"There are {len(pages)} pages, fewer than any site has."]
    return [
        f"{address} is missing, or breaks off."
        for address, file in pages.items()
        if not _has_content(file) or not re.search(rb"</html>\s*$", file.read_bytes())
    ]


def _list_pages(site: Path) -> dict[str, Path]:
    """List the pages that there have to be, by the address at which somebody would look."""
    if not (site / _SITEMAP).exists():
        return {str(file.relative_to(site)): file for file in sorted(site.rglob("*.html"))}
    text = (site / _SITEMAP).read_text(encoding="utf-8")
    tree = ET.fromstring(text)  # noqa: S314 (our own build made it)
    pages = [node.text.strip() for node in tree.iter() if node.tag.endswith("}loc") and node.text]
    home = min(pages, key=len, default="")
    paths = {address: unquote(address.removeprefix(home)) for address in pages}
    return {
        address: site / path / "index.html" if path.endswith("/") or not path else site / path
        for address, path in paths.items()
    }


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


if __name__ == "__main__":
    found = find_faults(Path(sys.argv[1]))
    print("\n".join(found) or "The site is whole.")
    sys.exit(1 if found else 0)
