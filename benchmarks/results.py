"""What a run found, as values that are written to a file after every step and read back.

A run may be stopped at any time: whatever had been found by then is in the file.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

COLD, SAME, CHANGED = "cold", "nothing changed", "one story changed"
PHASES = (COLD, SAME, CHANGED)
CHECK, LOAD, MARK = "stories check", "PyYAML loads", "markdown-it renders"
COPY, LINK = "a copy of the site", "links to the site's files"
PREVIEW = "stories serve"


@dataclass(frozen=True, slots=True)
class Timing:
    """One measured step: who, how many stories, what; seconds, and bytes of memory."""

    who: str
    size: int
    phase: str
    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left: bytes and files; bytes of the search, whole and at a first question."""

    who: str
    size: int
    total: int
    files: int
    index: int
    first: int | None


@dataclass(slots=True)
class Results:
    """Everything that a run found, in the order in which it found it."""

    date: str
    machine: dict[str, str]
    versions: dict[str, dict[str, str]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    timings: list[Timing] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def best(self, who: str, size: int, phase: str) -> Timing | None:
        """Give the least seconds that one thing took, and the most memory."""
        found = [t for t in self.timings if (t.who, t.size, t.phase) == (who, size, phase)]
        if not found:
            return None
        return Timing(
            who,
            size,
            phase,
            wall=min(t.wall for t in found),
            cpu=min(t.cpu for t in found),
            memory=max(t.memory for t in found),
        )

    def output(self, who: str, size: int) -> Output | None:
        """Give what a tool's build of this size left."""
        found = [o for o in self.outputs if (o.who, o.size) == (who, size)]
        return found[-1] if found else None

    def save(self, file: Path) -> None:
        """Write everything to a file."""
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> "Results":
        """Read what was saved."""
        kept = json.loads(file.read_text(encoding="utf-8"))
        kept["timings"] = [Timing(**each) for each in kept["timings"]]
        kept["outputs"] = [Output(**each) for each in kept["outputs"]]
        return cls(**kept)
