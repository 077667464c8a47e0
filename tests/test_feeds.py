"""The feeds, read by parsers that others wrote: whole, stable, and quoting only with consent."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser
import pytest
from command import run_stories
from costs import is_linear

from generator.build.pipeline import Project, check, render
from generator.collection.link import link
from generator.collection.story_evidence import Findings, judge_records
from generator.exports.atom import write_atom
from generator.exports.feeds import (
    MOST_ENTRIES,
    Feed,
    FeedEntry,
    list_channels,
    make_entry,
    make_feed,
)
from generator.exports.json_feed import write_json_feed
from generator.model import Adoption, Domain, Origin, Story
from generator.model.base import Body
from generator.model.site_identity import Licence, SiteIdentity
from generator.pages.site_context import SiteContext

TODAY = dt.date(2026, 11, 23)
WEB = SiteIdentity(name="Stories", description="What was changed.", url="https://a.example/x/")
HOSTILE = """<script>alert(1)</script> & "]]> 'x' {{ y }} \u0001\ufffe"""


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += (value or "" for name, value in attrs if name in {"href", "src"})
        assert not {name for name, _ in attrs} & {"srcset", "style"}
        assert not any(name.startswith("on") for name, _ in attrs)


def read_html(html: str) -> _Addresses:
    parser = _Addresses()
    parser.feed(html)
    return parser


def parse(path: Path) -> Any:
    return feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)


def list_folders(site: Path) -> list[Path]:
    kinds = (site / "domains", site / "priorities")
    below = [folder for kind in kinds for folder in kind.iterdir() if folder.is_dir()]
    # The further pages of a long list are no lists of their own.
    return [site, *(folder for folder in below if not folder.name.isdigit())]


def test_the_site_each_domain_and_each_priority_have_both_feeds(built_site: Path) -> None:
    folders = list_folders(built_site)
    assert len(folders) > 10
    for folder in folders:
        assert (folder / "feed.xml").is_file(), folder
        assert (folder / "feed.json").is_file(), folder
    assert len(list(built_site.rglob("feed.xml"))) == len(folders)


def test_every_atom_feed_is_valid_and_whole(built_site: Path) -> None:
    addresses: list[str] = []
    for path in built_site.rglob("feed.xml"):
        feed = parse(path)
        assert feed.version == "atom10"
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.feed.title
        assert feed.feed.id.startswith("https://")
        links = {link_["rel"]: link_["href"] for link_ in feed.feed.links}
        folder = path.parent.relative_to(built_site).as_posix().removeprefix(".")
        assert links["self"].endswith("/" + f"{folder}/feed.xml".lstrip("/"))
        assert len(feed.entries) <= MOST_ENTRIES
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids))
        for entry in feed.entries:
            assert entry.title
            assert entry.summary
            assert entry.author
            assert entry.published_parsed <= entry.updated_parsed
            assert entry.tags
            [content] = entry.content
            assert content.type == "text/html"
            assert len(content.value) > len(entry.summary)
            addresses += read_html(content.value).found
        if feed.entries:
            assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    assert len(addresses) > 100
    assert [each for each in addresses if not re.match(r"https?://|mailto:|tel:", each)] == []


def test_a_feed_of_a_domain_has_the_stories_of_that_domain(built_site: Path) -> None:
    stories = json.loads((built_site / "stories.json").read_text(encoding="utf-8"))["stories"]
    for folder, key in (("domains", "domains"), ("priorities", "strategic_links")):
        slugs = {path.parent.name for path in (built_site / folder).glob("*/feed.xml")}
        for slug in slugs:
            told = {each["url"] for each in stories if slug in each[key]}
            feed = parse(built_site / folder / slug / "feed.xml")
            assert {entry.link for entry in feed.entries} == told


def test_the_picture_of_a_story_comes_with_its_entry_and_is_there(built_site: Path) -> None:
    feed = parse(built_site / "feed.xml")
    [entry] = [entry for entry in feed.entries if "a-quiet-room" in entry.id]
    [media] = entry.media_content
    base = feed.feed.id
    assert media["medium"] == "image"
    assert (built_site / media["url"].removeprefix(base)).is_file()
    assert f'src="{media["url"]}"' in entry.content[0].value
    assert "closed door" in str(entry)


def test_every_json_feed_says_what_the_atom_feed_says(built_site: Path) -> None:
    """The names are those of JSON Feed 1.1, which needs `version`, `title`, `items` and `id`."""
    known = {
        "id", "url", "title", "summary", "content_html", "image", "date_published",
        "date_modified", "authors", "tags",
    }  # fmt: skip
    for path in built_site.rglob("feed.json"):
        told = json.loads(path.read_text(encoding="utf-8"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["title"]
        assert told["feed_url"].endswith(path.relative_to(built_site).as_posix())
        assert told["home_page_url"] == told["feed_url"].removesuffix("feed.json")
        atom = parse(path.with_suffix(".xml"))
        assert [item["id"] for item in told["items"]] == [entry.id for entry in atom.entries]
        for item, entry in zip(told["items"], atom.entries, strict=True):
            assert set(item) <= known
            assert item["content_html"] == entry.content[0].value
            assert item["title"] == entry.title
            for name in ("date_published", "date_modified"):
                assert dt.datetime.fromisoformat(item[name]).tzinfo is not None


def test_both_feeds_tell_the_licence_if_there_is_one() -> None:
    feed = Feed("", "Stories", "Told here.", ())
    licensed = replace(WEB, licence=Licence("Ours", "https://licence.example/"))
    assert "<rights>Ours, https://licence.example/</rights>" in write_atom(feed, licensed).content
    told = json.loads(write_json_feed(feed, licensed).content)["_licence"]
    assert (told["name"], told["url"]) == ("Ours", "https://licence.example/")
    assert "_licence" not in json.loads(write_json_feed(feed, replace(WEB, licence=None)).content)


def test_pages_lead_to_their_feeds(built_site: Path) -> None:
    for page, names in (("about", 2), ("domains/naming", 4), ("priorities/cancer-plan", 4)):
        html = (built_site / page / "index.html").read_text(encoding="utf-8")
        links = re.findall(
            r'rel="alternate" type="application/(?:atom|feed)[^"]*" href="([^"]*)"', html
        )
        assert len(links) == names, page
        for each in links:
            assert (built_site / page / each).is_file()


def make_story(slug: str = "a-slate", **fields: object) -> Story:
    told = {
        "title": "A slate on the tea trolley",
        "summary": "A slate hangs on the tea trolley now.",
        "date": "2026-06-15",
        "domains": ["naming"],
        "status": "made",
    }
    origin = Origin(f"stories/{slug}.md", slug, "stories", Body("Tea.", 1))
    return Story.model_validate(told | fields, context=origin)


def make_domain() -> Domain:
    fields = {"title": "Naming", "statement": "I am me", "order": 1, "short": "Naming"}
    origin = Origin("domains/naming.md", "naming", "domains", Body("Names.", 1))
    return Domain.model_validate(fields, context=origin)


def _make_feeds(context: SiteContext) -> list[Feed]:
    def tell(story: Story) -> FeedEntry:
        return make_entry(story, "<p>Tea.</p>", context)

    return [make_feed(channel, tell) for channel in list_channels(context)]


def feed_of(
    *stories: Story,
    web: SiteIdentity = WEB,
    today: dt.date = TODAY,
    adoptions: Sequence[Adoption] = (),
) -> list[Feed]:
    collection = link(stories, domains=[make_domain()], adoptions=adoptions)
    context = SiteContext(collection, judge_records(collection, today), web, today)
    return _make_feeds(context)


def ids_of(*stories: Story) -> list[str]:
    return [entry.name for entry in feed_of(*stories)[0].entries]


def test_an_id_outlives_the_title_and_even_the_slug() -> None:
    first = ids_of(make_story())
    assert ids_of(make_story(title="Another title")) == first
    assert ids_of(make_story("renamed", aliases=["a-slate"])) == first
    assert ids_of(make_story("another")) != first


def test_the_date_of_a_feed_is_that_of_its_latest_change_and_never_the_clock() -> None:
    old, new = make_story("old", date="2026-01-05", updated="2026-07-01"), make_story("new")
    one, *_ = feed_of(old, new)
    other, *_ = feed_of(old, new, today=TODAY + dt.timedelta(30))
    assert one.updated == dt.date(2026, 7, 1)
    assert one.entries[0].url.endswith("/old/")
    assert write_atom(one, WEB) == write_atom(other, WEB)


def test_that_another_place_tried_an_example_is_news_of_its_story() -> None:
    tried = {"of": "stories/old", "date": "2026-08-09", "outcome": "kept", "why": "It is quiet"}
    origin = Origin("stories/adoptions/elm.md", "elm", "stories/adoptions")
    adoption = Adoption.model_validate(tried, context=origin)
    old, new = make_story("old", date="2026-01-05"), make_story("new")
    feed, *_ = feed_of(old, new, adoptions=[adoption])
    assert [entry.url[-5:] for entry in feed.entries] == ["/old/", "/new/"]
    assert feed.entries[0].published == dt.date(2026, 1, 5)
    assert feed.entries[0].updated == dt.date(2026, 8, 9)
    assert "It is quiet" in feed.entries[0].html


def test_a_feed_without_a_story_is_still_a_feed() -> None:
    text = write_atom(feed_of()[1], WEB).content
    feed = feedparser.parse(text)
    assert not feed.bozo
    assert feed.feed.updated.startswith("1970-01-01")
    assert feed.entries == []


def test_a_feed_tells_no_more_stories_than_a_reader_can_take() -> None:
    days = (dt.date(2026, 1, 1) + dt.timedelta(number) for number in range(40))
    told = feed_of(*(make_story(f"s-{day:%j}", date=day.isoformat()) for day in days))
    assert len(told[0].entries) == MOST_ENTRIES
    assert told[0].entries[0].published == dt.date(2026, 2, 9)


def test_what_a_contributor_wrote_breaks_no_feed() -> None:
    consent = {"reference": "1", "scope": ["feeds"], "given": "2026-01-01"}
    voice = {"role": "staff", "quote": HOSTILE, "said_by": HOSTILE, "identity": "anonymous"}
    story = make_story(
        title=HOSTILE, summary=HOSTILE, problem=HOSTILE, lessons=[HOSTILE], team=HOSTILE,
        voices=[{**voice, "consent": consent}], measures=[{"title": HOSTILE, "type": "outcome"}],
    )  # fmt: skip
    feed = feed_of(story)[0]
    feed = replace(feed, title=HOSTILE, description=HOSTILE)
    parsed = feedparser.parse(write_atom(feed, WEB).content, sanitize_html=False)
    assert not parsed.bozo
    [entry] = parsed.entries
    assert entry.title.startswith("<script>alert(1)</script> & \"]]> 'x'")
    items = json.loads(write_json_feed(feed, WEB).content)["items"]
    for html in (entry.content[0].value, items[0]["content_html"]):
        assert "script" not in read_html(html).tags
        assert "&lt;script&gt;" in html


def test_a_story_that_is_quoted_nowhere_else_is_not_quoted_in_a_feed() -> None:
    voice = {"role": "staff", "quote": "Thirty years a Peggy.", "said_by": "Peg Marsh"}
    for scope, given, is_told in (
        (["website", "feeds"], "2026-01-01", True),
        (["website", "social", "print"], "2026-01-01", False),
        (["website", "feeds"], "2021-01-01", False),
    ):
        consent = {"reference": "1", "scope": scope, "given": given}
        story = make_story(voices=[{**voice, "identity": "named", "consent": consent}])
        for feed in feed_of(story):
            for text in (write_atom(feed, WEB).content, write_json_feed(feed, WEB).content):
                assert ("Thirty years" in text) is is_told
                assert ("Peg Marsh" in text) is is_told


def _addresses(project: Path, web: SiteIdentity) -> Iterator[str]:
    site = render(check(Project(project), TODAY), TODAY, web)
    beside = (document for sheet in site.sheets for document in sheet.make().documents)
    return (each.address for each in (*site.documents, *site.joined_files, *beside))


@pytest.mark.site
def test_without_an_address_there_are_no_feeds_and_the_rest_is_there(project: Path) -> None:
    without = set(_addresses(project, SiteIdentity()))
    assert {"stories.json", "stories.csv", "stories/a-quiet-room/story.json"} <= without
    assert not {address for address in without if "feed." in address}
    assert "feed.xml" in set(_addresses(project, WEB))


@pytest.mark.site
def test_a_site_without_an_address_builds_strictly_and_offers_no_feed(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"site_url:.*\n", "", text), encoding="utf-8")
    run = run_stories("build", "--strict", cwd=project)
    assert run.returncode == 0, run.stderr
    assert not list((project / "site").rglob("feed.*"))
    assert "atom+xml" not in (project / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_feeds_of_many_stories_cost_no_more_than_their_share() -> None:
    def prepare(number: int) -> Callable[[], object]:
        stories = [make_story(f"s-{index}") for index in range(number)]
        collection = link(stories, domains=[make_domain()])
        return partial(_make_feeds, SiteContext(collection, Findings(), WEB, TODAY))

    assert is_linear(prepare, 300, 3000)
