"""A link to an address of a kind that no page here leads to, such as javascript: or file:.

Why: such an address runs a program, or opens a file of the writer's own computer. It is left
unmade, and the brackets stand on the page as they were typed.

Instead: Link to a page, by its path from this file or by an address that begins with https://.

Example:
    [the guide](file:///C:/guide.pdf)
"""

import re
from collections.abc import Iterator

from generator.load.markdown import is_refused
from generator.model import WRITTEN, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import blank_code, list_passages
from generator.rules.rule import Context, rule

_LINK = re.compile(r"\](?:\(|:)\s{0,9}<?([^\s()<>]{1,2000})")
_LONGEST = 60


@rule("R611", "address-refused", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find addresses of which no link is made."""
    for passage in list_passages(record, holding=("](", "]:")):
        for found in _LINK.finditer(blank_code(passage.text)):
            if is_refused(found[1]):
                shown = found[1] if len(found[1]) <= _LONGEST else f"{found[1][:_LONGEST]}…"
                message = f"The address “{shown}” is refused, and no link is made of it."
                yield fault.at(passage.place(found.start(1)), message)
