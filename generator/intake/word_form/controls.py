"""The places for answers: Word's content controls, each with the name of its question as tag.

The library that writes the document knows paragraphs and tables; controls are made here of its XML.
"""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from generator.intake import Question
from generator.intake.paper_form import PROMPTS, UNTICKED, YES_NO, say_choice
from generator.intake.word_form.styles import PLACEHOLDER

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_LONGEST_NAME = 64
_BOX = (
    f'<w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


class Controls:
    """Makes content controls; each has a number of its own in the document."""

    def __init__(self, kind: str) -> None:
        """Begin to count at one; the tags name the kind of record."""
        self._kind = kind
        self._count = 0

    def fill(self, paragraph: Paragraph, question: Question) -> None:
        """Put the place for one short answer into a paragraph."""
        properties, content, control = self._make(question)
        _set(_add(properties, "w:showingPlcHdr"), {})
        _add_kind(properties, question)
        content.append(_write_placeholder(question))
        paragraph._p.append(control)  # noqa: SLF001 (the library has no word for controls)

    def make_large(self, question: Question, style: BaseStyle) -> BaseOxmlElement:
        """Make the place for paragraphs, lists and pictures, as many as somebody likes."""
        properties, content, control = self._make(question)
        _add(properties, "w:showingPlcHdr")
        paragraph = _add(content, "w:p")
        _set(_add(_add(paragraph, "w:pPr"), "w:pStyle"), {"val": style.style_id})
        paragraph.append(_write_placeholder(question))
        return control

    def make_boxes(self, question: Question) -> Iterator[BaseOxmlElement]:
        """Make a paragraph with a box to tick for each choice."""
        for choice in question.choices:
            _, content, control = self._make(question)
            content.append(self._make_box(question))
            content.append(_write_run(f" {say_choice(choice)}"))
            paragraph = OxmlElement("w:p")
            paragraph.append(control)
            yield paragraph

    def _make_box(self, question: Question) -> BaseOxmlElement:
        properties, content, control = self._make(question)
        properties.append(parse_xml(_BOX))
        run = _write_run(UNTICKED)
        look = OxmlElement("w:rPr")
        fonts = _add(look, "w:rFonts")
        _set(fonts, {"ascii": "MS Gothic", "hAnsi": "MS Gothic", "eastAsia": "MS Gothic"})
        run.insert(0, look)
        content.append(run)
        return control

    def _make(self, question: Question) -> tuple[BaseOxmlElement, ...]:
        self._count += 1
        control = OxmlElement("w:sdt")
        properties, content = _add(control, "w:sdtPr"), _add(control, "w:sdtContent")
        _set(_add(properties, "w:alias"), {"val": question.label[:_LONGEST_NAME]})
        _set(_add(properties, "w:tag"), {"val": f"{self._kind}.{question.path}"[:_LONGEST_NAME]})
        _set(_add(properties, "w:id"), {"val": str(self._count)})
        return properties, content, control


def _add_kind(properties: BaseOxmlElement, question: Question) -> None:
    if question.form in {"choice", "yes-no"}:
        listed = _add(properties, "w:dropDownList")
        for choice in question.choices or YES_NO:
            item = {"displayText": choice.label, "value": choice.value}
            _set(_add(listed, "w:listItem"), item)
    elif question.form == "date":
        day = _add(properties, "w:date")
        for name, value in (
            ("w:dateFormat", "d MMMM yyyy"),
            ("w:lid", "en-GB"),
            ("w:storeMappedDataAs", "dateTime"),
            ("w:calendar", "gregorian"),
        ):
            _set(_add(day, name), {"val": value})
    elif question.form in {"text", "lines", "dates"}:
        _set(_add(properties, "w:text"), {"multiLine": "1"})
    elif question.form != "picture":
        _add(properties, "w:text")


def _write_placeholder(question: Question) -> BaseOxmlElement:
    run = _write_run(PROMPTS[question.form])
    look = OxmlElement("w:rPr")
    _set(_add(look, "w:rStyle"), {"val": PLACEHOLDER.replace(" ", "")})
    run.insert(0, look)
    return run


def _write_run(text: str) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    letters = _add(run, "w:t")
    letters.set(qn("xml:space"), "preserve")
    letters.text = text
    return run


def _add(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    child = OxmlElement(name)
    parent.append(child)
    return child


def _set(node: BaseOxmlElement, values: dict[str, str]) -> None:
    for key, value in values.items():
        node.set(qn(f"w:{key}"), value)
