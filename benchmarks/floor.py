"""What a build costs of which none that makes these files can do without, and what that leaves.

Seconds of processor, measured in the run: a build that keeps every core busy takes as many as it
takes seconds, times the cores.
"""

from benchmarks.peers import HUGO, MATERIAL, OURS
from benchmarks.results import (
    CHANGED,
    CHECK,
    COLD,
    COPY,
    LINK,
    LOAD,
    MARK,
    SAME,
    Results,
    Timing,
)
from benchmarks.targets import CHANGE_LIMIT, COLD_LIMITS


def tell_floor(results: Results, size: int) -> str:
    """Tell what other programs take for parts of a build of this size; empty if not measured."""
    cold = results.best(OURS.name, size, COLD)
    load, mark, copy = (results.best(who, size, COLD) for who in (LOAD, MARK, COPY))
    if not (cold and load and mark and copy):
        return ""
    floor = sum(part.cpu for part in (load, mark, copy))
    return (
        f"\n\nOf the {cold.cpu:.1f} s of processor of the cold build, {floor:.1f} s are what other "
        f"programs take for their parts alone: PyYAML to load the front matter {load.cpu:.1f} s, "
        f"markdown-it-py to turn the prose into HTML {mark.cpu:.1f} s, and `cp` to copy the site "
        f"{copy.cpu:.1f} s. The rest is judging, drawing and indexing, in Python."
        f"{_tell_left(results, size, cold.cpu, floor, copy.cpu)}{_tell_change(results, size)}"
    )


def _tell_left(results: Results, size: int, cold: float, floor: float, made: float) -> str:
    """Tell what the target of a cold build leaves for a page: beside the `floor`, and to draw it.

    `made` is what a copy of the site takes.
    """
    who, most = COLD_LIMITS.get(size, ("", 0))
    other = results.best(who, size, COLD)
    if not other:
        return ""
    whole = _spread(results, other, most)
    told = (
        f" {_tell_limit(results, other, most)}: after those parts {_tell_rest(whole - floor, size)} "
        f"would be left for each of {_count_pages(size):,} pages and the files beside it. It takes "
        f"{_tell_rest(cold - floor, size)}."
    )
    check, plain = (results.best(each, size, COLD) for each in (CHECK, MATERIAL.name))
    if check and plain:
        told += (
            f" `stories check`, which no peer has, takes {check.cpu:.1f} s; beside that and `cp`, "
            f"{_tell_rest(whole - check.cpu - made, size)} would be left to draw a page. "
            f"{plain.who} takes {_tell_rest(plain.cpu, size)} a page for all that it does."
        )
    return told


def _tell_change(results: Results, size: int) -> str:
    """Tell what a build after a change costs of which none can do without."""
    changed, same = (results.best(OURS.name, size, phase) for phase in (CHANGED, SAME))
    link, other = (results.best(who, size, CHANGED) for who in (LINK, HUGO.name))
    if not (changed and same and link) or size < max(COLD_LIMITS):
        return ""
    needed = same.cpu + link.cpu
    limit = ""
    if other:
        left = _tell_rest(_spread(results, other, CHANGE_LIMIT) - needed, size)
        limit = (
            f" {_tell_limit(results, other, CHANGE_LIMIT)}: that would leave {left} for each "
            f"of {_count_pages(size):,} records, to look up what is known of it and to tell whose "
            "pages show it."
        )
    return (
        f"\n\nOf the {changed.cpu:.1f} s of processor after one story had changed, to see that "
        f"nothing else has takes {same.cpu:.1f} s and `cp -al` to link as many files "
        f"{link.cpu:.1f} s, together {needed:.1f} s.{limit}"
    )


def _tell_limit(results: Results, other: Timing, most: float) -> str:
    return (
        f"{most:g} × {other.who} is {other.wall * most:.1f} s, or "
        f"{_spread(results, other, most):.1f} s of processor if no core is ever idle"
    )


def _spread(results: Results, other: Timing, most: float) -> float:
    """Find the seconds of processor in so many times the time that another took."""
    return other.wall * most * float(results.machine["cores"])


def _tell_rest(seconds: float, size: int) -> str:
    """Tell what so many seconds are for each page."""
    return f"{seconds / _count_pages(size) * 1000:.1f} ms" if seconds > 0 else "nothing"


def _count_pages(size: int) -> int:
    """Count the stories and the actions of a corpus."""
    return size + size // 2
