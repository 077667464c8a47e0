"""Files that somebody may send as a Word form: damaged, of another kind, or made to do harm."""

import io
import re
import struct
import zipfile
from pathlib import Path

import docx
import pytest
from command import SITE, run_stories
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from word_forms import collection_of, fill_story, make_form, save

from generator.intake.decode import UnreadableError
from generator.intake.from_word import read_word

pytestmark = pytest.mark.word

COLLECTION = collection_of(SITE)


def _zip(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _small() -> dict[str, bytes]:
    document = docx.Document()
    document.add_paragraph("A chair")
    content = io.BytesIO()
    document.save(content)
    with zipfile.ZipFile(content) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _spoil(name: str, old: bytes, new: bytes) -> bytes:
    parts = _small()
    assert old in parts[name]
    return _zip(parts | {name: parts[name].replace(old, new)})


def _lock() -> bytes:
    content = bytearray(_zip(_small()))
    at = content.find(b"PK\x01\x02")
    struct.pack_into("<H", content, at + 8, 1)
    return bytes(content)


_ENTITY = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document'
# Those that cost something to make are made by the test that reads them.
_REFUSED = {
    "nothing": (b"", "empty"),
    "older": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 2003"),
    "locked": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        "password",
    ),
    "locked zip": (_lock, "password"),
    "PDF": (b"%PDF-1.7 a", "PDF"),
    "rich text": (b"{\\rtf1 a}", "Rich Text"),
    "web page": (b"<html><body>a", "web page"),
    "other text": (b"Dear Gwen", "not a Word document"),
    "odt": (lambda: _zip({"mimetype": b"a", "content.xml": b"<a/>"}), "LibreOffice"),
    "xlsx": (lambda: _zip({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "Excel"),
    "zip": (lambda: _zip({"holiday.jpg": b"a"}), "zipped"),
    "cut short": (lambda: _zip(_small())[:9000], "damaged"),
    "no document": (
        lambda: _zip({k: v for k, v in _small().items() if k != "word/document.xml"}),
        "damaged",
    ),
    "broken": (lambda: _spoil("word/document.xml", b"</w:body>", b""), "damaged"),
    "entity": (lambda: _spoil("word/document.xml", b"<w:document", _ENTITY), "never writes"),
    "strict": (
        lambda: _spoil(
            "word/document.xml",
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "Strict Open XML",
    ),
    "broken note": (lambda: _zip(_small() | {"word/footnotes.xml": b"<w:footnotes>"}), "damaged"),
    "large part": (lambda: _zip(_small() | {"word/document.xml": b" " * 11_000_000}), "far more"),
    "bomb": (
        lambda: _zip(_small() | {f"word/media/{n}.png": b"\0" * 30_000_000 for n in range(7)}),
        "far more",
    ),
    "crowd": (
        lambda: _zip(_small() | {f"word/{number}.bin": b"" for number in range(2001)}),
        "far more",
    ),
    "long": (
        lambda: _spoil(
            "word/document.xml", b"<w:p>", b"<w:p/>" + b"<w:p></w:p>" * 20_001 + b"<w:p>"
        ),
        "far longer",
    ),
    "deep": (
        lambda: _spoil(
            "word/document.xml", b"<w:p>", b"<w:p>" + b"<w:r>" * 5000 + b"</w:r>" * 5000
        ),
        "damaged",
    ),
}


@pytest.mark.parametrize("case", _REFUSED)
def test_what_is_no_word_form_is_refused_in_plain_words(case: str, tmp_path: Path) -> None:
    content, words = _REFUSED[case]
    (tmp_path / "form.docx").write_bytes(content() if callable(content) else content)
    with pytest.raises(UnreadableError, match=words) as refusal:
        read_word(tmp_path / "form.docx", COLLECTION)
    message = str(refusal.value)
    assert message.endswith(".")
    assert not re.search(r"XML(?! Document)|zip file|traceback|Error|None|KeyError", message)


def test_a_file_that_is_refused_leaves_the_others_to_be_imported(project: Path) -> None:
    (project / "older.docx").write_bytes(_REFUSED["older"][0])
    form = make_form()
    fill_story(form)
    save(form, project / "form.docx")
    run = run_stories("import", "older.docx", "form.docx", cwd=project)
    assert run.returncode == 1
    assert "older.docx: This is a document of Word 2003 or older." in run.stderr
    assert "Traceback" not in run.stderr
    assert (project / "stories/2026/the-chair-beside-the-lift/index.md").exists()


def test_programs_in_a_document_are_left_out_and_its_words_are_read(tmp_path: Path) -> None:
    parts = _small()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    relation = (
        b'<Relationship Id="rId99" Target="vbaProject.bin" '
        b'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
        b'<Relationship Id="rId98" Target="../NULL" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        b'<Relationship Id="rId97" Target="../../../../etc/passwd" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        b"</Relationships>"
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation)
    (tmp_path / "form.docx").write_bytes(_zip(parts | {"word/vbaProject.bin": b"program"}))
    (story,) = read_word(tmp_path / "form.docx", COLLECTION)
    assert story.fields == {"title": "A chair"}
    assert not story.files


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(data=st.data())
def test_a_spoilt_file_gives_a_draft_or_plain_words_and_never_a_traceback(
    data: st.DataObject, tmp_path: Path
) -> None:
    parts = _small()
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=6))
        part = part or bytearray(b" ")
    whole = _zip(parts | {name: bytes(part)})
    if data.draw(st.booleans()):
        whole = whole[: data.draw(st.integers(0, len(whole)))]
    (tmp_path / "form.docx").write_bytes(whole)
    try:
        drafts = read_word(tmp_path / "form.docx", COLLECTION)
    except UnreadableError as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 (either answer is right)
    else:
        assert drafts
