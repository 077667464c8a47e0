"""A format is added by a file and a line: here both are this test."""

import pytest
from test_feeds import TODAY, WEB, make_domain, make_story

from generator.collection.link import link
from generator.collection.story_evidence import judge_records
from generator.exports.export_format import Format, Told
from generator.exports.formats import FORMATS
from generator.exports.record_files import make_joined_documents, make_record_documents
from generator.pages.outline import outline_record
from generator.pages.site_context import SiteContext
from generator.pages.types import Document, JoinedFile, PartsByFile

VOICE = {"role": "patient", "said_by": "Peggy", "identity": "pseudonym"}
CONSENT = {"reference": "F-1", "given": "2026-01-05"}


def _tell(told: Told) -> str:
    """Tell each section in a line, as plain text."""
    lines = [f"{section.heading}: {section.plain}" for section in told.outline.sections]
    voices = [f"{v.words} ({v.speaker})" for v in told.context.find_voices(told.record)]
    return "\n".join([told.record.title, *lines, *voices])


def _join(parts: PartsByFile) -> bytes:
    return b"\n\n".join(parts.get("stories.txt", ()))


PLAIN = Format(
    documents=lambda told: [Document(f"stories/{told.record.slug}/story.txt", _tell(told))],
    shares=lambda told: {"stories.txt": _tell(told)},
    joined=lambda _: [JoinedFile("stories.txt", _join)],
)


def test_a_format_is_a_file_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "plain", PLAIN)
    said = [
        VOICE | {"quote": "Said everywhere.", "consent": CONSENT | {"scope": ["website", "feeds"]}},
        VOICE | {"quote": "Said here alone.", "consent": CONSENT | {"scope": ["website"]}},
    ]
    story = make_story(problem="Nobody asked.", team="Larch Ward", voices=said)
    known = link([story, make_story("other")], domains=[make_domain()])
    context = SiteContext(known, judge_records(known, TODAY), WEB, TODAY)
    whole = {each.address: each.content for each in make_joined_documents(context)}
    assert {"stories.txt", "stories.json", "stories.csv"} <= set(whole)
    assert whole["stories.txt"].count("A slate on the tea trolley") == 2
    assert "What was wrong: Nobody asked." in whole["stories.txt"]
    assert "Told by: Larch Ward" in whole["stories.txt"]
    assert "Said everywhere. (Peggy (not the real name))" in whole["stories.txt"]
    assert "Said here alone." not in whole["stories.txt"]
    told = Told(story, outline_record(story, context), "", context)
    beside = {each.address for each in make_record_documents(told)}
    assert "stories/a-slate/story.txt" in beside
