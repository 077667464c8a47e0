"""The whole site from a collection: a page for each record, and the files that go beside them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from generator.collection import Collection, address_of
from generator.findings import Findings
from generator.problem import Fault
from generator.records import Action, Story
from generator.related import find_related
from generator.render.action import make_action_page
from generator.render.embed import list_cards, make_share_documents
from generator.render.entries import make_entries
from generator.render.facets import make_facets
from generator.render.form import make_form
from generator.render.guide import make_fault_pages, make_guide
from generator.render.lists import make_list_pages
from generator.render.llms import make_llms
from generator.render.overview import make_overview
from generator.render.permanence import make_robots, make_sitemap
from generator.render.pictures import list_sizes
from generator.render.policy import make_policy_documents
from generator.render.redirects import (
    make_redirect_file,
    make_redirect_pages,
    make_withdrawn_pages,
)
from generator.render.share import make_manifest, make_site_share
from generator.render.sheets import leave_out_remade
from generator.render.stock import Stock
from generator.render.story import make_story_page
from generator.render.syndication import make_record_documents, make_syndication
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
    overview = replace(make_overview(collection, findings), share=make_site_share(web))
    faults = tuple(faults)
    guide = make_guide(faults)
    related = find_related(collection)
    pages: list[Page] = []
    pages += (
        make_story_page(
            story, collection, findings, related.get(story.slug, ()), web=web, today=today
        )
        for story in collection.stories
    )
    pages += (make_action_page(action, collection, findings, web) for action in collection.actions)
    pages += make_list_pages(overview, collection, web)
    pages += make_fault_pages(guide)
    pages += make_redirect_pages(collection)
    pages += make_withdrawn_pages(collection)
    assets = sorted(collection.assets.values())
    data = (asset.path for asset in assets if asset.kind == "data")
    copies = tuple(Copy(path, collection.address_of_asset(path)) for path in data)
    pictures = (asset for asset in assets if asset.kind == "picture")
    resizes = tuple(size for picture in pictures for size in list_sizes(picture, collection))
    entries = make_entries(collection, findings, overview, tuple(pages))
    facets = make_facets(entries, collection)
    documents: list[Document] = []  # each maker of whole files adds its own, given `web`
    bodies = {page.address: page.content for page in pages}
    stock = Stock(collection, findings, web, today)
    told: list[Story | Action] = [*collection.stories, *collection.actions]
    for record in told:
        documents += make_record_documents(record, bodies[address_of(record)], stock)
    copies = leave_out_remade(copies, documents)
    documents += make_syndication(bodies, stock)
    documents.append(make_manifest(web))
    documents += make_policy_documents(web)
    documents += make_share_documents(pages, overview, web, today)
    sitemaps = make_sitemap(pages, collection, web)
    documents += (*sitemaps, make_robots(sitemaps, web), *make_redirect_file(pages, web))
    documents.append(make_llms(overview, {document.address for document in documents}, web))
    return Site(
        pages=tuple(pages),
        copies=copies,
        resizes=resizes,
        overview=overview,
        guide=guide,
        facets=facets,
        entries=entries,
        documents=tuple(documents),
        cards=list_cards(pages, overview),
        form=make_form(collection, faults, web),
    )
