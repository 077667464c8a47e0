"""One record's share of the site: its page and all the files beside it, and what shapes them.

Enters a record of a linked collection; leaves a sheet, whose key is worked out at once and whose
content only when somebody asks. Whatever a page shows of other records has to be in its key.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.collection import address_of
from generator.ledger import digest
from generator.records import Action, Record, Story
from generator.records.voice import SCOPES
from generator.related import Related
from generator.render.action import ActionView, make_action_page
from generator.render.embed import make_story_documents
from generator.render.entries import make_action_entry, make_story_entry
from generator.render.sheets import write_measures
from generator.render.stock import Stock
from generator.render.story import StoryView, make_story_page
from generator.render.syndication import make_record_documents
from generator.render.values import Made, Page, Sheet, SocialCard


def make_sheets(
    stock: Stock, related: Mapping[str, Sequence[Related]], common: str
) -> Iterator[Sheet]:
    """Make the sheet of each story and action; `common` stands for what shapes all of them.

    Without `common` no sheet has a key.
    """
    maker = _Maker(stock, related, common)
    for story in stock.collection.stories:
        key = maker.key_story(story) if common else ""
        yield Sheet(address_of(story), key, partial(maker.make_story, story))
    for action in stock.collection.actions:
        key = maker.key_action(action) if common else ""
        yield Sheet(address_of(action), key, partial(maker.make_action, action))


class _Maker:
    def __init__(self, stock: Stock, related: Mapping[str, Sequence[Related]], common: str) -> None:
        self._stock = stock
        self._collection = stock.collection
        self._related = related
        self._common = common
        self._families: dict[str, str] = {}

    def make_story(self, story: Story) -> Made:
        stock = self._stock
        related = self._related.get(story.slug, ())
        page = make_story_page(
            story, self._collection, stock.findings, related, web=stock.web, today=stock.today
        )
        view = page.view
        assert isinstance(view, StoryView)  # noqa: S101 (the maker of story pages made it)
        entry = make_story_entry(story, view.card, page.content, self._collection, stock.findings)
        beside = (
            *make_record_documents(story, page.content, stock),
            *make_story_documents(view, stock.web, stock.today),
        )
        rows = write_measures(story, stock)
        return Made((page,), beside, _find_cards(page), entry, rows)

    def make_action(self, action: Action) -> Made:
        stock = self._stock
        page = make_action_page(action, self._collection, stock.findings, stock.web)
        view = page.view
        assert isinstance(view, ActionView)  # noqa: S101 (the maker of action pages made it)
        entry = make_action_entry(action, view.card, page.content, self._collection)
        beside = make_record_documents(action, page.content, stock)
        return Made((page,), beside, _find_cards(page), entry, write_measures(action, stock))

    def key_story(self, story: Story) -> str:
        """Find the key of a story: itself, its actions, and the stories that its page shows."""
        parent = self._collection.story_by_slug.get(story.adapted_from or "")
        told = [self._common, self._key_family(story), self._key_family(parent)]
        told += map(self._key_family, self._collection.adaptations_of(story))
        told.append("related")
        for each in self._related.get(story.slug, ()):
            told += (self._key_family(each.story), each.reason)
        return digest(*told, *self._find_links(story))

    def key_action(self, action: Action) -> str:
        """Find the key of an action: itself, and its story with all its actions."""
        story = self._collection.story_of(action)
        told = (self._common, action.path, self._key_record(action), self._key_family(story))
        return digest(*told, *self._find_links(action))

    def _key_family(self, story: Story | None) -> str:
        """Find the key of a story and its actions, with the labels that were worked out."""
        if story is None:
            return ""
        if story.path not in self._families:
            actions = self._collection.actions_of(story)
            told = [self._key_record(story), *map(self._key_record, actions)]
            self._families[story.path] = digest(*told)
        return self._families[story.path]

    def _key_record(self, record: Story | Action) -> str:
        """Find the key of a record, with its labels, and who of it may be quoted where, today."""
        shown = self._stock.findings.of(record)
        told = [record.key, record.path, shown.evidence.value, shown.sides.value]
        for voice in record.voices:
            allowed = (voice.may_be_shown(scope, self._stock.today) for scope in SCOPES)
            told.append(f"{voice.role} {[*allowed]}")
        image = record.image if isinstance(record, Story) else None
        if image:
            told.append(str(self._collection.asset_at(record.path, image.file)))
        return digest(*told)

    def _find_links(self, record: Record) -> Iterator[str]:
        """Find where the links and pictures of a body lead."""
        for link in record.links:
            yield str(self._collection.resolve(record.path, link.target))
            yield str(self._collection.asset_at(record.path, link.target))


def _find_cards(page: Page) -> tuple[SocialCard, ...]:
    share = getattr(page.view, "share", None)
    return (share.card,) if share and share.card else ()
