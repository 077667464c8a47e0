"""Updates and adoptions: laid over their record alike, whichever branch was merged first."""

import datetime as dt
import json
import os
import subprocess
from pathlib import Path

import pytest
from command import SITE, run_stories

from generator.build.pipeline import Checked, Project, check
from generator.collection.due import list_due
from generator.collection.fared import count_trials
from generator.collection.lay_updates import list_added
from generator.model import Story
from generator.pages.elsewhere import say_fared

TODAY = dt.date(2026, 11, 23)
STORIES = "stories/2026/quiet-nights"
STORY = """\
---
title: Quiet nights on the ward
summary: We put felt under the lids of the bins, and people slept for longer than before.
date: 2026-06-01
domains: [naming]
setting: ward
status: testing
changed_on: 2026-03-01
aliases: [silent-nights]
review_by: 2026-09-01
contact: {name: "Larch Ward", email: larch@ostlemere.example}
measures:
  - title: People woken by noise
    id: woken
    type: outcome
    unit: people
    direction: decrease
    points:
      - {date: 2026-01-01, value: 9, n: 40}
      - {date: 2026-02-01, value: 8, n: 40, note: Snow}
      - {date: 2026-03-01, value: 5, n: 40}
  - title: Falls at night
    type: balancing
    events: [2026-01-09]
    observed: {from: 2026-01-01, to: 2026-03-31}
---

The bin went first.
"""
ACTION = """\
---
title: Order a second telephone
status: planned
planned_on: 2026-06-04
---

It costs £19.
"""
DONE = """\
---
title: Felt under the lids of the bins
status: made
made_on: 2026-03-01
---

It took one afternoon.
"""
HEAD = "measures:\n  - measure: woken\n    points:\n"


def write_update(day: str, points: str = "", more: str = "", body: str = "It is so still.") -> str:
    told = f"{HEAD}{points}" if points else ""
    return f"---\ndate: {day}\n{more}{told}---\n\n{body}\n"


def point(day: str, value: float | str, more: str = "") -> str:
    return f"      - {{date: {day}, value: {value}{more}}}\n"


class Repository:
    """A project under Git, in which branches are made and merged."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "domains").mkdir(parents=True)
        for name in ("naming.md", "index.md", "vocabulary.yml"):
            (root / "domains" / name).write_bytes((SITE / "domains" / name).read_bytes())
        self.git("init", "-q", "-b", "main")
        files = {"index": STORY, "actions/second-telephone": ACTION, "actions/felt": DONE}
        self.commit({f"{STORIES}/{name}.md": text for name, text in files.items()})

    def git(self, *arguments: str) -> None:
        named = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER")
                 for what in ("NAME", "EMAIL")}  # fmt: skip
        subprocess.run(["git", "-C", str(self.root), *arguments], check=True,
                       env={**os.environ, **named}, capture_output=True)  # fmt: skip

    def commit(self, files: dict[str, str | None]) -> None:
        for path, text in files.items():
            file = self.root / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "told")

    def merge(self, branches: dict[str, dict[str, str | None]], order: list[str]) -> None:
        """Make each branch from the same commit, and merge them in this order."""
        for name, files in branches.items():
            self.git("checkout", "-q", "-b", name, "main")
            self.commit(files)
        self.git("checkout", "-q", "main")
        for name in order:
            self.git("merge", "-q", "--no-ff", "-m", f"merge {name}", name)

    def check(self) -> Checked:
        return check(Project(self.root), TODAY)


def merge_both_ways(tmp_path: Path, branches: dict[str, dict[str, str | None]]) -> Checked:
    """Merge branches in both orders, see that both tell the same, and give what they tell."""
    found = []
    for name, order in (("one", [*branches]), ("other", [*reversed(branches)])):
        repository = Repository(tmp_path / name)
        repository.merge(branches, order)
        found.append(repository.check())
    assert describe(found[0]) == describe(found[1])
    return found[0]


def describe(checked: Checked) -> object:
    told = [story.model_dump() for story in checked.collection.stories]
    problems = [(str(p.place), p.fault.code, p.message) for p in checked.problems]
    return told, [story.key for story in checked.collection.stories], problems


def read_story(checked: Checked) -> Story:
    return checked.collection.story_by_slug["quiet-nights"]


def read_points(checked: Checked) -> list[tuple[str, float | None]]:
    return [(str(p.date), p.value) for p in read_story(checked).measures[0].points]


def list_codes(checked: Checked, *codes: str) -> list[tuple[str, str]]:
    return [(p.fault.code, str(p.place)) for p in checked.problems if p.fault.code in codes]


def of_updates(checked: Checked) -> list[tuple[str, str]]:
    return [
        (p.fault.code, str(p.place))
        for p in checked.problems
        if "/updates/" in p.place.path or "/adoptions/" in p.place.path
    ]


def test_two_updates_of_one_story_are_both_laid_over_it(tmp_path):
    april = write_update("2026-05-02", point("2026-04-01", 4, ", n: 40"), "status: made\n")
    may = write_update("2026-06-07", point("2026-05-01", 3, ", n: 40"), "status: testing\n")
    checked = merge_both_ways(
        tmp_path,
        {
            "april": {f"{STORIES}/updates/2026-05-02-ward.md": april},
            "may": {f"{STORIES}/updates/2026-06-07-night.md": may},
        },
    )
    story = read_story(checked)
    assert [value for _, value in read_points(checked)] == [9, 8, 5, 4, 3]
    assert story.status == "testing"
    assert story.updated == dt.date(2026, 6, 7)
    assert of_updates(checked) == []


def test_what_is_older_than_the_file_adds_points_and_does_not_speak_for_it(tmp_path):
    early = write_update("2026-05-02", point("2026-04-01", 4, ", n: 40"), "status: stopped\n")
    checked = merge_both_ways(tmp_path, {"one": {f"{STORIES}/updates/2026-05-02-ward.md": early}})
    assert read_points(checked)[-1] == ("2026-04-01", 4)
    assert read_story(checked).status == "testing"
    assert read_story(checked).updated is None


def test_two_updates_of_one_day_are_laid_in_the_order_of_their_names(tmp_path):
    audit = write_update("2026-07-02", point("2026-06-01", 4, ", n: 40"), "status: made\n")
    ward = write_update("2026-07-02", point("2026-06-01", 6, ", n: 40"), "status: sustained\n")
    checked = merge_both_ways(
        tmp_path,
        {
            "ward": {f"{STORIES}/updates/2026-07-02-ward.md": ward},
            "audit": {f"{STORIES}/updates/2026-07-02-audit.md": audit},
        },
    )
    story = read_story(checked)
    assert read_points(checked)[-1] == ("2026-06-01", 6)
    assert story.status == "sustained"
    [correction] = [
        each for each in list_added(story, checked.collection.updates_of(story)) if each.before
    ]
    assert correction.before
    assert (correction.before.value, correction.point.value) == (4, 6)
    assert correction.update.path.endswith("ward.md")


def test_two_updates_of_one_month_are_a_warning_in_the_later_ones_file(tmp_path):
    first = write_update("2026-07-02", point("2026-06-01", 4, ", n: 40"))
    again = write_update("2026-07-05", point("2026-06-30", 6, ", n: 40"))
    checked = merge_both_ways(
        tmp_path,
        {
            "first": {f"{STORIES}/updates/2026-07-02-ward.md": first},
            "again": {f"{STORIES}/updates/2026-07-05-night.md": again},
        },
    )
    assert len(read_points(checked)) == 5
    assert list_codes(checked, "L123") == [
        ("L123", f"{STORIES}/updates/2026-07-05-night.md:6:16"),
    ]


def test_the_same_point_twice_is_nothing(tmp_path):
    once = write_update("2026-07-02", point("2026-06-01", 4, ", n: 40"))
    twice = write_update(
        "2026-07-03", point("2026-03-01", 5) + point("2026-06-01", 4) + point("2026-02-01", "n/a")
    )
    checked = merge_both_ways(
        tmp_path,
        {
            "once": {f"{STORIES}/updates/2026-07-02-ward.md": once},
            "twice": {f"{STORIES}/updates/2026-07-03-ward.md": twice},
        },
    )
    story = read_story(checked)
    assert [value for _, value in read_points(checked)] == [9, 8, 5, 4]
    assert [each.point.value for each in list_added(story, checked.collection.updates)] == [4]
    assert of_updates(checked) == []


def test_a_correction_keeps_the_note_and_stands_where_the_old_value_stood(tmp_path):
    update = write_update("2026-07-02", point("2026-02-01", 7, ", n: 40"))
    checked = merge_both_ways(tmp_path, {"one": {f"{STORIES}/updates/2026-07-02-ward.md": update}})
    corrected = read_story(checked).measures[0].points[1]
    assert (corrected.value, corrected.note) == (7, "Snow")


def test_events_are_added_once_and_the_days_of_looking_grow_by_what_joins_on(tmp_path):
    more = (
        "measures:\n  - measure: Falls at night\n    events: [2026-01-09, 2026-05-11]\n"
        "    observed: {from: 2026-04-01, to: 2026-06-30}\n"
    )
    checked = merge_both_ways(
        tmp_path,
        {"one": {f"{STORIES}/updates/2026-07-02-ward.md": write_update("2026-07-02", more=more)}},
    )
    falls = read_story(checked).measures[1]
    assert falls.events == (dt.date(2026, 1, 9), dt.date(2026, 5, 11))
    assert falls.observed
    assert falls.observed.to == dt.date(2026, 6, 30)
    assert list_codes(checked, "L121") == []


def test_an_event_outside_the_days_of_looking_is_told_in_the_updates_own_file(tmp_path):
    more = (
        "measures:\n  - measure: Falls at night\n    events: [2026-05-11]\n"
        "    observed: {from: 2026-05-01, to: 2026-06-30}\n"
    )
    checked = merge_both_ways(
        tmp_path,
        {"one": {f"{STORIES}/updates/2026-07-02-ward.md": write_update("2026-07-02", more=more)}},
    )
    assert read_story(checked).measures[1].observed.to == dt.date(2026, 3, 31)
    [(_, place)] = list_codes(checked, "L121")
    assert place.startswith(f"{STORIES}/updates/2026-07-02-ward.md:5:")


def test_an_update_of_a_story_that_was_renamed_meanwhile_follows_its_old_name(tmp_path):
    renamed = STORY.replace("aliases: [silent-nights]", "aliases: [silent-nights, quiet-nights]")
    branches: dict[str, dict[str, str | None]] = {
        "rename": {
            f"{STORIES}/index.md": None,
            "stories/2026/still-nights/index.md": renamed,
        },
        "since": {
            "stories/updates/2026-07-02-ward.md": write_update(
                "2026-07-02", point("2026-06-01", 4, ", n: 40"), "story: quiet-nights\n"
            )
        },
    }
    checked = merge_both_ways(tmp_path, branches)
    story = checked.collection.story_by_slug["still-nights"]
    assert story.measures[0].points[-1].value == 4
    assert of_updates(checked) == []


def test_an_update_of_a_story_that_was_withdrawn_meanwhile_is_listed(tmp_path):
    update = f"{STORIES}/updates/2026-07-02-ward.md"
    branches: dict[str, dict[str, str | None]] = {
        "withdraw": {
            f"{STORIES}/index.md": None,
            f"{STORIES}/actions/second-telephone.md": None,
            f"{STORIES}/actions/felt.md": None,
            "stories/withdrawn.yml": "stories:\n  quiet-nights: 2026-07-01\n",
        },
        "since": {update: write_update("2026-07-02", point("2026-06-01", 4))},
        "elsewhere": {
            "stories/adoptions/elmfield.md": "---\nof: stories/quiet-nights\ndate: 2026-07-02\n"
            "outcome: kept\nwhy: It was cheap.\n---\n"
        },
    }
    checked = merge_both_ways(tmp_path, branches)
    told = [p.message for p in checked.problems if p.fault.code == "R612"]
    assert len(told) == 2
    assert any(update in message for message in told)
    assert any("stories/adoptions/elmfield.md" in message for message in told)
    assert list_codes(checked, "R619", "R620") == []


def test_a_voice_of_an_update_is_judged_in_its_own_file_and_once(tmp_path):
    voice = (
        'voices:\n  - {role: patient, quote: "Call 07911 123456.", said_by: "Peg", identity: '
        "first-name}\n"
    )
    checked = merge_both_ways(
        tmp_path,
        {"one": {f"{STORIES}/updates/2026-07-02-ward.md": write_update("2026-07-02", more=voice)}},
    )
    assert len(read_story(checked).voices) == 1
    codes = [code for code, _ in of_updates(checked)]
    assert sorted(codes) == ["C101", "P103"]


def test_an_action_goes_on_too_and_its_plan_is_no_longer_stale(tmp_path):
    repository = Repository(tmp_path)
    assert list_codes(repository.check(), "L702")
    repository.commit({
        f"{STORIES}/actions/updates/2026-10-01-ward.md": write_update(
            "2026-10-01", more="action: second-telephone\nstatus: made\n"
        )
    })  # fmt: skip
    checked = repository.check()
    action = checked.collection.action_by_slug["second-telephone"]
    assert (action.status, action.made_on) == ("made", dt.date(2026, 10, 1))
    assert list_codes(checked, "L702", "L703") == []


def test_an_update_answers_the_review_and_a_quiet_measure(tmp_path):
    repository = Repository(tmp_path)
    before = {due.kind for due in list_due(repository.check().collection, TODAY)}
    assert {"story review", "measure quiet"} <= before
    update = write_update("2026-11-01", point("2026-10-01", 4, ", n: 40"))
    repository.commit({f"{STORIES}/updates/2026-11-01-ward.md": update})
    after = {due.kind for due in list_due(repository.check().collection, TODAY)}
    assert not {"story review", "measure quiet"} & after


@pytest.mark.site
def test_a_check_since_a_revision_tells_what_an_update_does_to_its_story(tmp_path):
    repository = Repository(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\ndocs_dir: content\ntheme: {name: material}\nplugins: [improvement-stories]\n"
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# S\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "site")
    repository.commit({
        "stories/updates/2026-07-02-ward.md": write_update(
            "2026-07-02", point("2026-06-30", 4) + point("2026-06-01", 5), "story: silent-nights\n"
        )
    })  # fmt: skip
    run = run_stories("check", "--since", "HEAD~1", "--format", "json", cwd=tmp_path)
    told = json.loads(run.stdout)["problems"]
    assert "L123" in {each["code"] for each in told}
    assert {each["path"] for each in told} >= {f"{STORIES}/index.md"}


ADOPTION = "---\n{of}date: 2026-0{month}-01\noutcome: {outcome}\nwhy: It fits our rooms.\n---\n"


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ((), ""),
        (("kept",), "Tried in 1 place, kept in 1"),
        (("given-up",), "Tried in 1 place, kept in none"),
        (("decided-against",), "Looked at and decided against in 1 place"),
        (
            ("kept", "adapted", "given-up", "decided-against"),
            "Tried in 3 places, kept in 2; decided against in 1",
        ),
    ],
)
def test_how_an_example_fared_elsewhere_is_said_in_a_line(tmp_path, outcomes, words):
    repository = Repository(tmp_path)
    for month, outcome in enumerate(outcomes, 5):
        told = ADOPTION.format(of="", month=month, outcome=outcome)
        repository.commit({f"{STORIES}/adoptions/place-{month}.md": told})
    collection = repository.check().collection
    assert say_fared(count_trials(collection.stories[0], collection)) == words


def test_a_story_that_adapted_another_counts_by_its_status_and_so_does_one_of_an_action(tmp_path):
    repository = Repository(tmp_path)
    other = STORY.replace("aliases: [silent-nights]", "adapted_from: NAME")
    repository.commit({
        "stories/2026/a-bell/index.md": other.replace("NAME", "quiet-nights"),
        "stories/2026/a-lamp/index.md": other.replace("NAME", "second-telephone"),
    })  # fmt: skip
    collection = repository.check().collection
    assert count_trials(collection.story_by_slug["quiet-nights"], collection).tried == 1
    assert count_trials(collection.action_by_slug["second-telephone"], collection).tried == 1
    assert list_codes(repository.check(), "R605") == []
