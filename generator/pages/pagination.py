"""Long lists in pages, so that no page grows with the collection."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.lazy_cards import LazyCards

PER_PAGE = 48


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its cards, its number from 1, and the addresses of its neighbours."""

    items: LazyCards
    number: int
    count: int
    total: int
    address: str
    before: str
    after: str


def paginate(items: LazyCards, address: str, per_page: int = PER_PAGE) -> Iterator[ListPage]:
    """Divide a list whose first page stands at `address`; an empty list has one empty page."""
    count = max(-(-len(items) // per_page), 1)
    for number in range(1, count + 1):
        start = (number - 1) * per_page
        yield ListPage(
            items=items[start : start + per_page],
            number=number,
            count=count,
            total=len(items),
            address=_address(address, number),
            before=_address(address, number - 1) if number > 1 else "",
            after=_address(address, number + 1) if number < count else "",
        )


def _address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"
