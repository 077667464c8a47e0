"""The whole site from a collection: a page for each record, and the files that go beside them."""

import datetime as dt

from generator.collection import Collection
from generator.render.action import make_action_page
from generator.render.overview import make_domain_page, make_overview, make_priority_page
from generator.render.story import make_story_page
from generator.render.values import Copy, Page, Site


def render_site(collection: Collection, today: dt.date) -> Site:
    """Render a collection as it may be shown on `today`."""
    overview = make_overview(collection, today)
    pages: list[Page] = []
    pages += (make_story_page(story, collection, today) for story in collection.stories)
    pages += (make_action_page(action, collection, today) for action in collection.actions)
    pages += (make_domain_page(view, collection) for view in overview.domains)
    pages += (make_priority_page(view, collection) for view in overview.priorities)
    copies = tuple(
        Copy(path, collection.address_of_asset(path)) for path in sorted(collection.assets)
    )
    return Site(tuple(pages), copies, overview)
