"""What the form's script has to know, as JSON: fields with their limits, sentences and signs.

The sentences are the checker's own and so are the signs of personal data; Python's patterns are
written here as JavaScript reads them. Nothing is said twice by hand.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.collection.consent import HEARD
from generator.evidence.comparison import FEWEST
from generator.intake.steps import BODIES
from generator.intake.web_form_fields import Field
from generator.load.points import ways
from generator.model import Action, Story
from generator.model.field import is_money, words_of
from generator.model.field_types import (
    ADDRESS,
    EARLIEST_YEAR,
    EMAIL,
    FORBIDDEN,
    LANGUAGE,
    LATEST_YEAR,
    SLUG,
)
from generator.model.problem import Fault, Sign
from generator.model.pseudonym import MARK, SAYS_SO
from generator.model.schema import describe_record
from generator.model.site_identity import SiteIdentity
from generator.model.slug import TAKEN
from generator.model.voice import EXPIRY_MONTHS
from generator.rules.evidence.percentage_over_100 import SHARE
from generator.rules.personal_data.clues import read_table
from generator.rules.personal_data.signs import SENTENCE_END

LONGEST_ADDRESS = 7000
LONGEST_MAIL = 1800
_SHAPES = {
    "contact.email": ("email", EMAIL),
    "source.url": ("address", ADDRESS),
    "adapted_from": ("slug", SLUG),
    "language": ("language", LANGUAGE),
    "actions.language": ("language", LANGUAGE),
    "voices.language": ("language", LANGUAGE),
}
# What lies behind whoever tells it; the rule about dates to come judges the same.
_PAST = frozenset(
    {
        "date", "changed_on", "voices.consent.given", "measures.points.date", "measures.events",
        "measures.observed.from", "measures.observed.to",
        "actions.started_on", "actions.made_on", "actions.stopped_on",
    }
)  # fmt: skip
_MONEY = frozenset(path for path, made in Story.model_fields.items() if is_money(made))
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\.|\(\?P<|\(\?P=(\w+)\)", re.DOTALL)
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_UNSEEN = re.compile(r"[^ -~]")
_SYNTAX = r"\^$.*+?()[]{}|/"
_LETTER = r"\p{L}\p{N}_"


def describe_form(fields: Iterable[Field], faults: Iterable[Fault], web: SiteIdentity) -> str:
    """Describe the form in JSON, for the script of its page."""
    faults = tuple(faults)
    schema = describe_record(Story)
    limits = dict(_find_limits(schema, schema.get("$defs", {}), ""))
    of_action = describe_record(Action)
    limits |= _find_limits(of_action, of_action.get("$defs", {}), "actions.")
    order = [*schema["properties"], *(path for path, _, _ in BODIES["story"]), "actions"]
    known = {field.question.path: field for field in fields}
    ranked = sorted(known, key=order.index)
    return json.dumps(
        {
            "fields": [_describe(known[path], limits) for path in ranked],
            "says": {fault.code: _list_sayings(fault) for fault in faults if fault.says},
            "signs": [
                {"code": fault.code, "severity": fault.severity.value, **_describe_sign(sign)}
                for fault in faults
                for sign in fault.signs
            ],
            "sentence_end": write_script(SENTENCE_END),
            "clues": {
                sign.clues: read_table(sign.clues)
                for fault in faults
                for sign in fault.signs
                if sign.clues
            },
            "forbidden": write_script(FORBIDDEN),
            "headings": _list_headings(),
            "pseudonym": {"mark": MARK, "says_so": write_script(SAYS_SO)},
            "taken": sorted(TAKEN),
            "years": [EARLIEST_YEAR, LATEST_YEAR],
            "share": write_script(SHARE),
            "expiry_months": EXPIRY_MONTHS,
            "fewest": FEWEST,
            "send": {
                "mail": web.mail,
                "receiver": web.receiver,
                "repo": repository_url(web),
                "branch": web.branch,
                "longest": LONGEST_ADDRESS,
                "longest_mail": LONGEST_MAIL,
                "site": web.name,
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def repository_url(web: SiteIdentity) -> str:
    """Find the address at which a new file can be proposed: GitHub's, or none."""
    return web.repo if web.repo.startswith("https://github.com/") else ""


def _list_headings() -> dict[str, str]:
    """List what stands above each field on the page that the preview shows, by path."""
    fields = {made.alias or name: made for name, made in Story.model_fields.items()}
    told = {path: words_of(made).heading for path, made in fields.items()}
    return HEARD | {path: heading for path, heading in told.items() if heading}


def _describe(field: Field, limits: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    question = field.question
    is_chosen = field.form in {"choice", "choices"}
    described: dict[str, Any] = {
        "path": question.path,
        "name": question.name,
        "label": question.label,
        "form": field.form,
        "about": question.about,
        "required": question.is_required,
        "past": question.path in _PAST,
        "choices": [choice.value for choice in question.choices] if is_chosen else [],
        "heading": question.heading,
        "money": question.path in _MONEY,
        **({} if is_chosen else limits.get(question.path, {})),
    }
    if question.path in _SHAPES:
        shape, pattern = _SHAPES[question.path]
        described |= {"shape": shape, "pattern": write_script(pattern)}
    parts = (*field.parts, *field.rare)
    order = [part.path for part in question.parts]
    described["parts"] = [
        _describe(part, limits)
        for part in sorted(parts, key=lambda p: order.index(p.question.path))
    ]
    return {
        key: value
        for key, value in described.items()
        if value not in ("", []) and value is not False
    }


def _find_limits(
    part: Mapping[str, Any], parts: Mapping[str, Any], before: str
) -> Iterator[tuple[str, dict[str, float]]]:
    """Find the limits of every field by its path: characters, and numbers from and to."""
    names = {"minLength": "least", "maxLength": "most", "minimum": "low", "maximum": "high"}
    for name, field in part.get("properties", {}).items():
        item = field.get("items", field)
        yield before + name, {names[key]: item[key] for key in names if key in item}
        if inner := parts.get(item.get("$ref", "").rpartition("/")[2]):
            yield from _find_limits(inner, parts, f"{before}{name}.")


def _list_sayings(fault: Fault) -> dict[str, list[str]]:
    return {kind: [message, hint or fault.instead] for kind, (message, hint) in fault.says.items()}


def _describe_sign(sign: Sign) -> dict[str, Any]:
    return {
        "find": write_script(sign.pattern),
        "group": sign.group,
        "after": write_script(sign.after) if sign.after else None,
        "not_after": write_script(sign.not_after) if sign.not_after else None,
        "reach": sign.reach,
        "near": [write_script(pattern) for pattern in sign.near],
        "not_near": write_script(sign.not_near) if sign.not_near else None,
        "not_before": write_script(sign.not_before) if sign.not_before else None,
        "in_address": sign.in_address,
        "unless": [write_script(pattern) for pattern in sign.unless],
        "clues": sign.clues,
    }


def write_ways() -> str:
    """Write the table of how figures are read as a script that holds nothing else."""
    table = {
        "dates": [write_script(way.pattern) for way in ways.DATES],
        "before_date": write_script(ways.BEFORE_DATE),
        "total": write_script(ways.TOTAL),
        "number": write_script(ways.NUMBER),
        "percent": write_script(ways.PERCENT),
        "by_space": write_script(ways.BY_SPACE),
        "gaps": sorted(ways.GAPS),
        "headings": {word: name for name, words in ways.HEADINGS.items() for word in words},
        "months": list(ways.MONTHS),
    }
    told = json.dumps(table, ensure_ascii=False, indent=1)
    return (
        "// @ts-check\n// How figures are read: written by `make fix` from the checker's table.\n"
        f"export const TABLE = String.raw`{told}`;\n"
    )


def write_script(pattern: re.Pattern[str]) -> list[str]:
    """Write a pattern as JavaScript reads it: its source and its flags.

    Letters are letters of any script in both, names of groups are written without the P, and what
    JavaScript refuses to see escaped is not.
    """
    flags = "u" + ("i" if pattern.flags & re.IGNORECASE else "")
    source = _CLASS.sub(_rewrite, pattern.pattern)
    return [_UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", source), flags]


def _rewrite(found: re.Match[str]) -> str:
    piece = found[0]
    if piece == "(?P<":
        return "(?<"
    if found[1]:
        return rf"\k<{found[1]}>"
    if piece.startswith("["):
        return _ESCAPED.sub(lambda each: _escape(each[0], _LETTER, "-"), piece)
    return _escape(piece, f"[{_LETTER}]")


def _escape(piece: str, letter: str, also: str = "") -> str:
    if piece == r"\w":
        return letter
    return piece if piece[1].isalnum() or piece[1] in _SYNTAX + also else piece[1]
