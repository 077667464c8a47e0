"""What of a collection readers may see: the records that could be read, the voices that consented.

Everything that is published is made from what this leaves, so that nothing later can show a voice
by mistake.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast

from generator.collection.collection import Collection
from generator.model import Action, Domain, Framework, Record, Story

Told = TypeVar("Told", Story, Action)


def only_public(collection: Collection, today: dt.date) -> Collection:
    """Leave out all that readers may not see today."""
    return only_consented(only_sound(collection), today)


def only_sound(collection: Collection) -> Collection:
    """Leave out the records whose fields were wrong, so that the others can be shown."""
    return replace(
        collection,
        stories=tuple(story for story in collection.stories if not story.faulty),
        actions=tuple(action for action in collection.actions if not action.faulty),
        domains=tuple(domain for domain in collection.domains if not domain.faulty),
    )


def only_consented(collection: Collection, today: dt.date) -> Collection:
    """Leave out the voices that may not be shown on the website today."""
    return replace(
        collection,
        stories=tuple(_keep_consented(story, today) for story in collection.stories),
        actions=tuple(_keep_consented(action, today) for action in collection.actions),
    )


def _keep_consented(record: Told, today: dt.date) -> Told:
    kept = tuple(voice for voice in record.voices if voice.may_be_shown("website", today))
    return record if kept == record.voices else record.model_copy(update={"voices": kept})


def map_records(collection: Collection, change: Callable[[Record], Record]) -> Collection:
    """Make a collection of the same records, each changed, in the same order."""
    framework = collection.framework
    return replace(
        collection,
        stories=tuple(cast("Story", change(story)) for story in collection.stories),
        actions=tuple(cast("Action", change(action)) for action in collection.actions),
        domains=tuple(cast("Domain", change(domain)) for domain in collection.domains),
        framework=cast("Framework", change(framework)) if framework else None,
    )
