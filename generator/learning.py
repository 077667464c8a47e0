"""The nine learning points that the product stands on, and which stories show each of them.

Source: Governance International, “The Values Based Standard of Macmillan Cancer Support”
(J. S. Dhanda and J. Wells, 27 June 2013), retold in our own words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.collection import Collection
from generator.records import Story

Shows = Callable[[Story, Collection], bool]


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """What was learnt, what a story that shows it has, and the test for such a story."""

    number: int
    title: str
    text: str
    shown_by: str
    shows: Shows


def _has_baseline(story: Story, collection: Collection) -> bool:
    changed = collection.changed_on(story)
    return changed is not None and any(
        any(p.date < changed for p in m.points) and any(p.date >= changed for p in m.points)
        for m in story.measures
    )


def _has_both_sides(story: Story, _: Collection) -> bool:
    roles = {voice.role for voice in story.voices} | {e.from_ for e in story.experience}
    return bool(roles & {"patient", "carer", "patients", "carers"}) and "staff" in roles


def _is_family(story: Story, collection: Collection) -> bool:
    return bool(story.adapted_from or collection.adaptations_of(story))


def _was_followed(story: Story, collection: Collection) -> bool:
    statuses = {action.status for action in collection.actions_of(story)}
    return story.status in {"sustained", "stopped"} or bool(statuses & {"sustained", "stopped"})


def _was_decided_together(story: Story, _: Collection) -> bool:
    shared = story.involvement and story.involvement.level in {"co-design", "co-production"}
    return bool(shared) and any(e.method == "observation" for e in story.experience)


LEARNING_POINTS = (
    LearningPoint(
        1,
        "Know where you started",
        "Without figures from before a change, nobody can tell afterwards what it did. These "
        "teams were counting before they changed anything.",
        "Stories with data from before the change and after it",
        _has_baseline,
    ),
    LearningPoint(
        2,
        "Hear both sides of the bed",
        "Patients and staff see the same corridor differently. Here both were asked, and both "
        "are on the page.",
        "Stories with patients’ and staff’s experience",
        _has_both_sides,
    ),
    LearningPoint(
        3,
        "Somebody freed the time",
        "Improvement is work, and work takes hours. In these stories somebody found them, and "
        "the story says who.",
        "Stories that tell how much time was freed, and by whom",
        lambda story, _: story.headroom is not None,
    ),
    LearningPoint(
        4,
        "Some things need no project",
        "A hook, a clock, a chair turned to the window. These took an afternoon and nobody’s "
        "permission but the right person’s.",
        "Quick wins",
        lambda story, _: story.quick_win,
    ),
    LearningPoint(
        5,
        "Leaders made the connection",
        "A small change lasts longer when it serves something that the whole organisation is "
        "trying to do. These name what it was.",
        "Stories that serve a priority",
        lambda story, _: bool(story.strategic_links),
    ),
    LearningPoint(
        6,
        "One ward’s answer is another’s beginning",
        "No one solution fits all. What worked in one place was taken apart and put together "
        "again in the next.",
        "Stories that were adapted, or that adapt another’s",
        _is_family,
    ),
    LearningPoint(
        7,
        "Done, and then looked at again",
        "A plan changes nothing by itself. These teams did something, went back later, and said "
        "whether it had lasted.",
        "Stories that were followed until they were sustained or stopped",
        _was_followed,
    ),
    LearningPoint(
        8,
        "Decided together, and seen with one’s own eyes",
        "People do not always do what they say they do. These teams let somebody watch, and let "
        "patients help decide.",
        "Stories with patients in the decision and observation as evidence",
        _was_decided_together,
    ),
    LearningPoint(
        9,
        "A little example outweighs a lot of advice",
        "Nobody was told to do what these teams did. They read about it, or saw it, and took it "
        "home.",
        "Stories whose example has gone further",
        lambda story, _: bool(story.spread),
    ),
)


def find_examples(point: LearningPoint, collection: Collection) -> Iterator[Story]:
    """Find the stories that show a learning point, newest first."""
    return (story for story in collection.stories if point.shows(story, collection))
