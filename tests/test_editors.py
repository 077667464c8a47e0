"""What meets a contributor before a proposal: editors, hooks, and the files made for them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from command import ROOT, run_stories
from github_double import SCRIPTS, commit_all, git, run_tool


def test_a_whole_site_is_told_from_one_that_breaks_off(built_site: Path, tmp_path: Path) -> None:
    def check(site: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(SCRIPTS / "check_whole.py"), str(site)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    whole = check(built_site)
    assert whole.returncode == 0, whole.stdout
    site = tmp_path / "site"
    shutil.copytree(built_site, site, copy_function=_link)
    page = site / "stories/a-quiet-room/index.html"
    text = page.read_bytes()
    page.unlink()
    assert "a-quiet-room/ is missing" in check(site).stdout
    page.write_bytes(text[: len(text) // 2])
    assert check(site).returncode == 1
    (site / "sitemap.xml").unlink()  # as where the site's address is not known
    assert "stories/a-quiet-room/index.html is missing, or breaks off" in check(site).stdout
    page.write_bytes(text)
    assert check(site).returncode == 0
    (site / "404.html").unlink()
    assert "404.html is not there." in check(site).stdout


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


@pytest.mark.site
def test_the_pre_commit_hook_finds_what_a_commit_would_break(project: Path) -> None:
    commit_all(project)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["language"] == "python"
    command = hook["entry"].split()
    assert command[0] == "stories"
    assert re.match(hook["files"], "stories/2026/a-quiet-room/index.md")
    assert run_stories(*command[1:], cwd=project).returncode == 0
    story = next((project / "stories").rglob("index.md"))
    story.write_text(story.read_text().replace("title:", "titel:"))
    git(project, "add", ".")
    run = run_stories(*command[1:], cwd=project)
    assert run.returncode == 1
    assert "titel" in run.stdout


@pytest.mark.site
def test_the_editors_task_reads_what_the_checker_says(project: Path) -> None:
    (task,) = json.loads((ROOT / ".vscode/tasks.json").read_text())["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    story = project / "stories/2026/more-than-the-diagnosis.md"
    story.write_text(story.read_text().replace("title:", "titel:"))
    said = run_stories(*task["args"], cwd=project).stdout
    lines = [line for line in said.splitlines() if line.startswith("::")]
    found = [re.fullmatch(pattern["regexp"], line) for line in lines]
    assert lines
    assert all(found)
    errors = [each for each in found if each and each[pattern["severity"]] == "error"]
    assert {each[pattern["file"]] for each in errors} == {"stories/2026/more-than-the-diagnosis.md"}
    assert any("titel" in each[pattern["message"]] for each in errors)
    assert all(each[pattern["line"]].isdigit() for each in errors)


@pytest.mark.site
def test_editors_are_told_of_schemas_that_fit_the_files() -> None:
    told = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    for schema, path in told.items():
        file = ROOT / path
        if file.exists():
            run = run_tool("check-jsonschema", "--schemafile", str(ROOT / schema), str(file))
            assert run.returncode == 0, run.stdout
    assert "domains/vocabulary.yml" in told.values()


@pytest.mark.site
def test_the_schema_for_editors_refuses_a_field_that_is_not_there(tmp_path: Path) -> None:
    spoilt = tmp_path / "vocabulary.yml"
    text = (ROOT / "domains/vocabulary.yml").read_text()
    spoilt.write_text(text.replace("settings:", "setings:", 1))
    schema = str(ROOT / "schemas/vocabulary.schema.json")
    assert run_tool("check-jsonschema", "--schemafile", schema, str(spoilt)).returncode == 1


@pytest.mark.site
def test_no_file_that_is_made_from_another_is_stale() -> None:
    run = run_tool("python", "scripts/renew.py", "--check")
    assert run.returncode == 0, run.stdout


@pytest.mark.site
def test_a_stale_file_is_named_and_can_be_renewed(project: Path) -> None:
    for part in ("schemas", "scripts", ".github"):
        shutil.copytree(ROOT / part, project / part)
    vocabulary = project / "domains/vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text().replace("Outpatient clinic", "Clinic"))
    schema = project / "schemas/story.schema.json"
    schema.write_text("{}")

    def renew(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run_tool("python", str(project / "scripts/renew.py"), *arguments)

    run = renew("--check")
    assert run.returncode == 1
    assert run.stdout.count("is stale") == 2
    assert schema.read_text() == "{}"
    assert renew().returncode == 0
    assert renew("--check").returncode == 0
