"""The whole site from a collection: a page for each record, and the files that go beside them."""

import datetime as dt
from collections.abc import Iterable

from generator.collection import Collection
from generator.findings import Findings
from generator.problem import Fault
from generator.related import find_related
from generator.render.action import make_action_page
from generator.render.entries import make_entries
from generator.render.facets import make_facets
from generator.render.guide import make_fault_pages, make_guide
from generator.render.lists import make_list_pages
from generator.render.overview import make_overview
from generator.render.pictures import list_sizes
from generator.render.story import make_story_page
from generator.render.typeset import typeset
from generator.render.values import Copy, Document, Page, Site, Web


def render_site(
    collection: Collection,
    findings: Findings,
    faults: Iterable[Fault],
    web: Web,
    today: dt.date,
) -> Site:
    """Render a collection, what was found in it, and the guide to the faults that can be found.

    `web` says where the site will stand, for what needs whole addresses; `today` decides which
    consents hold.
    """
    collection = typeset(collection)
    overview = make_overview(collection, findings)
    guide = make_guide(faults)
    related = find_related(collection)
    pages: list[Page] = []
    pages += (
        make_story_page(story, collection, findings, related.get(story.slug, ()))
        for story in collection.stories
    )
    pages += (make_action_page(action, collection, findings) for action in collection.actions)
    pages += make_list_pages(overview, collection)
    pages += make_fault_pages(guide)
    assets = sorted(collection.assets.values())
    data = (asset.path for asset in assets if asset.kind == "data")
    copies = tuple(Copy(path, collection.address_of_asset(path)) for path in data)
    pictures = (asset for asset in assets if asset.kind == "picture")
    resizes = tuple(size for picture in pictures for size in list_sizes(picture, collection))
    entries = make_entries(collection, findings, overview, tuple(pages))
    facets = make_facets(entries, collection)
    documents: list[Document] = []  # each maker of whole files adds its own, given `web`
    del web, today
    return Site(tuple(pages), copies, resizes, overview, guide, facets, entries, tuple(documents))
