"""A fault explained: what is found, why it matters, an example, and what to do instead."""

import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.model.problem import Fault
from generator.reports.text import Style, plain

_MARGIN = 78


def find_fault(wanted: str, faults: Iterable[Fault]) -> Fault | None:
    """Find a fault by its code or its name, whatever the case."""
    keys = {key.lower(): fault for fault in faults for key in (fault.code, fault.name)}
    return keys.get(wanted.lower())


def guess_fault(wanted: str, faults: Iterable[Fault]) -> str:
    """Guess which code or name was meant; empty if none is near."""
    keys = [key for fault in faults for key in (fault.code, fault.name)]
    near = get_close_matches(wanted.upper(), keys, 1, 0.6) or get_close_matches(wanted, keys, 1)
    return near[0] if near else ""


def explain_fault(fault: Fault, style: Style = plain) -> str:
    """Explain one fault, as its page on the site does."""
    return "\n".join(_explain(fault, style)).rstrip() + "\n"


def _explain(fault: Fault, style: Style) -> Iterator[str]:
    severity = fault.severity.value
    yield f"{style(f'{severity} {fault.code}', severity)}  {style(fault.name, 'place')}\n"
    yield _wrap(fault.finds)
    yield f"{style('Why', 'place')}\n{_wrap(fault.why)}"
    if fault.example:
        yield f"{style('Example', 'place')}\n{textwrap.indent(fault.example, '    ')}\n"
    yield f"{style('Instead', 'place')}\n{_wrap(fault.instead)}"


def _wrap(text: str) -> str:
    return textwrap.fill(text, _MARGIN, initial_indent="  ", subsequent_indent="  ") + "\n"
