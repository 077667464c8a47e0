"""Runs rules over a collection. A record is not judged by a rule that needs its faulty fields.

What a record allows itself, with a reason, is not reported; the rules about allowances are told
which of them allow nothing.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.cache.store import Store, fingerprint
from generator.cache.workers import work_in_parts
from generator.collection.collection import Collection
from generator.collection.story_evidence import Findings
from generator.evidence import Verdict
from generator.model import Action, Record, Story
from generator.model.problem import Place, Problem
from generator.rules.cache_key import list_key_parts
from generator.rules.rule import Context, Rule

Judged = tuple[Sequence[Any], list[tuple[str, str, int, int, str, str]]]


def judge_collection(  # noqa: PLR0913 (the parts of a judgement)
    collection: Collection,
    findings: Findings,
    rules: Iterable[Rule],
    today: dt.date,
    known: Iterable[Rule] = (),
    *,
    store: Store | None = None,
    jobs: int = 1,
) -> tuple[list[Problem], Mapping[str, Verdict]]:
    """Ask every rule about every record that it is for, but for what a record allows itself.

    `known` are rules that exist and are off here. What was judged before, in the same surroundings
    and on the same day, is taken from the store. Gives the problems, and the verdict on each
    record's figures by its path.
    """
    rules = tuple(rules)
    store = store or Store()
    context = Context(collection, findings, today, _name([*known, *rules]))
    judge = _Judge(rules, context)
    records = _list_records(collection)
    keys = {record.path: _find_key(record, collection, judge.key) for record in records}
    judged: dict[str, Judged] = {}
    for path, key in keys.items():
        if key and (kept := store.find("judged", key)):
            judged[path] = json.loads(kept)
    unknown = [record for record in records if record.path not in judged]
    done = (each for part in work_in_parts(judge.judge_all, unknown, jobs) for each in part)
    for record, found in zip(unknown, done, strict=True):
        judged[record.path] = found
        if key := keys[record.path]:
            store.keep("judged", key, json.dumps(found).encode())
    faults = {rule.fault.code: rule.fault for rule in rules}
    problems = [
        Problem(faults[code], Place(path, line, column), message, hint)
        for _, found in judged.values()
        for code, path, line, column, message, hint in found
    ]
    return problems, {path: Verdict.unpack(told) for path, (told, _) in judged.items() if told}


def check_collection(
    collection: Collection,
    findings: Findings,
    rules: Iterable[Rule],
    today: dt.date,
    known: Iterable[Rule] = (),
) -> list[Problem]:
    """Ask every rule about every record, and give the problems alone."""
    return judge_collection(collection, findings, rules, today, known)[0]


def _find_key(record: Record, collection: Collection, common: str) -> str:
    told = list_key_parts(record, collection)
    return fingerprint(common, *told) if told else ""


class _Judge:
    """The rules, and what they may know, put to one record after another."""

    def __init__(self, rules: tuple[Rule, ...], context: Context) -> None:
        self._rules = rules
        self._context = context
        kinds = {kind for rule in rules for kind in rule.on}
        self._by_kind = {k.kind: [rule for rule in rules if k in rule.on] for k in kinds}

    @cached_property
    def key(self) -> str:
        """What any judgement depends on: the rules, the day, the framework, the vocabulary."""
        collection = self._context.collection
        frame = [*collection.domains, *filter(None, (collection.framework, collection.vocabulary))]
        told = [f"{rule.fault.code} {rule.fault.severity}" for rule in self._rules]
        told += [f"{r.path} {r.slug} {sorted(r.faulty)} {r.key}" for r in frame]
        told += [str(unread) for unread in collection.unread if unread.kind == "domain"]
        return fingerprint(str(self._context.today), *told)

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
        *collection.stories,
        *collection.actions,
        *collection.domains,
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
