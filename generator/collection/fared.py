"""How an example fared elsewhere: where it was tried, kept, given up, or decided against.

A story or an action of a linked collection enters; leaves the places in order of their days. A
story that says whom it was adapted from counts as one, by its status.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.model import Action, Adoption, Story

KEPT = frozenset({"kept", "adapted"})
AGAINST = "decided-against"
_BY_STATUS = {
    "testing": "testing",
    "made": "adapted",
    "sustained": "adapted",
    "stopped": "given-up",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A place that tried an example, or looked at it: told in a record of its own, or in a story.

    `outcome` is that of an adoption, or testing while a story is being tried.
    """

    date: dt.date
    outcome: str
    told: Adoption | Story


@dataclass(frozen=True, slots=True)
class Fared:
    """How an example fared: `tried` are the places that did more than look at it."""

    tried: int = 0
    kept: int = 0
    against: int = 0

    def __bool__(self) -> bool:
        """Whether anybody has looked at it at all."""
        return bool(self.tried or self.against)


def list_trials(record: Story | Action, collection: Collection) -> Iterator[Trial]:
    """List the places that tried an example, earliest first."""
    told = [Trial(each.date, each.outcome, each) for each in collection.adoptions_of(record)]
    told += [
        Trial(collection.changed_on(story) or story.date, _BY_STATUS[story.status], story)
        for story in collection.adaptations_of(record)
    ]
    yield from sorted(told, key=lambda trial: (trial.date, trial.told.path))


def count_trials(record: Story | Action, collection: Collection) -> Fared:
    """Count the places that tried an example, kept it, or decided against it."""
    outcomes: list[str] = [each.outcome for each in collection.adoptions_of(record)]
    outcomes += [_BY_STATUS[story.status] for story in collection.adaptations_of(record)]
    against = outcomes.count(AGAINST)
    kept = sum(outcome in KEPT for outcome in outcomes)
    return Fared(len(outcomes) - against, kept, against)
