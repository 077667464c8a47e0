"""What has happened since, told in Word or in an issue: each form is made of the same questions."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
import word_forms
import yaml
from command import ROOT, SITE, run_stories
from docx.document import Document
from small_project import TODAY, make_project
from test_import import bring
from word_forms import collection_of, fill, fill_figures, save, take_controls_away, write_lines

from generator.intake import ask_story, ask_update, steps_of
from generator.intake.decode import UnreadableError
from generator.intake.from_word import read_word
from generator.intake.issue_form import tell_issue_form
from generator.intake.word_form import write_word_form
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.mkdocs_plugin.check_site import check_site, describe_site

pytestmark = pytest.mark.word

COLLECTION = collection_of(SITE)
STORY = COLLECTION.story_by_slug["a-quiet-room"]
MEASURE = STORY.measures[0]
FORM = ROOT / ".github/ISSUE_TEMPLATE/update.yml"
DAY = "2026-11-20"


@pytest.fixture
def project(lone_project: Path) -> Path:
    """A small project of the fixture's parts."""
    return lone_project


def make_form() -> Document:
    content = write_word_form(ask_update(COLLECTION), "Test Stories", kind="update")
    return docx.Document(io.BytesIO(content))


def fill_form(document: Document, story: str = STORY.title, measure: str = MEASURE.title) -> None:
    fill(document, "story", story)
    fill(document, "date", "20 November 2026")
    fill(document, "status", "sustained: still so a year later")
    write_lines(document, "body.done", "Still so.", "The chairs were moved.")
    if measure:
        fill(document, "measures.measure", measure)
    fill_figures(document, [("1 September 2026", "91"), ("2026-10-01", "93", "60", "half-term")])


def read_update(project: Path) -> str:
    (file,) = project.glob("stories/2026/a-quiet-room/updates/*.md")
    assert file.name.startswith(f"{DAY}-a-quiet-room-")
    return file.read_text(encoding="utf-8")


def check_told(text: str) -> None:
    matter = read_front_matter(text, "update.md")
    assert isinstance(matter, FrontMatter)
    points = [
        {"date": "2026-09-01", "value": "91"},
        {"date": "2026-10-01", "value": "93", "n": "60", "note": "half-term"},
    ]
    assert matter.fields == {
        "story": "a-quiet-room",
        "date": DAY,
        "status": "sustained",
        "measures": [{"measure": MEASURE.title, "points": points}],
    }
    assert matter.body == "Still so.\n\nThe chairs were moved."


@pytest.mark.parametrize("is_plain", [False, True], ids=["Word", "a program that drops controls"])
def test_a_filled_form_is_an_update_of_its_story(project: Path, is_plain: bool) -> None:
    document = make_form()
    fill_form(document)
    if is_plain:
        take_controls_away(document)
    save(document, project / "since.docx")
    made = bring(project, "since.docx")
    assert made.exit_code == 0, made.output
    assert "could not be placed" not in made.output
    check_told(read_update(project))
    again = bring(project, "since.docx")
    assert again.exit_code == 1  # the same words again are no other update
    assert len(list(project.rglob("updates/*.md"))) == 1


@pytest.mark.parametrize(
    "named",
    [
        "a-quiet-room",
        "https://stories.example/stories/a-quiet-room/",
        "stories/2026/a-quiet-room/index.md",
        f"  {STORY.title.upper()} ",
    ],
)
def test_a_story_is_named_as_people_name_it(tmp_path: Path, named: str) -> None:
    document = make_form()
    fill_form(document, named, measure="")
    (draft,) = read_word(save(document, tmp_path / "a.docx"), COLLECTION)
    assert draft.kind == "update"
    assert draft.fields["story"] == "a-quiet-room"


def test_an_action_is_named_as_one_and_an_unknown_story_stays_as_it_was_written(
    tmp_path: Path,
) -> None:
    document = make_form()
    fill_form(document, "Move the desk", measure="")
    (draft,) = read_word(save(document, tmp_path / "a.docx"), COLLECTION)
    assert draft.fields["action"] == "move-the-desk"
    assert "story" not in draft.fields
    document = make_form()
    fill_form(document, "Something nobody told", "Something nobody counted")
    (draft,) = read_word(save(document, tmp_path / "a.docx"), COLLECTION)
    assert draft.fields["story"] == "Something nobody told"
    measures = draft.fields["measures"]
    assert isinstance(measures, list)
    assert measures[0]["measure"] == "Something nobody counted"


def test_an_empty_form_is_told_to_be_empty_and_a_form_for_a_story_is_still_one(
    tmp_path: Path,
) -> None:
    with pytest.raises(UnreadableError, match="Nothing is filled in yet"):
        read_word(save(make_form(), tmp_path / "a.docx"), COLLECTION)
    other = word_forms.make_form()
    word_forms.fill_story(other)
    story, *_ = read_word(save(other, tmp_path / "b.docx"), COLLECTION)
    assert story.kind == "story"


ISSUE = f"""\
### Which story does it go on with?

{STORY.title}

### On which day do you write this?

20/11/2026

### How does it stand now?

sustained: still so a year later

### What has happened since?

Still so.

The chairs were moved.

### Which language is it in, if not in the site's?

_No response_

### What was counted since?

- Which measure? {MEASURE.title}
- The new values:
1 September 2026, 91
2026-10-01, 93, 60, half-term

### Before you send it

- [x] Everybody who is quoted has agreed to it, on a form that we keep
- [x] No patient can be recognised: no full names, no numbers, no exact dates of care
"""


def test_an_issue_that_was_written_with_the_form_is_an_update(project: Path) -> None:
    (project / "issue.txt").write_text(ISSUE, encoding="utf-8")
    made = bring(project, "issue.txt")
    assert made.exit_code == 0, made.output
    check_told(read_update(project))


def test_an_issue_says_in_which_language_it_is(project: Path) -> None:
    asked = "if not in the site's?\n\n"
    told = ISSUE.replace(f"{asked}_No response_", f"{asked}cy")
    (project / "issue.txt").write_text(told, encoding="utf-8")
    assert bring(project, "issue.txt").exit_code == 0
    assert "\nlanguage: cy\n" in read_update(project)


def test_the_headings_of_the_issue_are_those_of_the_form() -> None:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    labels = [each["attributes"].get("label") for each in form["body"]]
    headings = re.findall("^### (.*)$", ISSUE, re.MULTILINE)
    assert [label for label in labels if label] == headings
    (prompts,) = (e["attributes"]["value"] for e in form["body"] if e.get("id") == "measures")
    assert prompts == "- Which measure?\n- The new values:\n"


def test_what_is_missing_in_an_issue_is_asked_for(project: Path) -> None:
    (project / "issue.txt").write_text(ISSUE.replace(STORY.title, "_No response_"), "utf-8")
    made = bring(project, "issue.txt")
    assert made.exit_code == 1
    assert "These questions still wait for an answer:" in made.output
    assert "- Which story does it go on with?" in made.output


def test_the_issue_form_is_the_one_that_the_field_table_makes() -> None:
    _, checked = check_site(str(ROOT / "mkdocs.yml"), None)
    made = tell_issue_form(ask_update(checked.collection), steps_of("update"), "update")
    assert FORM.read_text(encoding="utf-8") == made, "stale: make fix renews it"


def read_words(form: bytes) -> str:
    """Read a form's whole text and marks; a site sets its apostrophes."""
    with zipfile.ZipFile(io.BytesIO(form)) as folded:
        return folded.read("word/document.xml").decode("utf-8").replace("’", "'")


@pytest.mark.site
def test_the_site_hands_out_both_forms_with_the_questions_that_it_asks_now(
    tmp_path: Path,
) -> None:
    root = make_project(tmp_path / "site")
    forms = {"story": ask_story, "update": ask_update}

    def build() -> dict[str, bytes]:
        run = run_stories("build", "--today", TODAY, cwd=root)
        assert run.returncode == 0, run.stdout + run.stderr
        return {kind: (root / f"site/tell/{kind}.docx").read_bytes() for kind in forms}

    web, _ = describe_site(str(root / "mkdocs.yml"))
    first = build()
    for kind, ask in forms.items():
        asked = ask(collection_of(root))
        made = write_word_form(asked, web.name, web.palette, kind, web.logo)
        assert read_words(first[kind]) == read_words(made)
    domain = root / "domains/naming.md"
    text = domain.read_text(encoding="utf-8")
    domain.write_text(re.sub("^title: .*$", "title: Being called", text, flags=re.MULTILINE))
    second = build()
    assert "Being called" not in read_words(first["story"])
    assert "Being called" in read_words(second["story"])
    assert second["update"] == first["update"]
    page = (root / "site/tell/index.html").read_text(encoding="utf-8")
    assert 'href="story.docx" download' in page
    assert 'href="../update.docx" download' in (root / "site/tell/since/index.html").read_text()
