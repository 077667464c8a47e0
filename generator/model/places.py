"""Where the values of a record stand, most of them found only when somebody asks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain

Keys = tuple[str | int, ...]
Spot = tuple[int, int]
# How many names and numbers lead at most to a value that is near: `voices`, 0, `quote`.
NEAR = 3


class Places(Mapping[Keys, Spot]):
    """The line and the column of each value, both from 1, by the names and numbers that lead to it.

    Those far inside, such as the points of a measure, are most and are asked for least: `find_all`
    finds all there are when somebody does.
    """

    def __init__(
        self,
        near: dict[Keys, Spot] | None = None,
        find_all: Callable[[], Mapping[Keys, Spot]] = dict,
    ) -> None:
        """Know those that are near; more may be noted later."""
        self.near = {} if near is None else near
        self._find_all = find_all

    @cached_property
    def _far(self) -> dict[Keys, Spot]:
        return {keys: spot for keys, spot in self._find_all().items() if len(keys) > NEAR}

    def __getitem__(self, keys: Keys) -> Spot:
        """Find where a value stands."""
        return (self.near if len(keys) <= NEAR else self._far)[keys]

    def __iter__(self) -> Iterator[Keys]:
        """List the names and numbers that lead to the values."""
        return chain(self.near, self._far)

    def __len__(self) -> int:
        """Count the values."""
        return len(self.near) + len(self._far)
