"""All that others may take from the site: data, tables and feeds, as whole files."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from generator.collection.collection import url_of
from generator.exports.export_format import Told
from generator.exports.feeds import Channel, Feed, FeedEntry, list_channels, make_entry, make_feed
from generator.exports.formats import FORMATS
from generator.exports.json_data import FILES
from generator.exports.json_schema import write_schema
from generator.model import Action, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.cache_keys import Keys
from generator.pages.markdown_html import render_markdown
from generator.pages.outline import outline_record
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, Output, RecordOutputs


def make_record_documents(told: Told) -> tuple[Document, ...]:
    """Make the files beside one record's page."""
    return tuple(document for each in FORMATS.values() for document in each.documents(told))


def make_shares(told: Told) -> Mapping[str, str]:
    """Make what a record adds to the files of the whole collection, by their addresses."""
    shares = (each.shares(told) for each in FORMATS.values())
    return {address: share for each in shares for address, share in each.items()}


def list_joined_files(context: SiteContext) -> tuple[JoinedFile, ...]:
    """Make the files of the whole collection, which wait for the shares of its records."""
    return tuple(whole for each in FORMATS.values() for whole in each.joined(context))


def make_joined_documents(context: SiteContext) -> Iterator[Document]:
    """Make the files of the whole collection at once, from every record."""
    shares: dict[str, list[bytes]] = defaultdict(list)
    records: list[Story | Action] = [*context.collection.stories, *context.collection.actions]
    for record in records:
        told = Told(record, outline_record(record, context), "", context)
        for address, share in make_shares(told).items():
            shares[address].append(share.encode())
    for whole in list_joined_files(context):
        yield Document(whole.address, whole.join(shares).decode())


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
