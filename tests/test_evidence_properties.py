"""What must hold for every series: symmetry, scale, order, and no signal from before the change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from test_series import make_measure, measure, month

from generator.evidence import judge_measure, measure_change
from generator.model import Rebase

MIRRORED = {"increase": "decrease", "decrease": "increase", "neutral": "neutral", None: None}
tenths = st.integers(-300, 300).map(lambda whole: whole / 10)
# Few levels, so that ties, runs and points on a line are common.
values = st.one_of(tenths, st.integers(0, 4).map(float), st.sampled_from([0.1, 0.2, 0.3]))
befores = st.lists(values, max_size=20)
afters = st.one_of(
    st.lists(values, max_size=24),
    st.lists(st.integers(2, 6).map(float), min_size=8, max_size=24).map(sorted),
)
directions = st.sampled_from(list(MIRRORED))
rebases = st.lists(st.integers(0, 44), max_size=2)


def rebase(indices):
    return tuple(Rebase(date=month(i), reason="The clinic moved.") for i in indices)


def told(measured):
    """List all that a transformation of the values must leave alone."""
    signals = {(s.rule, s.points, s.is_better) for s in measured.signals}
    grounds = {(s.rule, s.points, s.is_better) for s in measured.grounds}
    phases = [(p.start, p.end, p.base_start, p.base_end) for p in measured.phases]
    return measured.evidence, measured.rule_set, measured.change_index, signals, grounds, phases


@given(values, st.integers(0, 20), st.integers(0, 24), rebases)
def test_a_constant_series_has_no_signal(value, before, after, indices):
    measured = measure([value] * before, [value] * after, rebase=rebase(indices))
    assert measured.signals == ()
    assert measured.grounds == ()


@given(befores, afters, directions, rebases)
def test_mirroring_the_values_and_the_direction_changes_nothing(before, after, direction, indices):
    here = measure(before, after, direction=direction, rebase=rebase(indices))
    there = measure(
        [-v for v in before],
        [-v for v in after],
        direction=MIRRORED[direction],
        rebase=rebase(indices),
    )
    assert told(here) == told(there)


@given(befores, afters, directions, st.integers(-100_000, 100_000), rebases)
def test_adding_a_constant_changes_no_signal(before, after, direction, constant, indices):
    here = measure(before, after, direction=direction, rebase=rebase(indices))
    moved = [[v + constant for v in part] for part in (before, after)]
    assert told(here) == told(measure(*moved, direction=direction, rebase=rebase(indices)))


@given(befores, afters, directions, st.sampled_from([0.001, 0.3, 1 / 7, 3.3, 1000.0]), rebases)
def test_scaling_by_a_positive_factor_changes_no_signal(before, after, direction, factor, indices):
    here = measure(before, after, direction=direction, rebase=rebase(indices))
    scaled = [[v * factor for v in part] for part in (before, after)]
    assert told(here) == told(measure(*scaled, direction=direction, rebase=rebase(indices)))


@given(befores, st.integers(0, 24))
def test_points_on_the_centre_line_make_no_signal_whatever_came_before(before, count):
    phases = measure(before, [0.0] * max(count, 12)).phases
    centre = phases[0].centre if phases else 0.0
    assert measure(before, [centre] * count).signals == ()


@given(befores, afters, rebases)
def test_signals_are_made_by_points_after_the_change_only(before, after, indices):
    measured = measure(before, after, rebase=rebase(indices))
    for signal in (*measured.signals, *measured.grounds):
        assert min(signal.points) >= len(before)
        assert list(signal.points) == sorted(set(signal.points))


@given(befores, afters, directions, st.randoms(use_true_random=False))
def test_the_order_in_which_points_are_written_does_not_matter(before, after, direction, random):
    given_measure = make_measure([*before, *after], direction=direction)
    points = list(given_measure.points)
    random.shuffle(points)
    mixed = given_measure.model_copy(update={"points": tuple(points)})
    here, there = (measure_change(each, month(len(before))) for each in (given_measure, mixed))
    assert told(here) == told(there)
    assert (here.sentence, here.reason) == (there.sentence, there.reason)


@given(befores, afters, directions)
def test_evidence_never_rises_when_the_date_of_the_change_is_removed(before, after, direction):
    given_measure = make_measure([*before, *after], direction=direction)
    dated = measure_change(given_measure, month(len(before)))
    assert measure_change(given_measure, None).evidence.rank <= dated.evidence.rank


@given(befores, afters, directions, rebases)
def test_rebasing_leaves_the_evidence_alone(before, after, direction, indices):
    plain = measure(before, after, direction=direction)
    rebased = measure(before, after, direction=direction, rebase=rebase(indices))
    assert rebased.evidence is plain.evidence
    assert rebased.grounds == plain.signals


@given(befores, afters, rebases)
def test_phases_follow_one_another_and_take_their_lines_from_before_the_change_or_after_it(
    before, after, indices
):
    measured = measure(before, after, rebase=rebase(indices))
    ends = [phase.end for phase in measured.phases]
    assert [phase.start for phase in measured.phases] == [0, *ends][: len(ends)]
    for phase in measured.phases:
        assert phase.base_start < phase.base_end
        assert not phase.base_start < len(before) < phase.base_end
        if phase.lower is not None:
            assert phase.lower <= phase.centre <= phase.upper


@given(befores, afters, directions, rebases, st.booleans())
def test_the_words_change_nothing_of_what_is_judged(before, after, direction, starts, is_dated):
    given_measure = make_measure([*before, *after], direction=direction, rebase=rebase(starts))
    changed_on = month(len(before)) if is_dated else None
    told_in_words = measure_change(given_measure, changed_on)
    judged = judge_measure(given_measure, changed_on)
    assert replace(told_in_words, reason="", sentence="") == judged
    assert told_in_words.reason
    assert told_in_words.sentence
