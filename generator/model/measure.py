"""A measure: what was counted, how, and the points that came of it."""

from typing import Literal

from generator.model.base import Part
from generator.model.field import field
from generator.model.field_types import Amount, Date, FileName, Line, Number, Text


class Point(Part):
    """One value on one day, with the number that it was counted from."""

    date: Date = field(description="The day, or the first day of the month or week.", label="Date")
    value: Number = field(description="The value, as a plain number.", label="Value")
    n: Amount | None = field(
        None, description="How many it was counted from.", label="Counted from how many"
    )
    note: Line | None = field(
        None, description="What was unusual about this point.", label="Anything unusual"
    )


class Baseline(Part):
    """The stretch of time that the change is compared with."""

    from_: Date = field(
        alias="from",
        description="The first day of the baseline.",
        label="First day of the baseline",
    )
    to: Date = field(description="The last day of the baseline.", label="Last day of the baseline")


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
        description="A CSV file beside the story, with the columns date, value, n and note, in "
        "place of `points`.",
        examples=["waiting-times.csv"],
        label="Data file beside the story",
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
        description="One plain sentence that says what the data show. Leave it out and one is "
        "worked out from the data.",
        label="What do the data show, in one sentence?",
    )
