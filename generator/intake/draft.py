"""A draft: a record that is not written yet, as plain values, from whatever form it came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# The records that lie beside the one they name, by kind: in a folder of this name.
BESIDE: Mapping[str, str] = {"update": "updates", "adoption": "adoptions"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody told us of a story, an action, a domain, or of what came of one (`kind`).

    `fields` is its front matter as plain values (text, bool, number, dates as ISO text, lists and
    groups), with keys as files have them. `body` is Markdown. `files` are the pictures and the data
    that go beside it, by file name. `left` is what could not be placed, in the author's own words;
    it is kept at the end of the text, so that nothing is lost. `remarks` say to whoever imports it
    what was left out on purpose, and are written nowhere. `name` is what its file is to be called,
    if not by its title.
    """

    kind: str
    fields: Mapping[str, object]
    body: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    name: str = ""
