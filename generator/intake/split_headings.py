"""A text of many headings to what stands below those that were asked for.

An answer may hold headings as well, and even one of those. Such a one is out of order, and stays
what it is: text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def split_by_headings(text: str, labels: Sequence[str]) -> dict[str, str]:
    """Part a text at its headings: the most of them that stand in the order of `labels`.

    Gives what stands below each, by label, and what stands above them all by an empty one.
    """
    order = {f"### {label}": number for number, label in enumerate(labels)}
    if not any(line.rstrip() in order for line in text.split("\n")):  # copied from the page
        order = {label: number for number, label in enumerate(labels)}
    lines = text.split("\n")
    known = ((row, order.get(line.rstrip())) for row, line in enumerate(lines))
    found = [(row, number) for row, number in known if number is not None]
    kept = _find_longest(found)
    rows = [*(row for row, _ in kept), len(lines)]
    below = {
        labels[number]: "\n".join(lines[start + 1 : end])
        for (_, number), (start, end) in zip(kept, pairwise(rows), strict=True)
    }
    return {"": "\n".join(lines[: rows[0]]), **below}


def _find_longest(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find the longest run of headings whose numbers rise; the earliest where two would do."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for index, (_, number) in enumerate(found):
        at = bisect_left(ends, number)
        before.append(tails[at - 1] if at else None)
        if at == len(ends):
            ends.append(number)
            tails.append(index)
        elif number < ends[at]:
            ends[at], tails[at] = number, index
    chain: list[tuple[int, int]] = []
    at_last = tails[-1] if tails else None
    while at_last is not None:
        chain.append(found[at_last])
        at_last = before[at_last]
    return chain[::-1]
