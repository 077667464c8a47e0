"""The pictures of shared links: every title fits, every letter is drawn, and nothing else is."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from command import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.build import social_cards, text_layout
from generator.build.social_cards import HEIGHT, MARGIN, TOP, WIDTH, compose, draw_card
from generator.build.text_layout import SANS, SERIF, fit, fit_ends, keep_drawable, measure
from generator.pages.types import SocialCard

NAME = "Improvement Stories"
QUOTE = "I was told in the little room. My husband stood at that window with his back to us."
WELSH = "Y ward lle mae’r cleifion yn dewis: ŵyr, tŷ, gŵyl, a’r bwrdd sy’n dweud fy enw i"
POLISH = "Zażółć gęślą jaźń: źródło ciepła dla każdego pacjenta na oddziale"
VIETNAMESE = "Nguyễn Thị Hạnh được gọi bằng tên của chính mình trên bảng trắng"
ARABIC = "اللوحة التي تقول ما أحب أن أُنادى به في القسم"
CHINESE = "我们把储藏室变成了告诉病人坏消息的房间，大家都可以安静地坐下来"
RUSSIAN = "Пациенты выбирают имя на доске"
GREEK = "Ο πίνακας που λέει το όνομά μου"
LONG_WORD = "pneumonoultramicroscopicsilicovolcanoconiosis" * 3
TITLES = {
    "three letters": "Tea",
    "a short title": "The first ten minutes",
    "120 letters": ("A store cupboard became the room where bad news is given, " * 3)[:120],
    "one word of 120": LONG_WORD[:120],
    "120 of the widest": "W" * 120,
    "120 of the narrowest": "i" * 120,
    "capitals with accents": "ÀÉÎÕÜ ŴŶ ŁŻ Ễ" * 4,
    "long words": "Multidisciplinary electroencephalography misunderstood in otorhinolaryngology",
    "Welsh": WELSH,
    "Polish": POLISH,
    "Vietnamese": VIETNAMESE,
    "Arabic": ARABIC,
    "Chinese": CHINESE,
    "120 in Chinese": (CHINESE * 4)[:120],
    "Russian": RUSSIAN,
    "Greek": GREEK,
    "emoji": "Tea 🫖 and a chat 👩🏽‍⚕️ on the ward",
    "two scripts": "The board that says اسمي to me",
}


def card_of(title: str, quote: str = "", **more: object) -> SocialCard:
    fields = {"label": "Naming · Privacy", "number": 3, "evidence": "signal", "mark": "Signal"}
    said_by = "Anjali, patient" if quote else ""
    return SocialCard("cards/x.png", title, NAME, quote=quote, said_by=said_by, **fields | more)  # type: ignore[arg-type]


def inked(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything is drawn in a box: the paper is colour 0 of the palette."""
    return picture.crop(box).getbbox() is not None


def png_of(card: SocialCard) -> bytes:
    held = io.BytesIO()
    compose(card).save(held, "PNG", compress_level=5)
    return held.getvalue()


@pytest.mark.parametrize("quote", ["", QUOTE], ids=["without quote", "with quote"])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_nothing_on_a_card_touches_its_margins(title: str, quote: str) -> None:
    picture = compose(card_of(title, quote))
    assert picture.size == (1200, 630)
    slack = 8  # a letter may lean out of its own width
    assert not inked(picture, (0, TOP, MARGIN - slack, HEIGHT))
    assert not inked(picture, (WIDTH - MARGIN + slack, TOP, WIDTH, HEIGHT))
    assert not inked(picture, (0, TOP, WIDTH, 60))
    assert not inked(picture, (0, 610, WIDTH, HEIGHT))
    assert not inked(picture, (0, 520, WIDTH, 536)), "the words reach the rule"
    assert inked(picture, (MARGIN, 120, WIDTH - MARGIN, 520))


@pytest.mark.site
@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=3, max_size=120))
def test_any_title_fits_on_a_card(title: str) -> None:
    picture = compose(card_of(title))
    assert not inked(picture, (0, TOP, MARGIN - 16, HEIGHT))
    assert not inked(picture, (WIDTH - MARGIN + 16, TOP, WIDTH, HEIGHT))
    assert not inked(picture, (0, 522, WIDTH, 536))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_no_word_of_a_title_is_lost(title: str) -> None:
    kept = keep_drawable(title, SERIF)
    setting = fit(kept, SERIF, (1048, 374), (150, 98, 62, 42), 1.04)
    letters = [char for char in kept if char.isalnum()]
    assert [c for line in setting.lines for c in line if c.isalnum()] == letters
    assert letters == [char for char in title if char.isalnum()]


def test_a_title_of_usual_length_is_not_broken_inside_a_word() -> None:
    title = TITLES["long words"]
    setting = fit(title, SERIF, (1048, 374), (150, 98, 62, 42), 1.04)
    assert " ".join(setting.lines) == title


def test_a_shorter_title_is_set_larger() -> None:
    sizes = [
        fit(TITLES[name], SERIF, (1048, 374), (150, 98, 62, 42), 1.04).size
        for name in ("three letters", "long words", "one word of 120")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


@pytest.mark.parametrize("text", [WELSH, POLISH, VIETNAMESE, CHINESE, RUSSIAN, GREEK])
def test_every_letter_has_a_font_that_has_it(text: str) -> None:
    nothing = text_layout._draw_alone(SERIF, "\U0010ffff")
    for char in text:
        if char.isalpha():
            font = text_layout._find_font(char, SERIF)
            assert font, char
            assert text_layout._draw_alone(font, char) != nothing, char


def test_a_letter_with_an_accent_is_not_the_letter_without() -> None:
    for one, other in ("ŵw", "ŷy", "łl", "ąa", "ưu", "ếe"):
        assert png_of(card_of(f"Te{one}a")) != png_of(card_of(f"Te{other}a"))


def test_arabic_is_joined_and_set_from_the_right() -> None:
    assert text_layout.SHAPES, "this Pillow cannot shape Arabic"
    assert measure("بيت", SERIF) < sum(measure(letter, SERIF) for letter in "بيت")
    picture = compose(card_of("بيت"))
    assert inked(picture, (WIDTH - MARGIN - 40, 120, WIDTH - MARGIN, 500))
    assert not inked(picture, (MARGIN, 120, WIDTH // 2, 500))


def test_emoji_are_left_out_without_a_gap() -> None:
    assert keep_drawable("Tea 🫖 and a chat 👩🏽‍⚕️", SERIF) == "Tea and a chat"
    assert png_of(card_of("Tea 🫖 and a chat")) == png_of(card_of("Tea and a chat"))


def test_a_title_in_letters_that_no_font_has_gives_way_to_its_domain() -> None:
    assert keep_drawable("ꓐꓑꓒ tea", SERIF) == ""
    assert png_of(card_of("ꓐꓑꓒ tea")) == png_of(card_of("Naming · Privacy"))


def test_every_part_of_a_card_shows() -> None:
    whole = card_of("Tea", QUOTE)
    changed = [
        card_of("Toast", QUOTE),
        card_of("Tea", "Another thing that was said."),
        card_of("Tea", QUOTE, label="Urgency"),
        card_of("Tea", QUOTE, number=5),
        card_of("Tea", QUOTE, evidence="sustained"),
        card_of("Tea", QUOTE, mark="Told · Invented example"),
    ]
    drawn = {png_of(card) for card in (whole, *changed)}
    assert len(drawn) == 7
    assert len({card.version for card in (whole, *changed)}) == 7


def test_the_sign_of_evidence_fills_bar_by_bar() -> None:
    filled = []
    for evidence in ("told", "measured", "signal", "sustained"):
        foot = compose(card_of("Tea", evidence=evidence)).crop((MARGIN, 550, MARGIN + 48, 590))
        filled.append(sum(1 for value in foot.tobytes() if value))
    assert filled == sorted(set(filled))


def test_a_card_is_small() -> None:
    assert max(len(png_of(card_of(title, QUOTE))) for title in TITLES.values()) <= 40 * 1024


def test_a_card_is_kept_by_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw_card(card_of("Tea"), tmp_path)
    other = draw_card(replace(card_of("Tea"), address="cards/y.png"), tmp_path)
    assert first == other
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert {path.read_bytes() for path in files} == {first}

    def draw_again(card: SocialCard) -> Image.Image:
        raise AssertionError(f"drawn again: {card.title}")

    monkeypatch.setattr(social_cards, "compose", draw_again)
    assert draw_card(card_of("Tea"), tmp_path) == first
    with pytest.raises(AssertionError):
        draw_card(card_of("Coffee"), tmp_path)


@pytest.mark.site
def test_a_card_drawn_by_another_process_is_the_same_byte_for_byte() -> None:
    script = (
        "import sys, hashlib; sys.path.insert(0, 'tests'); import test_social_cards as t;"
        "print(hashlib.sha256(t.png_of(t.card_of(t.WELSH, t.QUOTE))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == hashlib.sha256(png_of(card_of(WELSH, QUOTE))).hexdigest()


def test_every_story_action_domain_and_the_site_have_a_card(built_site: Path) -> None:
    for kind in ("stories", "actions", "domains"):
        records = {
            path.parent.name
            for path in (built_site / kind).glob("*/index.html")
            if "property=og:type" in path.read_text().replace('"', "")
        }
        drawn = {path.stem for path in (built_site / "cards" / kind).glob("*.png")}
        assert drawn
        assert drawn <= records
    for path in (built_site / "cards").rglob("*.png"):
        with Image.open(path) as picture:
            assert picture.size == (1200, 630)
        assert path.stat().st_size <= 40 * 1024
    assert (built_site / "cards/site.png").is_file()


@pytest.mark.parametrize("length", [1, 20, 60, 61, 180])
def test_a_long_name_on_a_card_keeps_the_words_after_it(length: int) -> None:
    name = f"Denise{' W' * (length // 2)} (not the real name)"
    line = fit_ends(name, (SANS, 27), WIDTH - 2 * MARGIN)
    assert line.startswith("Denise")
    assert line.endswith("(not the real name)")
    assert measure(line, SANS) * 27 / 100 <= WIDTH - 2 * MARGIN
    assert ("…" in line) is (line != name)
    card = card_of("Tea", QUOTE)
    cut, whole = (compose(replace(card, said_by=said)) for said in (name, line))
    assert cut.tobytes() == whole.tobytes()


def test_a_name_that_has_no_room_gives_way_to_the_short_one() -> None:
    long = replace(card_of("Tea"), name="Stories of Change at Elmfield Community Hospital")
    short = replace(long, short_name="Elmfield")
    plain = replace(card_of("Tea"), name="Elmfield", short_name="Elm")
    assert compose(short).tobytes() == compose(plain).tobytes() != compose(long).tobytes()
    assert short.version != long.version
