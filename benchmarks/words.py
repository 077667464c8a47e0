"""Invented prose whose words are spread as those of real prose are.

The most frequent words are English ones, in `words.txt` from the most frequent on; behind them
come invented ones, as names of people, places and drugs do in real prose. A word's frequency falls
with its rank as Zipf and Mandelbrot found, so that more than half of a text is the first hundred
words, and a collection that grows goes on meeting words that it had not met.
"""

import itertools
import random
from functools import cache
from pathlib import Path

TAIL = 60_000
_RANK, _FALL = 2.7, 1.15  # Mandelbrot's two numbers
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p ph pl pr r s sh sl st t th tr v w".split()
_VOWELS = "a e i o u ea ai oo ou".split()
_CODAS = ["", "", "", "ck", "ct", "d", "l", "ll", "m", "n", "nd", "r", "rm", "s", "st", "t", "x"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "ton", "ine", "al", "ness"]


@cache
def list_words() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """List the words by rank, with their weights summed up."""
    known = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()
    chance, words = random.Random(7), dict.fromkeys(known)
    while len(words) < len(known) + TAIL:
        words[_invent(chance)] = None
    weights = (1 / (rank + _RANK) ** _FALL for rank in range(1, len(words) + 1))
    return tuple(words), tuple(itertools.accumulate(weights))


def _invent(chance: random.Random) -> str:
    count = chance.choice([1, 2, 2, 2, 3])
    syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(count))
    return "".join(syllables) + chance.choice(_CODAS) + chance.choice(_ENDINGS)


class Writer:
    """Writes words, lines and prose, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin a text; `chance` is free for other choices."""
        self.chance = random.Random(seed)

    def words(self, count: int) -> list[str]:
        """Write a run of words."""
        known, weights = list_words()
        return self.chance.choices(known, cum_weights=weights, k=count)

    def line(self, count: int) -> str:
        """Write a line of `count` words that begins with a capital and has no full stop."""
        text = " ".join(self.words(count))
        return text[0].upper() + text[1:]

    def prose(self, count: int) -> str:
        """Write about `count` words: paragraphs of four sentences, a heading now and then."""
        parts: list[str] = []
        while count > 0:
            if len(parts) % 4 == 3:
                parts.append(f"## {self.line(4)}")
            lengths = [self.chance.randint(8, 20) for _ in range(4)]
            parts.append(" ".join(f"{self.line(length)}." for length in lengths))
            count -= sum(lengths)
        return "\n\n".join(parts)
