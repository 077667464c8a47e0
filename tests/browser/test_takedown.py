"""A search in the real index, before and after something was withdrawn."""

import re
import shutil
from pathlib import Path

import pytest
from command import run_stories
from marked import GONE, PICTURE, make_marked, withdraw
from playwright.sync_api import Page, expect
from serving import serve_site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """The site before, the site after in the very folder, and a word that only the story had."""
    root = tmp_path_factory.mktemp("withdrawn")
    make_marked(root)
    text = (root / f"stories/{GONE}/index.md").read_text("utf-8")
    words = re.findall(r"zqx\w+wk", text.rpartition("---")[2])
    for folder in (root / "before", root / "site"):
        run = run_stories("build", "--today", "2026-11-23", cwd=root)
        assert run.returncode == 0, run.stderr
        if folder.name == "before":
            shutil.copytree(root / "site", folder)
            withdraw(root)
    return root / "before", root / "site", words[0]


def _search(page: Page, url: str, words: str) -> tuple[list[str], str]:
    """Type words into the search; gives the results' addresses, and all that the dialog shows."""
    page.goto(url + "about/")
    page.keyboard.press("/")
    page.locator("#_q").fill(words)
    expect(page.locator("#_found")).to_have_text(re.compile(r"\bha(s|ve)\b|Nothing"))
    links = page.locator(".result__title").evaluate_all("links => links.map((a) => a.pathname)")
    return links, page.locator("#_results").inner_text()


def test_the_index_finds_a_story_until_it_is_withdrawn(
    page: Page, sites: tuple[Path, Path, str]
) -> None:
    before, after, word = sites
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url))
    with serve_site(before) as url:
        links, shown = _search(page, url, word)
        assert f"/stories/{GONE}/" in links
        assert word in shown
    with serve_site(after) as url:
        for words in (word, "the lamp by the bed", "quieter nights"):
            links, shown = _search(page, url, words)
            assert f"/stories/{GONE}/" not in links
            assert "/actions/buy-the-lamp/" not in links
            assert "zqx" not in shown
        page.goto(f"{url}stories/?q={word}")
        cards = page.locator("#_cards")
        expect(cards).to_have_attribute("aria-busy", "false")
        assert "lamp" not in cards.inner_text().lower()
        page.goto(f"{url}stories/{GONE}/")
        assert page.locator("h1").inner_text() == "This story was withdrawn"
        assert word not in page.content()
    assert any("search/pages" in each for each in asked)


def test_a_picture_is_shown_until_it_is_withdrawn(
    page: Page, sites: tuple[Path, Path, str]
) -> None:
    before, after, _ = sites
    story = f"{Path(PICTURE).parent.as_posix()}/"
    for site, pictures in ((before, 1), (after, 0)):
        with serve_site(site) as url:
            page.goto(url + story)
            shown = page.locator("img[src*=hall-], img[srcset*=hall-]")
            assert shown.count() == pictures
            page.goto(url)
            assert ("hall-" in page.content()) is bool(pictures)
