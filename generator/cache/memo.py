"""What earlier runs worked out is not worked out again, and the rest is shared among processes.

Whoever works on many things is handed one of these, and knows of neither store nor process.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from generator.cache.store import Store
from generator.cache.workers import share_out, work_in_parts, work_on

Given = TypeVar("Given")
Made = TypeVar("Made")
Work = Callable[[Sequence[Given]], list[Made]]


class Memo(NamedTuple):
    """A store, and how many processes share what it does not know; what is made is plain values."""

    store: Store
    jobs: int = 1

    def share(self, work: Work[Given, Made], things: Sequence[Given]) -> Iterator[Made]:
        """Share out work that is quick; gives what comes of each thing, in their order."""
        parts = work_on(work, share_out(things, self.jobs), self.jobs)
        return chain.from_iterable(parts)

    def remember(self, kind: str, key: str, make: Callable[[], Made]) -> Made:
        """Find what was made when the key was the same, or make it and keep it."""
        if kept := self.store.find(kind, key):
            known: Made = json.loads(kept)
            return known
        made = make()
        self.store.keep(kind, key, json.dumps(made).encode())
        return made

    def remember_each(
        self,
        kind: str,
        find_key: Callable[[Given], str],
        work: Work[Given, Any],
        things: Sequence[Given],
        get_ready: Callable[[], object] | None = None,
    ) -> Iterator[Any]:
        """Give what comes of each thing; one whose key is empty is worked on anew each time.

        `get_ready` loads what several processes would each load for themselves.
        """
        keys = [find_key(thing) for thing in things]
        kept = [self.store.find(kind, key) if key else None for key in keys]
        unknown = [thing for thing, known in zip(things, kept, strict=True) if not known]
        made = chain.from_iterable(work_in_parts(work, unknown, self.jobs, get_ready))
        for key, known in zip(keys, kept, strict=True):
            if known:
                yield json.loads(known)
                continue
            done = next(made)
            if key:
                self.store.keep(kind, key, json.dumps(done).encode())
            yield done
