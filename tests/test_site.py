"""The built sample site, read as files: every page there, every link whole, nothing foreign."""

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

PAGES = (
    "", "stories/", "domains/", "actions/", "quick-wins/", "priorities/", "learning/", "about/",
    "stories/a-quiet-room/", "actions/move-the-desk/", "domains/naming/",
    "priorities/patient-experience/",
)  # fmt: skip
ADDRESSES = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src")}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) in ADDRESSES and ("rel", "canonical") not in attrs:
                self.links.append((tag, value or ""))
            if name == "id":
                self.ids.append(value or "")


def _read(path: Path) -> _Links:
    parser = _Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("address", PAGES)
def test_the_page_is_there(built_site: Path, address: str) -> None:
    assert (built_site / address / "index.html").is_file()


def test_every_link_within_the_site_leads_somewhere(built_site: Path) -> None:
    pages = {path: _read(path) for path in built_site.rglob("*.html")}
    broken = []
    for path, parsed in pages.items():
        folder = path.parent.relative_to(built_site).as_posix()
        for _, link in parsed.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            below = posixpath.join(folder, unquote(parts.path))
            if parts.path.startswith("/"):
                below = unquote(parts.path).lstrip("/")
            goal = built_site / posixpath.normpath(below) if parts.path else path
            goal = goal / "index.html" if goal.is_dir() else goal
            if not goal.is_file() or (parts.fragment and parts.fragment not in pages[goal].ids):
                broken.append(f"{path.relative_to(built_site)}: {link}")
    assert broken == []


def test_no_page_uses_an_id_twice(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        ids = _read(path).ids
        assert len(ids) == len(set(ids)), path


def test_pictures_and_scripts_come_from_the_site_itself(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        told = [link for tag, link in _read(path).links if tag != "a" and "//" in link]
        foreign = [link for link in told if not link.endswith("/oembed.json")]  # nobody fetches it
        assert foreign == [], path


def test_nothing_is_published_that_no_page_asks_for(built_site: Path) -> None:
    asked = "".join(
        path.read_text(encoding="utf-8")
        for path in built_site.rglob("*")
        if path.suffix in {".html", ".css", ".js"}
    )
    assets = [path for path in (built_site / "assets").rglob("*.*") if path.is_file()]
    asked += (built_site / "site.webmanifest").read_text(encoding="utf-8")
    unused = {path.name for path in assets if path.name not in asked}
    unused -= {"redirect.js"}  # for old addresses, of which the sample has none
    assert unused <= {"OFL-newsreader.txt", "OFL-hanken-grotesk.txt"} | {
        path.name for path in assets if path.name.startswith("spot-")
    }


def test_edit_links_lead_to_the_file_in_the_repository(built_site: Path) -> None:
    story = (built_site / "stories/a-quiet-room/index.html").read_text(encoding="utf-8")
    words = "/edit/main/stories/2026/a-quiet-room/"
    assert f'{words}index.md">Correct the words</a>, or the figures in <a href="' in story
    for name in ("private-conversations.csv", "waiting-times.csv"):
        assert f'{words}{name}">{name}</a>' in story
    plain = (built_site / "stories/a-window-seat-for-treatment/index.html").read_text(
        encoding="utf-8"
    )
    assert ">Correct the words</a></p>" in plain
    about = (built_site / "about/index.html").read_text(encoding="utf-8")
    assert "/edit/main/content/about.md" in about


def test_invented_stories_say_so_and_retold_ones_name_their_source(built_site: Path) -> None:
    invented = (built_site / "stories/a-quiet-room/index.html").read_text(encoding="utf-8")
    retold = (built_site / "stories/a-day-a-week/index.html").read_text(encoding="utf-8")
    assert "An invented example" in invented
    assert "An invented example" not in retold
    assert "Retold from published facts" in retold
