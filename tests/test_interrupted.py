"""Whatever happens to a build, the last good site is whole and the next build is right.

Builds are really killed, interrupted and starved here: many of them by `make deep`.
"""

import contextlib
import datetime as dt
import errno
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command import run_stories
from deep import DEEP, count_cases
from small_project import (
    STORIES,
    TODAY,
    list_differences,
    make_project,
    read_tree,
    write_story,
)
from waiting import PATIENCE, wait_until

from generator.build.atomic_swap import AtomicSwap, OccupiedError
from generator.cache.kept_files import read_or_make
from generator.cache.store import Store
from generator.mkdocs_plugin.commands import BuildOptions, SiteError, build_site

pytestmark = pytest.mark.site

KILLS = count_cases(60)
DAY = dt.date.fromisoformat(TODAY)
STORY = f"{STORIES}/a-bell.md"
LEDGER = ".cache/improvement-stories/ledger.db"
BUILD = ("build", "--today", TODAY)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def build(project: Path, day: dt.date = DAY) -> dict[str, str]:
    """Build in this process, which is quicker."""
    build_site(str(project / "mkdocs.yml"), BuildOptions(today=day, jobs=1))
    return read_tree(project / "site")


def build_anew(project: Path, day: dt.date = DAY) -> dict[str, str]:
    """Build a copy of the project from nothing."""
    copy = project.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    leave = shutil.ignore_patterns(".cache", "site", ".site-*", "ballast")
    shutil.copytree(project, copy, ignore=leave)
    return build(copy, day)


def edit(project: Path, words: str) -> None:
    (project / STORY).write_text(write_story(f"A bell and {words}", domain="privacy"))
    with (project / "content/about.md").open("a") as page:
        page.write(f"\nAlso {words}.\n")


def start(project: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", *BUILD, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=project, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


def wait_until_begun(process: subprocess.Popen[str], project: Path) -> None:
    lock = project / ".site-lock"
    assert wait_until(lambda: process.poll() is not None or lock.exists(), pause=0.005)


def find_leftovers(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob(".site*"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project of so many stories that several processes share the work."""
    project = make_project(tmp_path_factory.mktemp("crowd") / "project")
    for number in range(140):
        story = write_story(f"One of many, number {number}")
        (project / STORIES / f"one-of-many-{number}.md").write_text(story)
    build(project)
    return project


@pytest.fixture
def many(crowd: Path, tmp_path: Path) -> Path:
    """A copy of it, with its site and with what its build has kept."""
    return shutil.copytree(crowd, tmp_path / "project")


@pytest.mark.deep
def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_is_right(
    small: Path,
) -> None:
    build(small)
    edit(small, "a lamp")
    begun = time.monotonic()
    _, said = start(small).communicate()
    lasts = time.monotonic() - begun
    chance = random.Random(1)
    before = read_tree(small / "site")
    assert "Built" in said
    for number in range(KILLS):
        edit(small, f"a lamp, {number}")
        process = start(small)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=chance.uniform(0.15, 1.1) * lasts)
        process.kill()
        process.communicate()
        found = read_tree(small / "site")
        if found == before and number % 5 < 4:
            continue
        anew = build_anew(small)
        assert not list_differences(found, before if found == before else anew)
        run = run_stories(*BUILD, cwd=small)
        assert run.returncode == 0, run.stderr
        before = read_tree(small / "site")
        assert not list_differences(before, anew)
        assert not find_leftovers(small)


@pytest.mark.deep
@pytest.mark.parametrize("whom", ["the builder", "all its processes"])
def test_processes_of_a_killed_build_do_not_write_into_the_next_one(many: Path, whom: str) -> None:
    for number in range(count_cases(10)):
        template = many / "theme/story.html"
        template.write_text(template.read_text().replace("<main", f"<!-- {number} --><main", 1))
        process = start(many, "--jobs", "2")
        wait_until_begun(process, many)
        time.sleep(0.4 + number / 5)
        if whom == "the builder":
            process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):  # it was quick
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        with pytest.raises(ProcessLookupError):
            _wait_for_the_end_of(process.pid)
        run = run_stories(*BUILD, cwd=many)
        assert run.returncode == 0, run.stderr
        assert not list_differences(read_tree(many / "site"), build_anew(many))


def _wait_for_the_end_of(group: int) -> None:
    """Wait until no process of the group is left, which raises an error."""
    wait_until(lambda: os.killpg(group, 0))


@pytest.mark.deep
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_build_says_so_in_a_sentence(many: Path, jobs: str) -> None:
    before = read_tree(many / "site")
    edit(many, "an interruption")
    chance = random.Random(2)
    stopped = 0
    for _ in range(count_cases(20)):
        template = many / "theme/story.html"
        template.write_text(f"{template.read_text()}{{# again #}}")
        process = start(many, "--jobs", jobs)
        wait_until_begun(process, many)
        time.sleep(chance.uniform(0.02, 0.8))
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in said
        if process.returncode == 130:
            stopped += 1
            assert said.splitlines()[-1] == "stories: Stopped. The site that was there is whole."
            assert not list_differences(read_tree(many / "site"), before)
        else:
            assert process.returncode == 0, said
            before = read_tree(many / "site")
        assert not find_leftovers(many)
    assert stopped or not DEEP  # a build may be quicker than a few interruptions
    assert not list_differences(build(many), build_anew(many))


_INTERRUPTED_WHILE_FORKING = """
import multiprocessing, os, signal, time
from generator.cache.workers import work_in_parts
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    list(work_in_parts(lambda part: len(part) == 1 or time.sleep(60), range(1000), 2))
except KeyboardInterrupt:
    print(len(multiprocessing.active_children()), "are left")
"""


def test_an_interruption_in_the_middle_of_a_fork_leaves_no_process_behind() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_WHILE_FORKING],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (run.stdout, run.stderr) == ("0 are left\n", "")


def test_nobody_writes_into_a_site_that_is_given_up(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(many / ".cache")

    def give_up(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.build.search_index.SearchIndex.take", give_up)
    kept = []
    really = AtomicSwap.abandon

    def count(staging: AtomicSwap) -> None:
        kept.append(len(multiprocessing.active_children()))
        really(staging)

    monkeypatch.setattr(AtomicSwap, "abandon", count)
    with pytest.raises(SiteError):
        build_site(str(many / "mkdocs.yml"), BuildOptions(jobs=2))
    assert kept[0] == 0
    assert not find_leftovers(many)


@pytest.mark.deep
def test_who_interrupts_when_the_new_site_stands_is_too_late(small: Path) -> None:
    build(small)
    for number in range(count_cases(20)):
        edit(small, f"an interruption, {number}")
        last = (small / "site").stat().st_ino
        process = start(small)
        wait_until_begun(process, small)
        while process.poll() is None and (small / "site").stat().st_ino == last:
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        assert "Built" in said
        assert "Traceback" not in said
        assert not list_differences(read_tree(small / "site"), build_anew(small))
        assert not find_leftovers(small)


def test_the_program_that_removes_a_large_site_is_nobody_elses_concern(
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    build(small)
    edit(small, "a removal")
    remover = tmp_path / "programs/rm"
    remover.parent.mkdir()
    remover.write_text(
        f"#!{sys.executable}\nimport os, pathlib, sys\n"
        "for stream in (1, 2):\n    os.write(stream, b'here')\n"
        f"pathlib.Path({str(tmp_path / 'group')!r}).write_text(str(os.getpgrp()))\n"
        f"os.execv({shutil.which('rm')!r}, sys.argv)\n"
    )
    remover.chmod(0o755)
    monkeypatch.setattr("generator.build.atomic_swap.LARGE", 1)
    monkeypatch.setenv("PATH", str(remover.parent), prepend=os.pathsep)
    build(small)
    assert wait_until(lambda: not find_leftovers(small))
    # It keeps no pipe open that somebody reads to its end, and hears no Ctrl-C of the build's.
    assert "here" not in "".join(capfd.readouterr())
    assert int((tmp_path / "group").read_text()) != os.getpgrp()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_cannot_be_written_is_told_in_a_sentence(small: Path) -> None:
    command = [sys.executable, "-m", "generator", "due"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            command, cwd=small, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 1
    assert run.stderr == "stories: There is no room left on the disk. Make some, and try again.\n"


def test_a_full_disk_leaves_the_last_site_and_says_so(tmp_path: Path) -> None:
    with _mount_small_disk(tmp_path / "disk", "48m") as disk:
        small = make_project(disk / "project")
        (disk / "tmp").mkdir()
        before = build(small)
        for room in (0, 40, 400, 1200, 1800):
            edit(small, f"{room} kilobytes")
            _fill(small / "ballast", disk, room * 1024)
            env = {**os.environ, "TMPDIR": str(disk / "tmp")}
            command = [sys.executable, "-m", "generator", *BUILD]
            run = subprocess.run(
                command, cwd=small, env=env, capture_output=True, text=True, check=False
            )
            (small / "ballast").unlink()
            assert "Traceback" not in run.stderr
            assert run.returncode == 1, run.stderr
            assert "room" in run.stderr, run.stderr
            assert "try again" in run.stderr or "pip install" in run.stderr
            assert not list_differences(read_tree(small / "site"), before)
            assert not find_leftovers(small)
        after = build(small)
        expected = _build_outside(small, tmp_path)
        assert not list_differences(after, expected)


def _build_outside(small: Path, folder: Path) -> dict[str, str]:
    shutil.copytree(small, folder / "project", ignore=shutil.ignore_patterns(".cache", "site"))
    return build(folder / "project")


def _fill(ballast: Path, disk: Path, room: int) -> None:
    free = shutil.disk_usage(disk).free
    with ballast.open("wb") as file:
        file.write(b"\0" * max(free - room, 0))


@contextlib.contextmanager
def _mount_small_disk(place: Path, size: str) -> Iterator[Path]:
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _mount(*arguments: str) -> None:
    run = None
    with contextlib.suppress(FileNotFoundError):
        run = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    if run is None or run.returncode:
        pytest.skip("This needs the right to mount a file system.")


@contextlib.contextmanager
def _close_to_writing(folder: Path) -> Iterator[None]:
    """Close a folder to writing, even to an administrator."""
    if os.geteuid():
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)
        return
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_folder_that_may_not_be_written_is_named(small: Path) -> None:
    shelf = small / "shelf"
    shelf.mkdir()
    assert run_stories(*BUILD, "-d", "shelf/site", cwd=small).returncode == 0
    before = read_tree(shelf)
    edit(small, "a shut shelf")
    with _close_to_writing(shelf):
        run = run_stories(*BUILD, "-d", "shelf/site", cwd=small)
        assert run.returncode == 1
        assert "Traceback" not in run.stderr
        assert f"{shelf}/.site-lock may not be written. Allow that, and try again" in run.stderr
    assert read_tree(shelf) == before
    assert run_stories(*BUILD, "-d", "shelf/site", cwd=small).returncode == 0
    assert not list_differences(read_tree(shelf / "site"), build_anew(small))


def test_a_build_goes_on_without_a_ledger_that_may_not_be_written(small: Path) -> None:
    build(small)
    with _close_to_writing(small / ".cache"):
        edit(small, "a shut ledger")
        run = run_stories(*BUILD, cwd=small)
        assert run.returncode == 0, run.stderr
        assert not list_differences(read_tree(small / "site"), build_anew(small))
    edit(small, "an open ledger")
    assert not list_differences(build(small), build_anew(small))


def test_a_ledger_that_another_user_keeps_shut_counts_for_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    first = Store(folder / "ledger.db", "1")
    first.keep("words", "key", b"known")
    first.close()
    assert Store(folder / "ledger.db", "1").find("words", "key") == b"known"
    folder.chmod(0)
    is_administrator = not os.geteuid()
    try:
        if is_administrator:
            os.seteuid(65534)
        shut = Store(folder / "ledger.db", "1")
        assert shut.find("words", "key") is None
        shut.keep("words", "key", b"new")
        shut.close()
    finally:
        if is_administrator:
            os.seteuid(0)
        folder.chmod(0o755)
    assert Store(folder / "ledger.db", "1").find("words", "key") == b"known"


def test_a_ledger_that_another_run_is_writing_is_left_to_it(tmp_path: Path) -> None:
    first = Store(tmp_path / "ledger.db", "1")
    first.keep("words", "key", b"known")
    first.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "ledger.db")) as database:
        database.execute("begin exclusive")
        assert Store(tmp_path / "ledger.db", "1").find("words", "key") is None
    assert Store(tmp_path / "ledger.db", "1").find("words", "key") == b"known"


def test_of_two_builds_at_once_one_says_so(small: Path) -> None:
    before = build(small)
    edit(small, "two at once")
    staging = AtomicSwap(small / "site")
    staging.begin()
    run = run_stories(*BUILD, cwd=small)
    assert run.returncode == 1
    assert "Another build is at work on" in run.stderr
    assert "Traceback" not in run.stderr
    assert read_tree(small / "site") == before
    staging.abandon()
    assert not find_leftovers(small)
    many = [start(small) for _ in range(3)]
    told = [process.communicate()[1] for process in many]
    codes = [process.returncode for process in many]
    assert 0 in codes
    for code, said in zip(codes, told, strict=True):
        assert code == 0 or "Another build is at work" in said
    assert not list_differences(read_tree(small / "site"), build_anew(small))


@pytest.mark.parametrize("name", [".site-old", ".site-new"])
def test_a_build_that_cannot_remove_what_an_earlier_one_left_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    left = tmp_path / name
    left.mkdir()
    (tmp_path / "site").mkdir()
    staging = AtomicSwap(tmp_path / "site")
    with monkeypatch.context() as busy:
        busy.setattr("generator.build.atomic_swap.shutil.rmtree", lambda *_, **__: None)
        with pytest.raises(OccupiedError, match=f"{name} .*remove it by hand, and build again"):
            staging.begin()
    assert staging.begin().is_dir()
    assert not left.exists() or name == ".site-new"
    staging.abandon()
    assert find_leftovers(tmp_path) == []


@pytest.mark.deep
def test_builds_of_one_project_for_several_places_do_not_disturb_each_other(
    small: Path, tmp_path: Path
) -> None:
    for _ in range(count_cases(20)):
        shutil.rmtree(small / ".cache", ignore_errors=True)
        places = [tmp_path / "places" / name for name in ("one", "two", "three")]
        many = []
        for place in places:
            many.append(start(small, "-d", str(place)))
            time.sleep(0.3)  # so that one tidies up while another still draws
        for process in many:
            _, said = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, said
        first, *others = (read_tree(place) for place in places)
        for other in others:
            assert not list_differences(other, first)


def test_what_cannot_be_kept_is_made_all_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "kept/a"
    kept.mkdir(parents=True)  # where a file should be
    assert read_or_make(kept, lambda: b"made") == b"made"
    kept.rmdir()
    assert read_or_make(kept, lambda: b"anew") == b"anew"
    assert read_or_make(kept, lambda: b"not asked for") == b"anew"


def test_a_lock_that_a_killed_build_left_behind_locks_nobody_out(small: Path) -> None:
    (small / ".site-lock").touch()
    assert build(small)
    assert not find_leftovers(small)


def test_a_clock_set_back_shows_nothing_of_the_future(small: Path) -> None:
    build(small, dt.date(2026, 11, 23))
    later = build(small, dt.date(2027, 6, 1))
    assert not list_differences(later, build_anew(small, dt.date(2027, 6, 1)))
    earlier = build(small, dt.date(2026, 11, 23))
    assert earlier != later
    assert not list_differences(earlier, build_anew(small, dt.date(2026, 11, 23)))
    edit(small, "an old edit")
    for file in (small / STORY, small / "content/about.md"):
        os.utime(file, (0, 0))
    assert not list_differences(build(small), build_anew(small))


def _cut_short(store: Path) -> None:
    content = store.read_bytes()
    store.write_bytes(content[: len(content) // 2])


def _spoil_bytes(store: Path) -> None:
    content = bytearray(store.read_bytes())
    chance = random.Random(3)
    for _ in range(400):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    store.write_bytes(content)


def _write_noise(store: Path) -> None:
    store.write_bytes(random.Random(4).randbytes(40_000))


def _make_foreign(store: Path) -> None:
    store.unlink()
    with contextlib.closing(sqlite3.connect(store)) as database, database:
        database.execute("create table kept (somebody text, elses text)")
        database.execute("insert into kept values ('shopping', 'list')")


def _swap_values(store: Path) -> None:
    """Give every key the value of another, with the sum that it was kept with."""
    with contextlib.closing(sqlite3.connect(store)) as database, database:
        database.execute("update kept set value = x'00' || value")


def _claim_another_version(store: Path) -> None:
    with contextlib.closing(sqlite3.connect(store)) as database, database:
        database.execute("update about set told = 'an older one'")
        database.execute("update kept set value = x'00'")


def _put_folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A project that was built and then edited, and the site that it makes from nothing."""
    project = make_project(tmp_path_factory.mktemp("edited") / "project")
    build(project)
    edit(project, "a spoilt ledger")
    return project, build_anew(project)


@pytest.mark.parametrize(
    "spoil",
    [
        _cut_short,
        _spoil_bytes,
        _write_noise,
        _make_foreign,
        _swap_values,
        _claim_another_version,
        _put_folder,
    ],
)
def test_a_ledger_that_is_not_ours_is_ignored(
    edited: tuple[Path, dict[str, str]],
    tmp_path: Path,
    spoil: Callable[[Path], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    project, anew = edited
    small = shutil.copytree(project, tmp_path / "project")
    spoil(small / LEDGER)
    assert not list_differences(build(small), anew)
    assert not list_differences(build(small), anew)
    assert "Traceback" not in capfd.readouterr().err


def test_the_ledger_is_kept_from_run_to_run_and_clean_starts_over(small: Path) -> None:
    build(small)
    page = small / "site/stories/a-name/index.html"
    written = page.stat().st_mtime_ns
    with (small / "content/about.md").open("a") as about:
        about.write("\nAnother line.\n")
    build(small)
    assert page.stat().st_mtime_ns == written
    build_site(str(small / "mkdocs.yml"), BuildOptions(today=DAY, clean=True))
    assert page.stat().st_mtime_ns != written


def test_a_site_that_somebody_changed_is_mended(small: Path) -> None:
    before = build(small)
    page = small / "site/stories/a-name/index.html"
    page.write_text("not ours")
    (small / "site/stories/a-say/index.html").unlink()
    (small / "site/stray.html").write_text("stray")
    assert not list_differences(build(small), before)
