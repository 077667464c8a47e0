"""A text to the words by which it is searched: letters folded, endings cut, small words known.

The rules are data, `search_language.json`, that a browser is given with the index: what somebody
types is cut there by the same table as the stories were here, and no two programs can disagree.
"""

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGE: dict[str, Any] = json.loads(
    Path(__file__).with_name("search_language.json").read_text(encoding="utf-8")
)
_LETTERS = str.maketrans(LANGUAGE["letters"])
_SAME: dict[str, str] = LANGUAGE["same"]
_WHOLE = frozenset(LANGUAGE["whole"].split())
_SUFFIXES: list[list[tuple[str, str, int]]] = LANGUAGE["suffixes"]
_APOSTROPHE = re.compile("[\u2018\u2019\u02bc\u2032]")
_INITIALS = re.compile(r"(?<!\w)([a-z]) ?& ?([a-z])(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_JOINED = re.compile("'(?:s|ll|ve|re|d|m)$")  # as in “doctor's” and “they've”
_WITH_E = ("ing", "ed", "er", "or")  # endings before which an “e” is left out, as in “caring”
_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiouy]*[aeiouy][^aeiouywx]")  # “car”, which “care” and “caring” are not


def fold(text: str) -> str:
    """Fold a text to the letters of every keyboard: without accents, ligatures and capitals."""
    if not text.isascii():
        text = _APOSTROPHE.sub("'", unicodedata.normalize("NFKD", text))
        text = "".join(c for c in text if not unicodedata.category(c).startswith("M"))
    return text.lower().translate(_LETTERS)


def split_words(text: str) -> list[str]:
    """Split a text into words, folded: “A&E” is one word, “doctor's” is “doctor”."""
    words = _WORD.findall(_INITIALS.sub(r"\1\2", fold(text)))
    return [_JOINED.sub("", w).replace("'", "") if "'" in w else w for w in words]


def _cut(word: str, rules: list[tuple[str, str, int]]) -> str:
    """Cut the first ending that a word has, if enough of it is left."""
    for suffix, instead, least in rules:
        if not word.endswith(suffix):
            continue
        rest = word[: -len(suffix)]
        if len(rest) >= least and (suffix == instead or not least or _VOWEL.search(rest)):
            is_kept = suffix in {"er", "or"} and rest[-1] == rest[-2]  # as in “letter”
            return word if is_kept else rest + instead
    return word


def _cut_all(word: str) -> str:
    word = _SAME.get(word, word)
    if (one := word.removesuffix("s")) in _WHOLE:
        return one
    if len(word) < 3 or not word.isalpha():  # noqa: PLR2004 (shorter ones have no endings)
        return word
    word = _cut_endings(word).replace("ae", "e")
    if len(word) > 3 and word.endswith("e") and not _SHORT.fullmatch(word[:-1]):  # noqa: PLR2004
        word = word[:-1]
    if len(word) > 2 and word.endswith("y"):  # noqa: PLR2004
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == word[-2]:  # noqa: PLR2004
        word = word[:-1]
    return word


def _cut_endings(word: str) -> str:
    is_short = False
    for rules in _SUFFIXES:
        before, word = word, _cut(word, rules)
        if word == before:
            continue
        if rules is _SUFFIXES[1] and word[-1:] == word[-2:-1]:
            word = word[:-1]  # as in “stopped”
        elif before.endswith(_WITH_E) and _SHORT.fullmatch(word):
            is_short = True
    return f"{word}e" if is_short else word


SMALL = frozenset(w.replace("'", "") for w in LANGUAGE["small"].split())
_SMALL_STEMS = frozenset(map(_cut_all, SMALL))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut a folded word's endings, so that “labelled”, “labelling” and “label” are one.

    What is left of a word that counts is never a small word: “notes” are not “not”.
    """
    cut = _cut_all(word)
    return f"{cut}e" if cut in _SMALL_STEMS and word not in SMALL else cut


def list_stems(text: str) -> list[str]:
    """List the stems of all words of a text, small ones too, in their order."""
    return [stem(word) for word in split_words(text)]
