"""The rules, one fault a file, and the runner that asks each of them once about each record.

Takes a collection and today's date; gives problems. Reads no file and changes no record. A rule is
found by its file: whatever module of a family makes one with `@rule` is in the list.
"""

import pkgutil
from collections.abc import Iterator
from functools import partial
from importlib import import_module

from generator.load.faults import FILE_FAULTS
from generator.model.lazy_pattern import compile_all
from generator.model.problem import Fault
from generator.rules.rule import Rule
from generator.rules.runner import check_collection as check_by
from generator.rules.runner import judge_collection as judge_by
from generator.rules.text.readability import load_patterns


def _find_rules() -> Iterator[Rule]:
    for found in pkgutil.walk_packages(__path__, f"{__name__}."):
        module = vars(import_module(found.name))
        yield from (each for each in module.values() if isinstance(each, Rule))


RULES: tuple[Rule, ...] = tuple(sorted(set(_find_rules()), key=lambda rule: rule.fault.code))
# Every fault that can be found, by code: those that no rule judges are told by whoever reads.
FAULTS: tuple[Fault, ...] = tuple(
    sorted((*FILE_FAULTS, *(rule.fault for rule in RULES)), key=lambda fault: fault.code)
)

# A rule that a site has switched off is a rule that an allowance may name.
check_collection = partial(check_by, known=RULES)
judge_collection = partial(judge_by, known=RULES)


def load_tables() -> None:
    """Load what is loaded when it is first needed, before many processes need it."""
    load_patterns()
    compile_all()


__all__ = ["FAULTS", "RULES", "Rule", "check_collection", "judge_collection", "load_tables"]
