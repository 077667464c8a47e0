"""The types of chart, each by its name, and which of them a series gets.

A series enters, a `ChartType` leaves. Adding a type is a file and a line in `CHARTS`.
"""

from generator.evidence.charts.c import CChart
from generator.evidence.charts.chart_type import ChartType, Words
from generator.evidence.charts.g import GChart
from generator.evidence.charts.p import PChart
from generator.evidence.charts.run import RunChart
from generator.evidence.charts.t import TChart
from generator.evidence.charts.u import UChart
from generator.evidence.charts.xmr import XmrChart
from generator.evidence.series import Series, Tally

__all__ = ["CHARTS", "ChartType", "Words", "choose_chart"]

FEWEST_FOR_LIMITS = 12
RUN, XMR, P, U, C, G, T = RunChart(), XmrChart(), PChart(), UChart(), CChart(), GChart(), TChart()
CHARTS: dict[str, ChartType] = {chart.name: chart for chart in (RUN, XMR, P, U, C, G, T)}


def choose_chart(series: Series, tally: Tally, baseline: int) -> ChartType:
    """Choose the type: the one asked for where the series has what it needs, else by its data.

    `baseline` is the number of its points.
    """
    asked = CHARTS.get(series.chart)
    if asked is not None and asked.fits(series, tally):
        return asked
    if series.has_events:
        return T
    for chart in (P, U):
        if chart.fits(series, tally):
            return chart
    return XMR if baseline >= FEWEST_FOR_LIMITS else RUN
