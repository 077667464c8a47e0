"""Hints that say what to do about a slip, where the first guess would lead astray."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from generator.build.pipeline import Project, check
from generator.git.changed_files import NoHistoryError, list_changed
from generator.model.problem import Fault, Place, Problem, Severity
from generator.reports.github import tell_summary
from generator.reports.text import MANY_FILES, tell_faults

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def project(lone_project: Path) -> Path:
    """A project of one story beside the one that is written."""
    return lone_project


def _find(project: Path, code: str, head: str = "", body: str = "We asked.\n") -> list[Problem]:
    path = "stories/2026/a-jug.md"
    (project / "stories/2026").mkdir(parents=True, exist_ok=True)
    top = f"title: The name on the jug\nsummary: It is on the lid.\n{head}"
    (project / path).write_text(f"---\n{top}---\n\n{body}", encoding="utf-8")
    found = check(Project(project), TODAY).problems
    return [each for each in found if each.place.path == path and each.fault.code == code]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("tags: [tea]", "domains"),
        ("categories: [tea]", "domains"),
        ("description: A jug", "summary"),
        ("excerpt: A jug", "summary"),
        ("author: Joan", "team"),
        ("draft: true", "branch"),
    ],
)
def test_a_field_of_another_generator_is_told_what_does_its_work_here(project, field, hint):
    (problem,) = _find(project, "V301", f"{field}\n")
    assert hint in problem.hint
    assert "Did you mean" not in problem.hint


@pytest.mark.parametrize("stamp", ["2026-06-15 10:30:00", "2026-06-15T10:30", "2026-06-15 9:05"])
def test_a_time_beside_a_date_is_told_to_go(project, stamp):
    (problem,) = _find(project, "V305", f"date: {stamp}\n")
    assert problem.hint == "Leave the time out: 2026-06-15"


@pytest.mark.parametrize(
    ("body", "code", "hint"),
    [
        ("[the form]({{ site.url }}/the form.html)\n", "R610", "Write the address itself"),
        ("[the form](the form.html)\n", "R610", "between angle brackets"),
        ("[write](mailto:joan.tuck)\n", "R614", "with its @"),
        ("[write](mailto://joan@jug.example)\n", "R614", "mailto:joan@jug.example"),
        ("[write](joan@jug.example)\n", "R608", "mailto:joan@jug.example"),
        ("[write](mialto:joan@jug.example)\n", "R608", "mailto:joan@jug.example"),
        ("[write](mailto;joan@jug.example)\n", "R608", "mailto:joan@jug.example"),
        ("[write](mailto: joan@jug.example)\n", "R610", "out: mailto:joan@jug.example"),
        ("[ring](tel:01632 960 001)\n", "R610", "out: tel:01632960001"),
        ("[ring](phone:01632960001)\n", "R608", "tel:01632960001"),
        ("[their site](htps//jug.example)\n", "R608", ""),
        ("[their site](htps://jug.example/a)\n", "R608", "https://jug.example/a"),
        ("[write](mailto:joan@)\n", "R614", "before and after the @"),
        ('<a href="https://jug.example/">a</a>\n', "T105", "[its words](its-address)"),
        ("<figure><img src='jug.png'></figure>\n", "T105", "![what it shows]"),
        ("<table><tr><td>1</td></tr></table>\n", "T105", "between its cells"),
        ("a <b>jug</b>\n", "T105", "**bold**"),
    ],
)
def test_a_hint_fits_what_was_written(project, body, code, hint):
    problems = _find(project, code, "", body)
    assert problems
    assert hint in problems[0].hint + problems[0].fault.instead


def test_a_picture_that_is_not_there_is_not_guessed_to_be_itself(project):
    for problem in _find(project, "I501", "", "![A jug](jug.png)\n"):
        assert "Did you mean “jug.png”" not in problem.hint


def test_a_shallow_copy_is_told_how_to_fetch_the_rest(tmp_path):
    def git(*arguments: str, folder: Path = tmp_path / "whole") -> None:
        name = ("-c", "user.name=Joan", "-c", "user.email=joan@jug.example")
        subprocess.run(["git", *name, "-C", str(folder), *arguments], check=True)

    (tmp_path / "whole").mkdir()
    git("init", "-q", "-b", "main")
    for step in range(2):
        git("commit", "-q", "--allow-empty", "-m", f"Step {step}")
    git("checkout", "-q", "-b", "other", "HEAD~1")
    git("commit", "-q", "--allow-empty", "-m", "Elsewhere")
    git("checkout", "-q", "main")
    source = (tmp_path / "whole").as_uri()
    git("clone", "-q", "--depth", "1", "--no-single-branch", source, "copy", folder=tmp_path)
    with pytest.raises(NoHistoryError, match="shallow copy"):
        list_changed(tmp_path / "copy", "origin/other")


@pytest.mark.parametrize("place", ["", "site"])
def test_a_folder_of_somebody_elses_is_told_with_the_command_that_trusts_it(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "their folder"
    (whole / "site").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(whole)], check=True)
    settings = tmp_path / "settings"
    settings.touch()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(settings))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(NoHistoryError, match="belongs to another user") as told:
        list_changed(whole / place, "HEAD")
    command = str(told.value).partition("trust it: ")[2]
    subprocess.run(command, shell=True, check=True)
    with pytest.raises(NoHistoryError, match="HEAD"):  # trusted now, and without a commit yet
        list_changed(whole / place, "HEAD")


def _make(count: int) -> list[Problem]:
    faults = [
        Fault("T105", "html-shown-as-text", Severity.ADVICE, "HTML.", "Why.", "Write it out."),
        Fault("V305", "date-impossible", Severity.ERROR, "A date.", "Why.", "Write it out."),
    ]
    return [faults[at % 2].at(Place(f"stories/{at}.md"), "It is so.") for at in range(count)]


def test_a_report_of_many_files_begins_with_how_often_each_fault_is_there():
    few, many = _make(MANY_FILES - 1), _make(MANY_FILES)
    assert list(tell_faults(few)) == []
    first, second, _ = tell_faults(many)
    assert first.split() == ["5", "in", "5", "files", "error", "V305", "date-impossible"]
    assert second.split() == ["5", "in", "5", "files", "advice", "T105", "html-shown-as-text"]
    assert "| error V305 date-impossible | 5 | 5 |" in tell_summary(many, 10)
    assert "| Fault |" not in tell_summary(few, 9)
