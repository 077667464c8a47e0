"""The comment on a proposal: what it changes and what is to be mended, in plain words."""

import json
import re
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from command import run_stories
from github_double import commit_all, git
from hypothesis import given
from hypothesis import strategies as st

from generator.model.problem import Fault, Place, Problem, Severity
from generator.reports.comment import MOST_TOLD, Changed, escape, tell_comment
from generator.reports.gitlab import tell_code_quality

pytestmark = pytest.mark.site

FILES = "https://github.com/o/r/blob/0a1b"
PREVIEW = "https://github.com/o/r/actions/runs/1/artifacts/2"
FAULT = Fault("E123", "fault", Severity.ERROR, "Finds.", "Why.", "Instead.")
ADVICE = Fault("L301", "advice", Severity.ADVICE, "Finds.", "Why.", "Instead.")


def _render(markdown: str) -> str:
    """Render as GitHub does, with GitHub's own program."""
    html: str = github_flavored_markdown_to_html(markdown)
    return html.replace("<!-- raw HTML omitted -->", "<raw>")


def _links(html: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', html)


def test_nothing_to_mend_is_said_first() -> None:
    told = tell_comment([], [Changed("A quiet room", "stories/a-quiet-room/", "stories/q.md")])
    assert told.startswith("### This can be published\n")
    assert "- A quiet room\n" in told


def test_what_stops_publication_comes_before_advice() -> None:
    place = Place("stories/a.md", 3)
    told = tell_comment(
        [ADVICE.at(place, "Some advice."), FAULT.at(place, "A fault.", "Do it.")], []
    )
    assert told.startswith("### One thing has to be mended")
    assert told.index("A fault. Do it.") < told.index("Some advice.")


def test_pages_and_lines_are_linked() -> None:
    pages = [Changed("A quiet room", "stories/a-quiet-room/", "stories/a quiet/room.md")]
    told = tell_comment([FAULT.at(Place("stories/a.md", 3), "A fault.")], pages, FILES, PREVIEW)
    assert _links(_render(told)) == [
        f"{FILES}/stories/a%20quiet/room.md",
        PREVIEW,
        f"{FILES}/stories/a.md?plain=1#L3",
    ]
    assert "`stories/a-quiet-room/index.html`" in told


def test_a_great_many_problems_make_a_comment_of_bearable_length() -> None:
    problems = [FAULT.at(Place("a.md", line), "A fault. " * 20) for line in range(1, 5_000)]
    told = tell_comment(problems, [Changed("T" * 120, f"s/{n}/", f"{n}.md") for n in range(5_000)])
    assert len(told) < 60_000
    assert f"And {4_999 - MOST_TOLD} more: the check lists them all." in told


@given(st.text())
def test_no_words_become_a_link_a_mention_or_markup(words: str) -> None:
    html = _render(f"- {escape(words)}")
    assert not _links(html)
    assert not re.search(r"<(?!/?(?:ul|li|p|br)\b)", html)
    assert not re.search(r"@\w", html)


@pytest.mark.parametrize(
    "words",
    [
        "https://evil.example/x",
        "www.evil.example",
        "[log in](https://evil.example)",
        "![x](//evil.example/x.png)",
        "<img src=x onerror=alert(1)>",
        "@everyone",
        "&#64;everyone &lt;b&gt;",
        "a@evil.example",
        "| a | b |\n|---|---|\n# Heading",
        "`code` ~~gone~~ **bold** $x$",
    ],
)
def test_hostile_titles_stay_words(words: str) -> None:
    page = Changed(words, "stories/x/", "stories/x.md")
    told = tell_comment([FAULT.at(Place("stories/x.md"), words, words)], [page], FILES)
    html = _render(told)
    assert all(link.startswith(FILES) for link in _links(html))
    assert not re.search("<(?:img|raw)", html)
    assert not re.search(r"@\w", html)
    shown = re.sub(r"<[^>]*>", "", html).replace("\u200b", "")
    assert " ".join(words.split())[:10].replace("<", "&lt;").replace("&#", "&amp;#") in shown


def test_the_command_tells_of_what_a_branch_changes(project: Path) -> None:
    commit_all(project)
    git(project, "switch", "--quiet", "--create", "mine")
    story = project / "stories/2026/more-than-the-diagnosis.md"
    story.write_text(story.read_text().replace("status: testing", "status: testng"))
    data = next((project / "stories/2026/a-quiet-room").glob("*.csv"))
    data.write_text(data.read_text() + "2026-10-01,1,,\n")
    (project / "stories/2026/the-handover-she-wrote.md").unlink()
    git(project, "commit", "--quiet", "--all", "-m", "Change")
    run = run_stories("comment", "--since", "main", "--files", FILES, cwd=project)
    assert run.returncode == 0, run.stderr
    assert re.search(r"^### (One thing has|\d+ things have) to be mended", run.stdout)
    assert "more-than-the-diagnosis.md?plain=1#L" in run.stdout
    assert "“testng”" in run.stdout
    changed = run.stdout.partition("What this changes:")[2].partition("####")[0]
    assert f"]({FILES}/stories/2026/a-quiet-room/index.md)" in changed
    assert (
        "the-handover-she-wrote.md (taken away)".replace("(", "\\(").replace(")", "\\)") in changed
    )
    assert changed.count("\n- ") == 3


def test_without_a_history_the_command_says_so(project: Path) -> None:
    run = run_stories("comment", cwd=project)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_gitlab_is_told_each_problem_once_and_knows_it_again() -> None:
    problems = [FAULT.at(Place("a.md", line), "A fault.") for line in (3, 9)]
    problems.append(Problem(ADVICE, Place("b.md", 1), "\x1b[31mred", "Hint."))
    told = json.loads(tell_code_quality(problems))
    assert {entry["severity"] for entry in told} == {"critical", "info"}
    assert [entry["location"]["lines"]["begin"] for entry in told] == [3, 9, 1]
    assert len({entry["fingerprint"] for entry in told}) == 3
    moved = [FAULT.at(Place("a.md", line), "A fault.") for line in (4, 10)]
    again = [entry["fingerprint"] for entry in json.loads(tell_code_quality(moved))]
    assert again == [entry["fingerprint"] for entry in told[:2]]
    assert "\x1b" not in told[2]["description"]
