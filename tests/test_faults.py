"""Every fault of shape and of reference is found at its place, said once, and said well.

The files of `tests/faults/project` carry their own expectation: `# expect: CODE` at the end of the
line on which a problem is to be reported, `<!-- expect: CODE -->` in a body, or, where a file
cannot hold a comment, lines of `LINE:COLUMN CODE` in a file beside it, named `FILE.expect`.
To add a case, add a file. What each message says is pinned in `tests/faults/expected.txt`; renew
it with `UPDATE_EXPECTED=1 pytest tests/test_faults.py`, and read the difference as an editor.
"""

import datetime as dt
import os
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from faults.made import HERE, TEXT, copy_project

from generator.build.pipeline import Checked, Project, check
from generator.load.faults import FILE_FAULTS
from generator.load.files import read_line
from generator.model.problem import Severity
from generator.reports.github import tell_annotations, tell_summary
from generator.reports.json import tell_json
from generator.reports.sarif import tell_sarif
from generator.reports.text import tell_counts, tell_problems
from generator.rules import FAULTS, RULES

TODAY = dt.date(2026, 6, 1)
MARK = re.compile(r"(?:#|<!--) expect: ([A-Z]\d{3})")
# The rules that judge the story itself have their examples in tests/rules; here stories share their
# titles, so that the one about stories told twice would speak of them all.
JUDGED = ("L", "T", "C", "P", "A", "R616")
RULES_HERE = tuple(rule for rule in RULES if not rule.fault.code.startswith(JUDGED))
EXPECTED = HERE / "expected.txt"
GROUP = "where a group of fields belongs."
THREE = "settings, pathways and priorities."
SMALL = "where a name in small letters belongs."
# Nothing in a file makes it unreadable to whoever may read everything, as in a container, and no
# file shows by itself that another one is gone.
NOT_IN_FILES = {
    "F119",
    "F122",
    "F120",
    "R617",
    "F123",
    "F124",
    "F125",
    "F101",
    "F113",
    "F116",
    "F117",
    "F118",
    "R613",
    "R615",
}
COMMITTED = sorted(
    path.relative_to(HERE / "project").as_posix()
    for path in (HERE / "project").rglob("*")
    if path.is_file() and path.suffix != ".expect"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def checked(root) -> Checked:
    return check(Project(root), TODAY, RULES_HERE)


def find_marks(root: Path, path: str) -> list[tuple[int, int, str]]:
    """Find what is expected of a file, as (line, column, code); column 0 where any will do."""
    sidecar = root / f"{path}.expect"
    if sidecar.exists():
        found = re.findall(r"^(\d+):(\d+) ([A-Z]\d{3})$", sidecar.read_text("utf-8"), re.MULTILINE)
        return sorted((int(line), int(column), code) for line, column, code in found)
    if (root / path).is_symlink() or not (root / path).is_file():
        return []
    lines = (root / path).read_bytes().decode("utf-8", "replace").split("\n")
    return [(row, 0, code) for row, line in enumerate(lines, 1) for code in MARK.findall(line)]


def find_files(root: Path) -> list[str]:
    entries = (p for p in root.rglob("*") if p.is_symlink() or p.is_file())
    return sorted(p.relative_to(root).as_posix() for p in entries if p.suffix != ".expect")


def compare(root: Path, path: str, checked: Checked) -> tuple[list, list]:
    marks = find_marks(root, path)
    precise = {(line, code) for line, column, code in marks if column}
    found = [
        (p.place.line, p.place.column if (p.place.line, p.fault.code) in precise else 0, p)
        for p in checked.problems
        if p.place.path == path
    ]
    return sorted((line, column, p.fault.code) for line, column, p in found), sorted(marks)


@pytest.mark.parametrize("path", COMMITTED)
def test_a_committed_file_is_reported_where_it_is_marked_and_nowhere_else(root, checked, path):
    found, marked = compare(root, path, checked)
    assert found == marked


def test_the_files_that_cannot_be_committed_are_reported_where_their_sidecars_say(root, checked):
    made = sorted(set(find_files(root)) - set(COMMITTED))
    assert len(made) > 20
    for path in made:
        found, marked = compare(root, path, checked)
        assert found == marked, path


def test_every_problem_lies_in_a_file_that_is_there_and_on_a_line_that_it_has(root, checked):
    for problem in checked.problems:
        place = problem.place
        content = b"" if (root / place.path).is_dir() else b"\n"
        if not (root / place.path).is_symlink():
            content = (root / place.path).read_bytes()
        assert 1 <= place.line <= len(re.split(rb"\r\n|\r|\n", content)), problem
        line = read_line(root, place)
        assert 1 <= place.column <= len(line or "") + 1, problem


def test_every_sidecar_and_every_mark_names_a_fault_that_there_is(root):
    codes = {fault.code for fault in FILE_FAULTS} | {rule.fault.code for rule in RULES_HERE}
    marked = {code for path in find_files(root) for *_, code in find_marks(root, path)}
    assert marked <= codes
    for sidecar in root.rglob("*.expect"):
        beside = sidecar.with_suffix("")
        assert beside.is_symlink() or beside.exists()
        assert find_marks(root, beside.relative_to(root).as_posix()), sidecar


def test_every_fault_has_an_example(root):
    codes = {fault.code for fault in FILE_FAULTS} | {rule.fault.code for rule in RULES_HERE}
    marked = {code for path in find_files(root) for *_, code in find_marks(root, path)}
    assert codes - marked == NOT_IN_FILES


def test_each_code_and_each_name_belongs_to_one_fault():
    assert max(Counter(fault.code for fault in FAULTS).values()) == 1
    assert max(Counter(fault.name for fault in FAULTS).values()) == 1


def test_every_message_reads_as_it_was_approved(root, checked):
    told = "\n".join(tell_problems(checked.problems, lambda place: read_line(root, place)))
    told = f"{told}\n{tell_counts(checked.problems, checked.count_records())}\n"
    if os.environ.get("UPDATE_EXPECTED"):
        EXPECTED.write_text(told, encoding="utf-8")
    assert told == EXPECTED.read_text(encoding="utf-8")


WORDS_OF_PROGRAMS = re.compile(
    r"NoneType|\bstr\b|\bint\b|\bdict\b|\btuple\b|\bfloat\b|\bbool\b|pydantic|validat|Error\b"
    r"|parse|scalar|mapping|\btoken|\bnull\b|<class|Traceback|invalid|illegal|!",
    re.IGNORECASE,
)


def test_every_message_and_hint_is_a_sentence_in_the_author_s_words(checked):
    for problem in checked.problems:
        for text in (problem.message, problem.hint):
            ours = re.sub(r"“[^”]*”|!\[.*|: [\w.-]+$", "", text)
            assert not WORDS_OF_PROGRAMS.search(ours), text
            assert re.match(r"[A-Z“‘0-9-]", text), text
        assert re.search(r"[.?…]”?$", problem.message), problem.message
        assert problem.hint.strip(), problem.message


def test_every_fault_says_what_it_finds_why_it_matters_and_what_to_do_instead():
    for fault in FAULTS:
        for text in (fault.finds, fault.why, fault.instead):
            assert re.match(r"[A-Z0-9“]", text), text
            assert text.rstrip("*`)").endswith((".", "n,note")), text
            assert "!" not in text


def test_no_problem_is_reported_twice(checked):
    assert max(Counter(checked.problems).values()) == 1


def test_problems_are_sorted_by_path_then_line_then_column(checked):
    order = [(p.place.path, p.place.line, p.place.column) for p in checked.problems]
    assert order == sorted(order)


@pytest.mark.site
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_in_which_a_disk_lists_its_files_changes_nothing(
    root, checked, monkeypatch, seed
):
    shuffler = random.Random(seed)
    scan, listdir = os.scandir, os.listdir
    shuffled = []

    def scan_shuffled(folder="."):
        with scan(folder) as entries:
            found = list(entries)
        shuffler.shuffle(found)
        shuffled.append(folder)
        return iter(found)

    def list_shuffled(folder="."):
        found = listdir(folder)
        shuffler.shuffle(found)
        return found

    monkeypatch.setattr(os, "scandir", scan_shuffled)
    monkeypatch.setattr(os, "listdir", list_shuffled)
    again = check(Project(root), TODAY, RULES_HERE)
    monkeypatch.undo()
    assert shuffled
    assert again.problems == checked.problems
    assert [s.path for s in again.collection.stories] == [
        s.path for s in checked.collection.stories
    ]


def test_only_marks_line_ends_and_how_dates_are_read_are_mere_advice(checked):
    advice = {p.fault.code for p in checked.problems if p.severity is Severity.ADVICE}
    assert advice == {"D405", "F107", "F108"}


@pytest.fixture
def small(tmp_path):
    """A project of one domain, one vocabulary and one action."""
    for folder in ("domains", "stories/actions", "content"):
        (tmp_path / folder).mkdir(parents=True)
    for path in ("domains/naming.md", "domains/vocabulary.yml"):
        (tmp_path / path).write_bytes((HERE / "project" / path).read_bytes())
    action = TEXT.format(by="The clerk")
    (tmp_path / "stories/actions/turned.md").write_text(action, encoding="utf-8")
    return tmp_path


def check_small(root: Path) -> list[str]:
    return [
        f"{p.place} {p.fault.code} {p.message}"
        for p in check(Project(root), TODAY, RULES_HERE).problems
    ]


def test_a_small_project_without_a_fault_has_no_problems(small):
    assert check_small(small) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("label: Hosp", "lable: Hosp", "3:5 V301 There is no field “lable” here."),
        ("  ward:", "  Ward 7:", f"2:3 V309 “settings, Ward 7” is “Ward 7”, {SMALL}"),
        ("settings:", "setings:", "1:1 V301 There is no field “setings” here."),
        ("priorities:", "priorities:\n  x: y", f"11:6 V303 “priorities, x” is “y”, {GROUP}"),
        ("settings:", "settings: [", "1:11 Y203 A “[” opens here and its “]” is missing."),
        ("settings:", "- settings:", f"1:1 Y208 The vocabulary names {THREE}"),
    ],
)  # fmt: skip
def test_a_fault_in_the_vocabulary_is_reported_once_and_accuses_no_story(small, old, new, problem):
    file = small / "domains/vocabulary.yml"
    text = file.read_text("utf-8").replace(old, new, 1)
    if new.startswith("- "):
        text = "- settings\n- pathways\n"
    file.write_text(text, encoding="utf-8")
    action = TEXT.format(by="The clerk\nsetting: ward\nstrategic_links: [patient-experience]")
    (small / "stories/actions/turned.md").write_text(action, encoding="utf-8")
    assert check_small(small) == [f"domains/vocabulary.yml:{problem}"]


def test_a_domain_that_cannot_be_read_is_not_unknown_to_the_stories(small):
    (small / "domains/naming.md").write_text("no front matter\n", encoding="utf-8")
    assert [told.split()[1] for told in check_small(small)] == ["Y201"]


def test_a_file_that_the_computer_will_not_open_is_a_problem_like_another(small, monkeypatch):
    opened = os.open

    def refuse(path, *arguments, **named):
        if str(path).endswith("turned.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)
    assert check_small(small) == [
        "stories/actions/turned.md:1:1 F101 The file cannot be opened: Permission denied."
    ]


def test_a_folder_that_the_computer_will_not_open_is_a_problem_too(small, monkeypatch):
    scan = os.scandir

    def refuse(folder):
        if str(folder).endswith("actions"):
            raise PermissionError(13, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert check_small(small) == [
        "stories/actions:1:1 F101 The folder cannot be opened: Permission denied."
    ]


def test_a_folder_with_the_name_of_a_file_is_walked_as_a_folder(small):
    (small / "stories/actions/folder.md").mkdir()
    (small / "stories/actions/folder.md/inside.md").write_text("nothing\n", encoding="utf-8")
    assert [told.split()[0] for told in check_small(small)] == [
        "stories/actions/folder.md/inside.md:1:1"
    ]


def test_a_pipe_is_refused_without_waiting_for_it(small):
    os.mkfifo(small / "stories/actions/pipe.md")
    assert [told.split()[:2] for told in check_small(small)] == [
        ["stories/actions/pipe.md:1:1", "F106"]
    ]


def test_a_file_name_that_is_no_text_is_refused(small):
    name = os.fsencode(small / "stories/actions") + b"/caf\xe9.md"
    Path(os.fsdecode(name)).write_text(TEXT.format(by="The clerk"), encoding="utf-8")
    (problem,) = check(Project(small), TODAY, RULES_HERE).problems
    assert problem.fault.code == "F109"
    ("".join(tell_problems([problem], lambda _: None))).encode()
    (tell_sarif([problem], FAULTS, "1") + tell_json([problem], 1)).encode()
    ("".join(tell_annotations([problem])) + tell_summary([problem], 1)).encode()
    assert "/caf%E9.md" in tell_sarif([problem], FAULTS, "1")
