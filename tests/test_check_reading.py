"""Reading: syllables and the grade that they make."""

import pytest

from generator.check.reading import count_long_words, grade_sentences


def test_long_words_have_three_syllables_or_more() -> None:
    assert count_long_words("The jug and the lid were water and plastic.") == 0
    assert count_long_words("Considerable communication followed.") == 2


def test_the_grade_is_the_published_formula() -> None:
    """30 sentences with 30 long words: 1.0430 × √30 + 3.1291."""
    assert grade_sentences(["Communication helped."] * 30) == pytest.approx(8.8418, abs=1e-3)


def test_a_text_of_short_words_has_the_lowest_grade() -> None:
    assert grade_sentences(["The jug is full."] * 12) == pytest.approx(3.1291)
    assert grade_sentences([]) == 0
