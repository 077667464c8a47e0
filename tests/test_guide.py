"""What the guide for contributors shows is real: its files, its commands, its words, its links.

An example file stands in the guide as a line with nothing but its name in code, and a fenced block
below it. All the files of one page are laid into a project together.
"""

import csv
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import get_args

import html5lib
import pytest
import yaml
from click.testing import CliRunner
from command import ROOT, run_stories

from generator.cli import main
from generator.model.field import words_of
from generator.model.problem import Severity
from generator.model.scope import Scope
from generator.model.voice import EXPIRY_MONTHS, REVIEW_MONTHS, Consent, Voice
from generator.rules import RULES

pytestmark = pytest.mark.site

DEFAULTS = ROOT / "generator/defaults"
CONTRIBUTE = DEFAULTS / "contribute"
PAGES = sorted(CONTRIBUTE.glob("*.md"))
PROSE = [*PAGES, ROOT / "content/privacy.md", ROOT / "content/accessibility.md"]
FILE = re.compile(r"^`([\w./-]+\.(?:md|csv|yml))`\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|`)(stories [a-z][^`\n]*)", re.MULTILINE)
NUMBERS = {24: "two years", 36: "three years"}


def _read(name: str) -> str:
    return (CONTRIBUTE / f"{name}.md").read_text(encoding="utf-8")


def _find_files(page: Path) -> dict[str, str]:
    return dict(FILE.findall(page.read_text(encoding="utf-8")))


def _lay_out(files: dict[str, str], root: Path) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


SHOWING = [page for page in PAGES if _find_files(page)]


@pytest.fixture
def empty(project: Path) -> Path:
    """The sample project without its stories."""
    shutil.rmtree(project / "stories")
    (project / "stories").mkdir()
    return project


def test_there_are_examples_to_be_tested() -> None:
    found = [name for page in PAGES for name in _find_files(page)]
    assert len(found) >= 7
    blocks = [block for page in PAGES for block in FENCED.findall(page.read_text("utf-8"))]
    unnamed = [block for block in blocks if block.startswith("---")]
    assert len(unnamed) == sum(name.endswith(".md") for name in found), "a file without its name"


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_every_file_in_the_guide_passes_the_check(page: Path, project: Path) -> None:
    files = {name: text for name, text in _find_files(page).items() if "/" in name}
    _lay_out(files, project)
    run = run_stories("check", "--strict", cwd=project)
    assert run.returncode == 0, run.stdout
    told = [line for line in run.stdout.splitlines() if line.startswith(tuple(files))]
    assert told == []


def test_a_spoilt_example_would_be_noticed(empty: Path) -> None:
    files = _find_files(CONTRIBUTE / "first-story.md")
    _lay_out({name: text.replace("decisions", "deciding") for name, text in files.items()}, empty)
    assert run_stories("check", cwd=empty).returncode == 1


def test_the_table_in_the_guide_becomes_a_draft_for_each_row(empty: Path) -> None:
    _lay_out(_find_files(CONTRIBUTE / "index.md"), empty)
    (empty / "stories/2026/a-stool-by-the-sink.md").unlink()
    run = run_stories("import", "ward-7.csv", cwd=empty)
    assert run.stdout.count("written to stories/") == 2, run.stdout + run.stderr
    errors = re.findall(r" error (\w+)", run.stdout)
    assert set(errors) <= {"F114"}, "what a draft still waits for is its own words, and no more"


def test_the_short_story_is_the_five_answers_and_nothing_else() -> None:
    text = _read("first-story")
    (story,) = _find_files(CONTRIBUTE / "first-story.md").values()
    body = story.split("---\n")[2]
    answers = re.findall(r"^> \*\*Then:\*\* (.+)$", text, re.MULTILINE)
    told = [answer for answer in answers if answer.count(".") > 1]
    assert " ".join(body.split()) == " ".join(" ".join(told).split())
    assert yaml.safe_load(story.split("---\n")[1])["title"] in answers


def test_the_lines_shown_one_by_one_are_lines_of_the_whole_file() -> None:
    text = _read("longer-story")
    whole = _find_files(CONTRIBUTE / "longer-story.md")["stories/2026/a-yellow-dish/index.md"]
    parts = [part for part in FENCED.findall(text) if part.startswith(("voices:", "measures:"))]
    assert len(parts) == 2
    assert all(part in whole for part in parts)
    shown = FENCED.findall(_read("consent"))[0]
    assert shown in whole


def test_the_labels_that_the_guide_promises_are_those_that_are_worked_out(empty: Path) -> None:
    labels = {}
    for name in ("first-story", "longer-story"):
        _lay_out(_find_files(CONTRIBUTE / f"{name}.md"), empty)
        run = run_stories("export", "--format", "json", "-o", str(empty / "all.json"), cwd=empty)
        assert run.returncode == 0, run.stderr
        stories = yaml.safe_load((empty / "all.json").read_text("utf-8"))["stories"]
        (dish,) = (story for story in stories if story["slug"] == "a-yellow-dish")
        labels[name] = dish["evidence"], dish["voices"]
        (empty / "stories/2026/a-yellow-dish.md").unlink(missing_ok=True)
    assert labels["first-story"][0] == "told"
    assert labels["longer-story"][0] == "signal"
    assert "says *no figures yet*" in _read("first-story")
    assert "*signal of change*" in _read("longer-story")


def test_the_comment_in_the_guide_is_the_one_that_comes(empty: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=empty, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "One")
    (name, story), *_ = _find_files(CONTRIBUTE / "first-story.md").items()
    voice = FENCED.findall(_read("consent"))[0].partition("    consent:")[0]
    _lay_out({name: story.replace("2026-04-13", "2026-04-31")}, empty)
    _insert(empty / name, "quick_win: true\n", voice)
    run = run_stories("comment", "--since", "HEAD", cwd=empty)
    told = re.sub(r"\\(.)|^#+ |\*\*| \(\w\d{3}\)$", r"\1", run.stdout, flags=re.MULTILINE)
    shown = re.sub(r"^> ?|\*\*", "", _read("after"), flags=re.MULTILINE)
    for line in told.splitlines():
        if line and not line.startswith(("`stories explain", "What this changes")):
            assert line.removeprefix("- ") in shown, line


def test_every_command_and_option_in_the_guide_is_there() -> None:
    found = {
        command.strip()
        for page in PROSE
        for command in COMMAND.findall(page.read_text(encoding="utf-8"))
    }
    assert len(found) >= 6
    for command in found:
        words = re.sub(r'"[^"]*"', "", command).split()[1:]
        names = [word for word in words if re.fullmatch(r"[a-z]+", word)][: 1 + (words[0] == "new")]
        run = CliRunner().invoke(main, [*names, "--help"])
        assert run.exit_code == 0, command
        for option in (word for word in words if word.startswith("-")):
            assert re.search(rf"(?<![\w-]){option}\b", run.stdout), f"{command}: {option}"


def test_the_prompt_that_the_guide_shows_is_the_one_that_is_told(empty: Path) -> None:
    text = _read("index")
    (command,) = re.findall(r'^stories (new story ".*)$', text, re.MULTILINE)
    title = re.findall(r'"([^"]*)"', command)[0]
    words = re.sub(r'"[^"]*"', "TITLE", command).split()
    run = run_stories(
        *(title if word == "TITLE" else word for word in words), "--no-ask", cwd=empty
    )
    assert run.returncode == 0, run.stderr
    run = run_stories("check", "stories/2026/a-stool-by-the-sink.md", cwd=empty)
    shown = next(block for block in FENCED.findall(text) if "prompt-unanswered" in block)
    told = [re.sub(r":\d+:", ":N:", line) for line in run.stdout.splitlines()]
    for line in shown.splitlines():
        assert re.sub(r":\d+:", ":N:", line) in told, run.stdout


def test_the_places_of_a_consent_are_those_of_the_field_table_in_its_words() -> None:
    rows = re.findall(r"^\| (.+?) \| `(\w+)` \|", _read("consent"), re.MULTILINE)
    assert {value: label for label, value in rows} == words_of(
        Consent.model_fields["scope"]
    ).choices
    assert [value for _, value in rows] == list(get_args(Scope))


def test_the_kinds_of_name_are_those_of_the_field_table() -> None:
    shown = re.findall(r"^\| `([a-z-]+)` \|", _read("consent"), re.MULTILINE)
    assert set(shown) == set(get_args(Voice.model_fields["identity"].annotation))


def test_the_days_of_a_consent_are_those_that_are_worked_out() -> None:
    text = _read("consent")
    consent = Consent(reference="FH-2026-021", scope=("website",), given="2026-06-02")
    assert f"{consent.given:%-d %B %Y}" in text
    assert f"In {consent.review_on:%B %Y}, after {NUMBERS[REVIEW_MONTHS]}" in text
    assert f"on {consent.ends_on:%-d %B %Y}, after {NUMBERS[EXPIRY_MONTHS]}" in text
    privacy = (ROOT / "content/privacy.md").read_text(encoding="utf-8")
    assert f"holds for {NUMBERS[EXPIRY_MONTHS]}" in privacy
    assert f"after {NUMBERS[REVIEW_MONTHS]} somebody asks" in privacy


def test_one_line_takes_a_quotation_off_the_site_and_does_not_hold_it_up(empty: Path) -> None:
    files = _find_files(CONTRIBUTE / "longer-story.md")
    block = next(b for b in FENCED.findall(_read("withdraw")) if "withdrawn:" in b and "scope" in b)
    story = "stories/2026/a-yellow-dish/index.md"
    given = block.replace("      withdrawn: 2026-11-23\n", "")
    assert given in files[story]
    files[story] = files[story].replace(given, block)
    _lay_out(files, empty)
    assert "C103" in run_stories("check", story, cwd=empty).stdout
    run = run_stories("build", cwd=empty)
    assert run.returncode == 0, run.stderr
    page = (empty / "site/stories/a-yellow-dish/index.html").read_text(encoding="utf-8")
    assert "if it's full I wait" in page.replace("’", "'")
    assert "You nod" not in page


def test_a_rule_that_the_guide_answers_with_a_reason_may_be_answered() -> None:
    (code,) = re.findall(r"^  - rule: (\w+)$", _read("after"), re.MULTILINE)
    (rule,) = (rule for rule in RULES if rule.fault.code == code)
    assert rule.can_be_allowed
    assert rule.fault.severity is not Severity.ERROR


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.stem)
def test_every_link_of_the_guide_leads_somewhere(page: Path, sample_site: Path) -> None:
    folder = DEFAULTS if page.is_relative_to(DEFAULTS) else ROOT / "content"
    address = page.relative_to(folder).with_suffix("").as_posix().removesuffix("index")
    made = sample_site / address / "index.html"
    tree = html5lib.parse(made.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    links = [a.get("href") for a in tree.findall(".//main//a[@href]")]
    assert links
    for link in links:
        target, _, fragment = link.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        file = (made.parent / target).resolve() if target else made
        file = file / "index.html" if file.is_dir() else file
        assert file.is_file(), link
        assert not fragment or f'id="{fragment}"' in file.read_text(encoding="utf-8"), link


def test_every_page_leads_to_privacy_accessibility_and_an_address(sample_site: Path) -> None:
    for page in ("index.html", "stories/a-quiet-room/index.html", "contribute/index.html"):
        text = (sample_site / page).read_text(encoding="utf-8")
        foot = text.partition('<footer class="colophon"')[2]
        for words in ("Privacy and consent", "Accessibility", "How to tell it", "mailto:"):
            assert words in foot, f"{page}: {words}"


def test_what_the_accessibility_page_says_of_a_picture_is_so() -> None:
    refused = {rule.fault.name: rule.fault.severity for rule in RULES}
    assert refused["picture-without-alt"] is Severity.ERROR


@pytest.mark.parametrize("name", ["SECURITY.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_to_those_who_work_on_the_code_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rooms = "tests|generator|theme|content|schemas|stories"
    named = set(re.findall(rf"`((?:{rooms}|\.github)/[\w./-]+?)(?:::\w+)?`", text))
    assert len(named) >= 8
    assert [path for path in named if "contact" not in path and not (ROOT / path).exists()] == []


def test_every_test_that_security_promises_by_exists() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    promised = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", text)
    assert len(promised) >= 12
    for path, name in promised:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"


CODE = ("generator", "theme", "scripts")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code and one story, to do in it what CONTRIBUTING says."""
    root = tmp_path_factory.mktemp("workshop")
    unwanted = shutil.ignore_patterns("__pycache__")
    for part in (*CODE, "tests/rules", "tests/sites/hospital", "domains", "content"):
        shutil.copytree(ROOT / part, root / part, ignore=unwanted)
    for part in ("pyproject.toml", "mkdocs.yml", "tests/test_rules.py", "tests/command.py"):
        shutil.copy(ROOT / part, root / part)
    return root


def _work(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the workshop, with the workshop's own code."""
    settings = {**os.environ, "PYTHONPATH": str(root), "UPDATE_EXPECTED": "1"}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=root, env=settings, capture_output=True, text=True, check=False
    )


def _part(title: str) -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def _insert(file: Path, after: str, lines: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(after) == 1, f"{file.name}: {after}"
    file.write_text(text.replace(after, f"{after}{lines}"), encoding="utf-8")


def test_a_rule_is_added_as_it_is_told(workshop: Path) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", _part("Add a rule"), re.MULTILINE | re.DOTALL)
    (mark,) = re.findall(r"^```yaml\n(.*?)^```$", _part("Add a rule"), re.MULTILINE | re.DOTALL)
    (workshop / "generator/rules/text/contact_unreachable.py").write_text(code, encoding="utf-8")
    example = (workshop / "tests/rules/heading-jump.near.md").read_text(encoding="utf-8")
    spoilt = example.replace("\nstatus:", f"\n{mark}status:", 1)
    sound = spoilt.replace("  # expect: T106", "\n  email: ward4@fennimore-hospital.example")
    (workshop / "tests/rules/contact-unreachable.md").write_text(spoilt, encoding="utf-8")
    (workshop / "tests/rules/contact-unreachable.near.md").write_text(sound, encoding="utf-8")
    run = _work(workshop, "-m", "pytest", "-q", "tests/test_rules.py", "-k", "contact or every")
    assert run.returncode == 0, run.stdout
    kept = (workshop / "tests/rules/contact-unreachable.txt").read_text(encoding="utf-8")
    assert "T106 contact-unreachable" in kept
    run = _work(workshop, "-m", "generator", "explain", "T106")
    assert "she did without the tray" in run.stdout.lower(), run.stdout + run.stderr


def test_a_field_is_added_as_it_is_told(workshop: Path) -> None:
    text = _part("Add a field")
    names = re.findall(
        r"^\*\*\d\. [^`]*`([\w./]+)`|^```diff\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    )
    file = workshop
    for name, change in names:
        if name:
            file = workshop / name
            continue
        lines = [(line[0], f"{line[1:]}\n") for line in change.splitlines()]
        before = "".join(line for sign, line in lines if sign != "+")
        after = "".join(line for sign, line in lines if sign != "-")
        told = file.read_text(encoding="utf-8")
        assert told.count(before) == 1, f"{file.name}: {before}"
        file.write_text(told.replace(before, after), encoding="utf-8")
    assert len([name for name, _ in names if name]) == 3
    story = "stories/2026/a-yellow-dish.md"
    _lay_out(_find_files(CONTRIBUTE / "first-story.md"), workshop)
    _insert(workshop / story, "quick_win: true\n", "paid: 1250.5\n")
    run = _work(workshop, "scripts/renew.py")
    assert "Renewed schemas/story.schema.json" in run.stdout, run.stderr
    assert "What did it cost?" in (workshop / ".github/ISSUE_TEMPLATE/story.yml").read_text("utf-8")
    run = _work(workshop, "-m", "generator", "new", "story", "--word", "form.docx")
    assert run.returncode == 0, run.stderr
    form = zipfile.ZipFile(workshop / "form.docx").read("word/document.xml").decode("utf-8")
    assert "What did it cost?" in form
    run = _work(workshop, "-m", "generator", "build")
    assert run.returncode == 0, run.stdout + run.stderr
    site, tree = workshop / "site", workshop / "tree"
    run = _work(workshop, "-m", "generator", "export", "--format", "markdown", "-o", str(tree))
    assert run.returncode == 0, run.stdout + run.stderr
    heading, sum_of_money = "What it cost", "£1,250.50"
    page = (site / "stories/a-yellow-dish/index.html").read_text(encoding="utf-8")
    assert re.search(rf">{heading}</h2>\s*<p>{sum_of_money}</p>", page)
    assert sum_of_money in (tree / "docs/stories/a-yellow-dish/index.md").read_text("utf-8")
    for name in ("feed.xml", "feed.json"):
        assert f"{heading}" in (site / name).read_text(encoding="utf-8")
        assert sum_of_money in (site / name).read_text(encoding="utf-8")
    whole = json.loads((site / "stories/a-yellow-dish/story.json").read_text(encoding="utf-8"))
    assert whole["story"]["paid"] == 1250.5
    header, row, *_ = csv.reader((site / "stories.csv").read_text("utf-8").splitlines())
    assert dict(zip(header, row, strict=True))["paid"] == "1250.5"
    told = (site / "tell/index.html").read_text(encoding="utf-8")
    assert 'name="paid"' in told
    assert "&#34;money&#34;:true" in told
    assert "What it cost, in pounds." in (site / "guide/fields/index.html").read_text("utf-8")
    parts = (site / "search").rglob("*.pack")
    assert any('"250"' in gzip.decompress(each.read_bytes()).decode() for each in parts)


def test_the_field_that_was_added_is_in_the_table_and_in_every_output(workshop: Path) -> None:
    shutil.copy(ROOT / "tests/test_field_outputs.py", workshop / "tests")
    run = _work(
        workshop, "-m", "pytest", "-q", "tests/test_field_outputs.py", "-k", "paid or line or form"
    )
    assert run.returncode == 0, run.stdout
