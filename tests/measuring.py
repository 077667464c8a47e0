"""How much the rules about personal data and advice find, and how often wrongly.

The texts in `tests/quality/` were written before the rules were asked about them: those that end in
`own`, `f`, `g`, `i` to `m`, `p` and `t` (of a few kinds alone) by whoever wrote the rules, of
advice `own` and `h`, the others by people who had not seen them. Each lot was counted once, then
read to mend the rules, or to learn the weights of clues from, and kept; `KEPT` were never read,
but for the names, the hospital numbers and the postcodes that were missed in the first four.
SECURITY.md has the counts at first sight. Those of `clues` are days and ages alone, to learn from.
Run as a program, prints counts and no text:

    python tests/measuring.py privacy|advice [FILE|FOLDER ...]

A file is one of these, or any text, whose paragraphs are asked one by one.
"""

import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.collection.collection import Collection
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.model import Origin, Story
from generator.model.base import Body
from generator.model.problem import Problem
from generator.rules import RULES
from generator.rules.personal_data import phone_number
from generator.rules.rule import Context

TEXTS = Path(__file__).parent / "quality"
CODES = {
    "nhs-number": "P101",
    "national-insurance": "P102",
    "telephone": "P103",
    "email": "P104",
    "postcode": "P105",
    "birth-date": "P106",
    "event-date": "P107",
    "age-90-plus": "P108",
    "patient-name": "P109",
    "hospital-number": "P112",
    "street-address": "P113",
    "bank-details": "P114",
    "car-registration": "P115",
    "passport": "P116",
    "professional-register": "P117",
    "ip-address": "P118",
}
# No clue is learnt from these, and nobody has read their days and ages; of the third, what was told
# in vain of its ordinary paragraphs has been mended.
KEPT = ("kept1", "kept2", "kept3", "kept4", "kept5")
TODAY = dt.date(2026, 11, 23)
PRIVACY = [rule for rule in RULES if rule.fault.code.startswith("P")]
ADVICE = [rule for rule in RULES if rule.fault.code == "L901"]
FIELDS = {
    "title": "A slate on the tea trolley",
    "summary": "A slate hangs on the tea trolley now.",
    "date": "2026-06-15",
    "domains": ["naming"],
    "status": "made",
}
_INVENTED = re.compile(
    r"(?:(?:\+|00) ?44[ .-]?(?:\(0\))?|(?<![0-9])0)(?:[ .,()/-]{0,3}[0-9]){9,10}(?![0-9])"
)
_IN_USE = ("2760", "2820", "9240", "7188", "2074", "9023", "1234", "2345")


class Shares(NamedTuple):
    """What was found of what should be, by kind, and how many texts were told of in vain."""

    found: Counter[str]
    exactly: Counter[str]
    all: Counter[str]
    wrong: int = 0


def judge(text: str, rules: Iterable = PRIVACY) -> list[Problem]:
    """Ask rules about a story with this body."""
    origin = Origin("stories/a-slate.md", "a-slate", "stories", Body(text, 1))
    story = Story.model_validate(FIELDS, context=origin)
    context = Context(link([story]) if rules is PRIVACY else Collection(), Findings(), TODAY)
    return [problem for rule in rules for problem in rule.find(story, rule.fault, context)]


def put_in_use(text: str) -> str:
    """Write addresses and telephone numbers that belong to nobody as if they were somebody's.

    Whoever wrote the texts took those that are kept for invention, which the rules let stand.
    """
    text = re.sub(r"(\. ?|dot[])}]? )example\b", r"\1org", re.sub(r"\.EXAMPLE\b", ".ORG", text))
    return _INVENTED.sub(lambda found: _give_number(found[0]), text)


def _give_number(number: str) -> str:
    digits = re.sub(r"[^0-9]", "", number)
    abroad = re.match(r"\s*(?:00|\+)\s?44", number)
    code = re.sub(r"^(?:00)?44(?:0(?=[127]))?" if abroad else "^0", "", digits)
    if not phone_number._INVENTED.match(f"0{code}"):
        return number
    before = digits[: len(digits) - len(code)]
    start = {"7": 0, "2": 2}.get(code[0], 3)
    for four in ("7912", *_IN_USE):
        other = iter(before + code[:start] + four + code[start + 4 :])
        told = re.sub(r"[0-9]", lambda _, other=other: next(other), number)
        if phone_number._may_be_own(told.strip()):
            return told
    return number


def measure_personal(half: str) -> Shares:
    """Measure what is found in the texts of one half, and what is told of its ordinary ones."""
    shares = Shares(Counter(), Counter(), Counter())
    for case in read_texts(f"personal-{half}"):
        codes = {problem.fault.code for problem in judge(put_in_use(case["text"]))}
        kind = case["kind"]
        shares.all[kind] += 1
        shares.found[kind] += bool(codes)
        shares.exactly[kind] += CODES[kind] in codes
    ordinary = read_texts(f"ordinary-{half}")
    shares.all["ordinary"] = len(ordinary)
    wrong = sum(bool(judge(put_in_use(text))) for text in ordinary)
    return shares._replace(wrong=wrong)


def measure_advice(half: str) -> Shares:
    """Measure how much advice is found, and what is told of other texts."""
    shares = Shares(Counter(), Counter(), Counter())
    wrong = 0
    for case in read_texts(f"advice-{half}"):
        is_told = bool(judge(case["text"], ADVICE))
        shares.all["advice" if case["advice"] else "none"] += 1
        shares.found["advice"] += is_told and case["advice"]
        wrong += is_told and not case["advice"]
    return shares._replace(wrong=wrong)


def read_texts(name: str) -> list:
    """Read one set of texts."""
    return yaml.safe_load((TEXTS / f"{name}.yml").read_text(encoding="utf-8"))


def list_halves(what: str) -> list[str]:
    """List the sets of a measure by the ends of their names."""
    return sorted(path.stem.rpartition("-")[2] for path in TEXTS.glob(f"{what}-*.yml"))


def _print_personal() -> None:
    for half in list_halves("personal"):
        shares = measure_personal(half)
        print(f"half {half}: {'':24} told of  by its own rule   of")
        for kind in [*CODES, "ordinary"]:
            if all_of := shares.all[kind]:
                told = shares.wrong if kind == "ordinary" else shares.found[kind]
                print(f"  {kind:32} {told:6} {shares.exactly[kind]:12} {all_of:12}")


def _print_advice() -> None:
    for half in list_halves("advice"):
        shares = measure_advice(half)
        found, wrong = shares.found["advice"], shares.wrong
        told = found + wrong
        print(
            f"half {half}: found {found} of {shares.all['advice']}, and {wrong} wrongly of"
            f" {shares.all['none']}"
        )
        print(f"  {found / max(1, told):.0%} of what is told is right")


def _print_files(paths: list[Path], rules: Iterable) -> None:
    files = [f for path in paths for f in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for path in filter(Path.is_file, files):
        parts = re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace"))
        counts: dict[str, int] = defaultdict(int)
        for part in parts:
            for code in {problem.fault.code for problem in judge(part, rules)}:
                counts[code] += 1
        told = ", ".join(f"{code} {count}" for code, count in sorted(counts.items())) or "nothing"
        print(f"{path.name}: {len(parts)} paragraphs; {told}")


if __name__ == "__main__":
    what, *names = sys.argv[1:]
    if names:
        _print_files([Path(name) for name in names], PRIVACY if what == "privacy" else ADVICE)
    elif what == "privacy":
        _print_personal()
    else:
        _print_advice()
