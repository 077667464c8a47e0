"""How the form looks: A4, ink on paper, headings that a screen reader can jump between."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from generator.model.palette import Colour, Palette

QUESTION, HINT, LEAD = "Story Question", "Story Hint", "Story Lead"
ANSWER, CELL, FOOT = "Story Answer", "Story Cell", "Story Foot"
PLACEHOLDER = "Placeholder Text"
_SANS, _SERIF = "Arial", "Georgia"


def dress(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph one of the form's own styles, and give it back.

    Asked for a style by its name, the library looks through all that there are, and then for the
    one that holds where none is named: for five hundred paragraphs, most of what a form costs.
    """
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 (as it makes an id of a name)
    return paragraph


def write_hex(colour: Colour) -> str:
    """Write a colour as Word does; a document knows no night."""
    return colour.day[1:7].upper()


def set_styles(document: Document, palette: Palette) -> None:
    """Set the page, and every style that the form uses."""
    ink, site, soft = (
        RGBColor.from_string(write_hex(each)) for each in (palette.ink, palette.site, palette.soft)
    )
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2)
    page.footer_distance = Cm(1)
    _set(document, "Normal", size=10.5, colour=ink)
    _set(document, "Title", _SERIF, 30, colour=site, after=10)
    _set(document, "Heading 1", _SERIF, 20, colour=site, before=26, after=2)
    for name, size in (("Heading 2", 14), ("Heading 3", 12)):  # for those who write with headings
        _set(document, name, _SERIF, size, colour=ink, before=10, after=3)
    _set(document, LEAD, size=11, colour=ink, after=7, spacing=1.25)
    _set(document, QUESTION, size=11, colour=ink, before=13, after=2).font.bold = True
    document.styles[QUESTION].paragraph_format.keep_with_next = True
    _set(document, HINT, size=9.5, colour=soft, after=4).paragraph_format.keep_with_next = True
    _set(document, CELL, size=10.5, colour=ink, before=2, after=2)
    _set(document, FOOT, size=8.5, colour=soft).paragraph_format.tab_stops.add_tab_stop(
        Cm(16.4), WD_TAB_ALIGNMENT.RIGHT
    )
    answer = _set(document, ANSWER, size=10.5, colour=ink, before=2, after=2, spacing=1.2)
    answer.paragraph_format.left_indent = answer.paragraph_format.right_indent = Cm(0.2)
    _box(answer, palette)
    document.styles[QUESTION].next_paragraph_style = answer
    document.styles[HINT].next_paragraph_style = answer
    empty = document.styles.add_style(PLACEHOLDER, WD_STYLE_TYPE.CHARACTER)
    empty.font.color.rgb = soft


def _set(  # noqa: PLR0913 (what a style is made of)
    document: Document,
    name: str,
    font: str = _SANS,
    size: float = 10.5,
    *,
    colour: RGBColor,
    before: float = 0,
    after: float = 0,
    spacing: float = 1.15,
) -> ParagraphStyle:
    styles = document.styles
    known = name in [style.name for style in styles]
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 (for the type checker)
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), colour
    style.font.bold = False
    fonts = style.element.rPr.rFonts
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(script), None)
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:cs"), font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    for old in style.element.rPr.findall(qn("w:lang")):
        style.element.rPr.remove(old)
    style.element.rPr.append(language)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), spacing
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    return style


def _box(style: ParagraphStyle, palette: Palette) -> None:
    """Draw a box around paragraphs of a style; those that follow each other share one."""
    properties = style.element.pPr
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (
            ("val", "single"),
            ("sz", "4"),
            ("space", "5"),
            ("color", write_hex(palette.soft)),
        ):
            line.set(qn(f"w:{key}"), value)
        border.append(line)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", write_hex(palette.raised))):
        shade.set(qn(f"w:{key}"), value)
    # The schema wants them before the spacing.
    at = properties.index(properties.find(qn("w:spacing")))
    properties.insert(at, border)
    properties.insert(at + 1, shade)


def width_of_text() -> Length:
    """Give the width between the margins."""
    return Cm(21 - 2 * 2.3)
