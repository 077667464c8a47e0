"""The collection as a tree of plain Markdown, for any engine that builds sites from such trees.

`markdown_record.py` makes the file of each record; here are the lists that lead to them, and the
settings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.exports.csv_tables import make_point_documents
from generator.exports.markdown_body import set_line, set_meta, set_plain, write_portable
from generator.exports.markdown_record import (
    DOCS,
    list_actions,
    make_action_file,
    make_domain_file,
    make_lead,
    make_story_file,
    set_link,
    set_list,
    write_page,
)
from generator.model import Action, Story
from generator.pages.labels import count
from generator.pages.responsive_images import list_sizes
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, Resize


@dataclass(frozen=True, slots=True)
class MarkdownSite:
    """The files of the tree, and the pictures that are made anew for it."""

    documents: tuple[Document, ...]
    resizes: tuple[Resize, ...]


def make_markdown_site(context: SiteContext) -> MarkdownSite:
    """Make the whole tree of a collection of which nothing is kept back but voices."""
    pages = [
        *(make_story_file(story, context) for story in context.collection.stories),
        *(make_action_file(act, context) for act in context.collection.actions),
        *(make_domain_file(domain, context) for domain in context.collection.domains),
        *_make_lists(context),
    ]
    records: list[Story | Action] = [*context.collection.stories, *context.collection.actions]
    data = [
        Document(f"{DOCS}{document.address}", document.content)
        for record in records
        for document in make_point_documents(record, context)
    ]
    resizes = [
        list_sizes(asset, context.collection)[-1]
        for asset in context.collection.shown_assets
        if asset.kind == "picture"
    ]
    moved = (Resize(r.path, f"{DOCS}{r.address}", r.width) for r in resizes)
    return MarkdownSite((*pages, *data, *_make_settings(context)), tuple(moved))


def _make_settings(context: SiteContext) -> Iterator[Document]:
    """Make the settings that MkDocs and Zensical read, and those that ProperDocs needs besides.

    ProperDocs has to be told a theme; told the same, Zensical takes it for one of its own.
    """
    settings = {
        "site_name": set_meta(context.web.name),
        "nav": [
            {"Home": "index.md"},
            {"Stories": "stories/index.md"},
            {"What was done": "actions/index.md"},
            {"Domains": "domains/index.md"},
        ],
        # A navigation that lists every story takes minutes to build; the lists lead to them.
        "not_in_nav": "/stories/*/\n/actions/*\n/domains/*\n",
    }
    besides = {"INHERIT": "mkdocs.yml", "theme": {"name": "mkdocs"}}
    for name, told in (("mkdocs.yml", settings), ("properdocs.yml", besides)):
        yield Document(name, yaml.safe_dump(told, allow_unicode=True, sort_keys=False))


def _make_lists(context: SiteContext) -> Iterator[Document]:
    """Make the pages that lead to the others: home, stories, actions and the framework."""
    stories, framework = f"{DOCS}stories/index.md", context.collection.framework
    actions, domains = f"{DOCS}actions/index.md", f"{DOCS}domains/index.md"
    told = (f"{set_link(s, stories)}: {set_plain(s.summary)}" for s in context.collection.stories)
    yield write_page(stories, {"title": "Stories"}, ("# Stories", set_list(told)))
    done = list_actions(context.collection.actions, actions)
    yield write_page(actions, {"title": "What was done"}, ("# What was done", set_list(done)))
    owned = framework.attribution if framework and framework.attribution else ""
    listed = (
        f"{set_link(d, domains)}: “{set_plain(d.statement)}”" for d in context.collection.domains
    )
    about = (
        write_portable(framework.body.markdown, make_lead(framework, context)) if framework else ""
    )
    framed = ("# Domains", about, set_list(listed), set_line(owned))
    yield write_page(domains, {"title": "Domains"}, framed)
    home = (
        f"# {set_plain(context.web.name)}",
        set_line(context.web.description),
        set_list(
            (
                f"[{count(len(context.collection.stories), 'story', 'stories')}](stories/index.md)",
                f"[{count(len(context.collection.actions), 'action')}](actions/index.md)",
                f"[{count(len(context.collection.domains), 'domain')}](domains/index.md)",
            )
        ),
        set_line(owned),
    )
    yield write_page(f"{DOCS}index.md", {"title": set_meta(context.web.name)}, home)
