"""What several tests share: the sample site built once, a server for it, and copies to spoil."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from attacked import make_attacked
from command import ROOT, run_stories
from hypothesis import settings
from serving import serve_site
from small_project import TODAY

# Machines are shared: how long an example takes says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

PARTS = ("stories", "domains", "content", "theme", "mkdocs.yml")


@pytest.fixture(scope="session", autouse=True)
def day() -> Iterator[None]:
    """One day for the commands of all tests: samples age with the clock, and tests may not."""
    noon = dt.datetime.fromisoformat(f"{TODAY}T12:00+00:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        yield


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once by the real command."""
    site = tmp_path_factory.mktemp("built") / "site"
    run = run_stories("build", "--strict", "-d", str(site))
    assert run.returncode == 0, run.stderr
    return site


@pytest.fixture(scope="session")
def sharded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site with its search index in several shards."""
    root = tmp_path_factory.mktemp("sharded")
    _copy_project(root)
    settings = (root / "mkdocs.yml").read_text()
    option = "improvement-stories:\n      search_shard: 20\n"
    (root / "mkdocs.yml").write_text(settings.replace("improvement-stories:\n", option))
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    assert len(list((root / "site/pagefind").glob("shard-*"))) >= 3
    with serve_site(root / "site") as url:
        yield url


@pytest.fixture(scope="session")
def attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from words that try to run as scripts; the project is the folder above it."""
    root = tmp_path_factory.mktemp("attacked")
    planted = make_attacked(root)
    assert len(set(planted)) > 4000
    run = run_stories("build", cwd=root)
    assert run.returncode == 0, run.stderr
    return root / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole sample project that a test may change."""
    _copy_project(tmp_path)
    return tmp_path


def _copy_project(folder: Path) -> None:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address at which the built site is served on this machine."""
    with serve_site(built_site) as url:
        yield url
