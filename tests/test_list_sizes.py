"""No list page grows with the collection: at 10,000 records each stays under 200 KB."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from command import ROOT, SITE
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.utils.templates import url_filter

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.collection.link import link
from generator.collection.story_evidence import judge_records
from generator.mkdocs_plugin.config_values import site_identity_of
from generator.model import Action, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.facets import make_facets
from generator.pages.list_pages import make_list_pages
from generator.pages.overview import Overview, make_overview
from generator.pages.types import Page, SearchEntry

MOST = 200 * 1024
COUNT = 10_000
TODAY = dt.date(2026, 11, 1)
# The longest that an author may write, or is likely to.
TITLE = (
    "A whiteboard by every bed and two questions on it, which the night staff asked for as well "
)
SUMMARY = (TITLE * 4)[:280]
LONG = {
    "summary": SUMMARY,
    "domains": ("naming", "privacy", "surroundings"),
    "strategic_links": ("safety",),
    "quick_win": True,
}


def _copy(record: Story | Action, slug: str, path: str, **fields: object) -> Story | Action:
    copy = record.model_copy(update={"title": f"{TITLE[:110]} {slug[-4:]}", **LONG, **fields})
    copy._origin = replace(record.origin, slug=slug, path=path)
    return copy


def _multiply(collection: Collection, chance: random.Random) -> Iterator[Story | Action]:
    stories, actions = collection.stories, collection.actions
    name = "a-story-with-quite-a-long-name-"
    for number in range(COUNT // 2):
        # One very long chain, one very large family, and many small ones.
        parent = number - 1 if number < 900 else 900 if number < 3000 else chance.randrange(number)
        lineage = {"adapted_from": f"{name}{parent}" if parent >= 0 else None, "adapted": SUMMARY}
        story = stories[number % len(stories)]
        path = f"stories/{name}{number}.md"
        yield _copy(story, f"{name}{number}", path, spread=SUMMARY, **lineage)
        action = actions[number % len(actions)]
        path = f"stories/actions/an-action-{number}.md"
        yield _copy(action, f"an-action-{number}", path, story=f"{name}{number}")


@pytest.fixture(scope="module")
def large() -> tuple[Collection, Overview]:
    """A collection of ten thousand records, each as long as it may be, in lists."""
    sample = check(Project(SITE), TODAY, ()).collection
    made = list(_multiply(sample, random.Random(1)))
    collection = link(
        [record for record in made if isinstance(record, Story)],
        [record for record in made if isinstance(record, Action)],
        sample.domains,
        framework=sample.framework,
        vocabulary=sample.vocabulary,
        assets=sample.assets.values(),
        pages=sample.pages,
        content=sample.content,
    )
    return collection, make_overview(collection, judge_records(sample, TODAY), TODAY)


@pytest.fixture(scope="module")
def templates() -> Environment:
    """The site's own templates, as MkDocs loads them."""
    env: Environment = load_config(str(ROOT / "mkdocs.yml")).theme.get_env()
    env.filters["url"] = url_filter
    env.autoescape = True
    return env


def _write(env: Environment, page: Page, overview: Overview, **more: object) -> str:
    shell = SimpleNamespace(
        title=page.title, url=page.address, meta={}, content=page.content, is_homepage=False,
        canonical_url=None, edit_url=None,
    )  # fmt: skip
    config = load_config(str(ROOT / "mkdocs.yml"))
    return env.get_template(page.template).render(
        config=config, identity=site_identity_of(config),
        page=shell, view=page.view, overview=overview, nav=[], base_url="../..", **more,
    )  # fmt: skip


@pytest.mark.site
def test_no_list_page_is_over_200_kilobytes_at_ten_thousand_records(
    large: tuple[Collection, Overview], templates: Environment
) -> None:
    collection, overview = large
    assert len(collection.stories) + len(collection.actions) == COUNT
    kinds: dict[str, Page] = {}
    for page in make_list_pages(overview, collection, SiteIdentity()):
        kinds.setdefault(f"{page.template} {bool(page.address.count('page/'))}", page)
    first = ("stories", "actions", "quick-wins", "coverage", "lineage", "learning", "domains")
    for name in (*first, "priorities", "home"):
        kinds[name] = Page(f"{name}/", f"{name}.html", name, "", None)
    assert len(kinds) >= 14
    entries = [
        SearchEntry("", "story", "", "", "", filters={
            "domain": s.domains, "setting": (s.setting or "",), "pathway": (s.pathway or "",),
            "evidence": ("told",), "voices": ("both",), "status": (s.status,), "quick": ("yes",),
            "priority": s.strategic_links, "year": (str(s.date.year),),
        })
        for s in collection.stories
    ]  # fmt: skip
    facets = make_facets(entries, collection)
    sizes = {
        kind: len(_write(templates, page, overview, facets=facets).encode())
        for kind, page in kinds.items()
    }
    assert {kind: size for kind, size in sizes.items() if size > MOST} == {}
    assert sizes["stories"] > 40_000
    assert sizes["lineage"] > 40_000


@pytest.mark.site
def test_a_family_too_large_for_a_page_says_what_it_leaves_out(
    large: tuple[Collection, Overview],
) -> None:
    lineage = large[1].lineage
    assert lineage.families
    largest = lineage.families[0]
    assert "more stories" in largest.left
    assert largest.size > 2000
