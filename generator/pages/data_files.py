"""Where the data of a measure are published as a file, and in which file they are kept."""

from pathlib import PurePosixPath
from urllib.parse import quote

from generator.collection.collection import Collection, url_of
from generator.collection.known_urls import list_merged_urls
from generator.collection.lay_updates import find_measure, id_of
from generator.evidence import Measured
from generator.model import Action, Story
from generator.model.measure import split_sheet
from generator.model.slug import make_slug
from generator.pages.markdown_html import relative_url


def data_url(record: Story | Action, measured: Measured, collection: Collection) -> str:
    """Find the address of the data file of a measure, or nothing if it has none."""
    name, sheet = split_sheet(measured.measure.file or "")
    if not name:
        number = find_measure(record, id_of(measured.measure))
        return list_merged_urls(record, collection).get(number, "")
    asset = collection.assets.get(str(PurePosixPath(record.path).with_name(name)))
    if not asset or asset.kind == "picture":
        return ""
    address = collection.address_of_asset(asset.path)
    if asset.kind != "workbook":
        return address
    return f"{address}.{make_slug(sheet, 'sheet')}.csv" if sheet else f"{address}.csv"


def list_data_files(record: Story | Action, collection: Collection) -> tuple[str, ...]:
    """List the paths of the files in which a record's own figures are kept."""
    names = (split_sheet(measure.file)[0] for measure in record.own.measures if measure.file)
    paths = (str(PurePosixPath(record.path).with_name(name)) for name in names)
    return tuple(dict.fromkeys(path for path in paths if path in collection.assets))


def link_data(record: Story | Action, measured: Measured, collection: Collection) -> str:
    """Write the link from a record's page to the data file of one of its measures, if any."""
    found = data_url(record, measured, collection)
    return quote(relative_url(url_of(record), found)) if found else ""
