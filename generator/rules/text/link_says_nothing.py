"""A link whose words do not say where it leads.

Why: A man who cannot see asks his screen reader for the links of a page, and hears “here, here,
read more, here”. Somebody in a hurry looks only at what is underlined, and sees the same. When the
words say “the masks that people wear for treatment”, both know whether to follow.

Instead: Put the link on the words that name what is at the other end.

Example:
    The district nurses tell their own story [here](../the-board-goes-home/index.md).
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Action, Domain, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import list_passages
from generator.rules.rule import Context, rule

_LINK = re.compile(r"(?<![!\\])\[([^\[\]]{0,200})\](?=[(\[])|<(https?://[^<>\s]{1,2000})>")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)")
_NOTHING = re.compile(
    r"(?:please )?(?:(?:click|press|tap|see|look|read|go|find (?:it|out)) )?(?:right )?"
    r"(?:here|this|this (?:page|website|article|document)|(?:this|the) link|link|more"
    r"|more (?:info|information|details)|(?:read|learn|see|find out) more|click)"
    r"[.…>»→ ]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@rule(
    "T102",
    "link-says-nothing",
    Severity.ADVICE,
    doc=__doc__,
    on=WRITTEN,
    learning="spread",
    can_be_allowed=True,
)
def RULE(record: Story | Action | Domain, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find links on words such as “here”, and addresses that stand as their own words."""
    for passage in list_passages(record, holding=("](", "][", "<http")):
        text = _CODE.sub(lambda code: " " * len(code[0]), passage.text)
        for link in _LINK.finditer(text):
            words = (link[1] if link[1] is not None else link[2]).strip(" *_")
            if _ADDRESS.fullmatch(words):
                message = f"The link “{_shorten(words)}” shows an address and says nothing else."
            elif _NOTHING.fullmatch(words):
                message = f"The words of the link, “{words}”, do not say where it leads."
            else:
                continue
            yield fault.at(passage.place(link.start()), message)


def _shorten(address: str) -> str:
    return address if len(address) <= 60 else address[:59] + "…"  # noqa: PLR2004 (a short line)
