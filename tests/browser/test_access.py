"""Access: axe on every kind of page, the keyboard, and the names that a screen reader says."""

import pytest
from barriers import find_barriers
from deep import DEEP
from playwright.sync_api import Page, expect

KINDS = (
    "", "stories/", "stories/the-first-ten-minutes/", "stories/the-handover-she-wrote/",
    "stories/visiting-on-my-terms/", "actions/", "actions/move-the-desk/",
    "actions/turn-the-screen/", "domains/", "domains/naming/", "quick-wins/", "priorities/",
    "priorities/patient-experience/", "learning/", "coverage/", "lineage/", "about/", "guide/",
    "guide/fields/", "guide/labels/", "guide/rules/", "guide/rules/l101/", "404.html",
    "contribute/",
)  # fmt: skip
# Prose as in “about”: by `make deep`.
ALIKE = ("contribute/consent/", "contribute/longer-story/", "privacy/", "accessibility/")


@pytest.mark.deep
def test_axe_finds_nothing_on_any_kind_of_page(page: Page, site_url: str) -> None:
    found = []
    for kind in (*KINDS, *(ALIKE if DEEP else ())):
        page.goto(site_url + kind)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        if kind == "stories/":
            page.locator("#_cards[aria-busy=false]").wait_for(state="attached")
        found += find_barriers(page)
    assert found == []


def test_axe_finds_nothing_in_the_open_search(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.locator("#_q").fill("name")
    page.locator(".result").first.wait_for()
    assert find_barriers(page) == []


def test_axe_sees_what_is_wrong(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("document.body.append(Object.assign(new Image(), { src: 'x.png' }))")
    assert any("image-alt" in line for line in find_barriers(page))


def test_the_first_tab_offers_to_skip_to_the_story(page: Page, site_url: str) -> None:
    page.goto(site_url + "stories/a-quiet-room/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + "stories/a-quiet-room/#_main")


def test_a_chart_is_told_once_by_ear_and_whole(page: Page, site_url: str) -> None:
    """What is counted, before and after, the verdict, and then from when to when and the target."""
    page.goto(site_url + "stories/the-first-ten-minutes/")
    title = "Minutes from arrival to being seen by a nurse (minutes)"
    expect(page.locator("#_m1")).to_match_aria_snapshot(
        f"""
        - heading "{title}" [level=3]
        - paragraph: "35 minutes before, 11 minutes now: 24 minutes less, at least 22 (97.5%)."
        - group: Sustained a year as of October 2026 Why?
        - img "{title} XmR chart, 34 points from January 2024 to October 2026; target 10; the \
figures are in the table below."
        """
    )


def test_the_ledger_needs_no_scrolling_sideways_on_a_phone_and_stays_a_table(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site_url + "actions/")
    store = page.get_by_role("region", name="The ledger")
    assert store.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
    expect(store.get_by_role("columnheader", name="When")).to_have_count(1)
    expect(store.get_by_role("row").nth(1).get_by_role("cell")).to_have_count(5)


def test_nothing_moves_for_a_reader_who_asks_for_stillness(page: Page, site_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(site_url)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e)"
        ".transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length"
    )
    assert moving == 0


def test_targets_are_large_enough_for_a_thumb(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_url + "stories/a-quiet-room/")
    small = page.evaluate(
        "[...document.querySelectorAll('header a, header button, .tag, summary')]"
        ".filter(e => e.offsetParent).map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 24 || box.width < 24).map(([words]) => words)"
    )
    assert small == []
