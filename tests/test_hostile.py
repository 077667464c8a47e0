"""Files made to break something: each is answered in words, at its place, and soon."""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from command import SITE
from PIL import Image

from generator.build.pipeline import Project, check, render
from generator.load.referenced_files import follow_link
from generator.load.source_lines import Excerpts
from generator.model.schema import describe_records
from generator.model.site_identity import SiteIdentity
from generator.pages import markdown_html
from generator.reports.text import tell_problems

TODAY = dt.date(2026, 6, 1)
# Of the processor: ten times the longest that was seen. What never ends takes minutes.
MOST_SECONDS, MOST_MEGABYTES = 50, 300
SIZE = 250 * 1024
FIELDS = """title: The desk that faced the door
summary: We turned one desk round, and people stopped being overheard.
date: 2026-03-01
domains: [naming]
status: made
"""
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("stories/a-desk", "domains", "content"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("naming.md", "vocabulary.yml"):
        (tmp_path / "domains" / name).write_bytes((SITE / "domains" / name).read_bytes())
    settings = "site_name: x\ndocs_dir: content\nplugins: [improvement-stories]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


def write_story(root: Path, more: str = "", body: str = "We turned it.") -> None:
    text = f"---\n{FIELDS}{more}\n---\n\n{body}\n"
    (root / "stories/a-desk/index.md").write_bytes(text.encode("utf-8", "surrogatepass"))


def judge(root: Path) -> list[str]:
    """Check a project, and give each problem as LINE:COLUMN CODE, but for advice."""
    checked = check(Project(root), TODAY)
    shown = [p for p in checked.problems if p.severity.value == "error"]
    return [f"{p.place.line}:{p.place.column} {p.fault.code}" for p in shown]


TEXTS = {
    "brackets": "[" * 19_999,
    "brackets and more": "[a](b) " * 1_999,
    "pictures": "![a](b.png) " * 1_999,
    "stars": "*a " * (SIZE // 3),
    "quotation marks": '"' * SIZE,
    "single quotation marks": "'a " * (SIZE // 3),
    "apostrophes": "a'" * (SIZE // 2),
    "backticks": "".join("`" * n + " " for n in range(1, 650)),
    "quotations in quotations": ("> " * 60 + "a\n") * (SIZE // 122),
    "lists in lists": "\n".join("  " * n + "- a" for n in range(480)),
    "a table without rows": "|a|b|\n|-|-|\n" + "|\n" * (SIZE // 2 - 20),
    "a table of many columns": "|a" * 5000 + "\n" + "|-" * 5000 + "\n" + ("|a" * 5000 + "\n") * 20,
    "comments": "<!-- -->" * (SIZE // 8),
    "comments between words": "a <!-- --> " * (SIZE // 11),
    "comments never closed": "<!--" * (SIZE // 4),
    "tags": "<b>" * (SIZE // 3),
    "headings": "# a\n\n" * (SIZE // 5),
    "headings of one name": "# a\n" * (SIZE // 4),
    "entities": "&#x0;" * (SIZE // 5),
    "backslashes": "\\" * SIZE,
    "definitions": "".join(f"[a{n}]: b\n" for n in range(20_000)),
    "addresses": "http://" * (SIZE // 7),
    "e-mail addresses": "a@" * (SIZE // 2),
    "telephone numbers": "+44 7700 900 " * (SIZE // 13),
    "digits": "1 " * (SIZE // 2),
    "capitals": "ABC " * (SIZE // 4),
    "accents": "a" + "\u0301" * (SIZE // 2),
    "faces": "👩‍👩" * (SIZE // 11),
    "one word": "a" * SIZE,
    "blank lines": "\n" * SIZE,
}
MATTERS = {
    "unknown fields": "".join(f"k{n}: 1\n" for n in range(19_000)),
    "one field": "k: 1\n" * 19_000,
    "voices without anything": "voices:\n" + "  - {}\n" * 19_000,
    "thousands of aliases": f"aliases: [{','.join(f'a{n}' for n in range(18_000))}]",
    "lists of lists": "a:\n" + f"  - [{','.join('a' * 900)}]\n" * 21,
    "a long name": "a" * 200_000 + ": 1",
    "a long text": "problem: " + "a " * 100_000,
    "a long number": "headroom: {hours: " + "9" * 200_000 + ", weeks: 1, enabled_by: x}",
    "brackets": "a: " + "[" * 100_000,
    "a bracket and blanks": "a: [b] " + " " * 200_000 + "c",
    "a number sign and blanks": "a: b #c" + " " * 200_000 + "d",
    "number signs": "a: b" + " #x" * 60_000,
    "dashes": "-" * 200_000 + " a: b: c",
    "dashes with blanks": "- " * 100_000,
    "an equals sign far out": "a" * 100_000 + " = b",
    "equals signs": "\n".join("-" * 400 + "a = b" for _ in range(500)),
    "quotation marks": "'\n" * 100_000,
    "quotations": 'a: "b" c "d" \n' * 15_000,
    "question marks": "? " * 100_000,
    "exclamation marks": "a: " + "!" * 200_000,
    "steps": "\n".join(" " * n + "a:" for n in range(600)),
}


@pytest.mark.site
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_answered_soon(root, name):
    write_story(root, body=TEXTS[name][:SIZE])
    judge_time(root)


@pytest.mark.parametrize("name", MATTERS)
def test_hostile_fields_are_answered_soon(root, name):
    write_story(root, MATTERS[name][:SIZE])
    assert judge_time(root), "nothing was found wrong with it"


def judge_time(root: Path) -> int:
    """Check and tell, as the command does, and give the number of the problems."""
    began = time.process_time()
    problems = check(Project(root), TODAY).problems
    for _ in tell_problems(problems, Excerpts(root).find):
        pass
    assert time.process_time() - began < MOST_SECONDS
    return len(problems)


@pytest.mark.site
def test_many_measures_of_long_data_are_answered_soon(root):
    rows = "".join(
        f"{1950 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02},{n % 7}\n" for n in range(5000)
    )
    one = "  - {title: Waits, type: outcome, unit: days, definition: How long, file: a.csv}\n"
    (root / "stories/a-desk/a.csv").write_text("date,value\n" + rows, "utf-8")
    write_story(root, "changed_on: 2000-01-01\nmeasures:\n" + one * 900)
    judge_time(root)


def test_one_story_reads_a_few_data_files_and_no_more(root):
    for number in range(30):
        (root / f"stories/a-desk/d{number}.csv").write_text("date,value\n2026-01-01,1\n", "utf-8")
    one = "  - {{title: Waits, type: outcome, unit: days, definition: How long, file: d{}.csv}}\n"
    write_story(root, "measures:\n" + "".join(map(one.format, range(30))))
    assert [told for told in judge(root) if "Y210" in told] == ["28:75 Y210"]


@pytest.mark.site
@pytest.mark.parametrize("name", ["a table of many columns", "a table without rows", "headings"])
def test_the_command_needs_little_time_and_room_for_one_file(root, name):
    write_story(root, body=TEXTS[name][:SIZE])
    judge_command(root)


@pytest.mark.site
def test_the_command_needs_little_room_for_a_picture_as_large_as_may_be(root):
    Image.new("RGBA", (7000, 7000)).save(root / "stories/a-desk/a.png", compress_level=1)
    Image.new("RGB", (7000, 7000)).save(root / "stories/a-desk/b.jpg")
    with (root / "stories/a-desk/b.jpg").open("ab") as file:
        file.write(b"what a telephone puts behind a picture")
    write_story(root)
    judge_command(root)


# A small process in between: what a large one starts is said to be as large as itself.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def judge_command(root: Path) -> None:
    """Run the command in a process of its own, and ask the system what it took."""
    check_it = [sys.executable, "-m", "generator", "check", "-f", str(root / "mkdocs.yml")]
    command = [sys.executable, "-c", MEASURE, *check_it]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, run.stdout.split())
    assert seconds < MOST_SECONDS
    assert 20 * 1024 < kilobytes < MOST_MEGABYTES * 1024


@pytest.mark.parametrize("sign", [*BIDI, "\0", "\x1b", "\x85", "\ufeff", "\uffff"])
def test_a_sign_that_cannot_be_seen_is_pointed_at(root, sign):
    write_story(root, f"aim: To be{sign} heard")
    assert judge(root) == ["7:11 F105"]
    write_story(root, f'aim: "To be\\u{ord(sign):04x} heard"')
    assert judge(root) == ["7:6 F105"]


@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)])
def test_half_a_character_is_pointed_at(root, half):
    write_story(root, f"aim: To be{half} heard")
    assert judge(root) == ["7:11 F102"]
    write_story(root, f'aim: "To be\\u{ord(half):04x} heard"')
    (told,) = judge(root)
    assert told.startswith("7:")


@pytest.mark.parametrize(
    "written", ["nan", ".nan", "inf", "-.inf", "1e999", "0x1F", "1_000", "٣", "½", "9" * 400, "-1"]
)
def test_a_number_that_is_none_is_pointed_at(root, written):
    write_story(root, f"headroom: {{hours: {written}, weeks: 1, enabled_by: The matron}}")
    (told,) = judge(root)
    assert told in {"7:19 V303", "7:19 V308"}


@pytest.mark.parametrize("written", ["9" * 20, "9" * 5000, "1.5", "1e5", "-1"])
def test_a_count_that_is_none_is_pointed_at(root, written):
    write_story(root, f"involvement: {{level: engagement, patients: {written}}}")
    (told,) = judge(root)
    assert told in {"7:44 V303", "7:44 V308"}


@pytest.mark.parametrize(
    "written", ["0000-01-01", "0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31", "10000-01-01"]
)
def test_a_day_out_of_our_time_is_pointed_at(root, written):
    write_story(root, f"changed_on: {written}")
    assert judge(root) == ["7:13 V305"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("aim: &a To be heard", "7:6 Y206"),
        ("aim: *a", "7:6 Y206"),
        ("<<: {aim: To be heard}", "7:1 Y206"),
        ("aim: !!python/object/apply:os.system [id]", "7:6 Y207"),
        ("aim: !!binary aGVhcmQ=", "7:6 Y207"),
        ("%YAML 1.1", "8:1 Y203"),
        ("? [a, b]\n: c", "7:3 Y208"),
    ],
)
def test_what_yaml_allows_and_no_record_needs_is_pointed_at(root, more, told):
    write_story(root, more)
    assert judge(root) == [told]


@pytest.mark.site
@pytest.mark.parametrize("lost", ["settings", "pathways", "priorities", "all", "the file"])
def test_a_site_shows_its_stories_whatever_its_vocabulary_lacks(root, lost):
    vocabulary = root / "domains/vocabulary.yml"
    groups = yaml.safe_load(vocabulary.read_text("utf-8"))
    told = {name: next(iter(groups[name])) for name in ("settings", "pathways", "priorities")}
    write_story(
        root,
        f"setting: {told['settings']}\npathway: {told['pathways']}\n"
        f"strategic_links: [{told['priorities']}]",
    )
    assert not judge(root)
    kept = {} if lost == "all" else {name: groups[name] for name in groups if name != lost}
    vocabulary.write_text(yaml.safe_dump(kept), "utf-8")
    if lost == "the file":
        vocabulary.unlink()
    assert_shown(root)


@pytest.mark.site
@pytest.mark.parametrize("written", ["{}", "points:", "points: [3]", "points: {voices: {}}"])
def test_a_site_shows_its_stories_whatever_its_learning_points_lack(root, written):
    write_story(root)
    (root / "domains/learning.yml").write_text(f"{written}\n", "utf-8")
    assert judge(root)
    assert_shown(root)


def assert_shown(root: Path) -> None:
    site = render(check(Project(root), TODAY), TODAY, SiteIdentity(url="https://stories.example/"))
    assert "stories/a-desk/" in {sheet.address for sheet in site.sheets if sheet.make()}


def test_every_text_and_every_number_of_a_record_has_a_limit():
    unlimited = [path for path, part in walk(describe_records(), "") if not is_limited(part)]
    assert unlimited == []


def is_limited(part: dict) -> bool:
    if part.get("type") == "string":
        return bool({"maxLength", "enum", "const", "format"} & part.keys())
    return part.get("type") not in {"number", "integer"} or bool({"maximum", "enum"} & part.keys())


def walk(part: object, path: str) -> Iterator[tuple[str, dict]]:
    """Walk the parts of a schema that describe a value, but for names of entries."""
    if isinstance(part, list):
        for each in part:
            yield from walk(each, path)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield path, part
        for key, inner in part.items():
            if key not in {"propertyNames", "examples", "default", "enum"}:
                yield from walk(inner, f"{path}.{key}")


@pytest.mark.parametrize(
    "target",
    [
        "../../../../etc/passwd",
        "/etc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%252e%252e/%252e%252e/etc/passwd",
        "..%5c..%5cetc%5cpasswd",
        "//hospital.example/a.md",
        "C:/a.md",
        "a%00.md",
        "%ff.md",
    ],
)
def test_no_address_leaves_the_tree(root, target):
    write_story(root, body=f"See [it]({target}) and ![it]({target}).")
    places = ["10:10 R608", f"10:{22 + len(target)} I501"]
    assert judge(root) in (places, places[::-1])


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "%2fetc/passwd", "..%5ca.md", "C:/a.md", "a%00.md", "javascript:a"]
)
def test_what_is_no_relative_path_is_followed_nowhere(target):
    assert follow_link("stories/a.md", target) is None


def test_html_that_a_parser_let_through_is_cleaned_all_the_same(root, monkeypatch):
    """The second lock of a story's own text, without the first."""
    write_story(root)
    collection = check(Project(root), TODAY).collection
    through = '<script>pwned</script><p onclick="pwned" class="card" style="a">a</p><iframe src=b>'
    monkeypatch.setattr(markdown_html, "render_tokens", lambda _: through)
    (story,) = collection.stories
    assert markdown_html.render_markdown(story, "stories/a-desk/", collection) == "<p>a</p>"


@pytest.mark.parametrize(
    "name", ["../a.csv", "/etc/a.csv", "..\\\\a.csv", "a/b.csv", "..", "%2e%2e/a.csv"]
)
def test_a_data_file_is_refused_for_its_way_before_anything_is_looked_for(root, name):
    one = f'  - {{title: Waits, type: outcome, unit: days, definition: How long, file: "{name}"}}'
    write_story(root, f"measures:\n{one}")
    (told,) = judge(root)
    assert told.endswith(" F111")


@pytest.mark.parametrize(
    "name",
    ["../a.csv", "/etc/a.csv", "..\\\\a.csv", "a/b.csv", "..", "%2e%2e/a.csv", "a\\u0000.csv"],
)
def test_no_data_file_lies_outside_the_folder(root, name):
    (root / "stories/a.csv").write_text("date,value\n2026-01-01,1\n", "utf-8")
    one = f'  - {{title: Waits, type: outcome, unit: days, definition: How long, file: "{name}"}}'
    write_story(root, f"measures:\n{one}")
    (told,) = judge(root)
    assert told.partition(" ")[2] in {"F111", "D401", "F105"}
    assert told.startswith("8:")
