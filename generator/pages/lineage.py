"""How examples spread: who adapted whose story, as trees, each drawn and each told as a list.

Enters the linked collection; leaves families with every line and word of
their pictures placed. A story whose parent is missing begins a family of its own, and so does the
oldest of a circle, which is a fault that the checker reports.
"""

import textwrap
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from generator.collection.collection import Collection
from generator.collection.fared import count_trials
from generator.collection.related import say_setting
from generator.collection.story_evidence import Findings
from generator.model import Action, Story
from generator.pages.cards import Card
from generator.pages.elsewhere import say_fared
from generator.pages.labels import count
from generator.pages.lazy_cards import MakeCard
from generator.pages.small_multiples import Multiple, make_multiples

MOST_DRAWN = 24  # more branches than this are not a picture; the list has them all
MOST_ELSEWHERE = 24
# A page stays a page at any size: so many families, so many stories of each, so many steps down.
MOST_FAMILIES, MOST_BRANCHES, MOST_STEPS = 12, 60, 8
MOST_LISTED = 120
MOST_COMPARED = 3  # families whose figures are drawn side by side
WIDTH, LEAST_COLUMN, GAP = 1104, 260, 72
LETTER, LINE, UNDER = 9.6, 25, 24  # a letter's mean width, a line's height, the small line's
MOST_LINES = 4
_TIMES = ("never", "once", "twice", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Branch:
    """A story in its family: what it changed for its own place, and who took it from there."""

    card: Card
    year: str
    adapted: str
    children: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class PlottedStory:
    """A story in the picture: a line to stand on, its title above it and a small line below."""

    x: float
    y: float
    end: float
    title: tuple[tuple[float, str], ...]
    under: str
    number: int


@dataclass(frozen=True, slots=True)
class FamilyTree:
    """A family drawn from left to right; `joins` are the paths from parent to child."""

    width: int
    height: int
    spots: tuple[PlottedStory, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A story and all that came of it; too large a family has no picture."""

    key: str
    title: str
    words: str
    root: Branch
    size: int
    picture: FamilyTree | None
    left: str = ""
    multiples: tuple[Multiple, ...] = ()


@dataclass(frozen=True, slots=True)
class LineageView:
    """The families, largest first, and the examples that went further and are in none."""

    families: tuple[Family, ...]
    elsewhere: tuple[tuple[Card, str], ...]
    left: str = ""


def make_lineage(collection: Collection, findings: Findings, show: MakeCard) -> LineageView:
    """Gather the families of stories that adapt one another; `show` makes the card of one."""
    children: dict[str, list[Story]] = defaultdict(list)
    for story in reversed(collection.stories):
        if story.adapted_from and story.adapted_from in collection.story_by_slug:
            children[story.adapted_from].append(story)
    families = [
        (root, members)
        for root in _find_roots(collection, children)
        if len(members := _gather(root, children)) > 1
    ]
    families.sort(key=lambda family: -len(family[1]))
    told: list[Family] = []
    room = MOST_LISTED
    for root, members in families[:MOST_FAMILIES]:
        if room < 2:  # noqa: PLR2004 (two stories make a family)
            break
        shown = frozenset(members[: min(MOST_BRANCHES, room)])
        room -= len(shown)
        branch = _grow(root, _Grove(children, collection, show, shown), {root.slug})
        family = _make_family(branch, len(told) + 1, len(members))
        stories = [collection.story_by_slug[slug] for slug in members if slug in shown]
        if len(told) < MOST_COMPARED:
            multiples = make_multiples(stories, findings, show, family.key)
            family = replace(family, multiples=multiples)
        told.append(family)
    alone = (story for story in collection.stories if story.slug not in children)
    examples: tuple[Story | Action, ...] = (*alone, *collection.actions)
    gone = ((each, words) for each in examples if (words := _say_gone(each, collection)))
    return LineageView(
        families=tuple(told),
        elsewhere=tuple((show(each), words) for each, words in islice(gone, MOST_ELSEWHERE)),
        left=_say_left(len(families) - len(told), "family", "families"),
    )


def _say_gone(example: Story | Action, collection: Collection) -> str:
    """Say where an example went that is in no family."""
    fared = say_fared(count_trials(example, collection))
    spread = example.spread if isinstance(example, Story) else None
    return " ".join(filter(None, (f"{fared}." if fared else "", spread)))


def _say_left(left: int, one: str, many: str) -> str:
    return f"and {count(left, f'more {one}', f'more {many}')}" if left else ""


def _gather(root: Story, children: Mapping[str, list[Story]]) -> list[str]:
    """Gather a family's slugs, each generation before the next; a circle is gone round once."""
    found = {root.slug: 0}
    waiting = deque([root.slug])
    while waiting:
        slug = waiting.popleft()
        for child in children.get(slug, ()):
            if child.slug not in found:
                found[child.slug] = found[slug] + 1
                waiting.append(child.slug)
    # The few that stand too deep to be shown come last, so that they are the first to be left out.
    return sorted(found, key=lambda slug: found[slug] > MOST_STEPS)


def _find_roots(collection: Collection, children: Mapping[str, list[Story]]) -> Iterator[Story]:
    """Find where families begin, newest first; then one story of each circle, the oldest."""
    reached: set[str] = set()
    parents = [story for story in collection.stories if story.slug in children]
    whole = [story for story in parents if story.adapted_from not in collection.story_by_slug]
    for story in (*whole, *reversed(parents)):
        if story.slug not in reached:
            yield story
            waiting = [story]
            while waiting:
                one = waiting.pop()
                reached.add(one.slug)
                waiting += (s for s in children.get(one.slug, ()) if s.slug not in reached)


@dataclass(frozen=True, slots=True)
class _Grove:
    """What a family grows from, and which of its stories are to be shown."""

    children: Mapping[str, list[Story]]
    collection: Collection
    show: MakeCard
    shown: frozenset[str]


def _grow(story: Story, grove: _Grove, seen: set[str], depth: int = 0) -> Branch:
    date = grove.collection.changed_on(story) or story.date
    born = grove.children.get(story.slug, ()) if depth < MOST_STEPS else ()
    young = [child for child in born if child.slug in grove.shown and child.slug not in seen]
    seen |= {child.slug for child in young}
    return Branch(
        card=grove.show(story),
        year=str(date.year),
        adapted=story.adapted or "",
        children=tuple(_grow(child, grove, seen, depth + 1) for child in young),
    )


def _make_family(root: Branch, number: int, size: int) -> Family:
    place = f"{say_setting(root.card.setting)}, " if root.card.setting else ""
    return Family(
        key=f"_family-{number}",
        title=f"It began {place}in {root.year}",
        words=f"Taken home {_say_times(size - 1)}",
        root=root,
        size=size,
        picture=_draw(root) if size <= MOST_DRAWN else None,
        left=_say_left(size - _count(root), "story", "stories"),
    )


def _say_times(number: int) -> str:
    said = _TIMES[number] if number < len(_TIMES) else str(number)
    return said if number < 3 else f"{said} times"  # noqa: PLR2004 (once, twice, three times)


def _count(branch: Branch) -> int:
    return 1 + sum(_count(child) for child in branch.children)


def _list(branch: Branch, depth: int = 0) -> Iterator[tuple[Branch, int]]:
    yield branch, depth
    for child in branch.children:
        yield from _list(child, depth + 1)


def _draw(root: Branch) -> FamilyTree:
    """Draw a family: a column for each generation, each parent half-way between its children.

    All titles are given the height of the longest, so that no two can meet.
    """
    family = list(_list(root))
    columns = 1 + max(depth for _, depth in family)
    column = max((WIDTH + GAP) // columns, LEAST_COLUMN)
    letters = int((column - GAP) / LETTER)
    titles = {branch.card.slug: _wrap(branch.card.title, letters) for branch, _ in family}
    above = LINE * max(map(len, titles.values()))
    step = above + 2 * UNDER + 12
    places: dict[str, float] = {}
    leaves = 0
    for branch, _ in reversed(family):
        if branch.children:
            inner = [places[child.card.slug] for child in branch.children]
            places[branch.card.slug] = (inner[0] + inner[-1]) / 2
        else:
            places[branch.card.slug] = -step * leaves
            leaves += 1
    top = above + step * (leaves - 1)
    spots = []
    joins = []
    for branch, depth in family:
        x, y = depth * column, round(top + places[branch.card.slug], 1)
        end = x + column - GAP
        lines = titles[branch.card.slug]
        spots.append(
            PlottedStory(
                x=x,
                y=y,
                end=end,
                title=tuple(
                    (round(y - 11 - LINE * (len(lines) - 1 - number), 1), line)
                    for number, line in enumerate(lines)
                ),
                under=" · ".join(part for part in (branch.card.setting, branch.year) if part),
                number=branch.card.tags[0].number if branch.card.tags else 0,
            )
        )
        for child in branch.children:
            goal = round(top + places[child.card.slug], 1)
            half = end + GAP / 2
            joins.append(f"M{end} {y}C{half:g} {y} {half:g} {goal} {end + GAP} {goal}")
    height = int(top + UNDER + 8)
    return FamilyTree(column * columns - GAP, height, tuple(spots), tuple(joins))


def _wrap(title: str, letters: int) -> list[str]:
    """Break a title into as few lines as it needs, each about as long as the others."""
    needed = len(textwrap.wrap(title, letters))
    if needed > MOST_LINES:
        return textwrap.wrap(title, letters, max_lines=MOST_LINES, placeholder=" …")
    return next(
        lines
        for width in range(max(len(title) // needed, 1), letters + 1)
        if len(lines := textwrap.wrap(title, width)) == needed
    )
