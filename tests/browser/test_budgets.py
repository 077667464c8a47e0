"""What a page may cost a reader. Sizes and shifts, which do not depend on the machine."""

import gzip
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

STORY_HTML = 40 * 1024
FIRST_VIEW = 250 * 1024
MOST_SHIFT = 0.02
TEXT = (".html", ".css", ".js", ".json", ".svg")


def test_a_story_is_under_40_kilobytes_of_html(built_site: Path) -> None:
    for page in (built_site / "stories").glob("*/index.html"):
        assert page.stat().st_size < STORY_HTML, page


def test_the_first_view_is_under_250_kilobytes_compressed(
    context: BrowserContext, site_url: str, built_site: Path
) -> None:
    for address in ("", "stories/a-quiet-room/", "stories/the-first-ten-minutes/"):
        page = context.new_page()
        asked: set[str] = set()
        page.on("request", lambda request, asked=asked: asked.add(request.url))  # type: ignore[misc]
        page.goto(site_url + address, wait_until="networkidle")
        size = 0
        for url in asked:
            path = built_site / url.removeprefix(site_url).partition("?")[0]
            path = path / "index.html" if path.is_dir() else path
            content = path.read_bytes()
            size += len(gzip.compress(content)) if path.suffix in TEXT else len(content)
        assert size < FIRST_VIEW, f"{address} {size}"
        page.close()


def test_nothing_jumps_while_a_page_loads(page: Page, site_url: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
        " if (!each.hadRecentInput) window.shift += each.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for address in ("", "stories/", "stories/a-quiet-room/", "domains/naming/", "coverage/"):
            page.goto(site_url + address, wait_until="networkidle")
            shift = page.evaluate("window.shift")
            assert shift < MOST_SHIFT, f"{address} at {width}: {shift}"
