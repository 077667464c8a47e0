"""Which feeds there are, and what each tells of a story; `atom.py` and `json_feed.py` write them.

A feed tells the whole story, with whole addresses, to readers that never see the site's styles. It
quotes nobody whose consent does not say `feeds`. Dates are the stories' own, never the clock's.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import islice

from generator.collection.collection import url_of
from generator.exports.absolute_urls import make_urls_absolute
from generator.model import Action, Story
from generator.pages.labels import STATUS, say_date
from generator.pages.responsive_images import make_picture
from generator.pages.site_context import SiteContext

MOST_ENTRIES = 30
NEVER = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """A picture of an entry, by its whole address."""

    url: str
    alt: str
    width: int
    height: int
    kind: str = "image/webp"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story as every feed tells it. `name` is an address that stays when a slug changes."""

    name: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.date
    updated: dt.date
    author: str
    topics: tuple[tuple[str, str], ...] = ()
    picture: FeedPicture | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """What there is a feed of: `folder` is that of its page, empty for the whole site."""

    folder: str
    title: str
    description: str
    stories: Sequence[Story] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, with its stories told; `folder` is that of the page whose stories they are."""

    folder: str
    title: str
    description: str
    entries: tuple[FeedEntry, ...] = field(repr=False)

    @property
    def updated(self) -> dt.date:
        """The day of the latest change in it."""
        return max((entry.updated for entry in self.entries), default=NEVER)


def list_channels(context: SiteContext) -> Iterator[Channel]:
    """List what there are feeds of: the site, each domain and priority; none without an address."""
    if not context.web.url:
        return
    stories = context.collection.stories
    latest = sorted(stories, key=lambda story: (-_changed(story).toordinal(), story.slug))
    yield Channel("", context.web.name, context.web.description, latest[:MOST_ENTRIES])
    for domain in context.collection.domains:
        told = (story for story in latest if domain.slug in story.domains)
        title = f"{context.web.name}: {domain.title}"
        about = f"“{domain.statement}”: stories about {domain.title.lower()}."
        yield Channel(url_of(domain), title, about, list(islice(told, MOST_ENTRIES)))
    terms = context.collection.vocabulary.priorities if context.collection.vocabulary else {}
    for slug, priority in terms.items():
        told = (story for story in latest if slug in story.strategic_links)
        title = f"{context.web.name}: {priority.label}"
        about = priority.about or f"Stories that serve {priority.label.lower()}."
        yield Channel(f"priorities/{slug}/", title, about, list(islice(told, MOST_ENTRIES)))


def _changed(story: Story) -> dt.date:
    return max(story.updated or story.date, story.date)


def make_feed(channel: Channel, tell: Callable[[Story], FeedEntry]) -> Feed:
    """Make a feed, whose stories are told by `tell`."""
    entries = tuple(tell(story) for story in channel.stories)
    return Feed(channel.folder, channel.title, channel.description, entries)


def make_entry(story: Story, body: str, context: SiteContext) -> FeedEntry:
    """Make the entry of a story; `body` is its own words as its page has them, as safe HTML."""
    address = url_of(story)
    # The oldest name that it had, so that a reader knows a renamed story again.
    first = story.aliases[0] if story.aliases else story.slug
    picture = _make_picture(story, context)
    parts = _tell_story(story, make_urls_absolute(body, address, context.web), context)
    return FeedEntry(
        name=context.web.join(f"stories/{first}/"),
        url=context.web.join(address),
        title=story.title,
        summary=story.summary,
        html="\n".join((*_show_picture(picture), *parts)),
        published=story.date,
        updated=_changed(story),
        author=", ".join(p for p in (story.team, story.organisation) if p) or context.web.name,
        topics=tuple((d.slug, d.title) for d in context.collection.domains_of(story)),
        picture=picture,
    )


def _make_picture(story: Story, context: SiteContext) -> FeedPicture | None:
    image = story.image
    picture = make_picture(story, image.file, image.alt, context.collection) if image else None
    if image is None or picture is None:
        return None
    address, width = picture.files[-1]
    height = max(round(picture.height * width / picture.width), 1)
    return FeedPicture(context.web.join(address), image.alt, width, height)


def _show_picture(picture: FeedPicture | None) -> Iterator[str]:
    if picture:
        size = f'width="{picture.width}" height="{picture.height}"'
        yield f'<p><img src="{escape(picture.url)}" alt="{escape(picture.alt)}" {size}></p>'


def _tell_story(story: Story, body: str, context: SiteContext) -> Iterator[str]:
    """Tell a story in the order of its page, in plain HTML."""
    yield from _tell_opening(story)
    for voice in context.find_voices(story):
        said = f"<p>{escape(voice.quote)}</p><p>— {escape(voice.speaker)}</p>"
        yield f"<blockquote>{said}</blockquote>"
    for name, words in (("What was wrong", story.problem), ("What they hoped for", story.aim)):
        if words:
            yield f"<p><strong>{name}:</strong> {escape(words)}</p>"
    yield body
    counted = (
        f"{escape(each.measure.title)}: {escape(each.sentence)}"
        for each in context.findings.of(story).measured
    )
    yield from _list_under("What was counted", counted)
    done = (_tell_action(action, context) for action in context.collection.actions_of(story))
    yield from _list_under("What was done", done)
    yield from _list_under("What they learnt", map(escape, story.lessons))
    for name, words in (
        ("What this cannot show", story.limitations),
        ("Where it went", story.spread),
    ):
        if words:
            yield f"<h2>{name}</h2><p>{escape(words)}</p>"


def _tell_opening(story: Story) -> Iterator[str]:
    yield f"<p>{escape(story.summary)}</p>"
    if story.illustrative:
        yield "<p><em>An invented example, written to show what a story looks like.</em></p>"
    if story.source:
        link = f'<a href="{escape(story.source.url)}">{escape(story.source.title)}</a>'
        yield f"<p><em>Retold from published facts: {link}.</em></p>"


def _tell_action(action: Action, context: SiteContext) -> str:
    url = escape(context.web.join(url_of(action)))
    day = action.stopped_on or action.made_on or action.started_on or action.planned_on
    when = f", {say_date(day)}" if day else ""
    return f'<a href="{url}">{escape(action.title)}</a>: {STATUS[action.status].lower()}{when}'


def _list_under(heading: str, items: Iterable[str]) -> Iterator[str]:
    """List what is safe HTML already under a heading, or nothing if there is nothing."""
    if told := "".join(f"<li>{item}</li>" for item in items):
        yield f"<h2>{heading}</h2><ul>{told}</ul>"
