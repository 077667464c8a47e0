"""A change that has been made, and nobody says when.

Why: The board by the bed “has been there for ages”, said one nurse; “since the summer”, said
another. The chart of names had points for two years and no line to show where the boards came in,
so it could say nothing. One date would have done.

Instead: Give the day, or the first of the month if nobody is sure: `made_on` in an action,
`changed_on` in a story.

Example:
    status: made
"""

from collections.abc import Iterator

from generator.collection.collection import date_of
from generator.model import Action, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_DONE = {"made", "sustained"}


@rule(
    "L703",
    "made-undated",
    Severity.WARNING,
    doc=__doc__,
    on=(Story, Action),
    needs=("status", "changed_on", "made_on", "source"),
    learning="followed-up",
    can_be_allowed=True,
)
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a change without its day; an action of no story and no date is another rule's fault."""
    if record.status not in _DONE:
        return
    if isinstance(record, Action):
        alone = context.collection.story_slug_of(record) is None
        if record.made_on or (alone and date_of(record) is None):
            return
        message = f"The status is {record.status}, and there is no `made_on` to say since when."
        yield fault.at(record.place("status"), message)
    elif (
        record.source is None
        and not record.quick_win
        and context.collection.changed_on(record) is None
    ):
        actions = context.collection.actions_of(record)
        if not any(action.status in _DONE or action.faulty for action in actions):
            message = f"The status is {record.status}, and nothing says when the change was made."
            yield fault.at(record.place("status"), message)
