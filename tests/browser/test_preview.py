"""A preview in a browser: it shows an edit by itself, and finds its words a moment later."""

import re
from pathlib import Path

from playwright.sync_api import Page, Route, expect
from previewing import Preview
from waiting import wait_until


def _finds(page: Page, word: str, title: str) -> bool:
    page.reload()
    page.keyboard.press("/")
    page.locator("#_q").fill(word)
    expect(page.locator("#_found")).to_have_text(re.compile(r"\bha(s|ve)\b|Nothing|cannot"))
    return title in page.locator("#_results").inner_text()


def test_an_edit_shows_without_a_touch_and_is_found(project: Path, page: Page) -> None:
    preview = Preview(project)
    try:
        assert preview.shows("stories/a-quiet-room/", "Beside the weighing scales")
        page.goto(f"http://{preview.address}/stories/a-quiet-room/")
        story = project / "stories/2026/a-quiet-room/index.md"
        for words in ("Then a zebra came.", "And then a quokka."):
            story.write_text(f"{story.read_text().rstrip()}\n\n{words}\n")
            expect(page.get_by_text(words)).to_be_visible()
        assert wait_until(lambda: _finds(page, "quokka", "A store cupboard"))
    finally:
        preview.stop()


def test_an_edit_that_is_built_before_the_page_asks_shows_as_well(
    project: Path, page: Page
) -> None:
    preview = Preview(project)
    held: list[Route] = []

    def hold(question: Route) -> None:
        held.append(question)

    try:
        assert preview.shows("stories/a-quiet-room/", "Beside the weighing scales")
        page.route("**/livereload/**", hold, times=1)
        with page.expect_request("**/livereload/**"):
            page.goto(f"http://{preview.address}/stories/a-quiet-room/")
        story = project / "stories/2026/a-quiet-room/index.md"
        story.write_text(f"{story.read_text().rstrip()}\n\nHere is an okapi.\n")
        assert preview.shows("stories/a-quiet-room/", "Here is an okapi.")
        held[0].continue_()
        expect(page.get_by_text("Here is an okapi.")).to_be_visible()
    finally:
        preview.stop()


def test_a_published_site_has_nothing_of_a_preview(built_site: Path) -> None:
    assert (built_site / "assets/js/search.js").is_file()
    assert not (built_site / "assets/js/preview.js").exists()
    for page in built_site.rglob("*.html"):
        assert "js/preview.js" not in page.read_text()
