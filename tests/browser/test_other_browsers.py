"""What has to work in browsers of other makers, under the strict policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from guarded import serve_guarded
from other_browsers import FirefoxPage, OtherPage
from waiting import wait_until

FOCUS = "document.activeElement.href"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def reports() -> list[str]:
    """What the browser has reported as forbidden."""
    return []


@pytest.fixture
def url(built_site: Path, reports: list[str]) -> Iterator[str]:
    """The sample site, served with its own headers."""
    with serve_guarded(built_site, reports=reports) as address:
        yield address


def test_the_pages_open_under_the_policy(
    other_page: OtherPage, url: str, reports: list[str]
) -> None:
    for address in ("", "stories/", "stories/a-quiet-room/", "tell/"):
        other_page.goto(url + address)
        assert other_page.evaluate("document.querySelectorAll('h1').length") == 1
        other_page.wait_for("document.fonts.status === 'loaded' && document.fonts.size >= 4")
    assert other_page.screenshot().startswith(b"\x89PNG")
    assert reports == []


def test_firefox_has_nothing_to_say_against_a_page(firefox_page: FirefoxPage, url: str) -> None:
    for address in ("", "stories/", "stories/a-quiet-room/", "tell/"):
        firefox_page.goto(url + address)
    assert firefox_page.said == []


def test_what_the_policy_forbids_is_heard_of(
    other_page: OtherPage, built_site: Path, tmp_path: Path
) -> None:
    """So that the silence in the other tests means something."""
    page = (built_site / "about/index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(page.replace("<main", "<script>1</script><main"), "utf-8")
    heard: list[str] = []
    headers = (built_site / "_headers").read_text("utf-8")
    with serve_guarded(tmp_path, headers, heard) as address:
        other_page.goto(address)
        assert wait_until(lambda: any("script-src" in report for report in heard))
        if isinstance(other_page, FirefoxPage):
            assert any("script-src" in said for said in other_page.said)


def test_a_slash_opens_the_search_and_words_find_a_story(
    other_page: OtherPage, url: str, reports: list[str]
) -> None:
    other_page.goto(url + "about/")
    other_page.type_until("document.activeElement.id === '_q'", "/")
    other_page.type("nickname")
    other_page.wait_for("/your word/.test(document.querySelector('#_found').textContent)")
    other_page.press("ArrowDown")
    other_page.press("Enter")
    other_page.wait_for("/(stories|actions|domains)/.test(location.pathname)")
    assert reports == []


def test_back_from_a_result_finds_the_search_and_the_list_as_they_were(
    other_page: OtherPage, url: str
) -> None:
    other_page.goto(url + "about/")
    other_page.type_until("document.activeElement.id === '_q'", "/")
    other_page.type("night kettle")
    other_page.wait_for("document.querySelector('#_results').dataset.answers === 'night kettle'")
    other_page.press("ArrowDown")
    left = other_page.wait_for("document.activeElement.closest('#_results') && " + FOCUS)
    other_page.press("Enter")
    other_page.wait_for("!location.pathname.includes('/about/')")
    other_page.evaluate("history.back()")
    other_page.wait_for(f"location.pathname.endsWith('/about/') && {FOCUS} === {left!r}")
    assert other_page.evaluate("document.querySelector('#_search').open")
    other_page.wait_for("document.querySelector('#_q').value === 'night kettle'")

    other_page.goto(url + "stories/?setting=ward&q=night")
    other_page.wait_for("document.querySelector('#_cards[aria-busy=false] [data-title]') !== null")
    first = other_page.evaluate("document.querySelector('#_cards [data-title]').href")
    other_page.evaluate("document.querySelector('#_cards [data-title]').focus()")
    other_page.press("Enter")
    other_page.wait_for(f"location.href === {first!r}")
    other_page.evaluate("history.back()")
    other_page.wait_for(f"location.pathname.endsWith('/stories/') && {FOCUS} === {first!r}")
    assert other_page.evaluate("document.querySelector('#_facets [name=q]').value") == "night"
    assert other_page.evaluate("document.querySelector('#_facets [value=ward]').checked")


def test_the_page_turns_dark_and_stays_so(other_page: OtherPage, url: str) -> None:
    other_page.goto(url)
    light = other_page.evaluate(PAPER)
    other_page.click("[data-scheme-button]")
    dark = other_page.wait_for(f"{PAPER} !== {light!r} && {PAPER}")
    other_page.goto(url + "about/")
    assert other_page.evaluate(PAPER) == dark
