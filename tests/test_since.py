"""A story goes on: the short forms' files, the terminal and the steward's letters, on disk."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command import ROOT
from small_project import STORIES, TODAY, make_project

from generator.cli import main

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
