"""A link out of the site that nothing answers. Only `stories check --external` looks.

Why: other people’s pages move and go. The reader who follows a link three years later finds an
error instead of the leaflet that was the whole point.

Instead: Look for where the page has gone and change the link, or take it out and say in a few words
what was there.

Example:
    [the leaflet](https://www.example.org/leaflets/2019/old-name.pdf)
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.collection.collection import Collection
from generator.model import Record
from generator.model.problem import Fault, Place, Problem, Severity
from generator.model.prose_page import ProsePage
from generator.rules.rule import Context, rule


@rule("R615", "address-dead", Severity.WARNING, doc=__doc__, on=())
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find nothing: that takes a network, which no rule has."""
    return iter(())


def list_external_urls(
    collection: Collection, prose: Iterable[ProsePage]
) -> dict[str, list[Place]]:
    """Find the web addresses outside the site, without their fragments, and where each stands."""
    found: dict[str, list[Place]] = {}
    told: list[tuple[str, Place]] = [
        (link.target, link.place) for page in prose for link in (*page.links, *page.addresses)
    ]
    for record in chain(collection.stories, collection.actions, collection.domains):
        links = [(link.target, link.place) for link in record.links if not link.is_picture]
        source = getattr(record, "source", None)
        if source and "source" not in record.faulty:
            links.append((source.url, record.place("source", "url")))
        told += links
    for target, place in told:
        if target.lower().startswith(("http://", "https://")):
            found.setdefault(target.partition("#")[0], []).append(place)
    return found


def report_dead_urls(
    found: Mapping[str, list[Place]], answers: Mapping[str, str], fault: Fault
) -> list[Problem]:
    """Tell of each address that was not answered as it should be; `answers` says in words how."""
    return [
        fault.at(place, f"The address “{address}” {answers[address]}.")
        for address, places in found.items()
        if address in answers
        for place in places
    ]
