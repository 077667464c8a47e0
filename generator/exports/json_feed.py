"""A feed written as JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""

import json
from typing import Any

from generator.exports.feeds import Feed, FeedEntry
from generator.model.site_identity import SiteIdentity
from generator.pages.types import Document

VERSION = "https://jsonfeed.org/version/1.1"
ABOUT = "Under what others may use the stories of this feed."


def write_json_feed(feed: Feed, web: SiteIdentity) -> Document:
    """Write a feed as the JSON file beside its page."""
    told: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": web.join(feed.folder),
        "feed_url": web.join(f"{feed.folder}feed.json"),
        "description": feed.description,
        "language": web.language,
        "authors": [{"name": web.name, "url": web.url}],
        "items": [_tell_entry(entry) for entry in feed.entries],
    }
    if web.licence:  # what begins with an underscore is an extension, by the specification
        told["_licence"] = {"about": ABOUT, "name": web.licence.name, "url": web.licence.url}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Document(f"{feed.folder}feed.json", f"{text}\n")


def _tell_entry(entry: FeedEntry) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": entry.name,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": f"{entry.published.isoformat()}T00:00:00Z",
        "date_modified": f"{entry.updated.isoformat()}T00:00:00Z",
        "authors": [{"name": entry.author}],
        "tags": [label for _, label in entry.topics],
    }
    if entry.language:
        told["language"] = entry.language
    if entry.picture:
        told["image"] = entry.picture.url
    return told
