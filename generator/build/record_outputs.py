"""One record's share of the site: its page, the files beside it, and its lines in other files.

Enters a record of a linked collection, or all that have a feed; leaves sheets, whose keys are
worked out at once and whose content only when somebody asks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from generator.build.page_keys import Keys
from generator.collection.collection import url_of
from generator.collection.related import Related
from generator.exports.atom import write_atom
from generator.exports.embed import make_story_documents
from generator.exports.feeds import Channel, Feed, FeedEntry, list_channels, make_entry, make_feed
from generator.exports.json_feed import write_json_feed
from generator.exports.json_schema import SCHEMAS, write_schema
from generator.exports.record_files import make_record_documents, make_shares
from generator.model import Action, Story
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
    collection, findings = context.collection, context.findings
    page = make_story_page(
        story, collection, findings, related, web=context.web, today=context.today
    )
    view = page.view
    assert isinstance(view, StoryView)  # noqa: S101 (the maker of story pages made it)
    entry = make_story_entry(story, view.card, page.content, collection, findings)
    beside = (
        *make_record_documents(story, page.content, context),
        *make_story_documents(view, context.web, context.today),
    )
    return RecordOutputs((page,), beside, _find_cards(page), entry, make_shares(story, context))


def _make_action(action: Action, context: SiteContext) -> RecordOutputs:
    page = make_action_page(action, context.collection, context.findings, context.web)
    view = page.view
    assert isinstance(view, ActionView)  # noqa: S101 (the maker of action pages made it)
    entry = make_action_entry(action, view.card, page.content, context.collection)
    beside = make_record_documents(action, page.content, context)
    return RecordOutputs((page,), beside, _find_cards(page), entry, make_shares(action, context))


def _find_cards(page: Page) -> tuple[SocialCard, ...]:
    share = getattr(page.view, "share", None)
    return (share.card,) if share and share.card else ()


def list_collection_outputs(context: SiteContext, keys: Keys) -> Iterator[Output]:
    """Make the sheets of the feeds, and of the schemas of every file of data."""
    for name in SCHEMAS:
        address = f"schema/{name}.schema.json"
        yield Output(address, keys.of("schema", name), partial(_make_schema, address, name))

    @cache  # one story may be in several feeds
    def tell(slug: str) -> FeedEntry:
        story = context.collection.story_by_slug[slug]
        body = render_markdown(story, url_of(story), context.collection)
        return make_entry(story, body, context)

    for channel in list_channels(context):
        key = keys.of(channel.title, channel.description, *map(keys.of_story, channel.stories))
        for name, write in (("feed.xml", write_atom), ("feed.json", write_json_feed)):
            make = partial(_make_feed, channel, tell, partial(write, web=context.web))
            yield Output(f"{channel.folder}{name}", key and f"{key} {name}", make)


def _make_schema(address: str, name: str) -> RecordOutputs:
    return RecordOutputs(documents=(Document(address, write_schema(name)),))


def _make_feed(
    channel: Channel, tell: Callable[[str], FeedEntry], write: Callable[[Feed], Document]
) -> RecordOutputs:
    return RecordOutputs(documents=(write(make_feed(channel, lambda story: tell(story.slug))),))
