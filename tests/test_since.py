"""A story goes on: the short forms' files, the terminal and the steward's letters, on disk."""

import contextlib
import datetime as dt
import email
import email.policy
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from command import ROOT
from small_project import STORIES, TODAY, make_project

from generator.build.pipeline import Project, check
from generator.cli import main
from generator.reports.due_letters import Letter

SHORT = (ROOT / "theme/assets/js/tell/short.js").as_uri()
ANSWERS = {
    "update": {"status": "sustained", "body": "# It is *so* still."},
    "adoption": {"outcome": "decided-against", "why": 'Our "rooms" are: single', "team": "Ward 4"},
}
POINT = {"measure": "People woken by noise", "date": "2026-11-01", "value": "1.5", "n": "40"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "site")


def run(project: Path, *arguments: str, typed: str = "") -> Result:
    with contextlib.chdir(project):
        return CliRunner().invoke(main, arguments, input=typed)


def write_short(folder: Path, kind: str, of: str, moment: str) -> Path:
    """Let the page's own script write a file, and save it as a browser would."""
    points = [POINT] if kind == "update" and of == "stories/quiet-nights" else []
    told = {"of": of, "today": TODAY, "moment": moment, "answers": ANSWERS[kind], "points": points}
    script = folder / "write.js"
    script.write_text(
        f'import {{ writeShort }} from "{SHORT}";\n'
        f"console.log(JSON.stringify(writeShort({json.dumps(kind)}, {json.dumps(told)})));\n"
    )
    done = subprocess.run(
        [Path(sys.executable).parent / "deno", "run", "--no-remote", script],
        env=os.environ | {"DENO_NO_UPDATE_CHECK": "1", "DENO_DIR": str(folder / "deno")},
        capture_output=True,
        text=True,
        check=True,
    )
    made = json.loads(done.stdout)
    file = folder / Path(made["path"]).name
    file.write_text(made["text"])
    return file


@pytest.mark.site
def test_what_the_short_forms_hand_over_finds_its_place_and_stands_in_the_story(project, tmp_path):
    for kind, folder in (("update", "updates"), ("adoption", "adoptions")):
        for of, above in (("stories/quiet-nights", f"{STORIES}/quiet-nights"),
                          ("stories/a-bell", "stories"), ("actions/felt", "stories")):  # fmt: skip
            file = write_short(tmp_path, kind, of, "143205")
            places = [f"{above}/{folder}/{file.stem}{number}.md" for number in ("", "-2")]
            for place in places:
                made = run(project, "import", str(file))
                assert made.exit_code == 0, made.output
                assert f"written to {place}" in made.output
                assert "nothing in them stops publication" in made.output
                assert (project / place).is_file()
    text = (project / STORIES / f"quiet-nights/updates/{TODAY}-quiet-nights-143205.md").read_text()
    assert "{date:" not in text
    assert text.endswith("---\n\n\\# It is \\*so\\* still.\n")
    told = json.loads(run(project, "export", "--format", "json").output)
    stories = {story["slug"]: story for story in told["stories"]}
    points = stories["quiet-nights"]["measures"][0]["points"]
    assert (points[-1]["date"], points[-1]["value"], points[-1]["n"]) == ("2026-11-01", 1.5, 40)
    assert stories["quiet-nights"]["status"] == "sustained"


def test_the_new_figures_of_a_file_become_an_update_beside_the_story(project, tmp_path):
    sheet = openpyxl.Workbook()
    sheet.active.append(["date", "value"])
    old = (project / STORIES / "quiet-nights/woken.csv").read_text().splitlines()[1:]
    for line in old:
        day, value = line.split(",")
        sheet.active.append([dt.date.fromisoformat(day), int(value)])
    sheet.active.append([dt.date(2026, 11, 1), 1])
    sheet.save(tmp_path / "ward.xlsx")
    told = ("update", "quiet-nights", str(tmp_path / "ward.xlsx"), "--today", TODAY)
    made = run(project, *told, "--words", "It is so still.")
    assert made.exit_code == 0, made.output
    assert "1 new figure of “People woken by noise”." in made.output
    (file,) = (project / STORIES / "quiet-nights/updates").iterdir()
    assert file.name.startswith(f"{TODAY}-quiet-nights-")
    assert file.read_text().partition("measures:\n")[2] == (
        '  - measure: "People woken by noise"\n    points:\n'
        "      - date: 2026-11-01\n        value: 1\n---\n\nIt is so still.\n"
    )
    again = run(project, *told)
    assert again.exit_code == 1
    assert "has these figures already; the last is of 2026-11-01" in again.output
    sheet.active.cell(2, 2).value = 8
    sheet.save(tmp_path / "ward.xlsx")
    assert "It corrects what was told of 2026-01-01" in run(project, *told).output
    assert run(project, "check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("quite-nights",), "There is no story “quite-nights”. Did you mean “quiet-nights”?"),
        (("actions/fel",), "There is no action “fel”. Did you mean “actions/felt”?"),
        (("quiet-nights",), "There is nothing to tell"),
        (("quiet-nights", "--status", "done"), "“done” is no status. They are: testing, made"),
        (("quiet-nights", "ward.pdf"), "neither a CSV file nor an Excel workbook"),
        (("quiet-nights", "gone.csv"), "gone.csv: The file cannot be opened"),
        (("quiet-nights", "few.csv", "--measure", "Falls"), "There are: People woken by noise."),
        (("quiet-nights", "few.csv"), "few.csv:3:12: The column “value” is “many”"),
        (("a-bell", "few.csv"), "“A bell for each bed” has no measure"),
    ],
)
def test_what_makes_no_update_is_refused_in_words_and_nothing_is_written(project, arguments, words):
    (project / "few.csv").write_text("date,value\n2026-11-01,1\n2026-12-01,many\n")
    made = run(project, "update", *arguments, "--today", TODAY)
    assert made.exit_code
    assert words in made.output
    assert not list(project.rglob("updates"))


def test_a_person_is_asked_how_it_stands_and_what_has_happened(project):
    made = run(project, "update", "actions/a-hook", "--ask", "--today", TODAY,
               typed="sustained\nIt holds.\n\nn\n")  # fmt: skip
    assert made.exit_code == 0, made.output
    (file,) = (project / "stories/updates").iterdir()
    assert file.read_text() == (
        f"---\naction: a-hook\ndate: {TODAY}\nstatus: sustained\n---\n\nIt holds.\n"
    )


EVENTS = """\
  - title: "Falls from the bed"
    type: balancing
    definition: "Each fall that the night book has."
    direction: decrease
    events: [2026-02-03, 2026-04-05]
    observed: {from: 2026-01-01, to: 2026-10-31}
"""
TYPED = """\
1 November 2026, 1
15 November 2026, many

1 November 2026, 1, 40
15 November 2026, 1

a Tuesday
10 November 2026

10 November 2026

last week
20 November 2026
4
We do it without thinking now.
Nobody has asked for the old bins.

y
3
I sleep when I go home.

A nurse on Larch Ward
anonymous
y
LW-3
website
1 November 2026



en
n
"""


def test_a_person_is_asked_for_figures_events_and_voices_in_plain_questions(project):
    story = project / STORIES / "quiet-nights/index.md"
    text = story.read_text().replace("    file: woken.csv\n", f"    file: woken.csv\n{EVENTS}")
    story.write_text(text)
    made = run(project, "update", "quiet-nights", "--ask", "--today", TODAY, typed=TYPED)
    assert made.exit_code == 0, made.output
    told = " ".join(made.output.split())
    assert "The last: 2 people on 1 October 2026." in told
    assert "The column “value” is “many”" in told
    assert "The last: 5 April 2026." in told
    assert "“a Tuesday”: no day. Write all of them again." in told
    assert "“last week” is no day." in told
    assert "planned" not in told
    assert "nothing in them stops publication" in told
    (file,) = (project / STORIES / "quiet-nights/updates").iterdir()
    record = check(Project(project), dt.date.fromisoformat(TODAY)).collection.updates[0]
    assert record.path.endswith(file.name)
    figures, falls = record.measures
    assert [(p.date, p.value, p.n) for p in figures.points] == [
        (dt.date(2026, 11, 1), 1, 40), (dt.date(2026, 11, 15), 1, None),
    ]  # fmt: skip
    assert falls.events == (dt.date(2026, 11, 10),)
    assert (falls.observed.from_, falls.observed.to) == (
        dt.date(2026, 11, 1), dt.date(2026, 11, 20),
    )  # fmt: skip
    assert record.status == "stopped"
    assert record.body.markdown.strip().endswith("\nNobody has asked for the old bins.")
    (voice,) = record.voices
    assert (voice.role, voice.said_by) == ("staff", "A nurse on Larch Ward")
    assert voice.consent.scope == ("website",)
    assert voice.language == "en"


def test_whoever_breaks_off_has_written_nothing(project):
    made = run(project, "update", "quiet-nights", "--ask", "--today", TODAY, typed="\n")
    assert made.exit_code == 1
    assert "Nothing was written." in made.output
    assert not list(project.rglob("updates"))


def test_whoever_may_be_asked_gets_a_letter_with_the_address_of_the_short_form(project):
    story = project / STORIES / "quiet-nights/index.md"
    story.write_text(story.read_text().replace("review_by: 2027-05-01", "review_by: 2026-11-01"))
    bell = project / STORIES / "a-bell.md"
    bell.write_text(
        bell.read_text()
        .replace("review_by: 2027-05-01", "review_by: 2026-11-01")
        .replace(', email: "larch@ostlemere.example"', "")
    )
    hook = project / "stories/actions/a-hook.md"
    plan = hook.read_text().replace("status: made", "status: planned")
    plan = plan.replace("made_on", "planned_on").replace("story: a-bell", "story: quiet-nights")
    hook.write_text(plan)
    told = ("due", "--letters", "letters", "--within", "300", "--today", TODAY)
    made = run(project, *told)
    assert made.exit_code == 0, made.output
    assert "No letter for “A bell for each bed” (story review): no address is known." in made.output
    names = {"quiet-nights-measure-quiet", "quiet-nights-story-review", "a-hook-plan"}
    written = {file.name for file in (project / "letters").iterdir()}
    assert {f"{name}{ending}" for name in names for ending in (".txt", ".eml")} <= written
    assert not any(name.startswith("a-bell") for name in written)
    asked = {"quiet-nights-measure-quiet": "tell/?update=quiet-nights\n",
             "a-hook-plan": "tell/?update=actions/a-hook\n"}  # fmt: skip
    for name, address in asked.items():
        content = (project / f"letters/{name}.eml").read_bytes()
        letter = email.message_from_bytes(content, policy=email.policy.default)
        assert letter["To"] == "larch@ostlemere.example"
        text = (project / f"letters/{name}.txt").read_text()
        assert letter.get_content().replace("\r\n", "\n") == text
        assert address in text
        assert text.startswith("Dear Ward sister,\n")
    assert (
        "“People woken by noise” has had no point since 2026-10-01."
        in (project / "letters/quiet-nights-measure-quiet.txt").read_text()
    )
    again = run(project, *told)
    assert again.exit_code == 1
    assert "It was left as it is" in again.output


@pytest.mark.parametrize(
    "to",
    [
        "größe@münster.example",
        "a..b@c.example",
        "a.@c.example",
        "a'b%@c.d.ef",
    ],
)
def test_an_odd_address_still_makes_a_letter_that_can_be_opened(to):
    letter = Letter("a", to, "“Größe”: what has happened since?", "Dear Zoë,\n")
    read = email.message_from_bytes(letter.message, policy=email.policy.default)
    assert read["To"] == to
    assert read["Subject"] == letter.subject
    assert read.get_content().replace("\r\n", "\n") == letter.text
