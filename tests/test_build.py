"""Building: a site comes out whole or not at all."""

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import run_stories

pytestmark = pytest.mark.site

STORY = "stories/2026/a-quiet-room/index.md"


def _digest(site: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(site).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _spoil(project: Path) -> None:
    story = project / STORY
    story.write_text(story.read_text().replace("status: made", "status: wonderful"))


def test_a_build_with_errors_leaves_the_last_good_site_as_it_was(project: Path) -> None:
    assert run_stories("build", cwd=project).returncode == 0
    before = _digest(project / "site")
    _spoil(project)
    run = run_stories("build", cwd=project)
    assert run.returncode == 1
    assert "“wonderful”" in run.stderr
    assert "Traceback" not in run.stderr
    assert _digest(project / "site") == before
    assert not list(project.glob(".site*"))


def test_mkdocs_builds_the_same_site(project: Path) -> None:
    assert run_stories("build", "-d", "ours", "--today", "2026-11-23", cwd=project).returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "theirs"]
    env = {"SOURCE_DATE_EPOCH": "1795392000", "PATH": "/usr/bin"}
    subprocess.run(command, cwd=project, env=env, check=True, capture_output=True)
    run = run_stories("build", "-d", "ours", "--today", "2026-11-23", cwd=project)
    assert run.returncode == 0
    ours = {p.relative_to(project / "ours") for p in (project / "ours").rglob("*.html")}
    assert len(ours) > 80
    for page in ours:
        assert (project / "ours" / page).read_bytes() == (project / "theirs" / page).read_bytes()


def test_two_builds_in_different_places_are_the_same_byte_for_byte(
    project: Path, tmp_path: Path
) -> None:
    """The order in which a computer happens to keep things does not show in the site."""
    for name in ("one", "two"):
        run = run_stories("build", "-d", str(tmp_path / name), "--today", "2026-11-23", cwd=project)
        assert run.returncode == 0, run.stderr
    assert _digest(tmp_path / "one") == _digest(tmp_path / "two")


def test_mkdocs_with_errors_publishes_nothing(project: Path) -> None:
    _spoil(project)
    command = [sys.executable, "-m", "mkdocs", "build"]
    run = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)
    assert run.returncode != 0
    assert "“wonderful”" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (project / "site").exists()


def test_a_killed_build_leaves_a_whole_site(project: Path) -> None:
    """Kill builds at random moments; the site is the old one or the new one, never a part."""
    title = project / "content/about.md"
    assert run_stories("build", cwd=project).returncode == 0
    whole = {_digest(project / "site")}
    title.write_text(title.read_text() + "\nAnother line.\n")
    assert run_stories("build", "-d", "other", cwd=project).returncode == 0
    whole.add(_digest(project / "other"))
    chance = random.Random(0)
    for _ in range(10):
        build = subprocess.Popen(
            [sys.executable, "-m", "generator", "build"], cwd=project, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.2, 1.4))
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert _digest(project / "site") in whole
    assert run_stories("build", cwd=project).returncode == 0
    assert _digest(project / "site") in whole
    assert not list(project.glob(".site*"))


def test_a_strict_build_with_a_warning_of_the_engine_publishes_nothing(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("\nnav:\n", "\nnav:\n  - Gone: gone.md\n"))
    assert run_stories("build", "--strict", cwd=project).returncode == 1
    assert not (project / "site").exists()
    assert run_stories("build", cwd=project).returncode == 0


def test_wrong_usage_exits_with_2_and_one_line(tmp_path: Path) -> None:
    run = run_stories("check", cwd=tmp_path)
    assert run.returncode == 2
    assert "mkdocs.yml" in run.stderr
    assert "Traceback" not in run.stderr


def test_check_tells_only_the_problems_below_the_paths_it_is_given(project: Path) -> None:
    _spoil(project)
    assert run_stories("check", "stories/2025", cwd=project).returncode == 0
    assert run_stories("check", "stories/2026/a-quiet-room", cwd=project).returncode == 1
    assert run_stories("check", "no/such/place", cwd=project).returncode == 2


def test_the_markdown_of_prose_pages_is_checked_too(project: Path) -> None:
    (project / "content/about.md").write_text("---\ntitle: a: b\n---\n\nWords.\n")
    run = run_stories("check", cwd=project)
    assert run.returncode == 1
    assert "content/about.md:2:9" in run.stdout


@pytest.mark.parametrize("target", ["stories", "stories/new", ".", "mkdocs.yml", "full", "theme"])
def test_a_site_replaces_nothing_but_a_site(project: Path, target: str) -> None:
    (project / "full").mkdir()
    (project / "full/letter.txt").write_text("keep me")
    before = _digest(project)
    run = run_stories("build", "-d", target, cwd=project)
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert _digest(project) == before


def test_a_site_may_stand_in_an_empty_folder(project: Path) -> None:
    (project / "empty").mkdir()
    assert run_stories("build", "-d", "empty", cwd=project).returncode == 0
    assert run_stories("build", "-d", "empty", cwd=project).returncode == 0


def test_a_path_means_the_same_however_it_is_written(project: Path) -> None:
    _spoil(project)
    (project / "alias").symlink_to(project)
    for path in ("stories/2026/a-quiet-room", "stories/../stories/2026/a-quiet-room/index.md"):
        assert run_stories("check", path, cwd=project).returncode == 1, path
        assert run_stories("check", f"alias/{path}", cwd=project).returncode == 1, path
    inside = project / "stories"
    run = run_stories("check", "-f", "../mkdocs.yml", "2026/a-quiet-room", cwd=inside)
    assert run.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("schema", "-o", "mkdocs.yml"),
        ("schema", "-o", "/proc/nope"),
        ("check", "-f", "stories"),
        ("check", "-f", "nothing.yml"),
        ("build", "-f", "nothing.yml"),
        ("serve", "-f", "nothing.yml"),
        ("serve", "-a", "127.0.0.1:99999"),
        ("due", "--within", "99999999999"),
        ("due", "--today", "yesterday"),
        ("check", "--since", ""),
        ("explain", "zzz"),
        ("fly",),
    ],
)
def test_wrong_usage_is_said_in_words(project: Path, arguments: tuple[str, ...]) -> None:
    run = run_stories(*arguments, cwd=project)
    assert run.returncode == 2, run.stderr
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


def test_the_end_of_time_is_no_trouble(project: Path) -> None:
    run = run_stories("due", "--today", "9999-12-31", "--within", "400", cwd=project)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    "option",
    ["today: rubbish", "rules: {1: 2}", "rules: {L101: loud}", "stories_dir: nowhere"],
)
def test_wrong_settings_are_said_in_words(project: Path, option: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text().replace(
        "improvement-stories:\n", f"improvement-stories:\n      {option}\n"
    )
    settings.write_text(text)
    for command in ("check", "build"):
        run = run_stories(command, cwd=project)
        assert run.returncode != 0, command
        assert "Traceback" not in run.stderr, command


def test_a_broken_template_publishes_nothing(project: Path) -> None:
    (project / "theme/story.html").write_text("{% if %}")
    run = run_stories("build", cwd=project)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert not (project / "site").exists()


def test_a_quick_win_of_six_lines_passes(project: Path) -> None:
    (project / "stories/2026/the-desk.md").write_text(
        "---\ntitle: The desk that faced the door\n"
        "summary: We turned one desk round, and people stopped being overheard.\n"
        "date: 2026-03-01\ndomains: [privacy]\nstatus: made\nquick_win: true\n---\n\n"
        "For six years the desk had faced the door. We turned it round on a Friday.\n"
    )
    run = run_stories("check", "--strict", "stories/2026/the-desk.md", cwd=project)
    assert run.returncode == 0
    assert run.stdout.endswith("nothing to mend.\n")
