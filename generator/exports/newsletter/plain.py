"""A digest as Markdown for a newsletter's editor, and as plain text for the letter's other half."""

import textwrap
from collections.abc import Iterator

from generator.exports.markdown_escape import mark_down
from generator.exports.newsletter.contents import Digest, Item

WIDTH = 72


def write_markdown(digest: Digest) -> str:
    """Write a digest as Markdown; no sign in an author's words is read as Markdown."""
    return "\n\n".join(part for part in _mark(digest) if part) + "\n"


def _mark(digest: Digest) -> Iterator[str]:
    yield f"# {mark_down(digest.name)}"
    yield f"{mark_down(digest.period)}: {mark_down(digest.summary)}."
    for group in digest.groups:
        yield f"## {mark_down(group.title)}"
        yield f"*“{mark_down(group.statement)}”*"
        for item in group.items:
            yield from _mark_item(item)
        if group.more:
            yield f"[{mark_down(group.more)}](<{group.url}>)"
    if digest.quick_wins:
        yield f"## {mark_down(digest.quick_title)}"
        for item in digest.quick_wins:
            yield from _mark_item(item)
        if digest.quick_more:
            yield f"[{mark_down(digest.quick_more)}](<{digest.url}quick-wins/>)"
    if digest.wanted:
        yield "## Still wanted"
        yield "\n".join(
            f"- [{mark_down(each.title)}](<{each.url}>): {mark_down(each.words)}"
            for each in digest.wanted
        )
    if digest.attribution:
        yield f"---\n\n{mark_down(digest.attribution)}"


def _mark_item(item: Item) -> Iterator[str]:
    yield f"### [{mark_down(item.title)}](<{item.url}>)"
    yield mark_down(item.summary)
    yield mark_down(item.sentence)
    if item.quote:
        yield f"> “{mark_down(item.quote)}”\n>\n> {mark_down(item.said_by)}"
    yield mark_down(" · ".join(item.facts))


def write_text(digest: Digest) -> str:
    """Write a digest as plain text in lines that no mail program breaks."""
    parts = [digest.name, f"{digest.period}: {digest.summary}."]
    for group in digest.groups:
        parts += [_underline(group.title, "="), f"“{group.statement}”"]
        parts += (_tell(item) for item in group.items)
        parts += [f"{group.more}:\n{group.url}"] if group.more else []
    if digest.quick_wins:
        parts.append(_underline(digest.quick_title, "="))
        parts += (_tell(item) for item in digest.quick_wins)
        parts += [f"{digest.quick_more}:\n{digest.url}quick-wins/"] if digest.quick_more else []
    if digest.wanted:
        parts.append(_underline("Still wanted", "="))
        parts += (f"{_wrap(each.title)}\n{_wrap(each.words)}\n{each.url}" for each in digest.wanted)
    parts += [_wrap(digest.attribution), digest.url]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tell(item: Item) -> str:
    quote = f"“{item.quote}” {item.said_by}" if item.quote else ""
    lines = (
        _underline(item.title, "-"),
        _wrap(item.summary),
        _wrap(item.sentence),
        _wrap(quote, "    "),
        _wrap(" · ".join(item.facts)),
        item.url,
    )
    return "\n".join(line for line in lines if line)


def _underline(title: str, sign: str) -> str:
    lines = _wrap(title)
    return f"{lines}\n{sign * max(map(len, lines.splitlines()), default=0)}"


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent
    )
