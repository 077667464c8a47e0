"""One record's share of the site: its page, the files beside it, and its lines in other files.

Enters a record of a linked collection, or all that have a feed; leaves sheets, whose keys are
worked out at once and whose content only when somebody asks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from generator.build.page_keys import Keys
from generator.collection.collection import url_of
from generator.collection.related import Related
from generator.exports.embed import make_story_documents
from generator.exports.export_format import Told
from generator.exports.feeds import Channel, Feed, FeedEntry, list_channels, make_entry, make_feed
from generator.exports.formats import FORMATS
from generator.exports.json_data import FILES
from generator.exports.json_schema import write_schema
from generator.exports.record_files import make_record_documents, make_shares
from generator.model import Action, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.action import ActionView, make_action_page
from generator.pages.markdown_html import render_markdown
from generator.pages.search_entries import make_action_entry, make_story_entry
from generator.pages.site_context import SiteContext
from generator.pages.story import StoryView, make_story_page
from generator.pages.types import Document, Output, Page, RecordOutputs, SocialCard


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


def list_collection_outputs(context: SiteContext, keys: Keys) -> Iterator[Output]:
    """Make the sheets of the feeds, and of the schemas of every file of data."""
    for name in FILES:
        address = f"schema/{name}.schema.json"
        yield Output(address, keys.of("schema", name), partial(_make_schema, address, name))

    @cache  # one story may be in several feeds
    def tell(slug: str) -> FeedEntry:
        story = context.collection.story_by_slug[slug]
        body = render_markdown(story, url_of(story), context.collection)
        return make_entry(story, body, context)

    for channel in list_channels(context):
        key = keys.of(channel.title, channel.description, *map(keys.of_story, channel.stories))
        writers = ((name, each.feed) for name, each in FORMATS.items() if each.feed)
        for name, write in writers:
            make = partial(_make_feed, channel, tell, write, context.web)
            yield Output(f"{channel.folder}{name}", key and f"{key} {name}", make)


def _make_schema(address: str, name: str) -> RecordOutputs:
    return RecordOutputs(documents=(Document(address, write_schema(FILES[name])),))


def _make_feed(
    channel: Channel,
    tell: Callable[[str], FeedEntry],
    write: Callable[[Feed, SiteIdentity], Document],
    web: SiteIdentity,
) -> RecordOutputs:
    feed = make_feed(channel, lambda story: tell(story.slug))
    return RecordOutputs(documents=(write(feed, web),))
