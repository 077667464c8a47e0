"""A link to a file or to a part of a page that is not there.

Why: a reader who follows a link and finds nothing does not try the next one.

Instead: Link to the other file by its path from this one, such as ../a-quiet-room/index.md.

Example:
    [the quiet room](../a-quite-room/index.md)
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, relpath

from generator.load.markdown import list_headings, parse_markdown
from generator.model import WRITTEN, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, rule

_OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r"//|www\.|(?:[\w-]{1,63}\.){1,9}(?:com|org|net|uk|eu|int)(?:/|$)", re.IGNORECASE
)
# An address with a mistyped scheme before it, or with none.
_MAIL = re.compile(
    r"(?:[a-z]{1,9}[:;]/{0,2})?([\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9})", re.IGNORECASE
)
_CALL = re.compile(r"[a-z]{1,9}[:;](\+?[\d-]{7,20})", re.IGNORECASE)
_SITE = re.compile(r"[a-z]{1,9}[:;]/{1,3}([^/].*)", re.IGNORECASE | re.DOTALL)
_MOST = 20  # guesses a record: each compares an address with every path there is


@rule("R608", "link-broken", Severity.ERROR, doc=__doc__, on=WRITTEN)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find links within the site that lead nowhere."""
    collection = context.collection
    anchors_of: dict[str, set[str]] = {}
    guesses: dict[str, str] = {}
    for link in record.links:
        if link.is_picture or _OUTSIDE.match(link.target):
            continue
        path, _, fragment = link.target.partition("#")
        if collection.resolve(record.path, link.target) is None:
            if collection.is_unread(record.path, path):
                continue
            if (asset := collection.asset_at(record.path, path)) and asset.kind == "workbook":
                message = f"“{link.written}” is a workbook, which is never published itself."
                hint = "Name it in the `file` of a measure: the page then offers its points."
                yield fault.at(link.place, message, hint)
                continue
            message = f"The link “{link.written}” leads nowhere."
            if path not in guesses:
                guesses[path] = _explain(path) or (
                    "" if len(guesses) > _MOST else _guess(record, path, context)
                )
            yield fault.at(link.place, message, guesses[path])
        elif fragment and (goal := collection.record_at(record.path, path)):
            if goal.path not in anchors_of:
                headings = list_headings(parse_markdown(goal.body.markdown))
                anchors_of[goal.path] = {anchor for _, _, anchor in headings}
            anchors = anchors_of[goal.path]
            if fragment not in anchors:
                message = f"There is no heading “{fragment}” on the page that this leads to."
                hint = f"There are: {', '.join(sorted(anchors))}." if anchors else ""
                yield fault.at(link.place, message, hint)


def _explain(target: str) -> str:
    """Explain what no path to a file looks like; empty if it may be one."""
    if _WITHOUT_SCHEME.match(target):
        return f"Write https:// before the name of another site: https://{target.lstrip('/')}"
    if mail := _MAIL.fullmatch(target):
        return f"Write mailto: before an e-mail address: mailto:{mail[1]}"
    if call := _CALL.fullmatch(target):
        return f"Write tel: before a telephone number: tel:{call[1]}"
    if site := _SITE.fullmatch(target):
        return f"The address of another site begins with https://: https://{site[1]}"
    if "%5C" in target.upper() or "\\" in target:
        return "Write / between the parts of a path, and not a backslash."
    return ""


def _guess(record: Record, target: str, context: Context) -> str:
    collection = context.collection
    paths = [*collection.record_by_path, *collection.assets, *collection.pages]
    near = {relpath(path, dirname(record.path)): path for path in paths}
    found = get_close_matches(target, near, 1, 0.6)
    return f"Did you mean “{found[0]}”?" if found else ""
