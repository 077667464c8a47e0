"""Two sites of one story, each in its own brand: pictures of what they make are unlike."""

import base64
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from command import run_stories
from PIL import Image, ImageColor
from playwright.sync_api import Browser, Request
from serving import serve_site

pytestmark = pytest.mark.site

TODAY = "2026-07-20"
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">
  <rect width="30" height="10" fill="{0}"/>
</svg>
"""
ROUNDED = 24  # how far a channel of a colour may be from what was asked for, in a small palette


@dataclass(frozen=True)
class Brand:
    """The colour of a site, and that of its logo, which stands nowhere else."""

    name: str
    site: str
    logo: str
    root: Path


@pytest.fixture(scope="module")
def brands(tmp_path_factory: pytest.TempPathFactory) -> tuple[Brand, Brand]:
    """Two sites, begun and built as their organisations would."""
    folder = tmp_path_factory.mktemp("brands")
    first = Brand("Elmfield", "#7a1f5f", "#00b894", folder / "elmfield")
    second = Brand("Northside", "#1f3d7a", "#e84300", folder / "northside")
    for brand in (first, second):
        url = f"https://{brand.name.lower()}.example/"
        words = ("init", brand.root.name, "--name", brand.name, "--url", url)
        assert run_stories(*words, cwd=folder).returncode == 0
        (brand.root / "content/logo.svg").write_text(DRAWING.format(brand.logo), encoding="utf-8")
        settings = brand.root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        text = text.replace("  name: material\n", "  name: material\n  logo: logo.svg\n")
        domains = ", ".join([f'"{brand.site}"'] * 4)
        colours = f'      colours: {{site: "{brand.site}", domains: [{domains}]}}\n'
        text = text.replace("  - improvement-stories:\n", f"  - improvement-stories:\n{colours}")
        settings.write_text(text, encoding="utf-8")
        run = run_stories("build", cwd=brand.root)
        assert run.returncode == 0, run.stderr
    return first, second


def _has(picture: bytes, colour: str) -> bool:
    """Whether a picture shows a colour."""
    wanted = ImageColor.getrgb(colour)
    with Image.open(BytesIO(picture)) as opened:
        plain = opened.convert("RGBA").convert("RGB")
        pixels = (pixel for _, pixel in plain.getcolors(2**24) or ())
        return any(
            all(abs(a - b) <= ROUNDED for a, b in zip(pixel, wanted, strict=True))
            for pixel in pixels
        )


def _expect_own(picture: bytes, own: Brand, other: Brand) -> None:
    shown = {colour: _has(picture, colour) for colour in (own.site, own.logo, other.site)}
    assert shown == {own.site: True, own.logo: True, other.site: False}
    assert not _has(picture, other.logo)


def _note(asked: list[Request], request: Request) -> None:
    asked.append(request)


def _pair(brands: tuple[Brand, Brand]) -> Iterator[tuple[Brand, Brand]]:
    yield brands
    yield brands[::-1]


def test_a_page_shows_the_logo_and_the_colours_of_its_site(
    brands: tuple[Brand, Brand], chromium: Browser
) -> None:
    for own, other in _pair(brands):
        with serve_site(own.root / "site") as url:
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            page.goto(url)
            picture = page.screenshot(full_page=True)
            page.close()
        _expect_own(picture, own, other)


def test_a_card_shows_the_logo_and_the_colours_of_its_site(brands: tuple[Brand, Brand]) -> None:
    for own, other in _pair(brands):
        cards = sorted((own.root / "site/cards").rglob("*.png"))
        assert len(cards) > 4
        for card in cards:
            _expect_own(card.read_bytes(), own, other)


def test_another_logo_is_another_card_and_one_taken_away_leaves_the_sign_of_the_package(
    brands: tuple[Brand, Brand], tmp_path: Path
) -> None:
    own = brands[0]
    root = Path(shutil.copytree(own.root, tmp_path / "again"))
    before = (root / "site/cards/site.png").read_bytes()
    home = (root / "site/index.html").read_text("utf-8")
    (root / "content/logo.svg").write_text(DRAWING.format("#ffb000"), encoding="utf-8")
    assert run_stories("build", cwd=root).returncode == 0
    card = (root / "site/cards/site.png").read_bytes()
    assert _has(card, "#ffb000")
    assert not _has(card, own.logo)
    versions = [
        re.findall(r"cards/site\.png\?v=(\w+)", text)
        for text in (home, (root / "site/index.html").read_text("utf-8"))
    ]
    assert versions[0] != versions[1]
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("  logo: logo.svg\n", "")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert run_stories("build", cwd=root).returncode == 0
    assert (root / "site/cards/site.png").read_bytes() not in {before, card}
    assert not _has((root / "site/cards/site.png").read_bytes(), "#ffb000")


def test_the_newsletter_brings_the_logo_along_and_fetches_nothing(
    brands: tuple[Brand, Brand], chromium: Browser, tmp_path: Path
) -> None:
    words = ("digest", "--since", "2026-01-01")
    for own, other in _pair(brands):
        run = run_stories(*words, "--format", "html", cwd=own.root)
        assert run.returncode == 0, run.stderr
        asked: list[Request] = []
        page = chromium.new_page()
        page.on("request", partial(_note, asked))
        page.set_content(run.stdout)
        _expect_own(page.screenshot(full_page=True), own, other)
        page.close()
        assert [each.url for each in asked if not each.url.startswith("data:")] == []
        letter = tmp_path / f"{own.name}.eml"
        run = run_stories(*words, "--format", "eml", "-o", str(letter), cwd=own.root)
        assert run.returncode == 0, run.stderr
        parts = {
            part.get_content_type(): part for part in message_from_bytes(letter.read_bytes()).walk()
        }
        html = parts["text/html"].get_payload(decode=True).decode()
        assert 'src="cid:logo"' in html
        assert own.site in html
        assert parts["image/png"]["Content-ID"] == "<logo>"
        assert _has(base64.b64decode(parts["image/png"].get_payload()), own.logo)


@pytest.mark.word
def test_the_word_form_shows_the_logo_and_the_colours_and_is_read_back_without_a_picture(
    brands: tuple[Brand, Brand], tmp_path: Path
) -> None:
    for own, other in _pair(brands):
        form = tmp_path / f"{own.name}.docx"
        run = run_stories("new", "story", "--word", str(form), cwd=own.root)
        assert run.returncode == 0, run.stderr
        with zipfile.ZipFile(form) as parts:
            (picture,) = (name for name in parts.namelist() if name.startswith("word/media/"))
            logo = parts.read(picture)
            words = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
        assert _has(logo, own.logo)
        assert own.site[1:].upper().encode() in words
        assert other.site[1:].upper().encode() not in words
        assert own.name.encode() in words
        run = run_stories("import", str(form), cwd=own.root)
        assert "picture" not in run.stdout + run.stderr
