"""What several rules about measures ask: which measures have points, and where these stand."""

from collections.abc import Iterator

from generator.evidence import Measured, PointComparison
from generator.model import Action, Story
from generator.rules.rule import Context

ENOUGH = 10
FEWEST = 6


def list_compared(
    record: Story | Action, context: Context
) -> Iterator[tuple[int, Measured, PointComparison]]:
    """List the measures that are made of points and have some on both sides of the change."""
    for index, measured in enumerate(context.findings.of(record).measured):
        comparison = measured.comparison
        if isinstance(comparison, PointComparison) and not comparison.find_gap():
            yield index, measured, comparison
