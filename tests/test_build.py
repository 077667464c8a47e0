"""Building: a site comes out whole or not at all."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from command import run_stories
from small_project import make_project

pytestmark = pytest.mark.site

STORY = "stories/2026/quiet-nights/index.md"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of a few records."""
    return make_project(tmp_path / "project")


def _digest(site: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(site).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _spoil(project: Path) -> None:
    story = project / STORY
    story.write_text(story.read_text().replace("status: made", "status: wonderful"))


def test_a_build_with_errors_leaves_the_last_good_site_as_it_was(small: Path) -> None:
    assert run_stories("build", cwd=small).returncode == 0
    before = _digest(small / "site")
    _spoil(small)
    run = run_stories("build", cwd=small)
    assert run.returncode == 1
    assert "“wonderful”" in run.stderr
    assert "Traceback" not in run.stderr
    assert _digest(small / "site") == before
    assert not list(small.glob(".site*"))


def test_mkdocs_builds_the_same_site(small: Path) -> None:
    assert run_stories("build", "-d", "ours", "--today", "2026-11-23", cwd=small).returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "theirs"]
    env = {"SOURCE_DATE_EPOCH": "1795392000", "PATH": "/usr/bin"}
    subprocess.run(command, cwd=small, env=env, check=True, capture_output=True)
    run = run_stories("build", "-d", "ours", "--today", "2026-11-23", cwd=small)
    assert run.returncode == 0
    ours = {p.relative_to(small / "ours") for p in (small / "ours").rglob("*.html")}
    assert len(ours) > 80
    for page in ours:
        assert (small / "ours" / page).read_bytes() == (small / "theirs" / page).read_bytes()


def test_two_builds_in_different_places_are_the_same_byte_for_byte(
    small: Path, tmp_path: Path
) -> None:
    """The order in which a computer happens to keep things does not show in the site."""
    for name in ("one", "two"):
        run = run_stories("build", "-d", str(tmp_path / name), "--today", "2026-11-23", cwd=small)
        assert run.returncode == 0, run.stderr
    assert _digest(tmp_path / "one") == _digest(tmp_path / "two")


def test_mkdocs_with_errors_publishes_nothing(small: Path) -> None:
    _spoil(small)
    command = [sys.executable, "-m", "mkdocs", "build"]
    run = subprocess.run(command, cwd=small, check=False, capture_output=True, text=True)
    assert run.returncode != 0
    assert "“wonderful”" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (small / "site").exists()


def test_a_strict_build_with_a_warning_of_the_engine_publishes_nothing(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("\nnav:\n", "\nnav:\n  - Gone: gone.md\n"))
    assert run_stories("build", "--strict", cwd=small).returncode == 1
    assert not (small / "site").exists()
    assert run_stories("build", cwd=small).returncode == 0


def test_wrong_usage_exits_with_2_and_one_line(tmp_path: Path) -> None:
    run = run_stories("check", cwd=tmp_path)
    assert run.returncode == 2
    assert "mkdocs.yml" in run.stderr
    assert "Traceback" not in run.stderr


def test_check_tells_only_the_problems_below_the_paths_it_is_given(small: Path) -> None:
    _spoil(small)
    assert run_stories("check", "stories/2026/a-bell.md", cwd=small).returncode == 0
    assert run_stories("check", "stories/2026/quiet-nights", cwd=small).returncode == 1
    assert run_stories("check", "no/such/place", cwd=small).returncode == 2


def test_the_markdown_of_prose_pages_is_checked_too(small: Path) -> None:
    (small / "content/about.md").write_text("---\ntitle: a: b\n---\n\nWords.\n")
    run = run_stories("check", cwd=small)
    assert run.returncode == 1
    assert "content/about.md:2:9" in run.stdout


@pytest.mark.parametrize("target", ["stories", "stories/new", ".", "mkdocs.yml", "full", "theme"])
def test_a_site_replaces_nothing_but_a_site(small: Path, target: str) -> None:
    (small / "full").mkdir()
    (small / "full/letter.txt").write_text("keep me")
    before = _digest(small)
    run = run_stories("build", "-d", target, cwd=small)
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert _digest(small) == before


def test_a_site_may_stand_in_an_empty_folder(small: Path) -> None:
    (small / "empty").mkdir()
    assert run_stories("build", "-d", "empty", cwd=small).returncode == 0
    assert run_stories("build", "-d", "empty", cwd=small).returncode == 0


def test_a_path_means_the_same_however_it_is_written(small: Path) -> None:
    _spoil(small)
    (small / "alias").symlink_to(small)
    for path in ("stories/2026/quiet-nights", f"stories/../{STORY}"):
        assert run_stories("check", path, cwd=small).returncode == 1, path
        assert run_stories("check", f"alias/{path}", cwd=small).returncode == 1, path
    inside = small / "stories"
    run = run_stories("check", "-f", "../mkdocs.yml", "2026/quiet-nights", cwd=inside)
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
def test_wrong_usage_is_said_in_words(small: Path, arguments: tuple[str, ...]) -> None:
    run = run_stories(*arguments, cwd=small)
    assert run.returncode == 2, run.stderr
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


def test_the_end_of_time_is_no_trouble(small: Path) -> None:
    run = run_stories("due", "--today", "9999-12-31", "--within", "400", cwd=small)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    "option",
    ["today: rubbish", "rules: {1: 2}", "rules: {L101: loud}", "stories_dir: nowhere"],
)
def test_wrong_settings_are_said_in_words(small: Path, option: str) -> None:
    settings = small / "mkdocs.yml"
    text = settings.read_text().replace(
        "improvement-stories:\n", f"improvement-stories:\n      {option}\n"
    )
    settings.write_text(text)
    for command in ("check", "build"):
        run = run_stories(command, cwd=small)
        assert run.returncode != 0, command
        assert "Traceback" not in run.stderr, command


def test_a_broken_template_publishes_nothing(small: Path) -> None:
    (small / "theme/story.html").write_text("{% if %}")
    run = run_stories("build", cwd=small)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert not (small / "site").exists()


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
