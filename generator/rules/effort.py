"""What a change took: the hours that a story's action records add up to, and how much is small."""

from generator.model import Action, Story
from generator.rules.rule import Context

SMALL_HOURS = 8


def add_hours(record: Story | Action, context: Context) -> float:
    """Add up the hours of work that a story's actions took, or that one action took."""
    actions = context.collection.actions_of(record) if isinstance(record, Story) else (record,)
    return sum(action.effort.hours or 0 for action in actions if action.effort)


def tell_number(number: float) -> str:
    """Write a number as people do, without a useless nought behind the point."""
    return f"{number:,.1f}".removesuffix(".0")
