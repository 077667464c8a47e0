"""The whole site from a collection: a page for each record, and the files that go beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.build.page_keys import Keys
from generator.build.record_outputs import list_collection_outputs, list_outputs
from generator.build.word_forms import list_word_forms
from generator.collection.related import Related
from generator.exports.csv_tables import leave_out_remade
from generator.exports.embed import list_cards, make_domain_documents
from generator.exports.llms_txt import make_llms
from generator.exports.record_files import list_joined_files
from generator.exports.sitemap import make_robots, make_sitemap
from generator.intake.web_form import make_form
from generator.load.join_terms import join_terms
from generator.model.problem import Fault
from generator.model.site_identity import MADE
from generator.pages.facets import make_facets
from generator.pages.guide import make_fault_pages, make_guide
from generator.pages.list_pages import make_list_pages
from generator.pages.overview import make_overview
from generator.pages.redirects import make_redirect_file, make_redirect_pages, make_withdrawn_pages
from generator.pages.responsive_images import list_sizes
from generator.pages.search_entries import list_entries
from generator.pages.security_headers import (
    make_policy_documents,
    name_receivers,
    write_policy,
)
from generator.pages.share import make_manifest, make_site_share
from generator.pages.site_context import SiteContext
from generator.pages.types import Copy, Document, Output, Page, RecordOutputs, Site


def render_site(
    context: SiteContext,
    faults: Iterable[Fault],
    related: Mapping[str, Sequence[Related]],
    common: str = "",
) -> Site:
    """Render what there is to take, and the guide to the faults that can be found.

    `related` are the stories to read after each, by slug. `common` stands for all else that shapes
    every page; without it no sheet has a key.
    """
    collection, findings, web = context.collection, context.findings, context.web
    overview = replace(
        make_overview(collection, findings, context.today),
        share=make_site_share(web),
        form_policy=write_policy(connect=name_receivers(web)),
    )
    faults = tuple(faults)
    guide = make_guide(faults, collection.lessons)
    entries = list_entries(collection, findings)
    facets = make_facets(entries, collection)
    keys = Keys(context, related, common)
    pages: list[Page] = [
        *make_list_pages(overview, collection, web),
        *make_fault_pages(guide),
        *make_redirect_pages(collection),
        *make_withdrawn_pages(collection),
    ]
    assets = collection.shown_assets
    data = (asset.path for asset in assets if asset.kind == "data")
    copies = (Copy(path, collection.address_of_asset(path)) for path in data)
    pictures = (asset for asset in assets if asset.kind == "picture")
    resizes = tuple(size for picture in pictures for size in list_sizes(picture, collection))
    documents = [
        make_manifest(web),
        Document(MADE, f'{{"made":"{context.today}"}}\n'),
        *make_policy_documents(web),
        *make_domain_documents(overview, web),
        *make_redirect_file(pages, web),
    ]
    sitemaps = make_sitemap(pages, collection, web)
    documents += (*sitemaps, make_robots(sitemaps, web))
    sheets = (
        *list_outputs(context, related, keys),
        *list_collection_outputs(context, keys),
        *list_word_forms(context, keys),
    )
    joined_files = list_joined_files(context)
    files = {each.address for each in documents}
    files |= {sheet.address for sheet in sheets} | {whole.address for whole in joined_files}
    documents.append(make_llms(overview, files, web))
    return Site(
        pages=tuple(pages),
        copies=leave_out_remade(copies, collection),
        resizes=resizes,
        overview=overview,
        guide=guide,
        facets=facets,
        entries=entries,
        documents=tuple(documents),
        cards=list_cards(pages, overview),
        form=make_form(collection, faults, web),
        sheets=(
            *sheets,
            *(Output(p.address, keys.of_page(p, facets), partial(_show, p)) for p in pages),
        ),
        joined_files=joined_files,
        terms=join_terms(collection.terms),
    )


def _show(page: Page) -> RecordOutputs:
    return RecordOutputs((page,))
