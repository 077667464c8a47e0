"""What is known of a prose page is what the engine makes of it."""

import re
from pathlib import Path

import pytest
from markdown import markdown

from generator.read.prose import read_prose


@pytest.mark.parametrize(
    "headings",
    [
        ["Here", "Here", "Here"],
        ["Room 7", "Room_1", "Room_1", "Room", "Room"],
        ["Žlutý kůň", "Ward 7: what, and why?", "a -- b", "Tea & toast"],
        ["Here", "There {#here}", "Here"],
        ["…", "“”", "*Both* `sides`"],
    ],
)
def test_the_anchors_of_a_prose_page_are_those_that_the_engine_makes(
    tmp_path: Path, headings: list[str]
):
    text = "\n\n".join(f"## {heading}" for heading in headings)
    (tmp_path / "a.md").write_text(text, "utf-8")
    made = re.findall(r'<h2 id="([^"]*)"', markdown(text, extensions=["attr_list", "toc"]))
    assert len(made) == len(headings)
    assert read_prose(tmp_path, "a.md")[0].anchors == frozenset(made)


def test_a_page_of_many_like_headings_is_read_in_no_time(tmp_path: Path):
    (tmp_path / "a.md").write_text("# a\n\n" * 5_000, "utf-8")
    anchors = read_prose(tmp_path, "a.md")[0].anchors
    assert anchors is not None
    assert {"a", "a_1", "a_4999"} <= anchors
