"""Problems as text for a terminal: place, message, the line itself with a caret, and the hint."""

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.problem import Place, Problem, Severity
from generator.records import Allowance

Style = Callable[[str, str], str]
_MARGIN = 96
_WIDEST = 88
# What could move a cursor or hide text if a contributor's line were printed as it is.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def plain(text: str, role: str) -> str:  # noqa: ARG001 (one of the styles)
    """Leave the text as it is: the style for anything that is not a terminal."""
    return text


def tell_problems(
    problems: Iterable[Problem], read_line: Callable[[Place], str | None], style: Style = plain
) -> Iterator[str]:
    """Tell each problem in a few lines; `style(text, role)` may colour a part."""
    for problem in problems:
        yield "\n".join(_tell(problem, read_line(problem.place), style)) + "\n"


def _tell(problem: Problem, line: str | None, style: Style) -> Iterator[str]:
    severity, fault = problem.severity.value, problem.fault
    label = style(f"{severity} {fault.code}", severity)
    yield f"{style(clean(str(problem.place)), 'place')}  {label} {fault.name}"
    yield from _wrap(clean(problem.message), "  ")
    if line is not None and line.strip() and not problem.fault.is_private:
        yield from _excerpt(line, problem.place, style)
    yield from _wrap(clean(problem.hint), "  ", "→ ")


def _excerpt(line: str, place: Place, style: Style) -> Iterator[str]:
    column = place.column
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = clean(line[start : start + _WIDEST].replace("\t", " "))
    number = str(place.line)
    yield style(f"  {number} │ ", "margin") + shown
    yield (
        style(f"  {' ' * len(number)} │ ", "margin")
        + " " * _measure_width(shown[: column - 1 - start])
        + style("^", "caret")
    )


def _measure_width(text: str) -> int:
    """Count the cells that a text takes in a terminal: none for accents, two for wide letters."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "FW" else 1
        for sign in text
    )


def _wrap(text: str, indent: str, lead: str = "") -> list[str]:
    return textwrap.wrap(
        lead + text,
        _MARGIN,
        initial_indent=indent,
        subsequent_indent=indent + " " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def clean(text: str) -> str:
    """Make what a contributor wrote safe to print."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_lines(text: str) -> str:
    """Make a text of several lines safe to print."""
    return "\n".join(map(clean, text.split("\n")))


def clean_json(text: str) -> str:
    """Make JSON safe to print, with the same value: JSON can write any character as an escape."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # bytes of a name that are no text
    return "\n".join(
        _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in text.split("\n")
    )


def tell_allowances(
    allowances: Iterable[tuple[Place, Allowance]], style: Style = plain
) -> Iterator[str]:
    """Tell each rule that a record answers with a reason, for the person who reviews it."""
    for place, allowance in allowances:
        yield f"{style(clean(str(place)), 'place')}  allows {clean(allowance.rule)}"
        yield "\n".join(_wrap(f"because: {clean(allowance.because)}", "  ")) + "\n"


def tell_counts(problems: Sequence[Problem], records: int) -> str:
    """Sum up a run in one line."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        f"{counts[severity]} {word if counts[severity] == 1 else many}"
        for severity, word, many in (
            (Severity.ERROR, "error", "errors"),
            (Severity.WARNING, "warning", "warnings"),
            (Severity.ADVICE, "piece of advice", "pieces of advice"),
        )
        if counts[severity]
    ]
    files = "1 record" if records == 1 else f"{records} records"
    return f"{files} checked: {', '.join(parts) or 'nothing to mend'}."
