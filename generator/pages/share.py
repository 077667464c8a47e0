"""What a page says of itself elsewhere: its card, its tags, and the ways of passing it on.

A quotation leaves the site only where its consent has the scope: `social` for a card, `feeds` for a
frame on another site. Nothing else here quotes anybody.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from generator.collection.collection import url_of
from generator.collection.consent import Quotation, hear_story, pick_shortest
from generator.model import Action, Domain, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.cards import Card
from generator.pages.citations import CitedStory, cite_in_words, list_authors
from generator.pages.json_ld import make_json_ld
from generator.pages.labels import INVENTED, INVENTED_MARK
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, SocialCard

FRAME = (600, 480)
LONGEST_QUOTE = 150
_FRAME = Markup('<iframe src="{src}" title="{title}" width="{width}" height="{height}"></iframe>')
_LOCALES = {"en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Meta:
    """What the tags in a page's head say; `image` is empty where the site has no address yet."""

    title: str
    description: str
    image: str
    alt: str
    site: str
    locale: str
    kind: str = "article"
    published: str = ""
    modified: str = ""
    tags: tuple[str, ...] = ()
    oembed: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Kit:
    """The ways of passing a story on; those that need a whole address are empty without one."""

    work: CitedStory
    cite: str
    mail: str


@dataclass(frozen=True, slots=True)
class Share:
    """All that a page says of itself elsewhere; only a story has a kit, and a domain a frame.

    `said` is what a frame of a story quotes.
    """

    card: SocialCard
    meta: Meta
    kit: Kit | None = None
    frame: str = ""
    said: Quotation | None = None


def make_story_share(story: Story, card: Card, context: SiteContext) -> Share:
    """Make what a story says of itself elsewhere."""
    collection, web = context.collection, context.web
    said, framed = (
        pick_shortest(hear_story(story, collection, scope, context.today).all, LONGEST_QUOTE)
        for scope in ("social", "feeds")
    )
    mark = f"{card.mark} · {INVENTED_MARK}" if story.illustrative else card.mark
    picture = SocialCard(
        address=f"cards/stories/{story.slug}.png",
        title=story.title,
        name=web.name,
        palette=web.palette,
        logo=web.logo,
        short_name=web.short_name,
        label=" · ".join(tag.label for tag in card.tags),
        number=card.tags[0].number if card.tags else 0,
        evidence=card.evidence,
        mark=mark,
        quote=said.words if said else "",
        said_by=said.speaker if said else "",
    )
    domains = collection.domains_of(story)
    parent = collection.story_by_slug.get(story.adapted_from or "")
    image = _join_image(picture, web)
    address = url_of(story)
    meta = Meta(
        title=story.title,
        description=story.summary,
        image=image,
        alt=_describe(picture),
        site=web.name,
        locale=_find_locale(story.language or web.language),
        published=story.date.isoformat(),
        modified=(story.updated or story.date).isoformat(),
        tags=tuple(domain.title for domain in domains),
        oembed=web.join(f"{address}oembed.json") if web.url else "",
        linked=make_json_ld(story, domains, parent, image, web),
    )
    frame = _frame(address, story.title, web)
    return Share(picture, meta, _make_kit(story, domains, web), frame, framed)


def make_action_share(action: Action, card: Card, description: str, web: SiteIdentity) -> Share:
    """Make what an action says of itself elsewhere."""
    mark = f"{card.status_label} · {INVENTED_MARK}" if card.illustrative else card.status_label
    picture = SocialCard(
        address=f"cards/actions/{action.slug}.png",
        title=action.title,
        name=web.name,
        palette=web.palette,
        logo=web.logo,
        short_name=web.short_name,
        label=" · ".join(tag.label for tag in card.tags),
        number=card.tags[0].number if card.tags else 0,
        mark=f"Quick win · {mark}" if card.quick_win else mark,
    )
    tags = tuple(tag.title for tag in card.tags)
    meta = _make_meta(picture, action.title, description, web, tags=tags, language=card.language)
    return Share(picture, meta)


def make_domain_share(domain: Domain, web: SiteIdentity) -> Share:
    """Make what a domain says of itself elsewhere: the sentence that a patient might say."""
    picture = SocialCard(
        address=f"cards/domains/{domain.slug}.png",
        title=f"“{domain.statement}”",
        name=web.name,
        palette=web.palette,
        logo=web.logo,
        short_name=web.short_name,
        label=f"Domain {domain.order}: {domain.title}",
        number=domain.order,
    )
    about = f"“{domain.statement}”: stories about {domain.title.lower()}."
    meta = _make_meta(picture, domain.title, about, web, kind="website")
    return Share(picture, meta, frame=_frame(url_of(domain), domain.title, web))


def make_site_share(web: SiteIdentity) -> Share:
    """Make what every other page shows: the site's own card."""
    title = web.description or web.name
    picture = SocialCard(
        "cards/site.png",
        title,
        web.name,
        palette=web.palette,
        logo=web.logo,
        short_name=web.short_name,
    )
    return Share(picture, _make_meta(picture, web.name, web.description, web, kind="website"))


def write_blurb(story: Story, url: str) -> str:
    """Write a paragraph that is ready to be sent to a colleague."""
    said = INVENTED if story.illustrative else ""
    return "\n\n".join(part for part in (story.title, story.summary, said) if part) + f"\n\n{url}"


def _frame(address: str, title: str, web: SiteIdentity) -> str:
    """Write the HTML with which another site shows a frame."""
    width, height = FRAME
    src = web.join(f"{address}embed/")
    return str(_FRAME.format(src=src, title=title, width=width, height=height)) if web.url else ""


def make_manifest(web: SiteIdentity) -> Document:
    """Make the web manifest: what a telephone calls the site on its first screen."""
    icons = [
        {"src": f"assets/icons/{name}.png", "sizes": f"{size}x{size}", "type": "image/png"} | more
        for name, size, more in (
            ("icon-192", 192, {}),
            ("icon-512", 512, {}),
            ("maskable-512", 512, {"purpose": "maskable"}),
        )
    ]
    manifest = {
        "name": web.name,
        "short_name": web.short_name or web.name,
        "description": web.description,
        "lang": web.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": web.palette.paper.day,
        "theme_color": web.palette.site.day,
        "icons": icons,
    }
    return Document("site.webmanifest", json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def _make_meta(  # noqa: PLR0913 (the tags)
    picture: SocialCard,
    title: str,
    description: str,
    web: SiteIdentity,
    *,
    kind: str = "article",
    tags: tuple[str, ...] = (),
    language: str = "",
) -> Meta:
    image, alt = _join_image(picture, web), _describe(picture)
    return Meta(
        title,
        description,
        image,
        alt,
        web.name,
        _find_locale(language or web.language),
        kind=kind,
        tags=tags,
    )


def _make_kit(story: Story, domains: Iterable[Domain], web: SiteIdentity) -> Kit:
    url = web.join(url_of(story)) if web.url else ""
    work = CitedStory(
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        authors=list_authors(story, web.name),
        domains=tuple(domain.title for domain in domains),
        site=web.name,
        url=url,
        date=story.date,
        updated=story.updated,
        note=INVENTED_MARK if story.illustrative else "",
    )
    subject, body = quote(story.title), quote(write_blurb(story, url))
    return Kit(
        work=work,
        cite=cite_in_words(work),
        mail=f"mailto:?subject={subject}&body={body}" if url else "",
    )


def _join_image(picture: SocialCard, web: SiteIdentity) -> str:
    """Write a card's whole address; another version is another address to those who keep copies."""
    return f"{web.join(picture.address)}?v={picture.version}" if web.url else ""


def _describe(picture: SocialCard) -> str:
    """Describe a card in words, for somebody who cannot see it."""
    said = f" “{picture.quote}” {picture.said_by}." if picture.quote else ""
    parts = (picture.label, picture.mark, picture.name)
    return f"{picture.title}{said} ({'; '.join(part for part in parts if part)})"


def _find_locale(code: str) -> str:
    """Find the locale as Open Graph writes it; a language without a place has none but English."""
    language, _, place = code.partition("-")
    return f"{language}_{place.upper()}" if place else _LOCALES.get(language, "")
