"""What a reader's browser does when a consent has ended, or the site has not been made for days."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

_ENDS = re.compile(r'data-ends="?(\d{4}-\d\d-\d\d)')


@pytest.fixture(scope="module")
def quoted(built_site: Path) -> tuple[str, str]:
    """The path of a page with a quotation whose consent will end, and the day of that."""
    for path in sorted(built_site.glob("stories/*/index.html")):
        if found := _ENDS.search(path.read_text("utf-8")):
            return f"{path.parent.relative_to(built_site).as_posix()}/", found[1]
    pytest.fail("no quotation of the site has a consent that ends")


def test_a_quotation_goes_on_the_day_its_consent_ends(
    page: Page, site_url: str, quoted: tuple[str, str]
) -> None:
    path, ends = quoted
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.goto(site_url + path)
    shown = page.locator("[data-ends]")
    assert shown.count() > 0
    words = shown.first.inner_text()
    page.clock.set_fixed_time(f"{ends}T12:00:00")
    page.goto(site_url + path)
    expect(page.get_by_text("The consent to show them has ended.").first).to_be_visible()
    assert words not in page.locator("main").inner_text()
    assert page.locator(f'[data-ends="{ends}"]').count() == 0


def test_the_footer_says_when_the_site_has_not_been_made_for_more_than_two_days(
    page: Page, site_url: str, built_site: Path
) -> None:
    made = json.loads((built_site / "made.json").read_text("utf-8"))["made"]
    line = page.locator("[data-made]").first
    for days, is_told in ((1, False), (2, False), (3, True), (400, True)):
        day = dt.date.fromisoformat(made) + dt.timedelta(days=days)
        page.clock.set_fixed_time(f"{day}T12:00:00")
        with page.expect_response("**/made.json"):
            page.goto(site_url + "about/")
        if is_told:
            expect(line).to_be_visible()
            expect(line).to_contain_text(f"This site was last made on {made}.")
        else:
            expect(line).to_be_hidden()
