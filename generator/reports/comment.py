"""A proposal's problems and pages as one comment, in plain words, for the person who proposed it.

The comment is Markdown in which the author's own words can become neither a link nor a mention.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.model.problem import Problem, Severity
from generator.reports.escape import clean

MOST_TOLD = 40
_TITLES = {
    Severity.ERROR: "To be mended before it can be published",
    Severity.WARNING: "Worth another look",
    Severity.ADVICE: "Advice, if it helps",
}
# What GitHub and GitLab make something of: Markdown, HTML, mentions, numbers of issues, addresses.
_SPECIAL = re.compile(r"([\\`*_\[\]()#+|~!$^{}>])")
_JOINED = re.compile(r"(@)|(&)|(<)|(://)|(www)(?=\.)", re.IGNORECASE)
_APART = "\N{ZERO WIDTH SPACE}"


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that a proposal changes: its title, its address in the site, and its file."""

    title: str
    address: str
    path: str


def tell_comment(
    problems: Sequence[Problem], pages: Sequence[Changed], files: str = "", preview: str = ""
) -> str:
    """Tell what a proposal changes and what is to be mended.

    `files` is the address below which the proposal's files can be read, and `preview` that of the
    built site, to be downloaded.
    """
    counts = [sum(p.severity is severity for p in problems) for severity in Severity]
    lines = [f"### {_sum_up(*counts)}", ""]
    if pages:
        lines += ["What this changes:", "", *_list_pages(pages, files, preview), ""]
    if preview:
        how = " Unzip it, and open a page that is named above." if pages else ""
        lines += [f"[The site with this change]({preview}) is there to download.{how}", ""]
    for severity, count in zip(Severity, counts, strict=True):
        if count:
            lines += [f"#### {_TITLES[severity]}", ""]
            chosen = [p for p in problems if p.severity is severity]
            lines += [_tell(problem, files) for problem in chosen[:MOST_TOLD]]
            if count > MOST_TOLD:
                lines.append(f"- And {count - MOST_TOLD} more: the check lists them all.")
            lines.append("")
    if problems:
        lines += ["`stories explain CODE` says why each matters, and so does the guide.", ""]
    return "\n".join(lines).rstrip() + "\n"


def _sum_up(errors: int, warnings: int, advice: int) -> str:
    if errors:
        things = "One thing has" if errors == 1 else f"{errors} things have"
        return f"{things} to be mended before this can be published"
    if warnings:
        return "This can be published. Please look at it once more"
    return "This can be published" + (". Some advice, if it helps" if advice else "")


def _list_pages(pages: Sequence[Changed], files: str, preview: str) -> Iterator[str]:
    for page in pages[:MOST_TOLD]:
        where = f", in the download `{page.address}index.html`" if preview and page.address else ""
        yield f"- {_link(page.title, page.path, files)}{where}"
    if len(pages) > MOST_TOLD:
        yield f"- And {len(pages) - MOST_TOLD} more."


def _tell(problem: Problem, files: str) -> str:
    place = problem.place
    where = _link(f"{place.path}, line {place.line}", place.path, files, f"#L{place.line}")
    words = f"{escape(problem.message)} {escape(problem.hint)}"
    return f"- {where}: {words} ({problem.fault.code})"


def _link(title: str, path: str, files: str, anchor: str = "") -> str:
    if not files:
        return escape(title)
    # `plain=1` has GitHub number the lines of a Markdown file, and GitLab show them.
    address = f"{files}/{quote(path, errors='surrogateescape')}"
    return f"[{escape(title)}]({address}{'?plain=1' if anchor else ''}{anchor})"


def escape(text: str) -> str:
    """Make words of anybody's Markdown that shows as it was written, and points nowhere."""
    text = _SPECIAL.sub(r"\\\1", clean(" ".join(text.split())))
    return _JOINED.sub(_part, text)


def _part(found: re.Match[str]) -> str:
    if found[2]:
        return "&amp;"
    if found[3]:
        return "&lt;"
    if found[4]:
        return f":{_APART}//"
    return f"{found[0]}{_APART}"
