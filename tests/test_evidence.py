"""Evidence: computed from the points, and never raised by an author."""

import datetime as dt

import pytest
from test_series import make_measure, measure, month

from generator.evidence import Evidence, Sides, judge_story, measure_change, sides_of
from generator.model import Baseline, Experience, Point, Rebase
from generator.model.voice import Voice

BASE = (9, 11) * 6


def test_evidence_is_ranked_from_told_to_sustained():
    assert [level.rank for level in Evidence] == [0, 1, 2, 3]
    assert list(Evidence) == ["told", "measured", "signal", "sustained"]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ((), (), "no points"),
        ((1, 2, 3), (), "no points after the change"),
        ((), (1, 2, 3), "no points before the change"),
        (BASE, (), "no points after the change"),
        ((), BASE, "no points before the change"),
    ],
)
def test_points_on_one_side_of_the_change_only_are_told(before, after, reason):
    measured = measure(before, after)
    assert (measured.evidence, measured.reason) == (Evidence.TOLD, reason)
    assert measured.signals == ()


def test_a_measure_without_a_date_of_change_is_told():
    measured = measure_change(make_measure([*BASE, *[20] * 12]), None)
    assert (measured.evidence, measured.reason) == (Evidence.TOLD, "no date of change")
    assert measured.change_index is None


def test_nine_points_run_no_rule_however_large_the_difference():
    measured = measure([1, 1, 1], [99] * 6)
    assert (measured.evidence, measured.reason) == (Evidence.MEASURED, "fewer than 10 points")
    assert (measured.rule_set, measured.phases, measured.signals) == (None, (), ())


def test_ten_points_run_the_rules():
    measured = measure([1, 1, 1, 1], [99] * 6)
    assert measured.evidence is Evidence.SIGNAL
    assert measured.reason == "a shift of 6 points above the median"


def test_points_without_a_signal_are_measured():
    measured = measure(BASE, [9, 11, 9])
    assert (measured.evidence, measured.reason) == (Evidence.MEASURED, "no signal of change")


def test_a_signal_in_the_wrong_direction_is_measured_and_said():
    measured = measure(BASE, [11] * 7, direction="decrease")
    assert measured.evidence is Evidence.MEASURED
    assert measured.reason == "a shift of 7 points above the mean, in the wrong direction"
    assert measured.has_worsened
    assert not measured.has_improved


@pytest.mark.parametrize("direction", ["neutral", None])
def test_a_measure_without_a_direction_is_never_more_than_measured(direction):
    measured = measure(BASE, [20] * 24, direction=direction)
    assert measured.evidence is Evidence.MEASURED
    assert {signal.is_better for signal in measured.signals} == {None}
    assert not measured.has_improved
    assert not measured.has_worsened


@pytest.mark.parametrize(("months", "level"), [(12, "signal"), (13, "sustained")])
def test_a_signal_is_sustained_when_the_last_point_is_a_year_after_the_change(months, level):
    measured = measure(BASE, [13] * months)
    assert measured.evidence == level


def test_the_year_is_counted_in_calendar_months_from_the_day_of_the_change():
    points = make_measure([*BASE, *[13] * 13])
    assert measure_change(points, month(12)).evidence is Evidence.SUSTAINED
    assert measure_change(points, month(11) + dt.timedelta(days=2)).evidence is Evidence.SUSTAINED
    assert measure_change(points, month(12) + dt.timedelta(days=1)).evidence is Evidence.SIGNAL


def test_one_of_the_latest_six_dates_on_the_wrong_side_or_on_the_line_is_not_sustained():
    assert measure(BASE, [*[13] * 12, 9, *[13] * 5]).evidence is Evidence.SIGNAL
    assert measure(BASE, [*[13] * 12, 10, *[13] * 5]).evidence is Evidence.SIGNAL
    assert measure(BASE, [*[13] * 12, 9, *[13] * 6]).evidence is Evidence.SUSTAINED


def test_every_point_of_the_latest_six_dates_counts():
    given = make_measure([*BASE, *[13] * 18])
    extra = Point(date=month(27), value=9)
    both = given.model_copy(update={"points": (*given.points, extra)})
    assert measure_change(both, month(12)).evidence is Evidence.SIGNAL


def test_fewer_than_six_dates_after_the_change_are_not_sustained():
    measured = measure_change(
        make_measure(BASE).model_copy(
            update={
                "points": (
                    *make_measure(BASE).points,
                    *(Point(date=month(20 + 3 * i), value=20) for i in range(5)),
                )
            }
        ),
        month(12),
    )
    assert measured.evidence is Evidence.SIGNAL


def test_a_baseline_given_by_the_author_is_kept_to_and_cut_at_the_change():
    baseline = Baseline.model_validate({"from": month(2), "to": month(99)})
    (phase,) = measure(BASE, [9, 11], baseline=baseline).phases
    assert (phase.base_start, phase.base_end) == (2, 12)


def test_a_baseline_without_points_leaves_a_story_told():
    baseline = Baseline.model_validate({"from": dt.date(1999, 1, 1), "to": dt.date(1999, 12, 31)})
    measured = measure(BASE, [20] * 9, baseline=baseline)
    assert (measured.evidence, measured.reason) == (Evidence.TOLD, "no points in the baseline")
    assert (measured.rule_set, measured.phases) == (None, ())


def test_points_are_sorted_and_the_change_falls_on_the_first_point_on_or_after_it():
    given = make_measure([*BASE, 9, 11])
    mixed = given.model_copy(update={"points": given.points[::-1]})
    measured = measure_change(mixed, month(11) + dt.timedelta(days=3))
    assert measured.points == given.points
    assert measured.change_index == 12


def rebase(*indices):
    return tuple(Rebase(date=month(i), reason="The clinic moved.") for i in indices)


def test_a_rebase_starts_a_phase_on_its_first_twelve_points():
    measured = measure(BASE, [20, 21] * 12, rebase=rebase(16))
    first, second = measured.phases
    assert (first.start, first.end, first.base_start, first.base_end) == (0, 16, 0, 12)
    assert (second.start, second.end, second.base_start, second.base_end) == (16, 36, 16, 28)
    assert second.centre == 20.5


def test_a_rebase_with_few_points_uses_what_there_is():
    phases = measure(BASE, [20, 21] * 6, rebase=rebase(21, 23)).phases
    spans = [(phase.start, phase.end, phase.base_end) for phase in phases]
    assert spans == [(0, 21, 12), (21, 23, 23), (23, 24, 24)]
    assert phases[2].lower is None


def test_a_rebase_before_all_points_or_after_them_changes_nothing():
    assert len(measure(BASE, [20] * 9, rebase=rebase(0, 21, 50)).phases) == 1


def test_a_rebase_before_the_change_takes_no_lines_from_points_after_it():
    second = measure(BASE, [20] * 9, rebase=rebase(8)).phases[1]
    assert (second.base_start, second.base_end) == (8, 12)


def test_points_after_a_rebase_are_read_against_its_lines_and_its_baseline_is_silent():
    measured = measure(BASE, [20, 21] * 8 + [30], rebase=rebase(12))
    assert [(s.rule, s.points) for s in measured.signals] == [("outside", (28,))]
    leap = measure(BASE, [20, 21] * 3 + [90] + [20] * 5, rebase=rebase(12))
    assert leap.signals == ()


def test_rebasing_neither_makes_nor_hides_evidence():
    better = measure(BASE, [20, 21] * 8)
    assert measure(BASE, [20, 21] * 8, rebase=rebase(12)).evidence is better.evidence
    # Worse than at first, then less bad: an improvement against the new lines only.
    worse = measure(BASE, [5, 6] * 6 + [8.5] * 8, rebase=rebase(12))
    assert worse.evidence is Evidence.MEASURED
    assert any(signal.is_better for signal in worse.signals)
    assert worse.has_worsened
    assert not worse.has_improved


def test_a_story_has_the_level_of_its_best_measure():
    told, good = measure((), ()), measure(BASE, [20] * 9)
    assert judge_story([told, good, told]) is Evidence.SIGNAL
    assert judge_story([]) is Evidence.TOLD


def test_a_balancing_measure_never_raises_a_story():
    balancing = measure(BASE, [20] * 24, type="balancing")
    assert balancing.evidence is Evidence.SUSTAINED
    assert judge_story([balancing]) is Evidence.TOLD
    assert judge_story([balancing, measure(BASE, [9, 11])]) is Evidence.MEASURED


def voice(role):
    return Voice(role=role, quote="Thank you.", said_by="A", identity="anonymous")


def heard(whom):
    return Experience.model_validate({"method": "diary", "from": whom, "found": "Long waits."})


@pytest.mark.parametrize(
    ("voices", "experience", "sides"),
    [
        ((), (), Sides.NONE),
        (("volunteer", "other"), (), Sides.NONE),
        (("patient",), (), Sides.PATIENTS),
        (("carer",), (), Sides.PATIENTS),
        ((), ("carers",), Sides.PATIENTS),
        (("staff",), (), Sides.STAFF),
        ((), ("staff",), Sides.STAFF),
        (("staff",), ("patients",), Sides.BOTH),
        (("carer", "volunteer"), ("staff",), Sides.BOTH),
    ],
)
def test_a_quotation_and_an_experience_record_both_count_as_a_voice(voices, experience, sides):
    assert sides_of(map(voice, voices), map(heard, experience)) is sides
