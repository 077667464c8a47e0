"""The colours of a site, by day and by night: the one source of whatever has a colour.

Styles, cards, icons, the Word form and the newsletter are handed a palette; none has a colour of
its own. It refuses what is no colour, so that its values can stand in a style or a picture as
they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import cycle, islice
from typing import NamedTuple

# The most domains that a framework may have, each of which has an accent.
MOST_DOMAINS = 24
_WRITTEN = re.compile(r"#(?:[0-9a-f]{2}){3,4}")


class Colour(NamedTuple):
    """A colour by day and by night, each as `#rrggbb`, or `#rrggbbaa` to see through."""

    day: str
    night: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour once. `domains` are the accents of the domains, the first of number 1."""

    paper: Colour = Colour("#fbf8f1", "#141c1c")
    raised: Colour = Colour("#fffdf8", "#1b2525")
    wash: Colour = Colour("#f2ecdf", "#202b2b")
    ink: Colour = Colour("#1e2c2b", "#ece6d9")
    soft: Colour = Colour("#53605d", "#abb4ae")
    rule: Colour = Colour("#d8d0bf", "#38443f")
    site: Colour = Colour("#1f5f5b", "#86cbc3")
    on_site: Colour = Colour("#fbf8f1", "#10201f")
    veil: Colour = Colour("#141c1c73", "#141c1c73")
    notice: Colour = Colour("#fff3cd", "#fff3cd")
    on_notice: Colour = Colour("#3b2a00", "#3b2a00")
    notice_soft: Colour = Colour("#6b4e00", "#6b4e00")
    notice_rule: Colour = Colour("#a2432a", "#a2432a")
    domains: tuple[Colour, ...] = (
        Colour("#1f5f5b", "#86cbc3"),
        Colour("#3d5876", "#a5c0e2"),
        Colour("#8a3b52", "#eba6ba"),
        Colour("#5b4b8a", "#c2b4f0"),
        Colour("#a2432a", "#f3aa8b"),
        Colour("#4b6124", "#bad28a"),
        Colour("#7d5415", "#e6bf75"),
        Colour("#14637a", "#8bcde0"),
    )

    def __post_init__(self) -> None:
        """Refuse what is no colour.

        Raises:
            ValueError: a value is not written as a colour; the message names it.

        """
        for name, colour in self._list():
            for told in colour:
                if not _WRITTEN.fullmatch(told):
                    message = f"“{told}” for {name} is not a colour as #1f5f5b is."
                    raise ValueError(message)

    @property
    def accents(self) -> tuple[Colour, ...]:
        """The accents by the number of a domain; 0, what belongs to none, is the site's own.

        Where there are more domains than colours, the colours begin again.
        """
        return (self.site, *islice(cycle(self.domains), MOST_DOMAINS))

    @property
    def named(self) -> tuple[tuple[str, Colour], ...]:
        """All colours but the accents, by their names in the styles."""
        return tuple((n.replace("_", "-"), c) for n, c in self._list() if " " not in n)

    def find_accent(self, number: int) -> Colour:
        """Find the accent of a domain; one without its own has the site's."""
        return self.accents[number] if 0 <= number < len(self.accents) else self.site

    def _list(self) -> Iterator[tuple[str, Colour]]:
        for each in fields(self):
            if each.name != "domains":
                yield each.name, getattr(self, each.name)
        yield from ((f"domain {n}", colour) for n, colour in enumerate(self.domains, 1))
