"""Signs of personal data in a plain text, found as the form on the site finds them.

Takes words and the signs of a rule; gives where each value begins and ends. Every look around a
value is bounded, so that a hostile text costs no more than a long one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from generator.model.problem import Fault, Problem, Sign
from generator.rules.personal_data.clues import weigh
from generator.rules.personal_data.disguise import mask
from generator.rules.personal_data.texts import Text, as_words, is_in_address

Stretch = tuple[int, int]
Find = Callable[[str, tuple[Stretch, ...]], Iterable[tuple[int, int]]]
REACH = 240
# How far a value may reach, with the word that says what it is, before and behind what a cheap
# pattern finds of it.
AROUND = (110, 110)
_BEFORE = 60
_LONGEST_WORD = 40
# No story has so many numbers; each of them is looked at with the sentence around it.
_MOST_VALUES = 10_000
# A table of more rows than this is one of figures.
_MOST_ROWS = 40
# A point ends a sentence where a capital or a new line follows, but not after an initial or Mrs.
SENTENCE_END = re.compile(
    r"[.!?\n\x00](?:(?<=[.!?])(?<!\b[A-Za-z]\.)(?<!\b(?:M[rs]|D[ro]|S[tr]|[Nn]o)\.)"
    r"(?<!\b(?:Mrs|Rev|Hon|[Rr]e[fg]|[Nn]os|[Tt]el)\.)[”\"’')]*[ \n]+(?=[“\"‘'(*#]*[A-Z0-9])"
    r"|(?<=\n)(?:[ \t]*\n|(?=[#|>*-]))|(?<=\x00))"
)


def list_stretches(
    words: str, holding: re.Pattern[str], around: Stretch = AROUND
) -> tuple[Stretch, ...]:
    """List the stretches of a text around what a cheap pattern finds: all that signs need to see.

    The pattern finds some part of whatever a sign shows; the signs themselves are many and dear.
    """
    stretches: list[Stretch] = []
    before, behind = around
    for found in holding.finditer(words):
        first, last = max(0, found.start() - before), min(len(words), found.end() + behind)
        # Half a year would be a day.
        last = max(last, words.find(" ", last, last + _LONGEST_WORD))
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return tuple(stretches)


def find_signs(
    words: str, signs: Iterable[Sign], stretches: Iterable[Stretch] | None = None
) -> Iterator[tuple[int, int]]:
    """Find the start and end of each value that a sign shows, the first of those that overlap.

    With `stretches`, looks only there.
    """
    stretches = ((0, len(words)),) if stretches is None else tuple(stretches)
    found = sorted(
        {
            at
            for each in stretches
            for sign in signs
            if not (sign.words and sign.words.isdisjoint(_list_words(words, *each)))
            for at in _find(words, sign, each)
        }
    )
    last = -1
    for start, end in found:
        if start >= last:
            yield start, end
            last = end


def read_sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Find where the sentence around a value begins and ends, or what is near in a long one."""
    ends = _list_ends(words)
    at = bisect_right(ends, start) - 1
    first = max(ends[at], (start // REACH - 1) * REACH)
    while ends[at] < end and at < len(ends) - 1:
        at += 1
    return first, min(ends[at], (end // REACH + 2) * REACH)


def tell_signs(
    fault: Fault,
    texts: Iterable[Text],
    holding: re.Pattern[str],
    find: Find | None = None,
    around: Stretch = AROUND,
) -> Iterator[Problem]:
    """Report what a fault's signs, or `find`, show in texts, but in those for who may be asked.

    `holding` and `around` are as for `list_stretches`.
    """
    find = find or (lambda words, stretches: find_signs(words, fault.signs, stretches))
    for text in texts:
        if text.is_contact:
            continue
        plain = text.plain
        seen = set()  # a link's text and its address are often the same
        for start, end in find(plain.words, list_stretches(plain.words, holding, around)):
            value = plain.words[start:end]
            if value.lower() in seen:
                continue
            seen.add(value.lower())
            message, _hint = fault.say("", where=text.where, value=mask(value))
            yield fault.at(text.place(plain.find_origin(start)), message)


def either(sign: Sign, *, near: re.Pattern[str], unless: re.Pattern[str]) -> tuple[Sign, Sign]:
    """Make two of a sign: one where nothing says `unless`, and one where something says `near`."""
    return replace(sign, not_near=unless), replace(sign, near=(*sign.near, near))


def _find(words: str, sign: Sign, stretch: Stretch) -> Iterator[tuple[int, int]]:
    for first, last in _list_places(words, sign, stretch):
        for start, end in _list_spans(sign.pattern, sign.group, words, first, last):
            if start < 0 or not _is_placed(words, start, end, sign):
                continue
            if any(innocent.search(words[start:end]) for innocent in sign.unless):
                continue
            if sign.in_address or not is_in_address(words, start):
                yield start, end


@lru_cache(maxsize=2)
def _list_words(words: str, first: int, last: int) -> frozenset[bytes]:
    return as_words(words[first:last])


@lru_cache(maxsize=16)  # one pattern often stands in several signs, one after the other
def _list_spans(
    pattern: re.Pattern[str], group: str, words: str, first: int, last: int
) -> tuple[Stretch, ...]:
    found = islice(pattern.finditer(words, first, last), _MOST_VALUES)
    return tuple(each.span(group or 0) for each in found)


def _list_places(words: str, sign: Sign, stretch: Stretch) -> Iterator[Stretch]:
    if not sign.after:
        yield stretch
        return
    for spoken in sign.after.finditer(words, *stretch):
        before = words[max(0, spoken.start() - _BEFORE) : spoken.start()]
        if not (sign.not_after and sign.not_after.search(before)):
            yield spoken.end(), min(len(words), spoken.end() + sign.reach)


def _is_placed(words: str, start: int, end: int, sign: Sign) -> bool:
    if not (sign.clues or sign.near or sign.not_near or sign.not_before):
        return True
    first, last = read_sentence(words, start, end)
    if sign.clues and weigh(sign.clues, words, (start, end), (first, last)) <= 0:
        return False
    if sign.not_before and sign.not_before.search(words[max(first, start - _BEFORE) : start]):
        return False
    head = _find_head(words, first) if words.startswith("|", first) else None
    if not all(
        has(each, words, first, last) or (head and has(each, words, *head)) for each in sign.near
    ):
        return False
    return not (sign.not_near and has(sign.not_near, words, first, last))


@lru_cache(maxsize=32)
def _find_head(words: str, row: int) -> tuple[int, int]:
    """Find the first row of the table that a row stands in: it says what is in each."""
    first = row
    for _ in range(_MOST_ROWS):
        before = words.rfind("\n", 0, max(0, first - 1)) + 1
        if before == first or not words.startswith("|", before):
            break
        first = before
    return first, min(len(words), max(first, words.find("\n", first)))


@lru_cache(maxsize=2)
def _list_ends(words: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in SENTENCE_END.finditer(words)), len(words))


@lru_cache(maxsize=32)
def has(pattern: re.Pattern[str], words: str, first: int, last: int) -> bool:
    """Whether a pattern is found in a stretch; the values of one sentence ask the same."""
    return pattern.search(words, first, last) is not None
