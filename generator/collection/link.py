"""What was read, linked: names settled, updates laid over their records, everything in order.

Enter records and files in any order; leaves the one frozen collection that every other room asks.
"""

import datetime as dt
from collections.abc import Iterable

from generator.collection.collection import Collection, date_of
from generator.collection.lay_updates import lay_all
from generator.collection.record_names import RecordNames
from generator.collection.references import list_names, settle_record
from generator.model import (
    Action,
    Adoption,
    Attachment,
    Domain,
    Framework,
    Story,
    Update,
    Vocabulary,
    Withdrawals,
)
from generator.model.base import REFUSED, Asset, Unread
from generator.model.learning import Learning
from generator.model.terms import Terms


def link(  # noqa: PLR0913 (the parts of a collection)
    stories: Iterable[Story] = (),
    actions: Iterable[Action] = (),
    domains: Iterable[Domain] = (),
    *,
    updates: Iterable[Update] = (),
    adoptions: Iterable[Adoption] = (),
    framework: Framework | None = None,
    vocabulary: Vocabulary | None = None,
    terms: Terms | None = None,
    learning: Learning | None = None,
    withdrawals: Withdrawals | None = None,
    assets: Iterable[Asset] = (),
    pages: Iterable[str] = (),
    content: str = "content",
    unread: Iterable[Unread] = (),
    attachments: Iterable[Attachment] = (),
    named: Iterable[str] = (),
) -> Collection:
    """Link what was read into a collection, sorted so that the order of files does not matter."""
    known = tuple(assets)
    stories, actions, domains = tuple(stories), tuple(actions), tuple(domains)
    called = list_names(stories, actions, domains, vocabulary)
    stories = [settle_record(story, called) for story in stories]
    actions = [settle_record(action, called) for action in actions]
    names = RecordNames(stories, actions)
    since = [
        names.settle_update(settle_record(each, called))
        for each in sorted(updates, key=_oldest_first)
    ]
    elsewhere = [
        names.settle_adoption(settle_record(each, called))
        for each in sorted(adoptions, key=_oldest_first)
    ]
    told = lay_all(since, stories, actions)
    return Collection(
        domains=tuple(sorted(domains, key=lambda d: (d.order or 0, d.slug))),
        stories=tuple(sorted(told.stories, key=lambda s: (-_ordinal(s.date), s.slug, s.path))),
        actions=tuple(sorted(told.actions, key=lambda a: (-_ordinal(date_of(a)), a.slug, a.path))),
        updates=tuple(since),
        adoptions=tuple(elsewhere),
        framework=framework,
        vocabulary=vocabulary,
        terms=terms,
        learning=learning,
        withdrawals=withdrawals,
        assets={asset.path: asset for asset in known if asset.kind != REFUSED},
        pages=frozenset(pages),
        content=content,
        unread=tuple(unread),
        attachments=tuple(attachments),
        named=frozenset(named),
        refused=frozenset(asset.path for asset in known if asset.kind == REFUSED),
    )


def _oldest_first(record: Update | Adoption) -> tuple[int, str]:
    return _ordinal(record.date), record.path


def _ordinal(date: dt.date | None) -> int:
    return date.toordinal() if date else 0
