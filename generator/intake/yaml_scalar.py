"""One value to YAML, so that it reads back as it was: PyYAML decides how it must be quoted."""

import datetime as dt
import re

import yaml

from generator.model.field_types import FORBIDDEN, SLUG

_WIDEST = 1_000_000
# What needs no quotation marks to be told apart, and is never read as another kind of value.
_PLAIN = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}|(?=[a-z]){SLUG.pattern}", re.ASCII)
_OTHER_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class _Dumper(yaml.SafeDumper):
    """Writes words in quotation marks, and texts of several lines as blocks."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def write_scalar(value: object, before: str = "") -> str:
    """Write a value on a line of its own, after the name of its field or a dash, if any.

    Dates are written as text and numbers without trailing zeros; characters that no file may hold
    are left out.
    """
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, int | float):
        text = f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"  # noqa: PLR2004
    elif isinstance(value, dt.date):
        text = value.isoformat()
    else:
        text = _dump(clean_text(str(value)).strip())
    if not before:
        return text
    return f"{before} {text}" if before == "-" else f"{before}: {text}"


def clean_text(text: str) -> str:
    """Leave out the characters that no file may hold, and end every line as files do."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _dump(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _OTHER_WORDS:
        return text
    dumped: str = yaml.dump(text, Dumper=_Dumper, allow_unicode=True, width=_WIDEST)
    return dumped.removesuffix("\n").removesuffix("\n...")
