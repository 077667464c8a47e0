"""All that others may take from the site: data, tables and feeds, as whole files."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.exports.csv_tables import list_joined_csv as make_table_wholes
from generator.exports.csv_tables import (
    make_point_documents,
    write_action_row,
    write_measures,
    write_story_row,
)
from generator.exports.json_data import list_joined_json as make_data_wholes
from generator.exports.json_data import make_action_data, make_story_data, make_story_document
from generator.exports.json_schema import write_data
from generator.model import Action, Story
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile


def make_record_documents(
    record: Story | Action, body: str, context: SiteContext
) -> tuple[Document, ...]:
    """Make the files beside one record's page; `body` is its own words, as safe HTML."""
    points = make_point_documents(record, context)
    if isinstance(record, Action):
        return points
    whole = make_story_document(record, body, context)
    return (whole, *points)


def make_shares(record: Story | Action, context: SiteContext) -> Mapping[str, str]:
    """Make what a record adds to the files of the whole collection, by their addresses."""
    points = write_measures(record, context)
    if isinstance(record, Action):
        data, row = write_data(make_action_data(record, context)), write_action_row(record, context)
        return {"actions.json": data.strip(), "actions.csv": row, "measures.csv": points}
    data, row = write_data(make_story_data(record, context)), write_story_row(record, context)
    return {"stories.json": data.strip(), "stories.csv": row, "measures.csv": points}


def list_joined_files(context: SiteContext) -> tuple[JoinedFile, ...]:
    """Make the files of the whole collection, which wait for the shares of its records."""
    return (*make_data_wholes(context), *make_table_wholes())


def make_joined_documents(context: SiteContext) -> Iterator[Document]:
    """Make the files of the whole collection at once, from every record."""
    shares: dict[str, list[bytes]] = defaultdict(list)
    records: list[Story | Action] = [*context.collection.stories, *context.collection.actions]
    for record in records:
        for address, share in make_shares(record, context).items():
            shares[address].append(share.encode())
    for whole in list_joined_files(context):
        yield Document(whole.address, whole.join(shares).decode())
