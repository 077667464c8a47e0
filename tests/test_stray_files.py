"""Only what a record or a page refers to is published; the rest is named, and looked through."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from command import run_stories
from small_project import STORIES, TODAY, list_differences, make_project, read_tree, write_story

from generator.build.pipeline import Project, check
from generator.model.problem import Problem

DAY = dt.date.fromisoformat(TODAY)
RAW = "name,nhs number,ward\nEdith Marlowe,943 476 5919,4\n"
PLAIN = "ward,bells\n4,12\n"
TALLY = f"{STORIES}/tally.csv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def find(root: Path, *codes: str) -> list[Problem]:
    problems = check(Project(root), DAY).problems
    return [problem for problem in problems if problem.fault.code in codes]


def tell(root: Path, *codes: str) -> list[str]:
    return [f"{p.fault.code} {p.place}" for p in find(root, *codes)]


def put(root: Path, path: str, content: str | bytes = PLAIN) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def refer(root: Path, body: str, path: str = f"{STORIES}/a-bell.md") -> None:
    put(root, path, write_story("A bell for each bed", domain="privacy", body=body))


def build(root: Path, *more: str) -> dict[str, str]:
    run = run_stories("build", "--today", TODAY, *more, cwd=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return read_tree(root / "site")


def test_a_file_that_nothing_refers_to_is_named_once_and_looked_through(root: Path) -> None:
    put(root, f"{STORIES}/raw.csv", RAW)
    place = f"{STORIES}/raw.csv"
    assert tell(root, "P101", "P109", "P111") == [
        f"P111 {place}:1:1", f"P109 {place}:2:1", f"P101 {place}:2:15"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "[The tally](tally.csv)",
        "[The tally](./tally.csv)",
        "[The tally](../2026/tally.csv 'What we counted')",
        "[The tally](<tally.csv>)",
        "[The tally](t%61lly.csv#row=2)",
        "[The tally][it]\n\n[it]: tally.csv",
        "See [it].\n\n[it]: <./tally.csv> (A title)",
    ],
)
def test_what_a_link_leads_to_is_published_however_it_is_written(root: Path, body: str) -> None:
    put(root, TALLY)
    refer(root, body)
    checked = check(Project(root), DAY)
    assert [asset.path for asset in checked.collection.shown_assets if "tally" in asset.path]
    assert TALLY not in checked.collection.left_aside


@pytest.mark.parametrize(
    "body",
    ["`[The tally](tally.csv)`", "<!-- [The tally](tally.csv) -->", "x\n\n[it]: tally.csv",
     "    [The tally](tally.csv)", "tally.csv"],
)  # fmt: skip
def test_what_is_no_link_publishes_nothing(root: Path, body: str) -> None:
    put(root, TALLY)
    refer(root, f"We rang a bell.\n\n{body}")
    assert tell(root, "P111") == [f"P111 {TALLY}:1:1"]


def test_a_name_in_other_capitals_is_told_once_and_published_nowhere(root: Path) -> None:
    put(root, f"{STORIES}/Tally.csv")
    refer(root, "[The tally](tally.csv)")
    checked = check(Project(root), DAY)
    assert not [a for a in checked.collection.shown_assets if "ally" in a.path]
    assert [p.fault.code for p in checked.problems if "ally" in p.message] == ["R608"]


def test_what_lies_beside_a_record_that_cannot_be_read_is_not_called_left_aside(
    root: Path,
) -> None:
    put(root, f"{STORIES}/torn/raw.csv", RAW)
    put(root, f"{STORIES}/torn/index.md", "---\ntitle: [\n---\n\nTorn.\n")
    assert tell(root, "P101", "P111") == [f"P101 {STORIES}/torn/raw.csv:2:15"]
    assert not [
        a for a in check(Project(root), DAY).collection.shown_assets if a.path.endswith("raw.csv")
    ]


@pytest.mark.site
def test_a_site_a_tree_and_the_next_build_have_only_what_is_referred_to(root: Path) -> None:
    put(root, f"{STORIES}/stray.csv")
    put(root, TALLY)
    room = root / f"{STORIES}/quiet-nights/room.webp"
    shutil.copy(room, root / f"{STORIES}/quiet-nights/lamp.webp")
    refer(root, "[The tally](tally.csv)")
    put(root, "content/notes.csv", RAW.replace("943 476 5919", "none"))
    put(root, "content/_kept/notes.md", "# Notes\n")
    put(root, "content/linked.csv")
    about = root / "content/about.md"
    about.write_text(about.read_text() + "\n[The figures](linked.csv)\n")
    site = build(root)
    assert [path for path in site if "tally" in path or "linked" in path] == [
        "files/stories/2026/tally.csv", "linked.csv"
    ]  # fmt: skip
    assert [path for path in site if "room" in path]
    assert not [p for p in site if any(w in p for w in ("stray", "lamp", "notes", "_kept"))]
    for form in ("json", "csv", "markdown"):
        target = f"{form}.json" if form == "json" else form
        run = run_stories("export", "--format", form, "-o", target, "--today", TODAY, cwd=root)
        assert run.returncode == 0, run.stderr
    tree = read_tree(root / "markdown")
    assert not [path for path in tree if any(word in path for word in ("stray", "lamp", "notes"))]
    refer(root, "Nobody links to it any longer, but everybody reads on.")
    later = build(root)
    assert not [path for path in later if "tally" in path]
    assert list_differences(later, build(root, "--clean")) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("nhs number\n9434765919\n", ["P101 2:1"]),
        ("ward\tbells\n4\tring 07911 123456\n", ["P103 2:8"]),
        ('ward,note\n4,"it was\nread out: 943 476 5919"\n', ["P101 3:11"]),
        ('ward,note\n4,"left open, 943 476 5919\n', ["P101 2:15"]),
        ("943 476 5919\n", ["P101 1:1"]),
        ("\ufeffd.o.b.\n1948-03-02\n", ["P106 2:1"]),
        ("patient age\n93\n", ["P108 2:1"]),
        ("postcode;n\nls63hn;4\n", ["P105 2:1"]),
        ("surname,ward\nMarlowe,4\n", ["P109 2:1"]),
        ('patient\n"Marlowe, Edith"\n', ["P109 2:2"]),
        ("name,ward\nLarch Ward,4\n", []),
        ("date,value,note\n2026-03-01,7,Nobody rang\n", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_column_is_read_whatever_it_is_called(
    root: Path, content: str, expected: list[str], encoding: str
) -> None:
    put(root, f"{STORIES}/raw.csv", content.encode(encoding))
    found = [
        f"{p.fault.code} {p.place.line}:{p.place.column}"
        for p in check(Project(root), DAY).problems
        if p.place.path.endswith("raw.csv") and p.fault.code != "P111"
    ]
    assert found == expected


@pytest.mark.site
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04" + b"\0\1" * 900, "It is no text"),
        (RAW.encode() + b"4,x,4\n" * 60_000, "Only its first 256 KB"),
        (b',"' * 120_000, "left aside"),
        (b"\xff" * 5_000, "left aside"),
        (b"", "left aside"),
    ],
)  # fmt: skip
def test_a_spoilt_file_is_left_aside_in_words(root: Path, content: bytes, words: str) -> None:
    put(root, f"{STORIES}/raw.csv", content)
    [problem] = find(root, "P111")
    assert words in problem.message
    assert not find(root, "F102", "F103")


def test_a_data_file_that_is_linked_and_cannot_be_read_is_refused(root: Path) -> None:
    put(root, TALLY, "ward\nCafé\n".encode("latin-1"))
    refer(root, "[The tally](tally.csv)")
    assert tell(root, "F102", "P111") == [f"F102 {TALLY}:2:4"]


def test_a_note_in_a_measures_file_is_told_at_its_cell_and_no_second_time(root: Path) -> None:
    put(
        root,
        f"{STORIES}/quiet-nights/woken.csv",
        "date,value,note\n2026-01-01,3,NHS 943 476 5919\n2026-04-01,5,rang 07911 123456\n",
    )
    woken = f"{STORIES}/quiet-nights/woken.csv"
    assert tell(root, "P101", "P103") == [f"P101 {woken}:2:18", f"P103 {woken}:3:19"]


def test_a_file_of_any_kind_and_its_name_are_looked_at(root: Path) -> None:
    put(root, f"{STORIES}/notes.txt", "Her NHS number was 9434765919.\n")
    put(root, "domains/mary-jones-dob-1948.txt", "Nothing.\n")
    assert tell(root, "P101", "P110", "P111") == [
        "P110 domains/mary-jones-dob-1948.txt:1:1", "P111 domains/mary-jones-dob-1948.txt:1:1",
        f"P111 {STORIES}/notes.txt:1:1", f"P101 {STORIES}/notes.txt:1:20",
    ]  # fmt: skip


def test_a_style_a_font_and_what_they_show_belong_to_the_site(root: Path) -> None:
    put(root, "content/css/own.css", "a { background: url('../images/dot.svg') }")
    put(root, "content/images/dot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    put(root, "content/images/other.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert tell(root, "P111") == ["P111 content/images/other.svg:1:1"]


def test_what_other_programs_ask_of_a_site_is_no_stray_file(root: Path) -> None:
    put(root, "content/robots.txt", "User-agent: *\nAllow: /\n")
    put(root, "content/app.webmanifest", "{}")
    put(root, "content/notes/robots.md.txt", "Nothing.\n")
    assert tell(root, "P111") == ["P111 content/notes/robots.md.txt:1:1"]
