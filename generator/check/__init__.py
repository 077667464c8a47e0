"""The rules, one fault a file, and the runner that asks each of them once about each record.

Takes a collection and today's date; gives problems. Reads no file and changes no record.
"""

from generator.check import (
    action_adrift,
    alias_taken,
    date_in_future,
    dates_out_of_order,
    domain_unknown,
    lineage_cycle,
    link_broken,
    pathway_unknown,
    picture_missing,
    picture_without_alt,
    priority_unknown,
    setting_unknown,
    slug_taken,
    story_unknown,
)
from generator.check.rule import Rule
from generator.check.runner import check_collection

RULES: tuple[Rule, ...] = (
    slug_taken.RULE,
    date_in_future.RULE,
    dates_out_of_order.RULE,
    picture_missing.RULE,
    picture_without_alt.RULE,
    domain_unknown.RULE,
    setting_unknown.RULE,
    pathway_unknown.RULE,
    priority_unknown.RULE,
    story_unknown.RULE,
    lineage_cycle.RULE,
    alias_taken.RULE,
    link_broken.RULE,
    action_adrift.RULE,
)

__all__ = ["RULES", "Rule", "check_collection"]
