"""Which formats there are: a new one is a file, and a line here."""

from generator.exports.atom import write_atom
from generator.exports.csv_tables import CSV
from generator.exports.export_format import Format
from generator.exports.json_data import JSON
from generator.exports.json_feed import write_json_feed

FORMATS: dict[str, Format] = {
    "json": JSON,
    "csv": CSV,
    "feed.xml": Format(feed=write_atom),
    "feed.json": Format(feed=write_json_feed),
}
