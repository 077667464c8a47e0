"""What has happened since a record was told, as dated postscripts: every output draws these.

Enters a record of a linked collection; leaves its updates, oldest first, each with a line for all
that it changed, a correction with both values, and with its own words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.collection.collection import url_of
from generator.collection.lay_updates import Added, find_measure, list_added
from generator.model import Action, Measure, Point, Story, Update
from generator.pages.labels import (
    STATUS,
    count,
    say_date,
    say_figure,
    say_language,
    say_month,
)
from generator.pages.markdown_html import render_markdown
from generator.pages.site_context import SiteContext


@dataclass(frozen=True, slots=True)
class Postscript:
    """An update as readers see it; `html` is its own words, safe, and may be empty.

    `day` says the language of the words as well, where the update does; `language` is that, or else
    its record's. `address` is that of the page which the links in the words start from.
    """

    update: Update
    day: str
    facts: tuple[str, ...]
    html: str
    address: str
    language: str = ""

    @property
    def plain(self) -> str:
        """All that it says, in one line."""
        words = " ".join(self.update.body.markdown.split())
        facts = "".join(f"{fact}. " for fact in self.facts)
        return f"{self.day}: {facts}{words}".rstrip()


def make_postscripts(record: Story | Action, context: SiteContext) -> tuple[Postscript, ...]:
    """Make the postscripts of a record, oldest first."""
    updates, address = context.collection.updates_of(record), url_of(record)
    added, language = list_added(record, updates), context.collection.language_of(record)
    return tuple(
        Postscript(
            update,
            _say_day(update),
            tuple(_tell_facts(update, record, [a for a in added if a.update is update])),
            render_markdown(update, address, context.collection, is_below=True),
            address,
            update.language or language,
        )
        for update in updates
    )


def _say_day(update: Update) -> str:
    told = f", in {say_language(update.language)}" if update.language else ""
    return f"{say_date(update.date)}{told}"


def _tell_facts(update: Update, record: Story | Action, added: Sequence[Added]) -> Iterator[str]:
    if update.status and (update.status != "planned" or isinstance(record, Action)):
        yield f"Status: {STATUS[update.status]}"
    for number, group in groupby(added, lambda each: each.measure):
        yield from _tell_points(record.measures[number], list(group))
    for new in update.measures:
        number = find_measure(record, new.measure)
        if new.events and number is not None:
            title = record.measures[number].title
            days = ", ".join(map(say_date, sorted(new.events)))
            yield f"Noted for “{title}”: {days}"


def _tell_points(measure: Measure, added: Iterable[Added]) -> Iterator[str]:
    is_monthly = all(point.date.day == 1 for point in measure.points)
    say_day = say_month if is_monthly else say_date
    new = [each.point.date for each in added if each.before is None]
    if new:
        days = [say_day(min(new)), say_day(max(new))]
        when = " to ".join(dict.fromkeys(days))
        yield f"{count(len(new), 'new figure')} for “{measure.title}”, {when}"
    for each in added:
        if each.before is not None:
            told = f"“{measure.title}”, {say_day(each.point.date)}"
            has_size = each.before.n != each.point.n
            was = _say_point(each.before, measure, has_size=has_size)
            now = _say_point(each.point, measure, has_size=has_size)
            yield f"Correction of {told}: it is {now}, and {was} was told before"


def _say_point(point: Point, measure: Measure, *, has_size: bool) -> str:
    """Say a point; the number that it was counted from only where that was corrected as well."""
    size = f" (of {say_figure(point.n)})" if has_size and point.n is not None else ""
    if point.value is not None:
        unit = "%" if measure.unit == "%" else ""
        return f"{say_figure(point.value, unit)}{size}"
    return f"{say_figure(point.count)}{size}" if point.count is not None else "not counted"
