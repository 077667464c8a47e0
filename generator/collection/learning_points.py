"""The nine learning points that the product stands on, and which stories show each of them.

Source: Governance International, “The Values Based Standard of Macmillan Cancer Support”
(J. S. Dhanda and J. Wells, 27 June 2013), retold in our own words.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.evidence import Label, Sides
from generator.model import Story


@dataclass(frozen=True, slots=True)
class StoryInView:
    """A story as it is tested: in its collection, with its evidence and whose voices it has."""

    story: Story
    collection: Collection
    evidence: Label
    sides: Sides


Shows = Callable[[StoryInView], bool]


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """What was learnt, what a story that shows it has, and the test for such a story."""

    number: int
    title: str
    text: str
    shown_by: str
    shows: Shows


def _has_baseline(seen: StoryInView) -> bool:
    # A story without points on both sides of its change is one that is only told.
    return seen.evidence is not Label.TOLD


def _is_family(seen: StoryInView) -> bool:
    return bool(seen.story.adapted_from or seen.collection.adaptations_of(seen.story))


def _was_followed(seen: StoryInView) -> bool:
    statuses = {action.status for action in seen.collection.actions_of(seen.story)}
    return not {seen.story.status, *statuses}.isdisjoint({"sustained", "stopped"})


def _was_decided_together(seen: StoryInView) -> bool:
    part = seen.story.involvement
    shared = part is not None and part.level in {"co-design", "co-production"}
    return shared and any(each.method == "observation" for each in seen.story.experience)


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
        lambda seen: seen.sides is Sides.BOTH,
    ),
    LearningPoint(
        3,
        "Somebody freed the time",
        "Improvement is work, and work takes hours. In these stories somebody found them, and "
        "the story says who.",
        "Stories that tell how much time was freed, and by whom",
        lambda seen: seen.story.headroom is not None,
    ),
    LearningPoint(
        4,
        "Some things need no project",
        "A hook, a clock, a chair turned to the window. These took an afternoon and nobody’s "
        "permission but the right person’s.",
        "Quick wins",
        lambda seen: seen.story.quick_win,
    ),
    LearningPoint(
        5,
        "Leaders made the connection",
        "A small change lasts longer when it serves something that the whole organisation is "
        "trying to do. These name what it was.",
        "Stories that serve a priority",
        lambda seen: bool(seen.story.strategic_links),
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
        lambda seen: bool(seen.story.spread),
    ),
)
