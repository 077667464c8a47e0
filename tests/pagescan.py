"""What a page holds that a strict policy would stop, read as a file."""

import re
from html.parser import HTMLParser
from pathlib import Path

from lxml.html import document_fromstring

CSP = "content-security-policy"
# Attributes whose value a browser would follow or load.
FOLLOWED = {"href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href"}
SCHEMES = re.compile(r"^[\x00-\x20]*(?:javascript|data|vbscript|file|blob)[\s]*:", re.IGNORECASE)
FRAMES = {"base", "iframe", "frame", "frameset", "object", "embed", "applet"}


class Scan(HTMLParser):
    """The faults of a page, its policies, and whether it loads anything before them."""

    def __init__(self, html: str = "", *, styles: bool = False) -> None:
        """Read a page; with `styles` it may have some of its own, as a letter does."""
        super().__init__()
        self.wrong: list[str] = []
        self.policies: list[str] = []
        self.data: list[str] = []
        self.loaded_before = False
        self._styles = styles
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element and its attributes."""
        known = dict(attrs)
        equivalent = (known.get("http-equiv") or "").lower()
        if tag == "meta" and equivalent == CSP:
            self.policies.append(known.get("content") or "")
        elif not self.policies and tag in {"link", "script", "img", "style"}:
            self.loaded_before = True
        self._in_data = tag == "script" and known.get("type") == "application/ld+json"
        if tag == "script" and "src" not in known and not self._in_data:
            self.wrong.append("<script>")
        if tag in FRAMES or (tag == "style" and not self._styles):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name == "srcdoc" or (name == "style" and not self._styles):
                self.wrong.append(f"{tag} {name}={value}")
            if name in FOLLOWED and SCHEMES.match(value or ""):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Keep what stands in JSON-LD."""
        if self._in_data:
            self.data.append(data)
            self._in_data = False


def scan(path: Path) -> Scan:
    """Read a page from a file."""
    return Scan(path.read_text(encoding="utf-8"))


def list_spoken(html: str) -> list[tuple[str, str]]:
    """List the texts of a page or a part of one, each with the language that it is said in."""
    page = document_fromstring(html)
    texts = page.xpath("//text()[normalize-space() and not(ancestor::script)]")
    return [
        ((each.getparent().xpath("ancestor-or-self::*/@lang") or [""])[-1], " ".join(each.split()))
        for each in texts
        if not each.is_tail
    ] + [
        ((each.getparent().xpath("ancestor::*/@lang") or [""])[-1], " ".join(each.split()))
        for each in texts
        if each.is_tail
    ]
