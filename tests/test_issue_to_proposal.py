"""The scripts of the workflows: what others wrote is said safely, and an issue is proposed."""

import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from command import run_stories
from github_double import SCRIPTS, GitHub, commit_all, git
from issue_bodies import MEASURES, QUICK_WIN, VOICES, write_issue

pytestmark = pytest.mark.site

sys.path.insert(0, str(SCRIPTS))
defuse = importlib.import_module("defuse").defuse
HOME = "https://github.com/o/r"
APART = "\N{ZERO WIDTH SPACE}"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Hello @somebody and @org/team", "@s"),
        ("Closes #12, GH-13 and \\#14", "#1"),
        ("<img src=x onerror=y>", "<"),
        ("<!-- stories-check -->", "<!--"),
        ("![a](https://tracker.example/x.png)", "]("),
        ("[log in](https://evil.example/login)", "]("),
        ("[log in](//evil.example)", "]("),
        ("[out](https://github.com/o/r/../../evil/x)", "]("),
        ("[out](https://github.com/o/r@evil.example/)", "]("),
        ("see https://evil.example and www.evil.example", "://"),
        ("[x]: //evil.example\n[x]", "]:"),
        ("&#64;somebody", "&#"),
        ("\x00\x1b[31m\u202e", "\u202e"),
    ],
)
def test_words_of_others_reach_no_further_than_the_words(text: str, lost: str) -> None:
    assert lost in text
    told = defuse(text, HOME)
    assert lost not in told
    html = github_flavored_markdown_to_html(told)
    assert "href=" not in html
    assert "omitted" not in html
    assert not re.search(r"@\w|#\d|GH-\d", html)


def test_links_to_the_repository_itself_are_kept() -> None:
    text = f"- [stories/a.md, line 3]({HOME}/blob/0a1b/stories/a.md?plain=1#L3): words"
    assert defuse(text, HOME) == text


def test_a_comment_never_outgrows_what_github_takes() -> None:
    told = defuse("word @x\n" * 20_000, HOME)
    assert len(told) < 65_536
    assert told.endswith("see the check.\n")


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """A GitHub that answers nothing yet."""
    folder = tmp_path / "github"
    folder.mkdir()
    return GitHub(folder)


PULL = {"number": 7, "head": {"sha": "abc"}}
HEAD = {"HEAD_OWNER": "ward7", "HEAD_BRANCH": "a&b;$(id)", "HEAD_SHA": "abc"}


def test_the_comment_is_written_once_and_then_kept_up_to_date(
    github: GitHub, tmp_path: Path
) -> None:
    file = tmp_path / "comment.md"
    file.write_text("Two things @everyone")
    github.set_answers(("GET", "repos/o/r/pulls", [PULL]))
    assert github.run("comment.py", str(file), cwd=tmp_path, **HEAD).returncode == 0
    ((method, path, body),) = github.changes
    assert (method, path) == ("POST", "repos/o/r/issues/7/comments")
    assert body["body"] == f"<!-- stories-check -->\nTwo things @{APART}everyone"
    assert "head=ward7%3Aa%26b%3B%24%28id%29" in github.calls[0][1]

    others = [
        {"id": 1, "user": {"login": "ward7"}, "body": "<!-- stories-check -->\nmine"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- stories-check -->\nold"},
    ]
    github.set_answers(
        ("GET", "repos/o/r/pulls", [PULL]), ("GET", "repos/o/r/issues/7/comments", others)
    )
    github.run("comment.py", str(file), cwd=tmp_path, **HEAD)
    assert [(method, path) for method, path, _ in github.changes] == [
        ("PATCH", "repos/o/r/issues/comments/2")
    ]


def test_nothing_is_said_of_a_commit_that_has_been_overtaken(
    github: GitHub, tmp_path: Path
) -> None:
    file = tmp_path / "comment.md"
    file.write_text("Old news")
    github.set_answers(("GET", "repos/o/r/pulls", [{"number": 7, "head": {"sha": "def"}}]))
    assert github.run("comment.py", str(file), cwd=tmp_path, **HEAD).returncode == 0
    assert github.changes == []


def test_a_link_in_the_artifact_is_not_followed(github: GitHub, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "comment.md").symlink_to(tmp_path / "secret")
    github.set_answers(("GET", "repos/o/r/pulls", [PULL]))
    github.run("comment.py", str(tmp_path / "comment.md"), cwd=tmp_path, **HEAD)
    assert github.changes == []


@pytest.fixture
def clone(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the sample project, with an origin to push to."""
    commit_all(project)
    origin = tmp_path_factory.mktemp("origin") / "r.git"
    git(project, "clone", "--quiet", "--bare", str(project), str(origin))
    git(project, "remote", "add", "origin", str(origin))
    git(project, "fetch", "--quiet", "origin")
    return project


def _convert(github: GitHub, clone: Path, work: Path, body: str, title: str = "Story: x") -> Path:
    event = work / "event.json"
    issue = {"title": title, "body": body, "created_at": "2026-11-20T08:00:00Z", "number": 5}
    event.write_text(json.dumps({"issue": issue}))
    folder = work / "draft"
    shutil.rmtree(folder, ignore_errors=True)
    run = github.run("convert.py", str(folder), cwd=clone, GITHUB_EVENT_PATH=str(event))
    assert run.returncode == 0, run.stderr
    return folder


def _propose(
    github: GitHub, clone: Path, folder: Path, stories: str = "stories"
) -> subprocess.CompletedProcess[str]:
    git(clone, "switch", "--quiet", "main")
    env = {"ISSUE": "5", "AUTHOR": "ward7", "BASE": "main", "STORIES": stories}
    return github.run("propose.py", str(folder), cwd=clone, **env)


@pytest.fixture
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder for what is no part of the project."""
    return tmp_path_factory.mktemp("work")


def test_an_issue_becomes_a_pull_request_with_a_story_that_passes(
    github: GitHub, clone: Path, work: Path
) -> None:
    hostile = "Story: `$(touch /tmp/pwned)` @everyone"
    picture = "Look: ![desk](https://pictures.example/desk.png)"
    answers = {**QUICK_WIN, "voices": VOICES, "measures": MEASURES, "body-after": picture}
    folder = _convert(github, clone, work, write_issue(answers, day=""), hostile)
    said = (folder / "say.md").read_text()
    assert "A page has been made of it. Pictures" in said
    git(clone, "clean", "-fdq", "stories")
    run = _propose(github, clone, folder)
    assert run.returncode == 0, run.stderr
    posts = {path: body for method, path, body in github.changes if method == "POST"}
    pull = posts["repos/o/r/pulls"]
    assert pull["head"] == "story/issue-5"
    assert pull["base"] == "main"
    assert "Closes #5" in pull["body"]
    assert "@e" not in pull["title"]
    answer = posts["repos/o/r/issues/5/comments"]["body"]
    assert "[Here it is](https://github.com/o/r/pull/9)" in answer
    changed = git(clone, "diff", "--name-only", "main", "origin/story/issue-5")
    assert changed.split() == ["stories/2026/the-desk-that-faced-the-wall.md"]
    assert "Co-authored-by: ward7" in git(clone, "log", "-1", "origin/story/issue-5")
    git(clone, "switch", "--quiet", "--detach", "origin/story/issue-5")
    checked = run_stories("check", changed.strip(), cwd=clone)
    assert checked.returncode == 0, checked.stdout
    assert "date: 2026-11-20" in (clone / changed.strip()).read_text()
    built = run_stories("build", cwd=clone)
    assert built.returncode == 0, built.stderr
    page = (clone / "site/stories/the-desk-that-faced-the-wall/index.html").read_text()
    assert "I used to whisper my date of birth." in page
    assert "I can hear my own thoughts." not in page, "no consent was given for it"
    assert "pictures.example" not in page


@pytest.mark.parametrize("stories", ["tales", "what/we did"])
def test_a_story_goes_where_the_site_keeps_its_stories(
    stories: str, github: GitHub, clone: Path, work: Path
) -> None:
    settings = clone / "mkdocs.yml"
    told = f"improvement-stories:\n      stories_dir: {stories}\n"
    settings.write_text(settings.read_text().replace("improvement-stories:\n", told))
    (clone / stories).parent.mkdir(exist_ok=True)
    git(clone, "mv", "stories", stories)
    git(clone, "commit", "--quiet", "--all", "-m", "Another name")
    folder = _convert(github, clone, work, write_issue(QUICK_WIN, day=""))
    git(clone, "clean", "-fdq")
    assert _propose(github, clone, folder, stories).returncode == 0
    changed = git(clone, "diff", "--name-only", "main", "origin/story/issue-5")
    assert changed.strip() == f"{stories}/2026/the-desk-that-faced-the-wall.md"


def test_untouched_prompts_are_answered_kindly_and_nothing_is_proposed(
    github: GitHub, clone: Path, work: Path
) -> None:
    folder = _convert(github, clone, work, write_issue({}, day=""))
    assert _propose(github, clone, folder).returncode == 0
    ((method, path, body),) = github.changes
    assert (method, path) == ("POST", "repos/o/r/issues/5/comments")
    said = body["body"]
    assert "Thank you for telling this." in said
    assert "- What is the title of your story?" in said
    assert "**Edit**" in said
    assert "Traceback" not in said
    assert str(work) not in said
    assert "story/issue-5" not in git(clone, "ls-remote", "origin")


def test_what_the_checker_refuses_is_told_in_its_words(
    github: GitHub, clone: Path, work: Path
) -> None:
    voices = VOICES.replace("11 February 2026", "last winter")
    answers = {**QUICK_WIN, "changed_on": "last spring", "voices": voices}
    folder = _convert(github, clone, work, write_issue(answers, day=""))
    assert not list(folder.rglob("stories/**/*.md"))
    said = (folder / "say.md").read_text()
    assert "“last spring”" in said
    assert "for example 2026-03-01" in said
    assert "“Since when is it done this way?”" in said
    assert "“When did they agree?” (number 1)" in said
    assert "changed_on" not in said
    assert "consent, given" not in said


def test_an_edited_issue_renews_its_branch_until_somebody_else_works_on_it(
    github: GitHub, clone: Path, work: Path
) -> None:
    _propose(github, clone, _convert(github, clone, work, write_issue(QUICK_WIN, day="")))
    git(clone, "clean", "-fdq", "stories")
    again = {**QUICK_WIN, "title": "The desk that was turned round"}
    github.set_answers(
        ("GET", "repos/o/r/pulls", [{"number": 9, "html_url": "https://github.com/o/r/pull/9"}])
    )
    git(clone, "switch", "--quiet", "main")
    _propose(github, clone, _convert(github, clone, work, write_issue(again, day="")))
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-only", "main", "origin/story/issue-5")
    assert changed.split() == ["stories/2026/the-desk-that-was-turned-round.md"]
    assert "POST repos/o/r/pulls" not in {f"{m} {p}" for m, p, _ in github.changes}

    git(clone, "switch", "--quiet", "--force-create", "story/issue-5", "origin/story/issue-5")
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "A steward's touch")
    git(clone, "push", "--quiet", "origin", "story/issue-5")
    github.set_answers()
    _propose(github, clone, work / "draft")
    ((_, path, body),) = github.changes
    assert path == "repos/o/r/issues/5/comments"
    assert "Somebody has gone on with your story" in body["body"]


def test_where_no_workflow_may_open_pull_requests_the_author_is_given_the_way(
    github: GitHub, clone: Path, work: Path
) -> None:
    folder = _convert(github, clone, work, write_issue(QUICK_WIN, day=""))
    github.set_answers(("POST", "repos/o/r/pulls", "refused"))
    assert _propose(github, clone, folder).returncode == 0
    said = github.changes[-1][2]["body"]
    assert "https://github.com/o/r/compare/story/issue-5?expand=1" in said


@pytest.mark.parametrize(
    "path",
    [
        "stories/../.github/workflows/x.md",
        "generator/x.md",
        "stories/2026/X y.md",
        "stories/x.md/y",
    ],
)
def test_only_a_storys_own_file_can_be_proposed(
    path: str, github: GitHub, clone: Path, work: Path
) -> None:
    folder = work / "draft"
    file = folder / path
    file.parent.mkdir(parents=True)
    file.write_text("x")
    (folder / "say.md").write_text("words")
    before = git(clone, "ls-remote", "origin")
    _propose(github, clone, folder)
    assert git(clone, "ls-remote", "origin") == before
