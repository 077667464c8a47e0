"""A newsletter as Markdown for its editor, and as plain text for the letter's other half."""

import textwrap
from collections.abc import Iterator

from generator.exports.markdown_escape import escape_markdown
from generator.exports.newsletter.contents import Item, Newsletter

WIDTH = 72


def write_markdown(newsletter: Newsletter) -> str:
    """Write a newsletter as Markdown; no sign in an author's words is read as Markdown."""
    return "\n\n".join(part for part in _mark(newsletter) if part) + "\n"


def _mark(newsletter: Newsletter) -> Iterator[str]:
    yield f"# {escape_markdown(newsletter.name)}"
    yield f"{escape_markdown(newsletter.period)}: {escape_markdown(newsletter.summary)}."
    for group in newsletter.shown:
        yield f"## {escape_markdown(group.title)}"
        if group.statement:
            yield f"*“{escape_markdown(group.statement)}”*"
        for item in group.items:
            yield from _mark_item(item)
        if group.more:
            yield f"[{escape_markdown(group.more)}](<{group.url}>)"
    if newsletter.wanted:
        yield "## Still wanted"
        yield "\n".join(
            f"- [{escape_markdown(each.title)}](<{each.url}>): {escape_markdown(each.words)}"
            for each in newsletter.wanted
        )
    if newsletter.attribution:
        yield f"---\n\n{escape_markdown(newsletter.attribution)}"


def _mark_item(item: Item) -> Iterator[str]:
    yield f"### [{escape_markdown(item.title)}](<{item.url}>)"
    yield escape_markdown(item.summary)
    yield escape_markdown(item.sentence)
    if item.quote:
        yield f"> “{escape_markdown(item.quote)}”\n>\n> {escape_markdown(item.said_by)}"
    yield escape_markdown(" · ".join(item.facts))


def write_text(newsletter: Newsletter) -> str:
    """Write a newsletter as plain text in lines that no mail program breaks."""
    parts = [newsletter.name, f"{newsletter.period}: {newsletter.summary}."]
    for group in newsletter.shown:
        parts += [_underline(group.title, "="), f"“{group.statement}”" if group.statement else ""]
        parts += (_tell(item) for item in group.items)
        parts += [f"{group.more}:\n{group.url}"] if group.more else []
    if newsletter.wanted:
        parts.append(_underline("Still wanted", "="))
        parts += (
            f"{_wrap(each.title)}\n{_wrap(each.words)}\n{each.url}" for each in newsletter.wanted
        )
    parts += [_wrap(newsletter.attribution), newsletter.url]
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
