"""Which stories show what has been learnt; its words are the framework's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.evidence import Label, Sides
from generator.model import Story
from generator.model.lesson import Lesson


@dataclass(frozen=True, slots=True)
class StoryInView:
    """A story as it is tested: in its collection, with its evidence and whose voices it has."""

    story: Story
    collection: Collection
    evidence: Label
    sides: Sides


Shows = Callable[[StoryInView], bool]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the stories are that show a point, and the test for such a story."""

    by: str
    test: Shows


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


SHOWN: Mapping[Lesson, Shown] = {
    "baseline": Shown(
        "Stories with data from before the change and after it",
        _has_baseline,
    ),
    "both-sides": Shown(
        "Stories with patients’ and staff’s experience",
        lambda seen: seen.sides is Sides.BOTH,
    ),
    "freed-time": Shown(
        "Stories that tell how much time was freed, and by whom",
        lambda seen: seen.story.headroom is not None,
    ),
    "quick-win": Shown(
        "Quick wins",
        lambda seen: seen.story.quick_win,
    ),
    "priority": Shown(
        "Stories that serve a priority",
        lambda seen: bool(seen.story.strategic_links),
    ),
    "adapted": Shown(
        "Stories that were adapted, or that adapt another’s",
        _is_family,
    ),
    "followed-up": Shown(
        "Stories that were followed until they were sustained or stopped",
        _was_followed,
    ),
    "decided-together": Shown(
        "Stories with patients in the decision and observation as evidence",
        _was_decided_together,
    ),
    "spread": Shown(
        "Stories whose example has gone further",
        lambda seen: bool(seen.story.spread),
    ),
}
