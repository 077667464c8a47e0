"""What was counted, judged: points to baseline, limits, signals and evidence.

A measure and the day of the change enter; a `Measured` leaves, with the lines to draw, the signals
that the points after the change make under a named rule set, the level of evidence, and one plain
sentence. Everything here is a function of its values. It refuses to read the clock or a file, to
take an author's word for a level, to run a rule on fewer than 10 points, to let points before the
change make a signal after it, and to say that anything is proved.
"""

from generator.evidence.change import judge_measure, measure_change
from generator.evidence.measured import Evidence, Measured, Phase, RuleSet, Signal, judge_story
from generator.evidence.phases import first_after_change
from generator.evidence.sides import Sides, sides_of

__all__ = [
    "Evidence",
    "Measured",
    "Phase",
    "RuleSet",
    "Sides",
    "Signal",
    "first_after_change",
    "judge_measure",
    "judge_story",
    "measure_change",
    "sides_of",
]
