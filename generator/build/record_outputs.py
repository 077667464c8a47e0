"""One record's share of the site: its page, the files beside it, and its lines in other files.

Enters a record of a linked collection; leaves a sheet, whose key is worked out at once and whose
content only when somebody asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.collection.collection import url_of
from generator.collection.related import Related
from generator.exports.embed import make_story_documents
from generator.exports.export_format import Told
from generator.exports.record_files import make_record_documents, make_shares
from generator.model import Action, Story
from generator.pages.action import ActionView, make_action_page
from generator.pages.cache_keys import Keys
from generator.pages.search_entries import make_action_entry, make_story_entry
from generator.pages.site_context import SiteContext
from generator.pages.story import StoryView, make_story_page
from generator.pages.types import Output, Page, RecordOutputs, SocialCard


def list_outputs(
    context: SiteContext, related: Mapping[str, Sequence[Related]], keys: Keys
) -> Iterator[Output]:
    """Make the sheet of each story and action."""
    for story in context.collection.stories:
        make = partial(_make_story, story, context, related.get(story.slug, ()))
        yield Output(url_of(story), keys.of_story(story), make)
    for action in context.collection.actions:
        make = partial(_make_action, action, context)
        yield Output(url_of(action), keys.of_action(action), make)


def _make_story(story: Story, context: SiteContext, related: Sequence[Related]) -> RecordOutputs:
    page = make_story_page(story, context, related)
    view = page.view
    assert isinstance(view, StoryView)  # noqa: S101 (the maker of story pages made it)
    entry = make_story_entry(story, view.outline, view.card, page.content, context)
    told = Told(story, view.outline, page.content, context)
    beside = (
        *make_record_documents(told),
        *make_story_documents(view, context.web),
    )
    return RecordOutputs((page,), beside, _find_cards(page), entry, make_shares(told))


def _make_action(action: Action, context: SiteContext) -> RecordOutputs:
    page = make_action_page(action, context)
    view = page.view
    assert isinstance(view, ActionView)  # noqa: S101 (the maker of action pages made it)
    entry = make_action_entry(action, view.outline, view.card, page.content, context)
    told = Told(action, view.outline, page.content, context)
    beside = make_record_documents(told)
    return RecordOutputs((page,), beside, _find_cards(page), entry, make_shares(told))


def _find_cards(page: Page) -> tuple[SocialCard, ...]:
    share = getattr(page.view, "share", None)
    return (share.card,) if share and share.card else ()
