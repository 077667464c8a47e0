"""The form as a Word document: the questions of a record, ready to be filled in at a desk.

Each place for an answer is a content control, whose tag names the question. Values come in, bytes
go out.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from generator.intake import Question
from generator.intake.paper_form import (
    INTRODUCTIONS,
    TITLES,
    Section,
    has_columns,
    lay_out,
    say_hint,
)
from generator.intake.word_form.controls import Controls
from generator.intake.word_form.styles import ANSWER, FOOT, HINT, LEAD, QUESTION, dress, set_styles
from generator.intake.word_form.tables import add_card, add_rows
from generator.model.logo import Logo
from generator.model.palette import Palette

# How many empty tables there are of each kind; more are made by copying.
_CARDS = {"voices": 2, "actions": 2}
_ROWS = {"measures.points": 12}
_FEW_ROWS = 3
_LONGEST_NAME = 80
_LOGO = Cm(1)
_PLAIN = Palette()
_MADE = dt.datetime(2026, 1, 1)  # noqa: DTZ001 (the library would write 2013)


def write_word_form(
    questions: Sequence[Question],
    name: str,
    palette: Palette = _PLAIN,
    kind: str = "story",
    logo: Logo | None = None,
) -> bytes:
    """Write the form for a story or an update on the site called `name`, as the site looks.

    That is in its colours and with its logo. The same questions give the same bytes.
    """
    title = TITLES[kind]
    document = docx.Document()
    _clear(document)
    set_styles(document, palette)
    _write_foot(document, f"{title} · {_shorten(name)}")
    if logo:
        _write_head(document, name, logo)
    controls = Controls(kind)
    document.add_paragraph(title, style="Title")
    for text in INTRODUCTIONS[kind]:
        dress(document.add_paragraph(text), LEAD)
    for section in lay_out(questions, kind):
        _write_section(document, controls, section, palette)
    properties = document.core_properties
    properties.title, properties.language = title, "en-GB"
    properties.author = properties.comments = ""
    properties.created = properties.modified = _MADE
    content = io.BytesIO()
    document.save(content)
    return _fold_again(content)


def _clear(document: Document) -> None:
    """Empty the library's own template, and take the hundred styles of tables from it."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for style in [*document.styles]:
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _fold_again(content: io.BytesIO) -> bytes:
    """Fold a document without the time at which it was folded."""
    again = io.BytesIO()
    with zipfile.ZipFile(content) as first, zipfile.ZipFile(again, "w") as second:
        for part in first.infolist():
            plain = zipfile.ZipInfo(part.filename)
            second.writestr(plain, first.read(part), zipfile.ZIP_DEFLATED)
    return again.getvalue()


def _write_section(
    document: Document, controls: Controls, section: Section, palette: Palette
) -> None:
    document.add_heading(section.title, level=1)
    dress(document.add_paragraph(section.about), HINT)
    for question in section.questions:
        dress(document.add_paragraph(question.label), QUESTION)
        if hint := say_hint(question):
            dress(document.add_paragraph(hint), HINT)
        _write_answer(document, controls, question, palette)


def _write_answer(
    document: Document, controls: Controls, question: Question, palette: Palette
) -> None:
    if has_columns(question):
        add_rows(document, controls, question, _ROWS.get(question.path, _FEW_ROWS), palette)
    elif question.parts:
        for _ in range(_CARDS.get(question.path, 1)):
            add_card(document, controls, question, palette)
            for part in question.parts:
                if has_columns(part):
                    dress(document.add_paragraph(part.label), QUESTION)
                    add_rows(document, controls, part, _ROWS.get(part.path, _FEW_ROWS), palette)
    elif question.form == "choices":
        for paragraph in controls.make_boxes(question):
            document.element.body.insert(-1, paragraph)
            dress(Paragraph(paragraph, document), ANSWER)
    elif question.form in {"body", "text", "lines", "dates"}:
        document.element.body.insert(-1, controls.make_large(question, document.styles[ANSWER]))
    else:
        controls.fill(dress(document.add_paragraph(), ANSWER), question)


def _write_head(document: Document, name: str, logo: Logo) -> None:
    """Show the logo at the head of each page, where reading a form back looks for no picture."""
    section = document.sections[0]
    section.header_distance = Cm(0.8)
    head = section.header.paragraphs[0]
    picture = head.add_run().add_picture(io.BytesIO(logo.png), height=_LOGO)
    picture._inline.docPr.set("descr", _shorten(name))  # noqa: SLF001 (the library has no word)


def _shorten(name: str) -> str:
    shown = "".join(sign for sign in name if sign.isprintable()).strip()
    return shown[:_LONGEST_NAME] or "Stories"


def _write_foot(document: Document, words: str) -> None:
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles[FOOT]
    foot.add_run(f"{words}\tPage ")
    for kind, code in (("begin", ""), ("", " PAGE "), ("separate", ""), ("end", "")):
        run = foot.add_run()
        if kind:
            edge = OxmlElement("w:fldChar")
            edge.set(qn("w:fldCharType"), kind)
        else:
            edge = OxmlElement("w:instrText")
            edge.set(qn("xml:space"), "preserve")
            edge.text = code
        run._r.append(edge)  # noqa: SLF001 (the library has no word for fields)
        if kind == "separate":
            foot.add_run("1")
