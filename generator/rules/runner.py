"""Runs rules over a collection. A record is not judged by a rule that needs its faulty fields.

What a record allows itself, with a reason, is not reported; the rules about allowances are told
which of them allow nothing.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.collection.collection import Collection
from generator.collection.story_evidence import Findings
from generator.evidence import Verdict
from generator.model import Action, Record, Story
from generator.model.problem import Place, Problem
from generator.rules.rule import Context, Rule

Judged = tuple[Sequence[Any], list[tuple[str, str, int, int, str, str]]]
Judge = Callable[[Sequence[Record]], list[Judged]]


def judge_here(judge: Judge, records: Sequence[Record]) -> Iterable[Judged]:
    """Judge all records, here and now."""
    return judge(records)


def judge_collection(  # noqa: PLR0913 (the parts of a judgement)
    collection: Collection,
    findings: Findings,
    rules: Iterable[Rule],
    today: dt.date,
    known: Iterable[Rule] = (),
    *,
    share: Callable[[Judge, Sequence[Record]], Iterable[Judged]] = judge_here,
) -> tuple[list[Problem], Mapping[str, Verdict]]:
    """Ask every rule about every record that it is for, but for what a record allows itself.

    `known` are rules that exist and are off here. `share` has the records judged, in any parts, and
    gives what was found of each in their order. Gives the problems, and the verdict on each
    record's figures by its path.
    """
    rules = tuple(rules)
    context = Context(collection, findings, today, _name([*known, *rules]))
    records = _list_records(collection)
    judged = list(share(_Judge(rules, context).judge_all, records))
    faults = {rule.fault.code: rule.fault for rule in rules}
    problems = [
        Problem(faults[code], Place(path, line, column), message, hint)
        for _, found in judged
        for code, path, line, column, message, hint in found
    ]
    verdicts = {
        record.path: Verdict.unpack(told)
        for record, (told, _) in zip(records, judged, strict=True)
        if told
    }
    return problems, verdicts


def check_collection(
    collection: Collection,
    findings: Findings,
    rules: Iterable[Rule],
    today: dt.date,
    known: Iterable[Rule] = (),
) -> list[Problem]:
    """Ask every rule about every record, and give the problems alone."""
    return judge_collection(collection, findings, rules, today, known)[0]


class _Judge:
    """The rules, and what they may know, put to one record after another."""

    def __init__(self, rules: tuple[Rule, ...], context: Context) -> None:
        self._rules = rules
        self._context = context
        kinds = {kind for rule in rules for kind in rule.on}
        self._by_kind = {k.kind: [rule for rule in rules if k in rule.on] for k in kinds}

    def judge_all(self, records: Sequence[Record]) -> list[Judged]:
        """Judge records; what is found is written in plain values, which any process can take."""
        return [self._judge(record) for record in records]

    def _judge(self, record: Record) -> Judged:
        verdict: Sequence[Any] = ()
        if isinstance(record, Story | Action):
            verdict = self._context.findings.of(record).verdict
        found = [
            (p.fault.code, p.place.path, p.place.line, p.place.column, p.message, p.hint)
            for p in self._find(record)
        ]
        return verdict, found

    def _find(self, record: Record) -> Iterator[Problem]:
        faulty, allowed = record.faulty, _list_allowed(record)
        context = self._context
        if allowed:
            context = context._replace(idle=frozenset(_find_idle(record, self._rules, context)))
        for rule in self._by_kind.get(record.kind, ()):
            if not (faulty and rule.needs & faulty) and not (allowed and _allows(allowed, rule)):
                yield from rule.find(record, rule.fault, context)


def _list_records(collection: Collection) -> list[Record]:
    withdrawals = [collection.withdrawals] if collection.withdrawals else []
    return [
        *collection.records,
        *withdrawals,
        *collection.attachments,
    ]


def _name(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    return {key: rule for rule in rules for key in (rule.fault.code, rule.fault.name)}


def _list_allowed(record: Record) -> frozenset[str]:
    """List the codes and names of the rules that a record allows itself to break."""
    told = record.allow if isinstance(record, Story | Action) else ()
    return frozenset(allowance.rule for allowance in told)


def _allows(allowed: frozenset[str], rule: Rule) -> bool:
    return rule.can_be_allowed and not allowed.isdisjoint({rule.fault.code, rule.fault.name})


def _find_idle(
    record: Record, rules: Iterable[Rule], context: Context
) -> Iterator[tuple[str, int]]:
    """Find allowances of rules that have nothing to say about the record; few records have any."""
    running = _name(rules)
    for index, allowance in enumerate(record.allow if isinstance(record, Story | Action) else ()):
        rule = running.get(allowance.rule)
        if rule is None or not rule.can_be_allowed or rule.needs & record.faulty:
            continue
        if not isinstance(record, rule.on) or not any(rule.find(record, rule.fault, context)):
            yield record.path, index
