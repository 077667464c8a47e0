"""A YAML parser's complaint in the author's words: where it stopped, and what is likely meant."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from generator.load import faults
from generator.load.validation_errors import show
from generator.model.problem import Fault, Place, Problem

_LONGEST_HINT = 160
# The rest of a line explains nothing, and a search in one of 200,000 dashes would take minutes.
LONGEST_LINE = 500
_NAME = r"^[\s-]*([\w-]+):"
_LEFT_OPEN = re.compile(_NAME + r"""\s+(?:"[^"]*|'[^']*)$""")
_GOES_ON = re.compile(r"""^[\s-]*(?:[\w-]+:\s*)?(["']).*\1\s*\S""")
_WITHOUT_SPACE = re.compile(_NAME + r"(\S.*)$")
_CANNOT_BEGIN = "A text cannot begin with “{}” here."
_HOLDS_ONE = re.compile(r"\s*[^\s#]")
_DASHED = re.compile(r"-\s+([a-z_]+:(?:\s.*)?)$")
_EQUALS = re.compile(r"([\s-]*)([A-Za-z_][\w-]*) *(?P<sign>=)\s*([^=].*)$")
_BRACKET = re.compile(r"[\s-]*([\w-]+):\s+([\[{][^\[\]{}]*[\]}])[^\S\n]*[^\s#,\]}]")
_QUOTE_ALL = "Put the whole text in quotation marks."


class _Trouble(NamedTuple):
    """What the parser said, and the row and column, from 0, of where it stopped and had begun."""

    said: str
    lines: list[str]
    path: str
    first_line: int
    row: int
    column: int
    opened: tuple[int, int]

    @property
    def line(self) -> str:
        return self.lines[self.row]

    def at(
        self,
        spot: tuple[int, int],
        message: str,
        hint: str = "",
        fault: Fault = faults.BROKEN_YAML,
    ) -> Problem:
        return fault.at(Place(self.path, self.first_line + spot[0], spot[1] + 1), message, hint)


def explain_syntax(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """Explain why the YAML could not be read, at the line and column that a person must mend."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # PyYAML's reader refuses control characters without saying the line
        return faults.BROKEN_YAML.at(
            Place(path, first_line), "The fields hold a character that no text may hold."
        )
    lines = [line[:LONGEST_LINE] for line in text.split("\n")]
    row = min(mark.line, len(lines) - 1)
    opened = getattr(error, "context_mark", None) or mark
    # YAML counts some line ends that we do not, so neither row may be taken on trust.
    said = f"{getattr(error, 'context', '')}, {getattr(error, 'problem', '')}"
    trouble = _Trouble(
        said,
        lines,
        path,
        first_line,
        row,
        mark.column,
        (min(opened.line, len(lines) - 1), opened.column),
    )
    return _explain(trouble)


def _explain(trouble: _Trouble) -> Problem:
    said, line = trouble.said, trouble.line
    if tab := re.match(r" *\t", line):
        message = "The line is indented with a tab."
        return trouble.at((trouble.row, tab.end() - 1), message, fault=faults.TAB)
    if plain := find_misread(trouble.lines, (trouble.opened[0], trouble.row, trouble.row - 1)):
        row, column, message, hint = plain
        return trouble.at((row, column), message, hint)
    if "mapping values are not allowed" in said:
        return _explain_colon(trouble)
    if "expected ':'" in said:
        return _explain_stray_line(trouble)
    if "scanning an alias" in said or "scanning an anchor" in said:
        message = _CANNOT_BEGIN.format("*" if "alias" in said else "&")
        return trouble.at(trouble.opened, message, fault=faults.ANCHOR_OR_ALIAS)
    if "escape" in said or "hexdecimal" in said:
        return _explain_escape(trouble)
    if "unexpected end of stream" in said or "document indicator" in said:
        return _explain_open_quote(trouble, trouble.opened)
    if "flow sequence" in said or "flow mapping" in said:
        sign, end = ("[", "]") if "sequence" in said else ("{", "}")
        return trouble.at(
            trouble.opened,
            f"A “{sign}” opens here and its “{end}” is missing.",
            f"Add the “{end}”, with commas between what stands inside. If the bracket is part of a "
            "text, put the whole text in quotation marks.",
        )
    return _explain_sign(trouble)


def find_misread(lines: list[str], rows: Iterable[int]) -> tuple[int, int, str, str] | None:
    """Find the first of some rows that is no field for a plain reason: row, column, words, hint."""
    first = next((row for row, line in enumerate(lines) if _HOLDS_ONE.match(line)), 0)
    if lines and (found := _DASHED.match(lines[first])):
        message = "The fields are written as a list, with a dash before the name."
        return first, 0, message, f"Take out the dash: {_shorten(_without_comment(found[1]))}"
    for row in sorted({row for row in rows if 0 <= row < len(lines)}):
        if found := _EQUALS.match(lines[row]):
            message = f"An equals sign follows {show(found[2])}, where a colon belongs."
            hint = f"Write {found[2]}: {_shorten(_without_comment(found[4]))}"
            return row, found.start("sign"), message, hint
        if found := _BRACKET.match(lines[row]):
            message = (
                f"The text of {show(found[1])} begins with a bracket, which begins a list instead."
            )
            text = _without_comment(lines[row][found.start(2) :])
            sign = "'" if '"' in text else '"'
            fits = len(text) <= _LONGEST_HINT // 2 and not ('"' in text and "'" in text)
            hint = f"Put the text in quotation marks: {found[1]}: {sign}{text}{sign}"
            return row, found.start(2), message, hint if fits else _QUOTE_ALL
    return None


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_HINT // 2 else f"{text[: _LONGEST_HINT // 2]}…"


def _explain_sign(trouble: _Trouble) -> Problem:
    said, line, here = trouble.said, trouble.line, (trouble.row, trouble.column)
    if "scanning a block scalar" in said:
        row, column = trouble.opened
        sign = trouble.lines[row][column : column + 1]
        return trouble.at(trouble.opened, _CANNOT_BEGIN.format(sign), _QUOTE_ALL)
    sign = line[trouble.column : trouble.column + 1]
    if sign and ("cannot start any token" in said or "expected node content" in said):
        return trouble.at(here, _CANNOT_BEGIN.format(sign), _QUOTE_ALL)
    if "block sequence entries are not allowed" in said:
        return trouble.at(
            here,
            "A dash begins a list here, on the same line as the field's name.",
            "Begin the list on the next line, or put the text in quotation marks.",
        )
    return _explain_misfit(trouble)


def _explain_escape(trouble: _Trouble) -> Problem:
    line = trouble.line
    start = line.rfind("\\", 0, trouble.column + 1)
    code = re.match(r"\\\w*", line[max(start, 0) :])
    return trouble.at(
        (trouble.row, max(start, 0)),
        f"{show(code[0] if code else chr(92))} stands for no character.",
        "A backslash has a meaning between double quotation marks: write it twice, or put the "
        "text in single quotation marks.",
    )


def _explain_colon(trouble: _Trouble) -> Problem:
    name, colon, rest = trouble.line.partition(":")
    above = trouble.lines[trouble.row - 1] if trouble.row else ""
    if colon and re.search(r":(\s|$)", rest) and trouble.column > len(name):
        bare = _without_comment(rest)
        sign = "'" if '"' in bare and "'" not in bare else '"'
        bare = bare if sign == "'" else bare.replace('"', "’")
        hint = f"Put the text in quotation marks: {name.strip(' -')}: {sign}{bare}{sign}"
        return trouble.at(
            (trouble.row, trouble.column),
            f"The text of {show(name.strip(' -'))} has a colon in it, which begins a new field.",
            hint if len(hint) <= _LONGEST_HINT else _QUOTE_ALL,
        )
    if _WITHOUT_SPACE.match(above):
        return _explain_no_space(trouble, trouble.row - 1)
    return trouble.at(
        (trouble.row, len(trouble.line) - len(trouble.line.lstrip())),
        "A field begins here, further in than the one above it, which already has its value.",
        "Let it begin in the same column as the field above, or put the value above in quotation "
        "marks.",
    )


def _explain_no_space(trouble: _Trouble, row: int) -> Problem:
    name, colon, rest = trouble.lines[row].partition(":")
    fits = len(rest) <= _LONGEST_HINT // 2
    return trouble.at(
        (row, len(name)),
        "The colon after a field's name needs a space after it.",
        f"Write {name.strip()}{colon} {_without_comment(rest)}" if fits else "Add the space.",
    )


def _explain_stray_line(trouble: _Trouble) -> Problem:
    row, column = trouble.opened
    if _WITHOUT_SPACE.match(trouble.lines[row]):
        return _explain_no_space(trouble, row)
    return trouble.at(
        (row, column),
        "This line is neither a field nor part of the text above it.",
        "Write a field as its name, a colon, a space and its value; if the line belongs to the "
        "text above it, put the whole text in quotation marks.",
    )


def _explain_open_quote(trouble: _Trouble, spot: tuple[int, int]) -> Problem:
    return trouble.at(
        spot,
        "A quotation mark opens here and is never closed.",
        "Add the closing quotation mark at the end of the text.",
    )


def _explain_misfit(trouble: _Trouble) -> Problem:
    if _GOES_ON.match(trouble.line):
        above = trouble.lines[trouble.row - 1] if trouble.row else ""
        if _LEFT_OPEN.match(above):
            return _explain_open_quote(trouble, (trouble.row - 1, _find_quote(above)))
        return trouble.at(
            (trouble.row, trouble.column),
            "The text goes on after its closing quotation mark.",
            "Put the whole text in one pair of quotation marks; inside single ones, write an "
            "apostrophe twice.",
        )
    for row in range(trouble.row - 1, -1, -1):
        if re.match(r"\.\.\.(\s|$)", trouble.lines[row]):
            message = "This line ends the fields, and more of them follow."
            return trouble.at((row, 0), message, "Take the line out.")
        if _LEFT_OPEN.match(trouble.lines[row]) and re.search(r"[\"']", trouble.line):
            return _explain_open_quote(trouble, (row, _find_quote(trouble.lines[row])))
        if re.search(r"[\"']", trouble.lines[row]):
            break
    if trouble.line.lstrip().startswith("- "):
        message = "This item does not stand in line with the ones above it."
        hint = "Begin every dash of a list in the same column."
        return trouble.at((trouble.row, trouble.column), message, hint)
    return trouble.at(
        (trouble.row, trouble.column),
        "The fields cannot be read from here on: this line does not fit the ones above it.",
        "Write each field as its name, a colon, a space and its value, and begin all of them in "
        "the same column.",
    )


def _without_comment(text: str) -> str:
    return re.sub(r"\s+#.*", "", text).strip()


def _find_quote(line: str) -> int:
    found = re.search(r"[\"']", line)
    return found.start() if found else 0
