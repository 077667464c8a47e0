"""Regular expressions that are compiled when they are first asked.

The rules know some four hundred, and a command that judges nothing asks none of them. The dearest
are made by this: to compile those takes about a quarter of what a command needs to begin.
"""

import re
from functools import cached_property
from typing import Any, cast


class LazyPattern:
    """A pattern that is not compiled yet, and answers as a compiled one does."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep what it is to be compiled of."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        """Find what is asked for the first time; the next time it is there without asking."""
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(self.compiled, name)
        self.__dict__[name] = found
        return found


_MADE: list[LazyPattern] = []


def compile_when_asked(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Make a pattern that compiles itself when it is first asked something."""
    _MADE.append(LazyPattern(pattern, flags))
    return cast("re.Pattern[str]", _MADE[-1])


def compile_all() -> None:
    """Compile every pattern, before several processes would each do so."""
    for lazy in _MADE:
        _ = lazy.compiled
