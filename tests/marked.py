"""A project with a word of its own in every field that somebody's consent decides about."""

import gzip
import io
import itertools
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from command import ROOT, SITE
from PIL import Image

SCOPES = ("website", "feeds", "social", "print")
SIDES = ("patient", "carer", "staff", "volunteer", "other")
# Letters of which no stemmer makes another word.
_LETTERS = "bcdfghkmnpqrtvwxz"
KEPT, GONE = "the-bell-by-the-door", "the-lamp-by-the-bed"
PICTURE, PORTRAIT = f"stories/{KEPT}/hall.webp", f"stories/{GONE}/portrait.webp"


@dataclass(frozen=True)
class Mark:
    """The words of one voice, and what its consent allows: nothing, if it holds no longer."""

    quote: str
    said_by: str
    scope: frozenset[str]
    state: str


_names = itertools.product(_LETTERS, repeat=3)


def make_word() -> str:
    """Make a word that stands nowhere else."""
    return f"zqx{''.join(next(_names))}wk"


def _list_consents() -> Iterator[tuple[str, dict[str, Any] | None]]:
    given = {"reference": "FH-2026-014", "given": "2026-02-11"}
    for size in range(1, len(SCOPES) + 1):
        for scope in itertools.combinations(SCOPES, size):
            yield "holds", {**given, "scope": list(scope)}
    for state, more in (
        ("withdrawn", {"withdrawn": "2026-10-05"}),
        ("expired", {"given": "2022-01-01"}),
        ("expires today", {"expires": "2026-11-23"}),
    ):
        yield state, {**given, "scope": list(SCOPES), **more}
    yield "missing", None


def _make_voices(marks: list[Mark]) -> list[dict[str, Any]]:
    voices = []
    for number, (state, consent) in enumerate(_list_consents()):
        scope = frozenset(consent["scope"]) if consent and state == "holds" else frozenset()
        mark = Mark(make_word(), make_word(), scope, state)
        marks.append(mark)
        voice = {
            "role": SIDES[number % len(SIDES)],
            "quote": f"The bell rang {mark.quote}.",
            "said_by": f"{mark.said_by}, in March",
            "identity": "pseudonym",
        }
        voices.append(voice | ({"consent": consent} if consent else {}))
    return voices


def _write(path: Path, fields: dict[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{matter}---\n\n{body}\n", "utf-8")


def _draw(path: Path, said: str, colour: str) -> None:
    """Draw a picture in which a camera has left its words."""
    picture = Image.new("RGB", (640, 480), colour)
    exif = picture.getexif()
    exif[0x010E], exif[0x013B], exif[0x9286] = said, said, said
    picture.save(path, exif=exif, xmp=f"<x:xmpmeta>{said}</x:xmpmeta>".encode(), quality=60)


def make_marked(root: Path) -> tuple[list[Mark], set[str]]:
    """Write the project; gives the voices' marks, and the words of the story that will go."""
    for part in (SITE / "content", ROOT / "theme", SITE / "domains"):
        shutil.copytree(part, root / part.name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    marks: list[Mark] = []
    _write(
        root / f"stories/{KEPT}/index.md",
        {
            "title": "The bell by the day room door",
            "summary": "We hung a bell by the door, and people ring it when they want to go home.",
            "date": "2026-03-01",
            "domains": ["naming", "privacy"],
            "setting": "ward",
            "status": "made",
            "changed_on": "2026-02-01",
            "strategic_links": ["patient-experience"],
            "voices": _make_voices(marks),
            "image": {"file": "hall.webp", "alt": "A bell by a door"},
        },
        "We hung a bell by the door in March. It rang.",
    )
    words = {key: make_word() for key in ("exif", *(f"w{number}" for number in range(30)))}
    _draw(root / PICTURE, words["exif"], "#456")
    _write(
        root / f"stories/{KEPT}/actions/hang-the-bell.md",
        {
            "title": "Hung the bell by the door",
            "summary": "A bell on a hook by the door of the day room.",
            "status": "made",
            "made_on": "2026-02-01",
            "quick_win": "true",
            "voices": _make_voices(marks),
        },
        "The hook came from the shed.",
    )
    return marks, {words["exif"], *_write_gone(root, [words[f"w{n}"] for n in range(30)])}


def _write_gone(root: Path, words: list[str]) -> set[str]:
    """Write the story that will be withdrawn, with a word in each field that tells of somebody."""
    word = iter(words)
    used: list[str] = []

    def take() -> str:
        used.append(next(word))
        return used[-1]

    fields = {
        "title": f"The lamp {take()} by the bed",
        "summary": f"We put a lamp by the bed of {take()}, and the nights were quieter for it.",
        "date": "2026-04-01",
        "domains": ["naming"],
        "setting": "ward",
        "status": "made",
        "changed_on": "2026-02-01",
        "organisation": f"{take()} Hospital",
        "team": f"Ward {take()}",
        "contact": {"name": take(), "role": take(), "email": f"{take()}@nhs.example"},
        "strategic_links": ["patient-experience"],
        "problem": f"It was dark, said {take()}.",
        "lessons": [f"The switch was {take()}."],
        "experience": [{"method": "interview", "from": "patients", "found": f"Dark, {take()}."}],
        "touchpoints": [{"moment": f"Night {take()}", "feelings": [take()]}],
        "voices": [
            {
                "role": "patient",
                "quote": f"I could see {take()}.",
                "said_by": take(),
                "identity": "pseudonym",
                "consent": {"reference": "F-1", "scope": list(SCOPES), "given": "2026-02-11"},
            }
        ],
        "measures": [{"title": f"Falls {take()}", "type": "outcome", "file": "falls.csv"}],
        "image": {"file": "portrait.webp", "alt": f"A lamp, {take()}", "credit": take()},
    }
    folder = root / f"stories/{GONE}"
    _write(folder / "index.md", fields, f"The lamp stood by {take()}.")
    rows = "".join(f"2026-0{month}-01,{month + 3},,{take()}\n" for month in range(1, 4))
    (folder / "falls.csv").write_text(f"date,value,n,note\n{rows}", "utf-8")
    _draw(folder / "portrait.webp", take(), "#a33")
    action = {
        "title": f"Bought the lamp {take()}",
        "status": "made",
        "made_on": "2026-02-01",
        "by": f"Sister {take()}",
    }
    _write(folder / "actions/buy-the-lamp.md", action, f"It cost little, said {take()}.")
    return set(used)


def withdraw(root: Path) -> None:
    """Take the one story and the other's picture out, as somebody would who was asked to."""
    shutil.rmtree(root / f"stories/{GONE}")
    (root / PICTURE).unlink()
    path = root / f"stories/{KEPT}/index.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace(text[text.index("image:") : text.index("---\n\n")], ""), "utf-8")
    gone = {
        "stories": {GONE: "2026-11-20"},
        "actions": {"buy-the-lamp": "2026-11-20"},
        "pictures": {PICTURE: "2026-11-21"},
    }
    (root / "stories/withdrawn.yml").write_text(yaml.safe_dump(gone), "utf-8")


def decode(path: Path) -> str:
    """Read all the words of a file, whatever it is packed in; a picture's are its metadata."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    elif path.suffix in {".png", ".webp"}:
        with Image.open(path) as picture:
            picture.load()
            told = repr((picture.info, dict(picture.getexif())))
        return content.decode("latin-1") + told
    return content.decode("utf-8", "replace").replace("\r\n ", "").replace("\n ", "\n")
