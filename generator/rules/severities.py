"""Rules as a site wants them: each at the severity that the site's settings give it, or off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from generator.model.problem import Severity
from generator.rules.rule import Rule

OFF = "off"
CHOICES = (*(severity.value for severity in Severity), OFF)


class UnknownRuleError(ValueError):
    """The settings name a rule or a severity that there is not; the message says which."""


def set_rules(rules: Iterable[Rule], settings: Mapping[str, str]) -> tuple[Rule, ...]:
    """Give each rule the severity that `settings` gives its code or its name.

    Raises:
        UnknownRuleError: a rule or a severity does not exist.

    """
    rules = tuple(rules)
    known = {key: rule for rule in rules for key in (rule.fault.code, rule.fault.name)}
    chosen: dict[str, str] = {}
    for key, choice in settings.items():
        if key not in known:
            near = get_close_matches(key, known, 1, 0.6)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            raise UnknownRuleError(f"There is no rule “{key}”.{hint}")
        if choice not in CHOICES:
            raise UnknownRuleError(f"“{choice}” for {key} is not one of {', '.join(CHOICES)}.")
        chosen[known[key].fault.code] = choice
    return tuple(
        replace(rule, fault=replace(rule.fault, severity=Severity(choice)))
        for rule in rules
        if (choice := chosen.get(rule.fault.code, rule.fault.severity.value)) != OFF
    )
