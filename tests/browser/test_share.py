"""Passing a story on in a real browser: with a script and without, on paper, and in a frame."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from barriers import find_barriers
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import serve_site

STORY = "stories/a-quiet-room/"
ADDRESS = "https://improvement-stories.example/stories/a-quiet-room/"
READ = "navigator.clipboard.readText()"


@pytest.fixture
def reader(context: BrowserContext, site_url: str) -> Page:
    """A reader on a story's page, who lets it use the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + STORY)
    return page


def _tools(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-pass-said]")).to_have_text("Copied.")


def test_the_link_and_the_paragraph_are_copied_from_the_keyboard(reader: Page) -> None:
    _tools(reader, "Copy the link")
    assert reader.evaluate(READ) == ADDRESS
    _tools(reader, "Copy a paragraph about it")
    words = reader.evaluate(READ)
    assert words.startswith("A store cupboard became the room")
    assert words.endswith(ADDRESS)
    assert "An invented example" in words


def test_the_citation_and_the_frame_are_copied_as_they_are_shown(reader: Page) -> None:
    for summary, shown in (("Cite it", "#_cite"), ("Show it on another site", "#_frame")):
        reader.get_by_text(summary, exact=True).click()
        block = reader.locator("details", has=reader.locator(shown))
        block.get_by_role("button", name="Copy", exact=True).click()
        expect(reader.locator("[data-pass-said]")).to_have_text("Copied.")
        field = reader.locator(shown)
        words = field.input_value() if shown == "#_frame" else field.inner_text()
        assert reader.evaluate(READ) == words


def test_what_was_copied_is_said_to_a_screen_reader(reader: Page) -> None:
    said = reader.get_by_role("status").filter(has_text="Copied.")
    expect(said).to_have_count(0)
    _tools(reader, "Copy the link")
    expect(said).to_have_count(1)


def test_a_browser_that_refuses_is_told_of_in_words(reader: Page) -> None:
    reader.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    reader.get_by_role("button", name="Copy the link").click()
    expect(reader.locator("[data-pass-said]")).to_contain_text("copy them yourself")


def test_the_devices_own_share_sheet_is_offered_where_there_is_one(
    page: Page, site_url: str
) -> None:
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.goto(site_url + STORY)
    page.get_by_role("button", name="Share", exact=True).click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == ADDRESS
    assert shared["title"].startswith("A store cupboard")
    assert shared["text"].startswith("In our gynaecology clinic")


def test_no_share_sheet_is_offered_where_there_is_none(page: Page, site_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(site_url + STORY)
    expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
    expect(page.locator("[data-pass=send]")).to_be_hidden()


def test_without_a_script_one_can_still_write_cite_and_embed(
    chromium: Browser, site_url: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + STORY)
    section = page.locator(".pass")
    expect(section.get_by_role("link", name="E-mail it")).to_be_visible()
    expect(section.get_by_role("button")).to_have_count(0)
    section.get_by_text("Cite it").click()
    expect(section.locator("#_cite")).to_contain_text("Ostlemere Hospital (2026)")
    section.get_by_text("Show it on another site").click()
    expect(section.locator("#_frame")).to_have_value(f'<iframe src="{ADDRESS}embed/" '
        'title="A store cupboard became the room where bad news is given" '
        'width="600" height="480"></iframe>')  # fmt: skip
    context.close()


def test_citations_come_as_files_with_a_name(reader: Page) -> None:
    reader.get_by_text("Cite it").click()
    for name, ending in (("BibTeX", "bib"), ("RIS", "ris")):
        with reader.expect_download() as download:
            reader.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename == f"a-quiet-room.{ending}"


def test_the_printed_page_has_a_square_that_a_telephone_reads(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.goto(site_url + STORY)
    expect(page.locator(".square")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".square")).to_be_visible()
    expect(page.locator(".pass")).to_be_hidden()
    with Image.open(io.BytesIO(page.screenshot(full_page=True))) as sheet:
        [found] = zxingcpp.read_barcodes(sheet.convert("L"))
    assert found.text == ADDRESS


@pytest.fixture
def host(tmp_path: Path, site_url: str) -> Iterator[str]:
    """Another site, which shows a story and a domain in frames."""
    frames = "".join(
        f'<iframe src="{site_url}{address}embed/" width="600" height="480"></iframe>'
        for address in (STORY, "domains/surroundings/")
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Host</title>{frames}", "utf-8")
    with serve_site(tmp_path) as url:
        yield url


def test_a_frame_on_another_site_leads_its_reader_to_the_story(
    page: Page, host: str, site_url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(host, wait_until="networkidle")
    assert all(url.startswith((host, site_url)) for url in asked)
    assert not any(url.endswith(".js") for url in asked)
    story, domain = page.frames[1:]
    assert domain.locator("li").count() == 5
    for frame in (story, domain):
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")
    story.get_by_role("link", name="A store cupboard").click()
    page.wait_for_url(site_url + STORY)


def test_axe_finds_nothing_where_stories_are_passed_on(page: Page, site_url: str) -> None:
    for address in (STORY + "embed/", "domains/naming/embed/", STORY):
        page.goto(site_url + address)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert find_barriers(page) == []


def test_the_way_to_pass_on_is_wide_enough_for_a_thumb(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site_url + STORY)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    small = page.evaluate(
        "[...document.querySelectorAll('.pass button, .pass a.pass__button, .pass summary')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).length"
    )
    assert small == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
