"""The sample stories come out at the levels that their words lead a reader to expect."""

import datetime as dt

import pytest
from command import ROOT
from small_project import TODAY

from generator.build.pipeline import Project, check
from generator.evidence import measure_record

LEVELS = {
    "what-matters-board": "sustained",
    "sunday-evening-calls": "sustained",
    "the-first-ten-minutes": "sustained",
    "the-board-goes-home": "signal",
    "a-name-at-the-mask": "signal",
    "three-questions-before-clinic": "signal",
    "quieter-nights": "signal",
    "a-quiet-room": "signal",
    "one-number-on-the-fridge": "signal",
    "concerns-on-a-card": "signal",
    "a-letter-she-could-read": "measured",
    "ten-minutes-twice": "measured",
    "pagers-in-the-waiting-room": "measured",
    "visiting-on-my-terms": "told",
}


@pytest.fixture(scope="module")
def collection():
    return check(Project(ROOT), dt.date.fromisoformat(TODAY), ()).collection


@pytest.mark.parametrize(("slug", "level"), LEVELS.items())
def test_a_sample_story_has_the_evidence_that_its_points_give_it(collection, slug, level):
    story = collection.story_by_slug[slug]
    changed_on = collection.changed_on(story)
    assert measure_record(story.measures, changed_on)[1].label == level


def test_a_story_that_ended_worse_is_shown_to_be_worse(collection):
    story = collection.story_by_slug["pagers-in-the-waiting-room"]
    measured, judged = measure_record(story.measures, collection.changed_on(story))
    assert (judged.label, judged.harm) == ("measured", ())
    (worse,) = (measured[i] for i in judged.worse)
    assert worse.sentence.startswith("7% before, 21% now: 14 points more")
    assert worse.sentence.endswith("for the worse.")


def test_the_wait_of_everybody_else_is_shown_to_have_grown(collection):
    story = collection.story_by_slug["the-first-ten-minutes"]
    measured, judged = measure_record(story.measures, collection.changed_on(story))
    assert [measured[i].measure.type for i in judged.harm] == ["balancing"]
