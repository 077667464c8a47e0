"""A project of a few records for tests that build it many times, and what a built site holds."""

import hashlib
import re
import shutil
from pathlib import Path

from command import ROOT, SITE
from PIL import Image

TODAY = "2026-11-23"
DOMAINS = ("naming", "privacy", "decisions")
STORY = """\
---
title: "{title}"
summary: "{title}, and what came of it on the ward."
date: {date}
domains: [{domain}]
setting: {setting}
pathway: breast
organisation: "Ostlemere Hospital"
team: "Larch Ward"
contact: {{ name: "Ward sister", role: "Sister", email: "larch@ostlemere.example" }}
status: made
changed_on: 2026-03-02
problem: "Nobody had asked the people in the beds."
strategic_links: [patient-experience]
{more}illustrative: true
review_by: 2027-05-01
---

{body}
"""
VOICES = """\
voices:
  - role: patient
    quote: "It was quiet enough to hear the rain."
    said_by: "A patient on Larch Ward"
    identity: anonymous
    consent:
      reference: LW-1
      scope: [website, feeds, print]
      given: 2026-03-01
      expires: 2026-12-31
  - role: staff
    quote: "I had not known how loud the bins were."
    said_by: "A nurse on Larch Ward"
    identity: anonymous
    consent:
      reference: LW-2
      scope: [website]
      given: 2026-03-01
"""
MEASURES = """\
measures:
  - title: "People woken by noise"
    type: outcome
    definition: "The night nurse asked each person at seven whether they had been woken."
    unit: "people"
    direction: decrease
    file: woken.csv
"""
ACTION = """\
---
title: "{title}"
summary: "{title}, on one afternoon."
status: made
made_on: {date}
by: "Night staff, Larch Ward"
{more}---

{title}: it took one afternoon and a pot of tea.
"""
POINTS = "date,value\n" + "".join(
    f"2026-{month:02}-01,{value}\n" for month, value in enumerate((9, 8, 9, 8, 7, 4, 3, 4, 3, 2), 1)
)
STORIES = "stories/2026"
# Links of the prose to records of the sample, which are not here.
_TO_RECORD = re.compile(r'<a href="(?:\.\./)+(?:stories|actions)/[^"]+">(.*?)</a>', re.DOTALL)


def make_project(folder: Path) -> Path:
    """Make a project of three domains, five stories, four actions, a data file and a picture."""
    shutil.copytree(SITE / "content", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    for page in (folder / "content").rglob("*.md"):
        page.write_text(_TO_RECORD.sub(r"\1", page.read_text()))
    settings = (ROOT / "mkdocs.yml").read_text()
    own = "  - improvement-stories:\n      cards: false\n"
    (folder / "mkdocs.yml").write_text(settings.replace("  - improvement-stories:\n", own))
    (folder / "domains").mkdir()
    for name in (*(f"{domain}.md" for domain in DOMAINS), "index.md", "vocabulary.yml"):
        shutil.copy(SITE / "domains" / name, folder / "domains" / name)
    for path, text in _tell().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    # Small and plain: a photograph's widths would take a quarter of every build.
    Image.new("RGB", (600, 375), "olive").save(folder / STORIES / "quiet-nights/room.webp")
    return folder


def _tell() -> dict[str, str]:
    picture = 'image: {file: room.webp, alt: "A lamp on a table"}\n'
    linked = "We wrote to the team who told of [the bell](../a-bell.md) and they answered."
    copied = "We read [how it began](quiet-nights/index.md) and did the same."
    return {
        f"{STORIES}/quiet-nights/index.md": write_story(
            "Quiet nights", date="2026-06-01", more=VOICES + MEASURES + picture, body=linked
        ),
        f"{STORIES}/quiet-nights/woken.csv": POINTS,
        f"{STORIES}/quiet-nights/actions/felt.md": write_action("Felt under the lids"),
        f"{STORIES}/quiet-nights/actions/plugs.md": write_action("Ear plugs at bedtime"),
        f"{STORIES}/quieter-days.md": write_story(
            "Quieter days", date="2026-08-01", more="adapted_from: quiet-nights\n", body=copied
        ),
        f"{STORIES}/a-bell.md": write_story("A bell for each bed", domain="privacy"),
        f"{STORIES}/a-name.md": write_story("A name above the bed", setting="hospice"),
        f"{STORIES}/a-say.md": write_story("A say in the timetable", domain="decisions"),
        "stories/actions/a-clock.md": write_action(
            "A clock to look at", more="domains: [naming]\nsetting: ward\nquick_win: true\n"
        ),
        "stories/actions/a-hook.md": write_action("A hook for the bell", more="story: a-bell\n"),
    }


def write_story(  # noqa: PLR0913 (what differs between stories)
    title: str,
    *,
    date: str = "2026-05-04",
    domain: str = "naming",
    setting: str = "ward",
    more: str = "",
    body: str = "It began with a question that nobody had asked before.",
) -> str:
    """Write a story that is sound."""
    return STORY.format(
        title=title, date=date, domain=domain, setting=setting, more=more, body=body
    )


def write_action(title: str, date: str = "2026-03-02", more: str = "") -> str:
    """Write an action that is sound."""
    return ACTION.format(title=title, date=date, more=more)


def read_tree(site: Path) -> dict[str, str]:
    """Read a digest of each file of a site, by its address."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def list_differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """List the addresses at which two sites are not the same."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
