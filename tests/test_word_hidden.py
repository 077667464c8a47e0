"""What is hidden or struck out in a Word document: it never arrives, and the import says so."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from command import SITE, run_stories
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from word_forms import (
    all_words,
    collection_of,
    fill,
    fill_cell,
    fill_figures,
    find_controls,
    make_form,
    make_picture,
    save,
    take_controls_away,
    tick,
)

from generator.intake import Draft, write_draft
from generator.intake.decode import UnreadableError
from generator.intake.from_word import read_word

pytestmark = pytest.mark.word

COLLECTION = collection_of(SITE)
_SECRET = "Edith Marlowe"
_STYLES = f"""
<w:styles {nsdecls("w")}>
 <w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="GoneToo"><w:name w:val="Gone Too"/>
  <w:basedOn w:val="Gone"/><w:rPr><w:i/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="Back"><w:name w:val="Back"/>
  <w:basedOn w:val="GoneToo"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/>
  <w:basedOn w:val="Ring"/></w:style>
 <w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/>
  <w:rPr><w:vanish w:val="true"/></w:rPr></w:style>
 <w:style w:type="character" w:styleId="Quieter"><w:name w:val="Quieter"/>
  <w:basedOn w:val="Quiet"/></w:style>
 <w:style w:type="character" w:styleId="NoWeb"><w:name w:val="No Web"/>
  <w:rPr><w:webHidden/></w:rPr></w:style>
 <w:style w:type="character" w:styleId="Cut"><w:name w:val="Cut"/>
  <w:rPr><w:strike/></w:rPr></w:style>
 <w:style w:type="character" w:styleId="CutTwice"><w:name w:val="Cut Twice"/>
  <w:rPr><w:dstrike/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="CutPara"><w:name w:val="Cut Para"/>
  <w:rPr><w:strike/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="CutParaTwice"><w:name w:val="Cut Para Twice"/>
  <w:basedOn w:val="Ring"/><w:rPr><w:dstrike w:val="on"/></w:rPr></w:style>
 <w:style w:type="table" w:styleId="GoneTable"><w:name w:val="Gone Table"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>
"""


def _letter(*, by_default: str = "") -> Document:
    """A document of nothing but a title, with the styles above."""
    document = docx.Document()
    styles = document.styles.element
    for style in parse_xml(_STYLES):
        styles.append(style)
    if by_default:
        own = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        own.append(parse_xml(f"<w:{by_default} {nsdecls('w')}/>"))
        shown = f'<w:rPr><w:{by_default} w:val="false"/></w:rPr>'
    else:
        shown = ""
    _add(document, f"<w:pPr>{shown}</w:pPr><w:r>{shown}<w:t>The desk</w:t></w:r>")
    return document


def _add(document: Document, inner: str) -> None:
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")
    document.element.body.sectPr.addprevious(paragraph)


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _of_style(name: str, *runs: str, mark: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{name}"/><w:rPr>{mark}</w:rPr></w:pPr>{"".join(runs)}'


def _read(document: Document, folder: Path) -> list[Draft]:
    return read_word(save(document, folder / "form.docx"), COLLECTION)


def _read_body(document: Document, folder: Path) -> str:
    (story,) = _read(document, folder)
    assert story.fields == {"title": "The desk"}
    return story.body


def _remarks(document: Document, folder: Path) -> str:
    return " ".join(_read(document, folder)[0].remarks)


_HIDDEN = {
    "run": _run(_SECRET, "<w:vanish/>"),
    "run, said at length": _run(_SECRET, '<w:vanish w:val="true"/>'),
    "run, on the web": _run(_SECRET, "<w:webHidden/>"),
    "character style": _run(_SECRET, '<w:rStyle w:val="Quiet"/>'),
    "based on a character style": _run(_SECRET, '<w:rStyle w:val="Quieter"/>'),
    "character style for the web": _run(_SECRET, '<w:rStyle w:val="NoWeb"/>'),
    "paragraph style": _of_style("Gone", _run(_SECRET)),
    "based on a paragraph style": _of_style("GoneToo", _run(_SECRET)),
    "styles, and a run that shows itself": _of_style("Back", _run(_SECRET, "<w:vanish/>")),
    "field": (
        '<w:fldSimple w:instr="DATE"><w:r><w:rPr><w:vanish/></w:rPr>'
        f"<w:t>{_SECRET}</w:t></w:r></w:fldSimple>"
    ),
    "insertion": f'<w:ins w:id="1" w:author="A">{_run(_SECRET, "<w:vanish/>")}</w:ins>',
    "control": (
        '<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>'
        f"{_run(_SECRET, '<w:vanish/>')}</w:sdtContent></w:sdt>"
    ),
    "equation": (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r>'
        f"<w:rPr><w:vanish/></w:rPr><m:t>{_SECRET}</m:t></m:r></m:oMath>"
    ),
    "text box": (
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent><w:p>{_run(_SECRET)}</w:p>"
        "</w:txbxContent></w:pict></w:r>"
    ),
    "words in a text box": (
        f"<w:r><w:pict><w:txbxContent><w:p>{_run(_SECRET, '<w:vanish/>')}</w:p>"
        "</w:txbxContent></w:pict></w:r>"
    ),
    "symbols": f'<w:r><w:rPr><w:vanish/></w:rPr><w:t>{_SECRET}</w:t><w:sym w:char="F0FC"/></w:r>',
}


@pytest.mark.parametrize("case", _HIDDEN)
def test_what_is_hidden_never_arrives_and_is_counted(case: str, tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, _HIDDEN[case])
    _add(letter, _run("It faces the door."))
    assert _read_body(letter, tmp_path) == "It faces the door."
    (story,) = _read(letter, tmp_path)
    assert "Marlowe" not in write_draft(story)
    assert "Marlowe" not in " ".join((*all_words([story]), *story.remarks))
    assert story.remarks[0].startswith("left out, because hidden in Word: ")
    assert ": 2 words" in story.remarks[0] or case == "symbols"


@pytest.mark.parametrize(
    "inner",
    [
        _run("It faces the door.", '<w:vanish w:val="0"/>'),
        _run("It faces the door.", '<w:vanish w:val="false"/><w:webHidden w:val="off"/>'),
        _run("It faces the door.", '<w:strike w:val="0"/><w:dstrike w:val="false"/>'),
        _run("It faces the door.", '<w:rStyle w:val="Quiet"/><w:vanish w:val="0"/>'),
        _run("It faces the door.", '<w:rStyle w:val="Cut"/><w:strike w:val="false"/>'),
        _of_style("Gone", _run("It faces the door.", '<w:vanish w:val="0"/>')),
        _of_style("Back", _run("It faces the door.")),
        _of_style("Ring", _run("It faces the door.")),
        # A character style turns round what the paragraph style says: Word shows this.
        _of_style("Gone", _run("It faces the door.", '<w:rStyle w:val="Quiet"/>')),
        _of_style("Normal", _run("It faces the door."), mark="<w:strike/>"),
    ],
)
def test_what_word_shows_arrives(inner: str, tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, inner)
    assert _read_body(letter, tmp_path) == "It faces the door."
    assert not _remarks(letter, tmp_path)


@pytest.mark.parametrize("look", ["vanish", "webHidden", "strike", "dstrike"])
def test_what_a_whole_document_is_by_default_holds_until_a_run_says_otherwise(
    look: str, tmp_path: Path
) -> None:
    letter = _letter(by_default=look)
    _add(letter, f"<w:r><w:t>{_SECRET}</w:t></w:r>")
    _add(letter, _run("It faces the door.", f'<w:{look} w:val="0"/>'))
    assert _read_body(letter, tmp_path) == "It faces the door."
    assert "2 words" in _remarks(letter, tmp_path)


_STRUCK = {
    "run": _run("never ", "<w:strike/>"),
    "run, twice": _run("never ", "<w:dstrike/>"),
    "run, said at length": _run("never ", '<w:strike w:val="true"/><w:dstrike w:val="0"/>'),
    "style": _run("never ", '<w:rStyle w:val="Cut"/>'),
    "style, twice": _run("never ", '<w:rStyle w:val="CutTwice"/>'),
    "cut by Word": _run("nev", "<w:strike/>") + _run("er ", "<w:b/><w:dstrike/>"),
}


@pytest.mark.parametrize("case", _STRUCK)
def test_words_that_are_struck_out_are_left_out_and_quoted(case: str, tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, _run("It ") + _STRUCK[case] + _run("faced the door."))
    assert _read_body(letter, tmp_path) == "It faced the door."
    assert _read(letter, tmp_path)[0].remarks == ("left out, because struck out: 1 word (“never”)",)


@pytest.mark.parametrize("style", ["CutPara", "CutParaTwice"])
def test_a_paragraph_is_struck_out_by_its_style(style: str, tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, _of_style(style, _run("It never "), _run("faced the door.")))
    _add(letter, _run("It faces the bed."))
    assert _read_body(letter, tmp_path) == "It faces the bed."
    assert "5 words (“It never faced the door.”)" in _remarks(letter, tmp_path)


def test_leaving_words_out_joins_no_others(tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, _run("It") + _run(" never ", "<w:strike/>") + _run("faced"))
    _add(letter, _run("one") + _run(" ", "<w:strike/>") + _run("two"))
    _add(letter, _run("the door") + _run(", never", "<w:strike/>") + _run("."))
    assert _read_body(letter, tmp_path) == "It faced\n\none two\n\nthe door."


def test_many_and_long_struck_out_words_are_quoted_shortly(tmp_path: Path) -> None:
    letter = _letter()
    for number in range(8):
        _add(letter, _run(f"{number} word" * 30, "<w:strike/>"))
    (remark,) = _read(letter, tmp_path)[0].remarks
    assert "3 more)" in remark
    assert len(remark) < 350


def test_a_paragraph_whose_mark_is_hidden_runs_on_as_word_shows_it(tmp_path: Path) -> None:
    letter = _letter()
    hidden = "<w:vanish/>"
    _add(letter, _of_style("Heading2", _run("The desk. "), mark="<w:vanish/><w:specVanish/>"))
    _add(letter, _run("It faces "))
    _add(letter, _of_style("ListBullet", _run("a door, "), mark=hidden))
    _add(letter, _of_style("Normal", _run(_SECRET, hidden), mark=hidden))
    _add(letter, _of_style("Normal", _run("and a bed.")))
    _add(letter, _of_style("Gone", _run("Shown ", '<w:vanish w:val="0"/>')))
    _add(letter, _run("together."))
    _add(letter, _of_style("Normal", _run("The end."), mark=hidden))
    table = letter.add_table(1, 1)
    table.cell(0, 0).text = "A cell"
    assert _read_body(letter, tmp_path) == (
        "The desk. It faces\n\n- a door, and a bed.\n\nShown together.\n\nThe end."
        "\n\n| A cell |\n| --- |"
    )


def test_a_heading_stays_one_before_a_paragraph_that_is_all_hidden(tmp_path: Path) -> None:
    letter = _letter()
    _add(letter, _of_style("Heading1", _run("The door"), mark="<w:vanish/>"))
    _add(letter, _of_style("Normal", _run(_SECRET, "<w:vanish/>")))
    assert _read_body(letter, tmp_path) == "## The door"


def test_tables_have_nothing_hidden_or_struck_out_in_them(tmp_path: Path) -> None:
    letter = _letter()
    for style in ("Table Grid", "Gone Table"):
        table = letter.add_table(1, 2)
        table.style = letter.styles[style]
        first, second = (cell.paragraphs[0] for cell in table._cells)
        first.add_run("A desk")
        first.add_run(_SECRET).font.hidden = True
        second.add_run("no ").font.strike = True
        second.add_run("door")
    body = _read_body(letter, tmp_path)
    assert body.startswith("| A desk | door |\n")
    assert "Marlowe" not in body
    assert body.count("desk") == 1
    assert "7 words" in _remarks(letter, tmp_path)


def test_a_hidden_link_leaves_no_address(tmp_path: Path) -> None:
    letter = _letter()
    kind = docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK
    key = letter.part.relate_to("https://example.org/marlowe", kind, is_external=True)
    for look in ("vanish", "strike"):
        xml = (
            f'<w:p {nsdecls("w", "r")}><w:hyperlink r:id="{key}">{_run("her page", f"<w:{look}/>")}'
            f"</w:hyperlink>{_run('A desk.')}</w:p>"
        )
        letter.element.body.sectPr.addprevious(parse_xml(xml))
    assert _read_body(letter, tmp_path) == "A desk.\n\nA desk."


def test_pictures_in_hidden_text_stay_behind_and_others_come(tmp_path: Path) -> None:
    letter = _letter()
    for kind, look in (("PNG", "hidden"), ("JPEG", "strike")):
        run = letter.add_paragraph().add_run()
        run.add_picture(io.BytesIO(make_picture(kind)), width=Cm(1))
        setattr(run.font, look, True)
    concealed = letter.add_paragraph().add_run().add_picture(io.BytesIO(make_picture()), Cm(1))
    concealed._inline.docPr.set("hidden", "1")
    concealed._inline.docPr.set("descr", _SECRET)
    (story,) = _read(letter, tmp_path)
    assert list(story.files) == ["picture-1.jpg"]
    assert story.remarks == ("left out, because hidden in Word: 2 pictures",)
    assert "Marlowe" not in write_draft(story)


_W = nsdecls("w")
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_notes_comments_and_headers_hide_what_is_hidden_too(tmp_path: Path) -> None:
    letter = _letter()
    letter.sections[0].header.paragraphs[0].add_run(_SECRET).font.hidden = True
    letter.sections[0].footer.paragraphs[0].add_run("for nobody").font.strike = True
    shown = letter.add_paragraph("It faces the door.")
    letter.add_comment(shown.add_run(" Yes."), "Is it so?", author="B", initials="B")
    hidden = letter.add_paragraph().add_run("Ask her.")
    letter.add_comment(hidden, f"It was {_SECRET}", author="B", initials="B")
    hidden.font.hidden = True
    signs = list(letter.element.body.iter(qn("w:commentReference")))
    signs[1].getparent().insert(0, parse_xml(f"<w:rPr {_W}><w:vanish/></w:rPr>"))
    _add(letter, '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>')
    _add(letter, '<w:r><w:footnoteReference w:id="3"/></w:r>')
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        _NOTES,
        (
            f'<w:footnotes {_W}><w:footnote w:id="2"><w:p>{_run(_SECRET)}</w:p></w:footnote>'
            f'<w:footnote w:id="3"><w:p>{_run("In May. ")}{_run(_SECRET, "<w:vanish/>")}</w:p>'
            "</w:footnote></w:footnotes>"
        ).encode(),
        letter.part.package,
    )
    letter.part.relate_to(part, f"{_OFFICE}/footnotes")
    (story,) = _read(letter, tmp_path)
    assert sorted(story.left) == ["A comment in the margin: Is it so?", "A footnote: In May."]
    assert "Marlowe" not in write_draft(story)
    assert story.remarks == (
        "left out, because hidden in Word: 12 words",
        "left out, because struck out: 2 words (“for nobody”)",
    )


def test_a_diagram_in_hidden_text_says_nothing_and_struck_out_words_in_one_neither(
    tmp_path: Path,
) -> None:
    letter = _letter()
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    for number, (words, look) in enumerate(((_SECRET, "vanish"), ("The way in", "b"))):
        part = docx.opc.part.Part(
            docx.opc.packuri.PackURI(f"/word/diagrams/data{number}.xml"),
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            (
                f'<d xmlns:a="{drawn}"><a:p><a:r><a:t>{words}</a:t></a:r><a:r>'
                '<a:rPr strike="sngStrike"/><a:t>and out</a:t></a:r></a:p></d>'
            ).encode(),
            letter.part.package,
        )
        key = letter.part.relate_to(part, f"{_OFFICE}/diagramData")
        xml = (
            f"<w:p {nsdecls('w', 'r')}><w:r><w:rPr><w:{look}/></w:rPr><w:drawing>"
            f'<dgm xmlns="urn:d" r:dm="{key}"/></w:drawing></w:r></w:p>'
        )
        letter.element.body.sectPr.addprevious(parse_xml(xml))
    (story,) = _read(letter, tmp_path)
    assert story.left == ("In a drawing: The way in",)
    assert story.remarks == (
        "left out, because hidden in Word: 4 words",
        "left out, because struck out: 2 words (“and out”)",
    )


def _fill_with_hidden_and_struck(form: Document) -> None:
    """Fill in a form of which each answer has hidden words, struck-out words, or both."""
    fill(form, "title", "The desk that |never |faced the door")
    fill(form, "summary", f"We turned one desk round.^ {_SECRET}, bed 4.")
    fill(form, "aim", f"^{_SECRET}")
    fill(form, "voices.quote", f"I heard |nothing|all.^{_SECRET}")
    fill(form, "measures.title", f"Waits^{_SECRET}")
    fill(form, "contact.name", "|Gwen Pomfret")
    fill_cell(form, "What was done, and what happened?", f"We turned it.^{_SECRET}", "|All back.")
    fill_figures(form, [("1 March 2026", "1|3|2", "14", f"new^{_SECRET}")])
    tick(form, "domains", "Naming")
    for run in list(form.element.body.iter(qn("w:r"))):
        text = run.find(qn("w:t"))
        if text is not None and ("|" in (text.text or "") or "^" in (text.text or "")):
            words, _, secret = text.text.partition("^")
            pieces = [_run(w, "<w:strike/>" * (n % 2)) for n, w in enumerate(words.split("|"))]
            pieces.append(_run(secret, "<w:vanish/>"))
            for each in parse_xml(f"<w:p {_W}>{''.join(pieces)}</w:p>"):
                run.addprevious(each)
            run.getparent().remove(run)


_QUOTED = "“never”, “nothing”, “3”, “All back.”, “Gwen Pomfret”"


@pytest.mark.parametrize("is_stripped", [False, True])
def test_a_form_is_what_its_author_left_standing(is_stripped: bool, tmp_path: Path) -> None:
    form = make_form()
    _fill_with_hidden_and_struck(form)
    if is_stripped:
        take_controls_away(form)
    story, *actions = _read(form, tmp_path)
    assert story.fields == {
        "title": "The desk that faced the door",
        "summary": "We turned one desk round.",
        "domains": ["naming"],
        "voices": [{"quote": "I heard all."}],
        "measures": [{"title": "Waits", "file": "waits.csv"}],
    }
    assert story.files["waits.csv"].decode().splitlines()[1] == "2026-03-01,12,14,new"
    (action,) = actions
    assert action.body == "We turned it."
    assert story.left == ()
    assert "Marlowe" not in " ".join((*all_words([story, action]), *story.remarks))
    assert story.remarks == (
        "left out, because hidden in Word: 14 words",
        f"left out, because struck out: 7 words ({_QUOTED})",
    )


@pytest.mark.parametrize("look", ["strike", "vanish"])
def test_a_label_that_is_struck_out_still_says_whose_answer_stands_below(
    look: str, tmp_path: Path
) -> None:
    form = make_form()
    fill(form, "title", "The desk")
    fill(form, "summary", "We turned it round.")
    take_controls_away(form)
    label = next(p for p in form.paragraphs if p.text == "What did you change, and for whom?")
    for run in label.runs:
        run._r.get_or_add_rPr().append(parse_xml(f"<w:{look} {_W}/>"))
    story = _read(form, tmp_path)[0]
    assert story.fields == {"title": "The desk", "summary": "We turned it round."}
    assert not story.remarks


def test_a_choice_that_is_hidden_or_struck_out_is_not_ticked(tmp_path: Path) -> None:
    for look in ("vanish", "strike"):
        form = make_form()
        fill(form, "title", "The desk")
        tick(form, "domains", "Naming", "Control over my personal space")
        control = next(
            each
            for each in find_controls(form, "domains")
            if "Naming" in "".join(text.text or "" for text in each.iter(qn("w:t")))
        )
        line = next(control.iterancestors(qn("w:p")), control)
        for run in line.iter(qn("w:r")):
            own = run.find(qn("w:rPr"))
            if own is None:
                own = parse_xml(f"<w:rPr {_W}/>")
                run.insert(0, own)
            own.append(parse_xml(f"<w:{look} {_W}/>"))
        story = _read(form, tmp_path)[0]
        assert story.fields["domains"] == ["surroundings"], look
        assert story.left == (), look


def test_a_document_of_nothing_else_is_refused_and_says_why(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run(_SECRET).font.hidden = True
    document.add_paragraph().add_run("never").font.strike = True
    with pytest.raises(UnreadableError) as refusal:
        _read(document, tmp_path)
    assert str(refusal.value) == (
        "There is nothing in the document. Left out, because hidden in Word: 2 words. "
        "Left out, because struck out: 1 word (“never”)."
    )


def test_a_style_that_is_based_on_itself_ends_somewhere(tmp_path: Path) -> None:
    letter = _letter()
    styles = letter.styles.element
    for number in range(3000):
        styles.append(
            parse_xml(
                f'<w:style {_W} w:type="paragraph" w:styleId="S{number}">'
                f'<w:name w:val="s{number}"/><w:basedOn w:val="S{(number + 1) % 3000}"/></w:style>'
            )
        )
    _add(letter, _of_style("S7", _run("It faces the door.")))
    assert _read_body(letter, tmp_path) == "It faces the door."


def test_the_import_says_what_was_left_out_and_repeats_nothing_hidden(project: Path) -> None:
    form = make_form()
    _fill_with_hidden_and_struck(form)
    save(form, project / "form.docx")
    run = run_stories("import", "form.docx", cwd=project)
    assert run.returncode == 0, run.stderr
    assert "  left out, because hidden in Word: 14 words\n" in run.stdout
    assert "  left out, because struck out: 7 words (“never”, “nothing”, " in run.stdout
    assert "Marlowe" not in run.stdout + run.stderr
    folder = project / "stories/2026/the-desk-that-faced-the-door"
    for file in folder.rglob("*.*"):
        told = file.read_text()
        assert "Marlowe" not in told
        assert "never" not in told
        assert "left out" not in told
    with zipfile.ZipFile(project / "form.docx") as archive:
        assert b"Marlowe" in archive.read("word/document.xml")
