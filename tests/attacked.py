"""A project in which whatever a contributor can write tries to run a script."""

import copy
import shutil
from pathlib import Path
from typing import Any

import yaml
from command import ROOT, SITE
from payloads import Stock, make_payloads
from PIL import Image

STORIES = 40
BLOCKS = 100
CONSENT = {
    "reference": "FH-2026-014",
    "scope": ["website", "feeds", "social", "print"],
    "given": "2026-02-11",
}
# Names that every computer can hold; the checker refuses the others.
PICTURES = (
    "plain.webp", "a b.webp", "x' onerror='pwned=1.webp", "x onerror=pwned=3 y.webp", "a&lt;b.webp",
    "{{ pwned }}.webp", "x,y 2x.webp", "#pwned&q=1;.webp", "=1+1.webp", "%22%3E%3Cb.webp",
    "é (1).webp",
)  # fmt: skip
TABLES = ("points.csv", "x' onclick='pwned=7.csv", "javascript&colon;pwned=8.csv", "a b#c.csv")


def make_attacked(root: Path) -> list[str]:
    """Write the project into a folder; gives the payloads that were planted in it."""
    from generator.rules import RULES  # noqa: PLC0415 (imported where it is measured)

    context = Stock(make_payloads())
    shutil.copytree(SITE / "content", root / "content")
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copytree(SITE / "domains", root / "domains")
    # The checker would stop some of these; here they have to get as far as the pages.
    off = ", ".join(f'{rule.fault.code}: "off"' for rule in RULES)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    plugin = "improvement-stories:\n"
    options = f"{plugin}      search_shard: 20\n      rules: {{{off}}}\n"
    (root / "mkdocs.yml").write_text(settings.replace(plugin, options), "utf-8")
    _plant_domains(root, context)
    for number in range(STORIES):
        folder = root / f"stories/s{number:02}"
        folder.mkdir(parents=True)
        fields = _make_story(number, context)
        name = PICTURES[number % len(PICTURES)]
        Image.new("RGB", (40, 30), (number, 90, 90)).save(folder / name, "WEBP")
        fields["image"] |= {"file": name}
        _write(folder / "index.md", fields, _make_body(context, BLOCKS, name))
        _write(folder / f"actions/a{number:02}.md", _make_action(context), _make_body(context, 15))
        rows = "".join(f"{day},{number},,{_quote(context.take(120))}\n" for day in _list_days())
        data = fields["measures"][0]["file"] = TABLES[number % len(TABLES)]
        (folder / data).write_text(f"date,value,n,note\n{rows}", "utf-8")
    return context.planted


def _list_days() -> list[str]:
    return [f"20{25 + month // 12}-{month % 12 + 1:02}-01" for month in range(16)]


def _quote(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _write(path: Path, fields: dict[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, default_style='"')
    path.write_text(f"---\n{matter}---\n\n{body}\n", "utf-8")


def _make_body(context: Stock, count: int, picture: str = "") -> str:
    """Put each payload into a paragraph of its own, and close the comments that it opens."""
    parts = [f"The room was quiet. ![{context.take(100)}](<{picture}>)" if picture else "Quiet."]
    parts += [f"[The table](<./{name}>)" for name in TABLES if picture]
    for block in context.take_blocks(count):
        opens = "<!--" in block and "-->" not in block.rpartition("<!--")[2]
        parts.append(f"{block}\n\n-->" if opens else block)
    return "\n\n".join(parts)


def _make_voice(context: Stock, role: str) -> dict[str, Any]:
    return {
        "role": role,
        "quote": context.fill(400 if role == "carer" else 90),
        "said_by": context.take(190, "Mrs A "),
        "identity": "pseudonym",
        "consent": copy.deepcopy(CONSENT),
    }


def _make_measure(context: Stock) -> dict[str, Any]:
    return {
        "title": context.take(190),
        "type": "outcome",
        "definition": context.fill(700),
        "unit": context.take(80),
        "direction": "increase",
        "says": context.take(190),
    }


def _make_points(context: Stock) -> list[dict[str, str]]:
    return [
        {"date": day, "value": str(40 + at * 3), "note": context.take(190)}
        for at, day in enumerate(_list_days())
    ]


def _make_story(number: int, context: Stock) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": context.take(118),
        "summary": context.fill(275),
        "date": f"2026-0{number % 9 + 1}-01",
        "domains": ["naming", "privacy"],
        "setting": "ward",
        "pathway": "breast",
        "organisation": context.take(190),
        "team": context.take(190),
        "contact": {"name": context.take(190), "role": context.take(190), "email": "a@b.example"},
        "status": "made",
        "changed_on": "2025-09-01",
        "problem": context.fill(600),
        "aim": context.fill(600),
        "headroom": {"hours": "4", "weeks": "6", "enabled_by": context.take(190)},
        "strategic_links": ["patient-experience"],
        "involvement": {"level": "co-design", "decided_by": context.take(190)},
        "experience": [
            {"method": "interview", "from": who, "people": "9", "found": context.fill(500)}
            for who in ("patients", "staff")
        ],
        "touchpoints": [
            {"moment": context.take(190), "feelings": [context.take(190), context.take(190)]}
        ],
        "voices": [
            _make_voice(context, role) for role in ("patient", "carer", "staff", "volunteer")
        ],
        "measures": [
            _make_measure(context),
            _make_measure(context)
            | {"points": _make_points(context)}
            | {"rebase": [{"date": "2026-01-01", "reason": context.take(400)}]},
        ],
        "spread": context.fill(400),
        "limitations": context.fill(400),
        "lessons": [context.take(400) for _ in range(4)],
        "source": {"title": context.take(190), "url": "https://x.example/?q=1&pwned=2;b"},
        "image": {"alt": context.take(190), "credit": context.take(190)},
        "aliases": [f"old-{number}"],
    }
    if number:
        made |= {"adapted_from": f"s{number - 1:02}", "adapted": context.fill(400)}
    return made


def _make_action(context: Stock) -> dict[str, Any]:
    return {
        "title": context.take(118),
        "summary": context.fill(275),
        "status": "made",
        "made_on": "2026-01-01",
        "by": context.take(190),
        "with": context.take(190),
        "quick_win": "true",
        "voices": [_make_voice(context, "staff")],
        "measures": [_make_measure(context) | {"points": _make_points(context)}],
    }


def _plant_domains(root: Path, context: Stock) -> None:
    for order, slug in enumerate(("naming", "privacy"), 1):
        fields = {
            "title": context.take(118),
            "statement": context.take(190),
            "order": str(order),
            "short": "<b onclick=pwned>",
        }
        _write(root / f"domains/{slug}.md", fields, _make_body(context, 30))
    path = root / "domains/vocabulary.yml"
    vocabulary = yaml.safe_load(path.read_text("utf-8"))
    for kind, terms in vocabulary.items():
        for term in terms.values():
            term |= {"label": context.take(60), "about": context.take(190)}
            term["aliases"] = [context.take(190) for _ in range(3)]
            if kind == "priorities":
                term["owner"] = context.take(190)
    path.write_text(yaml.safe_dump(vocabulary, allow_unicode=True), "utf-8")
    framework = {
        "title": context.take(118),
        "source": {"title": context.take(190), "url": "https://x.example/a"},
        "attribution": context.fill(600),
    }
    _write(root / "domains/index.md", framework, _make_body(context, 20))
