"""A leader's paper about some stories: how many, what the figures say, whose voices, what is open.

Made for a page and for at most four sheets of paper, however many stories there are: the strongest
examples stand for the rest, and the paper says how many more there are.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.collection.collection import Collection
from generator.collection.consent import Quotation, hear_story
from generator.collection.story_evidence import Findings
from generator.evidence import Label
from generator.model import Story
from generator.pages.cards import Card, find_worse
from generator.pages.chart import Chart, make_chart
from generator.pages.labels import EVIDENCE, EVIDENCE_WORSE, count, label_term
from generator.pages.lazy_cards import MakeCard

MOST_FINDINGS = 4
MOST_WORSE = 2
MOST_EXAMPLES = 24
MOST_OPEN = 5
MOST_VOICES = 2
SHORT_QUOTE = 320


@dataclass(frozen=True, slots=True)
class Finding:
    """A measure that got better or worse: its story, the sentence that says so, and the chart."""

    card: Card
    sentence: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said, and the story that they said it in."""

    voice: Quotation
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
    stories: Sequence[Story],
    collection: Collection,
    findings: Findings,
    show: MakeCard,
    today: dt.date,
) -> Briefing:
    """Make the briefing of some stories, newest first; `show` makes the card of one.

    Only of the few that it shows is a card made, and only of those whose figures it shows are the
    measures looked at.
    """
    by_level: dict[Label, list[Story]] = defaultdict(list)
    worse: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        shown = findings.of(story)
        by_level[shown.evidence].append(story)
        if kind := find_worse(shown.verdict):
            worse[kind].append(story)
    strongest = sorted(by_level, key=lambda level: -level.rank)
    ranked = [story for level in strongest for story in by_level[level]]
    # The strongest, and what got worse beside them: neither pushes the other off the paper.
    worst = [story for kind in sorted(worse, reverse=True) for story in worse[kind]]
    telling = [*worst[:MOST_WORSE], *(story for story in ranked if story not in worst)]
    telling = sorted(telling[:MOST_FINDINGS], key=ranked.index)
    voices = [(hear_story(story, collection, "website", today), story) for story in ranked]
    left = len(ranked) - MOST_EXAMPLES
    return Briefing(
        total=len(ranked),
        levels=tuple(
            (level.value, EVIDENCE[level.value], len(by_level[level])) for level in strongest
        )
        + tuple((kind, EVIDENCE_WORSE[kind], len(worse[kind])) for kind in sorted(worse)),
        where=_say_where(label_term(story.setting, collection.settings) for story in stories),
        findings=tuple(_find_strongest(telling, collection, findings, show)),
        patients=_choose(((heard.patients, story) for heard, story in voices), show),
        staff=_choose(((heard.staff, story) for heard, story in voices), show),
        stopped=_list(stories, "stopped", show),
        testing=_list(stories, "testing", show),
        examples=tuple(map(show, ranked[:MOST_EXAMPLES])),
        more=count(left, "more story", "more stories") if left > 0 else "",
    )


def _say_where(settings: Iterable[str]) -> str:
    told = Counter(filter(None, settings))
    named = [f"{name} ({number})" for name, number in told.most_common(4)]
    rest = len(told) - len(named)
    return ", ".join(named) + (f" and {count(rest, 'other kind')} of place" if rest > 0 else "")


def _list(stories: Iterable[Story], status: str, show: MakeCard) -> tuple[Card, ...]:
    found = (story for story in stories if story.status == status)
    return tuple(map(show, islice(found, MOST_OPEN)))


def _find_strongest(
    ranked: Iterable[Story], collection: Collection, findings: Findings, show: MakeCard
) -> Iterator[Finding]:
    """Find what the figures of stories say, for the better and for the worse alike."""
    for number, story in enumerate(ranked, 1):
        for place, measured in enumerate(findings.of(story).telling):
            key = f"_f{number}" + (f"-{place}" if place else "")
            chart = make_chart(measured, collection.actions_of(story), key)
            yield Finding(show(story), f"{measured.measure.title}: {measured.sentence}", chart)


def _pick_voice(voices: Iterable[Quotation]) -> Quotation | None:
    """Pick the shortest quotation, if it is short; one that may be printed before all others."""
    short = (voice for voice in voices if len(voice.words) <= SHORT_QUOTE)
    return min(short, key=lambda v: (not v.on_paper, len(v.words)), default=None)


def _choose(said: Iterable[tuple[Iterable[Quotation], Story]], show: MakeCard) -> tuple[Heard, ...]:
    """Choose quotations of one side from the strongest stories that have one.

    Those that may be printed come first, so that page and paper say the same where they can.
    """
    prints: list[tuple[Quotation, Story]] = []
    others: list[tuple[Quotation, Story]] = []
    for voices, story in said:
        if voice := _pick_voice(voices):
            (prints if voice.on_paper else others).append((voice, story))
        if len(prints) == MOST_VOICES:
            break
    chosen = (*prints, *others)[:MOST_VOICES]
    return tuple(Heard(voice, show(story)) for voice, story in chosen)
