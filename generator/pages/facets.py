"""The ways to narrow a list: each facet, its choices, how many records each has.

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
COST = {"nothing": "Nothing", "50": "Up to £50", "500": "Up to £500", "more": "More"}
HOURS = {"1": "An hour or less", "8": "A day or less", "40": "A week or less", "more": "More"}


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


@dataclass(frozen=True, slots=True)
class Facets:
    """The ways to narrow each list: of stories, of actions, and of quick wins of both kinds."""

    story: tuple[Facet, ...]
    action: tuple[Facet, ...]
    quick: tuple[Facet, ...]


def make_facets(entries: Iterable[SearchEntry], collection: Collection) -> Facets:
    """Make the facets of every list; a choice that no record of it has is left out."""
    told = [entry for entry in entries if entry.kind != "domain"]
    stories = [entry for entry in told if entry.kind == "story"]
    actions = [entry for entry in told if entry.kind != "story"]
    quick_wins = [entry for entry in told if entry.filters["quick"]]
    years = sorted({year for entry in stories for year in entry.filters["year"]}, reverse=True)
    domain = ("domain", "Domain", {d.slug: d.title for d in collection.domains})
    setting = ("setting", "Setting", _labels(collection.settings))
    quick = ("quick", "Quick wins", {"yes": "Needed no project"})
    priority = ("priority", "Priority", _labels(collection.priorities))
    took = (("cost", "Cost", COST), ("hours", "Hours of work", HOURS))
    of_stories = (
        domain,
        setting,
        ("pathway", "Pathway", _labels(collection.pathways)),
        ("evidence", "Evidence", dict(reversed(EVIDENCE.items()))),
        ("worse", "Got worse", EVIDENCE_WORSE),
        ("voices", "Voices", _VOICES),
        ("status", "Status", {k: STATUS[k] for k in ("testing", "made", "sustained", "stopped")}),
        quick,
        priority,
        ("year", "Year", {year: year for year in years}),
    )
    status = ("status", "Status", STATUS)
    return Facets(
        _count_all(of_stories, stories),
        _count_all((setting, domain, *took, status, quick), actions),
        _count_all((setting, domain, *took, status), quick_wins),
    )


def _count_all(
    facets: Iterable[tuple[str, str, Mapping[str, str]]], entries: list[SearchEntry]
) -> tuple[Facet, ...]:
    made = (Facet(key, label, _choices(key, labels, entries)) for key, label, labels in facets)
    return tuple(facet for facet in made if facet.choices)


def _labels(terms: Mapping[str, Term]) -> dict[str, str]:
    return {slug: term.label for slug, term in terms.items()}


def _choices(key: str, labels: Mapping[str, str], stories: list[SearchEntry]) -> tuple[Choice, ...]:
    totals = Counter(value for entry in stories for value in entry.filters.get(key, ()))
    return tuple(
        Choice(value, label, totals[value]) for value, label in labels.items() if totals[value]
    )
