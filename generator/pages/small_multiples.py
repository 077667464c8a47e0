"""One thing that several places measured, side by side: small charts on one scale of values.

Enters a family of stories; leaves a chart for each that measured the same: an outcome in the same
unit, and hoped for in the same direction. Fewer than two are no comparison and make none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.collection.story_evidence import Findings
from generator.evidence import Measured
from generator.model import Story
from generator.pages.cards import Card
from generator.pages.chart import Chart, make_chart
from generator.pages.chart_plot import span_values
from generator.pages.lazy_cards import MakeCard

LEAST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Multiple:
    """What one place measured, beside what others did."""

    card: Card
    chart: Chart


def make_multiples(
    stories: Iterable[Story], findings: Findings, show: MakeCard, key: str
) -> tuple[Multiple, ...]:
    """Draw what most of these stories measured alike, in their order; `key` begins the ids."""
    alike: dict[tuple[str, str | None], list[tuple[Story, Measured]]] = defaultdict(list)
    for story in stories:
        seen = set()
        for measured in findings.of(story).measured:
            measure = measured.measure
            same = ((measure.unit or "").casefold(), measure.direction)
            if measure.type == "outcome" and measured.drawing.points and same not in seen:
                seen.add(same)
                alike[same].append((story, measured))
    told = max(alike.values(), key=len, default=[])[:MOST]
    if len(told) < LEAST:
        return ()
    values = span_values([measured for _, measured in told])
    return tuple(
        Multiple(show(story), make_chart(measured, (), f"{key}-m{number}", values=values))
        for number, (story, measured) in enumerate(told, 1)
    )
