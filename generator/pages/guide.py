"""The guide that writes itself: a page for each rule, and the table of fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.model import Action, Adoption, Record, Story, Update
from generator.model.field_table import FieldRow, list_fields
from generator.model.learning import LearningPoint
from generator.model.lesson import Lesson
from generator.model.problem import Fault
from generator.pages.labels import (
    EVIDENCE,
    EVIDENCE_MEANS,
    EVIDENCE_WORSE,
    EVIDENCE_WORSE_MEANS,
    SIDES,
    SIDES_MEAN,
    STATUS,
    STATUS_MEANS,
)
from generator.pages.simulation import Simulation, read_simulation
from generator.pages.smart_quotes import curl_quotes
from generator.pages.types import Page

GROUPS = {
    "A": "What a story answers for itself",
    "C": "Consent",
    "D": "Data files",
    "F": "Files",
    "I": "Pictures",
    "L": "What makes an example",
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


RECORDS: Mapping[type[Record], str] = {
    Story: "A story",
    Action: "An action record",
    Update: "An update: what has happened since",
    Adoption: "An adoption: “we tried this too”",
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as the table shows it; `about` alternates words and code."""

    name: str
    about: tuple[str, ...]
    form: str
    is_required: bool
    example: str
    fields: tuple["FieldView", ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its sign: the card's part in which it stands, its key, its words."""

    part: str
    key: str
    words: str
    means: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What the pages of the guide show."""

    groups: tuple[FaultGroup, ...]
    fields: tuple[tuple[str, str, tuple[FieldView, ...]], ...]
    labels: tuple[tuple[str, tuple[Label, ...]], ...]
    simulation: Simulation


def make_guide(faults: Iterable[Fault], points: Mapping[Lesson, LearningPoint]) -> Guide:
    """Make the guide from the faults that there are, the field table, and what was learnt."""
    views = sorted(
        (_view(fault, points) for fault in faults),
        key=lambda view: (ORDER.index(view.fault.code[0]), view.fault.code),
    )
    groups = groupby(views, key=lambda view: view.fault.code[0])
    return Guide(
        tuple(FaultGroup(GROUPS[letter], tuple(group)) for letter, group in groups),
        tuple(
            (model.kind, title, tuple(map(_view_field, list_fields(model))))
            for model, title in RECORDS.items()
        ),
        (
            ("Evidence", _list_labels("evidence", EVIDENCE, EVIDENCE_MEANS)),
            ("What got worse", _list_labels("worse", EVIDENCE_WORSE, EVIDENCE_WORSE_MEANS)),
            ("Voices", _list_labels("sides", SIDES, SIDES_MEAN)),
            ("Status", _list_labels("status", STATUS, STATUS_MEANS)),
        ),
        read_simulation(),
    )


def _list_labels(
    part: str, labels: Mapping[str, str], means: Mapping[str, str]
) -> tuple[Label, ...]:
    return tuple(Label(part, key, words, means[key]) for key, words in labels.items())


def _view_field(row: FieldRow) -> FieldView:
    return FieldView(
        row.name,
        split_code(row.about),
        row.form[:1].upper() + row.form[1:],
        row.is_required,
        row.example,
        tuple(map(_view_field, row.fields)),
    )


def _view(fault: Fault, points: Mapping[Lesson, LearningPoint]) -> FaultView:
    return FaultView(
        fault,
        split_code(fault.finds),
        split_code(fault.why),
        split_code(fault.instead),
        f"guide/rules/{fault.code.lower()}/",
        fault.severity.value,
        means=SEVERITIES[fault.severity.value],
        point=points.get(fault.learning) if fault.learning else None,
    )


def split_code(text: str) -> tuple[str, ...]:
    """Split a text at its backticks: words, as a printer would set them, and code by turns."""
    parts = text.split("`")
    # What opens a part stands after the code before it, or at the beginning of the text.
    ends = (" ", *(before[-1:] or " " for before in parts))
    return tuple(
        part if number % 2 else curl_quotes(part, end)
        for number, (part, end) in enumerate(zip(parts, ends, strict=False))
    )


def make_fault_pages(guide: Guide) -> list[Page]:
    """Make a page for each fault."""
    return [
        Page(
            address=view.url,
            template="rule.html",
            title=f"{view.fault.code} {view.fault.name}",
            description=view.fault.finds.replace("`", ""),
            view=view,
            kind="rule",
        )
        for group in guide.groups
        for view in group.faults
    ]
