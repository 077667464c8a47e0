"""A measure: what was counted, how, and the points that came of it."""

from typing import Any, Literal

from pydantic import ConfigDict, model_validator

from generator.model.base import Part
from generator.model.field import field
from generator.model.field_types import Amount, Base, Date, FileName, Line, Number, Slug, Text

# How people write that nothing was counted: as a gap, and never as nought.
NOT_COUNTED = frozenset({"", "-", "–", "—", "n/a", "na"})


def _ask_for_one(schema: dict[str, Any]) -> None:
    """Let a schema ask for a value or a count, as reading does."""
    schema["required"] = ["date"]
    schema["anyOf"] = [{"required": ["value"]}, {"required": ["count"]}]


WORKBOOK = ".xlsx"


def split_sheet(name: str) -> tuple[str, str]:
    """Split the name of a data file from the sheet that is meant, `figures.xlsx#Ward 7`."""
    file, sign, sheet = name.strip().rpartition("#")
    return (file, sheet.strip()) if sign and file.lower().endswith(WORKBOOK) else (name, "")


class Point(Part):
    """One value on one day, with the number that it was counted from.

    A value that was not counted is a gap, and so is None.
    """

    model_config = ConfigDict(json_schema_extra=_ask_for_one)

    date: Date = field(description="The day, or the first day of the month or week.", label="Date")
    value: Number | None = field(
        description="The value, as a plain number; `n/a` where it was not counted.", label="Value"
    )
    n: Amount | None = field(
        None, description="How many it was counted from.", label="Counted from how many"
    )
    note: Line | None = field(
        None, description="What was unusual about this point.", label="Anything unusual"
    )
    count: Amount | None = field(
        None,
        description="How many of them: the whole number, in place of a rounded value.",
        label="How many of them",
    )

    @model_validator(mode="before")
    @classmethod
    def _find_gaps(cls, told: object) -> object:
        """Read what stands for “not counted”, and let a count stand for a value."""
        if not isinstance(told, dict):
            return told
        gaps: dict[str, object] = {}
        for name in ("value", "count", "n"):
            value = told.get(name)
            # Most points are told in figures alone, which are seen at one look.
            if not isinstance(value, str) or value.isdigit():
                continue
            if value.strip().lower() in NOT_COUNTED:
                gaps[name] = None
        if "count" in told:
            gaps.setdefault("value", told.get("value"))
        return {**told, **gaps} if gaps else told


class Baseline(Part):
    """The stretch of time that the change is compared with."""

    from_: Date = field(
        alias="from",
        description="The first day of the baseline.",
        label="First day of the baseline",
    )
    to: Date = field(description="The last day of the baseline.", label="Last day of the baseline")
    because: Text | None = field(
        None,
        description="Why these days, where others before the change were counted too. The page "
        "prints it; without a reason a label has to hold against all of them.",
        label="Why these days",
    )


class Observed(Part):
    """The days between which every event would have been seen."""

    from_: Date = field(
        alias="from",
        description="The first day on which events were noted.",
        label="First day of looking",
    )
    to: Date = field(
        description="The last day on which events were noted.", label="Last day of looking"
    )


class Rebase(Part):
    """A day from which the chart starts a new baseline, and the reason for it."""

    date: Date = field(
        description="The first day of the new baseline.", label="First day of the new baseline"
    )
    reason: Text = field(
        description="Why the old baseline no longer serves; a chart may not be restarted without "
        "a reason.",
        label="Why a new baseline",
    )


class Measure(Part):
    """Something that was counted over time, before the change and after it."""

    title: Line = field(
        description="What was counted, in a few words.",
        examples=["Patients called by the name they chose"],
        label="What was counted?",
    )
    id: Slug | None = field(
        None,
        description="A short name for updates to refer to; it is made of the title otherwise.",
        label="A short name for updates",
    )
    type: Literal["outcome", "process", "balancing"] = field(
        description="outcome: what patients or staff feel; process: whether the change is being "
        "done; balancing: what might have got worse because of it.",
        label="What kind of measure is it?",
        choices={
            "outcome": "outcome: what patients or staff feel",
            "process": "process: whether the change is being done",
            "balancing": "balancing: what might have got worse",
        },
    )
    definition: Text | None = field(
        None,
        description="How it was counted, by whom, and out of what, so that another team could "
        "count the same.",
        label="How was it counted?",
    )
    unit: Line | None = field(
        None, description="The unit of the values.", examples=["%"], label="In what unit?"
    )
    direction: Literal["increase", "decrease", "neutral"] | None = field(
        None,
        description="Which way is better: increase, decrease, or neutral if neither is.",
        label="Which way is better?",
        choices={
            "increase": "increase: more is better",
            "decrease": "decrease: less is better",
            "neutral": "neutral: neither is better",
        },
    )
    target: Number | None = field(
        None,
        description="The value you hoped for, if there was one.",
        label="What value did you hope for?",
    )
    points: tuple[Point, ...] = field((), description="The data, oldest first.", label="The data")
    file: FileName | None = field(
        None,
        description="An Excel workbook (.xlsx) or a CSV file beside the story, with the columns "
        "date, value, n and note (or count in place of value), in place of `points`. Name the "
        "sheet behind a #, if there are several.",
        examples=["waiting-times.csv", "figures.xlsx#Waiting times"],
        label="Data file beside the story",
    )
    events: tuple[Date, ...] = field(
        (),
        description="The days on which it happened, in place of points, for what is too rare to "
        "count by the month.",
        label="On which days did it happen?",
    )
    observed: Observed | None = field(
        None,
        description="Between which days every event would have been seen; events need it.",
        label="Between which days would it have been seen?",
    )
    per: Base | None = field(
        None,
        description="What a rate is told by: 1000 for falls in 1,000 bed days.",
        label="For how many is the rate told?",
    )
    chart: Literal["auto", "run", "xmr", "p", "u", "c", "g", "t"] = field(
        "auto",
        description="The type of chart, where the data do not choose it themselves (auto).",
        label="Which type of chart?",
    )
    baseline: Baseline | None = field(
        None,
        description="The stretch to compare with; all points before the change otherwise.",
        label="Which days are the baseline?",
    )
    rebase: tuple[Rebase, ...] = field(
        (),
        description="Days from which the chart starts a new baseline, each with its reason.",
        label="Where does a new baseline begin?",
    )
    says: Line | None = field(
        None,
        description="One plain sentence, in your words, of what the data show. It stands beside "
        "the one that is worked out from the data.",
        label="What do the data show, in one sentence?",
    )
