"""A link out of the site whose address can lead nowhere, or that gives something away.

Why: a reader who follows it meets an error, or a page of the hospital's own network that opens for
nobody else. An address with a password in it tells everybody the password.

Instead: Copy the address from the top of the page as a browser shows it, and try it at home.

Example:
    [the leaflet](https://intranet/leaflet.pdf)
"""

from collections.abc import Iterator

from generator.model import WRITTEN, Record, Story
from generator.model.base import Link
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.links.urls import OUTSIDE, explain_bad_url
from generator.rules.rule import Context, rule

_LONGEST = 60


@rule("R614", "address-malformed", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find addresses outside the site that are not written as one."""
    for link in record.links:
        yield from judge_link(link, fault)
    if isinstance(record, Story) and record.source and "source" not in record.faulty:
        address = record.source.url
        yield from judge_link(Link(address, record.place("source", "url"), written=address), fault)


def judge_link(link: Link, fault: Fault) -> Iterator[Problem]:
    """Judge the form of one link, if it leads out of the site; pictures may not at all."""
    if link.is_picture or not OUTSIDE.match(link.target):
        return
    if said := explain_bad_url(link.target):
        yield _tell(fault, link.place, link.written, said)


def _tell(fault: Fault, place: Place, written: str, said: tuple[str, str]) -> Problem:
    shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
    return fault.at(place, f"The address “{shown}” {said[0]}.", said[1])
