"""The grid of domains and settings: where stories have been told, and where nobody has told one.

Enters the linked collection; leaves a view of counts, each with its address and its words, so that
the gaps can be read as invitations.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.collection.fared import AGAINST
from generator.collection.related import say_setting, soften
from generator.pages.cards import Tag, make_tag
from generator.pages.labels import count

SHADES = 4
MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """The stories of one domain in one setting; `shade` goes from 0, for none, to 4.

    Where there are none, `query` is what an invitation to tell one says of the place.
    """

    count: int
    shade: int
    url: str
    words: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A domain with its cells, one for each setting, and the number of its stories."""

    tag: Tag
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A setting and the number of its stories."""

    label: str
    total: Cell


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in the grid that nobody has filled, and why one would look there."""

    title: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The grid, what it comes to, and where an invitation leads."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[str, ...]
    gaps: tuple[Gap, ...]
    invitation: str
    invitation_words: str
    stories: int


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many stories there are of each domain, of each setting, and of both together.

    And how many examples were tried there, of which no story tells.
    """

    both: Counter[tuple[str, str]]
    tried: Counter[tuple[str, str]]
    domains: Counter[str]
    settings: Counter[str]


def make_coverage(collection: Collection) -> CoverageView:
    """Count the stories of each domain in each setting, and find the largest gaps."""
    tally = _tally(collection)
    tags = [make_tag(domain) for domain in collection.domains]
    labels = _find_labels(collection)
    most = max(tally.both.values(), default=0)
    rows = tuple(
        Row(
            tag,
            tuple(_make_cell(tag, slug, label, tally, most) for slug, label in labels.items()),
            _make_total(
                tally.domains[tag.slug], f"about {soften(tag.label)}", f"domain={tag.slug}"
            ),
        )
        for tag in tags
    )
    columns = tuple(
        Column(label, _make_total(tally.settings[slug], say_setting(label), f"setting={slug}"))
        for slug, label in labels.items()
    )
    tell = f"{collection.content}/tell.md" in collection.pages
    return CoverageView(
        columns=columns,
        rows=rows,
        totals=tuple(_say_totals(collection, rows, tally)),
        gaps=tuple(_pick_gaps(tags, labels, tally)),
        invitation="tell/" if tell else "guide/",
        invitation_words="Tell your story" if tell else "How a story is written",
        stories=len(collection.stories),
    )


def _find_labels(collection: Collection) -> dict[str, str]:
    return {slug: term.label for slug, term in collection.settings.items()}


def _tally(collection: Collection) -> _Tally:
    known = _find_labels(collection)
    stories = collection.stories
    told = [(d.slug, s.setting or "") for s in stories for d in collection.domains_of(s)]
    return _Tally(
        tried=Counter(_list_tried(collection)),
        both=Counter((domain, setting) for domain, setting in told if setting in known),
        domains=Counter(domain for domain, _ in told),
        settings=Counter(s.setting for s in stories if s.setting in known),
    )


def _list_tried(collection: Collection) -> Iterator[tuple[str, str]]:
    """List the domain and the setting of every place that tried an example."""
    for adoption in collection.adoptions:
        example = collection.goal_of(adoption)
        if example and adoption.setting and adoption.outcome != AGAINST:
            yield from ((d.slug, adoption.setting) for d in collection.domains_of(example))


def _make_cell(tag: Tag, setting: str, label: str, tally: _Tally, most: int) -> Cell:
    told = tally.both[tag.slug, setting]
    place = f"about {soften(tag.label)} {say_setting(label)}"
    tried = tally.tried[tag.slug, setting]
    also = f"; an example was tried there {_say_times(tried)}" if tried else ""
    return Cell(
        count=told,
        shade=-(-told * SHADES // max(most, SHADES)),
        url=f"stories/?domain={tag.slug}&setting={setting}" if told else "",
        words=(f"{count(told, 'story', 'stories')} {place}" if told else _say_gap(place)) + also,
        query="" if told else f"?domain={tag.slug}&setting={setting}",
    )


def _say_times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _make_total(told: int, place: str, query: str) -> Cell:
    words = f"{count(told, 'story', 'stories')} {place}" if told else f"No story {place} yet"
    return Cell(told, 0, f"stories/?{query}" if told else "", words)


def _say_gap(place: str) -> str:
    return f"Nobody has told a story {place} yet"


def _say_totals(collection: Collection, rows: tuple[Row, ...], tally: _Tally) -> Iterator[str]:
    cells = [cell for row in rows for cell in row.cells]
    told = sum(1 for cell in cells if cell.count)
    stories = len(collection.stories)
    yield (
        f"{count(stories, 'story', 'stories')} so far, from "
        f"{count(len(tally.settings), 'kind of place', 'kinds of place')}."
    )
    if cells:
        filled = f"{told} {'is' if told == 1 else 'are'} filled"
        yield f"Of the {len(cells)} squares, {filled} and {len(cells) - told} still open."
    if tried := sum(each.outcome != AGAINST for each in collection.adoptions):
        yield f"Examples were tried in {count(tried, 'more place')}, told in a line each."
    if outside := stories - tally.settings.total():
        one = "1 story names no setting and is"
        many = f"{outside} stories name no setting and are"
        yield f"{one if outside == 1 else many} outside the grid."


def _pick_gaps(tags: list[Tag], labels: dict[str, str], tally: _Tally) -> Iterator[Gap]:
    """Pick the largest gaps: whole domains and settings, then the squares one would expect filled.

    A square is expected to be filled the more, the more stories share its domain, or its setting.
    Each domain and each setting is named once, so that three gaps are three different ones.
    """
    empty_tags = [tag for tag in tags if not tally.domains[tag.slug]]
    empty_settings = [label for slug, label in labels.items() if not tally.settings[slug]]
    gaps = [
        Gap(tag.title, "Nobody has told a story about it yet, anywhere.", tag.number)
        for tag in empty_tags
    ]
    gaps += [Gap(label, "Nobody there has told a story yet.", 0) for label in empty_settings]
    squares = sorted(
        (-tally.domains[tag.slug] * tally.settings[slug], row, column)
        for row, tag in enumerate(tags)
        for column, slug in enumerate(labels)
        if not tally.both[tag.slug, slug] and tally.domains[tag.slug] and tally.settings[slug]
    )
    named: set[tuple[str, int]] = set()
    slugs = list(labels)
    for _, row, column in squares:
        if not named & {("row", row), ("column", column)}:
            named |= {("row", row), ("column", column)}
            gaps.append(_make_gap(tags[row], slugs[column], labels[slugs[column]], tally))
    yield from gaps[:MOST_GAPS]


def _make_gap(tag: Tag, setting: str, label: str, tally: _Tally) -> Gap:
    about, there = soften(tag.label), say_setting(label)
    elsewhere = count(tally.domains[tag.slug], "story", "stories")
    others = tally.settings[setting]
    return Gap(
        title=f"{tag.label}, {there}",
        words=f"{elsewhere} about {about} and {others} set {there}, but none that is both.",
        number=tag.number,
    )
