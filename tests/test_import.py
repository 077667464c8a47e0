"""`stories import` of CSV and JSON: what was sent becomes drafts, and nothing of it is lost."""

import contextlib
import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command import SITE
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.pipeline import Project, check
from generator.cli import main
from generator.collection.collection import Collection
from generator.intake import write_draft
from generator.intake.decode import UnreadableError
from generator.intake.from_csv import read_csv
from generator.intake.from_json import read_json
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.model.field_types import FORBIDDEN
from generator.model.problem import Severity

pytestmark = pytest.mark.site

TODAY = dt.date(2026, 11, 23)
SUMMARY = "We hung a bell by the side door, so that nobody waits in the rain to be let in."
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@pytest.fixture
def project(lone_project: Path) -> Path:
    """A small project of the fixture's parts."""
    return lone_project


@pytest.fixture(scope="module")
def collection() -> Collection:
    return check(Project(SITE), TODAY, ()).collection


def bring(project: Path, *arguments: str) -> Result:
    with contextlib.chdir(project):
        return CliRunner().invoke(main, ["import", *arguments])


def find_errors(project: Path, path: str) -> list[str]:
    problems = (p for p in check(Project(project), TODAY).problems if p.place.path == path)
    return [p.message for p in problems if p.severity is not Severity.ADVICE]


def write_sheet(
    file: Path, rows: list[list[str]], sign: str = ",", encoding: str = "utf-8"
) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


ROWS = [
    ["title", "What did you change, and for whom?", "Date", "What is it about?", "setting",
     "Status", "changed on", "quick_win", "body", "contact.email", "voices.1.role",
     "voices.1.quote", "voices.1.said_by", "voices.1.identity", "voices.2.role", "lessons"],
    ["The café’s bell – £9", SUMMARY, "01/03/2026", "naming; Private communication", "A&E", "made",
     "2 March 2026", "yes", "A bell hangs there.\nIt cost £9.", "bell@hospital.example", "patient",
     "Oh, “yes”; it rings", "Peggy, patient", "first-name", "", "One; Two"],
]  # fmt: skip


def fold(files: Mapping[str, str]) -> bytes:
    """Fold files into a zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as folded:
        for name, text in files.items():
            folded.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("sign", "encoding"),
    [
        (",", "utf-8"),
        (";", "utf-8-sig"),
        (";", "cp1252"),
        ("\t", "utf-16"),
        (",", "utf-16"),
    ],
)
def test_a_row_becomes_a_story_however_a_spreadsheet_saved_it(project, sign, encoding):
    write_sheet(project / "sent.csv", ROWS, sign, encoding)
    made = bring(project, "sent.csv")
    assert made.exit_code == 0, made.output
    path = "stories/2026/the-cafes-bell-ps9.md"
    assert f"sent.csv: written to {path}" in made.output
    text = (project / path).read_text(encoding="utf-8")
    matter = read_front_matter(text, path)
    assert isinstance(matter, FrontMatter)
    assert matter.body == "A bell hangs there.\nIt cost £9."
    assert matter.fields == {
        "title": "The café’s bell – £9",
        "summary": SUMMARY,
        "date": "2026-03-01",
        "domains": ["naming", "privacy"],
        "setting": "emergency",
        "contact": {"email": "bell@hospital.example"},
        "status": "made",
        "changed_on": "2026-03-02",
        "quick_win": "true",
        "voices": [
            {
                "role": "patient",
                "quote": "Oh, “yes”; it rings",
                "said_by": "Peggy, patient",
                "identity": "first-name",
            }
        ],
        "lessons": ["One", "Two"],
    }


def test_an_imported_quick_win_passes_the_checks(project):
    rows = [[*row[:9]] for row in ROWS]
    write_sheet(project / "sent.csv", rows)
    made = bring(project, "sent.csv")
    assert "nothing in them stops publication" in made.output
    assert find_errors(project, "stories/2026/the-cafes-bell-ps9.md") == []


def test_columns_that_no_field_takes_are_kept_and_said(project):
    rows = [["title", "shoe size", "Fax", "title"], ["The bell", "41", "0\n1", "Another", "beyond"]]
    write_sheet(project / "sent.csv", rows)
    made = bring(project, "sent.csv")
    assert "could not be placed, and is kept at the end: shoe size: 41" in made.output
    text = (project / "stories/2026/the-bell.md").read_text(encoding="utf-8")
    for words in ("shoe size: 41", "Fax: 0\n1", "title: Another", "beyond"):
        assert words in text
    assert "words-left-over" in made.output
    assert "field-missing" not in made.output  # what is missing is prompted for, with its place
    assert "“summary” has nothing in it." in made.output


def test_one_row_that_is_refused_stops_no_other(project):
    rows = [["title", "date"], ["A quiet room", "2026-01-01"], ["The bell", "2026-01-01"],
            ["The bell", "2026-01-01"]]  # fmt: skip
    write_sheet(project / "sent.csv", rows)
    before = (project / "stories/2026/a-quiet-room/index.md").read_bytes()
    made = bring(project, "sent.csv")
    assert made.exit_code == 1
    assert "“A quiet room” was not imported." in made.stderr
    assert "With --rename it would be called a-quiet-room-2." in made.stderr
    assert "With --rename it would be called the-bell-2." in made.stderr
    assert bring(project, "sent.csv", "--rename").exit_code == 0
    names = {path.name for path in (project / "stories/2026").iterdir()}
    assert names == {"a-quiet-room", "a-quiet-room-2.md", "the-bell.md", "the-bell-2.md",
                     "the-bell-3.md"}  # fmt: skip
    assert (project / "stories/2026/a-quiet-room/index.md").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "The file is empty."),
        ("a.csv", b"\n\n", "The file is empty."),
        ("a.csv", b"title,summary\n", "no story below it"),
        ("a.csv", b"name,words\nA,B\n", "No column is called “title”"),
        ("a.csv", b"date,value,n,note\n2026-01-01,4,,\n", "the points of a measure"),
        ("a.csv", b'title,summary\n"A,B\nC,D\n', "cannot be read from row 2 on"),
        ("a.csv", b"PK\x03\x04xx", "of an office program"),
        ("a.csv", b"title\0,x\nA,B", "not a file of text"),
        ("a.csv", b"\xff\xfet", "damaged"),
        ("a.csv", b"title\n" + b"a\n" * 2001, "more than 2000 rows"),
        ("a.csv", b"title" + b",a" * 501 + b"\nA", "500 columns"),
        ("a.csv", b"x" * 5_000_001, "larger than 5 MB"),
        ("a.json", b'{"title": "A",}', "not JSON from line 1, column"),
        ("a.json", b'{"title": NaN}', "NaN is not a number"),
        ("a.json", b'{"title": "A", "title": "B"}', "“title” stands twice"),
        ("a.json", b"[" * 100_000, "too deep"),
        ("a.json", b'{"title": ' + b"9" * 5000 + b"}", "a number too long"),
        ("a.json", b"[]", "no story in this file"),
        ("a.json", b'["A"]', "A record is expected here"),
        ("a.json", b'{"kind": "recipe"}', "not a story, an action or a domain"),
        ("a.xlsx", b"PK", "The workbook is damaged"),
        ("a.xls", b"\xd0\xcf", "save it as an Excel workbook"),
        ("a.pdf", b"%PDF", "A PDF cannot be read back"),
        ("a.zip", b"PK\x03\x04", "no .zip file that can be read"),
        ("a.zip", fold({}), "There are no stories in this file"),
        ("a.zip", fold({"a.md": "A", "b/c.md": "B"}), "There are 2 stories in this file"),
        ("a.zip", fold({"a.md": "---\ntitle: [\n---\nA"}), "Line 3"),
        ("a.zip", fold({f"{n}.txt": "" for n in range(201)}), "unfolds to more than"),
        ("a.zip", fold({"a.md": "\0" * 41_000_000}), "unfolds to more than"),
        ("a.exe", b"MZ", "Only these can be imported: .docx, .csv"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(project, name, content, words):
    (project / name).write_bytes(content)
    made = bring(project, name)
    assert made.exit_code == 1
    assert words in made.stderr, made.stderr
    assert isinstance(made.exception, SystemExit)
    assert [p.name for p in (project / "stories/2026").iterdir()] == ["a-quiet-room"]


def test_a_file_that_is_not_there_and_a_folder_are_refused(project):
    made = bring(project, "nowhere.csv", "stories")
    assert made.exit_code == 1
    assert "nowhere.csv: There is no such file." in made.stderr
    assert "stories: This is a folder." in made.stderr


def test_the_fields_of_every_sample_story_go_to_json_and_back(collection, tmp_path):
    for story in (*collection.stories, *collection.actions):
        told = story.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for measure in told.get("measures", ()):
            measure.pop("file", None)
        file = tmp_path / "sent.json"
        file.write_text(json.dumps({**told, "kind": story.kind, "body": story.body.markdown}))
        (draft,) = read_json(file, collection)
        assert draft.left == ()
        assert draft.fields == told
        matter = read_front_matter(write_draft(draft), "x.md")
        assert isinstance(matter, FrontMatter)
        assert matter.parsed.problems == []
        read_back = type(story).model_validate(matter.fields)
        assert read_back.model_dump(mode="json", by_alias=True, exclude_defaults=True) == told
        assert matter.body == story.body.markdown.strip("\n")


def test_what_json_holds_beside_the_fields_is_kept(collection, tmp_path):
    file = tmp_path / "sent.json"
    told = {"title": "A", "contact": {"fax": [1, {"a": None}], "name": "Jo"}, "mood": {"x": 1},
            "lessons": "one; two", "domains": "Naming", "changed_on": "2 March 2026",
            "body": 4}  # fmt: skip
    file.write_text(json.dumps([told]))
    (draft,) = read_json(file, collection)
    assert draft.left == ('contact.fax: [1, {"a": null}]', 'mood: {"x": 1}', "body: 4")
    assert draft.fields == {
        "title": "A",
        "contact": {"name": "Jo"},
        "lessons": ["one", "two"],
        "domains": ["naming"],
        "changed_on": "2026-03-02",
    }


def test_the_sites_own_data_are_read_as_far_as_they_are_a_storys(built_site, project, collection):
    public = json.loads((built_site / "stories.json").read_text(encoding="utf-8"))
    public["actions"], public["domains"] = public["actions"][:2], []
    public["stories"] = [s for s in public["stories"] if s["slug"] != "a-quiet-room"]
    (project / "sent.json").write_text(json.dumps(public), encoding="utf-8")
    drafts = read_json(project / "sent.json", collection)
    assert len(drafts) == len(public["stories"]) + 2
    for draft, entry in zip(drafts, public["stories"], strict=False):
        for name in ("title", "summary", "date", "domains", "status"):
            assert draft.fields[name] == entry[name]
        assert "voices" not in draft.fields
        assert not any(words.startswith(("slug", "url", "evidence")) for words in draft.left)


@settings(max_examples=40, deadline=None)
@given(cells=st.lists(WORDS, min_size=4, max_size=4))
def test_no_word_of_a_row_is_lost(cells, collection, tmp_path_factory):
    file = tmp_path_factory.mktemp("sheet") / "sent.csv"
    rows = [["title", "limitations", "body", "colour of the door"], [f"A{cells[0]}", *cells[1:]]]
    drafts = read_csv(write_sheet(file, rows), collection)
    matter = read_front_matter(write_draft(drafts[0]), "x.md")
    assert isinstance(matter, FrontMatter)
    text = " ".join(str(matter.fields.get(name)) for name in ("title", "limitations"))
    text = f"{text} {matter.body}"
    for word in " ".join(rows[1]).split():
        clean = FORBIDDEN.sub("", word).replace("-->", "")
        assert all(part.strip("-<>!\\") in text for part in clean.split("<!--"))


@settings(max_examples=80, deadline=None)
@given(
    content=st.binary(max_size=300)
    | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore"))
)
def test_no_bytes_bring_a_reader_down(content, collection, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bytes")
    for name, read in (("a.csv", read_csv), ("a.json", read_json)):
        (folder / name).write_bytes(b"title\n" + content if name == "a.csv" else content)
        with contextlib.suppress(UnreadableError):
            for draft in read(folder / name, collection):
                assert isinstance(read_front_matter(write_draft(draft), "x.md"), FrontMatter)


def test_a_folder_in_a_zip_becomes_the_story_its_steps_and_its_files(project):
    story = '---\ntitle: "The folded desk"\n---\n\nWe turned it.\n'
    step = '---\ntitle: "Turn it"\nstatus: made\n---\n\nOn a Monday.\n'
    files = {
        "x/index.md": story,
        "x/actions/turn-it.md": step,
        "x/a.csv": "date,value\n2026-01-01,4\n",
        "x/notes.exe": "MZ",
        "../../../outside.jpg": "no picture of the story",
    }
    (project / "a.zip").write_bytes(fold(files))
    made = bring(project, "a.zip")
    assert made.exit_code == 0, made.output
    folder = project / "stories/2026/the-folded-desk"
    there = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert there == ["a.csv", "actions/turn-it.md", "index.md"]
    assert "left out: x/notes.exe" in made.output
    assert "left out: ../../../outside.jpg" in made.output
    assert not (project.parent / "outside.jpg").exists()
