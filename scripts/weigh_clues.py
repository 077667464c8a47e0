"""Learn how much each word around a day or a number says that it is one patient's.

Reads the sentences in tests/quality, but for those that are kept to measure by, and writes a table
of weights for every sign with clues beside generator/rules/personal_data/clues.py. Weights are
those of a logistic regression over clues that occur twice, each first scaled by how unevenly it is
found in sentences of the two sorts. Prints how many sentences are found, and told of in vain, by
weights that were learnt without their writer's. Needs scikit-learn, which `make bench` sets up.

Source: Wang and Manning, Baselines and Bigrams (2012).
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import measuring  # noqa: E402 (the tests are no package)

from generator.model.problem import Sign  # noqa: E402
from generator.rules import RULES  # noqa: E402
from generator.rules.personal_data.clues import list_clues  # noqa: E402
from generator.rules.personal_data.signs import read_sentence  # noqa: E402

TABLES = ROOT / "generator/rules/personal_data"
# How often each clue is taken to have been met besides, how freely weights may grow, below what a
# weight is left out, and what is added to all: to miss a value is worse than to tell one in vain.
# The last two are in tenths, as weights are.
BESIDES, FREEDOM, LEAST, EAGER = 0.5, 0.5, 2, 8
FOLDS = 8


class Sentence(NamedTuple):
    """The clues around each value in a sentence, and whether these are one person's."""

    values: list[set[str]]
    is_own: bool


Lot = list[Sentence]


def main() -> None:
    """Write a table for every sign that has clues, and print how far it can be trusted."""
    for rule in RULES:
        for sign in rule.fault.signs:
            if sign.clues:
                lots = list(list_lots(sign, rule.fault.code))
                weights = learn(lots)
                (TABLES / f"{sign.clues}.json").write_text(write_table(weights), encoding="utf-8")
                print(f"{sign.clues}: {len(weights)} clues; {tell_trust(lots)}")


def list_lots(sign: Sign, code: str) -> Iterator[Lot]:
    """List the sentences of each writer, as a fault's sign sees them."""
    kind = next(kind for kind, own in measuring.CODES.items() if own == code)
    for half in measuring.list_halves("personal"):
        if half not in measuring.KEPT:
            ordinary = measuring.read_texts(f"ordinary-{half}")
            others = [{"text": text, "kind": "none"} for text in ordinary]
            yield _read(sign, kind, measuring.read_texts(f"personal-{half}") + others)
    for half in measuring.list_halves("clues"):
        yield _read(sign, kind, measuring.read_texts(f"clues-{half}"))
    # The sample tells no such thing.
    stories = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("stories/**/*.md")))
    bodies = (story.partition("\n---\n")[2] for story in stories)
    yield _read(sign, kind, [{"text": text, "kind": "none"} for text in bodies])


def _read(sign: Sign, kind: str, cases: Iterable[Mapping[str, str]]) -> Lot:
    return [
        Sentence(_list_values(sign, text), own == kind)
        for text, own in ((case["text"], case["kind"]) for case in cases)
        if own in {kind, "none"}
    ]


def _list_values(sign: Sign, text: str) -> list[set[str]]:
    spans = (found.span() for found in sign.pattern.finditer(text))
    return [list_clues(text, span, read_sentence(text, *span)) for span in spans]


def learn(lots: Iterable[Lot]) -> dict[str, int]:
    """Learn the weight of each clue; under no clue, that with which every value begins."""
    # Of several values in one sentence, any may be the one.
    cases = [
        (clues, sentence.is_own, 1 / len(sentence.values) if sentence.is_own else 1)
        for lot in lots
        for sentence in lot
        for clues in sentence.values
    ]
    often = Counter(clue for clues, _, _ in cases for clue in clues)
    own = Counter(clue for clues, is_own, _ in cases if is_own for clue in clues)
    all_own = sum(is_own for _, is_own, _ in cases)
    scales = {
        clue: abs(
            math.log((own[clue] + BESIDES) / (all_own + 2 * BESIDES))
            - math.log((count - own[clue] + BESIDES) / (len(cases) - all_own + 2 * BESIDES))
        )
        for clue, count in often.items()
        if count > 1
    }
    table = DictVectorizer()
    rows = table.fit_transform(
        [{clue: scales[clue] for clue in clues if clue in scales} for clues, _, _ in cases]
    )
    found = LogisticRegression(C=FREEDOM, max_iter=5000).fit(
        rows, [is_own for _, is_own, _ in cases], [share for _, _, share in cases]
    )
    weights = {
        clue: round(10 * float(weight) * scales[clue])
        for clue, weight in zip(table.get_feature_names_out(), found.coef_[0], strict=True)
    }
    kept = {clue: weight for clue, weight in weights.items() if abs(weight) >= LEAST}
    return {"": round(10 * float(found.intercept_[0])) + EAGER, **kept}


def tell_trust(lots: list[Lot]) -> str:
    """Tell how often weights are right that were learnt without the writer of a sentence."""
    right: Counter[bool] = Counter()
    every: Counter[bool] = Counter()
    for fold in range(FOLDS):
        weights = learn(lot for at, lot in enumerate(lots) if at % FOLDS != fold)
        for sentence in (each for lot in lots[fold::FOLDS] for each in lot):
            sums = (weights[""] + sum(weights.get(clue, 0) for clue in clues)
                    for clues in sentence.values)  # fmt: skip
            every[sentence.is_own] += 1
            right[sentence.is_own] += any(each > 0 for each in sums)
    return (
        f"by others' alone {right[True]} of {every[True]} are found, and {right[False]} of"
        f" {every[False]} told in vain"
    )


def write_table(weights: Mapping[str, int]) -> str:
    """Write a table with a line for each weight, the greatest first, and the clues that have it."""
    by_weight: dict[int, list[str]] = {}
    for clue, weight in sorted(weights.items()):
        by_weight.setdefault(weight, []).append(clue)
    lines = (
        f"{json.dumps(str(weight))}: {json.dumps(clues, ensure_ascii=False)}"
        for weight, clues in sorted(by_weight.items(), reverse=True)
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
