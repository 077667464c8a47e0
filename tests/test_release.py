"""A version that means something: said once, told in the changes, and warned of before it bites."""

import gc
import importlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner
from command import ROOT
from github_double import SCRIPTS

from generator import __version__
from generator.cli import main
from generator.model import deprecations
from generator.model.deprecations import DEPRECATIONS, Deprecation

sys.path.insert(0, str(SCRIPTS))
find_faults = importlib.import_module("check_release").find_faults
UPGRADES = ROOT / "generator/defaults/guide/upgrades.md"


def _parse(told: str) -> tuple[int, ...]:
    return tuple(int(part) for part in told.split("."))


def test_what_is_installed_is_called_as_the_package_calls_itself() -> None:
    assert version("improvement-stories") == __version__


def test_the_newest_changes_are_those_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = next(line for line in text.splitlines() if line.startswith("## "))
    assert newest.removeprefix("## ").partition(",")[0] == __version__


@pytest.mark.parametrize(
    ("tag", "newest", "upgrades", "told"),
    [
        ("v1.2.0", "1.2.0, 2027-03-01", "**1.2** is new.", ""),
        ("v1.2.1", "1.2.0, 2027-03-01", "**1.2** is new.", "The tag is v1.2.1"),
        ("1.2.0", "1.2.0, 2027-03-01", "**1.2** is new.", "The tag is 1.2.0"),
        ("v1.2.0", "1.2.0, not yet released", "**1.2** is new.", "not yet released"),
        ("v1.2.0", "1.1.0, 2027-03-01", "**1.2** is new.", "begins with “1.1.0"),
        ("v1.2.0", "1.2.0, 2027-03-01", "**1.1** is old.", "says nothing of 1.2"),
    ],
)
def test_a_tag_is_a_release_only_of_the_version_that_it_names(
    tag: str, newest: str, upgrades: str, told: str, tmp_path: Path
) -> None:
    page = tmp_path / "generator/defaults/guide/upgrades.md"
    page.parent.mkdir(parents=True)
    page.write_text(upgrades, encoding="utf-8")
    (tmp_path / "generator/__init__.py").write_text('"""X."""\n\n__version__ = "1.2.0"\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text(f"# Changes\n\n## {newest}\n\n## 1.0.0\n", "utf-8")
    found = find_faults(tmp_path, tag)
    assert len(found) == bool(told)
    assert told in " ".join(found)


def test_nothing_that_was_to_be_gone_is_still_here_and_all_that_goes_is_told() -> None:
    text = UPGRADES.read_text(encoding="utf-8")
    assert f"**{'.'.join(__version__.split('.')[:2])}**" in text
    for each in DEPRECATIONS:
        assert _parse(each.gone) > _parse(__version__), each
        assert each.path in text, each


GOING = (
    Deprecation("settings", "home.title", "0.9", "Write `headline` instead."),
    Deprecation("settings", "stories_dir", "0.9", "Write `told_in` instead."),
    Deprecation("story", "quick_win", "0.9", "Write `small` instead."),
    Deprecation("story", "voices.said_by", "0.9", "Write `speaker` instead."),
    Deprecation("domain", "short", "0.9", "Leave it out."),
)
VOICE = """\
voices:
  - {role: staff, quote: It hangs there., said_by: A porter, identity: anonymous}
  - role: staff
    quote: So it does.
    said_by: Another porter
    identity: anonymous
"""


def test_what_is_going_is_told_at_its_place_and_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["init", "new", "--framework", "own"])
    assert run.exit_code == 0, run.output
    monkeypatch.chdir(tmp_path / "new")
    settings, story = Path("mkdocs.yml"), next(Path("stories").rglob("*.md"))
    plugin = "  - improvement-stories:\n"
    text = settings.read_text(encoding="utf-8")
    text = text.replace(plugin, f"{plugin}      home: {{title: Ours}}\n")
    settings.write_text(text, encoding="utf-8")
    words = story.read_text(encoding="utf-8").replace("quick_win:", f"{VOICE}quick_win:")
    story.write_text(words, encoding="utf-8")
    assert not [problem for problem in _check() if problem["code"] == "F125"]
    monkeypatch.setattr(deprecations, "DEPRECATIONS", GOING)
    found = [problem for problem in _check() if problem["code"] == "F125"]
    assert {problem["severity"] for problem in found} == {"warning"}
    lines = words.split("\n")
    row = next(n for n, line in enumerate(text.split("\n"), 1) if "title: Ours" in line)
    rows = [n for n, line in enumerate(lines, 1) if "said_by:" in line or "quick_win:" in line]
    path = story.as_posix()
    expected = {("mkdocs.yml", row), ("domains/first-domain.md", 5)} | {(path, n) for n in rows}
    assert {(problem["path"], problem["line"]) for problem in found} == expected
    told = {problem["message"]: problem["hint"] for problem in found}
    assert told["“title” still works, and version 0.9 will not know it."] == GOING[0].instead
    assert not [problem for problem in _check() if problem["severity"] == "error"]


def _check() -> list[dict[str, object]]:
    run = CliRunner().invoke(main, ["check", "--format", "json"])
    gc.enable()  # which the command does without
    problems: list[dict[str, object]] = json.loads(run.stdout)["problems"]
    return problems
