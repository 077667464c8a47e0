"""A leader's page on one side of paper: how many stories, what the figures say, whose voices."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.collection import Collection
from generator.findings import Findings
from generator.measure import Evidence
from generator.records import Story, Voice
from generator.render.cards import Card
from generator.render.story import gather_voices
from generator.render.words import EVIDENCE, count

MOST_FINDINGS = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A story whose figures show a signal of change, and the sentence that says it."""

    card: Card
    sentence: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a leader is told of some stories; `levels` counts them by evidence, strongest first."""

    total: int
    levels: tuple[tuple[str, str, int], ...]
    where: str
    findings: tuple[Finding, ...]
    patient: Voice | None
    staff: Voice | None
    stopped: tuple[Card, ...]
    testing: tuple[Card, ...]


def make_briefing(
    stories: Sequence[tuple[Story, Card]], collection: Collection, findings: Findings
) -> Briefing:
    """Make the briefing of some stories, newest first, each with its card."""
    levels = Counter(findings.of(story).evidence for story, _ in stories)
    settings = Counter(card.setting for _, card in stories if card.setting)
    patient, staff = _pick_voices([story for story, _ in stories], collection)
    return Briefing(
        total=len(stories),
        levels=tuple(
            (level.value, EVIDENCE[level.value], levels[level])
            for level in sorted(Evidence, key=lambda level: -level.rank)
            if levels[level]
        ),
        where=_say_where(settings),
        findings=tuple(_find_strongest(stories, findings)),
        patient=patient,
        staff=staff,
        stopped=tuple(card for story, card in stories if story.status == "stopped"),
        testing=tuple(card for story, card in stories if story.status == "testing"),
    )


def _say_where(settings: Counter[str]) -> str:
    named = [f"{name} ({number})" for name, number in settings.most_common(4)]
    rest = len(settings) - len(named)
    return ", ".join(named) + (f" and {count(rest, 'other kind')} of place" if rest > 0 else "")


def _find_strongest(stories: Sequence[tuple[Story, Card]], findings: Findings) -> list[Finding]:
    """Find the stories with a signal of change, sustained ones first, each with its sentence."""
    found = []
    for story, card in stories:
        shown = findings.of(story)
        if shown.evidence.rank < Evidence.SIGNAL.rank:
            continue
        best = max(
            (each for each in shown.measured if each.measure.type != "balancing"),
            key=lambda each: each.evidence.rank,
        )
        found.append((-shown.evidence.rank, Finding(card, best.sentence)))
    found.sort(key=lambda pair: pair[0])
    return [finding for _, finding in found[:MOST_FINDINGS]]


def _pick_voices(
    stories: Sequence[Story], collection: Collection
) -> tuple[Voice | None, Voice | None]:
    """Pick a short quotation of each side from the newest stories that have one."""
    patient = staff = None
    for story in stories:
        voices = gather_voices(story, collection)
        patient = patient or min(voices.patients, key=_length, default=None)
        staff = staff or min(voices.staff, key=_length, default=None)
        if patient and staff:
            break
    return patient, staff


def _length(voice: Voice) -> int:
    return len(voice.quote)
