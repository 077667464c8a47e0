"""How often the rules about personal data and advice are right, on texts that stand for others."""

import json
import subprocess
from pathlib import Path

import measuring
import pytest
from command import ROOT

from generator.intake.web_form_data import describe_form
from generator.model.site_identity import SiteIdentity
from generator.rules import RULES

pytestmark = pytest.mark.site

# The floors are what was measured in every lot, in hundredths: of values with a form, of names, of
# advice, and of alarms about advice that are right; and the same in lots that nobody has read to
# mend a rule.
NAMES = "patient-name"
FORMS_FOUND, NAMES_FOUND, ADVICE_FOUND, ADVICE_RIGHT = 97, 95, 95, 95
WRONG = 5
UNREAD = (*measuring.KEPT, "u", "v", "w")
UNREAD_FORMS_FOUND, UNREAD_NAMES_FOUND, UNREAD_WRONG = 91, 80, 8
UNREAD_ADVICE_FOUND, UNREAD_ADVICE_RIGHT = 85, 95


@pytest.mark.parametrize("half", measuring.list_halves("personal"))
def test_nearly_all_personal_data_are_found_and_little_else(half: str) -> None:
    shares = measuring.measure_personal(half)
    kinds = set(measuring.CODES) & set(shares.all)
    found = sum(shares.found[kind] for kind in kinds - {NAMES})
    is_read = half not in UNREAD
    forms, names, most_wrong = (
        (FORMS_FOUND, NAMES_FOUND, WRONG)
        if is_read
        else (UNREAD_FORMS_FOUND, UNREAD_NAMES_FOUND, UNREAD_WRONG)
    )
    assert 100 * found >= forms * sum(shares.all[kind] for kind in kinds - {NAMES})
    assert 100 * shares.found[NAMES] >= names * shares.all[NAMES]
    assert 100 * shares.wrong <= most_wrong * shares.all["ordinary"]


@pytest.mark.parametrize("half", measuring.list_halves("advice"))
def test_most_advice_is_found_and_most_alarms_are_right(half: str) -> None:
    shares = measuring.measure_advice(half)
    found = shares.found["advice"]
    is_read = half not in UNREAD
    floor = ADVICE_FOUND if is_read else UNREAD_ADVICE_FOUND
    right = ADVICE_RIGHT if is_read else UNREAD_ADVICE_RIGHT
    assert 100 * found >= floor * shares.all["advice"]
    assert 100 * found >= right * (found + shares.wrong)


def test_a_measure_prints_counts_and_no_text(tmp_path: Path) -> None:
    text = tmp_path / "fetched.txt"
    text.write_text("Her NHS number is 943 476 5919.\n\nThe lid is dry.\n", encoding="utf-8")
    program = [str(ROOT / ".venv/bin/python"), "tests/measuring.py", "privacy", str(text)]
    told = subprocess.run(program, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert told == "fetched.txt: 2 paragraphs; P101 1\n"


def test_the_form_warns_where_the_checker_does() -> None:
    """But of names that only a list tells, and of telephone numbers that no table knows."""
    texts = [
        measuring.put_in_use(case["text"] if isinstance(case, dict) else case)
        for half in measuring.list_halves("personal")
        for what in ("personal", "ordinary")
        for case in measuring.read_texts(f"{what}-{half}")
    ]
    form = json.loads(describe_form((), [rule.fault for rule in RULES], SiteIdentity()))
    asked = {name: form[name] for name in ("signs", "sentence_end", "clues")} | {"texts": texts}
    script = ROOT / "tests/scripts/find_personal.js"
    program = [str(ROOT / ".venv/bin/deno"), "run", "--no-remote", str(script)]
    told = subprocess.run(
        program, input=json.dumps(asked), check=True, capture_output=True, text=True
    )
    found = json.loads(told.stdout)
    differs = [
        (mine, theirs, text)
        for text, theirs in zip(texts, found, strict=True)
        if (mine := {p.fault.code for p in measuring.judge(text)} - {"P109"})
        != set(theirs) - {"P109"}
    ]
    assert len(differs) <= 0.01 * len(texts), differs
