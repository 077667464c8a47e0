"""Which outputs carry each field, and why the others leave it out.

A field that stands here `everywhere` reaches every output by itself; a group stands for the fields
in it, unless one of them has a line of its own. Tests hold each output to what is written here.
"""

from collections.abc import Mapping
from types import MappingProxyType

# What tells of each kind of record as itself. A feed tells of stories, and an action is a line in
# its story there; the forms ask for a story, with its actions. An update and an adoption are told
# with the record that they belong to.
OUTPUTS: Mapping[str, tuple[str, ...]] = {
    "story": ("page", "feed", "json", "csv", "markdown", "form", "word", "search"),
    "action": ("page", "json", "csv", "markdown", "search"),
    "update": ("page", "feed", "json", "csv", "markdown", "search"),
    "adoption": ("page", "feed", "json", "csv", "markdown", "search"),
    "domain": ("page", "json", "markdown", "search"),
}
Line = Mapping[str, str]
everywhere: Line = MappingProxyType({})


def left_out_of(*outputs: str, because: str) -> dict[str, str]:
    """Leave a field out of some outputs, for a reason."""
    return dict.fromkeys(outputs, because)


_AGREED = left_out_of(
    "page", "feed", "json", "csv", "markdown", "search",
    because="what somebody agreed to is kept to, and is between them and the organisation",
)  # fmt: skip
_REVIEWED = left_out_of(
    "page", "feed", "json", "csv", "markdown", "form", "word", "search",
    because="an exception is agreed with whoever reviews the story, and tells a reader nothing",
)  # fmt: skip
_MOVED = left_out_of(
    "page", "form", "word", because="an old address leads on by itself, and a new record has none"
)
_KEPT = left_out_of("form", "word", because="the steward sets it, once the story is published")
_UNNAMED = left_out_of("search", because="a search finds what was said, and nobody by name")
_ON_PAPER = left_out_of("word", because="whoever keeps the file works it out from the figures")
_NOT_ASKED = left_out_of(
    "form", "word", because="few measures need it; whoever keeps the file writes it there"
)
_UNCOPIED = left_out_of(
    "search", because="a search leads to the words, and nobody copies them of it"
)
_POINTS = left_out_of(
    "feed", "search", because="what the points show is told in a sentence; the page has them"
)
_VOICES: Mapping[str, Line] = {
    "voices": everywhere,
    "voices.said_by": _UNNAMED,
    "voices.identity": _UNNAMED,
    "voices.consent": _AGREED,
    "voices.consent.review": _AGREED
    | left_out_of("word", because="it follows from the day on which they agreed"),
    "voices.consent.scope": left_out_of(
        "feed",
        "markdown",
        "search",
        because="it decides what is in there; programs alone ask where else words may go",
    ),
    "voices.consent.expires": _UNCOPIED,
    "voices.consent.withdrawn": _AGREED
    | left_out_of("form", "word", because="what was withdrawn is not sent at all"),
}
_SHARED: Mapping[str, Line] = {
    **_VOICES,
    "quick_win": everywhere,
    "strategic_links": everywhere,
    "measures": everywhere,
    "measures.id": _NOT_ASKED
    | left_out_of("search", because="it is a name for links; people search for the title"),
    "measures.points": _POINTS,
    "measures.points.count": _POINTS
    | left_out_of("form", "word", because="a value is asked for, which is what most people have"),
    "measures.events": _POINTS,
    "measures.observed": everywhere,
    "measures.per": everywhere,
    "measures.chart": _POINTS | _NOT_ASKED,
    "measures.file": left_out_of(
        "feed", "form", "word", "search", because="it only says where the points are kept"
    ),
    "measures.baseline": _ON_PAPER,
    "measures.rebase": _ON_PAPER,
    "measures.says": everywhere,
    "language": everywhere,
    "aliases": _MOVED,
    "allow": _REVIEWED,
}
FIELD_OUTPUTS: Mapping[str, Mapping[str, Line]] = {
    "story": {
        **_SHARED,
        "title": everywhere,
        "summary": everywhere,
        "date": everywhere,
        "updated": left_out_of("form", "word", because="a new story has not been changed"),
        "domains": everywhere,
        "setting": everywhere,
        "pathway": everywhere,
        "organisation": everywhere,
        "team": everywhere,
        "contact": everywhere,
        "contact.telephone": everywhere,
        "status": everywhere,
        "changed_on": everywhere,
        "problem": everywhere,
        "aim": everywhere,
        "headroom": everywhere,
        "involvement": everywhere,
        "experience": everywhere,
        "touchpoints": everywhere,
        "spread": everywhere,
        "adapted_from": everywhere,
        "adapted": everywhere,
        "limitations": everywhere,
        "lessons": everywhere,
        "source": everywhere,
        "illustrative": everywhere,
        "image": everywhere,
        "review_by": _KEPT,
    },
    "action": {
        **_SHARED,
        "title": everywhere,
        "summary": everywhere,
        "story": everywhere,
        "domains": everywhere,
        "setting": everywhere,
        "status": everywhere,
        "planned_on": everywhere,
        "started_on": everywhere,
        "made_on": everywhere,
        "stopped_on": everywhere,
        "by": everywhere,
        "with": everywhere,
        "effort": everywhere,
        "effort.cost": everywhere,
    },
    "update": {
        "story": everywhere,
        "action": everywhere,
        "date": everywhere,
        "status": everywhere,
        "measures": everywhere,
        "measures.measure": everywhere,
        "measures.points": _POINTS,
        "measures.points.date": everywhere,
        "measures.points.count": _SHARED["measures.points.count"],
        "measures.file": left_out_of(
            "page",
            "feed",
            "json",
            "csv",
            "markdown",
            "search",
            because="its points are offered with all others of the measure",
        ),
        "measures.events": everywhere,
        "measures.observed": everywhere,
        **_VOICES,
        "contact": everywhere,
        "language": everywhere,
    },
    "adoption": {
        "of": everywhere,
        "date": everywhere,
        "organisation": everywhere,
        "team": everywhere,
        "setting": everywhere,
        "outcome": everywhere,
        "why": everywhere,
        "changed": everywhere,
        "contact": everywhere,
        **_VOICES,
        "language": everywhere,
    },
    "domain": {
        "title": everywhere,
        "statement": everywhere,
        "order": everywhere,
        "short": everywhere,
    },
}


def find_line(kind: str, path: str) -> Line | None:
    """Find the line of a field, or of the nearest group that it lies in."""
    lines = FIELD_OUTPUTS[kind]
    while path not in lines and "." in path:
        path = path.rpartition(".")[0]
    return lines.get(path)


def carries(output: str, kind: str, path: str) -> bool:
    """Whether an output carries a field; one that has no line is carried nowhere."""
    line = find_line(kind, path)
    return line is not None and output in OUTPUTS[kind] and output not in line
