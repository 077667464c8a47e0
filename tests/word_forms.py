"""Word forms, filled in as people and programs do it: through the controls, or without them."""

import datetime as dt
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
from command import SITE
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from PIL import Image

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.intake import ask_story
from generator.intake.word_form import write_word_form

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@cache
def collection_of(root: Path) -> Collection:
    return check(Project(root), dt.date(2026, 11, 23), ()).collection


@cache
def _sample_form() -> bytes:
    return write_word_form(ask_story(collection_of(SITE)), "Test Stories")


def make_form() -> Document:
    return docx.Document(io.BytesIO(_sample_form()))


def find_controls(document: Document, path: str) -> list:
    """The outermost controls of a question, in the order of the document."""
    found = document.element.body.iter(qn("w:sdt"))
    return [each for each in found if _tag(each).partition(".")[2] == path and not _is_box(each)]


def _tag(control) -> str:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return tag.get(qn("w:val")) if tag is not None else ""


def _is_box(control) -> bool:
    return control.find(f"{qn('w:sdtPr')}/{W14}checkbox") is not None


def fill(document: Document, path: str, *texts: str) -> None:
    """Type into the controls of a question, the first text into the first control."""
    controls = find_controls(document, path)
    assert len(controls) >= len(texts), path
    for control, text in zip(controls, texts, strict=False):
        hint = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
        if hint is not None:
            hint.getparent().remove(hint)
        content = control.find(qn("w:sdtContent"))
        paragraph = content.find(qn("w:p"))
        target = content if paragraph is None else paragraph
        for run in target.findall(qn("w:r")):
            target.remove(run)
        run = OxmlElement("w:r")
        for number, line in enumerate(text.split("\n")):
            if number:
                run.append(OxmlElement("w:br"))
            letters = OxmlElement("w:t")
            letters.text = line
            letters.set(qn("xml:space"), "preserve")
            run.append(letters)
        target.append(run)


def tick(document: Document, path: str, *labels: str) -> None:
    """Tick the boxes of a question as Word does."""
    for control in find_controls(document, path):
        words = "".join(text.text or "" for text in control.iter(qn("w:t")))
        if any(words.strip("☐ ").startswith(label) for label in labels):
            next(control.iter(f"{W14}checked")).set(f"{W14}val", "1")
            next(text for text in control.iter(qn("w:t")) if text.text == "☐").text = "☒"


def write_lines(document: Document, path: str, *lines: str) -> list:
    """Type paragraphs into the large control of a question, and give them back."""
    fill(document, path, lines[0])
    (control,) = find_controls(document, path)
    content = control.find(qn("w:sdtContent"))
    for line in lines[1:]:
        paragraph = document.add_paragraph(line)
        content.append(paragraph._p)
    return [Paragraph(each, document._body) for each in content.findall(qn("w:p"))]


def fill_cell(document: Document, label: str, *lines: str) -> None:
    """Type paragraphs into the first cell beside a label."""
    rows = (row for table in document.tables for row in table.rows)
    cell = next(row.cells[1] for row in rows if row.cells[0].paragraphs[0].text == label)
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)


def fill_figures(document: Document, rows: list[tuple[str, ...]]) -> None:
    """Type into the first table of figures."""
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Date")
    for row, values in zip(table.rows[1:], rows, strict=False):
        for cell, value in zip(row.cells, values, strict=False):
            cell.paragraphs[0].add_run(value)


def paste_picture(document: Document, path: str, picture: bytes, alt: str = "") -> None:
    """Paste a picture into the control of a question."""
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(picture), width=Cm(3))
    shape._inline.docPr.set("descr", alt)
    control = find_controls(document, path)[0]
    fill(document, path, "")
    content = control.find(qn("w:sdtContent"))
    content.append(paragraph.runs[0]._r)
    paragraph._p.getparent().remove(paragraph._p)


def take_controls_away(document: Document) -> None:
    """Do what some programs do: keep the words of each control, and lose the control."""
    for control in reversed(list(document.element.body.iter(qn("w:sdt")))):
        content = control.find(qn("w:sdtContent"))
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)


def save(document: Document, path: Path) -> Path:
    document.save(path)
    return path


def make_picture(kind: str = "PNG", size: tuple[int, int] = (90, 60)) -> bytes:
    content = io.BytesIO()
    picture = Image.new("RGB", size, "teal")
    if kind == "JPEG":
        exif = Image.Exif()
        exif[0x010F] = "A camera with a name"
        picture.save(content, kind, exif=exif)
    else:
        picture.save(content, kind)
    return content.getvalue()


def all_words(drafts) -> Iterator[str]:
    for draft in drafts:
        yield draft.body
        yield from draft.left
        yield from _words(draft.fields)
        for name, content in draft.files.items():
            if name.endswith(".csv"):
                yield content.decode()


def _words(value) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    else:
        yield str(value)


STORY = {
    "title": ["The chair beside the lift"],
    "summary": ["There was nowhere to wait for the lift but on your feet. A chair stands there."],
    "setting": ["Outpatient clinic"],
    "pathway": ["Bowel cancer"],
    "status": ["made: it is how things are done now"],
    "changed_on": ["1st June 2026"],
    "date": ["26/10/2026"],
    "problem": ["The lift takes four minutes, and there was nothing to sit on."],
    "aim": ["That nobody has to stand while they wait."],
    "limitations": ["One lift, and few people counted."],
    "organisation": ["Eddlestowe Hospital"],
    "team": ["Bowel cancer clinic"],
    "contact.name": ["Gwen Pomfret"],
    "contact.role": ["Clinic nurse"],
    "contact.email": ["bowelclinic@eddlestowe.example"],
    "involvement.level": ["co-design: patients shaped it with us"],
    "involvement.patients": ["6"],
    "involvement.staff": ["3"],
    "involvement.decided_by": ["Four patients and the porters, beside the lift"],
    "experience.method": ["observation: we watched", "interview: we talked with them"],
    "experience.from": ["patients", "staff"],
    "experience.people": ["14", "5"],
    "experience.found": ["Nine of 14 leant on the wall.", "All five took the stairs."],
    "touchpoints.moment": ["The doors close in front of you"],
    "touchpoints.feelings": ["tired; in the way"],
    "voices.quote": [
        "“I used to lean on the fire extinguisher and hope it held.”",
        "I walked past that wall for nine years.",
    ],
    "voices.role": ["a patient", "a member of staff"],
    "voices.said_by": ["Ruth, patient", "A porter"],
    "voices.identity": ["pseudonym: another name", "anonymous: no name"],
    "voices.consent.reference": ["EH-2026-011", "EH-2026-012"],
    "voices.consent.given": ["3 September 2026", "03/09/2026"],
    "measures.title": ["People who stood while they waited"],
    "measures.type": ["outcome: what patients or staff feel"],
    "measures.definition": ["On one Monday a month a volunteer counts who stands, out of all."],
    "measures.unit": ["%"],
    "measures.direction": ["decrease: less is better"],
    "actions.title": ["Put a chair beside the lift"],
    "actions.status": ["made: it is how things are done now"],
    "actions.made_on": ["1 June 2026"],
    "actions.quick_win": ["Yes"],
    "actions.by": ["Two porters"],
    "actions.with": ["Four patients who use the lift"],
    "actions.effort.hours": ["1.5"],
    "image.alt": ["A wooden chair beside the doors of a lift"],
    "image.credit": ["The clinic"],
    "body.before": ["Everybody stood, with one hand on the wall."],
    "body.done": ["We asked the porters what stood in the store."],
    "body.after": ["The chair is seldom empty."],
    "illustrative": ["Yes"],
}
LESSONS = ("We had not asked who waits there.", "A chair is also a place to talk; people do.")
DONE = ("We carried it up from the store.", "It wobbled, and we mended it.")
FIGURES = [
    (f"1 {month} {year}", value, count)
    for month, year, value, count in [
        ("January", "2026", "64%", "14"),
        ("February", "2026", "57", "14"),
        ("March", "2026", "66", "12"),
        ("June", "2026", "21", "14"),
        ("July", "2026", "15", "13"),
        ("August", "2026", "8", "12"),
    ]
]


def fill_story(document: Document) -> None:
    """Fill in the whole form."""
    for path, texts in STORY.items():
        fill(document, path, *texts)
    write_lines(document, "lessons", *LESSONS)
    fill_cell(document, "What was done, and what happened?", *DONE)
    tick(document, "domains", "Control over my personal space")
    tick(document, "strategic_links", "Patient experience")
    tick(document, "voices.consent.scope", "on this website", "on paper")
    fill_figures(document, FIGURES)
    paste_picture(document, "image.file", make_picture("JPEG"))
