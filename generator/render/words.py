"""How values are said on a page: dates, names of states, amounts. British English."""

import datetime as dt

from generator.records.action import Effort

STATUS = {
    "planned": "Planned",
    "testing": "Being tested",
    "made": "Made",
    "sustained": "Sustained",
    "stopped": "Stopped",
}
LEVELS = {
    "informing": "Patients were told",
    "consultation": "Patients were asked",
    "engagement": "Patients took part",
    "co-design": "Designed together",
    "co-production": "Decided together",
}
METHODS = {
    "observation": "Watching",
    "interview": "Interviews",
    "survey": "A survey",
    "diary": "Diaries",
    "workshop": "A workshop",
    "feedback": "Feedback",
}


def say_date(date: dt.date | None) -> str:
    """Say a date as it is said aloud, `3 March 2026`."""
    return f"{date.day} {date:%B %Y}" if date else ""


def say_month(date: dt.date | None) -> str:
    """Say the month of a date, `March 2026`."""
    return f"{date:%B %Y}" if date else ""


def say_number(value: float) -> str:
    """Say a number without digits that nobody would say, `7.5` and `1,200`."""
    return f"{value:,.1f}".removesuffix(".0")


def say_effort(effort: Effort | None) -> str:
    """Say what an action took, `half an hour, no cost`."""
    if effort is None:
        return ""
    parts = []
    if effort.hours is not None:
        parts.append(_say_hours(effort.hours))
    if effort.cost is not None:
        parts.append(f"£{say_number(effort.cost)}" if effort.cost else "no cost")
    return ", ".join(parts)


def _say_hours(hours: float) -> str:
    if hours == 1:
        return "1 hour"
    if hours == 0.5:  # noqa: PLR2004 (half an hour)
        return "half an hour"
    if hours < 1:
        return f"{round(hours * 60)} minutes"
    return f"{say_number(hours)} hours"


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun, `1 story` and `3 stories`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
