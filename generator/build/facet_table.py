"""By what each story can be narrowed down, as a table that a browser counts and filters itself.

Enters a shard's entries and its finished Pagefind bundle; leaves `choices.json` in it: the values
of every facet, and for each story, newest first, the name of its fragment and a sign for each of
its values. A few dozen bytes a story, so that ten thousand can be counted while one types.
"""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from generator.pages.types import SearchEntry

FILE = "choices.json"
_SIGNATURE = b"pagefind_dcd"
_FIRST_SIGN = 48  # the first is written 0, the next 1, and on through the characters
_NOT_FACETS = {"kind"}


def write_choices(entries: Iterable[SearchEntry], bundle: Path) -> None:
    """Write the table of the stories among a shard's entries beside its index."""
    stories = [entry for entry in entries if entry.kind == "story"]
    stories.sort(key=lambda entry: entry.order.get("date", 0), reverse=True)
    keys = {key: None for story in stories for key in story.filters if key not in _NOT_FACETS}
    values = {
        key: sorted({value for story in stories for value in story.filters.get(key, ())})
        for key in keys
    }
    signs = {
        key: {value: chr(_FIRST_SIGN + at) for at, value in enumerate(listed)}
        for key, listed in values.items()
    }
    fragments = _find_fragments(bundle) if stories else {}
    lines = [
        ".".join(
            [
                fragments[story.address],
                *("".join(signs[key][v] for v in story.filters.get(key, ())) for key in keys),
            ]
        )
        for story in stories
    ]
    text = json.dumps({"facets": values, "stories": lines}, separators=(",", ":"))
    (bundle / FILE).write_text(text, encoding="utf-8")


def _find_fragments(bundle: Path) -> dict[str, str]:
    """Find what Pagefind called each page's fragment, by the page's address."""
    found = {}
    for file in (bundle / "fragment").iterdir():
        packed = gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)
        found[json.loads(packed)["url"].strip("/") + "/"] = file.stem
    return found
