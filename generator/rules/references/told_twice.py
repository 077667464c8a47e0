"""Two stories that have the same title, the same text, the same figures or the same consent form.

Why: a story was proposed twice, by the sister and by the improvement lead, and both were merged.
Readers counted two wards where there was one. A consent that stands in two stories was mostly given
for one.

Instead: Keep one of the two, and name the other's address in its `aliases`. Where both are right,
say what sets them apart.

Example:
    stories/2026/a-bell.md and stories/2026/a-bell-for-the-ward.md with one text
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.model import Action, Story
from generator.model.problem import Fault, Place, Problem, Severity
from generator.rules.rule import Context, rule

_WORDS = re.compile(r"\w+")


@rule("R616", "told-twice", Severity.WARNING, doc=__doc__, on=(Story, Action))
def RULE(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find, with the first record, the stories that repeat what one before them by path has."""
    stories = context.collection.stories
    if not stories or record is not stories[0]:
        return
    first: dict[tuple[str, object], Story] = {}
    for story in sorted(stories, key=lambda each: each.path):
        told = set()
        for what, value, *keys in _describe(story):
            earlier = first.setdefault((what, value), story)
            if earlier is not story and (what, earlier.path) not in told:
                told.add((what, earlier.path))
                place = story.place(*keys) if keys else Place(story.path, story.body.line)
                yield fault.at(place, f"{what.capitalize()} is that of {earlier.path} as well.")


def _describe(story: Story) -> Iterator[tuple[Any, ...]]:
    """Say what may be told twice, its value, and the path of its field if it has one."""
    faulty, digests = story.faulty, story.digests
    if "title" not in faulty:
        yield "the title", _plain(story.title), "title"
    if digests.text:
        yield "the text", digests.text
    if "measures" not in faulty:
        for index, points in enumerate(digests.measures):
            if points:
                yield "a measure's data", points, "measures", index
    if "voices" not in faulty:
        for index, voice in enumerate(story.voices):
            if voice.consent:
                reference = _plain(voice.consent.reference)
                yield "a consent's reference", reference, "voices", index, "consent", "reference"


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
