"""A link or a picture whose address has a space in it.

Why: Markdown ends an address at its first space, so that the brackets and the address stand on the
page as they were typed, and there is nothing to follow and nothing to see.

Instead: Write the address between angle brackets, or give the file a name without spaces.

Example:
    ![The bay](bay photo.png)
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import blank_code, list_passages
from generator.rules.rule import Context, rule

_LINK = re.compile(r"\[[^\[\]]{0,500}\]\(((?:[^()<>]|\([^()<>]{0,100}\)){1,500})\)")
_TITLED = re.compile(r"\S+(?:\s+(?:\"[^\"]*\"|'[^']*'))?")
_TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{")
_IS_ADDRESS = re.compile(r"/|\.\w{2,5}(?:#\S*)?$|(?:mailto|tel):", re.IGNORECASE)
_CALLED = re.compile(r"(?:mailto|tel):", re.IGNORECASE)


@rule("R610", "address-with-space", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find what would be a link or a picture if its address had no space."""
    for passage in list_passages(record, holding=("](",)):
        for found in _LINK.finditer(blank_code(passage.text)):
            address = " ".join(found[1].split())
            if _TITLED.fullmatch(address) or not _IS_ADDRESS.search(address):
                continue
            message = f"The address “{address}” has a space in it, which ends an address."
            hint = f"Write it between angle brackets, <{address}>, or rename the file."
            if _CALLED.match(address):
                hint = f"Leave the space out: {address.replace(' ', '')}"
            if _TEMPLATE.search(address):
                message = (
                    f"The address “{address}” has template code in it, which nothing runs here."
                )
                hint = "Write the address itself, or the path of the file from this one."
            yield fault.at(passage.place(found.start(1)), message, hint)
