"""A briefing of many stories: what it picks, and what it leaves packed."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import pytest

from generator.cache.packed_records import pack_record, unpack_record
from generator.collection.collection import Collection
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.evidence import Label
from generator.load.default_learning import read_default_learning
from generator.load.frontmatter import find_places
from generator.model import Measure, Point, Story
from generator.model.base import Body, Origin, Record
from generator.model.voice import Voice
from generator.pages import overview as lists
from generator.pages.briefing import MOST_FINDINGS, MOST_VOICES, Briefing, make_briefing
from generator.pages.cards import make_card
from generator.pages.lazy_cards import MakeCard

TODAY = dt.date(2026, 11, 1)
CHANGED = dt.date(2025, 1, 1)


def _say(quote: str, role: str = "patient", *scope: str) -> Voice:
    consent = {"reference": "C-1", "scope": ["website", *scope], "given": "2026-02-01"}
    told = {"quote": quote, "role": role, "said_by": f"Ann, {role}", "identity": "first-name"}
    return Voice.model_validate({**told, "consent": consent})


def _count_to(last: int) -> Measure:
    """Make a measure that leaps up with the change and stays there for so many months."""
    days = [dt.date(2024, month, 1) for month in range(1, 13)]
    days += [dt.date(2025 + month // 12, month % 12 + 1, 1) for month in range(last)]
    points = [Point(date=day, value=40 + day.month % 3 + 40 * (day >= CHANGED)) for day in days]
    told = {"title": "Names used", "type": "outcome", "unit": "%", "direction": "increase"}
    return Measure.model_validate({**told, "points": points})


def _story(number: int, voices: Sequence[Voice] = (), **fields: object) -> Story:
    told = {
        "title": f"Story {number}",
        "summary": "A short story of a board above a bed and of what it said.",
        "date": dt.date(2026, 10, 1) - dt.timedelta(days=number),
        "domains": ["naming"],
        "status": "made",
        "changed_on": CHANGED,
        "voices": [voice.model_dump() for voice in voices],
    }
    origin = Origin(f"stories/s{number}.md", f"s{number}", "stories", Body("What was done."))
    return Story.model_validate({**told, **fields}, context=origin)


def _show(collection: Collection, findings: Findings) -> MakeCard:
    return partial(make_card, collection=collection, findings=findings)


def _brief(stories: Sequence[Story]) -> Briefing:
    collection = link(stories, (), ())
    findings = Findings(collection, TODAY)
    return make_briefing(
        collection.stories, collection, findings, _show(collection, findings), TODAY
    )


def test_at_most_two_of_each_side_are_quoted_and_the_newest_of_a_level_come_first() -> None:
    stories = [_story(n, [_say(f"Quote {n}."), _say("I saw.", "staff")]) for n in range(9)]
    briefing = _brief(stories)
    assert [heard.voice.words for heard in briefing.patients] == ["Quote 0.", "Quote 1."]
    assert len(briefing.staff) == MOST_VOICES
    assert briefing.patients[0].card.title == "Story 0"


def test_a_quotation_that_may_be_printed_comes_first_from_however_weak_a_story() -> None:
    stories = [_story(n, [_say(f"Quote {n}.")]) for n in range(5)]
    stories.append(_story(9, [_say("On paper too, though it is longer.", "carer", "print")]))
    said = [heard.voice.words for heard in _brief(stories).patients]
    assert said == ["On paper too, though it is longer.", "Quote 0."]


def test_the_shortest_of_a_story_is_quoted_and_a_speech_never() -> None:
    speech = _say("And so it went on and on. " * 14)
    assert _brief([_story(1, [speech])]).patients == ()
    (heard,) = _brief([_story(1, [speech, _say("Longer than that."), _say("Short.")])]).patients
    assert heard.voice.words == "Short."


def test_the_strongest_come_first_and_the_newest_of_those() -> None:
    months = (0, 3, 14, 3, 14)
    stories = [_story(n, measures=[_count_to(last)]) for n, last in enumerate(months)]
    briefing = _brief(stories)
    assert [card.title for card in briefing.examples] == [f"Story {n}" for n in (2, 4, 1, 3, 0)]
    ranks = [Label(card.evidence).rank for card in briefing.examples]
    assert all(before >= after for before, after in pairwise(ranks))
    assert len(set(ranks)) == 3
    assert [f.card.title for f in briefing.findings] == [f"Story {n}" for n in (2, 4)]


def _is_packed(record: Record) -> bool:
    return (record.__pydantic_private__ or {}).get("_rest") is not None


@pytest.fixture
def packed() -> tuple[Collection, Findings]:
    """Thirty stories with figures, as a ledger gives them back, and what was found of them."""
    stories = [
        _story(n, [_say(f"Quote {n}."), _say("I saw.", "staff")], measures=[_count_to(10)])
        for n in range(30)
    ]
    known = Findings(link(stories, (), ()), TODAY)
    found = {story.path: known.of(story).verdict for story in stories}
    records = [unpack_record(pack_record(s), find_places) for s in stories]
    collection = link(records, (), (), learning=read_default_learning())
    return collection, Findings(collection, TODAY, found)


def test_only_the_stories_whose_figures_are_shown_are_unpacked(
    packed: tuple[Collection, Findings],
) -> None:
    collection, findings = packed
    assert all(_is_packed(story) for story in collection.stories)
    briefing = make_briefing(
        collection.stories, collection, findings, _show(collection, findings), TODAY
    )
    assert len(briefing.findings) == MOST_FINDINGS
    assert sum(not _is_packed(story) for story in collection.stories) == MOST_FINDINGS


def test_the_lists_of_all_stories_are_made_without_their_figures(
    packed: tuple[Collection, Findings],
) -> None:
    collection, findings = packed
    made = lists.make_overview(collection, findings, TODAY)
    assert len(made.stories) == 30
    assert all(_is_packed(story) for story in collection.stories)
    totals = {view.lesson: view.total for view in made.learning}
    assert totals["baseline"] == totals["both-sides"] == 30
