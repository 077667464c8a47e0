"""What a reader meets on the lists and in the guide: varied examples, code, plain phrases."""

import gzip
import json
import re
from pathlib import Path

import pytest

from generator.pages.guide import split_code
from generator.pages.labels import EVIDENCE, STATUS, lower_first


def test_learning_points_show_different_stories_before_any_comes_again(built_site: Path) -> None:
    page = (built_site / "learning/index.html").read_text(encoding="utf-8")
    lists = re.findall(r'class="lesson__examples">(.*?)</ul>', page, re.DOTALL)
    shown = [re.findall(r'href="\.\./stories/([^"/]+)/"', part) for part in lists]
    assert len(shown) == 9
    assert shown[0] != shown[1] != shown[2]
    told = [slug for slugs in shown for slug in slugs]
    assert len(set(told)) >= 15


@pytest.mark.parametrize(
    ("phrase", "within"),
    [
        ("Nine people on the ward", "nine people on the ward"),
        ("The patients’ panel", "the patients’ panel"),
        ("Twenty-two relatives", "twenty-two relatives"),
        ("Ann Otieno, a patient", "Ann Otieno, a patient"),
        ("NHS volunteers", "NHS volunteers"),
        ("Macmillan nurses", "Macmillan nurses"),
        ("", ""),
    ],
)
def test_a_phrase_within_a_sentence_begins_small_unless_it_is_a_name(
    phrase: str, within: str
) -> None:
    assert lower_first(phrase) == within


def test_rules_show_code_as_code_and_no_backtick(built_site: Path) -> None:
    pages = [*(built_site / "guide/rules").rglob("index.html")]
    assert len(pages) > 50
    pages.append(built_site / "guide/fields/index.html")
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "`" not in re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL), page
    assert split_code("Add `email` below.") == ("Add ", "email", " below.")
    assert split_code("a story's `it's`'s") == ("a story’s ", "it's", "’s")


def test_the_page_of_labels_shows_each_label_with_its_sign(built_site: Path) -> None:
    text = (built_site / "guide/labels/index.html").read_text(encoding="utf-8")
    for evidence in EVIDENCE:
        assert f"evidence--{evidence}" in text
    for status in STATUS:
        assert f"status--{status}" in text


def test_the_table_of_choices_names_each_story_once_newest_first(built_site: Path) -> None:
    bundle = built_site / "search"
    table = json.loads(gzip.decompress((bundle / "story-choices.pack").read_bytes()))
    known = json.loads(gzip.decompress((bundle / "addresses-0.pack").read_bytes()))
    addresses = []
    for line in table["rows"]:
        page, *signs = line.split(".")
        assert len(signs) == len(table["facets"])
        addresses.append(known[int(page)])
    page = (built_site / "stories/index.html").read_text(encoding="utf-8")
    listed = re.findall(r'class="card__title"><a href="([^"]+)"', page)
    assert len(addresses) == len(set(addresses)) == 21
    assert [url.split("/")[-2] for url in addresses] == [url.split("/")[-2] for url in listed]
