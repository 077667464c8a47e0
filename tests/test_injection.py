"""What a contributor writes stays words in every kind of file, and never reaches a terminal raw."""

import csv
import gzip
import io
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from command import run_stories
from lxml import etree
from pagescan import Scan, scan

pytestmark = pytest.mark.site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?$")


def _load(path: Path) -> object:
    return json.loads(path.read_text("utf-8"))


def test_no_page_has_a_script_a_style_or_a_handler_from_a_file(attacked_site: Path) -> None:
    pages = list(attacked_site.rglob("*.html"))
    assert len(pages) > 200
    for path in pages:
        assert scan(path).wrong == [], path


def test_data_within_a_page_is_whole_and_cannot_end_its_script(attacked_site: Path) -> None:
    found = 0
    for path in attacked_site.glob("stories/s*/index.html"):
        for data in scan(path).data:
            assert not re.search(r"[<>&]", data), path
            assert json.loads(data)["headline"]
            found += 1
    assert found == 40


def test_a_template_in_a_story_is_text(attacked_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in attacked_site.rglob("index.html")]
    assert any("{{ config }}" in page for page in pages)
    assert any("{% include ‘/etc/passwd’ %}" in page for page in pages)
    assert not any("MkDocsConfig" in page or "root:x:0" in page for page in pages)
    assert not any("__mro__" not in page and "&lt;class &#39;" in page for page in pages)


def test_every_json_file_can_be_read_and_its_html_is_clean(attacked_site: Path) -> None:
    paths = [*attacked_site.rglob("*.json"), *attacked_site.rglob("*.webmanifest")]
    assert len(paths) > 60

    def walk(value: object, name: str = "") -> None:
        if isinstance(value, dict):
            for key, each in value.items():
                walk(each, key)
        elif isinstance(value, list):
            for each in value:
                walk(each, name)
        elif isinstance(value, str) and "html" in name and "schema" not in path.parts:
            wrong = [w for w in Scan(value).wrong if path.name != "oembed.json" or w != "<iframe>"]
            assert wrong == [], path

    for path in paths:
        walk(_load(path))


def test_every_feed_is_whole_and_its_words_are_clean(attacked_site: Path) -> None:
    feeds = list(attacked_site.rglob("feed.xml"))
    assert len(feeds) > 3
    for path in feeds:
        root = etree.parse(str(path)).getroot()
        names = {etree.QName(element).localname for element in root.iter()}
        assert not names & {"script", "img", "svg", "style"}, path
        for content in root.findall(".//a:content", ATOM):
            assert Scan(content.text or "").wrong == []
        for link in root.findall(".//a:link", ATOM):
            assert link.get("href", "").startswith("https://"), path


def test_every_drawing_is_a_drawing(attacked_site: Path) -> None:
    paths = list(attacked_site.rglob("*.svg"))
    assert len(paths) >= 40
    for path in paths:
        for element in etree.parse(str(path)).getroot().iter():
            if isinstance(element.tag, str):
                assert etree.QName(element).localname not in {"script", "foreignObject", "a"}
            assert not any(name.lower().startswith("on") for name in element.attrib), path


def test_no_cell_of_a_table_is_a_formula(attacked_site: Path) -> None:
    cells = 0
    for path in attacked_site.rglob("*.csv"):
        text = path.read_text("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            for cell in row:
                cells += 1
                assert NUMBER.fullmatch(cell) or not FORMULA.match(cell), (path, cell)
    assert cells > 5000


def test_no_line_of_a_servers_file_or_of_a_citation_comes_from_a_record(
    attacked_site: Path,
) -> None:
    redirects = (attacked_site / "_redirects").read_text("utf-8").splitlines()
    assert len(redirects) == 40
    assert all(re.fullmatch(r"/stories/old-\d+/ /stories/s\d\d/ 301", line) for line in redirects)
    for name in ("_headers", "servers/nginx.conf", "servers/apache.conf", "robots.txt"):
        assert "pwned" not in (attacked_site / name).read_text("utf-8"), name
    for path in attacked_site.rglob("cite.ris"):
        lines = path.read_text("utf-8").splitlines()
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line.strip()), path
        assert sum(line.startswith("UR  - ") for line in lines) == 1, path


def test_the_search_index_holds_words_and_no_elements(attacked_site: Path) -> None:
    fragments = list((attacked_site / "search/pages").rglob("*.pack"))
    assert len(fragments) > 80
    for path in fragments:
        fragment = json.loads(gzip.decompress(path.read_bytes()))
        assert re.fullmatch(r"[\w/-]*", fragment["url"]), fragment["url"]
        assert set(fragment["meta"]) <= {
            "kind", "summary", "domain", "domains", "number", "setting", "place", "status",
            "status_label", "evidence", "evidence_label", "sides_label", "picture", "effort",
            "when", "from", "figures", "worse", "worse_label",
        }  # fmt: skip


def test_a_published_picture_has_a_name_that_any_place_can_hold(attacked_site: Path) -> None:
    names = [path.name for path in (attacked_site / "stories").rglob("*.webp")]
    assert len(names) == 40
    assert all(re.fullmatch(r"[\w.-]+", name) for name in names)


def test_a_letter_and_a_calendar_hold_words_alone(attacked_site: Path) -> None:
    root = attacked_site.parent
    letter = run_stories("digest", "--since", "2020-01-01", "--format", "html", cwd=root)
    assert letter.returncode == 0, letter.stderr
    assert "pwned=" in letter.stdout
    assert Scan(letter.stdout, styles=True).wrong == []
    due = run_stories("due", "--within", "3000", "--format", "ics", cwd=root)
    assert due.returncode == 0, due.stderr
    lines = due.stdout.replace("\r\n", "\n").replace("\n ", "").splitlines()
    names = {re.split("[;:]", line, maxsplit=1)[0] for line in lines}
    assert names <= {
        "BEGIN", "END", "PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION",
        "TRANSP",
    }  # fmt: skip
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 0


# --- the terminal -----------------------------------------------------------------------------

# Escape sequences of seven and of eight bits, a title, a link, a bell, a cursor; and marks that
# turn the direction of writing, which can make a line say another thing than the file does.
TRICKS = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;https://x.example\x1b\\link", "\x9b2J",
    "\x07\x08\x08\x08", "\x1b[1A\x1b[2K", "\x1b(0", "\x1bPq\x1b\\", "\x9dtitle\x9c", "\u202egnp.",
    "\u2066hidden\u2069", "\x7f", "\x85", "\u2028", "\x0e", "\x1b[6n",
)  # fmt: skip
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
STORY = """\
---
title: "A bell by the %s door"
summary: "We hung a bell by the door %s and people ring it."
date: 2026-03-01
domains: [naming, "nam%s"]
setting: "%s"
status: "%s"
"%s": 1
quick_win: true
changed_on: 2026-02-01
review_by: 2026-03-01
voices:
  - {role: patient, quote: "It %s rang.", said_by: "Mrs %s", identity: anonymous}
  - role: staff
    quote: "Said %s."
    said_by: "Nurse"
    identity: anonymous
    consent: {reference: "%s", scope: [website, "%s"], given: 2022-01-01}
measures: [{title: "Waits %s", type: outcome, file: "%s.csv"}]
allow: [{rule: "L%s", because: "Because %s it is so."}]
---

The bell %s rang. [A link](nowhere-%s.md) ![%s](%s.png)
"""


@pytest.fixture(scope="module")
def tricked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose words, names and data would write on a terminal what they like."""
    from conftest import _copy_project  # noqa: PLC0415 (the fixture `project` is for one test)

    root = tmp_path_factory.mktemp("tricked")
    _copy_project(root)
    shutil.rmtree(root / "stories")
    for page in (root / "content").rglob("*.md"):
        page.unlink()
    for number, trick in enumerate(TRICKS):
        escaped = json.dumps(trick)[1:-1].replace("\\u00", "\\x")
        name = trick.replace("/", "")
        folder = root / "stories/tricks"
        folder.mkdir(parents=True, exist_ok=True)
        count = STORY.count("%s")
        # Raw in the file, and as an escape that YAML turns into the character.
        (folder / f"raw-{number}.md").write_text(STORY % ((trick,) * count), "utf-8")
        (folder / f"yaml-{number}.md").write_text(STORY % ((escaped,) * count), "utf-8")
        (folder / f"a{name}b.md").write_text(STORY % (("x",) * count), "utf-8")
        (folder / f"sound-{number}.md").write_text(STORY % (("x",) * count), "utf-8")
        (folder / f"data-{number}.csv").write_text(f"date,{trick}\n2026-01-01,{trick}\n", "utf-8")
        (root / f"content/p{name}q.md").write_text(f"# {trick}\n\n[x](gone{trick}.md)\n", "utf-8")
    withdrawn = {"stories": {f"a{TRICKS[0]}": "2026-01-01"}, TRICKS[1]: {}}
    (root / "stories/withdrawn.yml").write_text(yaml.safe_dump(withdrawn), "utf-8")
    return root


def _assert_plain(*texts: str) -> None:
    for text in texts:
        found = RAW.search(text.replace("\r\n", "\n").replace("\t", " "))
        assert found is None, repr(text[max(0, found.start() - 120) : found.end() + 20])


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "github"),
        ("check", "--format", "gitlab"),
        ("check", "--format", "sarif"),
        ("due", "--within", "3000"),
        ("due", "--within", "3000", "--format", "json"),
        ("due", "--within", "3000", "--format", "ics"),
        ("digest", "--since", "2020-01-01"),
        ("digest", "--since", "2020-01-01", "--format", "text"),
        ("digest", "--since", "2020-01-01", "--format", "html"),
        ("digest", "--since", "2020-01-01", "--format", "eml"),
        ("export", "--format", "json"),
        ("build",),
        ("export", "--format", "markdown", "-o", "out\x1b[31m"),
        ("explain", "L\x1b[31m"),
    ],
)
def test_no_command_writes_a_files_escape_sequences_to_a_terminal(
    tricked: Path, command: tuple[str, ...]
) -> None:
    run = run_stories(*command, cwd=tricked)
    _assert_plain(run.stdout, run.stderr)
    assert "Traceback" not in run.stderr
    if command[0] == "check":
        assert run.returncode == 1
        assert len(run.stdout) > 20_000


def test_what_is_imported_or_begun_writes_no_escape_sequences(tricked: Path) -> None:
    for number, trick in enumerate(TRICKS):
        row = {"title": f"A bell {trick}", "summary": f"Ring {trick}", f"odd{trick}": f"{trick}"}
        name = f"in-{number}{trick}".replace("/", "")
        (tricked / f"{name}.json").write_text(json.dumps([row]), "utf-8")
        (tricked / f"{name}.csv").write_text(f"title,{trick}\n{trick},{trick}\n", "utf-8")
    files = sorted(path.name for path in tricked.iterdir() if path.name.startswith("in-"))
    assert len(files) == 2 * len(TRICKS)
    run = run_stories("import", *files, cwd=tricked)
    _assert_plain(run.stdout, run.stderr)
    assert "Traceback" not in run.stderr
    title = "A bell " + "".join(TRICKS)
    run = run_stories("new", "story", title, "--domain", TRICKS[0], cwd=tricked)
    _assert_plain(run.stdout, run.stderr)
    assert "Traceback" not in run.stderr
    run = run_stories("new", "story", title, "--domain", "naming", "--status", "made", cwd=tricked)
    _assert_plain(run.stdout, run.stderr)
    assert "Traceback" not in run.stderr
