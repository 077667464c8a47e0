"""What falls due: the steward's list of consents, stories, measures and plans to look at again.

Takes a collection and a day; gives dated entries. Whoever tells them is in `reports/`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.collection.record_names import name_example
from generator.model import Action, Record, Story, Voiced
from generator.model.field_types import add_months
from generator.model.problem import Place

QUIET_MONTHS = 6
STALE_DAYS = 90


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One thing to look at: from which day, of what kind, where, and in a sentence why.

    `goal` names the story or the action that it is of, such as `stories/a-bell`.
    """

    date: dt.date
    kind: str
    place: Place
    title: str
    words: str
    goal: str = ""


def list_due(collection: Collection, today: dt.date, within: int = 0) -> tuple[Due, ...]:
    """Find what is due today, or will be within some days, earliest first."""
    until = dt.date.fromordinal(min(today.toordinal() + within, dt.date.max.toordinal()))
    records: tuple[Story | Action, ...] = (*collection.stories, *collection.actions)
    found = [due for record in records for due in _find(record, collection)]
    found += (due for adoption in collection.adoptions for due in _find_consents(adoption))
    return tuple(sorted(due for due in found if due.date <= until))


def _find(record: Story | Action, collection: Collection) -> Iterator[Due]:
    yield from _find_consents(record)
    if isinstance(record, Story):
        yield from _find_review(record)
    if record.status != "stopped":
        yield from _find_quiet_measures(record)
    if isinstance(record, Action) and record.status == "planned" and record.planned_on:
        told = (update.date for update in collection.updates_of(record) if update.date)
        since = max(told, default=record.planned_on)
        date = max(since, record.planned_on) + dt.timedelta(days=STALE_DAYS)
        words = f"Planned on {record.planned_on}, and nothing is said of it since."
        if since > record.planned_on:
            words = f"Planned on {record.planned_on}, and still so on {since}."
        yield _make(date, "plan", record, words, "planned_on")


def _find_consents(record: Voiced) -> Iterator[Due]:
    for index, voice in enumerate(record.voices):
        consent = voice.consent
        if consent is None:
            continue
        keys = ("voices", index, "consent")
        who = f"{voice.speaker} (form {consent.reference})"
        if consent.withdrawn:
            words = f"{who} has withdrawn; take the quotation out of the file and its history."
            yield _make(consent.withdrawn, "consent withdrawn", record, words, *keys)
            continue
        yield _make(consent.ends_on, "consent ends", record, f"{who} is no longer shown.", *keys)
        if consent.review_on < consent.ends_on:
            words = f"{who} is to be asked again."
            yield _make(consent.review_on, "consent review", record, words, *keys)


def _find_review(story: Story) -> Iterator[Due]:
    # Whoever has told since that day how it is has answered the question.
    if story.review_by and (story.updated or story.date) < story.review_by:
        words = "Is it still so? Its review date has come."
        yield _make(story.review_by, "story review", story, words, "review_by")


def _find_quiet_measures(record: Story | Action) -> Iterator[Due]:
    for index, measure in enumerate(record.measures):
        if measure.points:
            last = max(point.date for point in measure.points)
            words = f"“{measure.title}” has had no point since {last}."
            date = add_months(last, QUIET_MONTHS)
            yield _make(date, "measure quiet", record, words, "measures", index)


def _make(date: dt.date, kind: str, record: Record, words: str, *keys: str | int) -> Due:
    title = getattr(record, "title", record.slug)  # an adoption has its file's name alone
    goal = name_example(record) if isinstance(record, Story | Action) else ""
    return Due(date, kind, record.place(*keys), title, words, goal)
