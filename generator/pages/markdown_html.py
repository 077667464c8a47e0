"""A body's Markdown to safe HTML, with its links led to where the other records are published.

The parser already leaves raw HTML as text; the allow-list afterwards is the second lock. The prose
pages, which the engine parses and which may have HTML of their own, have this lock alone.
"""

import posixpath
import re

import nh3
from markdown_it.token import Token

from generator.collection.collection import Collection
from generator.load.markdown import list_headings, parse_markdown, render_tokens
from generator.model import Record
from generator.pages.responsive_images import make_picture
from generator.pages.smart_quotes import curl_quotes

TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol",
    "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "srcset", "sizes", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener",
    strip_comments=True,
)
# What a page of the site's own may have besides: it has names and classes for its parts.
_PAGE_CLEANER = nh3.Cleaner(
    tags=TAGS
    | {
        "abbr", "b", "caption", "cite", "dd", "del", "details", "div", "dl", "dt", "figcaption",
        "figure", "h1", "i", "ins", "kbd", "mark", "q", "section", "small", "span", "sub",
        "summary", "sup", "time",
    },
    attributes={
        **ATTRIBUTES,
        "*": {"class", "dir", "id", "lang", "title"},
        "a": {"href", "name"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
        "time": {"datetime"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)  # fmt: skip
_OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


def render_markdown(
    record: Record, address: str, collection: Collection, *, is_below: bool = False
) -> str:
    """Render a record's body for a page at `address`, from the site's root.

    One that `is_below` another's words on the same page has lower headings, without anchors.
    """
    tokens = parse_markdown(record.body.markdown)
    if is_below:
        _lower_headings(tokens)
    else:
        _name_headings(tokens)
    for block in tokens:
        before = " "
        for token in block.children or ():
            if token.type == "text":
                token.content = curl_quotes(token.content, before)
            before = (token.content or before)[-1:] if token.type != "softbreak" else " "
            if token.type == "link_open":
                _lead(token, "href", record, address, collection)
            elif token.type == "image":
                _size(token, record, address, collection)
    return _CLEANER.clean(render_tokens(tokens))


def clean_page(html: str) -> str:
    """Leave, of the HTML of a prose page, what neither runs, nor asks, nor frames anything."""
    return _PAGE_CLEANER.clean(html)


def relative_url(address: str, to: str) -> str:
    """Write the address `to` as a page at `address` links to it; both from the site's root."""
    related = posixpath.relpath(to or ".", address or ".")
    return f"{related}/" if to == "" or to.endswith("/") else related


def _lead(token: Token, key: str, record: Record, address: str, collection: Collection) -> None:
    target = str(token.attrs[key])
    if _OUTSIDE.match(target):
        return
    _, hash_, fragment = target.partition("#")
    if target.startswith("#"):
        return
    found = collection.resolve(record.path, target)
    if picture := make_picture(record, target, "", collection):
        found, hash_, fragment = picture.large, "", ""  # it is published in its sizes alone
    token.attrs[key] = relative_url(address, found) + hash_ + fragment if found is not None else "#"


def _size(token: Token, record: Record, address: str, collection: Collection) -> None:
    """Lead to a picture in its widths, with its size, so that nothing jumps when it arrives."""
    picture = make_picture(record, str(token.attrs["src"]), token.content, collection)
    if picture is None:
        token.attrs["src"] = ""
        return
    sizes = [f"{relative_url(address, file)} {width}w" for file, width in picture.files]
    token.attrs |= {
        "src": relative_url(address, picture.large),
        "srcset": ", ".join(sizes),
        "sizes": "(min-width: 48rem) 36rem, 92vw",
        "width": str(picture.width),
        "height": str(picture.height),
        "loading": "lazy",
    }


def _lower_headings(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(max(int(token.tag[1:]), 2) + 2, 6)}"


def _name_headings(tokens: list[Token]) -> None:
    """Give each heading its anchor, and let none outrank the page's own title."""
    anchors = iter(list_headings(tokens))
    for token in tokens:
        if token.type == "heading_open":
            token.attrs["id"] = next(anchors)[2]
        if token.type in {"heading_open", "heading_close"} and token.tag == "h1":
            token.tag = "h2"
