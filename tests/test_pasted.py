"""What comes along when something is pasted from elsewhere is named, read or found."""

import datetime as dt
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from command import SITE
from mkdocs.exceptions import PluginError
from PIL import Image

from generator.build.pipeline import Project, check
from generator.cli import main
from generator.collection.collection import Collection
from generator.intake.from_csv import read_csv
from generator.intake.from_markdown import read_markdown
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.points import Region
from generator.load.project import read_project
from generator.mkdocs_plugin.settings import today_of
from generator.pages.markdown_html import render_markdown
from generator.rules import RULES

pytestmark = pytest.mark.site

TODAY = dt.date(2026, 11, 23)
FIELDS = """---
title: "A lamp beside the scales"
summary: "We put a lamp beside the scales, so that nobody has to read them in the dark."
date: 2026-05-04
domains: [surroundings]
setting: ward
status: made
changed_on: 2026-03-02
quick_win: true
---

We bought a lamp.
"""


@pytest.fixture
def project(lone_project: Path) -> Path:
    """A small project of the fixture's parts."""
    return lone_project


def write(project: Path, text: str, name: str = "stories/2026/a-lamp/index.md") -> Collection:
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return check(Project(project), TODAY, RULES).collection


def find(project: Path, path: str = "stories/2026/a-lamp/index.md") -> list[str]:
    problems = check(Project(project), TODAY, RULES).problems
    return [
        f"{p.place.line}:{p.place.column} {p.fault.code}"
        for p in problems
        if p.place.path == path and p.severity == "error"
    ]


@pytest.mark.parametrize(
    ("old", "new", "spot", "name"),
    [
        ("setting: ward", "setting:\u00a0ward", "6:9", "A no-break space (U+00A0)"),
        ("setting: ward", "setting: ward\u2009", "6:14", "A thin space (U+2009)"),
        ("status: made", "status\uff1a made", "7:7", "A full-width colon (U+FF1A)"),
        ("2026-05-04", "2026\u201305\u201304", "4:11", "An en dash (U+2013)"),
        ("2026-05-04", "2026-05\u221204", "4:14", "A minus sign (U+2212)"),
        ("[surroundings]", "[sur\u200broundings]", "5:14", "A zero-width space (U+200B)"),
        ("domains: [surroundings]", "domains:\n  \u2022 surroundings", "6:3", "A bullet (U+2022)"),
        ("domains: [surroundings]", "domains:\n\u2014 surroundings", "6:1", "An em dash (U+2014)"),
    ],
)
def test_a_sign_that_looks_like_another_is_named_at_its_place_and_nothing_else_is(
    old, new, spot, name
):
    matter = read_front_matter(FIELDS.replace(old, new), "a.md")
    assert isinstance(matter, FrontMatter)
    (problem,) = matter.parsed.problems
    assert f"{problem.place.line}:{problem.place.column}" == spot
    assert problem.message.startswith(name)
    assert str(matter.fields["date"]) == "2026-05-04"


@pytest.mark.parametrize(
    "line",
    [
        'title: "Ward\u00a07 – a lamp"',
        "title: Ward\u00a07 – a lamp",
        "problem: |\n  – first\n  – second\u00a0",
        "lessons:\n  - |-\n    – first\u00a0\n    second\u00a0",
        'problem: "It was dark\n  – always – and\n  cold."',
        "title: café – bar",
    ],
)
def test_the_signs_of_a_text_are_its_own(line):
    matter = read_front_matter(FIELDS.replace('title: "A lamp beside the scales"', line), "a.md")
    assert isinstance(matter, FrontMatter)
    assert not matter.parsed.problems


@pytest.mark.parametrize(
    "written",
    [
        "https://stories.example/stories/a-quiet-room/",
        "stories/2026/a-quiet-room/index.md",
        "../a-quiet-room/index.md",
        "/stories/a-quiet-room/#desk",
        "TITLE",
    ],
)
def test_an_address_or_a_title_stands_for_a_slug(project, written):
    title = check(Project(project), TODAY, ()).collection.stories[0].title
    text = FIELDS.replace("status:", f'adapted_from: "{written.replace("TITLE", title)}"\nstatus:')
    text = text.replace("[surroundings]", '["Control over my personal space and environment"]')
    collection = write(project, text.replace("setting: ward", "setting: Hospital ward"))
    assert not find(project)
    story = collection.story_by_slug["a-lamp"]
    assert story.adapted_from == "a-quiet-room"
    assert story.domains == ("surroundings",)


def test_a_picture_with_any_name_is_found_and_a_link_to_it_leads_somewhere(project):
    folder = project / "stories/2026/a-lamp"
    folder.mkdir(parents=True)
    for name in ("lamp (1).jpg", "lamp #2.jpg", "50%.jpg", "lamp.jfif"):
        Image.new("RGB", (900, 600)).save(folder / name, "JPEG")
    text = FIELDS.replace("status:", 'image: {file: "lamp #2.jpg", alt: A lamp}\nstatus:')
    collection = write(
        project,
        f"{text}\n![One](<lamp (1).jpg>) ![Two](lamp%20%232.jpg) ![Half](50%25.jpg) "
        "![Four](lamp.jfif) and [the lamp](lamp.jfif)\n",
    )
    assert not find(project)
    shown = render_markdown(collection.story_by_slug["a-lamp"], "stories/a-lamp/", collection)
    assert 'href="#"' not in shown
    assert shown.count(".webp") > 4
    assert '<a href="lamp-' in shown


def test_an_address_with_brackets_and_spaces_is_told_with_what_to_write(project):
    write(project, f"{FIELDS}\n![The lamp](lamp (1).jpg)\n")
    problems = check(Project(project), TODAY, RULES).problems
    (found,) = [p for p in problems if p.fault.code == "R610"]
    assert (found.place.line, found.place.column) == (14, 13)
    assert "<lamp (1).jpg>" in found.hint


def test_figures_in_a_workbook_are_published_as_their_points_alone(project):
    book = openpyxl.Workbook()
    book.active.title = "Secret"
    book.active.append(["Nobody Named", "is to see this"])
    sheet = book.create_sheet("Ward 7")
    for row in (["Month", "Value"], [dt.date(2026, 1, 1), 4], [dt.date(2026, 2, 1), 5]):
        sheet.append(row)
    folder = project / "stories/2026/a-lamp"
    folder.mkdir(parents=True)
    book.save(folder / "figures.xlsx")
    measure = (
        "measures:\n  - title: Falls in the dark\n    type: outcome\n    unit: falls\n"
        "    direction: decrease\n    definition: Counted by the clerk.\n"
        '    file: "figures.xlsx#Ward 7"\n'
    )
    collection = write(project, FIELDS.replace("status:", f"{measure}status:"))
    assert not find(project)
    (found,) = collection.story_by_slug["a-lamp"].measures
    assert [point.value for point in found.points] == [4, 5]
    shutil.rmtree(project / "stories/2026/a-quiet-room")  # which links to what is not here
    made = CliRunner().invoke(
        main, ["build", "-f", str(project / "mkdocs.yml"), "-d", str(project / "site")]
    )
    assert made.exit_code == 0, made.output
    site = project / "site"
    assert not list(site.rglob("*.xlsx"))
    (data,) = site.rglob("figures*.csv")
    assert data.read_text("utf-8").splitlines()[1:] == ["2026-01-01,4,,", "2026-02-01,5,,"]
    page = (site / "stories/a-lamp/index.html").read_text("utf-8")
    assert data.name in page
    assert "Nobody Named" not in page


def test_a_link_to_a_workbook_is_told(project):
    folder = project / "stories/2026/a-lamp"
    folder.mkdir(parents=True)
    openpyxl.Workbook().save(folder / "figures.xlsx")
    write(project, f"{FIELDS}\nSee [the figures](figures.xlsx).\n")
    assert find(project) == ["14:19 R608"]


def test_windows_line_ends_are_silent(project):
    write(project, "")
    (project / "stories/2026/a-lamp/index.md").write_bytes(FIELDS.replace("\n", "\r\n").encode())
    assert not [p for p in read_project(Project(project)).problems if p.fault.code == "F108"]


def test_today_is_the_day_where_the_site_is_at_home(monkeypatch):
    noon = int(dt.datetime(2026, 6, 30, 13, tzinfo=dt.UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(noon))
    assert today_of(None) == dt.date(2026, 6, 30)
    assert today_of(None, "Pacific/Auckland") == dt.date(2026, 7, 1)
    with pytest.raises(PluginError, match="is not a time zone"):
        today_of(None, "Middle/Earth")


@pytest.mark.parametrize(("zone", "is_refused"), [("Pacific/Auckland", False), ("UTC", True)])
def test_a_story_dated_today_in_auckland_is_an_error_elsewhere_alone(
    zone, is_refused, project, monkeypatch
):
    noon = int(dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(noon))  # half past one in the night over there
    text = FIELDS.replace("2026-05-04", "2026-11-24").replace("2026-03-02", "2026-11-24")
    write(project, text)
    settings = project / "mkdocs.yml"
    told = settings.read_text("utf-8").replace(
        "  - improvement-stories:\n", f"  - improvement-stories:\n      timezone: {zone}\n"
    )
    assert f"timezone: {zone}" in told
    settings.write_text(told, "utf-8")
    ran = CliRunner().invoke(main, ["check", "--format", "json", "-f", str(settings)])
    codes = [
        f"{p['code']} {p['line']}" for p in json.loads(ran.stdout)["problems"]
        if p["path"] == "stories/2026/a-lamp/index.md" and p["severity"] == "error"
    ]  # fmt: skip
    assert codes == (["V310 4", "V310 8"] if is_refused else [])


def test_the_dates_of_a_sheet_of_stories_have_one_order(tmp_path):
    (tmp_path / "a.csv").write_text(
        "title,date,changed_on,review_by\nA lamp,12/31/2025,03/04/2026,12/05/98\n", "utf-8"
    )
    collection = check(Project(SITE), TODAY, ()).collection
    (draft,) = read_csv(tmp_path / "a.csv", collection, Region(month_first=False, today=TODAY))
    assert [draft.fields[name] for name in ("date", "changed_on", "review_by")] == [
        "2025-12-31", "2026-03-04", "1998-12-05",
    ]  # fmt: skip
    assert "the month first: “12/31/2025” shows it" in draft.remarks[0]


def test_the_own_file_of_the_form_is_imported(project):
    (project / "sent.md").write_text(FIELDS, "utf-8")
    collection = check(Project(project), TODAY, ()).collection
    (draft,) = read_markdown(project / "sent.md", collection)
    assert draft.kind == "story"
    assert draft.fields["quick_win"] is True
    assert draft.body == "We bought a lamp."
    for path in ("a-lamp-beside-the-scales", "a-lamp-beside-the-scales-2"):
        told = CliRunner().invoke(
            main, ["import", str(project / "sent.md"), "-f", str(project / "mkdocs.yml")]
        )
        assert told.exit_code == 0, told.output
        assert f"written to stories/2026/{path}.md" in told.output
