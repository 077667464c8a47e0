"""The forms for Word as files of the site, made of the questions that its own forms ask.

A form is never out of date: its key is its questions, and another framework asks others.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.build.page_keys import Keys
from generator.intake import FORMS, Question
from generator.model.site_identity import SiteIdentity
from generator.pages.site_context import SiteContext
from generator.pages.types import Output, RecordOutputs


def list_word_forms(context: SiteContext, keys: Keys) -> Iterator[Output]:
    """Make the sheets of the forms, which templates find at `tell/story.docx` and its like."""
    web = context.web
    for kind, ask in FORMS.items():
        questions = ask(context.collection)
        key = keys.of("word form", kind, repr(questions), repr((web.palette, web.logo)), web.name)
        yield Output(f"tell/{kind}.docx", key, partial(_make_form, kind, questions, web))


def _make_form(kind: str, questions: Sequence[Question], web: SiteIdentity) -> RecordOutputs:
    from generator.intake.word_form import write_word_form  # noqa: PLC0415 (slow to import)

    content = write_word_form(questions, web.name, web.palette, kind, web.logo)
    return RecordOutputs(binaries={f"tell/{kind}.docx": content})
