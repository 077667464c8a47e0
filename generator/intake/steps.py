"""In what order a person is asked: the few questions of a quick win first, then the rest in steps.

A field that stands in no step is for those who look after the files, and comes last of all.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Step(NamedTuple):
    """Some questions that belong together: a name for programs, a title for people, the fields."""

    name: str
    title: str
    about: str
    paths: tuple[str, ...]


# The text below the fields, as questions: its name, the question, and the heading it stands under.
BODIES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "story": (
        ("body.before", "What was it like before?", "What it was like"),
        ("body.done", "What did you do, and what happened?", "What we did"),
        ("body.after", "What is it like now?", "What it is like now"),
        ("body.failed", "What did not work?", "What did not work"),
    ),
    "action": (("body.done", "What was done, and what happened?", "What we did"),),
    "update": (("body.done", "What has happened since?", "What has happened since"),),
    "domain": (("body.done", "What does it look like, in a small example?", "An example"),),
}

FIRST = "change"
LAST = "files"
_KEEPERS = "For the keepers"
_KEEPING = "What the people who look after the collection may need. Leave it empty."


def complete_steps(steps: Iterable[Step], paths: Iterable[str]) -> tuple[Step, ...]:
    """Add the paths that stand in no step to the last one, which is made if there is none."""
    known = tuple(steps)
    named = {path for step in known for path in step.paths}
    rest = tuple(path for path in paths if path not in named)
    if not rest:
        return known
    if known and known[-1].name == LAST:
        return (*known[:-1], known[-1]._replace(paths=(*known[-1].paths, *rest)))
    return (*known, Step(LAST, _KEEPERS, _KEEPING, rest))


STEPS: Mapping[str, tuple[Step, ...]] = {
    "story": (
        Step(
            FIRST,
            "The change",
            "What did you change, for whom, since when? This is enough for a quick win.",
            (
                "title",
                "summary",
                "domains",
                "setting",
                "status",
                "changed_on",
                "quick_win",
                "body.done",
                "date",
            ),
        ),
        Step(
            "before",
            "Before and after",
            "What it was like, what you hoped for, and what did not work.",
            ("problem", "aim", "body.before", "body.after", "body.failed"),
        ),
        Step(
            "people",
            "Who took part",
            "What you learnt from patients, carers and staff, who decided, and who freed the time.",
            ("experience", "touchpoints", "involvement", "headroom"),
        ),
        Step(
            "voices",
            "Voices",
            "What patients and staff said, in their own words, and what they agreed to.",
            ("voices",),
        ),
        Step(
            "measures",
            "What you counted",
            "A few points before the change and a few after it. No figures? Leave it empty.",
            ("measures",),
        ),
        Step(
            "lessons",
            "For the next team",
            "What another team would want to know.",
            ("lessons", "limitations", "spread", "adapted_from", "adapted"),
        ),
        Step(
            "place",
            "Where, and whom to ask",
            "Your team, and what the story belongs to.",
            (
                "organisation",
                "team",
                "contact",
                "pathway",
                "strategic_links",
                "image",
                "source",
                "illustrative",
                "language",
            ),
        ),
        Step(LAST, _KEEPERS, _KEEPING, ("updated", "review_by", "aliases", "allow")),
    ),
    "action": (
        Step(
            FIRST,
            "What you did",
            "What was done, how far it has come, and since when.",
            ("title", "story", "domains", "setting", "status", "made_on", "quick_win", "body.done"),
        ),
        Step(
            "how",
            "How it went",
            "By whom, with whom, and what it took.",
            (
                "summary",
                "by",
                "with",
                "effort",
                "planned_on",
                "started_on",
                "stopped_on",
                "strategic_links",
                "language",
            ),
        ),
        Step("voices", "Voices", "What people said about it.", ("voices",)),
        Step("measures", "What you counted", "What was counted.", ("measures",)),
        Step(LAST, _KEEPERS, _KEEPING, ("aliases", "allow")),
    ),
    "update": (
        Step(
            FIRST,
            "Since then",
            "How it stands now, in a line or two. Leave empty whatever is as it was.",
            ("story", "date", "status", "body.done", "language"),
        ),
        Step(
            "measures",
            "What was counted since",
            "The next values, of as many measures as you have.",
            ("measures",),
        ),
        Step(LAST, _KEEPERS, _KEEPING, ("action", "voices", "contact")),
    ),
    "domain": (
        Step(
            FIRST,
            "The domain",
            "One side of good care, told as a patient would tell it.",
            ("title", "statement", "short", "order", "body.done"),
        ),
    ),
}
