"""One record's share of the site: its page, the files beside it, and its lines in other files.

Enters a record of a linked collection; leaves a sheet, whose key is worked out at once and whose
content only when somebody asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.collection.collection import address_of
from generator.collection.related import Related
from generator.exports.embed import make_story_documents
from generator.exports.record_files import make_record_documents, make_shares
from generator.model import Action, Story
from generator.pages.action import ActionView, make_action_page
from generator.pages.cache_keys import Keys
from generator.pages.search_entries import make_action_entry, make_story_entry
from generator.pages.site_context import Stock
from generator.pages.story import StoryView, make_story_page
from generator.pages.types import Made, Page, Sheet, SocialCard


def make_sheets(
    stock: Stock, related: Mapping[str, Sequence[Related]], keys: Keys
) -> Iterator[Sheet]:
    """Make the sheet of each story and action."""
    for story in stock.collection.stories:
        make = partial(_make_story, story, stock, related.get(story.slug, ()))
        yield Sheet(address_of(story), keys.of_story(story), make)
    for action in stock.collection.actions:
        make = partial(_make_action, action, stock)
        yield Sheet(address_of(action), keys.of_action(action), make)


def _make_story(story: Story, stock: Stock, related: Sequence[Related]) -> Made:
    collection, findings = stock.collection, stock.findings
    page = make_story_page(story, collection, findings, related, web=stock.web, today=stock.today)
    view = page.view
    assert isinstance(view, StoryView)  # noqa: S101 (the maker of story pages made it)
    entry = make_story_entry(story, view.card, page.content, collection, findings)
    beside = (
        *make_record_documents(story, page.content, stock),
        *make_story_documents(view, stock.web, stock.today),
    )
    return Made((page,), beside, _find_cards(page), entry, make_shares(story, stock))


def _make_action(action: Action, stock: Stock) -> Made:
    page = make_action_page(action, stock.collection, stock.findings, stock.web)
    view = page.view
    assert isinstance(view, ActionView)  # noqa: S101 (the maker of action pages made it)
    entry = make_action_entry(action, view.card, page.content, stock.collection)
    beside = make_record_documents(action, page.content, stock)
    return Made((page,), beside, _find_cards(page), entry, make_shares(action, stock))


def _find_cards(page: Page) -> tuple[SocialCard, ...]:
    share = getattr(page.view, "share", None)
    return (share.card,) if share and share.card else ()
