"""On paper: a story on two sheets at most, and one page of it for a huddle."""

import re
from pathlib import Path

from command import SITE
from playwright.sync_api import Page

STORIES = sorted(
    path.parent.name if path.stem == "index" else path.stem
    for path in (SITE / "stories").rglob("*.md")
    if "actions" not in path.parts
)


def _print(page: Page) -> int:
    sheets = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", sheets))


def test_a_story_prints_on_two_sheets_and_a_huddle_on_one(page: Page, site_url: str) -> None:
    for slug in STORIES:
        page.goto(f"{site_url}stories/{slug}/")
        assert _print(page) <= 2, slug
        page.evaluate("document.documentElement.dataset.printing = 'huddle'")
        assert _print(page) == 1, slug


def test_paper_has_the_address_and_the_chart_and_no_navigation(page: Page, site_url: str) -> None:
    page.goto(site_url + "stories/a-quiet-room/")
    page.emulate_media(media="print")
    assert page.locator(".printed-address", has_text="example/stories/a-quiet-room/").is_visible()
    assert page.locator(".chart").first.is_visible()
    assert not page.locator(".masthead").is_visible()


def test_the_print_buttons_print_what_they_say(page: Page, site_url: str) -> None:
    page.goto(site_url + "stories/a-quiet-room/")
    page.evaluate(
        "window.print = () => { window.printed = document.documentElement.dataset.printing }"
    )
    page.get_by_role("button", name="Print one page for a huddle").click()
    assert page.evaluate("window.printed") == "huddle"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.printing") is None


def test_every_page_that_a_reader_may_print_is_dark_on_white(
    page: Page, site_url: str, built_site: Path
) -> None:
    assert built_site.is_dir()
    page.emulate_media(color_scheme="dark", media="print")
    for address in ("", "stories/a-quiet-room/", "coverage/", "priorities/safety/"):
        page.goto(site_url + address)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
            "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)",
        }  # fmt: skip
