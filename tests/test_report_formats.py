"""What the command tells other programs: GitHub, SARIF, calendars, and the files of a proposal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command import run_stories
from icalendar import Calendar
from sarif_pydantic import Sarif

from generator.build.pipeline import Project, check
from generator.cli import main
from generator.mkdocs_plugin.settings import today_of
from generator.rules import FAULTS

pytestmark = pytest.mark.site

ROOM = "stories/2026/a-quiet-room/index.md"


def _spoil(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


@pytest.fixture
def spoilt(project: Path) -> Path:
    """A project with an error, a warning, and words that could pass for a command of the host."""
    _spoil(project, ROOM, "status: made", "status: '::error::50%, done'")
    _spoil(project, "stories/2026/quieter-nights/index.md", 'unit: "', 'unix: "')
    _spoil(project, "stories/actions/turn-the-screen.md", "cable", "cable (ring 020 7946 0958)")
    _spoil(
        project,
        "stories/actions/turn-the-screen.md",
        "quick_win: true",
        "quick_win: true\nallow: [{rule: L501, because: Not the board's | affair @all}]",
    )
    return project


def test_github_sees_the_most_important_first_and_no_forged_command(spoilt: Path) -> None:
    summary = spoilt / "summary.md"
    command = [sys.executable, "-m", "generator", "check", "--format", "github"]
    env = {**os.environ, "GITHUB_STEP_SUMMARY": str(summary)}
    run = subprocess.run(command, cwd=spoilt, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    commands = [line for line in run.stdout.splitlines() if line.startswith("::")]
    levels = [re.match(r"::(\w+) file=[^,]+,line=\d+,col=\d+,title=[^:]+::.", c) for c in commands]
    assert all(levels), commands
    names = [match[1] for match in levels if match]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert any("50%25, done" in line for line in commands)
    told = summary.read_text()
    assert told.count("\n| ") >= len(commands)
    assert "because" not in told
    assert "board's \\| affair @\u200ball" in told


def test_sarif_is_read_by_a_reader_of_sarif(spoilt: Path) -> None:
    run = run_stories("check", "--format", "sarif", cwd=spoilt)
    sarif = Sarif.model_validate_json(run.stdout)
    told = json.loads(run_stories("check", "--format", "json", cwd=spoilt).stdout)
    results = sarif.runs[0].results or []
    assert [result.rule_id for result in results] == [p["code"] for p in told["problems"]]
    rules = sarif.runs[0].tool.driver.rules or []
    assert [rule.id for rule in rules] == [fault.code for fault in FAULTS]
    for result in results:
        assert rules[result.rule_index or 0].id == result.rule_id


def test_a_calendar_reads_what_is_due(project: Path) -> None:
    run = run_stories(
        "due", "--within", "400", "--format", "ics", "--today", "2026-11-23", cwd=project
    )
    calendar = Calendar.from_ical(run.stdout)
    events = list(calendar.walk("VEVENT"))
    listed = json.loads(
        run_stories(
            "due", "--within", "400", "--format", "json", "--today", "2026-11-23", cwd=project
        ).stdout
    )["due"]
    assert len(events) == len(listed) > 20
    assert len({str(event["uid"]) for event in events}) == len(events)
    dates = [event.decoded("dtstart").isoformat() for event in events]
    assert dates == [entry["date"] for entry in listed]


def test_what_is_due_is_told_with_its_place(project: Path) -> None:
    assert run_stories("due", "--today", "2026-11-23", cwd=project).stdout == "Nothing is due.\n"
    _spoil(project, ROOM, "review_by: 2027-07-12", "review_by: 2026-11-10")
    _spoil(project, ROOM, "given: 2026-02-23", "given: 2026-02-23\n      withdrawn: 2026-11-02")
    told = run_stories("due", "--today", "2026-11-23", cwd=project).stdout
    assert "story review since 2026-11-10" in told
    assert "consent withdrawn since 2026-11-02" in told
    assert ROOM in told


def _explain(name: str) -> Result:
    return CliRunner().invoke(main, ["explain", name])


def test_every_fault_is_explained_by_its_code_and_by_its_name() -> None:
    for fault in FAULTS:
        by_code = _explain(fault.code.lower())
        assert by_code.exit_code == 0
        assert fault.name in by_code.stdout
        assert "Why" in by_code.stdout
        assert "Instead" in by_code.stdout
        assert _explain(fault.name).stdout == by_code.stdout
    unknown = _explain("measure-mising")
    assert unknown.exit_code == 2
    assert "Did you mean" in unknown.stderr


def _git(project: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def test_since_tells_only_of_what_a_proposal_touches(project: Path) -> None:
    _git(project, "init", "-q", "-b", "main")
    _spoil(project, "stories/2026/quieter-nights/index.md", "status: made", "status: wonderful")
    _git(project, "add", ".")
    _git(project, "commit", "-q", "-m", "old mistake")
    assert run_stories("check", "--since", "main", cwd=project).returncode == 0
    _git(project, "checkout", "-q", "-b", "proposal")
    _spoil(project, "stories/2026/a-quiet-room/waiting-times.csv", "2024-10-01,", "2024-10-01,x")
    run = run_stories("check", "--since", "main", "--format", "json", cwd=project)
    told = {problem["path"] for problem in json.loads(run.stdout)["problems"]}
    assert "stories/2026/a-quiet-room/waiting-times.csv" in told
    assert not any("quieter-nights" in path for path in told)
    _spoil(project, "domains/naming.md", "order: 1", "order: one")
    run = run_stories("check", "--since", "main", "--format", "json", cwd=project)
    assert any("quieter-nights" in p["path"] for p in json.loads(run.stdout)["problems"])
    assert run_stories("check", "--since", "no-such-thing", cwd=project).returncode == 2
    assert run_stories("check", "--since", "--help-me", cwd=project).returncode == 2


def test_a_site_sets_rules_to_its_taste(project: Path) -> None:
    settings = project / "mkdocs.yml"
    plain = settings.read_text()
    advised = json.loads(run_stories("check", "--format", "json", cwd=project).stdout)["counts"]
    assert advised["advice"] > 0
    rules = "improvement-stories:\n      rules: {L301: error, self-report-alone: off}\n"
    settings.write_text(plain.replace("improvement-stories:\n", rules))
    run = run_stories("check", "--format", "json", cwd=project)
    told = {(p["code"], p["severity"]) for p in json.loads(run.stdout)["problems"]}
    assert run.returncode == 1
    assert ("L301", "error") in told
    assert not any(code == "L803" for code, _ in told)
    settings.write_text(plain.replace("improvement-stories:\n", rules.replace("L301", "L999")))
    run = run_stories("check", cwd=project)
    assert run.returncode == 2
    assert "L999" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_withdrawn_voice_is_told_and_the_site_is_built_without_it(project: Path) -> None:
    words = "I remember the watch on the wrist"
    _spoil(project, ROOM, "given: 2026-02-23", "given: 2026-02-23\n      withdrawn: 2026-11-02")
    check_run = run_stories("check", cwd=project)
    assert check_run.returncode == 1
    assert "C103" in check_run.stdout
    build = run_stories("build", cwd=project)
    assert build.returncode == 0, build.stderr
    room = (project / "site/stories/a-quiet-room/index.html").read_text()
    assert words not in room
    assert "Anjali" in room


def test_the_sample_stories_show_every_evidence_level_and_every_state_of_voices() -> None:
    root = Path(__file__).parent.parent
    checked = check(Project(root), today_of("2026-11-23"))
    shown = [checked.findings.of(story) for story in checked.collection.stories]
    assert {each.evidence.value for each in shown} == {"told", "measured", "signal", "sustained"}
    assert {each.sides.value for each in shown} == {
        "both sides", "patients only", "staff only", "no voices yet",
    }  # fmt: skip
    assert any(each.judgement.worse for each in shown)


def test_the_guide_has_a_page_for_every_fault(built_site: Path) -> None:
    listed = (built_site / "guide/rules/index.html").read_text()
    for fault in FAULTS:
        page = built_site / "guide/rules" / fault.code.lower() / "index.html"
        assert fault.name.replace("-", " ") in page.read_text(), fault.code
        assert f">{fault.code}</a>" in listed
