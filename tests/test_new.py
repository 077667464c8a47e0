"""`stories new`, as a person runs it: at a real terminal, or with options."""

import contextlib
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result
from command import ROOT, SITE
from waiting import PATIENCE, wait_until

from generator.build.pipeline import Project, check
from generator.cli import main
from generator.mkdocs_plugin.settings import today_of
from generator.model.problem import Severity

SUMMARY = "We hung a bell by the side door, so that nobody waits in the rain to be let in."
TOLD = "We hung a bell by the door. Of nineteen people who rang it, none waited in the rain."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of the fixture's parts, which is quicker to read than the whole of it."""
    for part in ("domains", "stories/2026/a-quiet-room"):
        shutil.copytree(SITE / part, tmp_path / part)
    (tmp_path / "stories/actions").mkdir()
    shutil.copy(SITE / "stories/2026/more-than-the-diagnosis.md", tmp_path / "stories/2026")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "content").symlink_to(SITE / "content")
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    """Run the command in this process, which is quicker; at a terminal it runs in its own."""
    with contextlib.chdir(project):
        return CliRunner().invoke(main, arguments)


def codes(project: Path, path: str) -> dict[int, str]:
    """Find what the checker has against a file, but for advice, by line."""
    problems = check(Project(project), today_of(None)).problems
    found = [p for p in problems if p.place.path == path]
    return {p.place.line: p.fault.code for p in found if p.severity is not Severity.ADVICE}


def fill(file: Path, answers: dict[str, str], told: str = TOLD) -> None:
    """Answer the prompts of a starter file as somebody with an editor would."""
    text = file.read_text(encoding="utf-8")
    for name, answer in answers.items():
        text, count = re.subn(rf"^{name}:$", f"{name}: {answer}", text, flags=re.MULTILINE)
        assert count == 1, name
    text, count = re.subn(r"(<!-- Write here: .*? -->)", rf"\1\n\n{told}", text)
    assert count
    file.write_text(text, encoding="utf-8")


def test_a_story_passes_once_its_prompts_are_answered(project):
    run(project, "new", "story", "A bell by the door")
    path = next(project.rglob("a-bell-by-the-door.md")).relative_to(project).as_posix()
    waiting = codes(project, path)
    lines = (project / path).read_text(encoding="utf-8").split("\n")
    asked = [line for line in lines if re.fullmatch(r"[a-z_]+:", line) or "Write here:" in line]
    assert [lines[line - 1] for line in waiting] == asked
    assert set(waiting.values()) == {"V307", "F114"}
    answers = {
        "summary": f'"{SUMMARY}"',
        "domains": "[surroundings]",
        "setting": "ward",
        "status": "made",
        "changed_on": "2026-03-02",
    }
    fill(project / path, answers)
    assert codes(project, path) == {}


def test_an_action_of_a_story_goes_into_its_folder_and_passes_once_answered(project):
    made = run(project, "new", "action", "Hung a bell", "--story", "a-quiet-room")
    path = "stories/2026/a-quiet-room/actions/hung-a-bell.md"
    assert f"Written: {path}" in made.stdout
    fill(project / path, {"status": "made", "made_on": "2026-03-02"})
    assert codes(project, path) == {}


def test_an_action_of_no_story_stands_alone_and_passes_once_answered(project):
    run(project, "new", "action", "Hung a bell", "--status", "testing")
    path = "stories/actions/hung-a-bell.md"
    fill(project / path, {"domains": "[naming]", "setting": "ward", "started_on": "2026-03-02"})
    assert codes(project, path) == {}


def test_an_action_of_a_story_in_one_file_names_it(project):
    run(project, "new", "action", "Hung a bell", "--story", "more-than-the-diagnosis")
    text = (project / "stories/actions/hung-a-bell.md").read_text(encoding="utf-8")
    assert "story: more-than-the-diagnosis\n" in text


def test_a_domain_passes_once_its_prompts_are_answered(project):
    run(project, "new", "domain", "Rest")
    assert set(codes(project, "domains/rest.md").values()) == {"V307", "F114"}
    fill(project / "domains/rest.md", {"statement": '"I would like to sleep"'})
    assert codes(project, "domains/rest.md") == {}


def test_a_domain_takes_the_next_number_and_its_own_name_for_labels_if_that_is_short(project):
    for title in ("Rest", "Rest, and whatever keeps us from it"):
        run(project, "new", "domain", title, "--statement", "I slept")
    texts = [path.read_text("utf-8") for path in sorted((project / "domains").glob("rest*.md"))]
    assert ["order: 9\n" in texts[1], "order: 10\n" in texts[0]] == [True, True]
    assert 'short: "Rest"\n' in texts[1]
    assert "short:\n" in texts[0]


def test_options_alone_make_a_quick_win_that_passes_at_once(project):
    made = run(
        project, "new", "story", "A bell by the door", "--summary", SUMMARY, "--domain",
        "Control over my personal space and environment", "--domain", "naming", "--setting", "A&E",
        "--status", "made", "--changed-on", "2 March 2026", "--quick-win", "--text", TOLD,
        "--name", "the-bell",
    )  # fmt: skip
    path = re.search(r"Written: (\S+)", made.stdout)[1]
    assert path.endswith("/the-bell.md")
    text = (project / path).read_text(encoding="utf-8")
    assert "domains: [surroundings, naming]\nsetting: emergency\n" in text
    assert "changed_on: 2026-03-02\nquick_win: true\n" in text
    assert codes(project, path) == {}


def test_a_name_that_is_taken_is_refused_and_another_one_offered(project):
    before = (project / "stories/2026/a-quiet-room/index.md").read_bytes()
    made = run(project, "new", "story", "A quiet room")
    assert made.exit_code == 1
    assert "There is a story called “a-quiet-room” already" in made.stderr
    assert "stories/2026/a-quiet-room/index.md" in made.stderr
    assert "--name a-quiet-room-2" in made.stderr
    assert (project / "stories/2026/a-quiet-room/index.md").read_bytes() == before
    assert run(project, "new", "story", "A quiet room", "--name", "a-quiet-room-2").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("story", "X bell", "--name", "../../etc/passwd"), "cannot be part of an address"),
        (("story", "X bell", "--domain", "parking"), "“parking” is not one of the answers"),
        (("story", "X bell", "--status", "done"), "testing; made; sustained; stopped"),
        (("action", "X bell", "--story", "nowhere"), "There is no story “nowhere”"),
        (("story",), "Give it a title"),
        (("story", "No"), "“title” is “No”, which is too short"),
        (("story", "X bell", "--changed-on", "last spring"), "where a date belongs"),
        (("domain", "Rest", "--order", "ninth"), "where a whole number belongs"),
        (("story", "A bell", "-o", "mkdocs.yml"), "There is a file “mkdocs.yml” already"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(project, arguments, words):
    before = sorted(project.rglob("*"))
    made = run(project, "new", *arguments)
    assert made.exit_code in {1, 2}
    assert words in made.stderr
    assert isinstance(made.exception, SystemExit)
    assert sorted(project.rglob("*")) == before


def test_a_folder_that_leads_out_of_the_tree_is_refused(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (project / "stories/actions").rename(project / "stories/actions-before")
    (project / "stories/actions").symlink_to(outside)
    made = run(project, "new", "action", "Hung a bell")
    assert made.exit_code == 1
    assert "leads out of the folder of the site" in made.stderr
    assert list(outside.iterdir()) == []


def test_the_screen_and_another_file_can_be_written_to(project):
    shown = run(project, "new", "story", "A bell", "-o", "-").stdout
    run(project, "new", "story", "A bell", "-o", "elsewhere/bell.md")
    assert (project / "elsewhere/bell.md").read_text(encoding="utf-8") == shown
    assert shown.startswith('---\ntitle: "A bell"\n')


class Terminal:
    """Somebody at a terminal, who reads what is asked and types."""

    def __init__(self, project: Path, *arguments: str) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "generator", "new", *arguments],
            cwd=str(project),
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(50, 120),
        )

    def answer(self, asked: str, typed: str) -> None:
        self.child.expect_exact(asked)
        self.child.expect_exact("> ")
        self.child.sendline(typed)

    def end(self) -> str:
        """Wait until the command has ended, and tell what it said."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.before

    def interrupt(self) -> str:
        """Press Ctrl-C, and again as long as nothing comes of it; tell what was said.

        Python learns of one that comes just before it begins to read only at the next key.
        """
        assert wait_until(self._ends_when_interrupted)
        said = self.child.before
        self.child.close()
        return said

    def _ends_when_interrupted(self) -> bool:
        self.child.sendintr()
        return self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0


@pytest.mark.site
def test_a_quick_win_is_told_at_a_terminal_and_passes(project):
    terminal = Terminal(project, "story")
    terminal.answer("What is the title of your story?", "A bell by the door")
    terminal.answer("What did you change, and for whom?", "Too short")
    terminal.child.expect_exact("Write at least 20 characters.")
    terminal.child.expect_exact("> ")
    terminal.child.sendline(SUMMARY)
    terminal.answer("What is it about?", "parking")
    terminal.child.expect_exact("“parking” is not one of these.")
    terminal.child.expect_exact("> ")
    terminal.child.sendline("6, 1")
    terminal.answer("Where did it happen?", "")
    terminal.answer("How far has it come?", "made")
    terminal.answer("Since when is it done this way?", "31 February 2026")
    terminal.child.expect_exact("where a date belongs")
    terminal.child.expect_exact("> ")
    terminal.child.sendline("2 March 2026")
    terminal.answer("Was it small and quick, and needed no project?", "yes")
    terminal.answer("What did you do, and what happened?", TOLD)
    terminal.child.expect_exact("> ")
    terminal.child.sendline("")
    said = terminal.end()
    path = re.search(r"Written: (\S+)", said)[1]
    assert terminal.child.exitstatus == 0
    assert codes(project, path) == {}
    text = (project / path).read_text(encoding="utf-8")
    assert "domains: [surroundings, naming]\nstatus: made\nchanged_on: 2026-03-02\n" in text
    assert "\nsetting" not in text  # it was asked for, and left out


@pytest.mark.site
def test_a_full_story_is_told_at_a_terminal_in_steps(project):
    terminal = Terminal(
        project, "story", "A bell by the door", "--summary", SUMMARY, "--domain", "naming",
        "--setting", "ward", "--status", "made", "--changed-on", "2026-03-02", "--text", TOLD,
    )  # fmt: skip
    terminal.answer("Was it small and quick", "no")
    yes = {"Who took part": "y", "Voices": "y"}
    for title in ("Before and after", "Who took part", "Voices", "What you counted",
                  "For the next team", "Where, and whom to ask"):  # fmt: skip
        terminal.child.expect_exact(f"{title}")
        terminal.child.expect_exact("Answer this now?")
        terminal.child.sendline(yes.get(title, "n"))
        if title == "Who took part":
            for label in ("How did you learn", "Which moments"):
                terminal.child.expect_exact(label)
                terminal.child.expect_exact("Add one?")
                terminal.child.sendline("")
            terminal.child.expect_exact("Who took part, and who decided?")
            terminal.child.expect_exact("Answer this now?")
            terminal.child.sendline("y")
            terminal.answer("How far did patients shape it?", "co-design")
            terminal.answer("How many patients and carers", "six")
            terminal.child.expect_exact("where a whole number belongs")
            terminal.child.sendline("6")
            terminal.answer("How many members of staff", "")
            terminal.answer("Who made the decision?", "The six of them")
            terminal.child.expect_exact("What time was freed")
            terminal.child.sendline("n")
        if title == "Voices":
            terminal.child.expect_exact("Add one?")
            terminal.child.sendline("y")
            terminal.answer("Who is speaking?", "1")
            terminal.answer("What did they say?", "I used to stand in the rain.")
            terminal.child.sendline("")
            terminal.answer("How are they to be named?", "Peggy, patient")
            terminal.answer("How far does the name", "first-name")
            terminal.child.expect_exact("What did they agree to?")
            terminal.child.sendline("y")
            terminal.answer("Number of the consent form", "FH-2026-1")
            terminal.answer("Where may it be shown?", "1, 2")
            terminal.answer("When did they agree?", "3/3/2026")
            for label in ("When will you ask", "When does the consent", "Did they withdraw"):
                terminal.answer(label, "")
            terminal.answer("Which language are their words in", "")
            terminal.child.expect_exact("Add another?")
            terminal.child.sendline("n")
    said = terminal.end()
    path = re.search(r"Written: (\S+)", said)[1]
    text = (project / path).read_text(encoding="utf-8")
    assert "involvement:\n  level: co-design\n  patients: 6\n  decided_by: " in text
    assert "      scope: [website, feeds]\n      given: 2026-03-03\n" in text
    assert codes(project, path) == {}


@pytest.mark.site
def test_an_end_of_input_writes_nothing(project):
    before = sorted(project.rglob("*.md"))
    terminal = Terminal(project, "story")
    terminal.child.expect_exact("What is the title")
    assert "Nothing was written." in terminal.interrupt()
    assert terminal.child.exitstatus == 1
    assert sorted(project.rglob("*.md")) == before
