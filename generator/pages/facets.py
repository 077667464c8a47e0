"""The ways to narrow the list of stories: each facet, its choices, how many stories each has.

The counts are those of the whole collection; the page counts anew as the reader chooses.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.model import Term
from generator.pages.labels import EVIDENCE, EVIDENCE_WORSE, SIDES, STATUS
from generator.pages.types import SearchEntry

_VOICES = {
    "both": SIDES["both sides"],
    "patients": SIDES["patients only"],
    "staff": SIDES["staff only"],
    "none": SIDES["no voices yet"],
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, as the address and the reader have it."""

    value: str
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def make_facets(entries: Iterable[SearchEntry], collection: Collection) -> tuple[Facet, ...]:
    """Make the facets of the stories; a choice that no story has is left out."""
    stories = [entry for entry in entries if entry.kind == "story"]
    vocabulary = collection.vocabulary
    years = sorted({year for entry in stories for year in entry.filters["year"]}, reverse=True)
    facets = (
        ("domain", "Domain", {d.slug: d.title for d in collection.domains}),
        ("setting", "Setting", _labels(vocabulary.settings if vocabulary else {})),
        ("pathway", "Pathway", _labels(vocabulary.pathways if vocabulary else {})),
        ("evidence", "Evidence", dict(reversed(EVIDENCE.items()))),
        ("worse", "Got worse", EVIDENCE_WORSE),
        ("voices", "Voices", _VOICES),
        ("status", "Status", {k: STATUS[k] for k in ("testing", "made", "sustained", "stopped")}),
        ("quick", "Quick wins", {"yes": "Needed no project"}),
        ("priority", "Priority", _labels(vocabulary.priorities if vocabulary else {})),
        ("year", "Year", {year: year for year in years}),
    )
    made = (Facet(key, label, _choices(key, labels, stories)) for key, label, labels in facets)
    return tuple(facet for facet in made if facet.choices)


def _labels(terms: Mapping[str, Term]) -> dict[str, str]:
    return {slug: term.label for slug, term in terms.items()}


def _choices(key: str, labels: Mapping[str, str], stories: list[SearchEntry]) -> tuple[Choice, ...]:
    totals = Counter(value for entry in stories for value in entry.filters[key])
    return tuple(
        Choice(value, label, totals[value]) for value, label in labels.items() if totals[value]
    )
