"""What a page may cost a reader. Sizes and shifts, which do not depend on the machine."""

import gzip
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from serving import serve_site

from generator.publish.search import write_index
from generator.render.values import Entry

STORY_HTML = 40 * 1024
FIRST_VIEW = 250 * 1024
FIRST_SEARCH = 300 * 1024
FIRST_LIST = 500 * 1024
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


def _ten_thousand(chance: random.Random) -> Iterator[Entry]:
    """Records with the long tail of real vocabulary: a word in six occurs in most of them."""
    common = [f"word{number}" for number in range(400)]
    for number in range(10_000):
        words = [
            chance.choice(common) if chance.random() < 0.5 else f"rare{chance.randint(0, 30_000)}"
            for _ in range(150)
        ]
        if number % 25 == 0:
            words.append("nickname")
        setting = chance.choice(["ward", "hospice", "surgery", "home"])
        yield Entry(
            f"stories/story-{number}/",
            "story",
            f"Story {number}",
            " ".join(words[:20]),
            f"<p>{' '.join(words)}</p>",
            filters={"kind": ("story",), "setting": (setting,), "evidence": ("told",)},
            meta={"kind": "Story", "summary": " ".join(words[:20])},
            order={"date": 738_000 + number // 10},
        )


def test_a_first_search_and_a_first_list_cost_little_at_ten_thousand_records(
    page: Page, built_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(built_site, site)
    shutil.rmtree(site / "pagefind")
    write_index(list(_ten_thousand(random.Random(1))), site)
    sizes: dict[str, int] = {}

    def note(url: str, base: str) -> None:
        path = site / url.removeprefix(base).partition("?")[0]
        if "/pagefind/" in url:
            content = path.read_bytes()
            sizes[url] = len(gzip.compress(content) if path.suffix in TEXT else content)

    with serve_site(site) as base:
        page.on("request", lambda request: note(request.url, base))
        page.goto(base + "about/")
        page.keyboard.press("/")
        page.locator("#_q").fill("nickname")
        page.locator(".result").first.wait_for(timeout=60_000)
        assert "400 results" in page.locator("#_found").inner_text()
        assert sum(sizes.values()) < FIRST_SEARCH, sizes
        sizes.clear()
        page.goto(base + "stories/?setting=ward")
        page.locator("#_cards[aria-busy=false]").wait_for(state="attached", timeout=60_000)
        assert page.locator("#_cards .card").count() == 24
        assert sum(sizes.values()) < FIRST_LIST, sizes
