"""Drafts on disk: in their right place, whole or not at all, and never over what is there."""

import datetime as dt
from pathlib import Path

import pytest

from generator.build.pipeline import Project, check
from generator.intake import Draft
from generator.intake import place_drafts as placing
from generator.intake.place_drafts import (
    DraftFolders,
    PlaceError,
    group_drafts,
    place_drafts,
    write_new,
)

STORY = Draft("story", {"title": "A bell", "date": "2025-04-01"}, "It rang.")


@pytest.fixture
def tree(tmp_path: Path) -> DraftFolders:
    for folder in ("stories", "domains", "content"):
        (tmp_path / folder).mkdir()
    return look(tmp_path)


def look(root: Path) -> DraftFolders:
    collection = check(Project(root), dt.date(2026, 11, 23), ()).collection
    return DraftFolders(root, collection, 2026)


def list_files(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def test_a_story_alone_is_one_file_in_the_folder_of_its_year(tree):
    (placed,) = place_drafts([STORY], tree)
    assert placed.path == "stories/2025/a-bell.md"
    assert list_files(tree.root) == ["stories/2025/a-bell.md"]
    assert (tree.root / placed.path).stat().st_mode & 0o777 == 0o644


def test_a_story_with_files_and_actions_is_a_folder(tree):
    story = Draft("story", {**STORY.fields}, "It rang.", {"bell.png": b"PNG", "rings.csv": b"date"})
    hung = Draft("action", {"title": "Hung it", "story": "a-bell", "status": "made"}, "Hung.")
    again = Draft("action", {"title": "Hung it", "status": "made"}, "Again.")
    other = Draft("action", {"title": "Elsewhere", "story": "other", "status": "made"}, "So.")
    groups = group_drafts([story, hung, again, other])
    assert [len(group) for group in groups] == [3, 1]
    placed = [each for group in groups for each in place_drafts(group, tree)]
    assert list_files(tree.root) == [
        "stories/2025/a-bell/actions/hung-it-too.md",
        "stories/2025/a-bell/actions/hung-it.md",
        "stories/2025/a-bell/bell.png",
        "stories/2025/a-bell/index.md",
        "stories/2025/a-bell/rings.csv",
        "stories/actions/elsewhere.md",
    ]
    assert placed[0].beside == ("stories/2025/a-bell/bell.png", "stories/2025/a-bell/rings.csv")
    text = (tree.root / "stories/2025/a-bell/actions/hung-it.md").read_text(encoding="utf-8")
    assert "story:" not in text
    assert check(Project(tree.root), dt.date(2026, 11, 23), ()).collection.actions_of(
        look(tree.root).collection.story_by_slug["a-bell"]
    )


@pytest.mark.parametrize(
    "name", ["../up.png", "a/b.png", ".hidden.png", "x", "a\\b.png", "n\0.png"]
)
def test_a_file_with_a_path_for_a_name_is_refused_and_nothing_is_written(tree, name):
    with pytest.raises(PlaceError, match="cannot be the name of a file"):
        place_drafts([Draft("story", STORY.fields, "x", {name: b""})], tree)
    assert list_files(tree.root) == []


def test_what_is_there_is_never_written_over(tree):
    place_drafts([STORY], tree)
    before = (tree.root / "stories/2025/a-bell.md").read_bytes()
    later = look(tree.root)
    with pytest.raises(PlaceError, match=r"already: stories/2025/a-bell\.md") as refused:
        place_drafts([Draft("story", {"title": "A bell"}, "Other.")], later)
    assert refused.value.offer == "a-bell-2"
    with pytest.raises(PlaceError, match="It was left as it is"):
        write_new(tree.root / "stories/2025/a-bell.md", b"other")
    assert (tree.root / "stories/2025/a-bell.md").read_bytes() == before
    assert list_files(tree.root) == ["stories/2025/a-bell.md"]


def test_a_name_that_came_up_meanwhile_is_not_written_over(tree, monkeypatch):
    (tree.root / "stories/2025").mkdir()
    (tree.root / "stories/2025/a-bell.md").write_text("mine")
    (tree.root / "stories/2025/a-room").mkdir()
    monkeypatch.setattr(placing, "_find_there", lambda *_: "")
    with pytest.raises(PlaceError, match="already"):
        place_drafts([STORY], tree)
    room = Draft("story", {"title": "A room", "date": "2025-01-01"}, "x", {"a.png": b""})
    with pytest.raises(PlaceError, match="already"):
        place_drafts([room], tree)
    assert list_files(tree.root) == ["stories/2025/a-bell.md"]
    assert (tree.root / "stories/2025/a-bell.md").read_text() == "mine"


def test_a_disk_without_hard_links_is_written_to_as_well(tree, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(placing.os, "link", refuse)
    place_drafts([STORY], tree)
    with pytest.raises(PlaceError, match="already"):
        write_new(tree.root / "stories/2025/a-bell.md", b"other")
    assert list_files(tree.root) == ["stories/2025/a-bell.md"]


def test_a_full_disk_leaves_nothing_half_written(tree, monkeypatch):
    def fill(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(PlaceError, match="cannot be written: No space left on device"):
        place_drafts([Draft("story", STORY.fields, "x", {"a.png": b""})], tree)
    assert list_files(tree.root) == []
    assert not list((tree.root / "stories/2025").iterdir())
