"""A story as programs read it: schema.org's `Article`, as JSON-LD that is safe inside a page."""

import json
import re
from collections.abc import Sequence

from generator.collection.collection import url_of
from generator.model import Domain, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.labels import INVENTED_MARK, list_tellers

# What would end a script element, or a line of script, is written as JSON's own escapes.
_ENDING = re.compile("[<>&\u2028\u2029]")


def make_json_ld(
    story: Story, domains: Sequence[Domain], parent: Story | None, image: str, web: SiteIdentity
) -> str:
    """Describe a story as JSON-LD; what needs a whole address is left out where there is none."""
    url = web.join(url_of(story)) if web.url else ""
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": story.title,
        "description": story.summary,
        "url": url,
        "image": image,
        "inLanguage": story.language or web.language,
        "datePublished": story.date.isoformat(),
        "dateModified": (story.updated or story.date).isoformat(),
        "genre": INVENTED_MARK if story.illustrative else "",
        "about": [_describe_domain(domain, web) for domain in domains],
        "author": _describe_author(story, web),
        "publisher": _describe_publisher(web),
        "license": web.licence.url if web.licence else "",
        "isBasedOn": _list_sources(story, parent, web),
    }
    return write_safely({name: value for name, value in article.items() if value})


def write_safely(value: object) -> str:
    """Write JSON that may stand in a script element, whatever is in it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ENDING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def _describe_domain(domain: Domain, web: SiteIdentity) -> dict[str, str]:
    term = {"@type": "DefinedTerm", "name": domain.title, "description": domain.statement}
    return term | ({"url": web.join(url_of(domain))} if web.url else {})


def _describe_author(story: Story, web: SiteIdentity) -> dict[str, object]:
    """Describe the team that tells the story: never a person, who may move on."""
    names = list_tellers(story)
    if not names:
        return _describe_publisher(web)
    author: dict[str, object] = {"@type": "Organization", "name": names[0]}
    if names[1:]:
        author["parentOrganization"] = {"@type": "Organization", "name": names[1]}
    return author


def _describe_publisher(web: SiteIdentity) -> dict[str, object]:
    known: dict[str, object] = {"@type": "Organization", "name": web.name}
    return known | ({"url": web.url} if web.url else {})


def _list_sources(story: Story, parent: Story | None, web: SiteIdentity) -> list[dict[str, str]]:
    """List the story whose example was taken home, and the page that the facts come from."""
    sources = []
    if parent:
        source = {"@type": "Article", "headline": parent.title}
        sources.append(source | ({"url": web.join(url_of(parent))} if web.url else {}))
    if story.source:
        sources.append(
            {"@type": "CreativeWork", "name": story.source.title, "url": story.source.url}
        )
    return sources
