"""How often the evidence label is wrong: what `make evidence` found, for the page of labels.

The figures stand in `simulation.json`, which that command writes beside its report; nothing here is
written by hand but the words for each process.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).with_name("simulation.json")
_NOTHING = {
    "normal": "nothing changes, and each month is by itself",
    "exponential": "nothing changes, and a few values are far above the rest",
    "Poisson, mean 2": "nothing changes, and about 2 are counted a month",
    "days of falls, as events": "nothing changes, and rare events are told by their days",
    "60 %, n of 4 or 100": "nothing changes, in a percentage of now 4 people and now 100",
    "three measures": "nothing changes, in three measures",
    "an outcome, two balancing": "nothing changes, in an outcome and two that watch for harm",
    "normal, a look every month": "nothing changes, looked at every month: at some look",
}
_LEANING = {
    "each leans on the last, 0.3": "each month leans a little on the one before",
    "each leans on the last, 0.5": "each month leans much on the one before",
    "a yearly wave": "there is a season, and nothing else",
    "a team that acts after a bad spell": "a team acts after a bad spell, which would have passed",
    "a rise of 0.1 SD a month that stops": "a slow rise stops at the change",
    "a rise of 0.15 SD a month that stops": "a rise half as fast again stops at the change",
    "a rise of 0.3 SD a month that stops": "a fast rise stops at the change",
    "a rise of 0.5 SD a month that stops": "a rise faster still stops at the change",
    "falls 10 % rarer a month, which stops": "rare events grow rarer, which stops at the change",
}
_CHANGED = {
    "a shift of 0.5 SD": "figures move by half of their usual spread",
    "a shift of 1 SD": "figures move by their usual spread",
    "a shift of 1.5 SD": "figures move by one and a half times their usual spread",
    "a shift of 2 SD": "figures move by twice their usual spread",
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A kind of story, and in how many of 100 each label comes: least and most of all sizes."""

    words: str
    signal: str
    worse: str


@dataclass(frozen=True, slots=True)
class Simulation:
    """What was simulated on a day: stories without a change, stories that mislead, true changes."""

    date: str
    stories: str
    nothing: tuple[Wrong, ...]
    leaning: tuple[Wrong, ...]
    changed: tuple[Wrong, ...]


@cache
def read_simulation() -> Simulation:
    """Read what the last simulation found."""
    told = json.loads(FIGURES.read_text(encoding="utf-8"))
    found = told["processes"]
    return Simulation(
        date=told["date"],
        stories=f"{told['stories']:,}",
        nothing=tuple(_make(words, found[name]) for name, words in _NOTHING.items()),
        leaning=tuple(_make(words, found[name]) for name, words in _LEANING.items()),
        changed=tuple(_make(words, found[name]) for name, words in _CHANGED.items()),
    )


def _make(words: str, process: dict[str, Any]) -> Wrong:
    return Wrong(words, _say_range(process["signal"]), _say_range(process.get("worse")))


def _say_range(found: list[float] | None) -> str:
    """Say the least and the most of all sizes."""
    if found is None:
        return ""
    least, most = (f"{share:g}" for share in found)
    return least if least == most else f"{least} to {most}"
