"""The pages of lists: a domain, a priority, and the further pages of every long list."""

from collections.abc import Iterator
from dataclasses import replace

from generator.collection.collection import Collection
from generator.model.site_identity import SiteIdentity
from generator.pages.markdown_html import render_markdown
from generator.pages.overview import DomainView, Overview, PriorityView
from generator.pages.share import make_domain_share
from generator.pages.types import Page

# The first page of each of these is a page of prose in content/, with the same template.
LISTS = {
    "stories": ("stories.html", "All stories", "Every improvement story, newest first."),
    "actions": ("actions.html", "What was done", "The store of actions."),
    "quick-wins": ("quick-wins.html", "Quick wins", "Small changes that needed no project."),
}


def make_list_pages(
    overview: Overview, collection: Collection, web: SiteIdentity
) -> Iterator[Page]:
    """Make the pages of domains and priorities, and the second and later pages of lists."""
    for domain in overview.domains:
        yield from _make_domain_pages(domain, collection, web)
    for priority in overview.priorities:
        yield from _make_priority_pages(priority, collection)
    leaves = (overview.story_leaves, overview.action_leaves, overview.quick_leaves)
    for (template, title, about), pages in zip(LISTS.values(), leaves, strict=True):
        for list_page in pages[1:]:
            name = f"{title}, page {list_page.number}"
            yield Page(list_page.address, template, name, about, list_page)


def _make_domain_pages(
    view: DomainView, collection: Collection, web: SiteIdentity
) -> Iterator[Page]:
    domain = view.domain
    share = make_domain_share(domain, web)
    # All pages but the first lie equally deep, so that their links lead the same way.
    contents = [
        render_markdown(domain, list_page.address, collection) for list_page in view.leaves[:2]
    ]
    for list_page in view.leaves:
        content = contents[min(list_page.number, 2) - 1]
        yield Page(
            address=list_page.address,
            template="domain.html",
            title=domain.title
            if list_page.number == 1
            else f"{domain.title}, page {list_page.number}",
            description=f"“{domain.statement}”: stories about {domain.title.lower()}.",
            view=replace(view, list_page=list_page, share=share),
            content=content,
            edit=domain.path,
            kind="domain",
        )


def _make_priority_pages(view: PriorityView, collection: Collection) -> Iterator[Page]:
    label = view.priority.label
    for list_page in view.leaves:
        yield Page(
            address=list_page.address,
            template="priority.html",
            title=label if list_page.number == 1 else f"{label}, page {list_page.number}",
            description=view.priority.about or f"Stories that serve {label.lower()}.",
            view=replace(view, list_page=list_page),
            edit=collection.vocabulary.path if collection.vocabulary else None,
            kind="priority",
        )
