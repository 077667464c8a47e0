"""How hard a text is to read: the words of many syllables, and the SMOG grade.

Sentences enter as plain text; a grade leaves. The grade is McLaughlin's (SMOG Grading: a New
Readability Formula, Journal of Reading 12, 1969), as the NHS service manual uses it: the years of
schooling that a reader needs, more or less. Syllables are counted at the places where a word may be
hyphenated, which finds too few rather than too many, so that a text is never called harder than it
is by much. The patterns are American, since these divide by sound; British ones divide by origin.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import sqrt

from pyphen import Pyphen  # type: ignore[import-untyped]

MANY_SYLLABLES = 3
_CONSONANTS = "bcdfghjklmnpqrstvwxz'"
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Each byte of a text in small letters as a vowel, a consonant or what parts words. All beyond ASCII
# are vowels, so that there are too many rather than too few.
_SOUNDS = bytes(
    ord("b" if sign in _CONSONANTS else "a" if sign in "aeiouy" or not sign.isascii() else " ")
    for sign in map(chr, range(256))
)
# Three groups of vowels. No group is longer than the longest word, and none is given back, so that
# no text takes long; bytes of three kinds are searched four times as fast as letters.
_MAY_BE_LONG = re.compile(rb"a{1,40}+b{1,40}+a{1,40}+b{1,40}+a")
_VOWELS = re.compile(f"[^\\W\\d_{_CONSONANTS}]+")
_LONGEST = 40
_SHORTEST = 6


def grade_sentences(sentences: Sequence[str]) -> float:
    """Grade sentences by SMOG."""
    return grade(sum(map(count_long_words, sentences)), len(sentences))


def grade(long_words: int, sentences: int) -> float:
    """Grade so many long words in so many sentences: 1.0430 √(30 × words / sentences) + 3.1291."""
    return 1.0430 * sqrt(30 * long_words / sentences) + 3.1291 if sentences else 0.0


def count_words(text: str) -> int:
    """Count the words of a text."""
    return len(_WORDS.findall(text))


def count_long_words(text: str) -> int:
    """Count the words of three syllables or more."""
    words = _WORDS.findall(text.lower())
    return sum(_is_long(word) for word in words if _SHORTEST <= len(word) <= _LONGEST)


def count_long_words_at_most(text: str) -> int:
    """Find a number that the long words of a text do not exceed, in a fraction of the time.

    A syllable has a vowel, so that no word has more of them than groups of vowels.
    """
    sounds = text.lower().replace("’", "'").encode(errors="surrogatepass").translate(_SOUNDS)
    return len(_MAY_BE_LONG.findall(sounds))


@lru_cache(maxsize=20_000)
def _is_long(word: str) -> bool:
    if len(_VOWELS.findall(word)) < MANY_SYLLABLES:
        return False
    return len(load_patterns().positions(word)) + 1 >= MANY_SYLLABLES


@cache
def load_patterns() -> Pyphen:
    """Load the patterns, which takes as long as to read a hundred stories."""
    return Pyphen(lang="en_US")
