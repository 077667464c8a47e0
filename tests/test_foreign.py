"""Files from elsewhere give problems with places, and never an exception or an unseen character."""

import random
import re

import pytest
from command import SITE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.files import read_text
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.project import Project, read_project
from generator.model.base import Record
from generator.model.field_types import FORBIDDEN
from generator.model.problem import Problem

SAMPLES = sorted((SITE / "stories").rglob("*.md"))
VALUES = (
    "2026-03-01", "2026-03-01T10:00:00Z", "3/4/2026", "2026-02-30", "12:30:45", "0x1F", "0o17",
    "017", "1e999", "-.inf", ".nan", "9" * 400, "1_000", "yes", "No", "~", "null", "true", "''",
    '""', "[]", "{}", "[a, b", "{a: b", "{a: b}", "[[1, 2], [3]]", "{{ page.title }}", "{% if %}",
    "!!binary aGVsbG8=", "!!python/object/apply:os.system [ls]", "!custom x", "&a b", "*a", "<<",
    '"\\ud800"', '"\\0"', '"\\e[31m"', '"\\u202e"', '"\\U00110000"', '"\\x"', "'it's'", '"open',
    "|", ">-", "|+2", "@x", "`x`", "%x", "- x", "? x", ": x", "#x", "a: b", "a:b", "\t", "\tx",
    "😀", "x" * 5000, "[" * 500, "- " * 200 + "x", "{a: " * 200, "\u2028", "\ufeff", "\u0085",
    "= x", "...", "---", "--- x", "a\n  b: c", "\n  - a\n - b", "\n\t- a", "|\n  a\n\tb",
)  # fmt: skip
KEYS = (
    "title", "date", "tags", "status", "domains", "summary", "voices", "measures", "layout",
    "sidebar_position", "aliases", "cssclass", "yes", "No", "1", "1.5", "null", "~", "😀", "''",
    '"a b"', "[a, b]", "{a: b}", "? a", "- a", "<<", "a.b", "a b", "__class__", "model_config",
    "_origin", "x" * 2000, "  indented", "\ttab", "", "*a", "&a a", "!!str a", "%TAG", "@context",
)  # fmt: skip
WHOLE = {
    "empty": "",
    "blank": "\n\n\n",
    "only dashes": "---",
    "only two lines of dashes": "---\n---\n",
    "dashes and nothing more": "---\n---",
    "four dashes": "----\ntitle: x\n----\nbody\n",
    "dashes in the middle": "A text.\n\n---\ntitle: x\n---\n\nMore.\n",
    "jekyll": "---\nlayout: post\ndate:   2015-11-17 16:16:01 -0600\n---\nHi {{ x }}\n",
    "hugo toml": "+++\ntitle = 'x'\ndate = 2024-01-01\n+++\nbody\n",
    "hugo json": '{\n"title": "x"\n}\nbody\n',
    "hugo json on one line": '{"title": "x"}\n',
    "json with semicolons": ";;;\ntitle: x\n;;;\n",
    "docusaurus": "---\nid: x\nsidebar_position: 1\n---\nimport Tabs from '@theme/Tabs';\n",
    "obsidian": "---\ntags:\n- a/b\ncreated: [[2024-01-01]]\n---\n[[link|x]] ![[pic.png]]\n",
    "pandoc": "---\ntitle: x\nauthor:\n- A\n...\n\nbody\n",
    "pandoc title block": "% title\n% author\n% date\n\nbody\n",
    "multimarkdown": "Title: x\nAuthor: y\n\nbody\n",
    "comment first": "<!-- note -->\n---\ntitle: x\n---\nbody\n",
    "shebang": "#!/usr/bin/env pandoc\n---\ntitle: x\n---\nbody\n",
    "two documents": "---\ntitle: x\n---\nsummary: y\n---\nbody\n",
    "a document within": "---\ntitle: x\n--- y\nz: 1\n---\nbody\n",
    "directives": "---\n%YAML 1.2\n%TAG ! tag:x,2000:\n--- x\n---\nbody\n",
    "bomb": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nbody\n",
    "itself": "---\na: &a [*a]\n---\nbody\n",
    "many open brackets": f"---\na: {'[' * 100_000}\n---\nbody\n",
    "many open braces": f"---\na: {'{' * 100_000}\n---\nbody\n",
    "many dashes": f"---\n{'- ' * 5_000}x\n---\nbody\n",
    "deep indents": "---\n" + "\n".join(" " * n + "a:" for n in range(500)) + "\n---\nbody\n",
    "many keys": "---\n" + "\n".join(f"k{n}: {n}" for n in range(15_000)) + "\n---\nbody\n",
    "many items": "---\na: [" + "x, " * 60_000 + "]\n---\nbody\n",
    "the same key": "---\n" + "a: 1\n" * 2_000 + "---\nbody\n",
    "a long line": f"---\ntitle: {'word ' * 40_000}\n---\nbody\n",
    "a long key": f"---\n{'k' * 200_000}: x\n---\nbody\n",
    "a long asked key": f"---\n? {'k' * 100_000}\n: x\n---\nbody\n",
    "a long anchor": f"---\na: &{'k' * 100_000} x\n---\nbody\n",
    "many links": "---\ntitle: x\n---\n" + "[a](b) " * 3_000,
    "many brackets in the body": "---\ntitle: x\n---\n" + "[" * 20_000 + "a](b)\n",
    "quotations in the body": "---\ntitle: x\n---\n" + ">" * 3_000 + " [a](b)\n",
}


def make_file(seed: int) -> str:
    """Make a file as such files are in the world, and sometimes worse."""
    chance = random.Random(seed)
    lines = []
    for _ in range(chance.randint(0, 6)):
        key, value = chance.choice(KEYS), chance.choice(VALUES)
        indent = chance.choice(("", "", "", "", "  ", "\t"))
        lines.append(f"{indent}{key}{chance.choice((': ', ': ', ': ', ':', ' = '))}{value}")
    opening = chance.choice(("---\n",) * 8 + ("--- \n", "\n---\n", " ---\n", "---yaml\n", "+++\n"))
    closing = chance.choice(("\n---\n",) * 8 + ("\n...\n", "\n", "\n----\n", "\n ---\n"))
    text = f"{opening}{chr(10).join(lines)}{closing}\nA body [with](a.md) ![a](b.png) {{{{ x }}}}\n"
    if chance.random() < 0.1:
        text = text.replace("\n", chance.choice(("\r\n", "\r", "\n\n")))
    return chance.choice(("", "", "", "\ufeff")) + text


@pytest.fixture
def judge(tmp_path):
    """Read one text as a story, and say what came of it once that has been proved sane."""
    folder = tmp_path / "stories"
    folder.mkdir()

    def read(text: str) -> tuple[list[Record], list[Problem]]:
        content = text.encode("utf-8", "surrogatepass")
        (folder / "foreign.md").write_bytes(content)
        reading = read_project(Project(tmp_path))
        lines = len(re.split(rb"\r\n|\r|\n", content))
        for problem in reading.problems:
            assert (tmp_path / problem.place.path).exists()
            assert 1 <= problem.place.line <= lines + 1
            assert problem.place.column >= 1
            assert problem.message
            assert problem.hint
            assert len(problem.message) < 400
            assert not FORBIDDEN.search(problem.message + problem.hint)
        for record in reading.stories:
            assert not FORBIDDEN.search(collect_texts(record.model_dump()))
        assert bool(reading.stories) != bool(reading.unread)
        return list(reading.stories), reading.problems

    return read


def collect_texts(value: object) -> str:
    if isinstance(value, dict):
        return "".join(collect_texts(each) for pair in value.items() for each in pair)
    if isinstance(value, list | tuple):
        return "".join(map(collect_texts, value))
    return str(value)


@pytest.mark.site
@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_a_foreign_file_is_answered_with_problems(judge, text):
    assert judge(text)[1]


@pytest.mark.parametrize("start", range(0, 600, 100))
def test_files_of_foreign_shapes_are_answered_with_problems(judge, start):
    for seed in range(start, start + 100):
        assert judge(make_file(seed))[1], make_file(seed)


def test_the_foreign_files_that_are_made_are_not_all_refused_for_one_reason(judge):
    codes = {problem.fault.code for seed in range(300) for problem in judge(make_file(seed))[1]}
    assert {"Y201", "Y202", "Y203", "Y204", "Y206", "Y207", "Y208", "V301", "V302"} <= codes


@pytest.mark.parametrize("field", ["title", "date", "domains", "contact", "quick_win", "image"])
def test_no_value_of_a_known_field_is_too_strange_to_be_judged(judge, field):
    for value in VALUES:
        judge(f"---\n{field}: {value}\n---\nbody\n")


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\0", "F105"), (r"\x07", "F105"), (r"\e", "F105"), (r"\x9b", "F105"), (r"\N", "F105"),
        (r"\L", "F105"), (r"\P", "F105"), (r"\u202e", "F105"), (r"\u2066", "F105"),
        (r"\r", "F105"), (r"\ufeff", "F105"), (r"\uffff", "F105"), (r"\ud800", "Y203"),
        (r"\udfff", "Y203"), (r"\U00110000", "Y203"), (r"\q", "Y203"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ['title: "a{}b"', '"ti{}tle": b', 'lessons: ["a{}b"]'])
def test_a_yaml_escape_brings_in_no_character_that_cannot_be_seen(judge, escape, code, place):
    stories, problems = judge(f"---\n{place.format(escape)}\n---\nbody\n")
    assert [(p.fault.code, p.place.line) for p in problems] == [(code, 2)]
    assert not stories


@pytest.mark.parametrize("escape", [r"\t", r"\n", r"\u00e9", r"\x41", r"\U0001F600", r"\""])
def test_a_yaml_escape_of_an_ordinary_character_is_read(judge, escape):
    _, problems = judge(f'---\ntitle: "a letter {escape}b"\n---\nbody\n')
    assert {p.fault.code for p in problems} == {"V302"}


UNTAMED = st.text(st.characters(codec="utf-8"), max_size=200)
TANGLED = st.lists(
    st.sampled_from([*KEYS, *(v for v in VALUES if len(v) < 300), ": ", "\n", "\n  ", "- ", ", "])
).map("".join)


@settings(max_examples=250, deadline=None)
@given(between=UNTAMED | TANGLED)
def test_any_text_between_two_fences_is_read_or_refused_with_a_place(between):
    text = FORBIDDEN.sub("", f"---\n{between}\n---\nbody\n")
    found = read_front_matter(text, "any.md")
    problems = found.parsed.problems if isinstance(found, FrontMatter) else found
    assert isinstance(found, FrontMatter) or problems
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + 2
        assert problem.place.column >= 1


@settings(max_examples=150, deadline=None)
@given(between=UNTAMED | TANGLED)
def test_even_text_that_no_file_may_hold_is_refused_without_an_exception(between):
    assert read_front_matter(f"---\n{between}\n---\nbody\n", "any.md")


@pytest.mark.site
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_spoilt_sample_story_is_read_or_refused_with_a_place(judge, data):
    lines = data.draw(st.sampled_from(SAMPLES)).read_text("utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.integers(0, len(lines) - 1))
        way = data.draw(st.sampled_from(["delete", "double", "swap", "insert", "insert", "cut"]))
        if way == "delete" and len(lines) > 1:
            del lines[row]
        elif way == "double":
            lines.insert(other, lines[row])
        elif way == "swap":
            lines[row], lines[other] = lines[other], lines[row]
        else:
            at = data.draw(st.integers(0, len(lines[row])))
            sign = data.draw(st.characters(codec="utf-8") | st.sampled_from("\t:-#\"'[]{}&*!|>%@`"))
            lines[row] = lines[row][:at] + (sign + lines[row][at:] if way == "insert" else "")
    judge("\n".join(lines))


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_text_or_a_problem(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(content)
    source = read_text(file.parent, "any.md")
    assert (source.text is None) <= bool(source.problems)
    assert source.text is None or not FORBIDDEN.search(source.text)
