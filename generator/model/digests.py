"""What two stories would have in common if one was told twice: digests of its words and figures.

Alike whatever process takes them, and short, so that a packed record can carry them at its head.
"""

from array import array
from collections.abc import Sequence
from hashlib import blake2b
from math import nan
from string import whitespace

from generator.model.base import Digests
from generator.model.measure import Measure

# Fewer signs, or points, may be the same by chance.
_SHORTEST = 100
_FEWEST = 6
_SIZE = 16


def digest_story(text: str, measures: Sequence[Measure]) -> Digests:
    """Digest a story's text, however it is spaced, and the points of its measures."""
    told = text.replace("\u00a0", "").encode("utf-8", "surrogatepass")
    words = told.translate(None, whitespace.encode()).lower() if len(text) >= _SHORTEST else b""
    return Digests(_digest(words), tuple(map(_digest_points, measures)))


def _digest_points(measure: Measure) -> bytes:
    points = measure.points
    if len(points) < _FEWEST:
        return b""
    days = array("q", [point.date.toordinal() for point in points])
    values = array("d", [nan if point.value is None else point.value for point in points])
    return _digest(days.tobytes() + values.tobytes())


def _digest(told: bytes) -> bytes:
    return blake2b(told, digest_size=_SIZE).digest() if told else b""
