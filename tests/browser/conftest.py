"""A real Chromium: Playwright's own, the one named in CHROMIUM, or the machine's; and others."""

from collections.abc import Iterator

import pytest
from chromium import launch_chromium
from other_browsers import (
    Firefox,
    FirefoxPage,
    OtherPage,
    WebKitPage,
    find_firefox,
    find_webkit,
    run_firefox,
    run_webkit,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from telling import NOON
from waiting import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; `make test` has seen to it that there is one."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        browser.on("context", lambda context: context.set_default_timeout(PATIENCE_MS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh reader."""
    context = chromium.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh reader's first page."""
    return context.new_page()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for all tests."""
    program = find_firefox()
    if program is None:
        pytest.skip("no Firefox here: `apt install firefox-esr`, or name one in FIREFOX")
    with run_firefox(program, tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one WebKit driver for all tests."""
    program = find_webkit()
    if program is None:
        pytest.skip("no WebKit here: `apt install webkit2gtk-driver xvfb`")
    with run_webkit(program, tmp_path_factory.mktemp("webkit")) as driver:
        yield driver


@pytest.fixture
def firefox_page(firefox: Firefox) -> Iterator[FirefoxPage]:
    """A fresh reader's first page, in Firefox."""
    with firefox.open_page() as page:
        yield page


@pytest.fixture
def webkit_page(webkit: str) -> Iterator[WebKitPage]:
    """A fresh reader's first page, in WebKit."""
    page = WebKitPage(webkit)
    yield page
    page.close()


@pytest.fixture(params=["firefox_page", "webkit_page"])
def other_page(request: pytest.FixtureRequest) -> OtherPage:
    """A fresh reader's first page, in each browser that is not Chromium."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def tell(page: Page, site_url: str) -> Page:
    """The form, on a day that does not pass."""
    page.clock.set_fixed_time(NOON)
    page.goto(site_url + "tell/")
    return page
