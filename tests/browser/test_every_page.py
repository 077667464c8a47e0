"""Every page of the sample site in a real browser.

Pages of one template are written alike: outside `make deep`, every tenth rule stands for all, and
every third of the actions and of the frames for other sites.
"""

from fnmatch import fnmatch
from pathlib import Path

import pytest
from deep import DEEP
from playwright.sync_api import Page

# How many pages of a template one stands for.
ALIKE = {"guide/rules/*": 10, "actions/*": 3, "*/embed": 3}


def _addresses(site: Path) -> list[str]:
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    passed: set[str] = set()
    for alike, number in ALIKE.items():
        some = [page for page in pages if fnmatch(page, alike)]
        assert len(some) > number, alike
        passed |= set() if DEEP else {*some} - {*some[::number]}
    shown = [page for page in pages if page not in passed]
    return ["404.html", *("" if page == "." else f"{page}/" for page in shown)]


@pytest.mark.deep
def test_no_page_complains_asks_another_host_or_is_too_wide(
    page: Page, site_url: str, built_site: Path
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on(
        "requestfailed",
        lambda request: (
            # What a page was still asking for when the reader went on is no fault of the page.
            request.failure != "net::ERR_ABORTED" and said.append(f"failed: {request.url}")
        ),
    )
    page.on(
        "response",
        lambda response: response.status >= 400 and said.append(f"missing: {response.url}"),
    )
    page.on(
        "request",
        lambda request: (
            not request.url.startswith((site_url, "data:"))
            and said.append(f"foreign: {request.url}")
        ),
    )
    addresses = _addresses(built_site)
    assert len(addresses) > 80
    for address in addresses:
        page.goto(site_url + address)
        assert page.locator("h1").count() == 1, address
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{address} is {wide} pixels wide at {width}"
    assert said == []


def test_dark_is_kept_from_page_to_page(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site_url)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark page").click()
    dark = page.evaluate(paper)
    page.goto(site_url + "stories/")
    assert light != dark == page.evaluate(paper)
