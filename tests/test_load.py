"""Files to values with places: front matter, data, pictures, links, and the line to be shown."""

import os
import time

import pytest
from faults.made import draw

from generator.load.files import MOST_BYTES, read_line, read_text
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.images import MOST_BYTES as MOST_PICTURE_BYTES
from generator.load.images import read_picture
from generator.load.markdown import list_headings, list_links, parse_markdown
from generator.load.measure_files import read_points
from generator.load.points import MOST_ROWS
from generator.load.yaml_parser import DEEPEST, MOST_ITEMS, MOST_VALUES, parse_yaml
from generator.model.places import NEAR
from generator.model.problem import Place, Problem


def codes(problems) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.fault.code}" for p in problems]


@pytest.mark.parametrize("blank", [0, 1, 7])
@pytest.mark.parametrize("gap", [0, 1, 3])
def test_every_part_of_a_record_knows_its_line(blank, gap):
    text = "\n" * blank + "---\n" + "\n" * gap + "a: b\nc:\n  - d\n---\n" + "\n" * gap + "Body.\n"
    matter = read_front_matter(text, "a.md")
    lines = text.split("\n")
    assert isinstance(matter, FrontMatter)
    assert matter.fields == {"a": "b", "c": ["d"]}
    assert lines[matter.body_line - 1] == "Body."
    assert lines[matter.start[0] - 1] == "---"
    assert matter.parsed.places[("a",)] == (blank + gap + 2, 4)
    assert matter.parsed.places[("c", 0)] == (blank + gap + 4, 5)
    assert matter.parsed.key_places[("c",)] == (blank + gap + 3, 1)


def test_a_rule_in_the_body_ends_no_fields():
    matter = read_front_matter("---\na: b\n---\nOne.\n\n---\n\nTwo.\n", "a.md")
    assert isinstance(matter, FrontMatter)
    assert matter.body == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize(
    "value", ["no", "2026-02-30", "0x1F", "1e999", "12:30", "1_000", "=", "😀"]
)
def test_a_plain_value_stays_as_it_was_written(value):
    assert parse_yaml(f"a: {value}", "a.md").value == {"a": value}


@pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_nothing_is_read_as_nothing(value):
    assert parse_yaml(f"a: {value}", "a.md").value == {"a": None}


@pytest.mark.parametrize("value", ['""', '"~"', "'null'"])
def test_nothing_in_quotation_marks_is_a_text(value):
    assert parse_yaml(f"a: {value}", "a.md").value == {"a": value.strip("\"'")}


def test_a_value_given_twice_is_told_once_and_the_first_is_kept():
    parsed = parse_yaml("a: {b: 1}\na: {b: 2, c: 3}\n", "a.md")
    assert parsed.value == {"a": {"b": "1"}}
    assert codes(parsed.problems) == ["2:1 Y205"]


def test_values_far_inside_are_found_where_they_stand_when_somebody_asks():
    text = "a:\n- b:\n  - c: [1, 2]\n    d: 3\n"
    parsed = parse_yaml(text, "a.md", 5)
    places = {
        (): (5, 1),
        ("a",): (5, 1),
        ("a", 0): (6, 3),
        ("a", 0, "b"): (6, 3),
        ("a", 0, "b", 0): (7, 5),
        ("a", 0, "b", 0, "c"): (7, 5),
        ("a", 0, "b", 0, "c", 0): (7, 9),
        ("a", 0, "b", 0, "c", 1): (7, 12),
        ("a", 0, "b", 0, "d"): (8, 8),
    }
    assert max(map(len, parsed.places.near)) == NEAR
    assert parsed.places == places
    names = {("a",): 5, ("a", 0, "b"): 6, ("a", 0, "b", 0, "c"): 7, ("a", 0, "b", 0, "d"): 8}
    assert {keys: line for keys, (line, _) in parsed.key_places.items()} == names


def test_a_value_far_inside_that_is_given_twice_is_told_with_the_line_of_the_first():
    parsed = parse_yaml("a:\n- b:\n  - c: 1\n    c: 2\n    c: 3\n", "a.md")
    assert parsed.value == {"a": [{"b": [{"c": "1"}]}]}
    assert codes(parsed.problems) == ["4:5 Y205", "5:5 Y205"]
    assert all("the first is on line 3" in problem.message for problem in parsed.problems)


def test_fields_may_be_as_deep_as_the_limit_and_no_deeper():
    assert not parse_yaml("[" * DEEPEST + "]" * DEEPEST, "a.md").problems
    deeper = parse_yaml("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "a.md")
    assert codes(deeper.problems) == [f"1:{DEEPEST + 1} Y210"]


def test_values_may_be_as_many_as_the_limit_and_no_more():
    row = "- [" + "a, " * 98 + "a]\n"  # a hundred values, itself included
    rows = row * (MOST_VALUES // 100 - 1) + "- [" + "a, " * 97 + "a]\n"
    assert not parse_yaml(rows, "a.md").problems
    told = codes(parse_yaml(rows + "- a\n", "a.md").problems)
    assert told == [f"{MOST_VALUES // 100 + 1}:3 Y210"]


@pytest.mark.parametrize("line", ["- a\n", "a{}: b\n", "- {{}}\n", "a: b\n"])
def test_a_list_or_a_group_has_a_longest_length(line):
    text = "".join(line.format(number) for number in range(MOST_ITEMS + 50))
    found = codes(parse_yaml(text, "a.md").problems)
    assert found[-1].endswith("Y210")
    assert len(found) <= MOST_ITEMS + 2
    fewer = "a: b" if line == "a: b\n" else "".join(map(line.format, range(MOST_ITEMS)))
    assert not parse_yaml(fewer, "a.md").problems


@pytest.mark.parametrize(("size", "found"), [(MOST_BYTES, []), (MOST_BYTES + 1, ["1:1 F103"])])
def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path, size, found):
    (tmp_path / "a.md").write_bytes(b"x" * size)
    assert codes(read_text(tmp_path, "a.md").problems) == found


def read_csv(content: str | bytes):
    read = read_points(content if isinstance(content, bytes) else content.encode(), "a.csv")
    return read.points, read.problems


def test_data_are_read_whatever_the_order_and_the_case_of_the_columns():
    points, problems = read_csv('Note, VALUE ,date\n"New, and new",4.5, 2026-01-01 \n,,\n')
    assert not problems
    assert [(str(p.date), p.value, p.n, p.note) for p in points] == [
        ("2026-01-01", 4.5, None, "New, and new")
    ]


def test_data_with_a_mark_and_windows_lines_are_read_without_a_word():
    points, problems = read_csv(b"\xef\xbb\xbfdate,value\r\n2026-01-01,4\r\n")
    assert len(points) == 1
    assert not problems


def test_every_wrong_cell_of_a_file_is_told_at_its_own_column():
    content = "date,value,n,note\n2026-01-06,6x,ten,\n2026-13-01,4,-4,\n2026-02-01,5,10,\n"
    points, problems = read_csv(content)
    assert codes(problems) == ["2:12 D403", "2:15 D403", "3:1 D403", "3:14 D403"]
    assert [point.value for point in points] == [5]


def test_a_quotation_mark_left_open_in_data_is_a_problem():
    content = 'date,value,note\n2026-01-01,4,"' + "x\n" * 80_000
    assert codes(read_csv(content)[1]) == ["65538:1 D403"]


def test_a_file_of_data_has_a_longest_length():
    points, problems = read_csv("date,value\n" + "2026-01-01,4\n" * (MOST_ROWS + 9))
    assert codes(problems) == [f"{MOST_ROWS + 2}:1 F103"]
    assert len(points) == MOST_ROWS


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.PNG", "PNG"), ("a.webp", "WEBP")]
)
def test_a_picture_is_known_by_its_size(tmp_path, name, kind):
    (tmp_path / name).write_bytes(draw(kind, (40, 30)))
    asset = read_picture(tmp_path, name)
    assert (asset.path, asset.kind, asset.width, asset.height) == (name, "picture", 40, 30)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", b"", "I502"),
        ("a.png", b"<svg/>", "I502"),
        ("a.png", draw("PNG")[:20], "I502"),
        ("a.png", draw("GIF"), "I502"),
        ("a.jpg", draw("PNG"), "I502"),
        ("a.gif", draw("GIF"), "I502"),
        ("a.png", draw("PNG", (10_000, 5_001)), "F103"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    found = read_picture(tmp_path, name)
    assert isinstance(found, Problem)
    assert found.fault.code == code


def test_a_picture_of_too_many_bytes_is_refused_without_reading_it(tmp_path):
    with (tmp_path / "a.png").open("wb") as file:
        os.truncate(file.fileno(), MOST_PICTURE_BYTES + 1)
    found = read_picture(tmp_path, "a.png")
    assert isinstance(found, Problem)
    assert found.fault.code == "F103"


def test_a_line_is_shown_even_of_a_file_that_cannot_be_read_as_text(tmp_path):
    (tmp_path / "a.md").write_bytes(b"one\r\ncaf\xe9\r\n")
    assert read_line(tmp_path, Place("a.md", 2)) == "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("place", [Place("a.md", 9), Place("b.md"), Place("a.png"), Place("l.md")])
def test_no_line_is_shown_where_there_is_none_or_none_may_be_opened(tmp_path, place):
    (tmp_path / "a.md").write_text("one\n", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(draw("PNG"))
    (tmp_path / "l.md").symlink_to(tmp_path / "a.md")
    assert read_line(tmp_path, place) is None


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[a](b.md) [a](b.md)", ["11:5 b.md", "11:15 b.md"]),
        ("One\n[a](b.md)\nand ![c](d.png)", ["12:5 b.md", "13:10 d.png"]),
        ("[a][1]\n\n[1]: b.md", ["13:6 b.md"]),
        ("[a](<b c.md>)", ["11:6 b c.md"]),
        ("[a](b%20c.md)", ["11:5 b%20c.md"]),
        ("[a](café.md)", ["11:5 café.md"]),
        ("> - [a](b.md)", ["11:9 b.md"]),
        ("| a |\n|---|\n| [a](b.md) |", ["13:7 b.md"]),
        ("`[a](b.md)` \\[a](b.md)\n\n    [a](b.md)", []),
        ("<a href='b.md'>a</a>", []),
        ("[a](javascript:b)", []),
    ],
)
def test_a_link_is_found_where_its_address_is_written(body, found):
    links = list_links(body, "a.md", 11)
    assert [f"{k.place.line}:{k.place.column} {k.written}" for k in links] == found


def test_a_picture_in_the_text_brings_its_words():
    (link,) = list_links("![Two *chairs*](a.png)", "a.md", 1)
    assert link.is_picture
    assert "chairs" in link.alt


def test_the_anchors_of_headings_are_never_the_same():
    headings = list_headings(parse_markdown("# a\n\n# a\n\n# a 2\n\n# a\n\n# A 2\n"))
    assert [anchor for *_, anchor in headings] == ["a", "a-2", "a-2-2", "a-3", "a-2-3"]


@pytest.mark.deep
@pytest.mark.parametrize("text", ["[a] " * 20_000 + "\n\n[a]: b.md", "[a](b)\n" * 10_000])
def test_links_are_found_in_no_time_however_many_there_are(text):
    began = time.process_time()
    assert len(list_links(text, "a.md", 1)) >= 10_000
    assert time.process_time() - began < 5
