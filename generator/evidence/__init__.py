"""What was counted, judged: series to lines, marks, a label, a size and plain sentences.

Measures and the day of the change enter; a label that is a public claim leaves, with a chart that
marks where to look. Everything here is a function of its values. It refuses to read
the clock or a file, to take an author's word for a label, to let a mark make one, to let points
before the change make a mark after it, and to say that anything is proved.
"""

from generator.evidence.charts import CHARTS, ChartType, choose_chart
from generator.evidence.comparison import BETTER, WORSE, ChanceTest, Comparison, Lack
from generator.evidence.control_median import PointComparison
from generator.evidence.drawing import Drawing, Phase, draw
from generator.evidence.event_rates import EventComparison
from generator.evidence.figures import count_spells, write_number
from generator.evidence.label import (
    ALPHA,
    Judgement,
    Label,
    StoryJudgement,
    compare,
    judge_comparisons,
    judge_story,
)
from generator.evidence.marks import Line, Mark
from generator.evidence.measured import (
    Figures,
    Measured,
    Verdict,
    find_verdict,
    make_series,
    measure_record,
)
from generator.evidence.reason import write_as_of, write_lack, write_next, write_reason, write_test
from generator.evidence.sentence import (
    find_figure_places,
    round_size,
    write_line,
    write_sentence,
)
from generator.evidence.series import (
    Baseline,
    Counted,
    Entry,
    Observed,
    Rounded,
    Series,
    Tally,
    count_points,
    find_rounded,
)
from generator.evidence.sides import Sides, sides_of
from generator.evidence.size import Size, find_size

__all__ = [
    "ALPHA",
    "BETTER",
    "CHARTS",
    "WORSE",
    "Baseline",
    "ChanceTest",
    "ChartType",
    "Comparison",
    "Counted",
    "Drawing",
    "Entry",
    "EventComparison",
    "Figures",
    "Judgement",
    "Label",
    "Lack",
    "Line",
    "Mark",
    "Measured",
    "Observed",
    "Phase",
    "PointComparison",
    "Rounded",
    "Series",
    "Sides",
    "Size",
    "StoryJudgement",
    "Tally",
    "Verdict",
    "choose_chart",
    "compare",
    "count_points",
    "count_spells",
    "draw",
    "find_figure_places",
    "find_rounded",
    "find_size",
    "find_verdict",
    "judge_comparisons",
    "judge_story",
    "make_series",
    "measure_record",
    "round_size",
    "sides_of",
    "write_as_of",
    "write_lack",
    "write_line",
    "write_next",
    "write_number",
    "write_reason",
    "write_sentence",
    "write_test",
]
