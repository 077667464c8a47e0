"""A story as others cite it: in words, in BibTeX, and in RIS for reference managers."""

import datetime as dt
import re
from dataclasses import dataclass

from generator.model import Story
from generator.pages.labels import list_tellers, say_date

# TeX has no escape for a brace that keeps the count of braces even, so it is named.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}  # fmt: skip
_TEX_SIGN = re.compile("[" + re.escape("".join(_TEX)) + "]")


@dataclass(frozen=True, slots=True)
class CitedStory:
    """What a citation names; `url` is empty where the site has no address yet."""

    slug: str
    title: str
    summary: str
    authors: tuple[str, ...]
    domains: tuple[str, ...]
    site: str
    url: str
    date: dt.date
    updated: dt.date | None
    note: str


def list_authors(story: Story, site: str) -> tuple[str, ...]:
    """Find who tells a story: the team and its organisation, else the site itself."""
    return list_tellers(story) or (site,)


def cite_in_words(work: CitedStory) -> str:
    """Cite a story in words: who, when, what, where."""
    changed = f" Last changed {say_date(work.updated)}." if work.updated else ""
    note = f" {work.note}." if work.note else ""
    end = "" if work.title.endswith((".", "?", "!")) else "."
    site = "" if work.authors == (work.site,) else f" {work.site}."
    words = f"{', '.join(work.authors)} ({work.date.year}). {work.title}{end}{note}{site}{changed}"
    return _flatten(f"{words} {work.url}")


def cite_in_bibtex(work: CitedStory) -> str:
    """Cite a story as a BibTeX entry."""
    fields = {
        "author": " and ".join(f"{{{_escape(name)}}}" for name in work.authors),
        "title": f"{{{_escape(work.title)}}}",
        "howpublished": _escape(work.site),
        "year": str(work.date.year),
        "month": f"{work.date:%b}".lower(),
        "note": _escape(work.note),
        "keywords": _escape(", ".join(work.domains)),
        "url": work.url,
    }
    lines = [
        f"  {name} = {value if name == 'month' else '{' + value + '}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{work.slug},", *lines, "}", ""])


def cite_in_ris(work: CitedStory) -> str:
    """Cite a story as an RIS record; a comma would divide a team's name like a person's."""
    lines = [("TY", "ELEC"), *(("AU", name.replace(",", " –")) for name in work.authors)]
    lines += [("TI", work.title), ("T2", work.site), ("AB", work.summary)]
    lines += [("PY", str(work.date.year)), ("DA", f"{work.date:%Y/%m/%d}/")]
    lines += [("KW", domain) for domain in work.domains]
    lines += [("N1", work.note), ("UR", work.url)]
    told = [f"{tag}  - {_flatten(value)}" for tag, value in lines if value]
    return "\n".join([*told, "ER  - ", ""])


def _escape(text: str) -> str:
    return _TEX_SIGN.sub(lambda found: _TEX[found[0]], _flatten(text))


def _flatten(text: str) -> str:
    """Write a text on one line, as these formats want it."""
    return " ".join(text.split())
