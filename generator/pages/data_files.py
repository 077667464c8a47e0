"""Where the data of a measure are published as a file, for its page to link to."""

from urllib.parse import quote

from generator.collection.collection import Collection, url_of
from generator.evidence import Measured
from generator.model import Action, Story
from generator.pages.markdown_html import relative_url


def data_url(record: Story | Action, measured: Measured, collection: Collection) -> str:
    """Find the address of the data file of a measure, or nothing if it has none."""
    name = measured.measure.file
    asset = collection.asset_at(record.path, name) if name else None
    return collection.address_of_asset(asset.path) if asset and asset.kind == "data" else ""


def link_data(record: Story | Action, measured: Measured, collection: Collection) -> str:
    """Write the link from a record's page to the data file of one of its measures, if any."""
    found = data_url(record, measured, collection)
    return quote(relative_url(url_of(record), found)) if found else ""
