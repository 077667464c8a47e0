"""How hard a text is to read: the words of many syllables, and the SMOG grade.

Sentences enter as plain text; a grade leaves. The grade is McLaughlin's (SMOG Grading: a New
Readability Formula, Journal of Reading 12, 1969), as the NHS service manual uses it: the years of
schooling that a reader needs, more or less. Syllables are counted at the places where a word may be
hyphenated, which finds too few rather than too many, so that a text is never called harder than it
is by much. The patterns are American, since these divide by sound; British ones divide by origin.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import sqrt

from pyphen import Pyphen  # type: ignore[import-untyped]

MANY_SYLLABLES = 3
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile("[^\\W\\d_bcdfghjklmnpqrstvwxz]+")
_LONGEST = 40
_SHORTEST = 6


def grade_sentences(sentences: Iterable[str]) -> float:
    """Grade sentences by SMOG: 1.0430 √(30 × long words / sentences) + 3.1291."""
    return _grade([count_long_words(sentence) for sentence in sentences])


def grade_at_most(sentences: Iterable[str]) -> float:
    """Find a grade that sentences do not exceed, in a tenth of the time that their own takes.

    A syllable has a vowel, so that no word has more of them than groups of vowels.
    """
    return _grade([sum(map(_may_be_long, _find_words(sentence))) for sentence in sentences])


def _grade(counts: Sequence[int]) -> float:
    return 1.0430 * sqrt(30 * sum(counts) / len(counts)) + 3.1291 if counts else 0.0


def count_words(text: str) -> int:
    """Count the words of a text."""
    return len(_WORDS.findall(text))


def count_long_words(text: str) -> int:
    """Count the words of three syllables or more."""
    return sum(map(_is_long, _find_words(text)))


def _find_words(text: str) -> list[str]:
    return [w for w in _WORDS.findall(text.lower()) if _SHORTEST <= len(w) <= _LONGEST]


def _may_be_long(word: str) -> bool:
    return len(_VOWELS.findall(word)) >= MANY_SYLLABLES


@lru_cache(maxsize=20_000)
def _is_long(word: str) -> bool:
    return _may_be_long(word) and len(_load_patterns().positions(word)) + 1 >= MANY_SYLLABLES


@cache
def _load_patterns() -> Pyphen:
    return Pyphen(lang="en_US")
