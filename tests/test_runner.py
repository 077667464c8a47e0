"""The runner: what a record allows itself, and what an allowance is worth."""

import datetime as dt

from generator.collection.link import link
from generator.collection.story_evidence import judge_records
from generator.model import Body, Origin, Story
from generator.rules import RULES, check_collection
from generator.rules.severities import set_rules

TODAY = dt.date(2026, 11, 23)


def _codes(allowed: str, settings: dict[str, str] | None = None) -> set[str]:
    fields = {
        "title": "The name on the jug",
        "summary": "We write the name on the lid of the jug.",
        "date": "2026-11-02",
        "changed_on": "2026-05-04",
        "domains": ["naming"],
        "status": "made",
        "allow": [{"rule": allowed, "because": "A volunteer counts them."}],
    }
    story = Story.model_validate(fields, context=Origin("s.md", "s", "", Body("A jug.", 9)))
    collection = link([story])
    rules = set_rules(RULES, settings or {})
    problems = check_collection(collection, judge_records(collection, TODAY), rules, TODAY)
    return {problem.fault.code for problem in problems}


def test_a_rule_is_allowed_by_its_code_and_by_its_name() -> None:
    assert "L101" in _codes("L201")
    assert "L101" not in _codes("L101")
    assert "L101" not in _codes("measure-missing")


def test_an_allowance_of_a_silent_rule_is_idle_and_one_of_a_speaking_rule_is_not() -> None:
    assert "A103" in _codes("heading-jump")
    assert "A103" not in _codes("measure-missing")


def test_an_allowance_of_a_rule_for_other_records_is_idle() -> None:
    assert "A103" in _codes("plan-stale")


def test_a_rule_that_the_site_has_switched_off_is_neither_unknown_nor_idle() -> None:
    assert not _codes("heading-jump", {"heading-jump": "off"}) & {"A101", "A102", "A103"}
