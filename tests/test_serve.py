"""Serving: changes show, problems show, and nothing dies of either."""

import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deep import DEEP
from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from previewing import Preview
from small_project import STORIES, list_differences, make_project, read_tree

from generator.build import search_index, write_site
from generator.mkdocs_plugin import builder
from generator.mkdocs_plugin.commands import load_site
from generator.mkdocs_plugin.settings import NAME, open_store

pytestmark = pytest.mark.site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of a few records, which is shown anew in no time."""
    return make_project(tmp_path / "project")


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    preview = Preview(project)
    yield preview
    preview.stop()


def test_a_change_in_any_folder_shows_and_a_mistake_kills_nothing(
    project: Path, preview: Preview
) -> None:
    nights = "stories/quiet-nights/"
    assert preview.shows(nights, "We wrote to the team")

    story = project / STORIES / "quiet-nights/index.md"
    right = story.read_text()
    story.write_text(right.replace("We wrote to the team", "We rang the team"))
    assert preview.shows(nights, "We rang the team")

    story.write_text(right.replace("status: made", "status: wonderful"))
    assert preview.shows("", "“wonderful”")
    assert "“wonderful”" in preview.log.read_text()

    story.write_text(right)
    assert preview.shows(nights, "We wrote to the team")

    domain = project / "domains/privacy.md"
    domain.write_text(domain.read_text() + "\nAnd a bench by the bins.\n")
    assert preview.shows("domains/privacy/", "a bench by the bins")

    about = project / "content/about.md"
    about.write_text(about.read_text() + "\nA line about us.\n")
    assert preview.shows("about/", "A line about us")

    footer = project / "theme/partials/footer.html"
    footer.write_text(footer.read_text().replace("This site sets no cookies", "No cookies here"))
    assert preview.shows("about/", "No cookies here")


def test_broken_settings_and_templates_leave_the_last_good_site_in_view(
    project: Path, preview: Preview
) -> None:
    assert preview.shows("about/", "Why stories")
    settings, template = project / "mkdocs.yml", project / "theme/story.html"
    for file, mistake in ((settings, "site_name: ["), (template, "{% if %}")):
        right = file.read_text()
        file.write_text(mistake)
        assert preview.says("The preview is as it was before")
        assert preview.shows("about/", "Why stories")
        file.write_text(right)
        preview.log.write_text("")
        about = project / "content/about.md"
        about.write_text(about.read_text() + f"\nMended after {file.name}.\n")
        assert preview.shows("about/", f"Mended after {file.name}")
    assert "Traceback" not in preview.log.read_text()


def test_it_starts_although_there_is_a_mistake_from_the_beginning(project: Path) -> None:
    story = project / STORIES / "a-bell.md"
    story.write_text(story.read_text().replace("domains: [privacy", "domains: [nonsense"))
    preview = Preview(project)
    try:
        assert preview.shows("", "“nonsense”")
    finally:
        preview.stop()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_preview_leaves_nothing_behind_however_it_is_ended(
    project: Path, tmp_path: Path, how: signal.Signals
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    preview = Preview(project, TMPDIR=str(passing))
    assert preview.shows("about/", "Why stories")
    assert list(passing.iterdir())
    preview.stop(how)
    assert preview.process.returncode == 0
    assert not list(passing.iterdir())
    assert "Traceback" not in preview.log.read_text()


def build_preview(project: Path, site: Path, *, begins: bool = True) -> dict[str, str]:
    """Build as a preview does when it begins, or later on, over what it has built before."""
    site.mkdir(exist_ok=True)
    config = load_site(str(project / "mkdocs.yml"), site_dir=str(site))
    if begins:
        config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    config.plugins[NAME].builder.following.wait()
    return read_tree(site)


@pytest.mark.deep
def test_a_preview_after_edits_is_what_it_would_be_anew(project: Path, tmp_path: Path) -> None:
    story = next((project / "stories").rglob("index.md"))
    page, other = project / "content/about.md", story.parent.with_name("another-name")

    def edit(file: Path, words: str) -> None:
        file.write_text(f"{file.read_text().rstrip()}\n\n{words}\n")

    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: edit(story, "A word more."),
        lambda: story.parent.rename(other),
        lambda: edit(page, "Another word."),
        lambda: edit(other / "index.md", "status: wonderful"),
        lambda: shutil.copytree(other, other.with_name("a-copy")),
        lambda: shutil.copytree(other, other.parent / "again" / other.name),
        lambda: edit(other / "index.md", "And one more word."),
        lambda: shutil.rmtree(other),
    ]
    live, shown = tmp_path / "live", []
    for number, step in enumerate(steps):
        step()
        shown.append(build_preview(project, live, begins=number == 0))
        shutil.copytree(project, tmp_path / f"again-{number}")
    # Those that move, copy and remove a story; the others by `make deep`.
    for number, found in enumerate(shown):
        if not DEEP and number % 3 < 2:
            continue
        again = tmp_path / f"again-{number}"
        shutil.rmtree(again / ".cache", ignore_errors=True)
        assert not list_differences(found, build_preview(again, tmp_path / f"anew-{number}"))


def test_a_new_edit_does_not_wait_for_the_index_of_the_one_before(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    config = load_site(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "live"))
    config.plugins.on_startup(command="serve", dirty=False)
    with monkeypatch.context() as patch:
        patch.setattr(search_index.SearchIndex, "finish", lambda _: None)
        patch.setattr("generator.mkdocs_plugin.preview._BEFORE_THE_REST", 60)
        mkdocs_build(config)
    assert (tmp_path / "live/about/index.html").is_file()
    assert not (tmp_path / "live/search/index.json").exists()
    config.plugins.on_shutdown()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".live")] == []
    assert open_store(config).knows("record")
    shown = build_preview(project, tmp_path / "live")
    assert not list_differences(shown, build_preview(project, tmp_path / "anew"))


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), RuntimeError("no ink")])
def test_the_pages_are_shown_although_what_follows_them_fails(
    fault: Exception,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(write_site, "_join_wholes", fail)
        shown = build_preview(project, tmp_path / "live")
    assert "about/index.html" in shown
    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert len(said) == 1
    assert "The preview's feeds and search are as before" in said[0]
    assert ("no room left on the disk" if isinstance(fault, OSError) else "no ink") in said[0]
    shown = build_preview(project, tmp_path / "live")
    assert not list_differences(shown, build_preview(project, tmp_path / "anew"))


def test_a_preview_that_is_ended_while_it_builds_leaves_nothing_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    config = load_site(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "live"))
    config.plugins.on_startup(command="serve", dirty=False)
    monkeypatch.setattr(builder, "SiteWriter", interrupt)
    with pytest.raises(KeyboardInterrupt):
        mkdocs_build(config)
    assert (tmp_path / ".live-new").is_dir()
    config.plugins.on_shutdown()
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


def test_a_preview_that_fails_leaves_the_last_one(project: Path, tmp_path: Path) -> None:
    before = build_preview(project, tmp_path / "live")
    story = next((project / "stories").rglob("index.md"))
    story.write_text(story.read_text() + "\nMore.\n")
    (project / "theme/story.html").write_text("{% if %}")
    with pytest.raises(TemplateError):
        build_preview(project, tmp_path / "live")
    assert read_tree(tmp_path / "live") == before
