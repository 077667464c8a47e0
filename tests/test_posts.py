"""What form services and letters bring, to drafts: in any envelope, and nothing of it is lost."""

import contextlib
import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from command import SITE
from hypothesis import given, settings
from hypothesis import strategies as st
from posts import keep_as_formspree_does, save_as_table, send_on_as_basin_does, write_letter
from test_import import bring, fold

from generator.collection.collection import Collection
from generator.intake.decode import UnreadableError
from generator.intake.from_email import read_email
from generator.intake.from_json import read_json
from generator.load.points import Region

pytestmark = pytest.mark.site

STORY = """\
---
title: "The bell – by the “side door”"
summary: "We hung a bell by the side door, so that nobody waits in the rain."
date: 2026-11-23
domains: [naming]
status: made
changed_on: 2026-03-02
---

It hangs there, \\- and it cost <b>nine</b> pounds, “=1+1”.
"""
PATH = "stories/2026/the-bell-by-the-side-door.md"
UPDATE = """\
---
story: a-quiet-room
date: 2026-11-23
status: sustained
---

Still so.
"""
POST = {
    "reference": "4827-1934",
    "title": "The bell – by the “side door”",
    "_subject": "The bell (4827-1934)",
    "file_name": "the-bell-by-the-side-door.md",
    "story": STORY,
}
GOES_ON = {
    "reference": "0000-0001",
    "title": "A quiet room",
    "file_name": "2026-11-23-a-quiet-room-120000.md",
    "story": UPDATE,
}
REGION = Region()


def _list_basin(*, is_wrapped: bool) -> bytes:
    told = (send_on_as_basin_does(each, is_wrapped=is_wrapped) for each in (POST, GOES_ON))
    return f"[{','.join(told)}]".encode()


@pytest.fixture
def project(lone_project: Path) -> Path:
    """A small project of the fixture's parts."""
    return lone_project


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("formspree.json", keep_as_formspree_does([POST, GOES_ON, POST]).encode()),
        ("formspree.csv", save_as_table([POST, GOES_ON, POST])),
        ("basin.csv", save_as_table([POST, GOES_ON], before="'")),
        ("basin.json", _list_basin(is_wrapped=False)),
        ("wrapped.json", _list_basin(is_wrapped=True)),
    ],
)
def test_what_a_service_keeps_becomes_the_files_that_were_sent(
    project: Path, name: str, content: bytes
) -> None:
    (project / name).write_bytes(content)
    made = bring(project, name)
    assert made.exit_code == 0, made.output
    beside = "stories/2026/a-quiet-room/updates/2026-11-23-a-quiet-room-120000.md"
    assert made.output.count("written to") == 2
    assert f"written to {PATH}\n  its number is 4827-1934\n" in made.output
    assert f"written to {beside}\n  its number is 0000-0001\n" in made.output
    text = (project / PATH).read_text(encoding="utf-8")
    assert text.endswith("\nIt hangs there, \\- and it cost <b>nine</b> pounds, “=1+1”.\n")
    assert "The bell – by the “side door”" in text
    assert "status: sustained" in (project / beside).read_text(encoding="utf-8")
    again = bring(project, name)
    assert again.exit_code == 1
    assert "There is a story called “the-bell-by-the-side-door” already" in again.output
    assert len(list((project / "stories/2026").glob("the-bell*"))) == 1


def test_a_file_that_lies_at_the_service_is_named_and_not_fetched(project: Path) -> None:
    address = "https://files.example/a/the-bell.zip?key=1"
    (project / "a.json").write_text(send_on_as_basin_does(POST, file=address), "utf-8")
    made = bring(project, "a.json")
    assert made.exit_code == 0, made.output
    told = f"with it came a file, which is not fetched from here: {address} Download it"
    assert made.output.count(told) == 1
    assert "proxy.example" not in made.output


def test_a_record_that_was_spoilt_on_the_way_is_kept_beside_the_sound_ones(project: Path) -> None:
    spoilt = {**POST, "reference": "1111-1111", "title": "Spoilt", "story": "---\ntitle: [a\n"}
    (project / "a.json").write_text(keep_as_formspree_does([spoilt, POST]), "utf-8")
    made = bring(project, "a.json")
    assert "its fields cannot be read, and are kept at the end" in made.output
    assert (project / PATH).is_file()
    assert "title: [a" in (project / "stories/2026/spoilt.md").read_text(encoding="utf-8")


def test_a_table_of_stories_that_has_a_column_called_story_is_still_one(project: Path) -> None:
    (project / "a.csv").write_text("title,story\nA bell,It hangs -- there.\n", "utf-8")
    made = bring(project, "a.csv")
    assert made.exit_code == 0
    assert "It hangs -- there." in (project / "stories/2026/a-bell.md").read_text("utf-8")


def test_a_letter_with_a_folder_attached_brings_the_whole_story(project: Path) -> None:
    picture = (SITE / "stories/2026/a-quiet-room/room.webp").read_bytes()
    content = fold({"the-bell/index.md": STORY, "the-bell/actions/hang.md": "---\ntitle: Hang it\n"
                    "status: made\nmade_on: 2026-03-02\n---\n\nOn a Monday.\n"})  # fmt: skip
    letter = write_letter(
        "A story: The bell (4827-1934)",
        "Please call me on Friday.\n",
        {"C:\\fakepath\\..\\The bell (1).zip": content, "image001.png": picture},
    )
    (project / "letter.eml").write_bytes(letter)
    made = bring(project, "letter.eml")
    assert made.exit_code == 0, made.output
    folder = "stories/2026/the-bell-by-the-side-door"
    assert f"written to {folder}/index.md" in made.output
    assert f"written to {folder}/actions/hang-it.md" in made.output
    assert "  its number is 4827-1934\n" in made.output
    assert "  the letter says: Please call me on Friday.\n" in made.output
    assert "  left out: image001.png, which no story takes\n" in made.output
    assert not list(project.rglob("*fakepath*"))


@pytest.mark.parametrize(
    "above", ["", "Dear all,\nhere it is.\n\nstory:\n", "Dear all,\nhere it is.\nstory: "]
)
@pytest.mark.parametrize("below", ["", "\n-- \nRuth\nWard 7, 01632 960001\n"])
def test_a_letter_with_the_story_in_its_text_brings_it(
    project: Path, above: str, below: str
) -> None:
    (project / "a.eml").write_bytes(write_letter("A story", f"{above}{STORY}{below}"))
    made = bring(project, "a.eml")
    assert made.exit_code == 0, made.output
    text = (project / PATH).read_text(encoding="utf-8")
    assert text.endswith("pounds, “=1+1”.\n")
    assert ("above it stands: Dear all, here it is. story:" in made.output) == bool(above)
    assert ("left out: the signature" in made.output) == bool(below)


def test_a_letter_that_was_forwarded_as_a_file_is_opened(project: Path) -> None:
    inner = EmailMessage()
    inner["Subject"] = "A story"
    inner.set_content("The story is in the file.")
    inner.add_attachment(STORY.encode(), maintype="text", subtype="markdown", filename="bell.md")
    outer = EmailMessage()
    outer["Subject"] = "FW: A story"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    (project / "a.eml").write_bytes(bytes(outer))
    made = bring(project, "a.eml")
    assert made.exit_code == 0, made.output
    assert (project / PATH).is_file()


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        (write_letter("Hello", "How are you?"), "There is no story in this letter. No file is"),
        (write_letter("x", "See.", {"a.zip": b"no"}), "a.zip was not read: This is no .zip file"),
        (write_letter("x", "See.", {"a.exe": b"no"}), "left out: a.exe, which no story takes"),
        (write_letter("x", "---\ntitle: a\n"), "no second line of --- ends them"),
        (b"", "There is no story in this letter."),
        (b"Content-Type: multipart/mixed\n\n--x\n", "There is no story in this letter."),
    ],
)
def test_a_letter_without_a_story_is_refused_in_words(
    project: Path, letter: bytes, told: str
) -> None:
    (project / "a.eml").write_bytes(letter)
    made = bring(project, "a.eml")
    assert made.exit_code == 1
    assert told in made.output
    assert "Traceback" not in made.output


def test_a_letter_in_letters_without_end_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(b"Content-Type: message/rfc822\n\n" * 20_000)
    with pytest.raises(UnreadableError):
        read_email(file, Collection(), REGION)


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400), kind=st.sampled_from(["text/plain", "multipart/mixed"]))
def test_any_bytes_are_a_letter_with_a_draft_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, kind: str
) -> None:
    file = tmp_path_factory.mktemp("letter") / "a.eml"
    file.write_bytes(f"Content-Type: {kind}; boundary=b\n\n".encode() + content)
    with contextlib.suppress(UnreadableError):
        assert read_email(file, Collection(), REGION)


def test_an_envelope_within_envelopes_is_opened_however_deep(tmp_path: Path) -> None:
    told: object = POST
    for _ in range(200):
        told = {"data": [told]}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    (draft,) = read_json(file, Collection())
    assert draft.fields["title"] == POST["title"]
