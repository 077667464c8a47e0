"""HTML in the text, which is shown as it was typed.

Why: A story is written in Markdown alone, so that nobody can bring a program into the site with it.
A reader sees the angle brackets.

Instead: Write **bold** and *italic* as Markdown does, and leave a blank line between paragraphs.
Put what is meant to be seen as typed between backticks.

Example:
    The <b>first</b> week was the hardest.
"""

import re
from collections.abc import Iterator

from generator.model import WRITTEN, Action, Domain, Story
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import blank_code, list_passages
from generator.rules.rule import Context, rule

_TAG = re.compile(
    r"<!--|</?(?:a|abbr|article|audio|b|big|blockquote|br|button|center|cite|code|del|details|div"
    r"|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li"
    r"|link|main|mark|meta|nav|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style"
    r"|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_LONGEST = 40
_KIND = re.compile(r"(?<=<)[a-z]+[1-6]?", re.IGNORECASE)
_PICTURE = "Write a picture as ![what it shows](its-file.jpg)."
_INSTEAD = {
    "a": "Write a link as [its words](its-address).",
    **dict.fromkeys(("img", "figure", "figcaption", "svg"), _PICTURE),
    **dict.fromkeys(
        ("table", "tbody", "thead", "tr", "td", "th"),
        "Write a table with a | between its cells, and | --- | under its first row.",
    ),
    **dict.fromkeys(("ul", "ol", "li"), "Write a list with a dash and a space before each item."),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write a heading as ## and its words."),
    **dict.fromkeys(("br", "p", "div"), "Leave a blank line between paragraphs."),
    **dict.fromkeys(
        ("iframe", "video", "audio", "embed", "object"), "Link to it: [what it is](its-address)."
    ),
}


@rule(
    "T105",
    "html-shown-as-text",
    Severity.ADVICE,
    doc=__doc__,
    on=WRITTEN,
    can_be_allowed=True,
)
def RULE(record: Story | Action | Domain, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find the first HTML tag or comment of a text; the others are of the same mind."""
    for passage in list_passages(record, holding=("<",)):
        if found := _TAG.search(blank_code(passage.text)):
            tag = found[0] if len(found[0]) <= _LONGEST else f"{found[0][:_LONGEST]}…"
            message = f"HTML such as “{tag}” is shown on the page as text."
            kind = _KIND.search(found[0])
            hint = _INSTEAD.get(kind[0].lower(), "") if kind else ""
            yield fault.at(passage.place(found.start()), message, hint)
            return
