"""The field table: what it accepts, what it says of itself, and what it works out."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import BaseModel, ValidationError

from generator import model
from generator.load.record import kind_of
from generator.model import Action, Domain, Origin, Part, Point, Story
from generator.model.field_table import list_fields
from generator.model.field_types import add_months
from generator.model.schema import RECORDS, describe_records
from generator.model.voice import Consent, Voice

ROOT = Path(__file__).parent.parent
SCHEMAS = describe_records()
PARTS = sorted(
    (each for each in vars(model).values() if isinstance(each, type) and issubclass(each, Part)),
    key=lambda part: part.__name__,
)
STORY = {
    "title": "The screen that both can see",
    "summary": "In our clinic the screen faced the nurse. We turned it round.",
    "date": "2026-04-01",
    "domains": ["naming"],
    "status": "made",
}


def find_samples() -> list[tuple[str, str]]:
    found = []
    for path in sorted([*(ROOT / "stories").rglob("*.md"), *(ROOT / "domains").glob("*")]):
        kind = kind_of(path.relative_to(ROOT).as_posix())
        if path.parent.name == "domains":
            others = {"index.md": "framework"} | {
                f"{name}.yml": name for name in ("vocabulary", "learning", "terms")
            }
            kind = others.get(path.name, "domain")
        found.append((kind, path.relative_to(ROOT).as_posix()))
    return found


def to_json(value: object) -> object:
    if isinstance(value, dict):
        return {key: to_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [to_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def accepts(kind: str, fields: object) -> bool:
    checker = Draft202012Validator(SCHEMAS[kind], format_checker=FormatChecker())
    return checker.is_valid(fields)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_valid_and_names_its_dialect(kind):
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMAS[kind]["additionalProperties"] is False


def test_there_is_a_schema_for_every_kind_of_record():
    assert set(SCHEMAS) == {record.kind for record in RECORDS}
    # Nothing has been withdrawn from the sample.
    assert set(SCHEMAS) == {kind for kind, _ in find_samples()} | {"withdrawals"}


@pytest.mark.parametrize(("kind", "path"), find_samples())
def test_the_schemas_accept_the_sample_records(kind, path):
    text = (ROOT / path).read_text(encoding="utf-8")
    matter = text.split("\n---\n")[0] if path.endswith(".md") else text
    fields = to_json(yaml.safe_load(matter))
    errors = Draft202012Validator(SCHEMAS[kind], format_checker=FormatChecker()).iter_errors(fields)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    "change",
    [
        {"weather": "fine"},
        {"status": "purple"},
        {"status": "planned"},
        {"domains": []},
        {"domains": "naming"},
        {"aliases": ["Naming"]},
        {"date": "1 March 2026"},
        {"title": "x" * 121},
        {"headroom": {"hours": -1, "weeks": 2, "enabled_by": "The matron"}},
        {"voices": [{"role": "patient", "qoute": "Yes"}]},
        {"contact": {"name": "Jane", "fax": "1"}},
    ],
)
def test_the_schema_of_a_story_refuses_what_the_checker_refuses(change):
    assert accepts("story", STORY)
    assert not accepts("story", STORY | change)
    with pytest.raises(ValidationError):
        Story.model_validate(STORY | change)


@pytest.mark.parametrize("field", [n for n, f in Story.model_fields.items() if f.is_required()])
def test_the_schema_of_a_story_refuses_one_without_a_field_that_it_must_have(field):
    assert not accepts("story", {key: value for key, value in STORY.items() if key != field})


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_described_in_a_sentence_to_the_person_who_fills_it_in(part):
    assert part.__doc__
    for name, field in part.model_fields.items():
        described = field.description or ""
        assert re.match(r"[A-Z][^!]*\.$|[a-z-]+(: | if | for )[^!]*\.$", described), (
            name,
            described,
        )
        assert not re.search(r"\b(str|bool|int|None|null|string|boolean)\b", described), name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_record_and_part_is_frozen_and_refuses_unknown_fields(part):
    assert part.model_config["frozen"]
    assert part.model_config["extra"] == "forbid"


def test_a_record_does_not_change_after_reading():
    story = Story.model_validate(STORY)
    with pytest.raises(ValidationError):
        story.title = "Another title"
    assert isinstance(story.domains, tuple)
    point = Point.model_validate({"date": "2026-01-01", "value": "4.5"})
    with pytest.raises(ValidationError):
        point.value = 5


@pytest.mark.parametrize(
    ("given", "review", "expiry"),
    [
        ("2026-02-11", "2028-02-11", "2029-02-11"),
        ("2024-02-29", "2026-02-28", "2027-02-28"),
        ("2025-02-28", "2027-02-28", "2028-02-28"),
        ("2023-12-31", "2025-12-31", "2026-12-31"),
    ],
)
def test_consent_is_reviewed_after_24_months_and_ends_after_36(given, review, expiry):
    consent = Consent(reference="FH-1", scope=("website",), given=given)
    assert consent.review_on == dt.date.fromisoformat(review)
    assert consent.ends_on == dt.date.fromisoformat(expiry)


def test_consent_says_its_own_dates_where_it_has_them():
    consent = Consent(
        reference="FH-1",
        scope=("website",),
        given="2026-02-11",
        review="2026-08-11",
        expires="2027-02-11",
    )
    assert (consent.review_on, consent.ends_on) == (dt.date(2026, 8, 11), dt.date(2027, 2, 11))


def test_consent_holds_until_the_day_before_it_ends_and_only_where_it_was_given():
    consent = Consent(reference="FH-1", scope=("website", "print"), given="2024-02-29")
    assert consent.allows("website", dt.date(2027, 2, 27))
    assert not consent.allows("website", dt.date(2027, 2, 28))
    assert not consent.allows("social", dt.date(2026, 1, 1))


def test_a_withdrawn_consent_allows_nothing_from_then_on_or_before():
    consent = Consent(
        reference="FH-1", scope=("website",), given="2026-02-11", withdrawn="2026-06-01"
    )
    assert not consent.allows("website", dt.date(2026, 5, 1))
    assert not consent.allows("website", dt.date(2026, 7, 1))


def test_a_voice_without_consent_is_not_shown():
    voice = Voice(role="patient", quote="Yes.", said_by="Peggy, patient", identity="pseudonym")
    assert not voice.may_be_shown("website", dt.date(2026, 6, 1))


@pytest.mark.parametrize(
    ("date", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-15", 0, "2026-03-15"),
        ("9998-12-31", 24, "9999-12-31"),
    ],
)
def test_months_are_added_without_running_into_the_next(date, months, then):
    assert add_months(dt.date.fromisoformat(date), months) == dt.date.fromisoformat(then)


@pytest.mark.parametrize("value", ["", " ", "-", "–", "n/a", "N/A", None])
def test_a_value_that_was_not_counted_is_a_gap_and_never_nought(value):
    point = Point.model_validate({"date": "2026-01-01", "value": value})
    assert point.value is None


def test_a_count_out_of_n_may_stand_for_a_value_and_nothing_may_not():
    point = Point.model_validate({"date": "2026-01-01", "count": "7", "n": "9"})
    assert (point.value, point.count, point.n) == (None, 7, 9)
    with pytest.raises(ValidationError):
        Point.model_validate({"date": "2026-01-01", "n": "9"})


@pytest.mark.parametrize("value", ["nan", "inf", "1_000", "1e3", "0x1F", "٣", "1,5", "5%"])
def test_a_number_is_written_in_plain_digits(value):
    with pytest.raises(ValidationError):
        Point.model_validate({"date": "2026-01-01", "value": value})


@pytest.mark.parametrize(("value", "read"), [("4", 4.0), ("-6.5", -6.5), (".5", 0.5), ("+5.", 5.0)])
def test_a_plain_number_is_read(value, read):
    assert Point.model_validate({"date": "2026-01-01", "value": value}).value == read


@pytest.mark.parametrize(
    "date", ["٢٠٢٦-٠١-٠١", "20260101", "2026-1-1", "2026-01-01 ", "1899-12-31"]
)
def test_a_date_is_written_as_year_month_day(date):
    with pytest.raises(ValidationError):
        Point.model_validate({"date": date, "value": "1"})


def test_a_record_knows_where_its_values_stand_or_else_what_is_around_them():
    origin = Origin("stories/a.md", "a", "stories", places={("domains",): (5, 10)})
    story = Story.model_validate(STORY, context=origin)
    assert str(story.place("domains", 0)) == "stories/a.md:5:10"
    assert str(story.place("voices", 0, "quote")) == "stories/a.md:1:1"
    assert (story.slug, story.path) == ("a", "stories/a.md")


def test_every_record_class_is_told_by_its_module():
    assert all(issubclass(each, BaseModel) for each in (*PARTS, Action, Domain))
    assert {record.__name__ for record in RECORDS} <= {part.__name__ for part in PARTS}


def test_the_form_of_a_text_says_how_short_it_may_be():
    forms = {row.name: row.form for row in list_fields(Story)}
    assert forms["summary"] == "a text of 20 to 280 characters"
