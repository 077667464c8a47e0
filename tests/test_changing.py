"""Files that somebody changes while they are read or built from, and what is read only once."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from command import SITE
from hypothesis import given
from hypothesis import strategies as st
from small_project import POINTS, STORIES, make_project

from generator.cache.file_fingerprints import FileStore
from generator.cache.packed_records import pack_record, unpack_record
from generator.cache.store import Store
from generator.cache.workers import work_in_parts
from generator.load import file_names, record
from generator.load.frontmatter import find_places
from generator.load.project import Project, Reading, read_project
from generator.mkdocs_plugin import builder
from generator.mkdocs_plugin.commands import BuildOptions, build_site
from generator.model import Story
from generator.model.base import LATER

STORY, DATA = f"{STORIES}/quiet-nights/index.md", f"{STORIES}/quiet-nights/woken.csv"
SECOND = 1_000_000_000
OTHERS = POINTS.replace(",9", ",17")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def read(project: Path, jobs: int = 1, moment: int = 0) -> Reading:
    """Read with what earlier readings of this project left behind."""
    store = FileStore(project / "ledger.db", moment=moment)
    reading = read_project(Project(project), store, jobs)
    store.close()
    return reading


def find_story(reading: Reading) -> Story:
    return next(story for story in reading.stories if story.path == STORY)


def find_values(reading: Reading) -> list[float]:
    return [point.value for point in find_story(reading).measures[0].points]


def change_before(
    patch: pytest.MonkeyPatch, where: Any, name: str, change: Callable[[], object], about: str = ""
) -> None:
    """Make a change just before a function begins to work, as an editor might."""
    work = getattr(where, name)

    def changed(*arguments: Any) -> Any:
        if not about or about in arguments:
            change()
        return work(*arguments)

    patch.setattr(where, name, changed)


def test_a_story_that_is_changed_while_it_is_read_is_read_right_the_next_time(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (project / STORY).read_text()
    after = before.replace("asked the people in the beds", "asked anybody at all")
    assert after != before
    with monkeypatch.context() as patch:
        change = partial((project / STORY).write_text, after)
        change_before(patch, record, "read_front_matter", change, STORY)
        assert find_story(read(project)).origin.source == before
    assert find_story(read(project)).origin.source == after
    (project / STORY).write_text(before)
    story = find_story(read(project))
    assert story.origin.source == before
    assert story.problem == "Nobody had asked the people in the beds."


def test_numbers_that_are_changed_while_they_are_read_are_read_right_the_next_time(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        change = partial((project / DATA).write_text, OTHERS)
        change_before(patch, record, "attach_data", change, STORY)
        assert find_values(read(project))[0] == 9
    assert find_values(read(project))[0] == 17
    (project / DATA).write_text(POINTS)
    assert find_values(read(project))[0] == 9


@pytest.mark.parametrize("name", ["_woken.csv", ".woken.csv", "WOKEN.CSV"])
def test_new_numbers_are_read_whatever_their_file_is_called(project: Path, name: str) -> None:
    (project / DATA).rename((project / DATA).with_name(name))
    (project / STORY).write_text((project / STORY).read_text().replace("woken.csv", name))
    assert find_values(read(project))[0] == 9
    (project / DATA).with_name(name).write_text(OTHERS)
    assert find_values(read(project))[0] == 17


def test_no_file_of_a_record_is_opened_twice(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Counter[str] = Counter()
    really = os.open

    def count(path: Any, *arguments: Any, **named: Any) -> int:
        opened[str(path)] += 1
        return really(path, *arguments, **named)

    monkeypatch.setattr(os, "open", count)
    for _ in range(2):
        opened.clear()
        read(project)
        told = {path: times for path, times in opened.items() if "/stories/" in path}
        assert str(project / STORY) in told
        assert str(project / DATA) in told
        assert set(told.values()) == {1}


def test_a_file_that_is_as_it_was_is_not_opened_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = (project / DATA).stat().st_ctime_ns + 9 * SECOND
    read(project, moment=settled)
    opened: list[str] = []
    really = os.open

    def note(path: Any, *arguments: Any, **named: Any) -> int:
        opened.append(str(path))
        return really(path, *arguments, **named)

    monkeypatch.setattr(os, "open", note)
    assert find_values(read(project, moment=settled))[0] == 9
    assert not [path for path in opened if "/stories/" in path and "/content/" not in path]


def test_a_file_that_was_changed_is_read_again_though_its_size_and_date_are_as_they_were(
    project: Path,
) -> None:
    read(project, moment=(project / DATA).stat().st_ctime_ns + 9 * SECOND)
    for path, old, new in ((STORY, "asked the", "asked all"), (DATA, ",9", ",7")):
        file = project / path
        before, text = file.stat(), file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        after = file.stat()
        assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert "asked all" in find_story(read(project)).origin.source
    assert find_values(read(project))[0] == 7


@pytest.mark.parametrize(("later", "is_known"), [(1, False), (5, True)])
def test_a_file_that_was_changed_just_now_is_read_again(
    project: Path, later: int, *, is_known: bool
) -> None:
    file = project / STORY
    moment = file.stat().st_ctime_ns + later * SECOND
    store = FileStore(project / "ledger.db", moment=moment)
    assert store.digest_file(str(file))
    store.close()
    assert bool(FileStore(project / "ledger.db").recall_file(str(file))) is is_known


def test_what_is_no_file_has_no_digest(project: Path) -> None:
    (project / "link.md").symlink_to(project / STORY)
    files = FileStore()
    for path in ("link.md", "stories", "missing.md"):
        assert not files.digest_file(str(project / path))


def test_a_ledger_writes_before_it_holds_too_much_and_forgets_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cache.store.MOST_HELD", 10)
    file = tmp_path / "ledger.db"
    first = Store(file)
    for key in ("a", "b", "c"):
        first.keep("words", key, b"some words")
    assert Store(file).find("words", "b") == b"some words"
    assert Store(file).find("words", "c") is None
    first.close()
    second = Store(file)
    assert second.find("words", "a")
    second.keep("words", "d", b"twice as many words")
    second.close()
    last = Store(file)
    assert [bool(last.find("words", key)) for key in "abcd"] == [True, False, False, True]


@pytest.mark.site
def test_each_part_of_a_work_has_a_process_of_its_own() -> None:
    things = range(2000)
    parts = list(work_in_parts(lambda part: (os.getpid(), list(part)), things, 2))
    assert [thing for _, part in parts for thing in part] == list(things)
    assert len({number for number, _ in parts}) == len(parts) > 2


def test_what_was_read_before_is_not_parsed_again_even_where_it_has_links(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parsed: list[str] = []
    known = FileStore(tmp_path / "ledger.db")
    first = read_project(Project(SITE), known)
    known.close()
    assert sum(bool(story.links) for story in first.stories) > 10
    really = record.read_front_matter

    def note(text: str, path: str) -> Any:
        parsed.append(path)
        return really(text, path)

    monkeypatch.setattr(record, "read_front_matter", note)
    second = read_project(Project(SITE), FileStore(tmp_path / "ledger.db"))
    assert not [path for path in parsed if path.startswith("stories/")]
    assert [s.links for s in second.stories] == [s.links for s in first.stories]


def test_a_record_comes_out_of_its_packing_as_it_went_in() -> None:
    reading = read_project(Project(SITE))
    for before in (*reading.stories, *reading.actions, *reading.domains):
        after = unpack_record(pack_record(before), find_places)
        assert after.links == before.links
        assert after.origin == before.origin
        assert after.model_dump() == before.model_dump()
        assert after.model_fields_set == before.model_fields_set
        packed = unpack_record(pack_record(before), find_places)
        for name in LATER:
            assert getattr(packed, name, "no such field") == getattr(before, name, "no such field")
        assert after == before
        assert repr(after) == repr(before)


def test_a_packed_record_can_make_nothing_but_a_record() -> None:
    with pytest.raises(ValueError, match="not a packed record"):
        unpack_record(b"cos\nsystem\n(S'true'\ntR.", find_places)
    with pytest.raises(ValueError, match="not a packed record"):
        unpack_record(b"cgenerator.cache.store\nStore\n)R.", find_places)


@pytest.mark.site
def test_what_is_changed_during_a_build_is_not_taken_for_built(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = project / "site/stories/quiet-nights/index.html"
    before = (project / STORY).read_text()
    after = before.replace("asked the people in the beds", "asked anybody at all")
    with monkeypatch.context() as patch:
        change_before(patch, builder, "check", lambda: (project / STORY).write_text(after))
        build(project)
    assert "asked anybody at all" in page.read_text()
    (project / STORY).write_text(before)
    build(project)
    assert "asked the people in the beds" in page.read_text()


@pytest.mark.site
def test_a_site_about_which_nothing_changes_is_built_once(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: list[str] = []
    change_before(monkeypatch, builder, "check", lambda: builds.append("once more"))
    build(project)
    build(project)
    assert builds == ["once more"]


def build(project: Path) -> None:
    build_site(str(project / "mkdocs.yml"), BuildOptions(today=dt.date(2026, 11, 23), jobs=1))


PIECES = ["stories", "/", "/", "con", "com1", "aux.", "a", "-", ".", " ", ".md", "index.md", "9"]
PIECES += ["A", "é", "x" * 79, "x" * 30, ".webp", ".tar", "_", "?", "nul.txt", "lpt¹", "\n", ""]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=45).map("".join))
def test_a_path_that_passes_at_a_glance_would_pass_a_closer_look(path: str) -> None:
    seen = file_names.refuse_name(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_names, "_PLAIN", file_names.re.compile("(?!)"))
        assert file_names.refuse_name(path) == seen
