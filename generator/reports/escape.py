"""What contributors wrote, made safe for a terminal and for whoever reads what it prints."""

import re

# What could move a cursor or hide text if a contributor's line were printed as it is.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def clean(text: str) -> str:
    """Make what a contributor wrote safe to print."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_lines(text: str) -> str:
    """Make a text of several lines safe to print."""
    return "\n".join(map(clean, text.split("\n")))


def clean_json(text: str) -> str:
    """Make JSON safe to print, with the same value: JSON can write any character as an escape."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # bytes of a name that are no text
    return "\n".join(
        _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in text.split("\n")
    )
