"""The cards of a list of records, each made when somebody looks at it.

Of ten thousand records the pages that are drawn show a few hundred; the other lists are counted,
divided into pages and told apart by their records alone.
"""

from collections.abc import Callable, Sequence
from typing import overload

from generator.model import Action, Story
from generator.pages.cards import Card

MakeCard = Callable[[Story | Action], Card]


class LazyCards(Sequence[Card]):
    """The cards of these records, in their order; `show` makes the card of one."""

    def __init__(self, records: Sequence[Story | Action], show: MakeCard) -> None:
        """Know the records; no card is made yet."""
        self.records = records
        self._show = show

    def __len__(self) -> int:
        """Count the records."""
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> Card: ...

    @overload
    def __getitem__(self, at: slice) -> "LazyCards": ...

    def __getitem__(self, at: int | slice) -> "Card | LazyCards":
        """Make the card at a place, or take a part of them."""
        if isinstance(at, slice):
            return LazyCards(self.records[at], self._show)
        return self._show(self.records[at])
