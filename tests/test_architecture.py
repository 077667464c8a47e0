"""ARCHITECTURE.md: what it names is there, and its recipes are followed to the letter."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, SITE

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROOMS = {path.name for path in (ROOT / "generator").iterdir() if (path / "__init__.py").is_file()}


def _recipe(title: str) -> str:
    return TEXT.partition(f"### {title}\n")[2].partition("\n##")[0]


def follow(recipe: str, root: Path) -> None:
    """Write each file of a recipe, and change each as its lines say."""
    steps = re.findall(
        r"^\*\*\d\. [^`]*`([\w./]+)`.*?^```(python|diff)\n(.*?)^```$",
        recipe,
        re.MULTILINE | re.DOTALL,
    )
    assert steps
    for name, kind, told in steps:
        file = root / name
        if kind == "python":
            assert not file.exists(), f"{name} is there already"
            file.write_text(told, encoding="utf-8")
            continue
        lines = [(line[0], f"{line[1:]}\n") for line in told.splitlines()]
        before = "".join(line for sign, line in lines if sign != "+")
        after = "".join(line for sign, line in lines if sign != "-")
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{name}: {before}"
        file.write_text(text.replace(before, after), encoding="utf-8")


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the generator with the workshop's own code."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of the code beside a site, to do in it what the page says."""
    root = tmp_path / "workshop"
    shutil.copytree(SITE, root)
    shutil.copytree(ROOT / "generator", root / "generator")
    shutil.copytree(ROOT / "theme", root / "theme", dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    text = re.sub(r"custom_dir: .*", "custom_dir: theme", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    return root


def test_every_file_and_room_that_is_named_is_there() -> None:
    picture = TEXT.partition("```\n")[2].partition("```")[0]
    assert set(re.findall(r"\b(\w+)/ ", picture)) - {"theme"} == ROOMS
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`((?:\w+/)+(?:[\w.]+)?)`", prose))
    assert len(named) > 40
    for path in named:
        new = path.endswith(("_toml.py", "/xmmr.py"))
        assert new or (ROOT / path).exists() or (ROOT / "generator" / path).exists(), path


@pytest.mark.site
def test_the_way_in_is_added_as_it_is_told(workshop: Path) -> None:
    follow(_recipe("Add a way in"), workshop)
    (workshop / "lamp.toml").write_text(
        'title = "A lamp by the door"\nsummary = "We put a lamp by the door."\n'
        'date = 2026-03-01\ndomains = ["surroundings"]\nstatus = "made"\nquick_win = true\n'
        'body = "The corridor was dark."\n',
        encoding="utf-8",
    )
    done = run(workshop, "import", "lamp.toml")
    assert done.returncode == 0, done.stdout + done.stderr
    story = next((workshop / "stories").rglob("a-lamp-by-the-door*"))
    text = (story if story.is_file() else story / "index.md").read_text(encoding="utf-8")
    assert "date: 2026-03-01" in text
    assert "The corridor was dark." in text
    (workshop / "bad.toml").write_text("title = ", encoding="utf-8")
    refused = run(workshop, "import", "bad.toml")
    assert refused.returncode == 1
    assert "This is no TOML" in refused.stdout + refused.stderr


@pytest.mark.site
def test_the_chart_type_is_added_as_it_is_told(workshop: Path) -> None:
    follow(_recipe("Add a chart type"), workshop)
    months = [f"{2025 + n // 12}-{n % 12 + 1:02}-01" for n in range(18)]
    points = "".join(f"      - {{date: {m}, value: {20 + n % 3}}}\n" for n, m in enumerate(months))
    (workshop / "stories/2026/a-quick-result.md").write_text(
        "---\ntitle: A result before the ward round\nsummary: The van goes at seven.\n"
        "date: 2026-09-01\nchanged_on: 2026-02-01\ndomains: [urgency]\nstatus: made\n"
        "measures:\n  - title: Hours to a result\n    type: outcome\n    unit: hours\n"
        f"    direction: decrease\n    chart: xmmr\n    points:\n{points}---\n\n"
        "The van goes at seven.\n",
        encoding="utf-8",
    )
    done = run(workshop, "export", "--format", "json")
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
    stories = json.loads(done.stdout)["stories"]
    (measure,) = next(s for s in stories if s["slug"] == "a-quick-result")["measures"]
    assert measure["chart"] == "xmmr"
    assert "Shewhart" in measure["rules"]
    assert measure["points"][0]["upper"] == pytest.approx(
        measure["points"][0]["centre"] + 3.145, abs=1e-9
    )
