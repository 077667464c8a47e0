"""Every way in for a story: the questions, once, what answers them, and drafts of records.

Answers go in, from a terminal, a page, a Word document or an issue; the text of a file comes out.
`readers.py` knows which module makes drafts of what people send, `place_drafts.py` puts them on
disk.
"""

from generator.intake.answers import find_question, parse_answer
from generator.intake.draft import Draft
from generator.intake.draft_writer import join_body, write_draft
from generator.intake.questions import (
    FORMS,
    Choice,
    Question,
    ask,
    ask_action,
    ask_story,
    ask_update,
    steps_of,
)
from generator.intake.steps import Step
from generator.model.slug import make_slug

__all__ = [
    "FORMS",
    "Choice",
    "Draft",
    "Question",
    "Step",
    "ask",
    "ask_action",
    "ask_story",
    "ask_update",
    "find_question",
    "join_body",
    "make_slug",
    "parse_answer",
    "steps_of",
    "write_draft",
]
