"""A record's words as Markdown that any engine reads alike, whatever its extensions.

CommonMark, Python-Markdown and their extensions part ways on escapes, raw HTML and lists. So every
sign that one of them might act upon is written as a character reference, which none of them does;
the only tags are those that are written here; and what lies in a list is indented by four.
"""

import re
from collections.abc import Callable
from html import escape

from markdown_it.tree import SyntaxTreeNode

from generator.load.markdown import parse_markdown

# Leads a link, or a picture if the second is true, to where it is here; None if it is nowhere.
Lead = Callable[[str, bool], str | None]

_SIGNS = re.compile(r"[\\`*_\[\]{}<>#|~^$]|==|!$|&(?=#?\w+;)")
_PLAIN_CODE = re.compile(r"[\w.,;:()/=+-]+(?: [\w.,;:()/=+-]+)*")
_BEGINS = re.compile(r"[-+:=%]|[!?](?=[!?])|\d+(?=[.)])")
_UNSAFE_IN_ADDRESS = str.maketrans({c: f"%{ord(c):02X}" for c in "()'\"<>[]{}|\\`*_ "})
_INDENT = "    "
_LARGEST = 99


def set_plain(text: str) -> str:
    """Set a text so that it reads as itself in the middle of a line, on one line."""
    line = re.sub(r"\s+", " ", text)
    return _SIGNS.sub(lambda found: "".join(_refer(sign) for sign in found[0]), line)


def set_line(text: str) -> str:
    """Set a text so that it reads as itself as a line of its own."""
    return guard(set_plain(text.strip()))


def set_meta(text: str) -> str:
    """Set a text for a page's own fields, which some themes print without escaping them."""
    return " ".join(text.split()).translate(str.maketrans("<>\"'", "‹›”’"))


def guard(line: str) -> str:
    """Guard a line that is already Markdown from being taken for a list or another block."""
    if not (found := _BEGINS.match(line)):
        return line
    if found[0].isdigit():
        return f"{found[0]}{_refer(line[found.end()])}{line[found.end() + 1 :]}"
    return _refer(line[0]) + line[1:]


def _refer(sign: str) -> str:
    return escape(sign) if sign in "<>&" else f"&#{ord(sign)};"


def set_address(address: str) -> str:
    """Set an address as the target of a link."""
    return escape(address.translate(_UNSAFE_IN_ADDRESS), quote=False)


def write_portable(markdown: str, lead: Lead, least: int = 2) -> str:
    """Write a body anew, its links led by `lead`, with no heading above the level `least`."""
    root = SyntaxTreeNode(parse_markdown(markdown))
    return _write_blocks(root, lead, least)


def _write_blocks(node: SyntaxTreeNode, lead: Lead, least: int) -> str:
    return "\n\n".join(filter(None, (_write_block(each, lead, least) for each in node.children)))


def _write_block(node: SyntaxTreeNode, lead: Lead, least: int) -> str:
    match node.type:
        case "heading":
            level = max(int(node.tag[1:]), least)
            return f"{'#' * level} {_write_inline(node, lead)}"
        case "bullet_list" | "ordered_list":
            return _write_list(node, lead, least)
        case "blockquote":
            inside = _write_blocks(node, lead, least)
            return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
        case "fence" | "code_block":
            return _write_code(node.content)
        case "hr":
            return "* * *"
        case "table":
            return _write_table(node, lead)
        case _:
            return guard(_write_inline(node, lead).strip())


def _write_list(node: SyntaxTreeNode, lead: Lead, least: int) -> str:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
    items = []
    for number, item in enumerate(node.children, first):
        mark = f"{min(number, _LARGEST)}." if node.type == "ordered_list" else "-"
        inside = _write_blocks(item, lead, least) or _refer("\u00a0")
        first_line, *rest = inside.split("\n")
        lines = [mark.ljust(len(_INDENT)) + first_line]
        items.append("\n".join([*lines, *(f"{_INDENT}{line}".rstrip() for line in rest)]))
    is_tight = all(len(item.children) <= 1 for item in node.children)
    return ("\n" if is_tight else "\n\n").join(items)


def _write_code(content: str) -> str:
    """Write a block of code on one line, since engines disagree on where an indented one ends."""
    inside = _refer("\n").join(set_code(line) for line in content.rstrip("\n").split("\n"))
    return f"<pre><code>{inside}</code></pre>"


def set_code(text: str) -> str:
    """Set a text between tags of our own, where some engines still look for Markdown."""
    return re.sub(r"[^\w .,;:()/-]", lambda found: _refer(found[0]), text)


def _write_table(node: SyntaxTreeNode, lead: Lead) -> str:
    rows = [
        [_write_inline(cell, lead) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    return write_rows(rows[0], rows[1:])


def write_rows(header: list[str], rows: list[list[str]]) -> str:
    """Write a table of cells that are Markdown already."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write_inline(node: SyntaxTreeNode, lead: Lead) -> str:
    return "".join(_write_span(each, lead) for each in node.children)


def _write_span(node: SyntaxTreeNode, lead: Lead) -> str:
    match node.type:
        case "text":
            return set_plain(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br>"
        case "code_inline":
            is_plain = _PLAIN_CODE.fullmatch(node.content)
            return f"`{node.content}`" if is_plain else f"<code>{set_code(node.content)}</code>"
        case "em" | "strong":
            inside = _write_inline(node, lead)
            if _touches_another(node):
                return f"<{node.type}>{inside}</{node.type}>"
            sign = "*" if node.type == "em" else "**"
            return f"{sign}{inside}{sign}"
        case "link":
            target = lead(str(node.attrs["href"]), False)  # noqa: FBT003 (the second says which)
            inside = _write_inline(node, lead)
            return inside if target is None else f"[{inside}]({set_address(target)})"
        case "image":
            return _write_picture(node, lead)
        case _:  # a paragraph's own line, a cell, words struck through
            return _write_inline(node, lead)


def _touches_another(node: SyntaxTreeNode) -> bool:
    """Whether what is stressed stands in, around or beside other such words.

    Their signs would run together, and be taken for others.
    """
    beside = (node.previous_sibling, node.next_sibling, node.parent)
    near = [*filter(None, beside), *node.walk(include_self=False)]
    return any(each.type in {"em", "strong"} for each in near)


def _write_picture(node: SyntaxTreeNode, lead: Lead) -> str:
    target = lead(str(node.attrs["src"]), True)  # noqa: FBT003 (the second says which)
    # What a picture shows is its text; an engine takes no Markdown there.
    shown = set_plain(node.content)
    return shown if target is None else f"![{shown}]({set_address(target)})"
