"""Drafts: records that are not written yet, the questions that lead to them, and their files.

Answers go in, from a terminal, a page, a Word document or an issue; the text of a file comes out.
Reads and writes nothing itself: `read/` makes drafts of what people send, `publish/drafts.py` puts
them on disk.
"""

from generator.draft.answers import find_question, parse_answer, parse_day
from generator.draft.questions import (
    Choice,
    Question,
    ask,
    ask_action,
    ask_story,
    steps_of,
)
from generator.draft.slug import make_slug
from generator.draft.steps import Step
from generator.draft.values import Draft
from generator.draft.write import LEFT, PROMPT, join_body, write_draft

__all__ = [
    "LEFT",
    "PROMPT",
    "Choice",
    "Draft",
    "Question",
    "Step",
    "ask",
    "ask_action",
    "ask_story",
    "find_question",
    "join_body",
    "make_slug",
    "parse_answer",
    "parse_day",
    "steps_of",
    "write_draft",
]
