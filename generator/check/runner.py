"""Runs rules over a collection. A record is not judged by a rule that needs its faulty fields.

What a record allows itself, with a reason, is not reported; the rules about allowances are told
which of them allow nothing.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from generator.check.rule import Context, Rule
from generator.collection import Collection
from generator.findings import Findings
from generator.problem import Problem
from generator.records import Action, Record, Story


def check_collection(
    collection: Collection,
    findings: Findings,
    rules: Iterable[Rule],
    today: dt.date,
    known: Iterable[Rule] = (),
) -> Iterator[Problem]:
    """Ask every rule about every record that it is for, but for what a record allows itself.

    `known` are rules that exist and are off here. One record at a time, so that what several rules
    work out of its text is worked out once.
    """
    rules = tuple(rules)
    names = _name([*known, *rules])
    context = Context(collection, findings, today, names)
    context = context._replace(idle=frozenset(_find_idle(rules, context)))
    for record in _list_records(collection):
        for rule in rules:
            if _judges(rule, record) and not _allows(record, rule):
                yield from rule.find(record, rule.fault, context)


def _list_records(collection: Collection) -> tuple[Record, ...]:
    withdrawals = [collection.withdrawals] if collection.withdrawals else []
    return (*collection.stories, *collection.actions, *collection.domains, *withdrawals)


def _name(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    return {key: rule for rule in rules for key in (rule.fault.code, rule.fault.name)}


def _judges(rule: Rule, record: Record) -> bool:
    return isinstance(record, rule.on) and not rule.needs & record.origin.faulty


def _allows(record: Record, rule: Rule) -> bool:
    if not rule.can_be_allowed or not isinstance(record, Story | Action):
        return False
    return any(allowance.rule in {rule.fault.code, rule.fault.name} for allowance in record.allow)


def _find_idle(rules: Iterable[Rule], context: Context) -> Iterator[tuple[str, int]]:
    """Find allowances of rules that have nothing to say about the record; few records have any."""
    running = _name(rules)
    told: tuple[Story | Action, ...] = (*context.collection.stories, *context.collection.actions)
    for record in told:
        for index, allowance in enumerate(record.allow):
            rule = running.get(allowance.rule)
            if rule is None or not rule.can_be_allowed or rule.needs & record.origin.faulty:
                continue
            if not isinstance(record, rule.on) or not any(rule.find(record, rule.fault, context)):
                yield record.path, index
