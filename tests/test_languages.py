"""A story in another language says so wherever it goes, and loudly that nobody has looked in it."""

import csv
import gzip
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import run_stories
from small_project import STORIES, TODAY, make_project, write_story

BODY = "Roedd y te yn oer bob bore, ac nid oedd neb yn gofyn i'r cleifion sut yr oedd yn dda. " * 4
XML = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("languages"))
    story = write_story("Te poeth bob bore", more="language: cy\n", body=BODY)
    (folder / STORIES / "te-poeth.md").write_text(story)
    action = folder / "stories/actions/a-hook.md"
    action.write_text(action.read_text().replace("story: a-bell", "story: te-poeth"))
    done = run_stories("build", "--today", TODAY, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "“language” is “cy”: NOBODY HAS LOOKED" in done.stdout + done.stderr
    return folder / "site"


def open_tag(page: Path) -> str:
    text = page.read_text()
    return text[text.index("<html") :].partition(">")[0]


@pytest.mark.site
@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("stories/te-poeth/index.html", "cy"),
        ("stories/te-poeth/embed/index.html", "cy"),
        ("actions/a-hook/index.html", "cy"),
        ("stories/a-name/index.html", "en"),
        ("stories/index.html", "en"),
    ],
)
def test_a_page_has_the_language_that_its_record_is_in(
    site: Path, page: str, language: str
) -> None:
    assert f'lang="{language}' in open_tag(site / page)


@pytest.mark.site
def test_a_card_among_others_says_which_language_its_words_are_in(site: Path) -> None:
    page = (site / "stories/index.html").read_text()
    assert 'lang="cy"><a href="te-poeth/">' in page
    assert page.count('lang="cy"') == 2  # its title and its summary


@pytest.mark.site
def test_feeds_and_data_say_the_language_of_a_story_and_of_no_other(site: Path) -> None:
    entries = ET.parse(site / "feed.xml").findall(f"{ATOM}entry")
    welsh = [entry.findtext(f"{ATOM}title") for entry in entries if entry.get(XML) == "cy"]
    assert welsh == ["Te poeth bob bore"]
    assert len(entries) > 1
    items = json.loads((site / "feed.json").read_text())["items"]
    assert [item.get("language") for item in items].count("cy") == 1
    told = json.loads((site / "stories/te-poeth/story.json").read_text())
    assert told["story"]["language"] == "cy"
    rows = csv.DictReader((site / "stories.csv").read_text("utf-8-sig").splitlines())
    assert [row["slug"] for row in rows if row["language"] == "cy"] == ["te-poeth"]


@pytest.mark.site
def test_a_result_of_the_search_is_in_the_language_of_its_page(site: Path) -> None:
    packed = (site / "search/pages/stories/te-poeth.pack").read_bytes()
    result = json.loads(gzip.decompress(packed))
    assert result["meta"]["language"] == "cy"
    assert "Welsh" in " ".join((site / "stories/te-poeth/index.html").read_text().split())


@pytest.mark.site
def test_what_is_no_code_of_a_language_is_told_with_what_to_write(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    story = write_story("Te poeth bob bore", more="language: Cymraeg (de)\n")
    (folder / STORIES / "te-poeth.md").write_text(story)
    told = run_stories("check", "--today", TODAY, cwd=folder).stdout
    assert "“language” is “Cymraeg (de)”, where the code of a language belongs." in told
    assert "Write cy for Welsh" in told
