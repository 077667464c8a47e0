"""A real Chromium: Playwright's own, the one named in CHROMIUM, or the machine's."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; `make test` has seen to it that there is one."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        found = os.environ.get("CHROMIUM") or (own if os.path.exists(own) else None)  # noqa: PTH110
        found = found or shutil.which("chromium") or shutil.which("google-chrome")
        assert found, "no Chromium: run `make test`, or name one in CHROMIUM"
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
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
