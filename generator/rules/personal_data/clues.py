"""Whose a day or a number is, by the words around it: how much each of them speaks for one person.

No list of sentences holds all in which a day is a patient's. So each word near it, each pair of
them, and the form of the value have a weight, and a value counts where the sum of these is more
than nothing. The weights of each table are learnt from the sentences in `tests/quality` by
`scripts/weigh_clues.py`, and are tenths of logarithms of odds.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

Stretch = tuple[int, int]
# The words that are looked at on each side of a value, and the signs that they may take.
_WORDS = 30
_REACH = 240
# How many of them are right beside it.
_BESIDE = 2
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|[0-9]+|[^\sA-Za-z0-9À-ɏ]")
_FIGURES, _LETTERS = re.compile(r"[0-9]+"), re.compile(r"[A-Za-zÀ-ɏ]+")
_PLAIN = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'))


def weigh(table: str, words: str, value: Stretch, sentence: Stretch) -> int:
    """Weigh what stands around a value in a text: more than nothing speaks for one person.

    `table` is the name of one of the tables beside this module; the others are offsets. A text that
    is nothing but the value, as an answer in a form is, says nothing.
    """
    if len(words.strip()) == value[1] - value[0]:
        return 0
    weights = read_weights(table)
    known = weights.keys() & list_clues(words, value, sentence)
    return weights[""] + sum(map(weights.__getitem__, known))


def list_clues(words: str, value: Stretch, sentence: Stretch) -> set[str]:
    """List the clues around a value: words, each also with its side, and pairs of neighbours.

    Those right beside it, and next to these, also with their place. Of the sentences around it in
    its paragraph the words alone are clues, and weaker ones.
    """
    start, end = value
    first, last = _find_paragraph(words, start, end)
    before = _divide(words[max(first, sentence[0]) : start])[-_WORDS:]
    after = _divide(words[end : min(last, sentence[1])])[:_WORDS]
    around = (words[first : sentence[0]], words[sentence[1] : last])
    return {
        f"={_LETTERS.sub('a', _FIGURES.sub('9', words[start:end]))}",
        *_list_side(before[::-1], "<"),
        *_list_side(after, ">"),
        *(f"{one} {two}" for side in (before, after) for one, two in pairwise(side)),
        *(f"~{word}" for each in around for word in _divide(each)),
    }


@cache
def read_weights(table: str) -> Mapping[str, int]:
    """Read the weights of a table, by clue; under no clue, what every value begins with."""
    return {clue: int(weight) for weight, clues in read_table(table).items() for clue in clues}


@cache
def read_table(table: str) -> Mapping[str, list[str]]:
    """Read a table of weights as it is written: by each weight, the clues that have it."""
    written = Path(__file__).with_name(f"{table}.json").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(written)
    return found


def _find_paragraph(words: str, start: int, end: int) -> tuple[int, int]:
    first = words.rfind("\n\n", max(0, start - _REACH), start)
    first = max(0, start - _REACH) if first < 0 else first + 2
    farthest = min(len(words), end + _REACH)
    last = words.find("\n\n", end, farthest)
    if last >= 0 and words.startswith("#", first):
        last = words.find("\n\n", last + 2, farthest)
    return first, farthest if last < 0 else last


def _divide(words: str) -> list[str]:
    """Divide a text into words and signs; of figures only how many there are is kept."""
    for curled, plain in _PLAIN:  # in a twentieth of the time that `translate` takes
        words = words.replace(curled, plain)
    found = _WORD.findall(words.lower())
    return ["9" * min(4, len(word)) if word[0].isdigit() else word for word in found]


def _list_side(words: list[str], side: str) -> Iterator[str]:
    """List the clues of the words on one side, the nearest first."""
    for distance, word in enumerate(words or ["^"]):
        yield from (word, side + word)
        if distance < _BESIDE:
            yield f"{side}{distance + 1}{word}"
