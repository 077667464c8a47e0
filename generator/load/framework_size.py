"""How many domains a framework has: at least one, and no more than can be told apart."""

from collections.abc import Iterator, Sequence

from generator.load import faults
from generator.model import Domain
from generator.model.palette import MOST_DOMAINS
from generator.model.problem import Place, Problem


def check_size(folder: str, domains: Sequence[Domain], unread: int) -> Iterator[Problem]:
    """Say of a framework's folder that it has no domain, and of each domain that is too many.

    `unread` domains are there, and cannot be read.
    """
    if not domains and not unread:
        yield faults.NO_DOMAIN.at(
            Place(folder), "There is no domain: the folder has no file that is one."
        )
    # A domain that says no place stands behind those that do.
    ranked = sorted(domains, key=lambda e: ("order" in e.faulty, e.order or 0, e.path))
    for number, domain in enumerate(ranked[MOST_DOMAINS:], MOST_DOMAINS + 1):
        yield faults.TOO_MANY_DOMAINS.at(
            domain.place("order"),
            f"This is domain {number}, and a framework has {MOST_DOMAINS} at most.",
        )
