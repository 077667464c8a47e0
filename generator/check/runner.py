"""Runs rules over a collection. A record is not judged by a rule that needs its faulty fields."""

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.check.rule import Context, Rule
from generator.collection import Collection
from generator.problem import Problem
from generator.records import Record


def check_collection(
    collection: Collection, rules: Iterable[Rule], today: dt.date
) -> Iterator[Problem]:
    """Ask every rule about every record that it is for."""
    context = Context(collection, today)
    records: tuple[Record, ...] = (*collection.stories, *collection.actions, *collection.domains)
    for rule in rules:
        for record in records:
            if isinstance(record, rule.on) and not rule.needs & record.origin.faulty:
                yield from rule.find(record, rule.fault, context)
