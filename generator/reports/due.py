"""Due work as text, as JSON, and as a calendar that a steward's own calendar can read."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from generator.collection.due import Due
from generator.reports.escape import clean, clean_json
from generator.reports.text import Style, plain

VERSION = 1


def tell_due(dues: Sequence[Due], today: dt.date, style: Style = plain) -> Iterator[str]:
    """Tell what is due, grouped by story or action, in a few lines each."""
    for path, group in groupby(sorted(dues, key=lambda d: (d.place.path, d.date)), _path_of):
        entries = list(group)
        yield f"{style(clean(entries[0].title), 'place')}  {clean(path)}"
        for due in entries:
            when = "since" if due.date <= today else "on"
            line = f":{due.place.line}"
            yield clean(f"  {due.kind} {when} {due.date}: {due.words}  {line}")
        yield ""
    yield "Nothing is due." if not dues else f"{len(dues)} to look at."


def _path_of(due: Due) -> str:
    return due.place.path


def tell_due_json(dues: Sequence[Due]) -> str:
    """Tell what is due as JSON."""
    entries = [
        {
            "date": due.date.isoformat(),
            "kind": due.kind,
            "path": due.place.path,
            "line": due.place.line,
            "column": due.place.column,
            "title": due.title,
            "words": due.words,
        }
        for due in dues
    ]
    document = {"version": VERSION, "due": entries}
    return clean_json(json.dumps(document, ensure_ascii=False, indent=2))


def tell_due_calendar(dues: Sequence[Due], today: dt.date) -> str:
    """Tell what is due as an iCalendar file (RFC 5545), a whole day each."""
    from icalendar import Calendar, Event  # noqa: PLC0415 (slow to load, and seldom asked for)

    calendar = Calendar()
    calendar.add("prodid", "-//Improvement Stories//due//EN")
    calendar.add("version", "2.0")
    for due in dues:
        event = Event()
        key = f"{due.kind}|{due.place.path}|{due.words}"
        event.add("uid", f"{sha256(key.encode()).hexdigest()[:24]}@improvement-stories")
        event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
        event.add("dtstart", due.date)
        event.add("transp", "TRANSPARENT")  # a task of some minutes, which keeps no day busy
        event.add("summary", clean(f"{due.kind}: {due.title}"))
        event.add("description", clean(f"{due.words} {due.place}"))
        calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))
