"""Pictures in a Word form that has lost its controls, wherever somebody pasted them."""

import io
from pathlib import Path

import docx
import pytest
from command import SITE
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from word_forms import (
    collection_of,
    fill,
    fill_figures,
    make_form,
    make_picture,
    save,
    take_controls_away,
)

from generator.intake import Draft
from generator.intake.from_word import read_word

pytestmark = pytest.mark.word

COLLECTION = collection_of(SITE)
_PROMPT = "Paste the picture here"


def _form() -> Document:
    form = make_form()
    fill(form, "title", "The chair")
    return form


def _find(form: Document, text: str) -> Paragraph:
    """The first paragraph that says `text`, wherever it stands."""
    found = (Paragraph(p, form._body) for p in form.element.body.iter(qn("w:p")))
    return next(
        p for p in found if "".join(t.text or "" for t in p._p.iter(qn("w:t"))).strip() == text
    )


def _paste(
    form: Document,
    paragraph: Paragraph,
    *,
    is_first: bool = False,
    size: tuple[int, int] = (90, 60),
) -> None:
    """Paste a picture at the end of a paragraph, or at its beginning."""
    aside = form.add_paragraph()
    shape = aside.add_run().add_picture(io.BytesIO(make_picture(size=size)), width=Cm(1))
    shape._inline.docPr.set("descr", "A chair")
    run = aside.runs[0]._r
    if is_first and paragraph._p.pPr is not None:
        paragraph._p.pPr.addnext(run)
    elif is_first:
        paragraph._p.insert(0, run)
    else:
        paragraph._p.append(run)
    aside._p.getparent().remove(aside._p)


def _read(form: Document, folder: Path) -> list[Draft]:
    return read_word(save(form, folder / "form.docx"), COLLECTION)


def _is_shown(drafts: list[Draft]) -> bool:
    """Whether the picture is kept, and some draft shows it."""
    bodies = "".join(draft.body for draft in drafts)
    image = drafts[0].fields.get("image", {})
    return set(drafts[0].files) >= {"picture-1.png"} and (
        "![A chair](picture-1.png)" in bodies or image.get("file") == "picture-1.png"
    )


@pytest.mark.parametrize("is_stripped", [False, True])
@pytest.mark.parametrize("is_first", [False, True])
def test_a_picture_beside_its_prompt_is_the_picture(
    is_stripped: bool,
    is_first: bool,
    tmp_path: Path,
) -> None:
    form = _form()
    fill(form, "image.alt", "A wooden chair")
    if is_stripped:
        take_controls_away(form)
    _paste(form, _find(form, _PROMPT), is_first=is_first)
    story = _read(form, tmp_path)[0]
    assert story.fields["image"] == {"file": "picture-1.png", "alt": "A wooden chair"}
    assert story.left == ()


@pytest.mark.parametrize("is_stripped", [False, True])
@pytest.mark.parametrize("at", ["before", "after", "label", "row"])
def test_a_picture_near_its_prompt_is_the_picture(
    at: str,
    is_stripped: bool,
    tmp_path: Path,
) -> None:
    form = _form()
    if is_stripped:
        take_controls_away(form)
    prompt = _find(form, _PROMPT)
    cell = next(prompt._p.iterancestors(qn("w:tc")))
    place = {
        "before": prompt.insert_paragraph_before,
        "after": lambda: Paragraph(cell.add_p(), prompt._parent),
        "label": lambda: _find(form, "The picture"),
        "row": lambda: _find(form, "The picture").insert_paragraph_before(),
    }[at]()
    _paste(form, place)
    drafts = _read(form, tmp_path)
    assert _is_shown(drafts)
    assert (
        drafts[0].fields.get("image") == {"file": "picture-1.png", "alt": "A chair"} or at == "row"
    )


def _list_own_words() -> list[str]:
    """All paragraphs of the empty form that have words in them."""
    paragraphs = make_form().element.body.iter(qn("w:p"))
    said = ("".join(t.text or "" for t in p.iter(qn("w:t"))).strip() for p in paragraphs)
    return list(dict.fromkeys(filter(None, said)))


@pytest.mark.parametrize("is_stripped", [False, True])
def test_a_picture_beside_any_words_of_the_form_is_kept(
    is_stripped: bool,
    tmp_path: Path,
) -> None:
    own = _list_own_words()
    assert len(own) > 100
    for start in range(0, len(own), 30):
        batch = own[start : start + 30]
        form = make_form()
        if is_stripped:
            take_controls_away(form)
        places = [_find(form, text) for text in batch]
        for number, place in enumerate(places):
            _paste(form, place, size=(number + 1, 1))
        drafts = _read(form, tmp_path)
        told = "".join(draft.body for draft in drafts) + str(drafts[0].fields.get("image"))
        assert len(drafts[0].files) == len(batch)
        assert [name for name in drafts[0].files if name not in told] == []


@pytest.mark.parametrize("words", ["", "64", "A day, such as 3 March 2026"])
def test_a_picture_among_the_figures_is_kept_and_makes_none(words: str, tmp_path: Path) -> None:
    form = _form()
    fill(form, "measures.title", "Waits")
    fill_figures(form, [("1 March 2026", "12")])
    take_controls_away(form)
    table = next(t for t in form.tables if t.rows[0].cells[0].text == "Date")
    paragraph = table.rows[2].cells[1].paragraphs[0]
    paragraph.text = words
    _paste(form, paragraph)
    drafts = _read(form, tmp_path)
    assert _is_shown(drafts)
    figures = drafts[0].files["waits.csv"].decode().splitlines()
    assert len(figures) == (3 if words == "64" else 2)


def test_a_picture_beside_the_title_of_a_letter_is_kept(tmp_path: Path) -> None:
    letter = docx.Document()
    _paste(letter, letter.add_paragraph("The chair"))
    letter.add_paragraph("It stands there.")
    (story,) = _read(letter, tmp_path)
    assert story.fields == {"title": "The chair"}
    assert story.body == "![A chair](picture-1.png)\n\nIt stands there."
