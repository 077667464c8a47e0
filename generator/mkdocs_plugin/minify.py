"""The indentation of templates, which no reader needs."""

import re

_INDENTED = re.compile(r">\n\s+<")


def strip_indents(html: str) -> str:
    """Leave out the indentation of the templates, a twentieth of a page."""
    return _INDENTED.sub(">\n<", html)
