"""Laney's σz: how much more than chance alone explains a baseline of shares or rates varies."""

from collections.abc import Sequence

from generator.evidence.charts.moving_range import D2, find_mean_range


def find_spread(values: Sequence[float], centre: float, widths: Sequence[float]) -> float:
    """Find σz of a baseline, and 1 where it is less: p′ and u′ are never narrower than p and u.

    Laney, Quality Engineering 2002;14:531-537. `widths` are the standard deviations by chance.
    """
    moves = find_mean_range(
        [(value - centre) / width for value, width in zip(values, widths, strict=True)]
    )
    return max((moves or 0.0) / D2, 1.0)
