"""Somebody's Markdown made harmless, before a workflow with permissions says it in its own name."""

import re

MOST_CHARACTERS = 60_000  # GitHub takes 65,536
APART = "\u200b"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LINK = re.compile(r"\]\(\s*<?([^)\s]*)[^)\n]*\)")
_ADDRESS = re.compile(r"://|\bwww\.|\bmailto:|\bxmpp:", re.IGNORECASE)
# GitHub looks for these in what it shows, so a backslash before them is no protection.
_REFERENCE = re.compile(r"@|#(?=\d)|\bGH-(?=\d)|\](?=:)", re.IGNORECASE)
_OUT = re.compile(r"\.\.|%2e|@|\\|\s|[<>\"']", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt);)")
_KEPT = re.compile("\x00(\\d+)\x00")


def defuse(text: str, home: str) -> str:
    """Keep Markdown, and take out what reaches further than the words.

    No HTML, no picture, no mention, no number of an issue, and no link but to below `home`, which
    is the address of the repository itself.
    """
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace("![", "!\\[")
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if not is_below(found[1], home):
            return f"] ({found[1]})"
        kept.append(found[1])
        return f"](\x00{len(kept) - 1}\x00)"

    text = _LINK.sub(keep, text)
    text = _ADDRESS.sub(lambda found: found[0][:1] + APART + found[0][1:], text)
    text = _REFERENCE.sub(lambda found: found[0] + APART, text)
    text = _KEPT.sub(lambda found: kept[int(found[1])], text)
    if len(text) <= MOST_CHARACTERS:
        return text
    return text[:MOST_CHARACTERS].rpartition("\n")[0] + "\n\n… and more: see the check.\n"


def is_below(address: str, home: str) -> bool:
    """Whether an address leads to the repository itself, without any way out of it."""
    return address.startswith(f"{home}/") and not _OUT.search(address)
