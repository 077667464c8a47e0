"""How values are said on a page: dates, names of states, amounts. British English."""

import datetime as dt
from collections.abc import Iterable, Mapping

from pydantic.fields import FieldInfo

from generator.model.action import Effort
from generator.model.adoption import Adoption
from generator.model.domain import Term
from generator.model.field import is_money, words_of
from generator.model.story import Story

INVENTED = words_of(Story.model_fields["illustrative"]).heading
INVENTED_FACT, _, _ = INVENTED.partition(",")
INVENTED_MARK = "Invented example"
# Source: the main languages of the censuses of England and Wales 2021 and of Scotland 2022.
LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "de": "German", "en": "English",
    "es": "Spanish", "fa": "Persian", "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic",
    "gu": "Gujarati", "it": "Italian", "lt": "Lithuanian", "pa": "Panjabi", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "sco": "Scots", "so": "Somali", "ta": "Tamil",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
STATUS = {
    "planned": "Planned",
    "testing": "Being tested",
    "made": "In place",
    "sustained": "Sustained",
    "stopped": "Stopped",
}
STATUS_MEANS = {
    "planned": "Agreed, and not begun.",
    "testing": "Being tried. Nobody knows yet whether it will stay.",
    "made": "It is how things are done there now.",
    "sustained": "Still so a year after the change.",
    "stopped": "It did not work, or did not last, and the story says why.",
}
LEVELS = {
    "informing": "Patients were told",
    "consultation": "Patients were asked",
    "engagement": "Patients took part",
    "co-design": "Co-designed",
    "co-production": "Co-produced, decided together",
}
METHODS = {
    "observation": "Watching",
    "interview": "Interviews",
    "survey": "A survey",
    "diary": "Diaries",
    "workshop": "A workshop",
    "feedback": "Feedback",
}
_MOST_DECIMALS, _WHOLE_FROM = 3, 10
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


EVIDENCE = {
    "told": "No figures yet",
    "measured": "Measured",
    "signal": "Signal of change",
    "sustained": "Sustained a year",
}
EVIDENCE_MEANS = {
    "told": "Nothing was counted on both sides of the change.",
    "measured": "Figures from before and after, and no signal of a change for the better in them.",
    "signal": "Better than before, by more than chance makes in 1 of 20 stories without a change, "
    "and still so in the latest figures.",
    "sustained": "A signal of change, and a year or more later the figures are still better.",
}
# What stands beside those, where it is so: as plain, and as large.
EVIDENCE_WORSE = {
    "worse": "Signal for the worse",
    "harm": "Something else got worse",
}
EVIDENCE_WORSE_MEANS = {
    "worse": "Worse than before, by more than chance makes in 1 of 20 stories without a change.",
    "harm": "A measure that watches for harm got worse, by the same rule.",
}
SIDES = {
    "both sides": "Patients and staff",
    "patients only": "Patients only",
    "staff only": "Staff only",
    "no voices yet": "No voices yet",
}
SIDES_MEAN = {
    "both sides": "Patients or carers, and staff, were heard.",
    "patients only": "Patients or carers were heard. Nobody asked staff, or nobody wrote it down.",
    "staff only": "Staff were heard. Nobody asked patients, or nobody wrote it down.",
    "no voices yet": "Nobody is quoted, and nobody’s experience was written down.",
}


def say_date(date: dt.date | None) -> str:
    """Say a date as it is said aloud, `3 March 2026`."""
    return f"{date.day} {say_month(date)}" if date else ""


def say_month(date: dt.date | None) -> str:
    """Say the month of a date, `March 2026`."""
    return f"{_MONTHS[date.month - 1]} {date.year}" if date else ""


def say_short_month(date: dt.date) -> str:
    """Say the month of a date where there is little room, `Mar 2026`."""
    return f"{_MONTHS[date.month - 1][:3]} {date.year}"


def say_number(value: float) -> str:
    """Say a number without digits that nobody would say, `7.5` and `1,200`."""
    return f"{value:,.1f}".removesuffix(".0")


def say_figure(value: float, unit: str | None = None) -> str:
    """Say a figure as it was counted, with its sign of per cent."""
    text = f"{value:,.10g}"
    if len(text.partition(".")[2]) > _MOST_DECIMALS:  # made by dividing, and never written
        text = f"{value:,.1f}" if abs(value) >= _WHOLE_FROM else f"{value:.3g}"
    return f"{text.removesuffix('.0')}{unit or ''}"


def say_money(pounds: float) -> str:
    """Say a sum of money, `£1,200` and `£7.50`."""
    return f"£{pounds:,.2f}".removesuffix(".00")


def say_field(made: FieldInfo, value: object) -> tuple[str, ...]:
    """Say the value of a plain field as readers see it; nothing where there is nothing to say."""
    if isinstance(value, tuple):
        return tuple(said for each in value for said in say_field(made, each))
    if isinstance(value, dt.date):
        return (say_date(value),)
    if isinstance(value, bool):
        return ("Yes",) if value else ()
    if isinstance(value, int | float):
        return (say_money(value) if is_money(made) else say_number(value),)
    return (value,) if isinstance(value, str) and value else ()


def say_language(code: str | None) -> str:
    """Say a language by its name, as far as it is one that patients here often speak."""
    return LANGUAGES.get((code or "").lower().partition("-")[0], code or "")


def say_end(day: dt.date) -> str:
    """Say beside a quotation until when it may be shown, to whoever copies it."""
    return f"consent ends on {say_date(day)}"


def list_tellers(story: Story | Adoption) -> tuple[str, ...]:
    """List who tells a story: the team, then its organisation, as far as they are named."""
    return tuple(name for name in (story.team, story.organisation) if name)


def join_tellers(story: Story | Adoption) -> str:
    """Name who tells a story in one line, `Larch Ward, Ostlemere Hospital`."""
    return ", ".join(list_tellers(story))


def say_effort(effort: Effort | None) -> str:
    """Say what an action took, `half an hour, no cost`."""
    if effort is None:
        return ""
    parts = []
    if effort.hours is not None:
        parts.append(_say_hours(effort.hours))
    if effort.cost is not None:
        parts.append(say_money(effort.cost) if effort.cost else "no cost")
    return ", ".join(parts)


def _say_hours(hours: float) -> str:
    if hours == 1:
        return "1 hour"
    if hours == 0.5:  # noqa: PLR2004 (half an hour)
        return "half an hour"
    if hours < 1:
        return f"{round(hours * 60)} minutes"
    return f"{say_number(hours)} hours"


def say_total(efforts: Iterable[Effort | None]) -> str:
    """Say what several actions took together; empty if none of them tells."""
    told = [effort for effort in efforts if effort]
    hours = [effort.hours for effort in told if effort.hours is not None]
    costs = [effort.cost for effort in told if effort.cost is not None]
    if not hours and not costs:
        return ""
    return say_effort(
        Effort(hours=sum(hours) if hours else None, cost=sum(costs) if costs else None)
    )


# Words that begin an account of people; any other first word may be a name, and stays as it is.
_COMMON_FIRST = {
    "a", "all", "an", "another", "both", "each", "every", "everyone", "her", "his", "many", "most",
    "nobody", "one", "our", "patients", "people", "several", "some", "staff", "that", "the",
    "their", "these", "they", "those", "volunteers", "nurses", "relatives", "carers", "families",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty",
}  # fmt: skip


def lower_first(text: str) -> str:
    """Write a phrase as it stands within a sentence, unless it begins with a name or an acronym."""
    first = text.split(maxsplit=1)[0].rstrip(",;:").partition("-")[0] if text.strip() else ""
    return text[:1].lower() + text[1:] if first.lower() in _COMMON_FIRST else text


def label_term(slug: str | None, terms: Mapping[str, Term]) -> str:
    """Find what readers call a setting or a pathway; empty where nobody knows it."""
    term = terms.get(slug or "")
    return term.label if term else ""


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun, `1 story` and `3 stories`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
