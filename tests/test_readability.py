"""Reading: syllables and the grade that they make."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.text.readability import (
    count_long_words,
    count_long_words_at_most,
    grade_sentences,
)


def test_long_words_have_three_syllables_or_more() -> None:
    assert count_long_words("The jug and the lid were water and plastic.") == 0
    assert count_long_words("Considerable communication followed.") == 2


def test_the_grade_is_the_published_formula() -> None:
    """30 sentences with 30 long words: 1.0430 × √30 + 3.1291."""
    assert grade_sentences(["Communication helped."] * 30) == pytest.approx(8.8418, abs=1e-3)


def test_a_text_of_short_words_has_the_lowest_grade() -> None:
    assert grade_sentences(["The jug is full."] * 12) == pytest.approx(3.1291)
    assert grade_sentences([]) == 0


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The jug was red.", 0),
        ("A telephone and a radiator.", 2),
        ("“Radio—amiga—amiga,” they’d’ve said", 3),
        ("piękniejszy", 1),
        (f"{'…' * 90}amiga", 1),
    ],
)
def test_the_words_that_may_be_long_are_at_most_so_many(text: str, most: int) -> None:
    assert count_long_words_at_most(text) == most


@given(
    st.text(
        st.sampled_from("aeiouybcdrtlmns'’—–“” .,éèłœAEIOUBCDRTLMN\n-_1")
        | st.characters(min_codepoint=0x80, max_codepoint=0x1FFF),
        max_size=120,
    )
)
def test_no_text_has_more_long_words_than_it_has_at_most(text: str) -> None:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text.lower())
    groups = [len(re.findall("[^\\W\\d_bcdfghjklmnpqrstvwxz]+", word)) for word in words]
    assert sum(count >= 3 for count in groups) <= count_long_words_at_most(text)
    assert count_long_words(text) <= count_long_words_at_most(text)
