"""The house: layers are import-linter's; these are the rules that it cannot see."""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_type_hints

import pytest
from click.testing import CliRunner
from command import ROOT

from generator.cli import main
from generator.model import Action, Story
from generator.model.schema import RECORDS
from generator.pages.action import ActionView
from generator.pages.story import StoryView
from generator.rules import FAULTS, RULES

HOUSE = ROOT / "generator"
MODULES = sorted(HOUSE.rglob("*.py"))
READERS = re.compile(r"\b(open|read_text|read_bytes|scandir|iterdir|rglob|listdir|glob)\s*\(")
MOST_LINES = 500
# Names that stand in more rooms than one, because they mean the same in each.
SHARED_NAMES = {
    "action": {"model/", "pages/"},  # the record, and its page
    "comment": {"cli/", "reports/"},  # the comment on a proposal, and the command that writes it
    "due": {"cli/", "collection/", "reports/"},  # what is due: found, told, and the command
    "schema": {"cli/", "model/"},  # the JSON Schema of the records, and the command that writes it
    "update": {"cli/", "model/"},  # what has happened since, and the command that writes it
    "story": {"model/", "pages/"},  # the record, and its page
}


def _name(path: Path) -> str:
    """Name a module by its path in the package."""
    return path.relative_to(ROOT / "generator").as_posix()


def _room(path: Path) -> str:
    """Name the room that a module is in; nothing for one that is in none."""
    return _name(path).rpartition("/")[0].partition("/")[0]


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _calls(path: Path) -> set[str]:
    tree = _parse(path)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found.add(ast.unparse(node.func))
    return found


def test_a_module_is_small_enough_to_read() -> None:
    sizes = {_name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES} == {}


def test_only_the_command_prints_or_exits() -> None:
    talkers = {"print", "click.echo", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write"}
    for path in MODULES:
        if _room(path) != "cli" and _name(path) != "__main__.py":
            assert not _calls(path) & talkers, path


def test_only_the_rooms_that_read_files_read_contributors_files() -> None:
    """The others read what a build made itself, what somebody sent, pixels, or the network."""
    others = {
        "build/atomic_swap.py",
        "build/deprecated.py",  # the file of settings
        "build/export_folder.py",
        "build/icons.py",
        "build/new_site.py",
        "build/packaged_files.py",
        "build/search_text.py",
        "build/social_cards.py",
        "build/site_files.py",  # what the generator wrote into a site itself
        "build/resize_images.py",
        "build/write_files.py",
        "cache/file_fingerprints.py",
        "cache/kept_files.py",
        "intake/decode.py",
        "intake/from_word/__init__.py",
        "intake/from_word/embedded_images.py",
        "intake/from_word/runs.py",
        "pages/simulation.py",
        "rules/links/external_links.py",
        "rules/personal_data/clues.py",  # the package's own weights
        "rules/personal_data/names_in_text.py",  # the package's own list of names
    }
    readers = {
        _name(path)
        for path in MODULES
        if _room(path) not in {"load", "git", "mkdocs_plugin", "cli"}
        and READERS.search(path.read_text(encoding="utf-8"))
    }
    assert readers == others


OUTPUTS = {"build", "exports", "mkdocs_plugin", "pages", "reports"}


def _reads_voices(text: str) -> set[str]:
    """Find what a module takes of a voice as it was written, by attribute, by name or by import."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in {"voices", "consent"}:
            found.add(ast.unparse(node))
        if isinstance(node, ast.ImportFrom) and {"Voice", "Consent"} & {n.name for n in node.names}:
            found.add(ast.unparse(node))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"getattr", "attrgetter"}:
            found |= {word for word in ast.unparse(node).split("'") if word in {"voices", "voice"}}
    return found - {"section.voices"}  # which consent gave


def test_no_output_sees_a_voice_as_it_was_written() -> None:
    for path in MODULES:
        if _room(path) in OUTPUTS:
            assert _reads_voices(path.read_text(encoding="utf-8")) == set(), path
    assert _reads_voices("x = story.voices")
    assert _reads_voices("from generator.model.story import Voice")
    assert _reads_voices("getattr(record, 'voices')")


def test_no_template_sees_a_voice_as_it_was_written() -> None:
    """What a template is handed is the outline's; a record itself is in no view of one."""
    theme = [path for path in (ROOT / "theme").rglob("*.html") if "assets" not in path.parts]
    allowed = {"groups.voices", "section.voices", "paper.voices"}
    for path in (*theme, *HOUSE.rglob("*.j2")):
        text = path.read_text(encoding="utf-8")
        found = set(re.findall(r"\w+\.(?:voices|consent)\b", text))
        assert found <= allowed, path
    for view in (StoryView, ActionView):
        kinds = get_type_hints(view).values()
        assert not {kind for kind in kinds if kind in {Story, Action}}


def test_only_the_plugin_knows_the_clock() -> None:
    clocks = {"dt.date.today", "dt.datetime.now", "time.time", "datetime.now", "date.today"}
    for path in MODULES:
        if _room(path) != "mkdocs_plugin":
            assert not _calls(path) & clocks, path


def test_every_public_function_and_class_has_a_docstring() -> None:
    for path in MODULES:
        tree = _parse(path)
        assert ast.get_docstring(tree), path
        classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name[0] != "_"]
        for node in [*tree.body, *(member for each in classes for member in each.body)]:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path}: {node.name}"


def test_there_is_no_room_for_odds_and_ends() -> None:
    names = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common", "manager"}


def test_a_name_that_stands_in_two_rooms_means_the_same_in_both() -> None:
    places: dict[str, set[str]] = {}
    for path in MODULES:
        if path.name not in {"__init__.py", "__main__.py"}:
            places.setdefault(path.stem, set()).add(_name(path).removesuffix(f"{path.stem}.py"))
    assert {name: rooms for name, rooms in places.items() if len(rooms) > 1} == SHARED_NAMES


def test_no_module_has_the_name_of_a_room() -> None:
    """The collection has its own; and a command may: `stories build` is what `build` is for."""
    rooms = set(map(_room, MODULES)) - {""}
    named = {_name(path) for path in MODULES if path.stem in rooms}
    assert named == {"collection/collection.py", "cli/build.py"}


def test_every_field_is_documented() -> None:
    for record in RECORDS:
        schema = record.model_json_schema(by_alias=True)
        for part in (schema, *schema.get("$defs", {}).values()):
            for name, field in part.get("properties", {}).items():
                assert field.get("description", "").endswith("."), f"{part.get('title')}.{name}"


def _help(*command: str) -> str:
    return CliRunner().invoke(main, [*command, "--help"], catch_exceptions=False).stdout


def test_every_command_and_option_is_documented() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = _help().partition("Commands:")[2]
    commands = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    assert {"build", "check", "schema", "serve"} <= set(commands)
    for command in commands:
        assert f"stories {command}" in readme, command
        options = _help(command).partition("Options:")[2]
        for line in re.findall(r"^  (-.*)$", options, re.MULTILINE):
            assert re.search(r"\S {2,}\S", line), f"{command}: {line}"


def test_every_make_target_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE), target
    assert len(makefile.splitlines()) < 60


def test_codes_and_names_are_used_once() -> None:
    assert len({fault.code for fault in FAULTS}) == len(FAULTS)
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


def test_every_file_that_makes_a_rule_is_in_the_list_of_rules_and_makes_one() -> None:
    files = {
        _name(path)
        for path in (ROOT / "generator/rules").rglob("*.py")
        if "@rule(" in path.read_text(encoding="utf-8")
    }
    names = (rule.find.__module__.removeprefix("generator.") for rule in RULES)
    made = Counter(f"{name.replace('.', '/')}.py" for name in names)
    assert files == set(made)
    assert {file for file, count in made.items() if count > 1} == {
        "rules/references/term_unknown.py"  # a table: its rules differ in the field alone
    }


def test_the_locks_name_no_index_and_hash_everything() -> None:
    for lock in (ROOT / "locks").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "index" not in re.sub(r"#.*", "", text)
        packages = re.findall(r"^[a-z0-9][^\s]*==", text, re.MULTILINE)
        assert len(packages) > 30
        assert text.count("--hash=sha256:") >= len(packages)


@pytest.mark.site
def test_the_package_can_be_built_and_knows_its_plugin(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    wheel = next(tmp_path.glob("improvement_stories-*.whl"))
    listing = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "generator/build/pipeline.py" in listing
    assert "entry_points.txt" in listing
    assert "tests/" not in listing
