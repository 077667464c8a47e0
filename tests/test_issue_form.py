"""The issue form: made of the field table, filled by a person, read back into a draft."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from command import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from issue_bodies import FORM, MEASURES, QUICK_WIN, VOICES, read_form, write_issue

from generator.collection.collection import Collection
from generator.intake import Draft, Question, ask_story, steps_of
from generator.intake.decode import UnreadableError
from generator.intake.from_issue import read_issue
from generator.intake.issue_form import tell_issue_form
from generator.intake.issue_questions import LEFT_OUT, list_for_issue
from generator.mkdocs_plugin.check_site import check_site


@cache
def _read_collection() -> Collection:
    return check_site(str(ROOT / "mkdocs.yml"), None)[1].collection


@pytest.fixture
def collection() -> Collection:
    """The sample collection, whose framework the form offers."""
    return _read_collection()


def _read(text: str, collection: Collection, folder: Path) -> Draft:
    file = folder / "issue.md"
    file.write_text(text, encoding="utf-8", newline="")
    (draft,) = read_issue(file, collection)
    return draft


def _refuse(text: str, collection: Collection, folder: Path) -> str:
    with pytest.raises(UnreadableError) as refusal:
        _read(text, collection, folder)
    return str(refusal.value)


def test_the_form_is_the_one_that_the_field_table_makes(collection: Collection) -> None:
    made = tell_issue_form(ask_story(collection), steps_of("story"))
    assert FORM.read_text(encoding="utf-8") == made, "stale: make fix renews it"


def test_every_field_of_a_story_is_asked_or_left_out_on_purpose(collection: Collection) -> None:
    asked = {element.get("id") for element in read_form()["body"]}

    def walk(questions: tuple[Question, ...]) -> None:
        for question in questions:
            identifier = question.path.replace(".", "-")
            if question.path in LEFT_OUT | {"date"} or identifier in asked:
                continue
            assert question.form == "group", question.path
            walk(question.parts)

    walk(ask_story(collection))


def test_labels_and_identifiers_are_used_once() -> None:
    elements = [each for each in read_form()["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in elements]
    assert len(set(labels)) == len(labels)
    identifiers = [each["id"] for each in elements]
    assert len(set(identifiers)) == len(identifiers)
    assert len(labels) > 30


def test_what_is_required_in_a_file_is_required_in_the_form(collection: Collection) -> None:
    required = {q.path for q in list_for_issue(ask_story(collection)) if q.is_required} - {"date"}
    in_form = {
        each["id"].replace("body-done", "body.done")
        for each in read_form()["body"]
        if each.get("validations", {}).get("required")
    }
    assert in_form == required
    assert {"title", "summary", "domains", "status"} <= in_form


def test_the_whole_vocabulary_is_offered(collection: Collection) -> None:
    offered = {
        each["id"]: each["attributes"]["options"]
        for each in read_form()["body"]
        if each["type"] == "dropdown"
    }
    assert collection.vocabulary
    assert offered["setting"] == [t.label for t in collection.vocabulary.settings.values()]
    assert offered["pathway"] == [t.label for t in collection.vocabulary.pathways.values()]
    assert len(offered["domains"]) == len(collection.domains) == 8
    # GitHub keeps this word for itself and refuses the whole form.
    assert not any(option.lower() == "none" for options in offered.values() for option in options)


def test_the_form_warns_that_it_is_public_before_it_asks_anything() -> None:
    first = read_form()["body"][0]
    assert first["type"] == "markdown"
    assert "can be read at once by everybody" in first["attributes"]["value"]


def test_a_quick_win_becomes_a_draft(collection: Collection, tmp_path: Path) -> None:
    draft = _read(write_issue(QUICK_WIN), collection, tmp_path)
    assert dict(draft.fields) == {
        "title": QUICK_WIN["title"],
        "summary": QUICK_WIN["summary"],
        "domains": ["privacy"],
        "setting": "outpatients",
        "status": "made",
        "changed_on": "2026-03-01",
        "quick_win": True,
        "date": "2026-11-23",
    }
    assert collection.vocabulary
    assert collection.vocabulary.settings[str(draft.fields["setting"])].label == "Outpatient clinic"
    assert draft.body == QUICK_WIN["body-done"]
    assert draft.left == ()


def test_groups_are_read_from_their_prompts(collection: Collection, tmp_path: Path) -> None:
    answers = {
        **QUICK_WIN,
        "voices": VOICES,
        "measures": MEASURES,
        "headroom-hours": "4",
        "headroom-weeks": "6",
        "headroom-enabled_by": "The matron",
        "lessons": "- Ask first.\n- Move it on a Monday.",
    }
    fields = _read(write_issue(answers), collection, tmp_path).fields
    assert fields["voices"] == [
        {
            "role": "patient",
            "quote": "I used to whisper my date of birth.\nNow I say it.",
            "said_by": "A patient of the clinic",
            "identity": "anonymous",
            "consent": {
                "reference": "FH-2026-014",
                "scope": ["website", "print"],
                "given": "2026-02-11",
            },
        },
        {
            "role": "staff",
            "quote": "I can hear my own thoughts.",
            "said_by": "Nurse",
            "identity": "anonymous",
        },
    ]
    assert fields["measures"] == [
        {
            "title": "People overheard at the desk",
            "type": "process",
            "unit": "people",
            "direction": "decrease",
            "points": [
                {"date": "2026-01-05", "value": 7, "n": 20},
                {"date": "2026-01-12", "value": 6, "n": 20, "note": "half term"},
                {"date": "2026-03-09", "value": 1},
            ],
        }
    ]
    assert fields["headroom"] == {"hours": 4, "weeks": 6, "enabled_by": "The matron"}
    assert fields["lessons"] == ["Ask first.", "Move it on a Monday."]


def test_prompts_that_nobody_touched_leave_no_trace(collection: Collection, tmp_path: Path) -> None:
    draft = _read(write_issue(QUICK_WIN), collection, tmp_path)
    assert not {"voices", "measures", "experience", "touchpoints"} & set(draft.fields)
    assert "Who is speaking" not in draft.body


def test_two_domains_are_parted_though_commas_stand_in_them(
    collection: Collection, tmp_path: Path
) -> None:
    options = next(e for e in read_form()["body"] if e.get("id") == "domains")["attributes"]
    answers = {**QUICK_WIN, "domains": options["options"]}
    fields = _read(write_issue(answers), collection, tmp_path).fields
    assert fields["domains"] == [domain.slug for domain in collection.domains]


def test_questions_without_an_answer_are_named(collection: Collection, tmp_path: Path) -> None:
    answers = {**QUICK_WIN, "title": "", "domains": [], "body-done": ""}
    told = _refuse(write_issue(answers), collection, tmp_path)
    assert told == (
        "These questions still wait for an answer:\n\n"
        "- What is the title of your story?\n- What is it about?\n"
        "- What did you do, and what happened?"
    )


def test_a_form_sent_off_empty_is_refused(collection: Collection, tmp_path: Path) -> None:
    told = _refuse(write_issue({}), collection, tmp_path)
    assert "still wait for an answer" in told


def test_boxes_that_were_not_ticked_are_named(collection: Collection, tmp_path: Path) -> None:
    promises = QUICK_WIN["promises"]
    answers = {**QUICK_WIN, "promises": promises[:1]}
    told = _refuse(write_issue(answers), collection, tmp_path)
    assert promises[1] in told
    assert promises[0] not in told


@pytest.mark.parametrize("text", ["", "Hello, I have an idea.", "### Something\n\nelse\n", "\0"])
def test_what_is_no_form_is_refused_in_plain_words(
    text: str, collection: Collection, tmp_path: Path
) -> None:
    told = _refuse(text, collection, tmp_path)
    assert "Traceback" not in told
    assert "form" in told or "text" in told


def test_words_above_the_form_are_kept(collection: Collection, tmp_path: Path) -> None:
    draft = _read(f"Dear all,\n\n{write_issue(QUICK_WIN)}", collection, tmp_path)
    assert draft.left == ("Dear all,",)


def test_the_day_may_be_missing(collection: Collection, tmp_path: Path) -> None:
    draft = _read(write_issue(QUICK_WIN, day=""), collection, tmp_path)
    assert "date" not in draft.fields


def test_windows_line_ends_make_no_difference(collection: Collection, tmp_path: Path) -> None:
    text = write_issue({**QUICK_WIN, "voices": VOICES})
    plain = _read(text, collection, tmp_path)
    assert _read(text.replace("\n", "\r\n"), collection, tmp_path) == plain


HOSTILE = {
    "a heading of the form": "We asked.\n\n### Before you send it\n\n- [x] anything\n\nWe did.",
    "the form's own heading": "### What did you do, and what happened?\n\nThis.",
    "an earlier heading": "### What is the title of your story?\n\nAnother title",
    "a code fence": "```yaml\n### How far has it come?\n\nstopped\n```",
    "an open code fence": "```\n### Which priorities does it serve?\n\nnone of them",
    "front matter": "---\ntitle: mine\n---\n",
    "markup": "<script>alert(1)</script> <!-- hidden --> @everyone #1 ![x](https://x.example/y.png)",
    "all of it again": "### What is it about?\n\nNaming\n\n### How far has it come?\n\nmade\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_answer_may_hold_anything_and_stays_one_answer(
    text: str, collection: Collection, tmp_path: Path
) -> None:
    draft = _read(write_issue({**QUICK_WIN, "body-done": text}), collection, tmp_path)
    plain = _read(write_issue(QUICK_WIN), collection, tmp_path)
    assert draft.fields == plain.fields
    kept = f"{draft.body} {' '.join(draft.left)}"
    for word in text.replace("![x]", " ![x]").split():
        assert word in kept, word


def test_a_picture_is_kept_as_words(collection: Collection, tmp_path: Path) -> None:
    picture = '<img width="100" src="https://pictures.example/1.png">'
    answers = {**QUICK_WIN, "body-done": f"Look:\n\n{picture}\n\nand ![b](https://x.example/b)"}
    draft = _read(write_issue(answers), collection, tmp_path)
    assert "example" not in draft.body
    assert [picture in left for left in draft.left] == [True, False]


def test_the_longest_issue_is_read_at_once(collection: Collection, tmp_path: Path) -> None:
    lines = "### What is it about?\n\nword\n\n" * 2_400
    answers = {**QUICK_WIN, "body-done": lines[:64_000]}
    draft = _read(write_issue(answers), collection, tmp_path)
    assert draft.fields["domains"] == ["privacy"]
    assert len(draft.body) > 60_000


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["problem", "aim", "limitations", "spread", "body-after"]),
        st.text(
            st.one_of(
                st.characters(codec="utf-8", exclude_categories=["C", "Z"]),
                st.sampled_from(" \n#-[]|:`"),
            )
        ),
    )
)
def test_no_text_breaks_the_reader_or_moves_to_another_answer(answers: Mapping[str, str]) -> None:
    with TemporaryDirectory() as folder:
        text = write_issue({**QUICK_WIN, **answers})
        draft = _read(text, _read_collection(), Path(folder))
    assert draft.fields["title"] == QUICK_WIN["title"]
    assert draft.fields["domains"] == ["privacy"]


def _copy_from_page(issue: str) -> str:
    """Make what a browser's copy of the issue's page holds: no signs of Markdown, ticks no text."""
    lines = (re.sub(r"^(?:#+|- \[[x ]\]|-) ", "", line) for line in issue.split("\n"))
    return "\n".join(lines).replace("_No response_", "No response")


def test_the_text_copied_from_an_issues_page_says_the_same(
    collection: Collection, tmp_path: Path
) -> None:
    answers = {**QUICK_WIN, "voices": VOICES, "measures": MEASURES, "lessons": "- Ask.\n- Listen."}
    written = write_issue(answers)
    (tmp_path / "a.txt").write_text(_copy_from_page(written), "utf-8")
    (tmp_path / "a.md").write_text(written, "utf-8")
    (copied,) = read_issue(tmp_path / "a.txt", collection)
    (sent,) = read_issue(tmp_path / "a.md", collection)
    assert "quick_win" not in copied.fields  # a tick is no text: nobody is to guess it
    (remark,) = copied.remarks
    assert remark.startswith("Whether “Was it small and quick, and needed no project?” was ticked")
    assert {**copied.fields, "quick_win": True} == sent.fields
    assert (copied.body, copied.left) == (sent.body, sent.left)
