"""The sentence under a chart: plain, rounded, and never surer than the points."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_series import make_measure, measure, month

from generator.evidence import measure_change
from generator.evidence.figures import name_spell, write_figures
from generator.model import Point

BASE = (52, 54) * 6


@pytest.mark.parametrize(
    ("before", "after", "fields", "sentence"),
    [
        (
            (),
            (),
            {},
            "Nothing has been counted yet.",
        ),
        (
            (28, 28),
            (),
            {"unit": "minutes"},
            "2 points, around 28 minutes, and none after the change yet.",
        ),
        (
            (),
            (80,),
            {"unit": "%"},
            "1 point, around 80%, and none before the change to compare with.",
        ),
        (
            (58,),
            (71,),
            {"unit": "%"},
            (
                "From 58% to 71%, but with 2 points in all it is too early to tell a change"
                " from chance."
            ),
        ),
        (
            (57, 58, 59),
            (70, 71, 72, 71),
            {"unit": "%"},
            (
                "From about 58% to about 71%, but with 7 points in all it is too early to "
                "tell a change from chance."
            ),
        ),
        (
            (5, 5),
            (5, 5),
            {"unit": "a week"},
            (
                "Around 5 a week before and after, and with 4 points in all it is too early"
                " to tell a change from chance."
            ),
        ),
        (
            BASE,
            (80,) * 9,
            {"unit": "%"},
            (
                "After the change 9 of 9 months were above the earlier average of 53%: a "
                "signal of change."
            ),
        ),
        (
            BASE[:8],
            (80,) * 9,
            {"unit": "%"},
            (
                "After the change 9 of 9 months were above the earlier middle value of 53%:"
                " a signal of change."
            ),
        ),
        (
            BASE,
            (80,) * 19,
            {"unit": "%"},
            (
                "After the change 19 of 19 months were above the earlier average of 53%: a "
                "signal of change, still there 18 months on."
            ),
        ),
        (
            BASE,
            (80,) * 9,
            {"direction": "decrease", "unit": "minutes"},
            (
                "After the change 9 of 9 months were above the earlier average of 53 "
                "minutes: a signal of change in the wrong direction."
            ),
        ),
        (
            BASE,
            (80,) * 9,
            {"direction": None},
            (
                "After the change 9 of 9 months were above the earlier average of 53: a "
                "signal of change."
            ),
        ),
        (
            BASE,
            (54,) * 7 + (52, 53) * 6,
            {},
            (
                "After the change 7 months in a row were above the earlier average of 53: a"
                " signal of change."
            ),
        ),
        (
            BASE,
            (52, 60),
            {},
            (
                "After the change 1 of 2 months was above 58, the usual upper limit: a "
                "signal of change."
            ),
        ),
        (
            BASE,
            (54, 57, 57),
            {},
            (
                "After the change 2 months close together came near 58, the usual upper "
                "limit: a signal of change."
            ),
        ),
        (
            BASE,
            (50, 51, 52, 53, 54, 55, 56),
            {},
            (
                "After the change 6 months in a row were higher than the one before: a "
                "signal of change."
            ),
        ),
        (
            BASE,
            (52, 60, 46),
            {},
            (
                "After the change 1 of 3 months was above 58, the usual upper limit: a "
                "signal of change, with another in the wrong direction."
            ),
        ),
        (
            BASE,
            (52, 60, 46),
            {"type": "balancing"},
            (
                "After the change 1 of 3 months was below 48, the usual lower limit: a "
                "signal of change in the wrong direction, with another for the better."
            ),
        ),
        (
            (27, 29) * 6,
            (28, 27, 29),
            {"type": "balancing", "unit": "minutes"},
            "No signal of change: it stayed around 28 minutes.",
        ),
        (
            BASE,
            (54, 54, 54, 53),
            {"unit": "%"},
            "No signal of change: around 53% before and around 54% after.",
        ),
    ],
)
def test_a_sentence_says_what_the_points_say(before, after, fields, sentence):
    assert measure(before, after, **fields).sentence == sentence


def test_a_measure_without_a_date_of_change_says_so():
    measured = measure_change(make_measure([4, 5, 6], unit="calls"), None)
    assert measured.sentence == (
        "3 points, around 5 calls, and no date of a change to compare them by."
    )


def test_what_the_author_says_stands():
    measured = measure(BASE, [80] * 9, says="Most people hear their own name now.")
    assert measured.sentence == "Most people hear their own name now."
    assert measured.reason == "a shift of 9 points above the mean"


@pytest.mark.parametrize(
    ("values", "unit", "written"),
    [
        ([53.4], "%", ["53%"]),
        ([2.52], "per patient-night", ["2.5 per patient-night"]),
        ([28.0], "minutes", ["28 minutes"]),
        ([1.0], "minutes", ["1 minute"]),
        ([0.0341], None, ["0.034"]),
        ([0.996], None, ["1"]),
        ([1234.5], "£", ["£1,234"]),
        ([-3.0], "£", ["\N{MINUS SIGN}£3"]),
        ([-0.0], "", ["0"]),
        ([2.52, 2.49], None, ["2.52", "2.49"]),
        ([12.0], "of every hundred people who were asked", ["12"]),
    ],
)
def test_figures_are_written_as_people_say_them(values, unit, written):
    assert write_figures(values, unit) == written


@pytest.mark.parametrize(
    ("days", "spell"),
    [(1, "day"), (7, "week"), (30, "month"), (91, "quarter"), (365, "year"), (12, "point")],
)
def test_a_point_is_named_after_the_time_between_dates(days, spell):
    first = month(0)
    points = [Point(date=first + dt.timedelta(days=days * i), value=1) for i in range(4)]
    assert name_spell(points) == spell
    assert name_spell([*points, points[-1]]) == "point"


@given(
    st.lists(st.integers(-40, 40), max_size=16),
    st.lists(st.integers(-40, 40), max_size=16),
    st.sampled_from(["increase", "decrease", "neutral", None]),
    st.sampled_from(["outcome", "balancing"]),
    st.booleans(),
)
def test_no_sentence_is_long_or_claims_a_proof(before, after, direction, kind, is_dated):
    given_measure = make_measure(
        [*before, *after], direction=direction, type=kind, unit="in ten phone days"
    )
    measured = measure_change(given_measure, month(len(before)) if is_dated else None)
    assert len(measured.sentence.split()) <= 35
    assert measured.sentence.endswith(".")
    assert "prove" not in measured.sentence
    assert measured.reason
    assert not measured.reason.endswith(".")
