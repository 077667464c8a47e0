"""The guide that writes itself: a page for each rule, and the table of fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.learning import LEARNING_POINTS, LearningPoint
from generator.problem import Fault
from generator.records import Action, Story
from generator.records.table import FieldRow, list_fields
from generator.render.keys import Keys
from generator.render.values import Page
from generator.render.words import (
    EVIDENCE,
    EVIDENCE_MEANS,
    SIDES,
    SIDES_MEAN,
    STATUS,
    STATUS_MEANS,
)

GROUPS = {
    "A": "What a story answers for itself",
    "C": "Consent",
    "D": "Data files",
    "F": "Files",
    "I": "Pictures",
    "L": "The nine learning points",
    "P": "Privacy",
    "R": "Links between records",
    "T": "Plain words",
    "V": "Values",
    "Y": "Fields",
}
ORDER = "LCPTFYVDIRA"
SEVERITIES = {
    "error": "An error: nothing is published until it is mended.",
    "warning": "A warning: the story is published; a strict check fails.",
    "advice": "Advice: for you to weigh; it never fails a check.",
}


@dataclass(frozen=True, slots=True)
class FaultView:
    """A fault as its page shows it; `finds`, `why` and `instead` alternate words and code."""

    fault: Fault
    finds: tuple[str, ...]
    why: tuple[str, ...]
    instead: tuple[str, ...]
    url: str
    severity: str
    means: str
    point: LearningPoint | None


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """Faults of one kind."""

    title: str
    faults: tuple[FaultView, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What the pages of the guide show."""

    groups: tuple[FaultGroup, ...]
    story_fields: tuple[FieldRow, ...]
    action_fields: tuple[FieldRow, ...]
    labels: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def make_guide(faults: Iterable[Fault]) -> Guide:
    """Make the guide from the faults that there are and from the field table."""
    views = sorted(
        (_view(fault) for fault in faults),
        key=lambda view: (ORDER.index(view.fault.code[0]), view.fault.code),
    )
    groups = groupby(views, key=lambda view: view.fault.code[0])
    return Guide(
        tuple(FaultGroup(GROUPS[letter], tuple(group)) for letter, group in groups),
        list_fields(Story),
        list_fields(Action),
        (
            ("Evidence", _pair(EVIDENCE, EVIDENCE_MEANS)),
            ("Voices", _pair(SIDES, SIDES_MEAN)),
            ("Status", _pair(STATUS, STATUS_MEANS)),
        ),
    )


def _pair(labels: Mapping[str, str], means: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, means[key]) for key, label in labels.items())


def _view(fault: Fault) -> FaultView:
    points = {point.number: point for point in LEARNING_POINTS}
    return FaultView(
        fault,
        split_code(fault.finds),
        split_code(fault.why),
        split_code(fault.instead),
        f"guide/rules/{fault.code.lower()}/",
        fault.severity.value,
        means=SEVERITIES[fault.severity.value],
        point=points.get(fault.learning or 0),
    )


def split_code(text: str) -> tuple[str, ...]:
    """Split a text at its backticks: words, then code, then words again."""
    return tuple(text.split("`"))


def make_fault_pages(guide: Guide, keys: Keys) -> list[Page]:
    """Make a page for each fault."""
    return [
        Page(
            address=view.url,
            template="rule.html",
            title=f"{view.fault.code} {view.fault.name}",
            description=view.fault.finds.replace("`", ""),
            view=view,
            kind="rule",
            key=keys.of(view.url),
        )
        for group in guide.groups
        for view in group.faults
    ]
