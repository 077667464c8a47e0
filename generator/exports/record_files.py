"""All that others may take from the site: data, tables and feeds, as whole files."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.exports.export_format import Told
from generator.exports.formats import FORMATS
from generator.model import Action, Story
from generator.pages.outline import outline_record
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile


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
