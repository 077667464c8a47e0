"""Pages made of records: prose, typography, pictures, charts, long lists."""

import datetime as dt
import gzip
import json
import random
import re
import shutil
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from command import ROOT
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from small_project import read_tree

from generator.build.concepts import Concepts
from generator.build.resize_images import make_width
from generator.build.search_index import SearchIndex, divide_entries, encode_postings
from generator.build.search_record import IMPACTS, weigh_entry
from generator.build.search_text import list_stems, stem
from generator.build.write_files import FileWriter
from generator.cache.store import Store
from generator.collection.link import link
from generator.evidence import Measured, measure_record
from generator.model import Measure, Origin, Point, Story
from generator.model.base import Asset, Body
from generator.model.terms import Concept
from generator.pages.chart import make_chart
from generator.pages.chart_axes import make_time_scale, make_value_scale
from generator.pages.lazy_cards import LazyCards
from generator.pages.markdown_html import relative_url, render_markdown
from generator.pages.pagination import paginate
from generator.pages.smart_quotes import curl_quotes
from generator.pages.types import SearchEntry

FIELDS = {
    "title": "A story",
    "summary": "What happened, in a sentence or two.",
    "date": "2026-03-01",
    "domains": ["naming"],
    "status": "made",
}


def make_story(markdown: str, slug: str = "a", **fields: object) -> Story:
    path = f"stories/{slug}/index.md"
    origin = Origin(path, slug, f"stories/{slug}", Body(markdown, 8))
    return Story.model_validate({**FIELDS, **fields}, context=origin)


def render(markdown: str, *others: Story, assets: tuple[Asset, ...] = ()) -> str:
    story = make_story(markdown)
    return render_markdown(story, "stories/a/", link([story, *others], assets=assets))


# Prose


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](javascript:alert(1))",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](<javascript:alert(1)>)",
        '[x](https://a.example "onmouseover=alert(1)")',
        "<style>*{display:none}</style>",
        "<iframe src=https://a.example></iframe>",
        "<svg/onload=alert(1)>",
        "`</code><script>alert(1)</script>`",
        "{{ config }} {% include 'x' %}",
    ],
)
def test_nothing_in_a_body_becomes_a_script(hostile: str) -> None:
    html = render(hostile)
    for sign in (
        "<script",
        "<style",
        "<iframe",
        "<svg",
        "<img src=x",
        'href="javascript',
        'onerror=a"',
    ):
        assert sign not in html.lower()
    assert 'href="data:' not in html
    assert " onmouseover=" not in html.replace('title="onmouseover=alert(1)"', "")


def test_braces_in_a_body_stay_text() -> None:
    assert "{{ config }}" in render("{{ config }}")


def test_a_link_to_another_record_leads_to_its_page() -> None:
    other = make_story("Words.", "b")
    html = render("[there](../b/index.md#words)", other)
    assert 'href="../b/#words"' in html


def test_a_picture_comes_in_widths_that_are_never_wider_than_it_is() -> None:
    asset = Asset("stories/a/room.png", "picture", 1000, 500)
    html = render("![A room](room.png)", assets=(asset,))
    assert 'src="room-1000.webp"' in html
    assert 'srcset="room-480.webp 480w, room-800.webp 800w, room-1000.webp 1000w"' in html
    assert 'width="1000" height="500"' in html
    assert 'alt="A room"' in html


def test_headings_have_anchors_and_never_outrank_the_title() -> None:
    html = render("# One\n\n## Two\n\n## Two")
    assert html.count("<h1") == 0
    assert [f'id="{name}"' in html for name in ("one", "two", "two-2")] == [True] * 3


@given(
    some.lists(some.sampled_from(["a", "b-c", "d"]), max_size=3),
    some.lists(some.sampled_from(["a", "e"]), max_size=3),
)
def test_a_relative_address_leads_back_to_where_it_was_meant(
    one: list[str], other: list[str]
) -> None:
    here, there = ("".join(f"{part}/" for part in parts) for parts in (one, other))
    steps = (here + relative_url(here, there)).split("/")
    found: list[str] = []
    for step in steps:
        if step == "..":
            found.pop()
        elif step not in {"", "."}:
            found.append(step)
    assert found == other


# Typography


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ("don't", "don’t"),
        ('"Yes," she said.', "“Yes,” she said."),
        ("the patients' names", "the patients’ names"),
        ("'Yes', he said", "‘Yes’, he said"),
        ('("so")', "(“so”)"),
        ("the '90s", "the ’90s"),
        ("no signs", "no signs"),
    ],
)
def test_quotation_marks_are_set_as_a_printer_would(plain: str, printed: str) -> None:
    assert curl_quotes(plain) == printed


@given(some.text())
def test_setting_changes_nothing_but_the_signs(text: str) -> None:
    back = curl_quotes(text)
    for curly, straight in ('“"', '”"', "‘'", "’'"):
        text, back = text.replace(curly, straight), back.replace(curly, straight)
    assert back == text
    assert curl_quotes(curl_quotes(text)) == curl_quotes(text)


def test_a_body_of_quotation_marks_alone_is_rendered_in_one_pass() -> None:
    """A parser that pairs them takes minutes for this; one that does not takes a moment."""
    assert len(render("'" * 100_000)) >= 100_000


# Pictures


def test_a_published_picture_is_upright_and_says_nothing_of_its_camera(tmp_path: Path) -> None:
    picture = Image.new("RGB", (600, 300), "white")
    picture.paste("black", (0, 0, 300, 300))
    exif = picture.getexif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "SECRETCAMERA"
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    source = tmp_path / "photo.jpg"
    picture.save(source, exif=exif, comment=b"SECRETCOMMENT")
    assert b"SECRETCAMERA" in source.read_bytes()
    made = make_width(source, 200, tmp_path / "kept")
    assert b"SECRET" not in made.content
    with Image.open(BytesIO(made.content)) as published:
        assert published.size == (200, 400)
        assert not published.getexif()
        assert published.convert("L").getpixel((100, 50)) < 40  # type: ignore[operator]
        assert published.convert("L").getpixel((100, 350)) > 215  # type: ignore[operator]


def test_a_picture_is_made_once_for_the_same_pixels(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    Image.new("RGB", (50, 50), "red").save(source)
    first = make_width(source, 50, tmp_path / "kept")
    (kept,) = (tmp_path / "kept").iterdir()
    assert (kept.name, kept.read_bytes()) == first
    stamp = kept.stat().st_mtime_ns
    shutil.copy(source, tmp_path / "b.png")
    assert make_width(tmp_path / "b.png", 50, tmp_path / "kept") == first
    assert kept.stat().st_mtime_ns == stamp


# Charts


def _measure(count: int, **fields: object) -> Measure:
    chance = random.Random(count)
    points = [
        Point(date=dt.date(2024 + m // 12, m % 12 + 1, 1), value=chance.randint(40, 60))
        for m in range(count)
    ]
    told = {"title": "Names used", "type": "outcome", "unit": "%", "direction": "increase"}
    return Measure.model_validate({**told, "points": points, **fields})


def _judge(measure: Measure, changed_on: dt.date | None) -> Measured:
    return measure_record([measure], changed_on)[0][0]


def test_every_mark_of_a_chart_lies_within_its_plot() -> None:
    chart = make_chart(_judge(_measure(30, target=90), dt.date(2025, 4, 1)), (), "_m")
    drawn = "".join(marks for _, marks in chart.marks)
    places = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", drawn)]
    assert len(places) == len(chart.rows) == 30
    assert all(0 <= x <= 1000 and 0 <= y <= 1000 for x, y in places)
    assert {level.kind for level in chart.levels} == {"centre", "limit"}
    assert chart.target is not None
    assert [moment.kind for moment in chart.moments] == ["change"]
    assert chart.shades


def test_the_line_of_a_chart_leads_from_mark_to_mark() -> None:
    chart = make_chart(_judge(_measure(9), None), (), "_m")
    ((_, marks),) = chart.marks
    dots = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", marks)]
    assert len(dots) == 9
    moves = [(int(x), int(y)) for x, y in re.findall(r"[Ml](-?\d+) (-?\d+)", chart.line)]
    places = accumulate(moves, lambda at, move: (at[0] + move[0], at[1] + move[1]))
    assert list(places) == dots
    assert chart.line.count("M") == 1


def test_the_line_of_a_chart_breaks_where_nothing_was_counted() -> None:
    points = [point.model_dump() for point in _measure(12).points]
    points[5]["value"] = "n/a"
    chart = make_chart(_judge(_measure(0, points=points), None), (), "_m")
    assert chart.line.count("M") == 2
    assert chart.gaps.count("M") == 1
    assert chart.counted == "11 counted months of 12"


def test_a_single_point_is_a_mark_and_a_line_of_no_length() -> None:
    chart = make_chart(_judge(_measure(1), None), (), "_m")
    assert "L" not in chart.line
    assert len(chart.marks) == 1


def test_a_few_points_are_drawn_and_no_line_is_claimed() -> None:
    chart = make_chart(_judge(_measure(6), dt.date(2024, 4, 1)), (), "_m")
    assert chart.line
    assert chart.levels == ()
    assert chart.rules == ""


def test_a_measure_without_points_has_its_words_and_no_chart() -> None:
    chart = make_chart(_judge(_measure(0), None), (), "_m")
    assert chart.line == ""
    assert chart.sentence


@given(
    some.lists(some.floats(-1e6, 1e6), min_size=1, max_size=40),
    some.sampled_from(["%", "minutes", None]),
)
def test_a_scale_holds_its_values_between_round_ticks(
    values: list[float], unit: str | None
) -> None:
    scale = make_value_scale(values, unit)
    assert scale.low <= min(values)
    assert scale.high >= max(values)
    assert 2 <= len(scale.ticks) <= 12


@given(some.lists(some.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), min_size=1, max_size=40))
def test_time_has_at_most_nine_ticks_on_the_first_of_a_month(dates: list[dt.date]) -> None:
    scale = make_time_scale(dates)
    assert len(scale.ticks) <= 9
    assert all(tick.day == 1 for tick in scale.ticks)
    assert all(0 <= scale.place(date) <= 1 for date in dates)


# Long lists


@given(some.integers(0, 500), some.integers(1, 60))
def test_pages_of_a_list_hold_everything_once_and_in_order(total: int, per_page: int) -> None:
    leaves = list(paginate(LazyCards(range(total), int), "stories/", per_page))
    assert [item for leaf in leaves for item in leaf.items] == list(range(total))
    assert [leaf.number for leaf in leaves] == list(range(1, leaves[0].count + 1))
    assert leaves[0].address == "stories/"
    for before, after in pairwise(leaves):
        assert (before.after, after.before) == (after.address, before.address)


# The search index


def _read(file: Path) -> Any:
    return json.loads(gzip.decompress(file.read_bytes()))


def _decode(text: str) -> list[tuple[int, int]]:
    """Read the postings of a shard as a browser does."""
    pages, page, gap = [], -1, 0
    for sign in map(ord, text):
        if sign < 67:
            page, gap = page + gap + 1, 0
            pages.append((page, sign - 35))
        else:
            gap = gap * 56 + sign - 67
    return pages


@given(some.dictionaries(some.integers(0, 200_000), some.integers(1, IMPACTS), max_size=40))
def test_postings_are_read_as_they_were_written(pages: dict[int, int]) -> None:
    told = sorted(pages.items())
    assert _decode(encode_postings(told)) == told


def test_an_index_tells_of_every_entry_once_and_takes_what_it_knows_over(tmp_path: Path) -> None:
    days = {"a/": 739_000, "b/": 739_001, "c/": 739_040, "d/": 739_041}
    entries = [
        SearchEntry(name, "story", f"kettle {name}", "", "", order={"date": day})
        for name, day in days.items()
    ]
    twice = SearchEntry("c/", "page", "c as a page", "", "", order={"date": 739_000})
    own = SearchEntry("x/", "action", "its own", "", "", order={"date": 1}, story="a/")
    store = Store(stays=True)
    index = SearchIndex(FileWriter(tmp_path / "1", tmp_path / "old", store, 1), most=3)
    index.begin([own, *entries, twice], later={"a/"}, outcomes={})
    index.take("a/", None)
    index.take("z/", None)
    index.finish()
    told = json.loads((tmp_path / "1/search/index.json").read_text())
    assert (told["kinds"], told["shards"]) == ("sosss", [3, 2])
    assert _read(tmp_path / "1/search/addresses-0.pack") == ["a/", "x/", "b/", "c/", "d/"]
    postings = _read(tmp_path / "1/search/postings-0.pack")
    first, second = postings[stem("kettle")].split(" ")
    assert [page for page, _ in _decode(first.removeprefix("0:"))] == [0, 2]
    assert [page for page, _ in _decode(second.removeprefix("1:"))] == [0, 1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.build.search_index.encode_postings", None)  # nobody needs it now
        again = SearchIndex(FileWriter(tmp_path / "2", tmp_path / "old", store, 1), most=3)
        again.begin([own, *entries, twice], later=(), outcomes={})
        again.finish()
    assert read_tree(tmp_path / "1") == read_tree(tmp_path / "2")


def test_a_word_weighs_most_in_a_title_and_a_concept_is_found_by_its_phrase() -> None:
    concepts = Concepts({"bell": Concept(label="call bell", also=("nurse call",), finds={})})
    entry = SearchEntry(
        "a/", "story", "The kettle", "", "<p>A <b>jug</b> and a nurse call. A call to a nurse.</p>"
    )
    weights = weigh_entry(entry, concepts)
    assert weights[stem("kettle")] > weights["jug"]
    assert "=bell" in weights
    assert not {"the", "and"} & {*weights}
    field = Concepts({"stopped": Concept(label="stopped", finds={"status": "stopped"})})
    stopped = SearchEntry("a/", "story", "x", "", filters={"status": ("stopped",)})
    assert "=stopped" in weigh_entry(stopped, field)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("labelling", "labelled"), ("stopped", "stopping"), ("nurses", "nurse"),
        ("worries", "worried"), ("introducing", "introduce"), ("Łucja", "lucja"),
        ("Weiß", "weiss"), ("o\ufb03ce", "office"), ("H₂O", "h2o"), ("10⁹", "109"),
        ("A&E", "ae"), ("doctor\u2019s", "doctor"), ("Kırmızı", "kirmizi"), ("İbrahim", "ibrahim"),
        ("colour", "color"), ("centre", "center"), ("haematology", "hematology"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_a_word_are_one(written: str, typed: str) -> None:
    assert list_stems(written) == list_stems(typed)


def test_the_script_cuts_words_as_the_generator_does(built_site: Path) -> None:
    told = json.loads((ROOT / "tests/scripts/stems.json").read_text(encoding="utf-8"))
    assert len(told) > 300
    assert {word: list_stems(word) for word in told} == told


@given(some.lists(some.integers(730_000, 732_000), max_size=60), some.integers(1, 20))
def test_shards_hold_every_entry_once_and_run_from_old_to_new(days: list[int], most: int) -> None:
    entries = [
        SearchEntry(f"{n}/", "story", "", "", "", order={"date": d}) for n, d in enumerate(days)
    ]
    entries.append(SearchEntry("about/", "page", "", "", ""))
    shards = divide_entries(entries, most)
    assert sorted(e.address for shard in shards for e in shard) == sorted(
        e.address for e in entries
    )
    spans = [[e.order["date"] for e in shard if e.order] for shard in shards]
    for older, newer in pairwise([span for span in spans if span]):
        assert min(newer) > max(older)
    assert entries[-1] in shards[-1]


def test_a_new_story_leaves_the_older_shards_as_they_are() -> None:
    entries = [
        SearchEntry(f"{n}/", "story", "", "", "", order={"date": 730_000 + 9 * n})
        for n in range(100)
    ]
    before = divide_entries(entries, 12)
    new = SearchEntry("new/", "story", "", "", "", order={"date": 730_000 + 9 * 101})
    after = divide_entries([*entries, new], 12)
    assert after[:-1] in (before[:-1], before)
