"""The rules about consent: each voice that is left out is reported, once, and no other is."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.pipeline import Project, check, render
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.model import Origin, Story
from generator.model.base import Body
from generator.model.site_identity import SiteIdentity
from generator.model.voice import Consent, Voice
from generator.rules import RULES
from generator.rules.rule import Context

TODAY = dt.date(2026, 11, 23)
CONSENT = [rule for rule in RULES if rule.fault.code.startswith("C")]
ENDS_IT = {"C101", "C102", "C103", "C105"}

days = st.dates(dt.date(2022, 1, 1), dt.date(2030, 1, 1)) | st.sampled_from(
    [TODAY + dt.timedelta(days) for days in (-1, 0, 1)]
)
scopes = st.lists(st.sampled_from(["website", "feeds", "social", "print"]), min_size=1, unique=True)
consents = st.builds(
    Consent,
    reference=st.just("FH-2026-014"),
    scope=scopes.map(tuple),
    given=days,
    review=st.none() | days,
    expires=st.none() | days,
    withdrawn=st.none() | days,
)
voices = st.builds(
    Voice,
    role=st.sampled_from(["patient", "carer", "staff", "volunteer", "other"]),
    quote=st.just("Thirty years a Peggy."),
    said_by=st.just("Peggy Marsh"),
    identity=st.sampled_from(["named", "first-name", "pseudonym", "anonymous"]),
    consent=st.none() | consents,
)


def _judge(*spoken: Voice) -> list[str]:
    fields = {
        "title": "A slate on the tea trolley",
        "summary": "A slate hangs on the tea trolley now.",
        "date": "2026-06-15",
        "domains": ["naming"],
        "status": "made",
        "voices": spoken,
    }
    origin = Origin("stories/a-slate.md", "a-slate", "stories", Body("Tea.", 1))
    story = Story.model_validate(fields, context=origin)
    context = Context(link([story]), Findings(), TODAY)
    found = (problem for rule in CONSENT for problem in rule.find(story, rule.fault, context))
    return [problem.fault.code for problem in found]


@given(voices)
def test_a_voice_that_is_left_out_is_reported_once_and_says_why(voice: Voice) -> None:
    found = _judge(voice)
    leaves_out = [code for code in found if code in ENDS_IT]
    if voice.may_be_shown("website", TODAY):
        assert leaves_out == []
        return
    if voice.identity == "named" and not leaves_out:
        assert "C106" in found
    else:
        assert len(leaves_out) == 1


@given(st.lists(voices, max_size=4))
def test_each_voice_is_judged_by_itself(spoken: list[Voice]) -> None:
    alone = [code for voice in spoken for code in _judge(voice)]
    assert sorted(_judge(*spoken)) == sorted(alone)


@pytest.mark.site
def test_a_build_goes_on_without_the_voice_that_was_withdrawn(project: Path) -> None:
    path = project / "stories/2026/a-quiet-room/index.md"
    text = path.read_text(encoding="utf-8")
    given = "given: 2026-02-23\n"
    assert given in text
    path.write_text(text.replace(given, f"{given}      withdrawn: 2026-10-05\n"), encoding="utf-8")
    checked = check(Project(project), TODAY)
    assert "C103" in {problem.fault.code for problem in checked.problems}
    assert not checked.has_errors
    pages = str(render(checked, TODAY, SiteIdentity()))
    assert "I remember the watch on the wrist" in text
    assert "I remember the watch on the wrist" not in pages
