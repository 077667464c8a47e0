"""What of a collection readers may see: the records that could be read, the voices that consented.

Everything that is published is made from what this leaves, and quotes by `voices_for` alone: no
output sees a voice as it was written, so that none can show one by mistake. Who judges which sides
are heard asks `voices_on_site`, and shows none.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from generator.collection.collection import Collection
from generator.model import Action, Adoption, Domain, Framework, Record, Story, Update, Voiced
from generator.model.scope import Identity, Scope
from generator.model.voice import Voice

Told = TypeVar("Told", Story, Action, Update, Adoption)
HEARD = {
    "voices.patients": "Patients and carers",
    "voices.staff": "Staff",
    "voices.others": "Others who were there",
}
PATIENTS_SIDE = frozenset({"patient", "carer"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, as it may be shown.

    `speaker` is whom outputs name, and says so itself if that is no real name; `identity` tells how
    far it gives them away; `scope` where the words may be shown; from `ends_on` they may be shown
    no more. `language` is that of the words, as far as it is told; else nothing.
    """

    words: str
    speaker: str
    role: str
    identity: Identity
    scope: tuple[Scope, ...]
    ends_on: dt.date
    language: str = ""

    @property
    def on_paper(self) -> bool:
        """Whether the words may be printed as well."""
        return "print" in self.scope


@dataclass(frozen=True, slots=True)
class Heard:
    """What people said in a story, by side."""

    patients: tuple[Quotation, ...]
    staff: tuple[Quotation, ...]
    others: tuple[Quotation, ...]

    @property
    def all(self) -> tuple[Quotation, ...]:
        """Everybody who is quoted."""
        return (*self.patients, *self.staff, *self.others)


def voices_for(record: Voiced, scope: Scope, today: dt.date) -> tuple[Quotation, ...]:
    """Quote those who agreed to be quoted in this place and whose consent holds today.

    What may leave the site may be on it: every other scope asks for `website` as well.
    """
    return tuple(
        Quotation(
            words=voice.quote,
            speaker=voice.speaker,
            role=voice.role,
            identity=voice.identity,
            scope=consent.scope,
            ends_on=consent.ends_on,
            language=voice.language or record.language or "",
        )
        for voice in voices_on_site(record, today)
        if (consent := voice.consent) and consent.allows(scope, today)
    )


def voices_on_site(record: Voiced | Update, today: dt.date) -> tuple[Voice, ...]:
    """List the voices that may be quoted on the website today, as written: nobody shows them so."""
    return tuple(voice for voice in record.voices if voice.may_be_shown("website", today))


def hear_story(story: Story, collection: Collection, scope: Scope, today: dt.date) -> Heard:
    """Quote everybody who may be quoted from a story and its actions."""
    records: tuple[Story | Action, ...] = (story, *collection.actions_of(story))
    language = story.language or ""  # which an action takes over from its story
    return sort_voices(
        replace(voice, language=voice.language or language)
        for each in records
        for voice in voices_for(each, scope, today)
    )


def sort_voices(voices: Iterable[Quotation]) -> Heard:
    """Sort quotations by side."""
    told = tuple(voices)
    return Heard(
        patients=tuple(voice for voice in told if voice.role in PATIENTS_SIDE),
        staff=tuple(voice for voice in told if voice.role == "staff"),
        others=tuple(voice for voice in told if voice.role in {"volunteer", "other"}),
    )


def pick_shortest(voices: Iterable[Quotation], most: int) -> Quotation | None:
    """Pick the shortest quotation, if it has no more than so many characters."""
    may = (voice for voice in voices if len(voice.words) <= most)
    return min(may, key=lambda voice: len(voice.words), default=None)


def only_public(collection: Collection, today: dt.date) -> Collection:
    """Leave out all that readers may not see today."""
    return only_consented(only_sound(collection), today)


def only_sound(collection: Collection) -> Collection:
    """Leave out the records whose fields were wrong, so that the others can be shown."""
    return replace(
        collection,
        stories=tuple(story for story in collection.stories if not story.faulty),
        actions=tuple(action for action in collection.actions if not action.faulty),
        updates=tuple(update for update in collection.updates if not update.faulty),
        adoptions=tuple(each for each in collection.adoptions if not each.faulty),
        domains=tuple(domain for domain in collection.domains if not domain.faulty),
    )


def only_consented(collection: Collection, today: dt.date) -> Collection:
    """Leave out the voices that may not be shown on the website today."""
    return replace(
        collection,
        stories=tuple(_keep_consented(story, today) for story in collection.stories),
        actions=tuple(_keep_consented(action, today) for action in collection.actions),
        updates=tuple(_keep_consented(update, today) for update in collection.updates),
        adoptions=tuple(_keep_consented(each, today) for each in collection.adoptions),
    )


def _keep_consented(record: Told, today: dt.date) -> Told:
    kept = voices_on_site(record, today)
    return record if kept == record.voices else record.model_copy(update={"voices": kept})


def map_records(collection: Collection, change: Callable[[Record], Record]) -> Collection:
    """Make a collection of the same records, each changed, in the same order."""
    framework = collection.framework
    return replace(
        collection,
        stories=tuple(cast("Story", change(story)) for story in collection.stories),
        actions=tuple(cast("Action", change(action)) for action in collection.actions),
        updates=tuple(cast("Update", change(update)) for update in collection.updates),
        adoptions=tuple(cast("Adoption", change(each)) for each in collection.adoptions),
        domains=tuple(cast("Domain", change(domain)) for domain in collection.domains),
        framework=cast("Framework", change(framework)) if framework else None,
    )
