"""The pages of lists: a domain, a priority, and the further pages of every long list."""

from collections.abc import Iterator
from dataclasses import replace

from generator.collection import Collection, address_of
from generator.ledger import digest
from generator.render.overview import DomainView, Overview, PriorityView
from generator.render.paging import paginate
from generator.render.prose import render_prose
from generator.render.share import make_domain_share
from generator.render.values import Page, Web

# The first page of each of these is a page of prose in content/, with the same template.
LISTS = {
    "stories": ("stories.html", "All stories", "Every improvement story, newest first."),
    "actions": ("actions.html", "What was done", "The ledger of actions."),
    "quick-wins": ("quick-wins.html", "Quick wins", "Small changes that needed no project."),
}


def make_list_pages(
    overview: Overview, collection: Collection, web: Web, common: str = ""
) -> Iterator[Page]:
    """Make the pages of domains and priorities, and the second and later pages of lists.

    `common` stands for what shapes all of these; without it none of them has a key.
    """
    for domain in overview.domains:
        yield from _make_domain_pages(domain, collection, web)
    for priority in overview.priorities:
        yield from _make_priority_pages(priority, collection)
    leaves = (overview.story_leaves, overview.action_leaves, overview.quick_leaves)
    for (template, title, about), pages in zip(LISTS.values(), leaves, strict=True):
        for leaf in pages[1:]:
            key = digest(common, repr(leaf)) if common else ""
            name = f"{title}, page {leaf.number}"
            yield Page(leaf.address, template, name, about, leaf, key=key)


def _make_domain_pages(view: DomainView, collection: Collection, web: Web) -> Iterator[Page]:
    domain, address = view.domain, address_of(view.domain)
    share = make_domain_share(domain, web)
    for leaf in paginate(view.stories, address):
        yield Page(
            address=leaf.address,
            template="domain.html",
            title=domain.title if leaf.number == 1 else f"{domain.title}, page {leaf.number}",
            description=f"“{domain.statement}”: stories about {domain.title.lower()}.",
            view=replace(view, leaf=leaf, share=share),
            content=render_prose(domain, leaf.address, collection),
            edit=domain.path,
            kind="domain",
        )


def _make_priority_pages(view: PriorityView, collection: Collection) -> Iterator[Page]:
    label = view.priority.label
    for leaf in paginate(view.stories, view.url):
        yield Page(
            address=leaf.address,
            template="priority.html",
            title=label if leaf.number == 1 else f"{label}, page {leaf.number}",
            description=view.priority.about or f"Stories that serve {label.lower()}.",
            view=replace(view, leaf=leaf),
            edit=collection.vocabulary.path if collection.vocabulary else None,
            kind="priority",
        )
