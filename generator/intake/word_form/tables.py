"""The form's tables: a card of questions and answers, and rows under column titles."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from generator.intake import Question
from generator.intake.paper_form import has_columns, say_hint
from generator.intake.word_form.controls import Controls
from generator.intake.word_form.styles import CELL, HINT, QUESTION, dress, width_of_text, write_hex
from generator.model.palette import Palette

_LABELS = 0.36
_MOST_PROMPTED = 4
# Columns of short answers are narrow; the widths are shares.
_SHARES = {
    "date": 3,
    "number": 3,
    "count": 3,
    "choice": 4,
    "line": 5,
    "lines": 5,
    "text": 7,
    "dates": 7,
}


def add_card(document: Document, controls: Controls, question: Question, palette: Palette) -> None:
    """Add a table for one group: each question on the left, the place for its answer beside it."""
    table = _add_table(document, [_LABELS, 1 - _LABELS], palette)
    for part in _list_rows(question):
        row = _add_row(table)
        left, right = row.cells
        if part.parts:
            left = left.merge(right)
        _shade(left, palette)
        _write(left, part.label, QUESTION)
        if hint := say_hint(part):
            dress(left.add_paragraph(hint), HINT)
        if part.form == "choices":
            _fill_boxes(right, controls, part)
        elif part.form == "body":
            _style(right)  # an empty cell takes paragraphs, which a control in a line does not
        elif not part.parts:
            controls.fill(_style(right), part)
    dress(document.add_paragraph(), HINT).paragraph_format.keep_with_next = False


def add_rows(
    document: Document, controls: Controls, question: Question, rows: int, palette: Palette
) -> None:
    """Add a table with a column for each question and a row for each group."""
    shares = [_SHARES.get(part.form, 4) for part in question.parts]
    table = _add_table(document, [share / sum(shares) for share in shares], palette)
    heading = _add_row(table)
    repeated = OxmlElement("w:tblHeader")
    heading._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 (no word for it in the library)
    for cell, part in zip(heading.cells, question.parts, strict=True):
        _shade(cell, palette)
        _write(cell, part.label, QUESTION)
    is_pasted = rows > _MOST_PROMPTED  # into plain cells a spreadsheet's can be pasted
    for _ in range(rows):
        for cell, part in zip(_add_row(table).cells, question.parts, strict=True):
            paragraph = _style(cell)
            if not is_pasted:
                controls.fill(paragraph, part)
    dress(document.add_paragraph(), HINT).paragraph_format.keep_with_next = False


def _list_rows(question: Question) -> Iterator[Question]:
    """List the rows of a card: groups inside it first say what they are about."""
    for part in question.parts:
        if not has_columns(part):
            yield part
            yield from _list_rows(part)


def _fill_boxes(cell: _Cell, controls: Controls, question: Question) -> None:
    for number, paragraph in enumerate(controls.make_boxes(question)):
        target = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        dress(target, CELL)
        for child in list(paragraph):
            target._p.append(child)  # noqa: SLF001


def _style(cell: _Cell) -> Paragraph:
    return dress(cell.paragraphs[0], CELL)


def _write(cell: _Cell, text: str, style: str) -> None:
    paragraph = dress(cell.paragraphs[0], style)
    paragraph.paragraph_format.space_before = 0
    paragraph.add_run(text)


def _add_table(document: Document, shares: list[float], palette: Palette) -> Table:
    table: Table = document.add_table(rows=0, cols=len(shares))
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(int(width_of_text() * share))
    properties = table._tbl.tblPr  # noqa: SLF001
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (
            ("val", "single"),
            ("sz", "4"),
            ("space", "0"),
            ("color", write_hex(palette.soft)),
        ):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 50), ("left", 110), ("bottom", 50), ("right", 110)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout.addnext(margins)
    return table


def _add_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
    return row


def _shade(cell: _Cell, palette: Palette) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", write_hex(palette.wash))):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
