"""A text of somebody's own, set so that no sign in it is read as Markdown or as HTML."""

import re

_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~!$^]")
# What begins a list, a quotation or a rule is harmless anywhere but at the beginning of a line.
_BEGINS = re.compile(r"([-+=>]|\d{1,9}[.)])(?=\s|$|[-=])")


def escape_markdown(text: str) -> str:
    """Write a text as one line of Markdown that reads as the text itself and as nothing else."""
    line = " ".join(text.split())
    line = _SIGNS.sub(lambda found: "\\" + found[0], line)
    if found := _BEGINS.match(line):
        at = found.end(1) - 1
        line = f"{line[:at]}\\{line[at:]}"
    return line
