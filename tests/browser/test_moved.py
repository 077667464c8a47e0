"""An old address in a real browser: it leads on, and what stands after ? and # goes with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from command import run_stories
from conftest import _copy_project
from playwright.sync_api import Browser, Page
from serving import serve_site

QUIET = "stories/2026/a-quiet-room/index.md"


@pytest.fixture(scope="module")
def moved_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site, in which one story has an old name and another was withdrawn."""
    root: Path = tmp_path_factory.mktemp("moved")
    _copy_project(root)
    story = root / QUIET
    story.write_text(story.read_text().replace("\nstatus:", "\naliases: [the-cupboard]\nstatus:"))
    (root / "stories/withdrawn.yml").write_text("stories:\n  a-letter-that-hurt: 2026-10-01\n")
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    with serve_site(root / "site") as url:
        yield url


def test_an_old_address_leads_on_and_keeps_query_and_fragment(page: Page, moved_url: str) -> None:
    page.goto(f"{moved_url}stories/the-cupboard/?from=poster#_measures")
    page.wait_for_url("**/a-quiet-room/**")
    assert page.url == f"{moved_url}stories/a-quiet-room/?from=poster#_measures"
    assert page.locator("h1").inner_text().startswith("A store cupboard")
    page.go_back()
    assert page.url == "about:blank"


def test_an_old_address_leads_on_without_scripts(chromium: Browser, moved_url: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{moved_url}stories/the-cupboard/")
        page.wait_for_url("**/a-quiet-room/")
        assert page.url == f"{moved_url}stories/a-quiet-room/"


def test_a_withdrawn_address_is_kind_and_says_nothing_else(page: Page, moved_url: str) -> None:
    page.goto(f"{moved_url}stories/a-letter-that-hurt/")
    assert page.get_by_role("heading", level=1).inner_text() == "This story was withdrawn"
    assert len(page.locator("main").inner_text()) < 250
    assert page.locator("main a").count() == 0
