"""All that others may take from the site: data, tables and feeds, as whole files."""

from collections.abc import Iterator

from generator.collection import address_of
from generator.records import Action, Story
from generator.render.atom import write_atom
from generator.render.data import make_data_documents, make_story_document
from generator.render.feeds import FeedEntry, make_entry, make_feeds
from generator.render.jsonfeed import write_json_feed
from generator.render.prose import render_prose
from generator.render.sheets import make_point_documents, make_table_documents
from generator.render.stock import Stock
from generator.render.values import Document


def make_record_documents(record: Story | Action, body: str, stock: Stock) -> tuple[Document, ...]:
    """Make the files beside one record's page; `body` is its own words, as safe HTML."""
    points = make_point_documents(record, stock)
    if isinstance(record, Action):
        return points
    whole = make_story_document(record, body, stock)
    return (whole, *points)


def make_syndication(stock: Stock) -> Iterator[Document]:
    """Make the files of the whole collection, but for the points of its measures."""
    yield from make_data_documents(stock)
    yield from make_table_documents(stock)

    def tell(story: Story) -> FeedEntry:
        body = render_prose(story, address_of(story), stock.collection)
        return make_entry(story, body, stock)

    for feed in make_feeds(stock, tell):
        yield write_atom(feed, stock.web)
        yield write_json_feed(feed, stock.web)
