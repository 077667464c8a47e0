"""A feed written as Atom, RFC 4287."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

from generator.exports.feeds import Feed, FeedEntry
from generator.model.site_identity import SiteIdentity
from generator.pages.types import Document

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
# What no XML may hold, however it is written.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ET.register_namespace("", ATOM)
ET.register_namespace("media", MEDIA)


def write_atom(feed: Feed, web: SiteIdentity) -> Document:
    """Write a feed as the Atom file beside its page."""
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": web.language})
    here, page = web.join(f"{feed.folder}feed.xml"), web.join(feed.folder)
    _add(root, "id", page)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "link", rel="self", type="application/atom+xml", href=here)
    _add(root, "link", rel="alternate", type="text/html", href=page)
    _add(root, "updated", _write_day(feed.updated))
    _add(_add(root, "author"), "name", web.name)
    if web.licence:
        _add(root, "rights", f"{web.licence.name}, {web.licence.url}")
    for entry in feed.entries:
        _add_entry(root, entry, web)
    text = ET.tostring(root, encoding="unicode")
    declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
    return Document(f"{feed.folder}feed.xml", f"{declaration}{text}\n")


def _add_entry(root: ET.Element, entry: FeedEntry, web: SiteIdentity) -> None:
    node = _add(root, "entry", **({"xml:lang": entry.language} if entry.language else {}))
    _add(node, "id", entry.name)
    _add(node, "title", entry.title)
    _add(node, "link", rel="alternate", type="text/html", href=entry.url)
    _add(node, "published", _write_day(entry.published))
    _add(node, "updated", _write_day(entry.updated))
    _add(_add(node, "author"), "name", entry.author)
    for slug, label in entry.topics:
        _add(node, "category", term=slug, scheme=web.join("domains/"), label=label)
    _add(node, "summary", entry.summary)
    _add(node, "content", entry.html, type="html")
    if picture := entry.picture:
        media = ET.SubElement(
            node,
            f"{{{MEDIA}}}content",
            url=picture.url,
            medium="image",
            type=picture.kind,
            width=str(picture.width),
            height=str(picture.height),
        )
        ET.SubElement(media, f"{{{MEDIA}}}description").text = _clean(picture.alt)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    clean = {key: _clean(value) for key, value in attributes.items()}
    node = ET.SubElement(parent, f"{{{ATOM}}}{name}", clean)
    node.text = _clean(text) or None
    return node


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _write_day(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
