"""Words in another language say so wherever they go, and loudly that nobody has looked in them.

A page has the language of its record; what the site says around and between its words has its own.
"""

import csv
import gzip
import json
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import run_stories
from pagescan import list_spoken
from small_project import STORIES, TODAY, VOICES, make_project, write_story

pytestmark = pytest.mark.site

BODY = "Roedd y te yn oer bob bore, ac nid oedd neb yn gofyn i'r cleifion sut yr oedd yn dda. " * 4
MEASURES = """\
measures:
  - {title: "Te oer", type: outcome, definition: "Gofynnwyd bob bore.", unit: cwpan,
     direction: decrease, points: [{date: 2026-03-01, value: 4}]}
"""
SAID = VOICES.replace("It was quiet enough to hear the rain.", "Roedd hi'n dawel fel y bedd.")
BESIDE = {
    # A Welsh quotation in an English story, and what has happened since, told in Polish.
    f"{STORIES}/a-name.md": write_story(
        "A name above the bed",
        setting="hospice",
        more=SAID.replace("    said_by", "    language: cy\n    said_by", 1),
    ),
    "stories/updates/2026-10-01-a-name.md": "---\nstory: a-name\ndate: 2026-10-01\nlanguage: pl\n"
    + VOICES.replace("It was quiet enough", "Nareszcie cisza").replace("LW-", "LW-7")
    + "---\n\nTablice wiszą przy wszystkich łóżkach, także na sąsiednim oddziale.\n",
    # What goes on with a Welsh story is Welsh, and who tried it tells it as the site does, unless
    # they say otherwise.
    "stories/updates/2026-10-02-te.md": "---\nstory: te-poeth\ndate: 2026-10-02\n---\n\n"
    "Mae'r te yn boeth o hyd.\n",
    "stories/adoptions/2026-10-03-te.md": "---\nof: stories/te-poeth\ndate: 2026-10-03\n"
    "outcome: kept\nteam: Elm Ward\nwhy: Our trolley was already there\n---\n",
    "stories/adoptions/2026-10-04-te.md": "---\nof: stories/a-name\ndate: 2026-10-04\n"
    "outcome: given-up\nteam: Ward y Dderwen\nwhy: Nid oedd lle ar y wal\nlanguage: cy\n---\n",
}
XML = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("languages"))
    story = write_story("Te poeth bob bore", more="language: cy\n" + MEASURES, body=BODY)
    (folder / STORIES / "te-poeth.md").write_text(story)
    for path, text in BESIDE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    action = folder / "stories/actions/a-hook.md"
    action.write_text(action.read_text().replace("story: a-bell", "story: te-poeth"))
    done = run_stories("build", "--today", TODAY, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "“language” is “cy”: NOBODY HAS LOOKED" in done.stdout + done.stderr
    return folder / "site"


def open_tag(page: Path) -> str:
    text = page.read_text()
    return text[text.index("<html") :].partition(">")[0]


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


def test_a_card_among_others_says_which_language_its_words_are_in(site: Path) -> None:
    page = (site / "stories/index.html").read_text()
    assert 'lang="cy"><a href="te-poeth/">' in page
    assert page.count('lang="cy"') == 2  # its title and its summary


def test_a_page_in_another_language_marks_what_the_site_says_as_the_sites_own(site: Path) -> None:
    spoken = list_spoken((site / "stories/te-poeth/index.html").read_text())
    own = ("Te poeth bob bore", "Roedd y te yn oer", "Te oer", "Gofynnwyd bob bore.")
    own += ("Nobody had asked the people", "Mae’r te yn boeth o hyd.")
    theirs = ("Search", "What was done", "What was wrong", "Outcome", "Pass it on", "In place")
    theirs += ("What has happened since", "2 October 2026", "Kept. Our trolley was")
    theirs += ("Edit this page", "The figures, and how they were read", "Mar 2026")
    for words, language in [*((each, "cy") for each in own), *((each, "en") for each in theirs)]:
        found = {code for code, text in spoken if text.startswith(words)}
        assert found == {language}, words


def test_words_in_another_language_than_their_page_say_which(site: Path) -> None:
    spoken = list_spoken((site / "stories/a-name/index.html").read_text())
    wanted = {
        "dawel fel y bedd": "cy",
        "A patient on Larch Ward": "en",
        "Tablice wiszą": "pl",
        "Nareszcie cisza": "pl",
        "1 October 2026, in Polish": "en",
        "Tried and given up.": "en",
        "Nid oedd lle ar y wal": "cy",
        "Told in Welsh": "en",
        "I had not known how loud": "en",
    }
    for words, language in wanted.items():
        assert {code for code, text in spoken if words in text} >= {language}, words
    # An update has a nurse's words as well, in Polish as the whole of it is.
    assert {c for c, text in spoken if "I had not known how loud" in text} == {"en", "pl"}


def test_data_and_feeds_say_the_language_of_each_quotation_update_and_adoption(site: Path) -> None:
    told = json.loads((site / "stories/a-name/story.json").read_text())["story"]
    assert told["language"] is None
    assert [each["language"] for each in told["quotes"]] == ["cy", "pl"]
    assert [each["language"] for each in told["updates"]] == ["pl"]
    assert [each["language"] for each in told["adoptions"]] == ["cy"]
    welsh = json.loads((site / "stories/te-poeth/story.json").read_text())["story"]
    assert [each["language"] for each in welsh["updates"]] == ["cy"]
    assert [each["language"] for each in welsh["adoptions"]] == [None]
    rows = csv.DictReader((site / "stories.csv").read_text("utf-8-sig").splitlines())
    [row] = [row for row in rows if row["slug"] == "a-name"]
    assert row["quotes_language"] == "cy; pl"
    assert row["updates"].startswith("1 October 2026, in Polish: ")
    assert "Told in Welsh" in row["adoptions"]
    feed = (site / "feed.xml").read_text()
    entry = feed[feed.index("A name above the bed") :].partition("</entry>")[0]
    spoken = list_spoken(unescape(unescape(entry)))
    assert [code for code, text in spoken if "dawel fel y bedd" in text] == ["cy"]
    assert any(code == "pl" and "Tablice" in text for code, text in spoken)
    assert any(code == "cy" and text == "Nid oedd lle ar y wal" for code, text in spoken)
    entry = feed[feed.index("Te poeth bob bore") :].partition("</entry>")[0]
    spoken = list_spoken(unescape(unescape(entry)))
    assert any(code == "cy" and "Roedd y te" in text for code, text in spoken)
    assert ("en", "What has happened since") in spoken


def test_the_index_has_the_language_of_a_passage_that_is_not_in_that_of_its_page(
    site: Path,
) -> None:
    def read(slug: str) -> dict[str, str]:
        packed = (site / f"search/pages/stories/{slug}.pack").read_bytes()
        languages: dict[str, str] = json.loads(gzip.decompress(packed))["languages"]
        return languages

    english, welsh = read("a-name"), read("te-poeth")
    assert english["Tablice wiszą przy wszystkich łóżkach, także na sąsiednim oddziale."] == "pl"
    assert [code for text, code in english.items() if "Nid oedd lle" in text] == ["cy"]
    assert "Mae'r te yn boeth o hyd." not in welsh
    assert [code for text, code in welsh.items() if "Our trolley" in text] == ["en"]
    words = json.dumps(
        json.loads(gzip.decompress((site / "search/pages/stories/a-name.pack").read_bytes())),
        ensure_ascii=False,
    )
    assert "in Polish" in words


def test_each_update_adoption_and_quotation_in_an_unknown_language_is_told(site: Path) -> None:
    told = run_stories("check", "--today", TODAY, cwd=site.parent).stdout
    loud = "NOBODY HAS LOOKED FOR PERSONAL DATA in"
    assert f"“language” is “pl”: {loud} its words." in told
    assert f"A quotation is in “cy”: {loud} it." in told
    places = [line for line in told.splitlines() if "P119" in line]
    files = sorted(line.partition(":")[0] for line in places)
    assert set(files) == {
        f"{STORIES}/te-poeth.md",
        f"{STORIES}/a-name.md",
        *(set(BESIDE) & set(files)),
    }
    assert "stories/updates/2026-10-01-a-name.md" in files
    assert "stories/adoptions/2026-10-04-te.md" in files


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


def test_a_result_of_the_search_is_in_the_language_of_its_page(site: Path) -> None:
    packed = (site / "search/pages/stories/te-poeth.pack").read_bytes()
    result = json.loads(gzip.decompress(packed))
    assert result["meta"]["language"] == "cy"
    assert "Welsh" in " ".join((site / "stories/te-poeth/index.html").read_text().split())


def test_what_is_no_code_of_a_language_is_told_with_what_to_write(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    story = write_story("Te poeth bob bore", more="language: Cymraeg (de)\n")
    (folder / STORIES / "te-poeth.md").write_text(story)
    told = run_stories("check", "--today", TODAY, cwd=folder).stdout
    assert "“language” is “Cymraeg (de)”, where the code of a language belongs." in told
    assert "Write cy for Welsh" in told
