"""Pages made of records: prose, typography, pictures, charts, long lists."""

import datetime as dt
import gzip
import json
import random
import re
import shutil
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from command import ROOT, run_stories
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from generator.build.pagefind import SearchError, Shard, name_engine
from generator.build.resize_images import make_width
from generator.build.search_index import SearchIndex, divide_entries
from generator.build.write_files import FileWriter
from generator.cache.store import Store
from generator.collection.collection import link
from generator.evidence import Measured, measure_record
from generator.model import Measure, Origin, Point, Story
from generator.model.base import Asset, Body
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
    assert 'srcset="room-480.webp 480w, room-960.webp 960w, room-1000.webp 1000w"' in html
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
    assert [(int(x), int(y)) for x, y in re.findall(r"[ML](\d+) (\d+)", chart.line)] == dots
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


def test_an_index_in_an_unknown_form_is_left_as_it_is(tmp_path: Path) -> None:
    entry = tmp_path / "pagefind-entry.json"
    entry.write_text('{"version":"9.0.0","languages":{"en":{"hash":"en_x"}}}')
    name_engine(tmp_path, "en")
    assert "en_x" in entry.read_text()


def test_the_index_is_whole(built_site: Path) -> None:
    bundle = built_site / "pagefind"
    for file in bundle.rglob("*.pf_*"):
        assert gzip.decompress(file.read_bytes()).startswith(b"pagefind_dcd")
    assert not list(bundle.glob("pagefind-ui*"))


def test_each_part_of_the_index_is_made_once_its_words_are_there(tmp_path: Path) -> None:
    writer = FileWriter(tmp_path, tmp_path / "old", Store(), 1)
    days = {"a/": 739_000, "b/": 739_001, "c/": 739_040, "d/": 739_041}
    entries = [
        SearchEntry(name, "story", name, "", f"<p>{name}</p>", order={"date": day})
        for name, day in days.items()
    ]
    twice = SearchEntry("c/", "page", "c as a page", "", "", order={"date": 739_000})
    index = SearchIndex(writer, most=2)
    index.begin([*entries, twice], later={"a/", "b/", "d/"}, outcomes={})
    assert [index.find_place(name) for name in ("d/", "c/", "b/", "a/", "z/")] == [0, 0, 1, 1, 2]
    for name in ("b/", "d/", "z/"):
        index.take(name, None)
    index.finish()
    assert json.loads((tmp_path / "pagefind/shards.json").read_text()) == ["shard-1/"]
    assert _count_pages(tmp_path / "pagefind") == 2
    assert not (tmp_path / "pagefind/shard-1").exists()
    index.take("a/", None)
    index.finish()
    assert _count_pages(tmp_path / "pagefind/shard-1") == 2


def test_an_index_that_nobody_waits_for_is_not_begun_before_the_end(tmp_path: Path) -> None:
    entry = SearchEntry("a/", "story", "a", "", "<p>a</p>", order={"date": 739_000})
    begun: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.build.pagefind.Shard.start", lambda _: begun.append("begun"))
        for waits in (True, False):
            index = SearchIndex(FileWriter(tmp_path, tmp_path / "old", Store(), 1), waits=waits)
            index.begin([entry], later={"a/"}, outcomes={})
            index.take("a/", None)
            assert begun == ([] if waits else ["begun"])
    index = SearchIndex(FileWriter(tmp_path, tmp_path / "old", Store(), 1), waits=True)
    index.begin([entry], later={"a/"}, outcomes={})
    index.take("a/", None)
    index.finish()
    assert _count_pages(tmp_path / "pagefind") == 1


def test_an_index_that_was_given_up_is_not_begun_any_more(tmp_path: Path) -> None:
    entry = SearchEntry("a/", "story", "a", "", "<p>a</p>", order={"date": 739_000})
    index = SearchIndex(FileWriter(tmp_path, tmp_path / "old", Store(), 1), waits=True)
    index.begin([entry], later={"a/"}, outcomes={})
    index.take("a/", None)
    index.kill()
    with pytest.raises(SearchError):
        index.finish()
    assert not list(tmp_path.iterdir())


def test_an_index_that_is_given_up_while_it_begins_runs_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = SearchEntry("a/", "story", "a", "", "<p>a</p>", order={"date": 739_000})
    index = SearchIndex(FileWriter(tmp_path, tmp_path / "old", Store(), 1), waits=True)
    index.begin([entry], later={"a/"}, outcomes={})
    index.take("a/", None)
    start, begun = Shard.start, []

    def start_late(shard: Shard) -> None:
        index.kill()
        start(shard)
        begun.append(shard)

    monkeypatch.setattr(Shard, "start", start_late)
    with pytest.raises(SearchError):
        index.finish()
    assert [shard.is_made() for shard in begun] == [True]
    assert not list(tmp_path.iterdir())


def _count_pages(bundle: Path) -> int:
    return len(list((bundle / "fragment").iterdir()))


@pytest.mark.site
def test_a_missing_search_program_is_said_and_the_last_site_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_stories("build", cwd=project).returncode == 0
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(project / "nothing-here"))
    run = run_stories("build", "--clean", cwd=project)
    assert run.returncode == 1
    assert "Pagefind" in run.stderr
    assert "pagefind[bin]" in run.stderr
    assert (project / "site/pagefind/pagefind.js").is_file()
    assert project != ROOT


@given(some.lists(some.integers(730_000, 732_000), max_size=60), some.integers(1, 20))
def test_shards_hold_every_entry_once_and_run_from_new_to_old(days: list[int], most: int) -> None:
    entries = [
        SearchEntry(f"{n}/", "story", "", "", "", order={"date": d}) for n, d in enumerate(days)
    ]
    entries.append(SearchEntry("about/", "page", "", "", ""))
    shards = divide_entries(entries, most)
    assert sorted(e.address for shard in shards for e in shard) == sorted(
        e.address for e in entries
    )
    spans = [[e.order["date"] for e in shard if e.order] for shard in shards]
    for newer, older in pairwise([span for span in spans if span]):
        assert min(newer) > max(older)
    assert entries[-1] in shards[0]


def test_a_new_story_leaves_the_older_shards_as_they_are() -> None:
    entries = [
        SearchEntry(f"{n}/", "story", "", "", "", order={"date": 730_000 + 9 * n})
        for n in range(100)
    ]
    before = divide_entries(entries, 12)
    new = SearchEntry("new/", "story", "", "", "", order={"date": 730_000 + 9 * 101})
    after = divide_entries([*entries, new], 12)
    assert after[1:] in (before[1:], before)
