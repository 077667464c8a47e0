"""What is said to stand beside the pages is what a build writes there."""

import datetime as dt
from pathlib import Path

from command import SITE

from generator.build.packaged_files import DEFAULTS
from generator.build.pipeline import Project, check
from generator.collection.collection import url_of, url_of_page
from generator.collection.known_urls import OF_STORY, list_known_urls
from generator.rules import FAULTS

TODAY = dt.date(2026, 11, 23)
APART = ("assets/", "cards/", "search/")  # what pages are made with, and nobody links to


def test_what_stands_beside_the_pages_is_what_a_build_writes(built_site: Path):
    collection = check(Project(SITE, defaults=DEFAULTS), TODAY, ()).collection
    files = (path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file())
    addresses = {str(f.parent if f.name == "index.html" else f) for f in files}
    records = (*collection.stories, *collection.actions, *collection.domains)
    known = {url_of(record).rstrip("/") for record in records}
    known |= {url_of_page(path, "content").rstrip("/") or "." for path in collection.pages}
    own = {collection.address_of_asset(asset) for asset in collection.assets}
    made = {
        address
        for address in addresses - known - own - {"404.html"}
        if not address.startswith(APART) and not address.endswith(".webp")
    }
    beside = list_known_urls(collection, (fault.code for fault in FAULTS))
    of_stories = {f"{folder}/{name}" for folder in beside.folders for name in OF_STORY}
    assert beside.addresses | of_stories == made
    assert all(map(beside.has, made))
    assert not beside.has("stories/nowhere/story.json")
