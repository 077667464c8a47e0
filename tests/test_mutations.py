"""Faults planted into what the outputs are made of: each must be caught by the test beside it.

A copy of the code is spoilt in one place, and the test that should see it is run there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from command import ROOT
from deep import DEEP

pytestmark = pytest.mark.site

OUTPUTS = "tests/test_field_outputs.py"
MARKED = "exactly_the_outputs"
PLACED = "named_after or of_its_field"


class Fault(NamedTuple):
    """What is planted: in which file, what instead of what, and which tests must see it."""

    file: str
    before: str
    after: str
    sees: str
    tests: str = OUTPUTS


CSV, FEED = "generator/exports/csv_tables.py", "generator/exports/feeds.py"
TREE, DATA = "generator/exports/markdown_record.py", "generator/exports/json_data.py"
OUTLINE, CONSENT = "generator/pages/outline.py", "generator/collection/consent.py"
SEARCH, LABELS = "generator/pages/search_entries.py", "generator/pages/labels.py"
TABLE = "generator/collection/field_outputs.py"
SECTIONS = 'outline.told_in("markdown")'
FAULTS = {
    "organisation and team swapped in stories.csv": Fault(
        CSV,
        "getattr(row.record, name))",
        'getattr(row.record, {"team": "organisation", "organisation": "team"}.get(name, name)))',
        PLACED,
    ),
    "what they learnt dropped from the Markdown export": Fault(
        TREE, SECTIONS, f'(s for s in {SECTIONS} if s.name != "lessons")', MARKED
    ),
    "the status dropped from a feed's line about an action": Fault(
        FEED, "(item.term, item.about, item.status)", "(item.term, item.about)", "told_in_a_line"
    ),
    "a card's accent changed": Fault(
        "generator/pages/types.py", "find_accent(self.number)", "find_accent(0)", "colour"
    ),
    "problem and aim swapped": Fault(
        OUTLINE, "getattr(self._record, name)",
        'getattr(self._record, {"problem": "aim", "aim": "problem"}.get(name, name))', PLACED,
    ),
    "a heading told twice": Fault(
        "generator/model/story.py",
        'heading="Where it went"',
        'heading="What was wrong"',
        "same_heading",
    ),
    "the telephone kept back": Fault(OUTLINE, '{"name", "email"}', '{"name", "telephone"}', MARKED),
    "the team left out of who tells it": Fault(
        LABELS, "(story.team, story.organisation)", "(story.organisation,)", MARKED
    ),
    "money without its sign": Fault(LABELS, '"£{pounds', '"{pounds', "told_in_a_line"),
    "by whom left out": Fault(OUTLINE, "(by, with_)", "(with_,)", "told_in_a_line"),
    "the effort left out": Fault(
        OUTLINE, "(who, say_effort(action.effort))", "(who,)", "told_in_a_line"
    ),
    "the day of an action left out": Fault(
        OUTLINE, '("stopped", action.stopped_on)', '("stopped", action.made_on)', "told_in_a_line"
    ),
    "the day of a publication left out": Fault(
        OUTLINE, "say_date(source.published)", '""', MARKED
    ),
    "a picture's credit left out": Fault(OUTLINE, "story.image.credit or", '"" or', MARKED),
    "the target of a measure left out": Fault(
        OUTLINE, "if measure.target is not None:", "if False:", MARKED
    ),
    "feelings left out": Fault(OUTLINE, '", ".join(each.feelings)', '"felt"', MARKED),
    "who took part left out of the data": Fault(
        DATA, "    _list_own(Story),", '    set(_list_own(Story)) - {"involvement"},', PLACED
    ),
    "the voices of a speaker in the search": Fault(
        SEARCH, "(voice.words, voice.role,", "(voice.words, voice.speaker, voice.role,", MARKED
    ),
    "the words of a quotation left out of the search": Fault(
        SEARCH, "(voice.words, voice.role,", "(voice.role,", MARKED
    ),
    "the real name under a pseudonym": Fault(
        CONSENT, "speaker=voice.speaker", "speaker=voice.said_by", MARKED
    ),
    "quoted without the scope": Fault(
        CONSENT,
        "        and consent.allows(scope, today)\n",
        "",
        "everywhere or a_format",
        "tests/test_formats.py",
    ),
    "the file of a consent published": Fault(
        TABLE, '"voices.consent": _AGREED', '"voices.consent": everywhere', MARKED
    ),
    "a field without a line": Fault(
        TABLE, '        "lessons": everywhere,\n', "", "a_line"
    ),
    "the columns of hours and cost swapped": Fault(
        CSV, '"hours": partial(_write_inner, "effort", "hours")',
        '"hours": partial(_write_inner, "effort", "cost")', MARKED,
    ),
    "a page that forgets where it went": Fault(
        "theme/story.html", "{%- for section in groups.after %}",
        '{%- for section in groups.after if section.name != "spread" %}', MARKED,
    ),
}  # fmt: skip
# `make test` tries those that once went unseen; `make deep` tries them all.
TRIED = FAULTS if DEEP else dict(list(FAULTS.items())[:4])


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code that may be spoilt."""
    root = tmp_path_factory.mktemp("spoilt")
    unwanted = shutil.ignore_patterns("__pycache__", "sites", "browser")
    for part in ("generator", "theme", "tests"):
        shutil.copytree(ROOT / part, root / part, ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def _fails(root: Path, fault: Fault) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-n0", "-x", "-q", "-p", "no:cacheprovider"]
    settings = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [*command, fault.tests, "-k", fault.sees],
        cwd=root,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.deep
@pytest.mark.parametrize("name", TRIED)
def test_a_fault_that_is_planted_is_seen(copy: Path, name: str) -> None:
    fault = FAULTS[name]
    file = copy / fault.file
    sound = file.read_text(encoding="utf-8")
    assert fault.before in sound, "there is nothing to spoil"
    file.write_text(sound.replace(fault.before, fault.after, 1), encoding="utf-8")
    try:
        run = _fails(copy, fault)
    finally:
        file.write_text(sound, encoding="utf-8")
    assert run.returncode == 1, run.stdout + run.stderr


@pytest.mark.deep
def test_without_a_fault_the_same_tests_see_none(copy: Path) -> None:
    seen = " or ".join(sorted({fault.sees for fault in TRIED.values() if fault.tests == OUTPUTS}))
    run = _fails(copy, Fault("", "", "", seen))
    assert run.returncode == 0, run.stdout + run.stderr
