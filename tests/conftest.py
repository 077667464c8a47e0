"""What several tests share: a site built once, a server for it, and copies to spoil."""

import datetime as dt
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from attacked import make_attacked
from command import ROOT, SITE, run_stories
from deep import count_cases
from filelock import FileLock
from hypothesis import is_hypothesis_test, settings
from serving import serve_site
from small_project import TODAY

# Machines are shared: how long an example takes says nothing.
settings.register_profile("shared", deadline=None, max_examples=count_cases(1000))
settings.load_profile("shared")

# What a test uses says what it costs; a test that builds a site itself says so with a mark.
MARKS = {
    "browser": {"chromium", "firefox", "webkit"},
    "site": {"built_site", "sample_site", "sharded_url", "attacked_site"},
}
LONG = (*MARKS, "word")
PARTS = (
    *(SITE / part for part in ("stories", "domains", "content")),
    ROOT / "theme",
    ROOT / "mkdocs.yml",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests by what they use, so that `make quick` can leave them out.

    What is tried with made examples is a long set: a tenth of them outside `make deep`. Files with
    tests that are left out there come first, so that no worker begins a long one at the end.
    """
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker("deep")
        used = set(getattr(item, "fixturenames", ()))
        for mark, fixtures in MARKS.items():
            if used & fixtures:
                item.add_marker(mark)
    long = {item.path for item in items if any(map(item.get_closest_marker, LONG))}
    items.sort(key=lambda item: item.path not in long)


def pytest_runtest_setup() -> None:
    """Let Ctrl-C reach whatever a test starts.

    It is ignored where the tests run in the background, and after a build in their own process.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def day() -> Iterator[None]:
    """One day for the commands of all tests: samples age with the clock, and tests may not."""
    noon = dt.datetime.fromisoformat(f"{TODAY}T12:00+00:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        yield


def _make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder that the workers of a run share: the first that asks for it makes it."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, is_made = shared / name, shared / f"{name} is made"
    with FileLock(shared / f"{name}.lock"):
        if not is_made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            is_made.touch()
    return folder


def _build(site: Path, project: Path) -> None:
    run = run_stories("build", "--strict", "-d", str(site), cwd=project)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own site, built once by the real command."""
    return _make_once(tmp_path_factory, "built", partial(_build, project=SITE))


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the house, as it is published: for the tests of its content alone."""
    return _make_once(tmp_path_factory, "sample", partial(_build, project=ROOT))


@pytest.fixture(scope="session")
def sharded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tests' own site with its search index in several shards."""
    root = tmp_path_factory.mktemp("sharded")
    _copy_project(root)
    settings = (root / "mkdocs.yml").read_text()
    option = "improvement-stories:\n      search_shard: 20\n"
    (root / "mkdocs.yml").write_text(settings.replace("improvement-stories:\n", option))
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    index = json.loads((root / "site/search/index.json").read_text())
    assert len(index["shards"]) >= 3
    with serve_site(root / "site") as url:
        yield url


@pytest.fixture(scope="session")
def attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from words that try to run as scripts; the project is the folder above it."""

    def make(project: Path) -> None:
        planted = make_attacked(project)
        assert len(set(planted)) > 4000
        run = run_stories("build", cwd=project)
        assert run.returncode == 0, run.stderr

    return _make_once(tmp_path_factory, "attacked", make) / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a whole project that a test may change."""
    _copy_project(tmp_path)
    return tmp_path


@pytest.fixture
def lone_project(tmp_path: Path) -> Path:
    """A project of one story and every prose page, which is checked in no time."""
    for part in ("domains", "content", "stories/2026/a-quiet-room"):
        shutil.copytree(SITE / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    return tmp_path


def _copy_project(folder: Path) -> None:
    for source in PARTS:
        if source.is_dir():
            shutil.copytree(source, folder / source.name)
        else:
            shutil.copy(source, folder / source.name)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address at which the built site is served on this machine."""
    with serve_site(built_site) as url:
        yield url
