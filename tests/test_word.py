"""The Word form: what it asks, and that all that anybody writes into it comes back."""

import datetime as dt
import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from command import SITE, run_stories
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image
from word_forms import (
    FIGURES,
    all_words,
    collection_of,
    fill,
    fill_cell,
    fill_figures,
    fill_story,
    find_controls,
    make_form,
    make_picture,
    paste_picture,
    save,
    take_controls_away,
    tick,
    write_lines,
)

from generator.intake import Draft, ask_story, write_draft
from generator.intake.decode import UnreadableError
from generator.intake.from_word import read_word
from generator.intake.from_word.blocks import Paragraph
from generator.intake.from_word.runs import Span
from generator.intake.from_word.to_markdown import write_markdown
from generator.intake.paper_form import NOT_ASKED, lay_out, list_all, list_answers
from generator.intake.steps import LAST
from generator.load.markdown import parse_markdown

pytestmark = pytest.mark.word

COLLECTION = collection_of(SITE)


def _read(document: Document, folder: Path) -> list[Draft]:
    return read_word(save(document, folder / "form.docx"), COLLECTION)


def _plain(text: str) -> str:
    """The letters and digits alone, however they were quoted, escaped or wrapped."""
    return re.sub(r"[\W_]", "", text)


# --- the form -------------------------------------------------------------------------------------


def test_the_form_asks_for_every_field_that_a_person_can_tell() -> None:
    form = make_form()
    tags = {tag.get(qn("w:val")) for tag in form.element.body.iter(qn("w:tag"))}
    text = "\n".join(node.text or "" for node in form.element.body.iter(qn("w:t")))
    asked = {q.path: q for q in list_all(ask_story(COLLECTION)) if q.step != LAST}
    assert set(asked) >= NOT_ASKED
    left_out = {path for path in asked if any(path.startswith(no) for no in NOT_ASKED)}
    pasted = {"measures.points.date", "measures.points.value", "measures.points.n"}
    for path, question in asked.items():
        if path in left_out:
            assert f"story.{path}" not in tags
        elif path not in {"image", "image.file"}:
            assert question.label in text, path
            is_cell = path in {*pasted, "measures.points.note"}
            assert question.parts or is_cell or f"story.{path}" in tags, path


def test_the_form_offers_the_words_of_the_vocabulary_and_of_the_field_table() -> None:
    form = make_form()
    for section in lay_out(ask_story(COLLECTION)):
        for question in (each for q in section.questions for each in list_answers(q)):
            if question.form == "choice":
                control = find_controls(form, question.path)[0]
                listed = [item.get(qn("w:displayText")) for item in control.iter(qn("w:listItem"))]
                assert listed == [choice.label for choice in question.choices], question.path
            if question.form == "choices":
                boxes = find_controls(form, question.path)
                words = ["".join(t.text for t in box.iter(qn("w:t"))) for box in boxes]
                for choice in question.choices:
                    assert any(each.startswith(f"☐ {choice.label}") for each in words)
            if question.form == "date" and "points" not in question.path:
                assert list(find_controls(form, question.path)[0].iter(qn("w:date")))


def test_the_form_is_one_that_word_can_open() -> None:
    form = make_form()
    numbers = [each.get(qn("w:val")) for each in form.element.body.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) > 80
    order = ["alias", "tag", "id", "showingPlcHdr"]
    for properties in form.element.body.iter(qn("w:sdtPr")):
        names = [child.tag.rpartition("}")[2] for child in properties]
        assert [name for name in names if name in order] == [n for n in order if n in names]
        assert all(
            len(t.get(qn("w:val"))) <= 64
            for t in properties
            if t.tag != qn("w:id") and len(t) == 0 and t.get(qn("w:val"))
        )
    for cell in form.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
    page = form.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert form.core_properties.language == "en-GB"
    headings = [p.text for p in form.paragraphs if p.style.name == "Heading 1"]
    assert len(headings) >= 9


def test_the_form_says_what_must_not_be_written_and_what_consent_means() -> None:
    form = make_form()
    text = "\n".join(node.text or "" for node in form.element.body.iter(qn("w:t")))
    assert "20 minutes" in text
    assert "hospital number" in text
    assert "change their mind" in text
    assert "`" not in text


def test_an_empty_form_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="Nothing is filled in yet"):
        _read(make_form(), tmp_path)
    stripped = make_form()
    take_controls_away(stripped)
    with pytest.raises(UnreadableError, match="Nothing is filled in yet"):
        _read(stripped, tmp_path)


# --- there and back -------------------------------------------------------------------------------


def test_a_form_made_and_imported_by_the_command_passes_the_check_and_builds(
    lone_project: Path,
) -> None:
    shutil.rmtree(lone_project / "stories/2026/a-quiet-room")  # which links to what is not here
    made = run_stories("new", "story", "--word", "form.docx", cwd=lone_project)
    assert made.returncode == 0, made.stderr
    form = docx.Document(str(lone_project / "form.docx"))
    fill_story(form)
    form.save(str(lone_project / "form.docx"))
    run = run_stories("import", "form.docx", cwd=lone_project)
    assert run.returncode == 0, run.stderr
    folder = lone_project / "stories/2026/the-chair-beside-the-lift"
    assert "could not be placed" not in run.stdout
    assert sorted(each.name for each in folder.rglob("*.*")) == [
        "index.md",
        "people-who-stood-while-they-waited.csv",
        "picture-1.jpg",
        "put-a-chair-beside-the-lift.md",
    ]
    matter = yaml.safe_load((folder / "index.md").read_text().split("---")[1])
    assert matter["setting"] == "outpatients"
    assert matter["domains"] == ["surroundings"]
    assert matter["changed_on"] == dt.date(2026, 6, 1)
    assert matter["voices"][0]["consent"]["scope"] == ["website", "print"]
    figures = (folder / "people-who-stood-while-they-waited.csv").read_text().splitlines()
    assert figures[:2] == ["date,value,n,note", "2026-01-01,64,14,"]
    assert len(figures) == 1 + len(FIGURES)
    checked = run_stories("check", str(folder), cwd=lone_project)
    assert checked.returncode == 0, checked.stdout
    assert "error" not in checked.stdout
    built = run_stories("build", cwd=lone_project)
    assert built.returncode == 0, built.stderr
    page = (lone_project / "site/stories/the-chair-beside-the-lift/index.html").read_text()
    assert "fire extinguisher" in page
    assert "A wooden chair beside the doors of a lift" in page


def test_a_form_whose_controls_a_program_took_away_says_the_same(tmp_path: Path) -> None:
    form = make_form()
    fill_story(form)
    whole = _read(form, tmp_path)
    take_controls_away(form)
    assert not list(form.element.body.iter(qn("w:sdt")))
    assert _read(form, tmp_path) == whole
    assert whole[0].left == ()


def test_without_the_labels_the_controls_alone_say_where_an_answer_belongs(tmp_path: Path) -> None:
    form = make_form()
    fill(form, "aim", "That nobody stands.")
    fill(form, "voices.quote", "I lean on the wall.", "I take the stairs.")
    fill(form, "voices.said_by", "Ruth", "A porter")
    labels = {q.label for q in list_all(ask_story(COLLECTION))}
    for paragraph in list(form.element.body.iter(qn("w:p"))):
        if "".join(t.text or "" for t in paragraph.iter(qn("w:t"))) in labels:
            for run in paragraph.findall(qn("w:r")):
                paragraph.remove(run)
    story = _read(form, tmp_path)[0]
    assert story.fields["aim"] == "That nobody stands."
    assert [voice["said_by"] for voice in story.fields["voices"]] == ["Ruth", "A porter"]
    assert story.left == ()


def test_an_answer_behind_its_label_on_the_same_line_is_an_answer(tmp_path: Path) -> None:
    form = docx.Document()
    for line in (
        "What is the title of your story? The chair beside the lift",
        "WHERE DID IT HAPPEN? ",
        "emergency and admissions",
        "What did you hope for:",
        "That nobody stands.",
        "Which condition or path of care?",
        "colorectal",
        "When did you write this?",
        "Monday, 26th October 2026",
    ):
        form.add_paragraph(line)
    story = _read(form, tmp_path)[0]
    assert story.fields == {
        "title": "The chair beside the lift",
        "setting": "emergency",
        "aim": "That nobody stands.",
        "pathway": "bowel",
        "date": "2026-10-26",
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3 March 2026", "2026-03-03"),
        ("03/03/2026", "2026-03-03"),
        ("4/3/26", "2026-03-04"),
        ("3rd of March 2026", "2026-03-03"),
        ("2026-03-04", "2026-03-04"),
        ("some time in spring", "some time in spring"),
    ],
)
def test_days_are_read_as_people_in_britain_write_them(
    written: str, read: str, tmp_path: Path
) -> None:
    form = make_form()
    fill(form, "changed_on", written)
    assert _read(form, tmp_path)[0].fields["changed_on"] == read


def test_rows_that_were_moved_deleted_and_copied_are_understood(tmp_path: Path) -> None:
    form = make_form()
    fill(form, "voices.quote", "I lean on the wall.", "I take the stairs.")
    fill(form, "voices.role", "a patient", "a member of staff")
    cards = [table for table in form.tables if table.rows[0].cells[0].text == "Who is speaking?"]
    first, second = (card._tbl for card in cards)
    rows = first.findall(qn("w:tr"))
    first.append(rows[0])  # who is speaking, moved to the end
    second.remove(second.findall(qn("w:tr"))[3])  # how far the name gives them away
    third = parse_xml(second.xml)
    second.getparent().append(third)
    form.element.body.append(form.element.body.sectPr)
    voices = _read(form, tmp_path)[0].fields["voices"]
    assert [(voice["role"], voice["quote"]) for voice in voices] == [
        ("patient", "I lean on the wall."),
        ("staff", "I take the stairs."),
        ("staff", "I take the stairs."),
    ]


def test_figures_pasted_from_a_spreadsheet_are_data(tmp_path: Path) -> None:
    form = make_form()
    fill(form, "measures.title", "Waits")
    fill(form, "measures.unit", "minutes")
    fill_figures(
        form,
        [
            ("Mar-26", "1,204", "", "Strike, two days"),
            ("1 Feb 2026", "12 minutes", "8", ""),
            ("05/04/2026", "about ten", "7", ""),
        ],
    )
    story = _read(form, tmp_path)[0]
    assert story.fields["measures"] == [{"title": "Waits", "unit": "minutes", "file": "waits.csv"}]
    assert story.files["waits.csv"].decode() == (
        "date,value,n,note\n"
        "2026-02-01,12,8,\n"
        '2026-03-01,1204,,"Strike, two days"\n'
        "2026-04-05,about ten,7,\n"
    )


def test_a_second_measure_has_figures_of_its_own(tmp_path: Path) -> None:
    form = make_form()
    fill(form, "measures.title", "Waits")
    fill_figures(form, [("1 March 2026", "12")])
    figures = next(t for t in form.tables if t.rows[0].cells[0].text == "Date")._tbl
    card = figures.getprevious()
    while card.tag != qn("w:tbl"):
        card = card.getprevious()
    copies = [parse_xml(card.xml), OxmlElement("w:p"), parse_xml(figures.xml)]
    for node in reversed(copies):
        figures.addnext(node)
    copy = docx.Document(str(save(form, tmp_path / "copied.docx")))
    fill(copy, "measures.title", "Waits", "Falls")
    story = _read(copy, tmp_path)[0]
    assert [(m["title"], m["file"]) for m in story.fields["measures"]] == [
        ("Waits", "waits.csv"),
        ("Falls", "falls.csv"),
    ]
    assert story.files["falls.csv"] == b"date,value,n,note\n2026-03-01,12,,\n"


def test_boxes_are_ticked_in_many_ways(tmp_path: Path) -> None:
    form = make_form()
    tick(form, "domains", "Naming")
    tick(form, "strategic_links", "Safety")
    assert _read(form, tmp_path)[0].fields == {
        "domains": ["naming"],
        "strategic_links": ["safety"],
    }
    take_controls_away(form)
    for paragraph in form.paragraphs:
        for run in paragraph.runs:
            if run.text.startswith(" Naming"):
                run.text += " but also private communication"
            if run.text.startswith(" Managing"):
                run.text = " the canteen"
    story = _read(form, tmp_path)[0]
    assert story.fields["domains"] == ["naming"]
    told = " ".join(story.left)
    assert "but also private communication" in told
    assert "the canteen" in told


# --- how people write -----------------------------------------------------------------------------


def _tell(form: Document) -> list:
    return write_lines(form, "body.done", "First.", "", "", "", "", "")[1:]


def test_headings_lists_links_and_looks_become_markdown(tmp_path: Path) -> None:
    form = make_form()
    heading, bullet, number, smart, last = _tell(form)
    heading.style, heading.text = "Heading 2", "On the stairs"
    bullet.style, bullet.text = "List Bullet", "A chair"
    number.style, number.text = "List Number", "A lift"
    smart.text = "•\tA “typed” bullet"
    last.add_run("We were ")
    last.add_run("very").bold = True
    last.add_run(" tired, and ")
    last.add_run("so ").italic = True
    last.add_run("was *Peggy*. See ")
    key = form.part.relate_to(
        "https://example.org/a_b?c=1",
        docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK,
        is_external=True,
    )
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    )
    last._p.append(link)
    assert _read(form, tmp_path)[0].body == (
        "First.\n\n#### On the stairs\n\n- A chair\n1. A lift\n- A “typed” bullet\n\n"
        r"We were **very** tired, and *so* was \*Peggy\*. See [here](<https://example.org/a_b?c=1>)"
    )


def test_tracked_changes_count_as_their_author_left_them(tmp_path: Path) -> None:
    form = make_form()
    paragraph = _tell(form)[0]
    marks = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
    for xml in (
        f"<w:ins {nsdecls('w')} {marks}><w:r><w:t>A new chair</w:t></w:r></w:ins>",
        f"<w:del {nsdecls('w')} {marks}><w:r><w:delText>An old sofa</w:delText></w:r></w:del>",
        f"<w:moveTo {nsdecls('w')} {marks}><w:r><w:t> stands there</w:t></w:r></w:moveTo>",
        f"<w:moveFrom {nsdecls('w')} {marks}><w:r><w:t>nowhere</w:t></w:r></w:moveFrom>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert _read(form, tmp_path)[0].body == "First.\n\nA new chair stands there"


_BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" {nsdecls("w")}>'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In a box</w:t>'
    "</w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
)


def test_what_stands_beside_the_text_is_kept_once(tmp_path: Path) -> None:
    form = make_form()
    paragraph = _tell(form)[0]
    paragraph.add_run()._r.append(parse_xml(_BOX))
    form.add_comment(paragraph.add_run("Second."), "Is this true?", author="B", initials="B")
    form.sections[0].header.paragraphs[0].text = "Ward 7, draft"
    form.sections[0].footer.paragraphs[0].add_run(" to be signed off")
    form.sections[0].footer.add_paragraph("Ask Gwen")
    story = _read(form, tmp_path)[0]
    assert story.body == "First.\n\nSecond."
    assert sorted(story.left) == [
        "A comment in the margin: Is this true?",
        "At the foot of the page: Tell your story · Test Stories Page 1 to be signed off Ask Gwen",
        "At the head of the page: Ward 7, draft",
        "In a text box: In a box",
    ]


def test_paragraphs_and_tables_that_belong_nowhere_are_left(tmp_path: Path) -> None:
    form = make_form()
    form.paragraphs[0].insert_paragraph_before("Dear Gwen, here is ours")
    fill(form, "rest", "The chair was a gift.")
    title = next(p for p in form.paragraphs if p.text == "Voices")
    table = form.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Monday", "closed"
    title._p.addnext(table._tbl)
    story = _read(form, tmp_path)[0]
    assert set(story.left) == {
        "Dear Gwen, here is ours",
        "Monday | closed",
        "The chair was a gift.",
    }


def test_a_table_in_the_text_stays_a_table(tmp_path: Path) -> None:
    form = make_form()
    paragraph = _tell(form)[0]
    table = form.add_table(2, 2)
    for cell, text in zip(table._cells, ("Who", "When", "Two porters", "at 7 | 8"), strict=True):
        cell.text = text
    paragraph._p.addnext(table._tbl)
    assert r"| Who | When |" in (body := _read(form, tmp_path)[0].body)
    assert "| Two porters | at 7 \\| 8 |" in body


def test_a_document_that_is_not_the_form_becomes_a_story(tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_heading("The chair beside the lift", 0)
    letter.add_paragraph("It stood in the store.")
    letter.add_heading("What we did", 1)
    letter.add_paragraph("We carried it up.")
    (story,) = _read(letter, tmp_path)
    assert story.fields == {"title": "The chair beside the lift"}
    assert story.body == "It stood in the store.\n\n## What we did\n\nWe carried it up."


# --- pictures -------------------------------------------------------------------------------------


def test_pictures_come_along_without_what_the_camera_wrote(tmp_path: Path) -> None:
    form = make_form()
    paste_picture(form, "image.file", make_picture("JPEG", (3000, 20)), alt="A chair")
    inside = _tell(form)[0]
    inside.add_run("Look:")
    inside.add_run().add_picture(io.BytesIO(make_picture("PNG", (30, 20))))
    story = _read(form, tmp_path)[0]
    assert story.body == "First.\n\nLook:\n\n![](picture-1.png)"
    assert story.fields["image"] == {"file": "picture-2.jpg", "alt": "A chair"}
    with Image.open(io.BytesIO(story.files["picture-2.jpg"])) as picture:
        assert picture.width == 2000
        assert not picture.getexif()
    assert b"A camera" not in story.files["picture-2.jpg"]


def test_a_picture_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    form = make_form()
    paste_picture(form, "image.file", make_picture())
    fill(form, "image.alt", "A chair")
    path = save(form, tmp_path / "form.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "spoilt.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"spoilt" if name.startswith("word/media/") else old.read(name))
    story = read_word(tmp_path / "spoilt.docx", COLLECTION)[0]
    assert not story.files
    told = " ".join(story.left)
    assert "image1.png" in told
    assert "A chair" in told


def test_a_picture_that_lies_elsewhere_is_never_fetched(tmp_path: Path) -> None:
    form = make_form()
    paste_picture(form, "image.file", make_picture())
    for relation in form.part.rels.values():
        if relation.reltype.endswith("/image"):
            relation._is_external, relation._target = True, "file:///etc/passwd"
    story = _read(form, tmp_path)[0]
    assert not story.files
    assert "A picture that is not in the document itself: file:///etc/passwd" in story.left[0]


# --- nothing is lost ------------------------------------------------------------------------------

_LETTERS = st.characters(
    max_codepoint=0xFFFF, exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]
)
_TEXT = st.text(_LETTERS, min_size=1, max_size=60).map(lambda text: " ".join(f"xq {text}".split()))
_PATHS = sorted(
    each.path
    for section in lay_out(ask_story(COLLECTION))
    for question in section.questions
    for each in list_answers(question)
    if each.form not in {"choices", "picture"}
    and "points" not in each.path
    and "actions.body" not in each.path
)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(
    typed=st.dictionaries(st.sampled_from(_PATHS), _TEXT, min_size=1, max_size=12),
    cells=st.lists(_TEXT, max_size=4),
    loose=st.lists(_TEXT, max_size=3),
    beside=_TEXT,
    is_stripped=st.booleans(),
)
def test_all_that_is_typed_anywhere_is_in_what_is_written(  # noqa: PLR0913, PLR0917
    typed: dict[str, str],
    cells: list[str],
    loose: list[str],
    beside: str,
    is_stripped: bool,
    tmp_path: Path,
) -> None:
    form = make_form()
    for path, text in typed.items():
        fill(form, path, text)
    if cells:
        fill_figures(form, [tuple(cells)])
        fill_cell(form, "What was done, and what happened?", *cells)
    for number, text in enumerate(loose):
        form.paragraphs[7 * number].insert_paragraph_before(text)
    form.sections[0].header.paragraphs[0].text = beside
    form.add_comment(form.paragraphs[0].runs or form.paragraphs[0].add_run("x"), beside)
    if is_stripped:
        take_controls_away(form)
    drafts = _read(form, tmp_path)
    written = "".join(_plain(write_draft(draft)) for draft in drafts)
    written += "".join(
        _plain(c.decode()) for d in drafts for n, c in d.files.items() if n.endswith(".csv")
    )
    told = _plain(" ".join(all_words(drafts)))
    for text in (*typed.values(), *cells, *loose, beside):
        assert _plain(text) in told, text
        assert _plain(text) in written, text


_PROSE = st.text(
    st.one_of(st.sampled_from("*_`[]()<>#&!|~\\-+=.1 \"'’aé"), _LETTERS), min_size=1, max_size=40
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_PROSE, st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_what_was_typed_is_what_a_reader_sees(spans: list[tuple[str, bool, bool]]) -> None:
    paragraph = Paragraph(tuple(Span(f"a{text}", bold, italic) for text, bold, italic in spans))
    tokens = parse_markdown(write_markdown([paragraph], top=2))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join(
        child.content for child in tokens[1].children if child.type in {"text", "text_special"}
    )
    assert shown.split() == paragraph.text.split()
