"""Drafts: what is asked, what is typed, what is written, and that it reads back as it was."""

import datetime as dt

import pytest
from command import SITE
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.intake import (
    Draft,
    Question,
    ask,
    find_question,
    join_body,
    make_slug,
    parse_answer,
    questions,
    steps_of,
    write_draft,
)
from generator.intake.answers import walk
from generator.intake.questions import KINDS
from generator.intake.steps import BODIES, LAST, STEPS
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.markdown import hide_comments
from generator.load.points import parse_day
from generator.model.field_table import FieldRow, list_fields
from generator.model.field_types import FORBIDDEN, SLUG

TODAY = dt.date(2026, 11, 23)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=120)
HARD = st.sampled_from(
    ["", ": #", "a: b", "a #b", "- x", "no", "~", "null", "0123", "1e3", "2026-03-01", "---", "...",
     "'", '"', "\\", "&a", "*b", "!!python/object", "{{ x }}", "[a", "{a: b}", "|", ">", "%", "@",
     "`", "?", "a\n\n b\n  c", "  lead\ntail ", "x\n---\ny", "tab\there", "<!-- a -->", "“q” – …",
     "עברית", "日本語", "🫁", "line\n# not a comment\nline", "a" * 3000, "\ufeffbom", "a\u2028b"]
)  # fmt: skip


@pytest.fixture(scope="module")
def collection() -> Collection:
    return check(Project(SITE), TODAY, ()).collection


def read(text: str) -> FrontMatter:
    matter = read_front_matter(text, "stories/x.md")
    assert isinstance(matter, FrontMatter), matter
    assert matter.parsed.problems == []
    return matter


def expect(text: str) -> str | None:
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip() or None


@settings(max_examples=150, deadline=None)
@given(TEXTS | HARD, TEXTS | HARD, TEXTS | HARD)
def test_every_text_reads_back_as_it_was(title, found, lesson):
    draft = Draft(
        "story",
        {
            "title": title,
            "limitations": found,
            "experience": [{"method": "survey", "from": "staff", "found": found}],
            "lessons": [lesson, title],
        },
        "A body.",
    )
    fields = read(write_draft(draft)).fields
    assert (fields["title"] or "").strip() == (expect(title) or "")
    assert (fields.get("limitations") or "").strip() == (expect(found) or "")
    assert (fields["experience"][0]["found"] or "").strip() == (expect(found) or "")
    assert [(each or "").strip() for each in fields["lessons"]] == [
        expect(lesson) or "",
        expect(title) or "",
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS | HARD, TEXTS | HARD)
def test_no_word_of_a_body_or_of_what_is_left_is_lost(body, left):
    text = write_draft(Draft("action", {"title": "A"}, body, left=(left,)))
    matter = read(text)
    for word in (*body.split(), *left.split()):
        clean = FORBIDDEN.sub("", word).replace("-->", "")
        for part in clean.split("<!--"):
            assert part.strip("-<>!") in matter.body
    assert FORBIDDEN.sub("", left).strip() == "" or "Could not be placed" in matter.body


def test_an_unclosed_comment_takes_nothing_with_it():
    matter = read(write_draft(Draft("action", {}, "We began <!-- here.", left=("Fax",))))
    assert hide_comments(matter.body).strip() == "We began \\<!-- here."


def test_fields_stand_in_the_order_of_the_table_and_numbers_and_days_stay_plain():
    draft = Draft(
        "story",
        {
            "quick_win": True,
            "headroom": {"enabled_by": "The matron", "hours": 2.5, "weeks": 6.0},
            "date": dt.date(2026, 3, 1),
            "title": "The bell",
            "domains": ["naming", "privacy"],
            "measures": [{"title": "Rings", "type": "process", "points": [{"value": 0.1}]}],
        },
    )
    lines = [line for line in write_draft(draft).split("\n") if line[:1] not in {"#", ""}]
    assert lines[1:8] == [
        'title: "The bell"',
        "summary:",
        "date: 2026-03-01",
        "domains: [naming, privacy]",
        "status:",
        "quick_win: true",
        "headroom:",
    ]
    assert "  hours: 2.5" in lines
    assert "  weeks: 6" in lines
    assert lines.index("      - date:") + 1 == lines.index("        value: 0.1")


def test_an_empty_consent_names_what_is_wanted_of_it():
    text = write_draft(Draft("story", {"voices": [{"quote": "Ah", "consent": {"given": "x"}}]}))
    assert "      reference:\n" in text
    assert "    identity:  # named, first-name, pseudonym, anonymous\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_one_label_and_one_step(kind):
    def look(rows: tuple[FieldRow, ...]) -> None:
        for row in rows:
            assert row.label, row.name
            look(row.fields)

    look(list_fields(KINDS[kind]))
    stepped = [path for step in steps_of(kind) for path in step.paths]
    top = [row.name for row in list_fields(KINDS[kind])] + [path for path, *_ in BODIES[kind]]
    assert sorted(stepped) == sorted(top)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_are_used_once_in_their_group_so_that_an_answer_can_be_placed_by_them(
    kind, collection
):
    def look(questions: tuple[Question, ...]) -> None:
        labels = [question.label for question in questions]
        assert len(set(labels)) == len(labels)
        for question in questions:
            look(question.parts)

    look(ask(kind, collection))


def test_the_choices_told_are_the_choices_there_are(collection):
    asked = {q.path: q for kind in KINDS for q in walk(ask(kind, collection))}

    def look(rows: tuple[FieldRow, ...]) -> None:
        for row in rows:
            assert not row.labels or tuple(row.labels) == row.choices, row.name
            look(row.fields)

    for kind in KINDS:
        look(list_fields(KINDS[kind]))
    assert {choice.value for choice in asked["setting"].choices} >= {"ward", "hospice"}
    assert asked["domains"].form == "choices"


@pytest.mark.parametrize(
    ("kind", "left_out"), [("story", "adapted"), ("action", "by"), ("domain", "order")]
)
def test_a_field_that_stands_in_no_step_is_asked_for_last_of_all(
    collection, monkeypatch, kind, left_out
):
    told = [
        step._replace(paths=tuple(path for path in step.paths if path != left_out))
        for step in STEPS[kind]
    ]
    monkeypatch.setattr(questions, "STEPS", {**STEPS, kind: told})
    steps_of.cache_clear()
    try:
        asked = ask(kind, collection)
    finally:
        steps_of.cache_clear()
    assert (asked[-1].path, asked[-1].step) == (left_out, LAST)


def test_the_first_questions_are_few_and_those_of_a_quick_win(collection):
    first = [q for q in ask("story", collection) if q.step == "change"]
    assert [q.path for q in first][:3] == ["title", "summary", "domains"]
    assert len(first) <= 9
    required = {q.path for q in ask("story", collection) if q.is_required}
    assert required == {"title", "summary", "date", "domains", "status", "body.done"}
    assert required <= {q.path for q in first}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01 00:00:00", "2026-03-01"),
        ("1/3/2026", "2026-03-01"),
        ("01.03.26", "2026-03-01"),
        ("1st March 2026", "2026-03-01"),
        ("Sunday, 1 Mar 2026", "2026-03-01"),
        ("March 1, 2026", "2026-03-01"),
        ("the 1 March", None),
        ("31/02/2026", None),
        ("13/25/2026", None),
        ("March 2026", None),
        ("1 Nonsense 2026", None),
    ],
)
def test_days_are_read_as_people_in_britain_write_them(typed, day):
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("domains", "Private communication; naming", ["privacy", "naming"]),
        ("domains", "Naming, Managing on my own", ["naming", "managing"]),
        ("domains", "Acknowledge me if I'm in urgent need of support", ["urgency"]),
        ("domains", "Naming, parking", ["naming", "parking"]),
        ("setting", "A&E", "emergency"),
        ("setting", "Hospital Ward", "ward"),
        ("setting", "the moon", "the moon"),
        ("status", "being tried", "testing"),
        ("quick_win", "Yes", True),
        ("quick_win", "perhaps", "perhaps"),
        ("headroom.hours", "2.5", 2.5),
        ("involvement.patients", "1,200", 1200),
        ("involvement.patients", "a few", "a few"),
        ("lessons", "- One; two\n• Three", ["One; two", "Three"]),
        ("title", " The   bell ", "The bell"),
        ("changed_on", "last spring", "last spring"),
    ],
)
def test_an_answer_becomes_the_value_that_is_meant_or_stays_as_it_was_typed(
    path, typed, value, collection
):
    question = find_question(ask("story", collection), path)
    assert parse_answer(question, typed) == value


def test_a_question_is_found_by_its_path_its_name_or_its_label(collection):
    questions = ask("story", collection)
    assert find_question(questions, "Contact.Email").path == "contact.email"
    assert find_question(questions, "How far has it come?").path == "status"
    assert find_question(questions, "changed on").path == "changed_on"
    assert find_question(questions, "What we did").path == "body.done"
    assert find_question(questions, "title").path == "title"
    assert find_question(questions, "shoe size") is None
    assert find_question(questions, " ?? ") is None


@given(st.text(max_size=200))
@settings(deadline=None)
def test_a_slug_is_always_one_and_is_short_enough(title):
    slug = make_slug(title, "story")
    assert SLUG.fullmatch(slug)
    assert len(slug) <= 80


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Names, not numbers!", "names-not-numbers"),
        ("The patient's café", "the-patients-cafe"),
        ("病院", "bing-yuan"),
        ("🫁", "story"),
        ("", "story"),
        ("Con", "story-con"),
        ("Index", "story-index"),
        ("LPT1", "story-lpt1"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_a_slug_is_folded_from_its_title(title, slug):
    assert make_slug(title, "story") == slug


def test_the_answers_of_a_body_stand_under_headings_unless_there_is_one_alone():
    assert join_body("story", {"body.done": " A bell. "}) == "A bell."
    both = join_body("story", {"body.done": "A bell.", "body.before": "Silence."})
    assert both == "## What it was like\n\nSilence.\n\n## What we did\n\nA bell."
    assert join_body("story", {}) == ""


def test_the_starters_of_all_kinds_can_be_read(collection):
    for kind in KINDS:
        matter = read(write_draft(Draft(kind, {"title": "A bell"}), ask(kind, collection)))
        assert matter.fields["title"] == "A bell"
        assert "Write here: " in matter.body


def test_what_a_starter_offers_in_comments_can_be_taken_out_of_them(collection):
    text = write_draft(Draft("story", {"title": "A bell"}), ask("story", collection))
    offered = text.partition("If you have them")[2].partition("\n")[2].partition("\n---")[0]
    lines = [line.removeprefix("# ") for line in offered.split("\n") if line != "#"]
    kept = [line for line in lines if ":" in line and not line.endswith(".")]
    matter = read("---\n" + "\n".join(kept) + "\n---\n")
    assert set(matter.fields) == {"experience", "involvement", "voices", "measures"}
    assert matter.fields["voices"][0]["consent"] == {
        "reference": None,
        "scope": None,
        "given": None,
    }
