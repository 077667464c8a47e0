"""What two stories would have in common if one was told twice: digests of its words and figures.

Alike whatever process takes them, and short, so that a packed record can carry them at its head.
"""

from collections.abc import Sequence
from hashlib import blake2b

from generator.model.base import Digests
from generator.model.measure import Measure

# Fewer signs, or points, may be the same by chance.
_SHORTEST = 100
_FEWEST = 6
_SIZE = 16


def digest_story(text: str, measures: Sequence[Measure]) -> Digests:
    """Digest a story's text, however it is spaced, and the points of its measures."""
    words = " ".join(text.casefold().split()) if len(text) >= _SHORTEST else ""
    return Digests(_digest(words), tuple(map(_digest_points, measures)))


def _digest_points(measure: Measure) -> bytes:
    if len(measure.points) < _FEWEST:
        return b""
    return _digest(repr([(point.date.toordinal(), point.value) for point in measure.points]))


def _digest(told: str) -> bytes:
    if not told:
        return b""
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
