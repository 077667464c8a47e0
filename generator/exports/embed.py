"""A story, or a domain's latest, as a light page made for a frame on another site; and its oEmbed.

These are whole files, not pages of the engine: there is one for each story, and they have none of
its navigation. Their look is `theme/assets/css/embed.css`. A frame shows words on somebody else's
page, so a quotation is in it only if its consent has the scope `feeds`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from markupsafe import Markup

from generator.collection.collection import url_of
from generator.collection.consent import Quotation
from generator.model import Domain
from generator.model.site_identity import SiteIdentity
from generator.pages.action import ActionView
from generator.pages.cards import Card
from generator.pages.citations import cite_in_bibtex, cite_in_ris
from generator.pages.labels import INVENTED_MARK
from generator.pages.overview import DomainView, Overview
from generator.pages.qr_code import draw_qr_code
from generator.pages.security_headers import PAGE_POLICY
from generator.pages.share import FRAME, Kit, Share
from generator.pages.story import StoryView
from generator.pages.types import Document, Page, SocialCard

LATEST = 5
LISTED = (StoryView, ActionView, DomainView)
_PAGE = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
{canonical}<link rel="icon" href="../../../assets/images/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../../../assets/css/embed.css">
<title>{title} · {site}</title>
</head>
<body class="domain-{number}">
<main>
{body}</main>
<footer><a href="../../../" target="_top">{site}</a></footer>
</body>
</html>
""")
_STORY = Markup("""\
<p class="over">{label}</p>
<h1><a href="../" target="_top">{title}</a></h1>
<p class="summary">{summary}</p>
{quote}<p class="mark">{sign}{mark}</p>
""")
_QUOTE = Markup(
    "<figure><blockquote><p>“{quote}”</p></blockquote><figcaption>{by}</figcaption>\
</figure>\n"
)
_DOMAIN = Markup("""\
<p class="over">{label}</p>
<h1><a href="../" target="_top">{title}</a></h1>
<ul>
{items}</ul>
""")
_ITEM = Markup(
    '<li><a href="../../../{url}" target="_top">{title}</a> \
<span class="mark">{sign}{mark}</span></li>\n'
)
_EMPTY = Markup("<li>Nobody has told one yet.</li>\n")
_CANONICAL = Markup('<link rel="canonical" href="{url}">\n')
_SIGN = Markup(
    '<svg class="evidence--{evidence}" viewBox="0 0 20 14" width="18" height="13" \
aria-hidden="true"><rect x="1" y="9" width="4" height="4"/><rect x="8" y="5" width="4" height="8"/>\
<rect x="15" y="1" width="4" height="12"/></svg>'
)


def make_domain_documents(overview: Overview, web: SiteIdentity) -> Iterator[Document]:
    """Make the frames of all domains."""
    for view in overview.domains:
        yield make_domain_document(view.domain, view.list_page.items, web)


def list_cards(pages: Iterable[Page], overview: Overview) -> tuple[SocialCard, ...]:
    """List the pictures of all pages that have one of their own, and the site's."""
    shares = [page.view.share for page in pages if isinstance(page.view, LISTED)]
    cards = {share.card.address: share.card for share in (*shares, overview.share) if share}
    return tuple(cards.values())


def make_story_documents(view: StoryView, web: SiteIdentity) -> Iterator[Document]:
    """Make the files beside a story's page: its frame, oEmbed, citations, QR code."""
    address = view.card.url
    kit = view.share.kit
    if kit is None:
        return
    body = _STORY.format(
        label=" · ".join(tag.label for tag in view.tags),
        title=view.card.title,
        summary=view.card.summary,
        quote=_quote(view.share.said),
        sign=_SIGN.format(evidence=view.card.evidence),
        mark=_say_mark(view.card),
    )
    number = view.tags[0].number if view.tags else 0
    language = view.card.language or web.language
    page = _make_page(view.card.title, body, number, kit.work.url, web.name, language)
    yield Document(f"{address}embed/index.html", page)
    yield Document(f"{address}cite.bib", cite_in_bibtex(kit.work))
    yield Document(f"{address}cite.ris", cite_in_ris(kit.work))
    if web.url:
        yield Document(f"{address}oembed.json", _answer(view.share, kit, web))
        yield Document(f"{address}qr.svg", draw_qr_code(kit.work.url))


def make_domain_document(domain: Domain, stories: Sequence[Card], web: SiteIdentity) -> Document:
    """Make the frame of a domain: its latest examples."""
    address = url_of(domain)
    items = (
        _ITEM.format(
            url=card.url,
            title=card.title,
            sign=_SIGN.format(evidence=card.evidence),
            mark=_say_mark(card),
        )
        for card in islice(stories, LATEST)
    )
    body = _DOMAIN.format(
        label=f"{domain.title}: the latest examples",
        title=f"“{domain.statement}”",
        items=Markup("").join(items) or _EMPTY,
    )
    url = web.join(address) if web.url else ""
    page = _make_page(domain.title, body, domain.order, url, web.name, web.language)
    return Document(f"{address}embed/index.html", page)


def _make_page(  # noqa: PLR0913, PLR0917 (the parts of a page)
    title: str, body: Markup, number: int, url: str, site: str, language: str
) -> str:
    page = _PAGE.format(
        policy=PAGE_POLICY,
        language=language,
        canonical=_CANONICAL.format(url=url) if url else "",
        title=title,
        site=site,
        number=number,
        body=body,
    )
    return str(page)


def _quote(voice: Quotation | None) -> Markup:
    return _QUOTE.format(quote=voice.words, by=voice.speaker) if voice else Markup("")


def _say_mark(card: Card) -> str:
    return f"{card.mark} · {INVENTED_MARK}" if card.illustrative else card.mark


def _answer(share: Share, kit: Kit, web: SiteIdentity) -> str:
    """Answer as oEmbed 1.0 does for a link that is shown as a frame."""
    width, height = FRAME
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": kit.work.title,
        "author_name": ", ".join(kit.work.authors),
        "provider_name": web.name,
        "provider_url": web.url,
        "cache_age": 86400,
        "html": share.frame,
        "width": width,
        "height": height,
        "thumbnail_url": share.meta.image,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
