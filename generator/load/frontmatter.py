"""A record's text to its fields and its body, each knowing the line on which it begins."""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from generator.load import faults
from generator.load.lookalikes import mend_lookalikes
from generator.load.yaml_errors import LONGEST_LINE, find_misread
from generator.load.yaml_parser import Parsed, Value, parse_yaml
from generator.model.places import Places, Spot
from generator.model.problem import Place, Problem

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a record, the places of keys and values, and the body below them."""

    fields: dict[str, Value]
    parsed: Parsed
    body: str
    body_line: int
    start: Spot


def read_front_matter(text: str, path: str) -> FrontMatter | tuple[Problem, ...]:
    """Split and parse a record's text; the problems if its fields cannot be read at all."""
    blank = len(text) - len(text.lstrip("\n"))
    text = text[blank:]
    top = Place(path, blank + 1)
    if not _HANDLER.detect(text):
        return (_explain_missing(text, top),)
    try:
        fields, body = _HANDLER.split(text)
    except ValueError:
        message = "The fields begin here, and no second line of --- ends them."
        return (faults.UNCLOSED.at(top, message),)
    opening = text.index(fields)
    first_line = top.line + text.count("\n", 0, opening)
    mended, lookalikes = mend_lookalikes(fields, path, first_line)
    parsed = parse_yaml(mended, path, first_line)
    parsed.problems.extend(lookalikes)
    if parsed.value is None and not parsed.problems:
        parsed.value = {}
    if not isinstance(parsed.value, dict):
        return tuple(parsed.problems) or (_explain_no_fields(fields, Place(path, first_line)),)
    start = len(text) - len(body)
    start += len(body) - len(body.lstrip("\n"))
    if not body.strip():  # then the line of --- that ends the fields is what can be pointed at
        start = len(text.rstrip())
    body_line = top.line + text.count("\n", 0, start)
    return FrontMatter(parsed.value, parsed, body.strip("\n"), body_line, (top.line, 1))


def find_places(text: str, path: str) -> Places:
    """Find where the values of a record stand whose text is sound."""
    matter = read_front_matter(text, path)
    return matter.parsed.places if isinstance(matter, FrontMatter) else Places()


def _explain_no_fields(fields: str, first: Place) -> Problem:
    lines = [line[:LONGEST_LINE] for line in fields.split("\n")]
    if misread := find_misread(lines, range(len(lines))):
        row, column, message, hint = misread
        place = Place(first.path, first.line + row, column + 1)
        return faults.NOT_FIELDS.at(place, message, hint)
    blank = next((row for row, line in enumerate(lines) if line.strip()), 0)
    message = "Fields are expected here, each with its name and a colon."
    return faults.NOT_FIELDS.at(Place(first.path, first.line + blank), message)


def _explain_missing(text: str, place: Place) -> Problem:
    if text.startswith("+++"):
        message = "The fields are written as TOML, between lines of +++."
        return faults.FOREIGN.at(place, message)
    if text.startswith(("{", ";;;")):
        return faults.FOREIGN.at(place, "The fields are written as JSON.")
    if not text.strip():
        return faults.MISSING.at(place, "The file is empty.")
    if text.lstrip().startswith("---"):
        message = "The line of --- that opens the fields is not at the left margin, or not alone."
        return faults.MISSING.at(place, message)
    return faults.MISSING.at(place, "The file does not begin with a line of --- and its fields.")
