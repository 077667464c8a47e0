"""What Word says by looks and marks alone keeps its meaning in a draft."""

import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from unicodedata import normalize

import docx
import pytest
from deep import DEEP
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from test_word_generated import Maker, write_docx

from generator.collection.link import link
from generator.intake import write_draft
from generator.intake.from_word import read_word
from generator.intake.from_word.form_answers import _MARK
from generator.intake.paper_form import PROMPTS, find_prompt

pytestmark = pytest.mark.word


def read(document: docx.document.Document, folder: Path) -> str:
    document.save(str(folder / "a.docx"))
    (draft, *_) = read_word(folder / "a.docx", link())
    return write_draft(draft)


def begin(title: str = "How we counted the beds") -> docx.document.Document:
    document = docx.Document()
    document.add_paragraph(title)
    return document


def mark(paragraph: Paragraph, *names: str) -> None:
    """Put an element into the properties of a paragraph's mark."""
    node = paragraph._p.get_or_add_pPr()
    for name in names:
        inner = OxmlElement(name)
        node.append(inner)
        node = inner


def test_raised_and_lowered_letters_are_so_in_the_draft(tmp_path):
    document = begin()
    paragraph = document.add_paragraph("10")
    paragraph.add_run("-3").font.superscript = True
    paragraph.add_run(" of H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O on the 5")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(" of May, x")
    paragraph.add_run("β").font.superscript = True
    assert "10⁻³ of H₂O on the 5th of May, x^(β)" in read(document, tmp_path)


def test_a_numbered_list_goes_on_after_a_paragraph_and_a_deeper_one_begins_anew(tmp_path):
    document = begin()
    for text, style in (
        ("Ask", "List Number"), ("who", "List Number 2"), ("Look", "List Number"),
        ("It took a week.", "Normal"), ("Tell", "List Number"), ("whom", "List Number 2"),
    ):  # fmt: skip
        document.add_paragraph(text, style)
    told = read(document, tmp_path)
    for line in ("1. Ask", "2. Look", "3. Tell"):
        assert f"\n{line}\n" in told


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next(tmp_path):
    document = begin()
    mark(document.add_paragraph("We moved the "), "w:rPr", "w:del")
    document.add_paragraph("desk.")
    assert "We moved the desk." in read(document, tmp_path)


def test_a_deleted_cell_is_left_out(tmp_path):
    document = begin()
    table = document.add_table(2, 2)
    for at, cell in enumerate(each for row in table.rows for each in row.cells):
        cell.text = f"cell {at}"
    gone = OxmlElement("w:cellDel")
    table.rows[1].cells[1]._tc.get_or_add_tcPr().append(gone)
    told = read(document, tmp_path)
    assert "| cell 2 |  |" in told
    assert "cell 3" not in told


def test_merged_cells_keep_their_columns(tmp_path):
    document = begin()
    table = document.add_table(3, 3)
    for row, words in zip(
        table.rows, ("Ward Before After", "North 12 4", "South - 7"), strict=True
    ):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(2, 0).merge(table.cell(2, 1)).text = "South, not counted"
    told = read(document, tmp_path)
    assert "| North | 12 | 4 |" in told
    assert "| South, not counted |  | 7 |" in told


def test_lines_in_columns_are_a_table_and_a_single_one_is_none(tmp_path):
    document = begin()
    for line in ("Ward\tBefore\tAfter", "North\t12\t4", "That was all."):
        document.add_paragraph(line)
    document.add_paragraph("One\ttab")
    told = read(document, tmp_path)
    assert "| Ward | Before | After |\n| --- | --- | --- |\n| North | 12 | 4 |" in told
    assert "One tab" in told


@pytest.mark.parametrize(
    "text", ["x Ward", "X  Ward", "[x] Ward", "[ X ] Ward", "☐ x Ward", "☒ Ward"]
)
def test_an_x_before_a_label_is_a_tick(text):
    found = _MARK.match(text)
    assert found
    assert found[1]
    assert text[found.end() :] == "Ward"


@pytest.mark.parametrize("text", ["☐ Ward", "[ ] Ward"])
def test_an_empty_box_is_none(text):
    found = _MARK.match(text)
    assert found
    assert found[2]


@pytest.mark.parametrize("prompt", PROMPTS.values())
def test_a_prompt_is_found_before_and_behind_an_answer(prompt):
    for text in (f"{prompt}. We moved the desk", f"We moved the desk {prompt}"):
        start, end = find_prompt(text)
        assert (text[:start] + text[end:]).strip() == "We moved the desk"
    assert find_prompt("Writers here agreed, and told it hereabouts") == (0, 0)


def list_saved(file: Path) -> str:
    """List all that stands in the parts of a document, without its marks."""
    with zipfile.ZipFile(file) as folded:
        parts = [folded.read(name).decode() for name in folded.namelist() if "media" not in name]
    return "\n".join((*(re.sub(r"<[^>]*>", "", part) for part in parts), *parts))


@pytest.mark.deep
@pytest.mark.skipif(not DEEP, reason="twenty round trips through LibreOffice take minutes")
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", range(20))
def test_a_document_that_libreoffice_saved_says_the_same(seed, tmp_path):
    maker = Maker(random.Random(seed))
    write_docx(maker, tmp_path / "a.docx")
    for form, name in (("odt", "a.docx"), ("docx", "a.odt")):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", tmp_path / form, tmp_path / name],
            check=True, capture_output=True,
        )  # fmt: skip
        shutil.move(tmp_path / form / f"a.{form}", tmp_path / f"a.{form}")
    drafts = read_word(tmp_path / "a.docx", link())
    told = "\n".join((*map(write_draft, drafts), *(r for d in drafts for r in d.remarks)))
    saved = list_saved(tmp_path / "a.docx")  # LibreOffice itself loses a note in a table's cell
    expected = [each for each in (*maker.words, *maker.links) if normalize("NFKC", each) in saved]
    assert len(expected) > 0.9 * len([*maker.words, *maker.links])
    assert not [each for each in expected if each not in told]
    assert not [word for word in maker.gone if word in told]
    assert len(drafts[0].files) == maker.pictures
