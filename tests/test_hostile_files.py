"""Names, pictures and links made to break something, or to tell more than they should."""

import datetime as dt
import io
import os
import struct
import subprocess
import unicodedata
import zlib
from pathlib import Path

import pytest
from command import SITE, run_stories
from faults.made import draw
from PIL import Image, ImageOps
from small_project import make_project

from generator.build.pipeline import Project, check, render
from generator.build.resize_images import make_width
from generator.collection.known_urls import list_known_urls
from generator.collection.story_evidence import Findings
from generator.load.file_names import DEEPEST, MOST_BYTES, list_bad_names
from generator.load.files import read_line
from generator.load.images import MOST_SCANS, read_picture
from generator.load.prose_pages import read_prose
from generator.load.source_lines import Excerpts
from generator.mkdocs_plugin.commands import BuildOptions, build_site
from generator.model.base import Asset
from generator.model.site_identity import SiteIdentity
from generator.pages.markdown_html import clean_page
from generator.rules import FAULTS, RULES
from generator.rules.links.site_links import check_site_links
from generator.rules.rule import Context

TODAY = dt.date(2026, 11, 23)
NFC = unicodedata.normalize("NFC", "café")
NFD = unicodedata.normalize("NFD", "café")
SECRETS = (b"SECRETCAMERA", b"SECRETCOMMENT", b"SECRETXMP", b"SECRETPLACE")


def codes(paths: list[str]) -> list[str]:
    return [f"{problem.place.path} {problem.fault.code}" for problem in list_bad_names(paths)]


@pytest.mark.parametrize(
    "name",
    [
        "con.md", "CON", "nul.jpg", "aux", "prn.tar.gz", "com1.csv", "LPT9.jpg", "com¹.csv",
        "a.", "a ", " a", "a:b.jpg", "a?.jpg", "a*.csv", 'a".csv', "a<b>.csv", "a|b.csv",
        "a\\b.csv", "a\nb.csv", "a\x07.csv", "a\u202eb.csv", f"{'a' * 81}.md", f"{'é' * (MOST_BYTES // 2 + 1)}.jpg",  # noqa: E501
    ],
)  # fmt: skip
def test_a_name_that_some_computer_cannot_hold_is_refused(name):
    assert codes([f"stories/{name}"]) == [f"stories/{name} F116"]
    if "a" * 81 not in name:
        assert codes([f"stories/{name}/a.csv"]) == [f"stories/{name}/a.csv F116"]


def test_a_record_whose_name_can_be_no_address_is_told_of_that_alone():
    assert codes(["stories/a:b.md", "stories/Aux/index.md", "stories/Nul .md"]) == []


@pytest.mark.parametrize(
    "name", ["concord.md", "com.md", "com10.md", "a-con.md", "null.md", "page.md", "embed.md", "index.md", f"{'a' * 80}.md", "Room 7.jpg", f"{NFC}.jpg"]  # noqa: E501
)  # fmt: skip
def test_a_name_that_only_looks_like_one_is_left_alone(name):
    assert codes([f"stories/{name}"]) == []


def test_a_file_too_many_folders_deep_is_refused():
    assert codes(["a/" * DEEPEST + "b.md"]) == ["a/" * DEEPEST + "b.md F116"]
    assert codes(["a/" * (DEEPEST - 1) + "b.md"]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("stories/Room.jpg", "stories/room.jpg"),
        (f"stories/{NFD}.jpg", f"stories/{NFC}.jpg"),
        ("stories/STRASSE.csv", "stories/straße.csv"),
        ("stories/room.JPG", "stories/room.jpg"),
        ("stories/room.jpg", "stories/room.png"),
        ("stories/A-desk/index.md", "stories/a-desk/index.md"),
        ("stories/A-desk/one.md", "stories/a-desk/two.md"),
    ],
)
def test_names_that_some_computer_takes_for_one_are_told_once(first, second):
    assert codes([second, first, "stories/other.jpg"]) == [f"{second} F117"]


def test_names_that_every_computer_tells_apart_are_left_alone():
    assert codes(["a/room.jpg", "b/room.jpg", "a/rooms.jpg", "a/room.csv", "a/room.md"]) == []


def make_png(width: int, height: int) -> bytes:
    """Make the head of a picture that says how large it is, and brings hardly a byte."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def make_webp(width: int, height: int) -> bytes:
    extended = b"VP8X" + struct.pack("<I", 10) + b"\x10\0\0\0"
    extended += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 4 + len(extended)) + b"WEBP" + extended


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "I502"),  # noqa: E501
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "I502"),
        ("a.jpg", b"GIF89a<script>", "I502"),
        ("a.jpg", b"%PDF-1.7", "I502"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "I502"),
        ("a.png", make_png(100_000, 100_000), "I502"),
        ("a.png", make_png(20_000, 8_000), "F103"),
        ("a.png", make_png(10, 16_001), "F103"),
        ("a.webp", make_webp(16_383, 16_383), "I502"),
        ("a.heic", b"\0\0\0\x18ftypheic", "I502"),
    ],
)  # fmt: skip
def test_a_picture_that_is_not_what_its_name_says_is_refused(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    assert read_picture(tmp_path, name).fault.code == code


def test_a_photograph_of_fifty_megabytes_is_refused(tmp_path):
    photograph = draw("JPEG", (400, 300))
    (tmp_path / "a.jpg").write_bytes(photograph + b"\0" * 50_000_000)
    assert read_picture(tmp_path, "a.jpg").fault.code == "F103"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_picture_that_was_cut_short_on_its_way_is_refused(tmp_path, kind, part):
    picture = Image.effect_noise((300, 200), 60)
    name = f"a.{kind.lower()}"
    picture.save(tmp_path / name, kind)
    whole = (tmp_path / name).read_bytes()
    assert isinstance(read_picture(tmp_path, name), Asset)
    (tmp_path / name).write_bytes(whole[: int(len(whole) * part)])
    assert read_picture(tmp_path, name).fault.code == "I502"


def make_scans(times: int) -> bytes:
    """Make a small photograph whose last layer is drawn so many times more."""
    content = draw_progressive()
    last = content.rindex(b"\xff\xda")
    return content[:-2] + content[last:-2] * times + content[-2:]


def draw_progressive() -> bytes:
    held = io.BytesIO()
    Image.effect_noise((64, 48), 60).save(held, "JPEG", progressive=True)
    return held.getvalue()


def test_a_photograph_that_is_drawn_thousands_of_times_over_is_refused(tmp_path):
    """Each time costs a whole picture's work, and next to no room in the file."""
    (tmp_path / "a.jpg").write_bytes(draw_progressive())
    assert isinstance(read_picture(tmp_path, "a.jpg"), Asset)
    (tmp_path / "a.jpg").write_bytes(make_scans(MOST_SCANS))
    assert read_picture(tmp_path, "a.jpg").fault.code == "I502"
    (tmp_path / "a.jpg").write_bytes(make_scans(50))
    assert isinstance(read_picture(tmp_path, "a.jpg"), Asset)


def open_width(folder, name, width):
    return Image.open(io.BytesIO(make_width(folder / name, width, folder / "kept").content))


def test_what_telephones_put_behind_or_beside_a_photograph_does_no_harm(tmp_path):
    (tmp_path / "a.jpg").write_bytes(draw("JPEG", (40, 30)) + b"SEFHe\0\0\0SEFT" * 9)
    second = Image.new("RGB", (20, 15))
    Image.new("RGB", (40, 30)).save(
        tmp_path / "b.jpg", "MPO", save_all=True, append_images=[second]
    )
    for name in ("a.jpg", "b.jpg"):
        assert read_picture(tmp_path, name) == Asset(name, "picture", 40, 30)
        with open_width(tmp_path, name, 40) as made:
            assert made.size == (40, 30)


def test_a_picture_whose_middle_is_spoilt_stops_a_build_with_its_name(tmp_path):
    spoilt = tmp_path / "a.png"
    Image.effect_noise((300, 200), 60).save(spoilt)
    content = bytearray(spoilt.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40] = b"\xff\xc0" * 20
    spoilt.write_bytes(content)
    with pytest.raises(OSError, match=r"picture .*a\.png is damaged"):
        make_width(spoilt, 100, tmp_path / "kept")


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_published_upright_and_its_size_is_known_upright(tmp_path, turned, kind):
    picture = Image.new("RGB", (120, 60), "white")
    picture.paste("black", (0, 0, 60, 30))
    exif = Image.Exif()
    exif[0x0112] = turned
    name = f"a.{kind.lower()}"
    picture.save(tmp_path / name, kind, exif=exif)
    upright = ImageOps.exif_transpose(Image.open(tmp_path / name)).convert("L")
    asset = read_picture(tmp_path, name)
    assert (asset.width, asset.height) == upright.size
    with open_width(tmp_path, name, asset.width) as made:
        assert made.size == upright.size
        for spot in ((5, 5), (made.width - 5, 5), (5, made.height - 5)):
            assert abs(made.convert("L").getpixel(spot) - upright.getpixel(spot)) < 60


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_a_camera_wrote_is_published(tmp_path, kind):
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[0x001B] = b"SECRETPLACE"
    name, more = f"a.{kind.lower()}", {}
    if kind == "JPEG":
        more = {"comment": b"SECRETCOMMENT", "xmp": b"<x>SECRETXMP</x>"}
    elif kind == "WEBP":
        more = {"xmp": b"<x>SECRETXMP</x>"}
    Image.new("RGB", (80, 60)).save(tmp_path / name, kind, exif=exif, **more)
    assert b"SECRETCAMERA" in (tmp_path / name).read_bytes()
    made = make_width(tmp_path / name, 40, tmp_path / "kept")
    assert not [secret for secret in SECRETS if secret in made.content]
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.size == (40, 30)
        assert not {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()
        assert not picture.getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colour_is_published_and_never_enlarged(tmp_path, mode):
    name = "a.jpg" if mode == "CMYK" else "a.png"
    Image.new(mode, (50, 40)).save(tmp_path / name)
    with open_width(tmp_path, name, 480) as made:
        assert made.size == (50, 40)


def test_sixteen_bits_of_grey_stay_grey(tmp_path):
    Image.new("I;16", (50, 40), 0x4000).save(tmp_path / "a.png")
    with open_width(tmp_path, "a.png", 50) as made:
        assert abs(made.convert("L").getpixel((9, 9)) - 0x40) < 3


def test_a_line_is_shown_by_many_as_by_one(tmp_path):
    (tmp_path / "a.md").write_bytes("one\r\ntwo\rcafé\n".encode("latin-1"))
    excerpts = Excerpts(tmp_path)
    for line in range(6):
        place = type(next(iter(list_bad_names(["con"]))).place)("a.md", line)
        assert excerpts.find(place) == (read_line(tmp_path, place) if line else None)


def judge_prose(root: Path, **pages: str) -> list[str]:
    """Judge the links of prose pages in a project."""
    for name, text in pages.items():
        file = root / "content" / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    collection = check(Project(root), TODAY, ()).collection
    prose = [read_prose(root, path)[0] for path in sorted(collection.pages)]
    beside = list_known_urls(collection, (fault.code for fault in FAULTS))
    found = check_site_links(prose, RULES, Context(collection, Findings(), TODAY), beside)
    return [f"{p.place} {p.fault.code}" for p in found]


@pytest.mark.parametrize(
    "link",
    [
        "[a](about.md)", "[a](guide/index.md#the-end)", "[a](#here)", "[a](stories/a-quiet-room.md)",  # noqa: E501
        "[a](domains/naming.md)", "[a](guide/labels.md#signal)", "[a](stories.csv)", "[a](feed.xml)",  # noqa: E501
        "[a](https://www.england.nhs.uk/)", '<a href="../stories/a-quiet-room/">a</a>',
        "<a href='../guide/#the-end'>a</a>", "`[a](nowhere.md)`", "    [a](nowhere.md)\n",
        "`<a href='nowhere.md'>`", "<!-- [a](nowhere.md) -->", "[a](<a file.txt>)", "[a](#by-hand)",
        "[a](mailto:ward7@hospital.example)", "[a](#here_1)", "[a](priorities/access.md)",
        "[a](guide/rules/r608.md)", "<a href='../stories/a-quiet-room/story.json'>a</a>",
    ],
)  # fmt: skip
def test_a_link_of_a_prose_page_that_leads_somewhere_is_left_alone(lone_project, link):
    (lone_project / "content/a file.txt").write_text("here", "utf-8")
    guide = (SITE / "content/guide/index.md").read_text("utf-8") + "\n## The end\n"
    text = f"# A page\n\n## Here\n\n## Here\n\n## There {{#by-hand}}\n\n{link}\n"
    assert [
        told for told in judge_prose(lone_project, new=text, guide__index=guide) if "new.md" in told
    ] == []


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[a](abuot.md)", "5:5 R608"),
        ("[a](#nowhere)", "5:5 R608"),
        ("[a](about.md#nowhere)", "5:5 R608"),
        ("[a](stories/a-quiet-rooom.md)", "5:5 R608"),
        ("[a](stories/a-quiet-room.md#nowhere)", "5:5 R608"),
        ("[a](../stories/2026/a-quiet-room/index.md)", "5:5 R608"),
        ("[a](../../etc/passwd)", "5:5 R608"),
        ("[a](/about/)", "5:5 R608"),
        ("[a](..\\about.md)", "5:5 R608"),
        ("![a](nowhere.png)", "5:6 R608"),
        ("[a](story.csv)", "5:5 R608"),
        ("[a](guide/rules/z999.md)", "5:5 R608"),
        ("[a](priorities/no-such.md)", "5:5 R608"),
        ("[a](stories.csv.md)", "5:5 R608"),
        ('<a href="../stories/a-quiet-rooom/">a</a>', "5:10 R608"),
        ('<img src="nowhere.png">', "5:11 R608"),
        ("[a](https://intranet/)", "5:5 R614"),
        ("<a href='https://me:secret@a.example/'>a</a>", "5:10 R614"),
    ],
)
def test_a_link_of_a_prose_page_that_leads_nowhere_is_told_at_its_place(lone_project, link, told):
    text = f"---\ntitle: A page\n---\n\n{link}\n"
    assert [said for said in judge_prose(lone_project, new=text) if "new.md" in said] == [
        f"content/new.md:{told}"
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[" * 2_001, "1:1 F112"),
        ("a\n" + "\n".join("    " * deep + "- a" for deep in range(300)), "27:1 F112"),
        ("a\n\n" + "> " * 60 + "a", "3:1 F112"),
    ],
)
def test_a_prose_page_that_would_keep_the_engine_busy_is_refused(tmp_path, body, told):
    (tmp_path / "a.md").write_text(body, "utf-8")
    page, problems = read_prose(tmp_path, "a.md")
    assert [f"{p.place.line}:{p.place.column} {p.fault.code}" for p in problems] == [told]
    assert page.links == ()


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<script>pwned</script>", ""),
        ("<style>p{}</style><link rel=stylesheet href=//a.example>", ""),
        ('<p onclick="pwned" style="color:red" data-x="1">a</p>', "<p>a</p>"),
        ("<iframe src=//a.example></iframe><object data=x></object><embed src=x>", ""),
        ('<form action="//a.example"><input name=a><button>b</button></form>', "b"),
        ('<meta http-equiv=refresh content="0;//a.example"><base href=//a.example>', ""),
        ('<a href="javascript:pwned" target=_blank>a</a>', "<a>a</a>"),
        ('<img src="data:image/svg+xml,pwned" onerror=pwned alt="a">', '<img alt="a">'),
        ("<svg onload=pwned><a xlink:href=javascript:pwned>a</a></svg>", ""),
        ('<h2 id="b" class="c">a</h2>', '<h2 id="b" class="c">a</h2>'),
    ],
)
def test_the_html_of_a_prose_page_runs_and_asks_nothing(html, left):
    assert clean_page(html) == left


@pytest.mark.site
def test_a_prose_page_is_published_clean(tmp_path):
    project = make_project(tmp_path / "project")
    page = project / "content/about.md"
    more = "\n# Here {onclick=pwned}\n\n<script>pwned</script><p onload='pwned'>Still here.</p>\n"
    page.write_text(page.read_text("utf-8") + more, "utf-8")
    build_site(str(project / "mkdocs.yml"), BuildOptions(today=TODAY, jobs=1))
    for file in (project / "site").rglob("*"):
        assert not file.is_file() or b"pwned" not in file.read_bytes(), file
    assert "Still here." in (project / "site/about/index.html").read_text("utf-8")


def test_a_record_s_link_to_a_heading_of_a_prose_page_is_judged(project):
    story = project / "stories/2026/a-quiet-room/index.md"
    text = story.read_text("utf-8")
    rows = text.count("\n") + 2
    story.write_text(
        f"{text}\n[a](../../../content/about.md#why-stories) [b](../../../content/about.md#nowhere)\n",  # noqa: E501
        "utf-8",
    )
    assert [told for told in judge_prose(project) if "a-quiet-room" in told] == [
        f"stories/2026/a-quiet-room/index.md:{rows}:48 R608"
    ]


def test_two_pages_never_have_one_address(project):
    naming = (project / "domains/naming.md").read_text("utf-8")
    (project / "domains/more").mkdir()
    (project / "domains/more/naming.md").write_text(naming, "utf-8")
    told = judge_prose(project, stories__a_quiet_room="x", **{"stories__a-quiet-room": "x"})
    assert [said for said in told if "R613" in said] == [
        "stories/2026/a-quiet-room/index.md:1:1 R613",
        "domains/naming.md:1:1 R613",
    ]


@pytest.mark.site
def test_no_name_of_a_record_clashes_with_what_the_site_makes(project):
    sample = (project / "stories/2026/a-window-seat-for-treatment.md").read_text("utf-8")
    for name in ("page", "embed", "feed", "search", "assets", "files", "stories", "cards", "null"):
        (project / f"stories/2026/{name}.md").write_text(sample, "utf-8")
        (project / f"stories/actions/{name}.md").parent.mkdir(exist_ok=True)
    checked = check(Project(project), TODAY)
    site = render(checked, TODAY, SiteIdentity(url="https://stories.example/"))
    made = [
        page.address + "index.html"
        if page.address.endswith("/") or not page.address
        else page.address
        for page in site.pages
    ]
    made += [each.address for each in (*site.documents, *site.joined_files)]
    made += [sheet.address for sheet in site.sheets if not sheet.address.endswith("/")]
    made += [copy.address for copy in site.copies] + [size.address for size in site.resizes]
    made += [card.address for card in site.cards]
    assert len({address.casefold() for address in made}) == len(made)
    folders = {parent.as_posix().casefold() for address in made for parent in Path(address).parents}
    assert not folders & {address.casefold() for address in made}


@pytest.mark.site
def test_a_device_in_the_place_of_data_is_refused_without_waiting_for_it(project):
    os.mkfifo(project / "stories/2026/a-quiet-room/pipe.csv")
    told = [f"{p.place.path} {p.fault.code}" for p in check(Project(project), TODAY).problems]
    assert "stories/2026/a-quiet-room/pipe.csv F106" in told


@pytest.mark.site
def test_names_and_prose_are_judged_by_the_check_itself(project):
    (project / "content/new.md").write_text("[a](nowhere.md)\n", "utf-8")
    for name in ("Chairs.jpg", "chairs.jpg", "con.jpg"):
        (project / "stories/2026/a-quiet-room" / name).write_bytes(draw("JPEG"))
    deep = project / "stories" / "/".join("a" * 60)
    deep.mkdir(parents=True)
    told = [f"{p.place.path} {p.fault.code}" for p in check(Project(project), TODAY).problems]
    assert "content/new.md R608" in told
    assert "stories/2026/a-quiet-room/chairs.jpg F117" in told
    assert "stories/2026/a-quiet-room/con.jpg F116" in told
    assert f"stories/{'/'.join('a' * DEEPEST)} F116" in told


@pytest.mark.site
def test_folders_a_thousand_deep_are_said_in_a_sentence_by_every_command(project):
    deepest = str(project / "content")
    for _ in range(1200):
        deepest += "/a"
        Path(deepest).mkdir()
    try:
        runs = [
            run_stories(command, *options, cwd=project)
            for command, *options in (["check"], ["build"], ["serve", "-a", "127.0.0.1:0"])
        ]
    finally:
        subprocess.run(["rm", "-rf", str(project / "content/a")], check=True)
    for run in runs:
        assert run.returncode == 1
        assert "F116" in run.stdout + run.stderr
        assert "Traceback" not in run.stderr
