"""A leader's paper about some stories: how many, what the figures say, whose voices, what is open.

Made for a page and for at most four sheets of paper, however many stories there are: the strongest
examples stand for the rest, and the paper says how many more there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

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


@dataclass(frozen=True, slots=True)
class Told:
    """A story as briefings choose by: found once, however many of them it is in.

    `patient` and `staff` are what a briefing would quote of each side.
    """

    story: Story
    card: Card
    level: Evidence
    patient: Voice | None
    staff: Voice | None


def look_at(story: Story, card: Card, collection: Collection, findings: Findings) -> Told:
    """Look at a story as briefings do: at its short fields, and never at its measures or body."""
    voices = gather_voices(story, collection)
    level = findings.of(story).evidence
    return Told(story, card, level, _pick_voice(voices.patients), _pick_voice(voices.staff))


def make_briefing(stories: Sequence[Told], collection: Collection, findings: Findings) -> Briefing:
    """Make the briefing of some stories, newest first.

    Only of the few that it shows the figures of are the measures looked at.
    """
    levels = Counter(told.level for told in stories)
    settings = Counter(told.card.setting for told in stories if told.card.setting)
    # One pass for each level, strongest first; the stories of a level stay newest first.
    strongest = sorted(Evidence, key=lambda level: -level.rank)
    ranked = [told for level in strongest for told in stories if told.level is level]
    left = len(stories) - MOST_EXAMPLES
    return Briefing(
        total=len(stories),
        levels=tuple(
            (level.value, EVIDENCE[level.value], levels[level])
            for level in strongest
            if levels[level]
        ),
        where=_say_where(settings),
        findings=tuple(_find_strongest(ranked[:MOST_FINDINGS], collection, findings)),
        patients=_choose((told.patient, told.card) for told in ranked),
        staff=_choose((told.staff, told.card) for told in ranked),
        stopped=_list(stories, "stopped"),
        testing=_list(stories, "testing"),
        examples=tuple(told.card for told in ranked[:MOST_EXAMPLES]),
        more=count(left, "more story", "more stories") if left > 0 else "",
    )


def may_be_printed(voice: Voice) -> bool:
    """Whether somebody agreed to be quoted on paper; whether the consent holds was asked before."""
    return voice.consent is not None and "print" in voice.consent.scope


def _say_where(settings: Counter[str]) -> str:
    named = [f"{name} ({number})" for name, number in settings.most_common(4)]
    rest = len(settings) - len(named)
    return ", ".join(named) + (f" and {count(rest, 'other kind')} of place" if rest > 0 else "")


def _list(stories: Iterable[Told], status: str) -> tuple[Card, ...]:
    found = (told.card for told in stories if told.story.status == status)
    return tuple(islice(found, MOST_OPEN))


def _find_strongest(
    ranked: Iterable[Told], collection: Collection, findings: Findings
) -> Iterator[Finding]:
    """Find the stories with a signal of change, each with the measure that shows it best."""
    for number, told in enumerate(ranked, 1):
        if told.level.rank >= Evidence.SIGNAL.rank:
            best = _find_best(findings.of(told.story))
            chart = make_chart(best, collection.actions_of(told.story), f"_f{number}")
            yield Finding(told.card, best.sentence, chart)


def _find_best(shown: Shown) -> Measured:
    telling = (each for each in shown.measured if each.measure.type != "balancing")
    return max(telling, key=lambda each: each.evidence.rank)


def _pick_voice(voices: Iterable[Voice]) -> Voice | None:
    """Pick the shortest quotation, if it is short; one that may be printed before all others."""
    short = (voice for voice in voices if len(voice.quote) <= SHORT_QUOTE)
    return min(short, key=lambda v: (not may_be_printed(v), len(v.quote)), default=None)


def _choose(said: Iterable[tuple[Voice | None, Card]]) -> tuple[Heard, ...]:
    """Choose quotations of one side from the strongest stories that have one.

    Those that may be printed come first, so that page and paper say the same where they can.
    """
    prints: list[Heard] = []
    others: list[Heard] = []
    for voice, card in said:
        if voice:
            (prints if may_be_printed(voice) else others).append(Heard(voice, card))
        if len(prints) == MOST_VOICES:
            break
    return (*prints, *others)[:MOST_VOICES]
