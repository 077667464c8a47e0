"""Every rule, taught by example stories: one that trips it alone, and a near miss that does not.

An example is a file in `tests/rules/`, named after the fault: `FAULT-NAME.md` trips the rule,
`FAULT-NAME.near.md` comes close and trips nothing; more have a number, `FAULT-NAME.2.md` and
`FAULT-NAME.near.2.md`. Each says itself what is to be reported, and where:

- `# expect: CODE` at the end of the line where the problem is to be reported;
- `<!-- expect: CODE -->` alone, in the body, on the line before it.

The marks are taken out before the example is checked, and no line moves. A problem without a mark
fails, and so does a mark without a problem. An example may hold several files: a line `%%% PATH`
begins another, relative to the story's folder, or from the project's root if it begins with
`stories/`. The words of the messages are kept in `FAULT-NAME.txt`, beside the example:
`UPDATE_EXPECTED=1 pytest tests/test_rules.py` writes them anew, to be read before they are kept.
"""

import datetime as dt
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import SITE

from generator.build.pipeline import Checked, Project, check
from generator.model.problem import Place
from generator.reports.text import tell_problems
from generator.rules import RULES

EXAMPLES = Path(__file__).parent / "rules"
TODAY = dt.date(2026, 11, 23)
JUDGED = ("L", "T", "C", "P", "A")
ALL = sorted(EXAMPLES.glob("*.md"))
TRIPPING = [path for path in ALL if ".near" not in path.name]
AT_END = re.compile(r"\s*# expect: ([A-Z0-9 ,]+?)\s*$")
ALONE = re.compile(r"\s*<!-- expect: ([A-Z0-9 ,]+?) -->\s*$")
NAMES = {rule.fault.name: rule for rule in RULES}

Expected = tuple[str, int, str]


def _split(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Split an example into its files, by path from the project's root."""
    folder = f"stories/2026/{path.name.partition('.')[0]}"
    name, lines = f"{folder}/index.md", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("%%% "):
            if lines:
                yield name, lines
            name, lines = line.removeprefix("%%% ").strip(), []
            name = name if name.startswith("stories/") else f"{folder}/{name}"
        else:
            lines.append(line)
    yield name, lines


def _lay_out(path: Path, root: Path) -> list[Expected]:
    """Write an example's files, without its marks, into a project; give what the marks expect."""
    expected: list[Expected] = []
    for name, lines in _split(path):
        waiting: list[str] = []
        kept = []
        for number, line in enumerate(lines, 1):
            if mark := ALONE.match(line):
                waiting += re.findall(r"\w+", mark[1])
                kept.append("")
                continue
            codes, waiting = waiting, []
            if mark := AT_END.search(line):
                codes += re.findall(r"\w+", mark[1])
            expected += [(name, number, code) for code in codes]
            kept.append(AT_END.sub("", line))
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    return sorted(expected)


def _check(root: Path) -> Checked:
    shutil.copytree(SITE / "domains", root / "domains")
    return check(Project(root), TODAY)


def _tell(checked: Checked, root: Path) -> str:
    def read_line(place: Place) -> str | None:
        file = root / place.path
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        return lines[place.line - 1] if place.line <= len(lines) else None

    return "\n".join(tell_problems(checked.problems, read_line))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_an_example_is_reported_where_it_is_marked_and_nowhere_else(
    path: Path, tmp_path: Path
) -> None:
    expected = _lay_out(path, tmp_path)
    checked = _check(tmp_path)
    found = sorted((p.place.path, p.place.line, p.fault.code) for p in checked.problems)
    assert found == expected, _tell(checked, tmp_path)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_an_example_trips_the_rule_that_it_is_named_after_alone(path: Path, tmp_path: Path) -> None:
    rule = NAMES[path.name.partition(".")[0]]
    codes = {code for _, _, code in _lay_out(path, tmp_path)}
    assert codes == ({rule.fault.code} if path in TRIPPING else set())


@pytest.mark.parametrize("path", TRIPPING, ids=lambda path: path.stem)
def test_the_words_of_a_message_are_those_that_were_read_and_kept(
    path: Path, tmp_path: Path
) -> None:
    _lay_out(path, tmp_path)
    told = _tell(_check(tmp_path), tmp_path)
    kept = path.with_suffix(".txt")
    if os.environ.get("UPDATE_EXPECTED"):
        kept.write_text(told, encoding="utf-8")
    assert kept.is_file(), f"no {kept.name}: write it with UPDATE_EXPECTED=1"
    assert told == kept.read_text(encoding="utf-8")


def test_every_judging_rule_has_an_example_and_a_near_miss() -> None:
    judged = {name for name, rule in NAMES.items() if rule.fault.code.startswith(JUDGED)}
    assert judged - {path.name.partition(".")[0] for path in TRIPPING} == set()
    near = set(ALL) - set(TRIPPING)
    assert judged - {path.name.partition(".")[0] for path in near} == set()


def test_no_kept_message_has_lost_its_example() -> None:
    kept = {path.stem for path in EXAMPLES.glob("*.txt")}
    assert kept <= {path.stem for path in TRIPPING}
