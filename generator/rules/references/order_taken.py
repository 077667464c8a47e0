"""Two domains that have the same place in the framework.

Why: domains are shown and coloured by their order. With two of one order, whichever file's name
comes first wins, and a new name changes the page.

Instead: Give each domain a number of its own, from 1.

Example:
    order: 3    in two files of domains/
"""

from collections.abc import Iterator

from generator.model import Domain
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule


@rule("R617", "order-taken", Severity.ERROR, doc=__doc__, on=(Domain,), needs=("order",))
def RULE(record: Domain, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find a domain whose order belongs to one that comes before it by path."""
    others = (each for each in context.collection.domains if "order" not in each.faulty)
    first = min((each.path for each in others if each.order == record.order), default=record.path)
    if first < record.path:
        message = f"The order {record.order} is already that of {first}."
        yield fault.at(record.place("order"), message)
