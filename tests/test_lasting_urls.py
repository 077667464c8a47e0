"""Addresses last: old names lead on, withdrawn ones say so, lost ones are pointed out in time."""

import datetime as dt
import re
import subprocess
import urllib.robotparser
from collections.abc import Callable, Iterator
from pathlib import Path

import html5lib
import pytest
from command import run_stories
from costs import is_linear
from llms_txt import parse_llms_file
from lxml import etree
from test_collection import make_action, make_adoption

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.exports.llms_txt import MOST_STORIES, make_llms
from generator.exports.markdown_escape import escape_markdown
from generator.exports.sitemap import dates_by_url, make_robots, make_sitemap
from generator.model import Origin, Story
from generator.model.site_identity import SiteIdentity
from generator.pages.overview import make_overview
from generator.pages.redirects import make_redirect_file, make_redirect_pages
from generator.pages.types import Document, Page

pytestmark = pytest.mark.site

QUIET = "stories/2026/a-quiet-room/index.md"
BOARD = "stories/2026/what-matters-board/index.md"
SITE = "https://improvement-stories.example/"
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
TODAY = dt.date(2026, 11, 23)


def _add_field(file: Path, line: str) -> None:
    text = file.read_text()
    file.write_text(text.replace("\nstatus:", f"\n{line}\nstatus:", 1))


def _list_redirects(known: Collection) -> Iterator[Page]:
    return make_redirect_pages(known)


def _parse(file: Path):
    return html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site where a story and an action have old names, and some names are withdrawn."""
    from conftest import _copy_project  # noqa: PLC0415 (the fixture `project` is for one test)

    root = tmp_path_factory.mktemp("moved")
    _copy_project(root)
    _add_field(root / QUIET, "aliases: [the-cupboard, room-three]")
    _add_field(root / "stories/actions/turn-the-screen.md", "aliases: [the-screen]")
    (root / "stories/withdrawn.yml").write_text(
        "stories:\n  the-letter-that-hurt: 2026-10-01\nactions:\n  a-second-letter: 2026-10-01\n"
    )
    run = run_stories("build", "--today", "2026-11-23", cwd=root)
    assert run.returncode == 0, run.stderr
    return root


def test_an_old_address_leads_on_with_and_without_scripts(moved: Path) -> None:
    page = _parse(moved / "site/stories/the-cupboard/index.html")
    assert page.find(".//link[@rel='canonical']").get("href") == f"{SITE}stories/a-quiet-room/"
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"
    script = page.find(".//script[@data-to]")
    assert script.get("data-to") == "../a-quiet-room/"
    assert not (script.text or "").strip()
    text = (moved / "site/stories/the-cupboard/index.html").read_text()
    refresh = re.search(r'<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">', text)
    assert refresh
    assert refresh[1] == "../a-quiet-room/"
    (anchor,) = page.findall(".//a[@data-moved]")
    assert anchor.get("href") == "../a-quiet-room/"
    assert "store cupboard" in "".join(anchor.itertext())
    assert (moved / "site/actions/the-screen/index.html").is_file()


def test_servers_that_can_are_told_of_old_addresses(moved: Path) -> None:
    assert (moved / "site/_redirects").read_text().splitlines() == [
        "/stories/the-cupboard/ /stories/a-quiet-room/ 301",
        "/stories/room-three/ /stories/a-quiet-room/ 301",
        "/actions/the-screen/ /actions/turn-the-screen/ 301",
    ]
    story = _make_story("new", aliases=("old",))
    pages = tuple(_list_redirects(link([story])))
    (file,) = make_redirect_file(pages, SiteIdentity(url="https://trust.example/stories-site/"))
    assert file.content == "/stories-site/stories/old/ /stories-site/stories/new/ 301\n"


def test_a_withdrawn_address_says_so_and_tells_nothing_of_the_story(moved: Path) -> None:
    file = moved / "site/stories/the-letter-that-hurt/index.html"
    page = _parse(file)
    main = " ".join("".join(page.find(".//main").itertext()).split())
    assert main.startswith("This story was withdrawn")
    assert len(main) < 200
    assert "noindex" in page.find(".//meta[@name='robots']").get("content")
    text = file.read_text()
    assert "letter" not in text.lower()
    assert "October" not in text
    assert "This record was withdrawn" in (
        moved / "site/actions/a-second-letter/index.html"
    ).read_text(encoding="utf-8")


def test_no_map_and_no_search_leads_to_an_old_or_a_withdrawn_address(moved: Path) -> None:
    for name in ("sitemap.xml", "llms.txt"):
        text = (moved / "site" / name).read_text(encoding="utf-8")
        names = ("/the-cupboard/", "/room-three/", "/the-screen/", "the-letter", "second-letter")
        for old in names:
            assert old not in text


def test_a_withdrawn_name_that_is_still_there_stops_the_build(project: Path) -> None:
    _add_field(project / QUIET, "aliases: [the-cupboard]")
    (project / "stories/withdrawn.yml").write_text(
        "stories:\n  what-matters-board: 2026-10-01\n  the-cupboard: 2026-10-01\n"
    )
    run = run_stories("check", cwd=project)
    assert run.returncode == 1
    assert "stories/withdrawn.yml:2:" in run.stdout
    told = " ".join(run.stdout.split())
    assert f"{BOARD} is still there" in told
    assert f"{QUIET} has it as an old name" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a-quiet-room\n", "names the stories and the actions that were withdrawn"),
        ("stories:\n  gone: 2026-10-01\n  gone: 2026-10-02\n", "a second time"),
        ("stories:\n  gone: last week\n", "where a date belongs"),
        ("storys:\n  gone: 2026-10-01\n", "Did you mean “stories”?"),
        ("stories:\n  gone: &x 2026-10-01\n", "reference"),
        ("stories: [\n", "cannot be read"),
        ("", "names the stories and the actions that were withdrawn"),
    ],
)
def test_what_is_wrong_with_the_list_of_withdrawn_names_is_said_in_words(
    tmp_path: Path, text: str, words: str
) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/withdrawn.yml").write_text(text)
    problems = check(Project(tmp_path), TODAY).problems
    told = " ".join(f"{p.message} {p.hint}" for p in problems)
    assert words in told
    assert {p.place.path for p in problems} == {"stories/withdrawn.yml"}


def _git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def history(project: Path) -> Path:
    """The sample project under Git, with one commit."""
    _add_field(project / QUIET, "aliases: [the-cupboard]")
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "One")):
        _git(project, *arguments)
    return project


def test_a_renamed_story_without_an_alias_is_a_warning_that_names_the_line_to_add(
    history: Path,
) -> None:
    _git(history, "mv", "stories/2026/more-than-the-diagnosis.md", "stories/2026/more-than-that.md")
    _git(history, "commit", "-q", "-a", "-m", "Two")
    run = run_stories("check", "--since", "HEAD~1", cwd=history)
    assert run.returncode == 0, run.stdout
    assert "stories/2026/more-than-that.md:1:1" in run.stdout
    assert "warning F113 address-lost" in run.stdout
    assert "aliases: [more-than-the-diagnosis]" in " ".join(run.stdout.split())
    assert run_stories("check", "--strict", "--since", "HEAD~1", cwd=history).returncode == 1
    _add_field(history / "stories/2026/more-than-that.md", "aliases: [more-than-the-diagnosis]")
    run = run_stories("check", "--since", "HEAD~1", cwd=history)
    assert "F113" not in run.stdout


def test_a_deleted_story_is_a_warning_until_it_is_withdrawn(history: Path) -> None:
    _git(history, "rm", "-q", "stories/2026/more-than-the-diagnosis.md")
    run = run_stories("check", "--since", "HEAD", cwd=history)
    assert "stories/2026/more-than-the-diagnosis.md:1:1" in run.stdout
    assert "/stories/more-than-the-diagnosis/ leads nowhere" in " ".join(run.stdout.split())
    (history / "stories/withdrawn.yml").write_text(
        "stories:\n  more-than-the-diagnosis: 2026-10-01\n"
    )
    assert "F113" not in run_stories("check", "--since", "HEAD", cwd=history).stdout


def test_a_lost_alias_and_a_deleted_action_are_warnings_and_a_move_is_none(history: Path) -> None:
    text = (history / QUIET).read_text().replace("aliases: [the-cupboard]\n", "")
    (history / QUIET).write_text(text)
    _git(history, "rm", "-q", "stories/actions/a-hook-for-the-coat.md")
    _git(history, "mv", "stories/actions/turn-the-screen.md", "stories/2026/actions.md")
    (history / "stories/2026/actions").mkdir()
    _git(history, "mv", "stories/2026/actions.md", "stories/2026/actions/turn-the-screen.md")
    run = run_stories("check", "--since", "HEAD", cwd=history)
    assert run.stdout.count("F113") == 2, run.stdout
    told = " ".join(run.stdout.split())
    assert "/stories/the-cupboard/ led here" in told
    assert "/actions/a-hook-for-the-coat/ leads nowhere" in told


def test_the_sitemap_lists_every_page_once_with_the_dates_that_authors_gave(
    moved: Path, built_site: Path
) -> None:
    tree = etree.parse(str(built_site / "sitemap.xml"))
    entries = tree.xpath("/s:urlset/s:url", namespaces=SITEMAPS)
    addresses = [entry.findtext("s:loc", namespaces=SITEMAPS) for entry in entries]
    assert len(addresses) == len(set(addresses)) > 80
    for address in addresses:
        assert address.startswith(SITE)
        assert (built_site / address.removeprefix(SITE) / "index.html").is_file(), address
    dates = {
        address: entry.findtext("s:lastmod", namespaces=SITEMAPS)
        for address, entry in zip(addresses, entries, strict=True)
    }
    assert dates[f"{SITE}stories/a-quiet-room/"] == "2026-11-09"
    assert dates[f"{SITE}domains/privacy/"] >= "2026-11-09"
    assert all(dt.date.fromisoformat(date) <= TODAY for date in dates.values() if date)
    assert [each.tag for each in entries[0]] == [
        f"{{{SITEMAPS['s']}}}loc", f"{{{SITEMAPS['s']}}}lastmod",
    ]  # fmt: skip
    assert not (built_site / "sitemap.xml.gz").exists()
    assert etree.parse(str(moved / "site/sitemap.xml")) is not None


def test_every_page_that_asks_to_be_found_is_in_the_sitemap(built_site: Path) -> None:
    listed = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    for file in built_site.rglob("index.html"):
        address = file.relative_to(built_site).as_posix().removesuffix("index.html")
        is_hidden = 'name="robots" content="noindex' in file.read_text(encoding="utf-8")
        assert (f"<loc>{SITE}{address}</loc>" in listed) is not is_hidden, address


def test_a_sitemap_of_too_many_addresses_comes_in_parts() -> None:
    pages = [Page(f"stories/s-{n}/", "story.html", "S", "", None, kind="story") for n in range(7)]
    index, *parts = make_sitemap(pages, link(), SiteIdentity(url="https://x.example/"), most=3)
    tree = etree.fromstring(index.content.encode())
    assert etree.QName(tree).localname == "sitemapindex"
    names = tree.xpath("//s:loc/text()", namespaces=SITEMAPS)
    assert names == [f"https://x.example/{part.address}" for part in parts]
    counts = [len(etree.fromstring(p.content.encode()).findall("s:url", SITEMAPS)) for p in parts]
    assert counts == [3, 3, 1]


def test_a_page_changes_with_what_was_told_of_it_since_and_elsewhere() -> None:
    hook = make_action("stories/actions/hook.md", made_on="2026-03-02")
    tried = make_adoption("elm", "actions/hook", date="2026-10-05")
    known = link(actions=[hook], adoptions=[tried])
    assert dates_by_url(known)["actions/hook/"] == dt.date(2026, 10, 5)


def test_odd_file_names_make_addresses_that_a_sitemap_may_hold() -> None:
    known = link(pages=["content/Q&A <old>.md", "content/índex.md"])
    (file,) = make_sitemap([], known, SiteIdentity(url="https://x.example/"))
    found = etree.fromstring(file.content.encode()).xpath("//s:loc/text()", namespaces=SITEMAPS)
    assert found == ["https://x.example/Q%26A%20%3Cold%3E/", "https://x.example/%C3%ADndex/"]


def test_robots_are_let_in_and_told_of_the_map(built_site: Path) -> None:
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((built_site / "robots.txt").read_text().splitlines())
    assert robots.can_fetch("AnyBot", f"{SITE}stories/a-quiet-room/")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]


def test_a_site_that_does_not_know_its_address_has_no_map_and_lets_robots_in() -> None:
    assert make_sitemap([], link(), SiteIdentity()) == ()
    assert make_robots((), SiteIdentity()) == Document("robots.txt", "User-agent: *\nAllow: /\n")


def test_llms_txt_reads_as_its_own_parser_reads_it(built_site: Path) -> None:
    parsed = parse_llms_file((built_site / "llms.txt").read_text(encoding="utf-8"))
    assert parsed.title == "Improvement Stories"
    assert parsed.summary.startswith("Short, evidence-backed stories")
    stories = parsed.sections["Stories"]
    assert len(stories) == 21
    for link_ in (*parsed.sections["Sections"], *stories, *parsed.sections["Data"]):
        file = built_site / link_.url.removeprefix(SITE)
        assert file.is_file() or (file / "index.html").is_file(), link_.url
    assert sum("Invented example." in story.desc for story in stories) == 18


def _make_story(slug: str, **fields: object) -> Story:
    told = {
        "title": "A title",
        "summary": "Twenty characters and a few more of them.",
        "date": "2026-01-02",
        "domains": ["naming"],
        "status": "made",
        **fields,
    }
    path = f"stories/{slug}.md"
    return Story.model_validate(told, context=Origin(path, slug, "stories"))


@pytest.mark.parametrize(
    "text",
    [
        "# A heading", "1. One", "- a list", "> said", "[x](javascript:alert(1))", "a `code` b",
        "*a* _b_ **c**", "<script>alert(1)</script>", "&lt;b&gt;", "a | b", "===", "---", "~~no~~",
        "![x](y)", "<!-- c -->", "C:\\new", "+ 1", "12) x", "$a$ ^b^", "a\n\n# b",
    ],
)  # fmt: skip
def test_no_sign_in_an_author_s_text_is_read_as_markdown(text: str) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 (for this test alone)

    for before in ("", "- ", "> ", "Said: "):
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(before + escape_markdown(text))
        inline = [token for token in tokens if token.type == "inline"]
        assert len(inline) == 1
        kinds = {child.type for child in inline[0].children or ()}
        assert kinds <= {"text", "text_special"}, kinds
        said = "".join(child.content for child in inline[0].children or ())
        assert said.removeprefix("Said: ") == " ".join(text.split())
        assert not {t.type for t in tokens} & {"heading_open", "fence", "html_block", "hr"}


def test_a_map_of_many_stories_costs_no_more_than_their_share() -> None:
    made = []

    def prepare(number: int) -> Callable[[], None]:
        stories = [_make_story(f"s-{n}", aliases=(f"o-{n}",)) for n in range(number)]
        known = link(stories)

        def work() -> None:
            (sitemap,) = make_sitemap((), known, SiteIdentity(url=SITE))
            (redirects,) = make_redirect_file(_list_redirects(known), SiteIdentity(url=SITE))
            made.append((sitemap.content.count("<loc>"), redirects.content.count("\n")))

        return work

    assert is_linear(prepare, 1000, 10_000)
    assert {(1000, 1000), (10_000, 10_000)} == set(made)


def test_llms_txt_of_many_stories_lists_the_newest_and_says_how_many_there_are() -> None:
    known = link([_make_story(f"s-{n}") for n in range(MOST_STORIES + 50)])
    overview = make_overview(known, Findings(), TODAY)
    text = make_llms(overview, (), SiteIdentity("Stories", url=SITE)).content
    parsed = parse_llms_file(text)
    assert len(parsed.sections["Stories"]) == MOST_STORIES
    assert f"{MOST_STORIES + 50} of them; the newest {MOST_STORIES}" in text
    assert "Data" not in parsed.sections
    assert "None" not in text
