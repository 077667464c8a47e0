"""The form asks for every field of the table, with its choices and limits, in the table's words."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import pytest
from command import SITE
from pydantic import TypeAdapter, ValidationError

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.intake import make_slug
from generator.intake.web_form import Form, make_form
from generator.intake.web_form_data import write_script
from generator.intake.web_form_fields import NOT_ASKED, RARE, Field
from generator.model import Action, Story
from generator.model.field_table import FieldRow, list_fields
from generator.model.problem import Fault, Severity
from generator.model.site_identity import SiteIdentity
from generator.model.slug import TAKEN
from generator.rules import FAULTS, RULES

TODAY = dt.date(2026, 11, 23)
WEB = SiteIdentity(
    repo="https://github.com/ward/stories", branch="main", mail="steward@hospital.example"
)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return check(Project(SITE), TODAY).collection


@pytest.fixture(scope="module")
def form(collection: Collection) -> Form:
    return make_form(collection, FAULTS, WEB)


@pytest.fixture(scope="module")
def data(form: Form) -> dict[str, Any]:
    return json.loads(form.data)


def _walk(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _walk((*field.parts, *field.rare))


def _paths(rows: tuple[FieldRow, ...], before: str = "") -> Iterator[str]:
    for row in rows:
        yield before + row.name
        yield from _paths(row.fields, f"{before}{row.name}.")


def _describe(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from _describe(field.get("parts", []))


def test_the_form_asks_for_every_field_of_the_table_or_says_why_not(form: Form) -> None:
    asked = {
        field.question.path
        for field in _walk(form.fields)
        if not field.question.path.startswith("actions")
    }
    left_out = {
        path
        for path in _paths(list_fields(Story))
        if any(path == name or path.startswith(f"{name}.") for name in NOT_ASKED)
    }
    assert set(NOT_ASKED) <= left_out
    assert all(NOT_ASKED.values())
    bodies = {path for path in asked if path.startswith("body.")}
    assert asked - bodies == set(_paths(list_fields(Story))) - left_out
    assert bodies == {"body.before", "body.done", "body.after", "body.failed"}
    assert asked >= RARE


def test_the_quick_win_comes_first_and_is_complete(form: Form) -> None:
    first = {field.question.path for field in form.steps[0].fields}
    needed = {row.name for row in list_fields(Story) if row.is_required}
    assert needed | {"changed_on", "quick_win", "body.done"} <= first
    later = [field for step in form.steps[1:] for field in step.fields]
    assert not any(field.question.is_required for field in later)


def test_the_form_offers_what_the_table_and_the_framework_offer(
    form: Form, collection: Collection
) -> None:
    offered = {f.question.path: [c.value for c in f.question.choices] for f in _walk(form.fields)}
    vocabulary = collection.vocabulary
    assert vocabulary
    assert offered["domains"] == [domain.slug for domain in collection.domains]
    assert offered["setting"] == list(vocabulary.settings)
    assert offered["pathway"] == list(vocabulary.pathways)
    assert offered["strategic_links"] == list(vocabulary.priorities)
    rows = {
        path: row
        for path, row in _rows(list_fields(Story))
        if row.choices and path not in NOT_ASKED
    }
    assert len(rows) > 5
    for path, row in rows.items():
        assert offered[path] == list(row.choices), path


def _rows(rows: tuple[FieldRow, ...], before: str = "") -> Iterator[tuple[str, FieldRow]]:
    for row in rows:
        yield before + row.name, row
        yield from _rows(row.fields, f"{before}{row.name}.")


def _annotation(path: str) -> Any:
    """Find what the record's class says of a field, by its path in files."""
    is_action = path.startswith("actions.")
    model: Any = Action if is_action else Story
    for name in path.removeprefix("actions.").split("."):
        known = {field.alias or key: field for key, field in model.model_fields.items()}
        found = known[name]
        inner = _part_in(found.annotation)
        model = inner or model
    return Annotated[(found.annotation, *found.metadata)] if found.metadata else found.annotation


def _part_in(kind: Any) -> Any:
    if hasattr(kind, "model_fields"):
        return kind
    return next((p for inner in getattr(kind, "__args__", ()) if (p := _part_in(inner))), None)


def _refuses(path: str, value: Any) -> bool:
    try:
        TypeAdapter(_annotation(path)).validate_python(value)
    except ValidationError:
        return True
    return False


def test_the_limits_of_the_form_are_those_that_the_checker_keeps(data: dict[str, Any]) -> None:
    tried = 0
    for field in _describe(data["fields"]):
        path = field["path"]
        if "body." in path or field["form"] not in {"line", "text", "number", "count"}:
            continue
        if "shape" in field:
            continue
        tried += 1
        if field["form"] in {"line", "text"}:
            assert not _refuses(path, "a" * field["most"]), path
            assert _refuses(path, "a" * (field["most"] + 1)), path
            least = field.get("least", 0)
            assert least < 2 or _refuses(path, "a" * (least - 1)), path
        else:
            assert not _refuses(path, str(int(field["low"]))), path
            assert not _refuses(path, str(int(field["high"]))), path
            assert _refuses(path, str(int(field["low"]) - 1)), path
            assert _refuses(path, str(int(field["high"]) + 1)), path
    assert tried > 25


def test_what_may_be_typed_wrong_has_the_pattern_that_the_checker_uses(
    data: dict[str, Any],
) -> None:
    shapes = {f["path"]: f["shape"] for f in _describe(data["fields"]) if "shape" in f}
    assert shapes == {
        "contact.email": "email",
        "source.url": "address",
        "adapted_from": "slug",
        "language": "language",
        "actions.language": "language",
        "voices.language": "language",
    }
    for field in _describe(data["fields"]):
        assert field.get("shape", "email") in data["says"]["V309"]


def test_the_sentences_of_the_form_are_those_of_the_checker(data: dict[str, Any]) -> None:
    faults = {fault.code: fault for fault in FAULTS}
    for code, sayings in data["says"].items():
        for kind, (message, hint) in sayings.items():
            assert (message, hint) == (
                faults[code].says[kind][0],
                faults[code].says[kind][1] or faults[code].instead,
            )
    needed = {"V302", "V303", "V305", "V306", "V308", "V309", "V310", "V312", "C101", "L201"}
    assert needed <= set(data["says"])


def test_every_rule_about_personal_data_that_a_page_can_see_gives_its_signs(
    data: dict[str, Any],
) -> None:
    told = {sign["code"]: sign["severity"] for sign in data["signs"]}
    without = {"file-name-personal", "file-left-aside", "language-unknown"}  # no page sees these
    seen = {f.code for f in FAULTS if f.code.startswith("P") and f.name not in without}
    assert set(told) == seen
    for rule in RULES:
        if rule.fault.code in told:
            assert told[rule.fault.code] == rule.fault.severity.value
            assert rule.fault.says


def test_a_site_that_is_not_on_github_offers_the_other_ways(collection: Collection) -> None:
    for repo in ("", "https://gitlab.example/ward/stories", "https://github.com.example/ward/x"):
        form = make_form(collection, FAULTS, SiteIdentity(repo=repo))
        assert form.proposes == ""
        assert json.loads(form.data)["send"]["repo"] == ""


def test_the_form_does_not_grow_with_the_collection(collection: Collection) -> None:
    many = {"stories": collection.stories * 100}
    grown = Collection(**{**_fields_of(collection), **many})
    assert make_form(grown, (), WEB).data == make_form(collection, (), WEB).data


def _fields_of(collection: Collection) -> Mapping[str, Any]:
    return {name: getattr(collection, name) for name in collection.__dataclass_fields__}


def test_a_framework_without_a_vocabulary_leaves_its_questions_out() -> None:
    asked = {field.question.path for field in make_form(Collection(), (), WEB).fields}
    assert "setting" not in asked
    assert "title" in asked


def test_patterns_are_written_as_javascript_reads_them() -> None:
    pattern = re.compile(r"(?P<a>[\w+.'-]\w)(?P=a)[\]\-x]\-\. #é", re.IGNORECASE)
    assert write_script(pattern) == [
        r"(?<a>[\p{L}\p{N}_+.'-][\p{L}\p{N}_])\k<a>[\]\-x]-\. #\u00e9",
        "ui",
    ]


def test_the_names_that_are_taken_are_known_to_the_page(data: dict[str, Any]) -> None:
    assert data["taken"] == sorted(TAKEN)
    for name in TAKEN:
        assert make_slug(name, "story") == f"story-{name}"


def test_a_fault_says_a_case_in_its_own_words() -> None:
    fault = Fault("V999", "example", Severity.ERROR, "F.", "W.", "I.", says={"": ("{a} b", "")})
    assert fault.say("", a="x") == ("x b", "I.")
    assert hash(fault) == hash(Fault("V999", "example", Severity.ERROR, "F.", "W.", "I."))


def test_the_page_has_a_control_for_every_field(form: Form, built_site: Path) -> None:
    page = (built_site / "tell/index.html").read_text(encoding="utf-8")
    for field in _walk(form.fields):
        if field.form not in {"group", "groups"} and not field.name.startswith(
            "measures.#.points."
        ):
            assert f'name="{field.name}"' in page, field.name


def test_the_page_holds_no_script_and_no_style_of_its_own(built_site: Path) -> None:
    page = (built_site / "tell/index.html").read_text(encoding="utf-8")
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert all("src=" in part.partition(">")[0] for part in page.split("<script")[1:])
