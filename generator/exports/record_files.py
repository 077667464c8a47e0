"""All that others may take from the site: data, tables and feeds, as whole files."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from generator.collection.collection import url_of
from generator.exports.atom import write_atom
from generator.exports.csv_tables import list_joined_csv as make_table_wholes
from generator.exports.csv_tables import (
    make_point_documents,
    write_measures,
    write_record_row,
)
from generator.exports.feeds import Channel, Feed, FeedEntry, list_channels, make_entry, make_feed
from generator.exports.json_data import ACTION, FILES, STORY, make_story_document
from generator.exports.json_data import list_joined_json as make_data_wholes
from generator.exports.json_feed import write_json_feed
from generator.exports.json_schema import write_data, write_schema
from generator.model import Action, Story
from generator.pages.cache_keys import Keys
from generator.pages.markdown_html import render_markdown
from generator.pages.outline import Outline, outline_record
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, Output, RecordOutputs


def make_record_documents(
    record: Story | Action, body: str, context: SiteContext
) -> tuple[Document, ...]:
    """Make the files beside one record's page; `body` is its own words, as safe HTML."""
    points = make_point_documents(record, context)
    if isinstance(record, Action):
        return points
    whole = make_story_document(record, body, context)
    return (whole, *points)


def make_shares(
    record: Story | Action, outline: Outline, context: SiteContext
) -> Mapping[str, str]:
    """Make what a record adds to the files of the whole collection, by their addresses."""
    kind, make = ("stories", STORY) if isinstance(record, Story) else ("actions", ACTION)
    return {
        f"{kind}.json": write_data(make.make(record, context)).strip(),
        f"{kind}.csv": write_record_row(record, outline, context),
        "measures.csv": write_measures(record, context),
    }


def list_joined_files(context: SiteContext) -> tuple[JoinedFile, ...]:
    """Make the files of the whole collection, which wait for the shares of its records."""
    return (*make_data_wholes(context), *make_table_wholes())


def make_joined_documents(context: SiteContext) -> Iterator[Document]:
    """Make the files of the whole collection at once, from every record."""
    shares: dict[str, list[bytes]] = defaultdict(list)
    records: list[Story | Action] = [*context.collection.stories, *context.collection.actions]
    for record in records:
        for address, share in make_shares(record, outline_record(record, context), context).items():
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
        for name, write in (("feed.xml", write_atom), ("feed.json", write_json_feed)):
            make = partial(_make_feed, channel, tell, partial(write, web=context.web))
            yield Output(f"{channel.folder}{name}", key and f"{key} {name}", make)


def _make_schema(address: str, name: str) -> RecordOutputs:
    return RecordOutputs(documents=(Document(address, write_schema(FILES[name])),))


def _make_feed(
    channel: Channel, tell: Callable[[str], FeedEntry], write: Callable[[Feed], Document]
) -> RecordOutputs:
    return RecordOutputs(documents=(write(make_feed(channel, lambda story: tell(story.slug))),))
