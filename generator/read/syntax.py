"""A YAML parser's complaint in the author's words: where it stopped, and what is likely meant."""

import re

import yaml

from generator.problem import Place, Problem
from generator.read import faults


def explain_syntax(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """Explain why the YAML could not be read, at the line and column that a person must mend."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    if mark is None:  # PyYAML's reader refuses control characters without saying the line
        return faults.BROKEN_YAML.at(
            Place(path, first_line), "The fields hold a character that no text may hold."
        )
    row = min(mark.line, len(lines) - 1)
    if tab := _find_tab(lines[: row + 1]):
        place = Place(path, first_line + tab[0], tab[1])
        return faults.TAB.at(place, "The line is indented with a tab.")
    place = Place(path, first_line + row, mark.column + 1)
    return _explain(error, lines, place, row)


def _find_tab(lines: list[str]) -> tuple[int, int] | None:
    """Find the last tab that indents a line, as (row from 0, column from 1)."""
    for row in range(len(lines) - 1, -1, -1):
        if found := re.match(r" *\t", lines[row]):
            return row, found.end()
    return None


def _explain(error: yaml.YAMLError, lines: list[str], place: Place, row: int) -> Problem:
    said = str(getattr(error, "problem", ""))
    context = str(getattr(error, "context", ""))
    line = lines[row]
    fault = faults.BROKEN_YAML
    if "mapping values are not allowed" in said:
        field, colon, rest = line.partition(":")
        if colon and ": " in rest and place.column > len(field) + 1:
            quoted = rest.strip().replace('"', "”")
            return fault.at(
                place,
                f"The text of “{field.strip()}” has a colon in it, which begins a new field.",
                f'Put the text in quotation marks: {field.strip()}: "{quoted}"',
            )
        return fault.at(
            place,
            "A field begins here, further in than the one above it, which already has its value.",
            "Let the field begin at the left margin, or put the value above in quotation marks.",
        )
    if "quoted scalar" in context or "quoted scalar" in said:
        opened = getattr(error, "context_mark", None)
        if opened is not None:
            place = Place(place.path, place.line - row + opened.line, opened.column + 1)
        return fault.at(
            place,
            "A quotation mark opens here and is never closed.",
            "Add the closing quotation mark at the end of the text.",
        )
    if "flow sequence" in context or "flow mapping" in context:
        opened = getattr(error, "context_mark", None)
        if opened is not None:
            place = Place(place.path, place.line - row + opened.line, opened.column + 1)
        sign, end = ("[", "]") if "sequence" in context else ("{", "}")
        return fault.at(
            place,
            f"A “{sign}” opens here and its “{end}” is missing.",
            f"Add the “{end}”, with commas between what stands inside.",
        )
    if "cannot start any token" in said:
        sign = line[place.column - 1 : place.column]
        return fault.at(
            place,
            f"A text cannot begin with “{sign}” here.",
            "Put the whole text in quotation marks.",
        )
    if "block sequence entries are not allowed" in said:
        return fault.at(
            place,
            "A dash begins a list here, on the same line as the field's name.",
            "Begin the list on the next line, or put the text in quotation marks.",
        )
    if re.search(r"""^\s*[\w-]+:\s*(["']).*\1\s*\S""", line):
        return fault.at(
            place,
            "The text goes on after its closing quotation mark.",
            "Put the whole text in one pair of quotation marks; inside single ones, write an "
            "apostrophe twice.",
        )
    return fault.at(
        place,
        "The fields cannot be read from here on: this line does not fit the ones above it.",
        "Write each field as its name, a colon, a space and its value, and begin all of them in "
        "the same column.",
    )
