"""The faults that Git or an editor would mend or mangle, written afresh into a copy of the project.

Each has a sidecar beside it, as the committed files have, that says what is to be reported.
"""

import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
TEXT = """---
title: Turned the screen round
status: made
made_on: 2026-03-01
domains: [naming]
by: {by}
---

We turned the screen so that the person in the chair could read it.
"""
CAFE = TEXT.format(by="The café’s clerk")


def copy_project(to: Path) -> Path:
    """Copy the project of faults to a folder, and add those that cannot be committed."""
    shutil.copytree(HERE / "project", to, dirs_exist_ok=True)
    made = to / "stories/actions/made"
    made.mkdir()
    for name, (content, expected) in _list_files().items():
        (made / name).write_bytes(content)
        if expected:
            (made / f"{name}.expect").write_text(f"{expected}\n", encoding="utf-8")
    pictures = to / "stories/pictures"
    (pictures / "chairs.png").write_bytes(draw("PNG"))
    for name, content in {"false.jpg": b"not a picture", "renamed.jpg": draw("PNG")}.items():
        (pictures / name).write_bytes(content)
        (pictures / f"{name}.expect").write_text("1:1 I502\n", encoding="utf-8")
    _make_links(made)
    return to


def draw(kind: str, size: tuple[int, int] = (4, 3)) -> bytes:
    """Draw a small grey picture of a kind such as PNG."""
    drawn = BytesIO()
    Image.new("L", size, 128).save(drawn, kind)
    return drawn.getvalue()


def _list_files() -> dict[str, tuple[bytes, str]]:
    plain = TEXT.format(by="The clerk")
    return {
        "latin-1.md": (CAFE.replace("’", "'").encode("latin-1"), "6:12 F102"),
        "windows-1252.md": (CAFE.encode("cp1252"), "6:12 F102"),
        "no-letter-at-all.md": (plain.encode().replace(b"clerk", b"\x81lerk"), "6:9 F102"),
        "utf-16.md": (CAFE.encode("utf-16"), "1:1 F102"),
        "utf-16-unmarked.md": (plain.encode("utf-16-le"), "1:2 F105"),
        "pasted.md": (plain.replace("status: ", "status\uff1a ").encode(), "3:7 Y212"),
        "null.md": (plain.replace("clerk", "cl\0erk").encode(), "6:11 F105"),
        "escape.md": (plain.replace("chair", "\x1b[31mchair").encode(), "9:48 F105"),
        "backwards.md": (plain.replace("clerk", "\u202eclerk").encode(), "6:9 F105"),
        "line-end-that-few-see.md": (plain.replace("clerk", "\u2028clerk").encode(), "6:9 F105"),
        "larger-than-a-story.md": ((plain + "x" * 300_000).encode(), "1:1 F103"),
        "too-many-brackets.md": ((plain + "\n" + "![" * 20_001).encode(), "9:1 F112"),
        "too-many-links.md": ((plain + "\n" + "[a](b) " * 2_001).encode(), "9:1 F112"),
        "windows-lines.md": (plain.replace("\n", "\r\n").encode(), ""),
        "old-mac-lines.md": (plain.replace("\n", "\r").encode(), "1:1 F108"),
        "marked.md": (b"\xef\xbb\xbf" + plain.encode(), "1:1 F107"),
        "marked-twice.md": (b"\xef\xbb\xbf" * 2 + plain.encode(), "1:1 F107\n1:1 F105"),
        "marked-with-windows-lines-and-a-fault.md": (
            b"\xef\xbb\xbf" + TEXT.format(by="a: b").replace("\n", "\r\n").encode(),
            "1:1 F107\n6:6 Y203",
        ),
        "cafe.md": (CAFE.encode(), ""),
        "false-picture.md": (
            (plain + "\n![Chairs](../../pictures/false.jpg) ![A lamp](lamp.jpg)\n").encode(),
            "",
        ),
        "link-to-a-link.md": ((plain + "\n[It](linked.md), [they](linked)\n").encode(), ""),
    }


def _make_links(folder: Path) -> None:
    for name, target in {
        "linked.md": "cafe.md",
        "leads-out.md": "/etc/passwd",
        "leads-nowhere.md": "no-such-file.md",
        "linked": "../../pictures",
        "lamp.jpg": "../../pictures/chairs.png",
    }.items():
        (folder / name).symlink_to(target)
        (folder / f"{name}.expect").write_text("1:1 F106\n", encoding="utf-8")
