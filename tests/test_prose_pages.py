"""What is known of a prose page is what the engine makes of it."""

import re
from pathlib import Path

import pytest
from command import run_stories
from markdown import markdown

from generator.load.prose_pages import read_prose


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


@pytest.mark.site
def test_prose_leads_to_the_pages_of_records_by_their_files_names(project: Path):
    about = project / "content/about.md"
    led = (
        "[one](stories/a-quiet-room.md), [two](domains/naming.md#names), "
        "[three](guide/rules/l101.md), [four](actions/turn-the-screen.md)"
    )
    about.write_text(about.read_text("utf-8") + f"\n\n{led}\n", "utf-8")
    domain = project / "domains/naming.md"
    domain.write_text(
        domain.read_text("utf-8") + "\n## Names\n\nWhat people are called.\n", "utf-8"
    )
    run = run_stories("build", "--strict", cwd=project)
    assert run.returncode == 0, run.stderr
    page = (project / "site/about/index.html").read_text("utf-8")
    for goal in ("stories/a-quiet-room/", "domains/naming/#names", "guide/rules/l101/"):
        assert f'href="../{goal}"' in page
    assert 'href="../actions/turn-the-screen/"' in page
    assert "store cupboard" in (project / "site/stories/a-quiet-room/index.html").read_text("utf-8")
