"""Which feeds there are, and what each tells of a story; `atom.py` and `json_feed.py` write them.

A feed tells the whole story, with whole addresses, to readers that never see the site's styles. It
quotes nobody whose consent does not say `feeds`. Dates are the stories' own, never the clock's.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import islice

from generator.collection.collection import Collection, url_of
from generator.exports.absolute_urls import make_urls_absolute
from generator.model import Story
from generator.pages.labels import join_tellers, say_end
from generator.pages.outline import outline_story
from generator.pages.postscripts import Postscript
from generator.pages.responsive_images import make_picture
from generator.pages.sections import Item, Section
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
    language: str = ""


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
    latest = sorted(
        stories, key=lambda s: (-_find_changed(s, context.collection).toordinal(), s.slug)
    )
    yield Channel("", context.web.name, context.web.description, latest[:MOST_ENTRIES])
    for domain in context.collection.domains:
        told = (story for story in latest if domain.slug in story.domains)
        title = f"{context.web.name}: {domain.title}"
        about = f"“{domain.statement}”: stories about {domain.title.lower()}."
        yield Channel(url_of(domain), title, about, list(islice(told, MOST_ENTRIES)))
    for slug, priority in context.collection.priorities.items():
        told = (story for story in latest if slug in story.strategic_links)
        title = f"{context.web.name}: {priority.label}"
        about = priority.about or f"Stories that serve {priority.label.lower()}."
        yield Channel(f"priorities/{slug}/", title, about, list(islice(told, MOST_ENTRIES)))


def _find_changed(story: Story, collection: Collection) -> dt.date:
    """Find the day of the last news of a story: its own, or that another place tried it."""
    tried = (each.date for each in collection.adoptions_of(story))
    return max(story.date, story.updated or story.date, *tried)


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
    whole = make_urls_absolute(body, address, context.web)
    if story.language:
        whole = f"<div{_in_language(story.language)}>{whole}</div>"
    sections = outline_story(story, context, "feeds").told_in("feed")
    parts = filter(None, (_draw(section, whole, context) for section in sections))
    summary = f"<p{_in_language(story.language)}>{escape(story.summary)}</p>"
    html = "\n".join((*_show_picture(picture), summary, *parts))
    if story.language:  # the headings are the site's, whatever the entry is in
        html = f"<div{_in_language(context.web.language)}>{html}</div>"
    return FeedEntry(
        name=context.web.join(f"stories/{first}/"),
        url=context.web.join(address),
        title=story.title,
        summary=story.summary,
        html=html,
        published=story.date,
        updated=_find_changed(story, context.collection),
        author=join_tellers(story) or context.web.name,
        topics=tuple((d.slug, d.title) for d in context.collection.domains_of(story)),
        picture=picture,
        language=story.language or "",
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


def _draw(section: Section, body: str, context: SiteContext) -> str:
    """Draw a section as plain HTML."""
    items = [_draw_item(item, context) for item in section.items]
    heading = f"<h2>{section.heading}</h2>" if section.heading else ""
    match section.kind:
        case "picture":
            return f"<p><small>{items[1]}</small></p>" if items[1:] else ""
        case "note":
            return f"<p><em>{_lead(section.heading)}{', '.join(items)}</em></p>"
        case "fact":
            return f"<p><strong>{section.heading}:</strong> {', '.join(items)}</p>"
        case "voices":
            return heading + "".join(
                f"<blockquote><p{_in_language(voice.language)}>{escape(voice.words)}</p>"
                f"<p>— {escape(voice.speaker)} <small>({say_end(voice.ends_on)})</small></p>"
                "</blockquote>"
                for voice in section.voices
            )
        case "body":
            return body
        case "text":
            return heading + "".join(f"<p>{item}</p>" for item in items)
        case "postscripts":
            return heading + "".join(
                _draw_postscript(each, context) for each in section.postscripts
            )
        case _:
            return f"{heading}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _draw_postscript(told: Postscript, context: SiteContext) -> str:
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in told.facts)
    listed = f"<ul>{facts}</ul>" if facts else ""
    body = make_urls_absolute(told.html, told.address, context.web)
    spoken = f"<div{_in_language(told.language)}>{body}</div>" if told.language else body
    return f"<h3>{escape(told.day)}</h3>{listed}{spoken}"


def _in_language(code: str | None) -> str:
    return f' lang="{escape(code)}"' if code else ""


def _draw_item(item: Item, context: SiteContext) -> str:
    words, spoken = escape(item.words), _in_language(item.language)
    if item.url:
        url = item.url if item.is_away else context.web.join(item.url)
        words = f'<a href="{escape(url)}"{spoken}>{words}</a>'
    elif spoken:
        words = f"<span{spoken}>{words}</span>"
    if item.lead:
        words = f"{escape(item.lead)} {words}"
    if item.status:
        told = (item.term, item.about, item.status)
        return f"{words}: {escape(' · '.join(part for part in told if part))}"
    about = f"; {escape(item.about)}" if item.about else ""
    return f"{_lead(item.term)}{words}{about}"


def _lead(words: str) -> str:
    return f"{escape(words)}: " if words else ""
