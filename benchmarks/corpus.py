"""Write a collection of any size, the same for the same size: python benchmarks/corpus.py 1000 DIR

Each story has about 600 words of prose, the fields that stories have, a measure of 30 months and,
one in two, an action record; one in twelve was adapted from an earlier one. Nothing in it has an
error or a warning as of `TODAY`. With --sentences its prose is that of the stories here, mixed: a
check takes longer, since a day or a name may come to stand where it tells too much.
"""

import argparse
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sentences import Quoter
from benchmarks.words import Writer

_TO_STORY = re.compile(r'<a href="(?:\.\./)+(?:stories|actions)/[^"]*">(.*?)</a>', re.DOTALL)

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-01"
DOMAINS = [path.stem for path in sorted((ROOT / "domains").glob("*.md")) if path.stem != "index"]
SETTINGS = ["ward", "outpatients", "day-unit", "radiotherapy", "emergency", "hospice", "surgery"]
PATHWAYS = ["breast", "lung", "bowel", "prostate", "blood", "end-of-life", "dementia", "any"]
PRIORITIES = ["patient-experience", "cancer-plan", "safety", "access", "fair-care"]
LEVELS = ["informing", "consultation", "engagement", "co-design", "co-production"]
PLACES = [f"{place} Hospital" for place in "Ashby Brome Carrow Dunmere Elvet Fenwick".split()]
PER_GROUP = 100
CONSENT = "consent: {{reference: X-{}, scope: [website, feeds], given: 2026-02-01}}"
ANN = f'said_by: "Ann, patient", identity: pseudonym, {CONSENT}'
NURSE = f'said_by: "A nurse", identity: anonymous, {CONSENT}'


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the corpus: which section it is in, its name, its fields as YAML, its prose."""

    section: str
    name: str
    fields: str
    prose: str

    @property
    def text(self) -> str:
        """The whole file."""
        return f"---\n{self.fields}---\n\n{self.prose}\n"


def story_path(number: int) -> str:
    """Say where the story of this number lies in its project."""
    return f"stories/group-{number // PER_GROUP:03}/story-{number:05}/index.md"


def make_records(count: int, write: type[Writer] = Writer) -> Iterator[Record]:
    """Make the records of a corpus of `count` stories, one after the other."""
    for number in range(count):
        writer = write(number)
        yield make_story(number, writer)
        if number % 2:
            yield make_action(number, writer)


def make_story(number: int, writer: Writer) -> Record:
    """Make one story."""
    chance = writer.chance
    status = chance.choice(["testing", "made", "made", "made", "stopped"])
    date = f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
    fields = [
        f'title: "{writer.line(6)} {number}"',
        f'summary: "{writer.line(24)}."',
        f"date: {date}",
        f"domains: [{', '.join(chance.sample(DOMAINS, 2))}]",
        f"setting: {chance.choice(SETTINGS)}",
        f"pathway: {chance.choice(PATHWAYS)}",
        f"organisation: {chance.choice(PLACES)}",
        f"status: {status}",
        "changed_on: 2025-07-01",
        f'problem: "{writer.line(18)}."',
        f'aim: "{writer.line(12)}."',
        'headroom: {hours: 3, weeks: 6, enabled_by: "The matron, by covering one shift"}',
        f"strategic_links: [{chance.choice(PRIORITIES)}]",
        f"involvement: {{level: {chance.choice(LEVELS)}, patients: 6, staff: 5}}",
        "experience:",
        f'  - {{method: observation, from: patients, people: 12, found: "{writer.line(15)}."}}',
        "voices:",
        f'  - {{role: patient, quote: "{writer.line(25)}.", {ANN.format(number)}}}',
        f'  - {{role: staff, quote: "{writer.line(20)}.", {NURSE.format(number)}}}',
        *_measure(writer),
        *_lineage(number, writer),
        f'limitations: "{writer.line(14)}."',
        f'lessons: ["{writer.line(16)}."]',
        "illustrative: true",
    ]
    name = f"story-{number:05}"
    return Record("stories", name, "\n".join(fields) + "\n", writer.prose(600))


def _measure(writer: Writer) -> list[str]:
    chance = writer.chance
    base, lift = chance.randint(40, 60), chance.choice([0, 0, 15, 25])
    months = [(2024 + (month + 4) // 12, (month + 4) % 12 + 1) for month in range(30)]
    return [
        "measures:",
        f'  - title: "{writer.line(3)}"',
        "    type: outcome",
        f'    definition: "{writer.line(12)}."',
        '    unit: "%"',
        "    direction: increase",
        "    points:",
        *(
            f"      - {{date: {year}-{month:02}-01, "
            f"value: {base + chance.randint(-6, 6) + (lift if at >= 15 else 0)}, n: 100}}"
            for at, (year, month) in enumerate(months)
        ),
    ]


def _lineage(number: int, writer: Writer) -> list[str]:
    if number % 12 != 11:
        return []
    earlier = writer.chance.randrange(number)
    return [f"adapted_from: story-{earlier:05}", f'adapted: "{writer.line(12)}."']


def make_action(number: int, writer: Writer) -> Record:
    """Make the action record of a story."""
    fields = [
        f'title: "{writer.line(5)} {number}"',
        "status: made",
        "made_on: 2025-07-01",
        "by: A nurse",
        "effort: {hours: 2, cost: 0}",
    ]
    return Record("actions", f"action-{number:05}", "\n".join(fields) + "\n", writer.prose(80))


def write_corpus(count: int, folder: Path, write: type[Writer] = Writer) -> None:
    """Write a whole project of `count` stories into `folder`."""
    for part in ("domains", "content", "theme"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    for page in (folder / "content").rglob("*.md"):  # the stories that they lead to are not here
        words = page.read_text(encoding="utf-8")
        page.write_text(_TO_STORY.sub(r"\1", words), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for record in make_records(count, write):
        number = int(record.name.rpartition("-")[2])
        file = folder / story_path(number)
        if record.section == "actions":
            file = file.parent / "actions" / f"{record.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(record.text, encoding="utf-8")


def read_corpus(folder: Path) -> Iterator[Record]:
    """Read a corpus that was written, as whoever moves it to another tool would."""
    for path in sorted((folder / "stories").rglob("*.md")):
        fields, _, prose = path.read_text(encoding="utf-8")[4:].partition("\n---\n")
        section = "actions" if path.parent.name == "actions" else "stories"
        name = path.stem if section == "actions" else path.parent.name
        yield Record(section, name, f"{fields}\n", prose.strip())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sentences", action="store_true", help="of the stories here")
    arguments = parser.parse_args()
    write_corpus(arguments.count, arguments.folder, Quoter if arguments.sentences else Writer)
