"""Comments in a body: no reader sees them, and those who keep the file are told what they hold."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.pipeline import Checked, Project, check
from generator.load.markdown import hide_comments, list_comments
from generator.pages.markdown_html import render_markdown

FIELDS = """---
title: Turned the screen round
status: made
made_on: 2026-03-01
domains: [naming]
---
"""


def read(root: Path, body: str) -> Checked:
    for folder in ("stories/actions", "domains", "content"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "stories/actions/screen.md").write_text(f"{FIELDS}\n{body}\n", encoding="utf-8")
    return check(Project(root), dt.date(2026, 11, 23))


def render(root: Path, body: str) -> str:
    collection = read(root, body).collection
    return render_markdown(collection.actions[0], "actions/screen/", collection)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("We turned it. <!-- when? --> It held.", "<p>We turned it. It held.</p>"),
        ("We turned it <!-- when? -->\nand left it.", "<p>We turned it\nand left it.</p>"),
        ("We turned it.\n\n<!-- a\n\nb -->\n\nIt held.", "<p>We turned it.</p>\n<p>It held.</p>"),
        ("<!-- a\nb --> It held.", "<p>It held.</p>"),
        ("- <!-- a --> One\n- Two", "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>"),
        ("<!-- ## A heading -->\n\nIt held.", "<p>It held.</p>"),
        ("It held. <!-- [x](y.md) -->", "<p>It held.</p>"),
        ("It held. <!-- <script>x</script> -->", "<p>It held.</p>"),
        ("<!---->It held.<!-- --->", "<p>It held.</p>"),
        ("| a | b |\n|---|---|\n| 1 <!-- c --> | 2 |", "<td>1</td>"),
    ],
)
def test_a_comment_is_not_shown_and_disturbs_nothing_around_it(tmp_path, written, shown):
    html = render(tmp_path, written)
    assert shown in re.sub(" +", " ", html)
    assert "--" not in html
    assert "<pre>" not in html


@pytest.mark.parametrize(
    "written",
    [
        "A prompt is `<!-- Write here: so -->` in a file.",
        "So:\n\n    <!-- Write here: so -->\n",
        "So:\n\n```\n<!-- Write here: so -->\n```\n",
        "So: \\<!-- Write here: so -->",
        "So: <!-- never closed",
    ],
)
def test_what_is_code_or_is_no_comment_is_shown_as_it_was_typed(tmp_path, written):
    assert "&lt;!-- " in render(tmp_path, written)
    assert list_comments(written) == ()


def test_hidden_words_are_in_no_link_and_no_search_and_lines_stay_where_they_were(tmp_path):
    body = "One. <!-- [gone](nowhere.md)\nSECRET -->\n\nTwo, and [gone](away.md)."
    checked = read(tmp_path, body)
    action = checked.collection.actions[0]
    assert "SECRET" not in action.body.markdown
    assert [(link.target, link.place.line) for link in action.body.links] == [("away.md", 11)]


def test_personal_data_in_a_comment_are_found_for_the_file_is_public(tmp_path):
    body = "We turned it.\n\n<!-- Hers is 943 476 5919. -->"
    found = [p for p in read(tmp_path, body).problems if p.fault.is_private]
    assert [(p.fault.name, p.place.line, p.place.column) for p in found] == [("nhs-number", 10, 14)]


@given(st.text(st.sampled_from("ab <!->-\n`#*\\"), max_size=80))
def test_hiding_keeps_every_line_and_every_other_sign(text):
    hidden = hide_comments(text)
    assert hidden.count("\n") == text.count("\n")
    kept = "".join(
        text[end:start]
        for (_, end), (start, _) in zip(
            ((0, 0), *list_comments(text)), (*list_comments(text), (len(text), 0)), strict=True
        )
    )
    assert hidden.split() == kept.split() or "".join(hidden.split()) == "".join(kept.split())


def test_many_comments_cost_no_more_than_a_long_text():
    assert len(list_comments("<!-- a -->" * 20_000)) == 20_000
    assert list_comments("<!--" * 60_000) == ()
