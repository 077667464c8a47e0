"""The bytes of a Word file to a document that is safe to walk, or a refusal in plain words.

A `.docx` is a zip of XML that anybody may have made. Its size, its number of parts and what they
unfold to are limited before anything is unfolded. Programs in it are left out, nothing that it
points to elsewhere is fetched, and no name in it is ever the name of a file of ours.
"""

import io
import posixpath
import re
import zipfile
import zlib
from urllib.parse import unquote

import docx
from docx.document import Document
from lxml import etree

from generator.intake.decode import UnreadableError

MOST_BYTES = 40 * 1024 * 1024
MOST_UNFOLDED = 200 * 1024 * 1024
MOST_XML = 10 * 1024 * 1024
MOST_PARTS = 2_000
MOST_PARAGRAPHS = 20_000
_ENCRYPTED = 0x1
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LIKE_IT = re.compile(  # a document that may hold programs, and the two kinds of template
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml)",
    re.IGNORECASE,
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_SAVE = "Open it in Word and choose File, Save As, Word Document (.docx)."
_FROM_HERE = "Then import that file."
DAMAGED = (
    "The file is damaged, or is no Word document. If it opens in Word, save it there under a new "
    "name as a Word Document (.docx), and import the new file."
)
# What a file that is no .docx begins with, what it is, and what to do about it.
_OTHERS = (
    (
        b"%PDF",
        f"This is a PDF, not a Word document. Import the form that it was made from. {_SAVE}",
    ),
    (b"{\\rtf", f"This is a Rich Text file, not a Word document. {_SAVE} {_FROM_HERE}"),
    (b"<", f"This is a web page, not a Word document. {_SAVE} {_FROM_HERE}"),
)


def open_word(content: bytes) -> Document:
    """Open a Word file.

    Raises:
        UnreadableError: if it is no Word file, is locked, damaged or far too large.
    """
    _refuse_other_kinds(content)
    try:
        clean = _clean(zipfile.ZipFile(io.BytesIO(content)))
        return docx.Document(io.BytesIO(clean))
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError) as error:
        raise UnreadableError(DAMAGED) from error
    except (KeyError, ValueError, TypeError, AttributeError, NotImplementedError, OSError) as error:
        raise UnreadableError(DAMAGED) from error  # parts that are missing or make no sense


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip(b"\0 \r\n\t"):
        raise UnreadableError("The file is empty.")
    if len(content) > MOST_BYTES:
        message = "The file is larger than 40 MB. Make its pictures smaller, and save it again."
        raise UnreadableError(message)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if _LOCKED in content:
            message = (
                "The file is locked with a password. Take the password off, and save it again."
            )
            raise UnreadableError(message)
        raise UnreadableError(f"This is a document of Word 2003 or older. {_SAVE} {_FROM_HERE}")
    for beginning, message in _OTHERS:
        if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(beginning):
            raise UnreadableError(message)
    if not content.startswith(b"PK"):
        raise UnreadableError(f"This is not a Word document. {_SAVE} {_FROM_HERE}")


def _clean(folded: zipfile.ZipFile) -> bytes:
    """Copy what is wanted of a Word file: no programs, and no pointer to what is not there."""
    entries = folded.infolist()
    _refuse_bombs(entries)
    names = {entry.filename for entry in entries}
    if _TYPES not in names or not any(name.startswith("word/") for name in names):
        raise UnreadableError(_explain_zip(names))
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as clean:
        for name in sorted(names):
            if name.endswith("/") or "vbaproject" in name.lower() or "vbadata" in name.lower():
                continue
            part = folded.read(name)
            if name.endswith(".rels"):
                part = _clean_relations(part, name, names)
            elif name == _TYPES:
                part = _LIKE_IT.sub(_DOCUMENT, part)
            elif name.endswith(".xml"):
                _refuse_part(part)
            clean.writestr(name, part)
    return copy.getvalue()


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    large = any(e.file_size > MOST_XML for e in entries if e.filename.endswith((".xml", ".rels")))
    if large or len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > MOST_UNFOLDED:
        message = "The file unfolds to far more than a form holds, so it was not opened."
        raise UnreadableError(f"{message} Copy your answers into a new form, and import that.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableError("The file is locked with a password. Take it off, and save it again.")


def _refuse_part(part: bytes) -> None:
    if _STRICT in part[:4096]:
        message = "The file was saved as “Strict Open XML Document”, which few programs read."
        raise UnreadableError(f"{message} {_SAVE} {_FROM_HERE}")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        message = "The file has something in it that Word never writes, so it was not opened."
        raise UnreadableError(f"{message} Copy your answers into a new form, and import that.")
    if part.count(b"<w:p>") + part.count(b"<w:p ") > MOST_PARAGRAPHS:
        message = "The document is far longer than a story, so it was not read."
        raise UnreadableError(f"{message} Copy your answers into a new form, and import that.")
    etree.fromstring(part, _PLAIN)  # a broken part is found here, and not half way through


def _explain_zip(names: set[str]) -> str:
    if "content.xml" in names:
        kind = "a document of LibreOffice or OpenOffice (.odt)"
    elif any(name.startswith("xl/") for name in names):
        return "This is a workbook of Excel, not a Word document. Save it as CSV, and import that."
    elif any(name.startswith("ppt/") for name in names):
        kind = "a presentation"
    elif any(name.startswith("Index/") for name in names):
        kind = "a document of Apple Pages"
    else:
        return "This is a folder of files, zipped, not a Word document. Import the form itself."
    return f"This is {kind}, not a Word document. Save it there as Word (.docx), and import that."


def _clean_relations(part: bytes, name: str, names: set[str]) -> bytes:
    """Keep the pointers to parts that are there, and web addresses; drop all others."""
    root = etree.fromstring(part, _PLAIN)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root.iter(_RELATION)):
        target = unquote(relation.get("Target", "")).partition("#")[0]
        if relation.get("TargetMode") == "External":
            continue  # only ever read as text
        found = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if found not in names or relation.get("Type", "").endswith(("/vbaProject", "/vbaData")):
            root.remove(relation)
    return bytes(etree.tostring(root))
