"""Whatever stands in a Word document is in its draft, in what is left of it, or in the remarks.

The documents are written as raw XML by a small grammar of Word's own words, not by the importer's:
paragraphs of all looks, lists, tables with merged cells, links, notes, comments, boxes, pictures
and tracked changes, each with words that occur once. `make deep` makes 500 of them.
"""

import io
import random
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from deep import count_cases
from PIL import Image

from generator.collection.link import link
from generator.intake import write_draft
from generator.intake.from_word import read_word

pytestmark = pytest.mark.word
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
LOOKS = ("b", "i", "u", "caps", "smallCaps", "shadow", "rtl", "emboss")


@dataclass
class Maker:
    """Writes one document, and keeps what must come out of it."""

    luck: random.Random
    words: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    pictures: int = 0
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    head: str = ""

    def word(self) -> str:
        """Make a word or a number that occurs once."""
        if self.luck.random() < 0.3:
            made = f"{self.luck.randrange(10**6, 10**7)}"
        else:
            made = "q" + "".join(self.luck.choices("abcdefghijklmnoprstuvwyzäé", k=9))
        return made

    def say(self) -> str:
        self.words.append(self.word())
        return self.words[-1]

    def link(self) -> str:
        return f"https://example.org/{self.luck.randrange(10**9)}"

    def run(self) -> str:  # noqa: C901 (one branch for each kind)
        kind = self.luck.randrange(12)
        if kind == 0:
            number = f"{self.luck.randrange(10**5, 10**6)}"
            raised = self.luck.random() < 0.5
            self.words.append(number.translate(RAISED if raised else LOWERED))
            name = "superscript" if raised else "subscript"
            return _run(number, f'<w:vertAlign w:val="{name}"/>')
        if kind == 1:
            self.links.append(self.link())
            return f'<w:hyperlink r:id="link{len(self.links)}">{_run(self.say())}</w:hyperlink>'
        if kind == 2:
            code = self.link()
            self.words.append(code)
            return (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
                f'HYPERLINK "{code}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
                f'</w:r>{_run(self.say())}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        if kind == 3:
            self.gone.append(self.word())
            return f"<w:del><w:r><w:delText>{self.gone[-1]}</w:delText></w:r></w:del>"
        if kind == 4:
            return f"<w:ins>{_run(self.say())}</w:ins>"
        if kind == 5:
            control = f"<w:sdt><w:sdtContent>{_run(self.say())}</w:sdtContent></w:sdt>"
            return f"<w:smartTag>{control}</w:smartTag>"
        if kind == 6:
            self.notes.append(self.say())
            return f'{_run(self.say())}<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        if kind == 7:
            self.comments.append(self.say())
            return f'{_run(self.say())}<w:r><w:commentReference w:id="{len(self.comments)}"/></w:r>'
        if kind == 8 and self.pictures < 3:
            self.pictures += 1
            return _drawing(f"picture{self.pictures}")
        if kind == 9:
            return f"<w:r><w:t>{self.say()}</w:t><w:br/><w:t>{self.say()}</w:t></w:r>"
        look = self.luck.choice(LOOKS)
        return _run(self.say(), f"<w:{look}/>" if self.luck.random() < 0.5 else "")

    def paragraph(self) -> str:
        style = self.luck.choice(("", "", "", "Heading1", "Heading2", "ListNumber", "ListBullet"))
        told = f'<w:pStyle w:val="{style}"/>' if style else ""
        if not style and self.luck.random() < 0.3:
            level, key = self.luck.randrange(3), self.luck.choice("12")
            told = f'<w:ilvl w:val="{level}"/><w:numId w:val="{key}"/>'
            told = f"<w:numPr>{told}</w:numPr>"
        if self.luck.random() < 0.1:
            told += "<w:rPr><w:del/></w:rPr>"
        runs = _run(" ").join(self.run() for _ in range(self.luck.randrange(1, 5)))
        return f"<w:p><w:pPr>{told}</w:pPr>{runs}</w:p>"

    def table(self) -> str:
        """Make a table; each row is kept as its words, column by column."""
        width = self.luck.randrange(2, 5)
        rows = []
        for _ in range(self.luck.randrange(2, 5)):
            cells, at, row = "", 0, [""] * width
            while at < width:
                span = self.luck.randrange(1, width - at + 1) if self.luck.random() < 0.3 else 1
                row[at] = self.say()
                aside = self.run() if self.luck.random() < 0.1 else ""
                wide = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
                cells += f"<w:tc>{wide}<w:p>{_run(row[at])}</w:p><w:p>{aside}</w:p></w:tc>"
                at += span
            rows.append(f"<w:tr>{cells}</w:tr>")
            self.rows.append(row)
        return f"<w:tbl>{''.join(rows)}</w:tbl><w:p/>"

    def tabbed(self) -> str:
        rows = [[self.say() for _ in range(3)] for _ in range(2)]
        self.rows += rows
        told = ("<w:r><w:tab/></w:r>".join(map(_run, row)) for row in rows)
        return "".join(f"<w:p>{each}</w:p>" for each in told) + "<w:p/>"

    def box(self) -> str:
        inner = f"<w:p>{_run(self.say())}</w:p>"
        return (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            f"{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )

    def body(self) -> str:
        kinds = (self.paragraph, self.paragraph, self.paragraph, self.table, self.tabbed, self.box)
        self.head = self.say()
        return "".join(self.luck.choice(kinds)() for _ in range(self.luck.randrange(2, 12)))


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _drawing(key: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{key}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _list(kind: str, key: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/></w:lvl>'
        for n in range(9)
    )
    return f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'


def write_docx(maker: Maker, file: Path) -> Path:
    """Write the document with all its parts."""
    body = maker.body()
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (
            ("Heading1", "heading 1"), ("Heading2", "heading 2"),
            ("ListNumber", "List Number"), ("ListBullet", "List Bullet"),
        )
    )  # fmt: skip
    note = '<w:{0} w:id="{1}"><w:p>{2}</w:p></w:{0}>'
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(note.format("footnote", n, _run(t)) for n, t in enumerate(maker.notes, 1))
    asides = "".join(note.format("comment", n, _run(t)) for n, t in enumerate(maker.comments, 1))
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2)
    )
    lists = _list("decimal", 1) + _list("bullet", 2)
    parts = {
        "styles": f"<w:styles {W}>{styles}</w:styles>",
        "numbering": f"<w:numbering {W}>{lists}{numbers}</w:numbering>",
        "footnotes": f"<w:footnotes {SPACES}>{lines}{notes}</w:footnotes>",
        "comments": f"<w:comments {SPACES}>{asides}</w:comments>",
        "header": f"<w:hdr {SPACES}><w:p>{_run(maker.head)}</w:p></w:hdr>",
    }
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    related += "".join(
        f'<Relationship Id="link{n}" Type="{OFFICE}/hyperlink" Target="{to}" '
        'TargetMode="External"/>'
        for n, to in enumerate(maker.links, 1)
    )
    related += "".join(
        f'<Relationship Id="picture{n}" Type="{OFFICE}/image" Target="media/picture{n}.png"/>'
        for n in range(1, maker.pictures + 1)
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}+xml"/>' for name in parts
    )
    begin = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    with zipfile.ZipFile(file, "w") as folded:
        folded.writestr(
            "[Content_Types].xml",
            f'{begin}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
            f"{types}</Types>",
        )
        folded.writestr(
            "_rels/.rels",
            f'{begin}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        folded.writestr(
            "word/_rels/document.xml.rels",
            f'{begin}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        )
        page = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
        document = f"<w:document {SPACES}><w:body>{body}{page}</w:body></w:document>"
        folded.writestr("word/document.xml", begin + document)
        for name, part in parts.items():
            folded.writestr(f"word/{name}.xml", begin + part)
        for number in range(1, maker.pictures + 1):
            picture = io.BytesIO()
            Image.new("RGB", (20 + number, 20)).save(picture, "PNG")
            folded.writestr(f"word/media/picture{number}.png", picture.getvalue())
    return file


@pytest.mark.parametrize("seed", range(count_cases(500)))
def test_every_word_number_link_and_picture_comes_out_of_a_document(seed, tmp_path):
    maker = Maker(random.Random(seed))
    drafts = read_word(write_docx(maker, tmp_path / "a.docx"), link())
    written = "\n".join(write_draft(draft) for draft in drafts)
    remarks = "\n".join(remark for draft in drafts for remark in draft.remarks)
    told = f"{written}\n{remarks}"
    missing = [word for word in (*maker.words, *maker.links) if word not in told]
    assert not missing, told
    assert not [word for word in maker.gone if word in written]
    assert len(drafts[0].files) == maker.pictures
    for row in maker.rows:
        line = next(line for line in written.split("\n") if row[1 if row[1] else 0] in line)
        if line.startswith("|"):
            cells = line.strip("|").split("|")
            assert [word in cell for word, cell in zip(row, cells, strict=False)] == [True] * len(
                row
            )
            assert not any(cell.strip() for word, cell in zip(row, cells, strict=False) if not word)
        else:
            assert [word for word in row if word in line] == [word for word in row if word]
