"""What this generator is held to: ratios within one run, one wait and one weight."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.peers import HUGO, MATERIAL, OURS
from benchmarks.results import CHANGED, CHECK, COLD, LOAD, PREVIEW, SAME, Results

_US, _HUGO, _MATERIAL = OURS.name, HUGO.name, MATERIAL.name
_GIGABYTE = 1e9


@dataclass(frozen=True, slots=True)
class Target:
    """What is compared, the most that it may be, and how it is found; `None` if not measured."""

    label: str
    most: float
    find: Callable[[Results], float | None]


def _wall(results: Results, who: str, size: int, phase: str) -> float | None:
    timing = results.best(who, size, phase)
    return timing.wall if timing else None


def _divide(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


def _against_hugo(phase: str) -> Callable[[Results], float | None]:
    return lambda results: _divide(
        _wall(results, _US, 10_000, phase), _wall(results, _HUGO, 10_000, phase)
    )


def _cost_of_a_story(results: Results) -> float | None:
    large = _divide(_wall(results, _US, 10_000, COLD), 10_000)
    return _divide(large, _divide(_wall(results, _US, 1000, COLD), 1000))


def _memory(results: Results) -> float | None:
    found = [t.memory for t in results.timings if (t.who, t.size) == (_US, 10_000)]
    return max(found) / _GIGABYTE if found else None


# Against whom a cold build is held, by its stories, and how many times as long it may take.
COLD_LIMITS = {10_000: (_HUGO, 1.0), 1000: (_MATERIAL, 0.7)}
# How much of Hugo's time a build may take after one of 10,000 stories has changed.
CHANGE_LIMIT = 0.15

TARGETS = (
    Target(
        "10,000 stories, cold, against Hugo + Pagefind", COLD_LIMITS[10_000][1], _against_hugo(COLD)
    ),
    Target(
        "10,000 stories, one changed, against Hugo + Pagefind", CHANGE_LIMIT, _against_hugo(CHANGED)
    ),
    Target("10,000 stories, nothing changed, against Hugo + Pagefind", 0.08, _against_hugo(SAME)),
    Target(
        "1,000 stories, cold, against Material for MkDocs",
        COLD_LIMITS[1000][1],
        lambda results: _divide(
            _wall(results, _US, 1000, COLD), _wall(results, _MATERIAL, 1000, COLD)
        ),
    ),
    Target("a story at 10,000 against a story at 1,000, cold", 1.1, _cost_of_a_story),
    Target(
        "10,000 stories checked, against PyYAML merely loading their front matter",
        3.0,
        lambda results: _divide(
            _wall(results, CHECK, 10_000, COLD), _wall(results, LOAD, 10_000, COLD)
        ),
    ),
    Target(
        "an edit of one of 1,000 stories in a preview, in seconds until a browser shows it",
        1.0,
        lambda results: _wall(results, PREVIEW, 1000, CHANGED),
    ),
    Target("memory at its peak at 10,000 stories, in GB", 1.0, _memory),
)


def judge(results: Results) -> Iterator[tuple[Target, float | None, bool | None]]:
    """Give each target, what was found, and whether it is met; `None` for what was not measured."""
    for target in TARGETS:
        found = target.find(results)
        yield target, found, None if found is None else found <= target.most
