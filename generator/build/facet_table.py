"""By what each record can be narrowed down, as a table that a browser counts and filters itself.

Enters the entries in the order of the index; leaves the values of every facet, and for each
record, newest first, its number in the index and a sign for each of its values. A few
dozen bytes a record, so that ten thousand can be counted while one types.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.pages.types import SearchEntry

_FIRST_SIGN = 48  # the first is written 0, the next 1, and on through the characters
_NOT_FACETS = {"kind", "measure", "label"}
TABLES: Mapping[str, Callable[[SearchEntry], bool]] = {
    "story": lambda entry: entry.kind == "story",
    "action": lambda entry: entry.kind in {"action", "quick win"},
    "quick": lambda entry: bool(entry.filters.get("quick")),
}


def make_choices(entries: Sequence[SearchEntry], kind: str) -> dict[str, Any]:
    """Make the table of the stories, that of the actions, or that of the quick wins."""
    is_told = TABLES[kind]
    told = [(n, entry) for n, entry in enumerate(entries) if is_told(entry)]
    told.sort(key=lambda each: each[1].order.get("date", 0), reverse=True)
    keys = {key: None for _, each in told for key in each.filters if key not in _NOT_FACETS}
    values = {
        key: sorted({value for _, each in told for value in each.filters.get(key, ())})
        for key in keys
    }
    signs = {
        key: {value: chr(_FIRST_SIGN + at) for at, value in enumerate(listed)}
        for key, listed in values.items()
    }
    lines = [
        ".".join(
            [
                str(number),
                *("".join(signs[key][v] for v in each.filters.get(key, ())) for key in keys),
            ]
        )
        for number, each in told
    ]
    return {"facets": values, "rows": lines}
