"""Problems as text for a terminal: place, message, the line itself with a caret, and the hint."""

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from generator.model import Allowance
from generator.model.problem import Fault, Place, Problem, Severity
from generator.reports.escape import clean

Style = Callable[[str, str], str]
# From so many files on, a report begins with how often each fault is in it.
MANY_FILES = 10
_MARGIN = 96
_WIDEST = 88


def plain(text: str, role: str) -> str:  # noqa: ARG001 (one of the styles)
    """Leave the text as it is: the style for anything that is not a terminal."""
    return text


def tell_faults(problems: Sequence[Problem], style: Style = plain) -> Iterator[str]:
    """Sum up by fault what is told of many files, the gravest first; nothing of a few."""
    if len({problem.place.path for problem in problems}) < MANY_FILES:
        return
    for fault, count, files in count_faults(problems):
        severity = fault.severity.value
        label = style(f"{severity} {fault.code}", severity)
        yield f"{count:6} in {files} {'file' if files == 1 else 'files'}  {label} {fault.name}"
    yield ""


def count_faults(problems: Sequence[Problem]) -> list[tuple[Fault, int, int]]:
    """Count the problems of each fault, and the files they are in, the gravest fault first."""
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.fault.code, []).append(problem)
    ranks = list(Severity)
    groups = sorted(by_code.values(), key=lambda each: (ranks.index(each[0].severity), -len(each)))
    return [
        (each[0].fault, len(each), len({problem.place.path for problem in each})) for each in groups
    ]


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
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "FW" else 1
        for sign in text
    )


@lru_cache(maxsize=256)  # the hints of thousands of problems are a few dozen
def _wrap(text: str, indent: str, lead: str = "") -> tuple[str, ...]:
    line = f"{indent}{lead}{text}"
    if text and len(line) <= _MARGIN and text.isprintable() and not text.endswith(" "):
        return (line,)
    lines = textwrap.wrap(
        lead + text,
        _MARGIN,
        initial_indent=indent,
        subsequent_indent=indent + " " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return tuple(lines)


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
