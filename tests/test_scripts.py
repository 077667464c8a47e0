"""The scripts and styles of the site: their types, their standard, and what they do without a page.

TypeScript comes in Deno's wheel, the linter in oxlint's; neither asks the network for anything.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT

SCRIPTS = sorted((ROOT / "theme/assets/js").rglob("*.js"))
STYLES = sorted((ROOT / "theme/assets/css").rglob("*.css"))
PARTS = [path for path in STYLES if path.parent.name != "css"]
PALETTE = ROOT / "theme/assets/css/base/colours.css"
_WIDTH = re.compile(r"@media[^{]*")
_ASKED = re.compile(r"\((?:min-|max-)?(?:device-)?width[^)]*\)|\([^)]*[<>=]\s*width[^)]*\)")
_NAMED = re.compile(r"(?m)\b([\d.]+rem)  ")


def _run(*command: str, folder: Path) -> str:
    program, *arguments = command
    quiet = {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1", "DENO_DIR": str(folder)}
    done = subprocess.run(
        [Path(sys.executable).parent / program, *arguments],
        cwd=ROOT,
        env=os.environ | quiet,
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    return told


@pytest.mark.site
@pytest.mark.parametrize(
    "command",
    [
        ("oxlint",),
        ("deno", "fmt", "--check"),
        ("deno", "check", "theme/assets/js", "tests/scripts"),
        ("deno", "test", "--no-remote", "tests/scripts"),
    ],
    ids=" ".join,
)
def test_the_scripts_and_styles_are_in_order(command: tuple[str, ...], tmp_path: Path) -> None:
    _run(*command, folder=tmp_path)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_script_has_its_types_checked_and_is_small_enough_to_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "// @ts-check"
    assert lines[1].startswith("// ")
    assert len(lines) <= 300
    assert not any("@ts-ignore" in line or "@ts-nocheck" in line for line in lines)


@pytest.mark.site
def test_a_type_that_is_wrong_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.js"
    wrong.write_text('// @ts-check\nimport { latest } from "./query.js";\nlatest(1);\n')
    (tmp_path / "query.js").write_text((ROOT / "theme/assets/js/query.js").read_text("utf-8"))
    (tmp_path / "deno.json").write_text((ROOT / "deno.json").read_text("utf-8"))
    with pytest.raises(AssertionError, match="TS2345"):
        _run("deno", "check", str(wrong), folder=tmp_path / "cache")


def test_pages_change_at_the_named_widths_alone() -> None:
    named = set(_NAMED.findall((ROOT / "theme/assets/css/base/values.css").read_text("utf-8")))
    assert len(named) <= 6
    asked: set[str] = set()
    for path in STYLES:
        for query in _WIDTH.findall(path.read_text(encoding="utf-8")):
            for width in _ASKED.findall(query):
                found = re.fullmatch(r"\(width (?:<|>=) ([\d.]+rem)\)", width)
                assert found, f"{path}: {width}"
                asked.add(found[1])
    assert asked == named


def test_every_part_is_joined_once_in_the_layer_of_its_folder() -> None:
    joined: list[tuple[str, str]] = []
    for path in STYLES:
        layer = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"\s*@layer (\w+) \{", line):
                layer = found[1]
            if found := re.match(r'\{% include "assets/css/(.+)" %\}', line):
                joined.append((layer, found[1]))
    names = {path.relative_to(ROOT / "theme/assets/css").as_posix() for path in PARTS}
    assert {name for _, name in joined} == names
    assert all(name.startswith(f"{layer}/") for layer, name in joined)
    twice = {name for _, name in joined if sum(name == other for _, other in joined) > 1}
    assert twice == {"base/colours.css", "base/day-and-night.css"}  # a page's and a frame's


def test_no_style_has_a_colour_of_its_own() -> None:
    for path in PARTS:
        rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        told = re.findall(r"(?<![\w-])(?:#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\()", rules)
        if path.parent.name != "print":  # paper is white, and its ink black
            assert not told, f"{path}: {told}"
        assert "prefers-color-scheme" not in rules or path.name == "day-and-night.css", path


def test_a_page_asks_for_one_joined_style_and_no_part_is_published(built_site: Path) -> None:
    folder = built_site / "assets/css"
    assert sorted(p.name for p in folder.iterdir()) == ["embed.css", "site.css", "tell.css"]
    site = (folder / "site.css").read_text(encoding="utf-8")
    assert "@layer base, parts, pages, print;" in site
    assert "{%" not in site
    for path in PARTS:
        if path.name not in {"tell.css", "embed.css", PALETTE.name}:
            assert path.read_text(encoding="utf-8").strip() in site, path
    assert site.count("{") == site.count("}")
    page = (built_site / "index.html").read_text(encoding="utf-8")
    assert page.count('rel="stylesheet"') == 1
