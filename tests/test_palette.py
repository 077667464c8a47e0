"""One palette: whatever has a colour has it from there, and another palette changes it."""

import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from command import ROOT
from docx import Document
from PIL import Image, ImageColor
from small_project import make_project

from generator.build.pipeline import Project, check
from generator.build.social_cards import compose
from generator.exports.newsletter import write_html
from generator.exports.newsletter.contents import make_newsletter
from generator.intake import ask_story
from generator.intake.word_form import write_word_form
from generator.mkdocs_plugin import builder, config_values
from generator.mkdocs_plugin.commands import BuildOptions, build_site
from generator.model.palette import Colour, Palette
from generator.model.site_identity import SiteIdentity
from generator.pages.types import SocialCard

DAY = dt.date(2026, 11, 23)
OURS = Palette()
# None of these is one of ours, and no two are alike.
THEIRS = Palette(
    **{
        name.replace("-", "_"): Colour(f"#0a{number:02x}0b", f"#0c{number:02x}0d")
        for number, (name, _) in enumerate(OURS.named)
    },
    domains=tuple(Colour(f"#0e{number:02x}0f", f"#10{number:02x}11") for number in range(11)),
)
OUR_COLOURS = {told for colour in (*dict(OURS.named).values(), *OURS.domains) for told in colour}
SOURCES = [
    path
    for folder in ("generator", "theme")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".j2", ".css", ".html", ".svg", ".js"}
]
WRITTEN = re.compile(r"#[0-9a-fA-F]{6}\b")


def _find_ours(text: str) -> set[str]:
    return {told.lower() for told in WRITTEN.findall(text)} & OUR_COLOURS


def _list_pixels(picture: bytes) -> set[tuple[int, ...]]:
    with Image.open(io.BytesIO(picture)) as image:
        found = image.convert("RGB").getcolors(2**20)
    assert found
    return {pixel for count, pixel in found if count > 200}


def _rgb(*colours: Colour) -> set[tuple[int, ...]]:
    return {ImageColor.getrgb(colour.day) for colour in colours}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in their colours, cards and all."""
    project = make_project(tmp_path_factory.mktemp("palette") / "project")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("cards: false", "cards: true"))
    with pytest.MonkeyPatch.context() as patch:
        asked = config_values.site_identity_of

        def answer(config) -> SiteIdentity:
            told = asked(config)
            return SiteIdentity(told.name, told.description, told.url, palette=THEIRS)

        patch.setattr(builder, "site_identity_of", answer)
        build_site(str(settings), BuildOptions(today=DAY, jobs=1))
    return project / "site"


@pytest.mark.site
def test_the_styles_and_the_sign_of_a_site_have_its_colours(site: Path) -> None:
    for name in ("site", "embed"):
        style = (site / f"assets/css/{name}.css").read_text("utf-8")
        assert not _find_ours(style), name
        for colour, (day, night) in THEIRS.named:
            assert f"--{colour}: light-dark({day}, {night});" in style, colour
        for number, (day, night) in enumerate(THEIRS.accents):
            assert f"--d{number}: light-dark({day}, {night});" in style
            assert f".domain-{number} {{\n  --accent: var(--d{number});" in style
    sign = (site / "assets/images/favicon.svg").read_text("utf-8")
    assert set(WRITTEN.findall(sign)) == {THEIRS.site.day, THEIRS.paper.day}
    manifest = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert manifest["theme_color"] == THEIRS.site.day
    assert manifest["background_color"] == THEIRS.paper.day


@pytest.mark.site
def test_the_icons_and_the_cards_of_a_site_have_its_colours(site: Path) -> None:
    icons = sorted((site / "assets/icons").iterdir())
    assert len(icons) == 4
    for icon in icons:
        pixels = _list_pixels(icon.read_bytes())
        assert _rgb(THEIRS.site, THEIRS.paper) <= pixels, icon
        assert not pixels & _rgb(OURS.site, OURS.paper), icon
    cards = list((site / "cards").rglob("*.png"))
    assert len(cards) > 8
    for card in cards:
        pixels = _list_pixels(card.read_bytes())
        assert _rgb(THEIRS.paper, THEIRS.ink) <= pixels, card
        assert pixels & _rgb(*THEIRS.accents), card
        assert not pixels & _rgb(*dict(OURS.named).values(), *OURS.domains), card
    assert not any(_find_ours(page.read_text("utf-8")) for page in site.rglob("*.html"))


def test_a_card_has_the_accent_of_its_domain_and_another_palette_another_address() -> None:
    for number, accent in enumerate(THEIRS.accents):
        card = SocialCard("cards/x.png", "Tea", "Us", number=number, palette=THEIRS)
        assert compose(card).convert("RGB").getpixel((5, 5)) == ImageColor.getrgb(accent.day)
    beyond = SocialCard("cards/x.png", "Tea", "Us", number=99, palette=THEIRS)
    assert beyond.colours[2] == THEIRS.site.day
    assert (
        SocialCard("x", "Tea", "Us").version != SocialCard("x", "Tea", "Us", palette=THEIRS).version
    )


@pytest.mark.word
def test_the_word_form_has_the_colours_of_the_site(tmp_path: Path) -> None:
    collection = check(Project(make_project(tmp_path / "project")), DAY).collection
    questions = ask_story(collection)

    def read(palette: Palette) -> tuple[set[str], set[str]]:
        content = write_word_form(questions, "Us", palette)
        styles = Document(io.BytesIO(content)).styles
        inks = {str(style.font.color.rgb) for style in styles if style.name.startswith("Story")}
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            text = parts.read("word/document.xml").decode()
        return inks, set(re.findall(r'w:(?:fill|color)="([0-9A-F]{6})"', text))

    inks, fills = read(THEIRS)
    assert inks == {colour.day[1:].upper() for colour in (THEIRS.ink, THEIRS.soft)}
    assert fills == {colour.day[1:].upper() for colour in (THEIRS.wash, THEIRS.soft)}
    assert read(OURS) != (inks, fills)


def test_the_newsletter_has_the_colours_of_the_site(tmp_path: Path) -> None:
    checked = check(Project(make_project(tmp_path / "project")), DAY)
    web = SiteIdentity(url="https://us.example/", palette=THEIRS)
    since = dt.date(2026, 1, 1)
    html = write_html(make_newsletter(checked.collection, checked.findings, web, since, DAY))
    found = set(WRITTEN.findall(html))
    white = "#ffffff"  # a letter's ground is its reader's
    assert found == {white, THEIRS.ink.day, THEIRS.soft.day, THEIRS.site.day}


@pytest.mark.parametrize("told", ["", "red", "#fff", "#12345g", "#1f5f5b;}", "#1F5F5B\n", 'a"b'])
def test_what_is_no_colour_is_refused_by_name(told: str) -> None:
    with pytest.raises(ValueError, match="for site is not a colour"):
        Palette(site=Colour(told, "#000000"))
    with pytest.raises(ValueError, match="for domain 1 is not a colour"):
        Palette(domains=(Colour("#000000", told),))


def test_no_other_file_has_a_colour_of_its_own() -> None:
    for path in SOURCES:
        if path.name != "palette.py":
            assert not _find_ours(path.read_text("utf-8")), path
