"""The workflows: linted by tools of others, least permissions, their own scripts run for real."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import ROOT, run_stories
from github_double import run_tool

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
# The only jobs that may change anything, and what.
MAY_WRITE = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("story.yml", "propose"): {"contents", "pull-requests", "issues"},
    ("story.yml", "check"): {"actions"},
    ("publish.yml", "deploy"): {"pages", "id-token"},
}
PRIVILEGED = {"comment.yml", "story.yml"}


def _load(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in _load(path)["jobs"].items():
            yield path.name, name, job


def test_actionlint_finds_nothing() -> None:
    run = run_tool("actionlint", "-shellcheck", str(BIN / "shellcheck"), *map(str, WORKFLOWS))
    assert run.returncode == 0, run.stdout + run.stderr


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.yml"
    spoilt.write_text(WORKFLOWS[0].read_text().replace("runs-on:", "runs-upon:"))
    assert run_tool("actionlint", str(spoilt)).returncode == 1


def test_zizmor_finds_nothing() -> None:
    run = run_tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github")
    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.yml"
    run = 'run: echo "${{ github.event.issue.title }}"'
    text = (ROOT / ".github/workflows/story.yml").read_text()
    spoilt.write_text(text.replace("run: scripts/set-up python3 locks/site.txt", run))
    assert run_tool("zizmor", "--offline", "--no-progress", str(spoilt)).returncode != 0


@pytest.mark.site
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/story.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_each_file_fits_its_hosts_schema(schema: str, pattern: str) -> None:
    files = [str(path) for path in ROOT.glob(pattern)]
    assert files
    run = run_tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    lines = [line for line in path.read_text().splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.search(r"uses: actions/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)


def test_a_job_may_do_no_more_than_it_must() -> None:
    for path in WORKFLOWS:
        assert _load(path)["permissions"] == {}, path
    for workflow, name, job in _jobs():
        writes = {area for area, level in job["permissions"].items() if level == "write"}
        assert writes == MAY_WRITE.get((workflow, name), set()), (workflow, name)
        assert set(job["permissions"].values()) <= {"read", "write"}
        assert job["timeout-minutes"] <= (300 if workflow == "deep.yml" else 45)


def test_nothing_that_anybody_wrote_reaches_a_shell() -> None:
    for workflow, name, job in _jobs():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), (workflow, name)


def test_no_workflow_uses_a_secret_but_the_runs_own_token() -> None:
    for path in WORKFLOWS:
        assert "secrets." not in path.read_text(), path


def test_what_may_write_runs_no_code_of_a_proposal() -> None:
    for path in WORKFLOWS:
        triggers = _load(path)[True]  # YAML 1.1 reads `on` as true
        assert "pull_request_target" not in triggers, path
    for workflow, name, job in _jobs():
        if (workflow, name) not in MAY_WRITE or workflow not in PRIVILEGED:
            continue
        commands = " ".join(step.get("run", "") for step in job["steps"])
        assert ".venv" not in commands, "what is installed could be anybody's"
        assert "scripts/set-up" not in commands
        for step in job["steps"]:
            ref = step.get("with", {}).get("ref", "")
            assert ref in {"", "${{ github.event.repository.default_branch }}"}


def test_a_checkout_leaves_no_token_behind() -> None:
    for workflow, name, job in _jobs():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, (workflow, name)


def test_the_site_is_published_on_merge_and_every_night_and_never_by_halves() -> None:
    publish = _load(ROOT / ".github/workflows/publish.yml")
    assert publish[True]["push"] == {"branches": ["main"]}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", publish[True]["schedule"][0]["cron"])
    assert publish["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert publish["jobs"]["deploy"]["needs"] == "build"
    uses = [step.get("uses", step.get("run", "")) for step in publish["jobs"]["build"]["steps"]]
    order = ["cache/restore@", "stories build", "check_whole.py", "upload-pages-artifact@"]
    places = [next(i for i, use in enumerate(uses) if part in use) for part in order]
    assert places == sorted(places)


@pytest.mark.site
def test_gitlab_checks_and_publishes() -> None:
    gitlab = _load(ROOT / ".gitlab-ci.yml")
    assert gitlab["check"]["artifacts"]["reports"]["codequality"] == "code-quality.json"
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert gitlab["pages"]["interruptible"] is False
    options = run_stories("check", "--help").stdout
    for job in ("check", "pages"):
        for line in gitlab[job]["script"]:
            assert set(re.findall(r"\.venv/bin/stories (\w+)", line)) <= {"check", "build"}
            assert set(re.findall(r"(--\w+)", line)) <= set(re.findall(r"(--\w+)", options))


def test_every_folder_has_an_owner() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text().splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    assert {"*", "/stories/", "/.github/"} <= {path for path, *_ in owned}
    for path, *owners in owned:
        assert owners
        assert all(owner.startswith("@") for owner in owners)
        assert path == "*" or (ROOT / path.strip("/")).is_dir()
