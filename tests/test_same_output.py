"""The same project gives the same site, wherever, whenever and by whomever it is built.

Two copies of a project are built in surroundings that differ in all that a computer may put into
what it makes: the folder and its length, the user and the home, the language, the time zone, the
order in which files were made, the seed of every set, and the number of processes.
"""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_project import STORIES, list_differences, make_project, read_tree, write_story

from generator.mkdocs_plugin.settings import today_of

pytestmark = pytest.mark.site

# Ten in the morning in Greenwich, when the next day begins in Kiritimati.
EPOCH = "1795428000"
HERE = {
    "HOME": "/nonexistent/one",
    "USER": "one",
    "LOGNAME": "one",
    "LANG": "C",
    "LC_ALL": "C",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "1",
    "COLUMNS": "40",
}
THERE = {
    "HOME": "/nonexistent/another",
    "USER": "another",
    "LOGNAME": "another",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "tr_TR.UTF-8",
    "TZ": "America/Los_Angeles",
    "PYTHONHASHSEED": "2",
    "PYTHONUTF8": "1",
    "COLUMNS": "200",
}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One project twice, in folders of different names, its files made in opposite orders.

    There are so many stories that three processes have something to do.
    """
    first = make_project(tmp_path_factory.mktemp("one") / "p")
    for number in range(200):
        story = write_story(f"Istanbul, İzmir and IĞDIR, ward {number}")
        (first / STORIES / f"i-ward-{number}.md").write_text(story, encoding="utf-8")
    second = tmp_path_factory.mktemp("another") / "a longer way" / "to the very same project"
    _copy_backwards(first, second)
    return first, second


def _copy_backwards(source: Path, target: Path) -> None:
    """Copy a folder, the last of its files first, and let all of them look very old."""
    target.mkdir(parents=True)
    for entry in sorted(source.iterdir(), reverse=True):
        if entry.is_dir():
            _copy_backwards(entry, target / entry.name)
        else:
            shutil.copyfile(entry, target / entry.name)
            os.utime(target / entry.name, (86_400, 86_400))


def _build(
    project: Path, surroundings: dict[str, str], *arguments: str, epoch: str = ""
) -> dict[str, str]:
    """Build from nothing, with these surroundings and nothing else but a way to find Python."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    known = ("PATH", "PYTHONPATH", "VIRTUAL_ENV")
    env = {name: os.environ[name] for name in known if name in os.environ}
    env |= surroundings | ({"SOURCE_DATE_EPOCH": epoch} if epoch else {})
    command = [sys.executable, "-m", "generator", "build", *arguments]
    run = subprocess.run(
        command, cwd=project, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    return read_tree(project / "site")


def test_two_clean_builds_in_different_surroundings_are_the_same(twins: tuple[Path, Path]) -> None:
    one, another = twins
    first = _build(one, HERE, "--jobs", "1", epoch=EPOCH)
    second = _build(another, THERE, "--jobs", "3", epoch=EPOCH)
    assert len(first) > 1000
    assert not list_differences(first, second)


def test_the_day_that_is_told_counts_for_more_than_the_epoch(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    first = _build(project, HERE, "--today", "2027-06-01", epoch=EPOCH)
    second = _build(project, THERE, "--today", "2027-06-01")
    assert not list_differences(first, second)


@pytest.mark.parametrize("epoch", ["1795391999", "1795392000"])
def test_a_day_begins_at_midnight_in_greenwich_everywhere(tmp_path: Path, epoch: str) -> None:
    project = make_project(tmp_path / "project")
    told = {"1795391999": "2026-11-22", "1795392000": "2026-11-23"}[epoch]
    here = _build(project, HERE, epoch=epoch)
    assert not list_differences(here, _build(project, THERE, epoch=epoch))
    assert not list_differences(here, _build(project, THERE, "--today", told))


def test_where_no_day_is_told_it_is_the_one_in_greenwich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = dt.datetime.now(dt.UTC).date()
    assert before <= today_of(None) <= dt.datetime.now(dt.UTC).date()
