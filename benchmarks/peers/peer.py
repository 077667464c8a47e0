"""What a peer is: a tool, set up as its users would, that builds the same stories."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import Record, read_corpus

# As many on a page of a list as this generator has, where a tool divides its lists.
PER_PAGE = 48


@dataclass(frozen=True, slots=True)
class Search:
    """How a reader searches: what to press first, where to type, and what shows the results.

    `files` are parts of the addresses of what is fetched for the search's sake alone.
    """

    opener: str
    field: str
    result: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lacks:
    """What a tool does of what this generator does beside pages, as it was set up here."""

    checks: str
    facets: str
    charts: str
    cards: str
    changes: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool and how it is used here.

    `lay_out` writes a project into an empty folder, from the corpus's. `commands` are run in that
    folder, one after the other. `caches` are what a cold build does not find, besides `output`.
    `find_story` says where the story of a number lies. `find_fault` says why the tool cannot be
    had here, if it cannot, having tried to get it. `sizes` are the only ones that it is measured
    at; empty means all.
    """

    name: str
    lay_out: Callable[[Path, Path], None]
    commands: tuple[tuple[str, ...], ...]
    find_story: Callable[[int], str]
    find_fault: Callable[[], str]
    find_versions: Callable[[], Mapping[str, str]]
    output: str
    search: Search
    lacks: Lacks | None = None
    caches: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()

    @property
    def slug(self) -> str:
        """The name as a folder may have it."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.name.lower()).split())


def add_tags(record: Record) -> str:
    """Call the domains `tags` too, which is what most tools understand."""
    lines = record.fields.splitlines()
    tags = [f"tags: {line.partition(': ')[2]}" for line in lines if line.startswith("domains: ")]
    return "\n".join([*lines, *tags]) + "\n"


def write_flat(corpus: Path, folder: Path, fields: Callable[[Record], str]) -> None:
    """Write every record of the corpus as `SECTION/NAME.md`, as most tools have it."""
    for section in ("stories", "actions"):
        (folder / section).mkdir(parents=True, exist_ok=True)
    for record in read_corpus(corpus):
        file = folder / record.section / f"{record.name}.md"
        text = f"---\n{fields(record)}---\n\n{record.prose}\n"
        file.write_text(text, encoding="utf-8")


def flat_story(folder: str) -> Callable[[int], str]:
    """Say where stories lie below `folder` once they are written so."""
    return lambda number: f"{folder}/stories/story-{number:05}.md"


def packages(*names: str) -> Callable[[], dict[str, str]]:
    """Say how to look up the versions of Python packages."""
    return lambda: {name: version(name) for name in names}
