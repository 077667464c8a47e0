"""A leader's paper about some stories: how many, what the figures say, whose voices, what is open.

Made for a page and for at most four sheets of paper, however many stories there are: the strongest
examples stand for the rest, and the paper says how many more there are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.collection import Collection
from generator.findings import Findings, Shown
from generator.measure import Evidence, Measured
from generator.records import Story, Voice
from generator.render.cards import Card
from generator.render.chart import Chart, make_chart
from generator.render.story import gather_voices
from generator.render.words import EVIDENCE, count

MOST_FINDINGS = 4
MOST_EXAMPLES = 24
MOST_OPEN = 5
MOST_VOICES = 2
SHORT_QUOTE = 320


@dataclass(frozen=True, slots=True)
class Finding:
    """A story whose figures show a signal of change: the sentence that says it, and the chart."""

    card: Card
    sentence: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said, and the story that they said it in."""

    voice: Voice
    card: Card


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a leader is told of some stories; `levels` counts them by evidence, strongest first.

    `examples` are the stories that a paper lists, strongest first, and `more` says how many others
    there are.
    """

    total: int
    levels: tuple[tuple[str, str, int], ...]
    where: str
    findings: tuple[Finding, ...]
    patients: tuple[Heard, ...]
    staff: tuple[Heard, ...]
    stopped: tuple[Card, ...]
    testing: tuple[Card, ...]
    examples: tuple[Card, ...]
    more: str


def make_briefing(
    stories: Sequence[tuple[Story, Card]], collection: Collection, findings: Findings
) -> Briefing:
    """Make the briefing of some stories, newest first, each with its card."""
    levels = Counter(findings.of(story).evidence for story, _ in stories)
    settings = Counter(card.setting for _, card in stories if card.setting)
    # A stable sort: stories of one level stay newest first.
    ranked = sorted(stories, key=lambda pair: -findings.of(pair[0]).evidence.rank)
    left = len(stories) - MOST_EXAMPLES
    return Briefing(
        total=len(stories),
        levels=tuple(
            (level.value, EVIDENCE[level.value], levels[level])
            for level in sorted(Evidence, key=lambda level: -level.rank)
            if levels[level]
        ),
        where=_say_where(settings),
        findings=tuple(_find_strongest(ranked[:MOST_FINDINGS], collection, findings)),
        patients=tuple(_pick_voices(ranked, collection, "patients")),
        staff=tuple(_pick_voices(ranked, collection, "staff")),
        stopped=tuple(card for story, card in stories if story.status == "stopped")[:MOST_OPEN],
        testing=tuple(card for story, card in stories if story.status == "testing")[:MOST_OPEN],
        examples=tuple(card for _, card in ranked[:MOST_EXAMPLES]),
        more=count(left, "more story", "more stories") if left > 0 else "",
    )


def may_be_printed(voice: Voice) -> bool:
    """Whether somebody agreed to be quoted on paper; whether the consent holds was asked before."""
    return voice.consent is not None and "print" in voice.consent.scope


def _say_where(settings: Counter[str]) -> str:
    named = [f"{name} ({number})" for name, number in settings.most_common(4)]
    rest = len(settings) - len(named)
    return ", ".join(named) + (f" and {count(rest, 'other kind')} of place" if rest > 0 else "")


def _find_strongest(
    ranked: Sequence[tuple[Story, Card]], collection: Collection, findings: Findings
) -> Iterator[Finding]:
    """Find the stories with a signal of change, each with the measure that shows it best."""
    for number, (story, card) in enumerate(ranked, 1):
        shown = findings.of(story)
        if shown.evidence.rank >= Evidence.SIGNAL.rank:
            best = _find_best(shown)
            chart = make_chart(best, collection.actions_of(story), f"_finding-{number}")
            yield Finding(card, best.sentence, chart)


def _find_best(shown: Shown) -> Measured:
    telling = (each for each in shown.measured if each.measure.type != "balancing")
    return max(telling, key=lambda each: each.evidence.rank)


def _pick_voices(
    ranked: Sequence[tuple[Story, Card]], collection: Collection, side: str
) -> Iterator[Heard]:
    """Pick a short quotation of one side from each of the strongest stories that have one.

    Those that may be printed come first, so that page and paper say the same where they can.
    """
    heard: list[tuple[bool, Heard]] = []
    for story, card in ranked:
        voices = getattr(gather_voices(story, collection), side)
        short = [voice for voice in voices if len(voice.quote) <= SHORT_QUOTE]
        if not short:
            continue
        best = min(short, key=lambda voice: (not may_be_printed(voice), len(voice.quote)))
        heard.append((may_be_printed(best), Heard(best, card)))
        if sum(prints for prints, _ in heard) == MOST_VOICES:
            break
    heard.sort(key=lambda pair: not pair[0])
    yield from (each for _, each in heard[:MOST_VOICES])
