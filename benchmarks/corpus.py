"""Write a corpus of stories of any size, the same for the same size: python benchmarks/corpus.py 1000 DIR

Each story has about 600 words of prose, the usual fields, a measure of 30 months and, one in two,
an action record. The words come from a list with the long tail that real vocabulary has.
"""

import argparse
import random
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOMAINS = [path.stem for path in sorted((ROOT / "domains").glob("*.md")) if path.stem != "index"]
SETTINGS = ["ward", "outpatients", "day-unit", "radiotherapy", "emergency", "hospice", "surgery"]
PATHWAYS = ["breast", "lung", "bowel", "prostate", "blood", "end-of-life", "dementia", "any"]
PRIORITIES = ["patient-experience", "cancer-plan", "safety", "access", "fair-care"]
STATUSES = ["testing", "made", "made", "sustained", "stopped"]
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "wo",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
]
COMMON = [
    "the",
    "a",
    "and",
    "of",
    "to",
    "in",
    "was",
    "we",
    "she",
    "he",
    "they",
    "it",
    "on",
    "at",
    "for",
    "with",
    "that",
    "had",
    "were",
    "her",
    "his",
    "when",
    "not",
    "from",
    "ward",
    "nurse",
    "patient",
    "door",
    "bed",
    "clinic",
    "morning",
    "night",
    "tea",
    "name",
    "chair",
    "window",
    "letter",
    "telephone",
    "board",
]


def make_vocabulary(chance: random.Random, size: int = 6000) -> list[str]:
    """Make words that nobody says, so that every corpus has a long tail."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]


def make_words(chance: random.Random, vocabulary: list[str], count: int) -> list[str]:
    """Make a run of words, two in three of them common."""
    return [
        chance.choice(COMMON)
        if chance.random() < 0.66
        else vocabulary[int(chance.paretovariate(1.1)) % len(vocabulary)]
        for _ in range(count)
    ]


def make_prose(chance: random.Random, vocabulary: list[str], words: int) -> str:
    """Make prose in sentences, paragraphs and a heading now and then."""
    parts, left = [], words
    while left > 0:
        if len(parts) % 4 == 3:
            parts.append("## " + " ".join(make_words(chance, vocabulary, 4)).capitalize())
        sentences = []
        for _ in range(4):
            length = chance.randint(8, 20)
            sentences.append(" ".join(make_words(chance, vocabulary, length)).capitalize() + ".")
            left -= length
        parts.append(" ".join(sentences))
    return "\n\n".join(parts)


def make_story(number: int, chance: random.Random, vocabulary: list[str]) -> str:
    """Make one story with its front matter."""
    title = " ".join(make_words(chance, vocabulary, 6)).capitalize()
    points, base = [], chance.randint(40, 60)
    lift = chance.choice([0, 0, 15, 25])
    for month in range(30):
        value = base + chance.randint(-6, 6) + (lift if month >= 15 else 0)
        points.append(
            f"      - {{date: {2024 + month // 12}-{month % 12 + 1:02}-01, value: {value}, n: 20}}"
        )
    consent = "{reference: X-1, scope: [website, feeds], given: 2026-02-01}"
    return "\n".join(
        [
            "---",
            f'title: "{title} {number}"',
            f'summary: "{" ".join(make_words(chance, vocabulary, 24)).capitalize()}."',
            f"date: {chance.choice([2024, 2025, 2026])}-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}",
            f"domains: [{', '.join(chance.sample(DOMAINS, 2))}]",
            f"setting: {chance.choice(SETTINGS)}",
            f"pathway: {chance.choice(PATHWAYS)}",
            "organisation: A generated place",
            f"status: {chance.choice(STATUSES)}",
            "changed_on: 2025-04-01",
            f"strategic_links: [{chance.choice(PRIORITIES)}]",
            "involvement: {level: co-design, patients: 6, staff: 5, decided_by: Six patients}",
            "experience:",
            f'  - {{method: observation, from: patients, people: 12, found: "{" ".join(make_words(chance, vocabulary, 15))}"}}',
            "voices:",
            f'  - {{role: patient, quote: "{" ".join(make_words(chance, vocabulary, 25))}", said_by: "Ann, patient", identity: pseudonym, consent: {consent}}}',
            f'  - {{role: staff, quote: "{" ".join(make_words(chance, vocabulary, 20))}", said_by: "A nurse", identity: anonymous, consent: {consent}}}',
            "measures:",
            '  - title: "Names used"',
            "    type: outcome",
            '    definition: "Counted by a volunteer, out of 20 greetings."',
            '    unit: "%"',
            "    direction: increase",
            "    points:",
            *points,
            "illustrative: true",
            "---",
            "",
            make_prose(chance, vocabulary, 600),
            "",
        ]
    )


def write_corpus(count: int, folder: Path) -> None:
    """Write a whole project of `count` stories into `folder`."""
    chance = random.Random(count)
    vocabulary = make_vocabulary(random.Random(7))
    for part in ("domains", "content", "theme"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for number in range(count):
        story = folder / "stories" / f"group-{number // 100:03}" / f"story-{number:05}" / "index.md"
        story.parent.mkdir(parents=True, exist_ok=True)
        story.write_text(make_story(number, chance, vocabulary), encoding="utf-8")
        if number % 2:
            action = story.parent / "actions" / f"action-{number:05}.md"
            action.parent.mkdir(exist_ok=True)
            title = " ".join(make_words(chance, vocabulary, 5)).capitalize()
            action.write_text(
                f'---\ntitle: "{title}"\nstatus: made\nmade_on: 2025-04-01\n'
                f"by: A nurse\neffort: {{hours: 2, cost: 0}}\n---\n\n"
                f"{make_prose(chance, vocabulary, 80)}\n",
                encoding="utf-8",
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_corpus(arguments.count, arguments.folder)
