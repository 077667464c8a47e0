"""A measure: what was counted, how, and the points that came of it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Part
from generator.model.field_types import Amount, Date, FileName, Line, Number, Text

WORKBOOK = ".xlsx"


def split_sheet(name: str) -> tuple[str, str]:
    """Split the name of a data file from the sheet that is meant, `figures.xlsx#Ward 7`."""
    file, sign, sheet = name.strip().rpartition("#")
    return (file, sheet.strip()) if sign and file.lower().endswith(WORKBOOK) else (name, "")


class Point(Part):
    """One value on one day, with the number that it was counted from."""

    date: Date = Field(description="The day, or the first day of the month or week.")
    value: Number = Field(description="The value, as a plain number.")
    n: Amount | None = Field(None, description="How many it was counted from.")
    note: Line | None = Field(None, description="What was unusual about this point.")


class Baseline(Part):
    """The stretch of time that the change is compared with."""

    from_: Date = Field(alias="from", description="The first day of the baseline.")
    to: Date = Field(description="The last day of the baseline.")


class Rebase(Part):
    """A day from which the chart starts a new baseline, and the reason for it."""

    date: Date = Field(description="The first day of the new baseline.")
    reason: Text = Field(
        description="Why the old baseline no longer serves; a chart may not be restarted without "
        "a reason."
    )


class Measure(Part):
    """Something that was counted over time, before the change and after it."""

    title: Line = Field(
        description="What was counted, in a few words.",
        examples=["Patients called by the name they chose"],
    )
    type: Literal["outcome", "process", "balancing"] = Field(
        description="outcome: what patients or staff feel; process: whether the change is being "
        "done; balancing: what might have got worse because of it."
    )
    definition: Text | None = Field(
        None,
        description="How it was counted, by whom, and out of what, so that another team could "
        "count the same.",
    )
    unit: Line | None = Field(None, description="The unit of the values.", examples=["%"])
    direction: Literal["increase", "decrease", "neutral"] | None = Field(
        None, description="Which way is better: increase, decrease, or neutral if neither is."
    )
    target: Number | None = Field(None, description="The value you hoped for, if there was one.")
    points: tuple[Point, ...] = Field((), description="The data, oldest first.")
    file: FileName | None = Field(
        None,
        description="An Excel workbook (.xlsx) or a CSV file beside the story, with the columns "
        "date, value, n and note, in place of `points`. Name the sheet behind a #, if there are "
        "several.",
        examples=["waiting-times.csv", "figures.xlsx#Waiting times"],
    )
    baseline: Baseline | None = Field(
        None, description="The stretch to compare with; all points before the change otherwise."
    )
    rebase: tuple[Rebase, ...] = Field(
        (), description="Days from which the chart starts a new baseline, each with its reason."
    )
    says: Line | None = Field(
        None,
        description="One plain sentence that says what the data show. Leave it out and one is "
        "worked out from the data.",
    )
