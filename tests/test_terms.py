"""Other words for the same thing: every term is reached, and a site's own are checked."""

import shutil
from pathlib import Path
from typing import Any

import yaml
from command import ROOT, SITE

from generator.build.concepts import Concepts
from generator.build.search_record import weigh_entry
from generator.build.search_text import list_stems
from generator.load.join_terms import (
    check_terms,
    join_terms,
    list_default_names,
    read_default_terms,
)
from generator.load.project import Project, read_project
from generator.model.terms import Concept, Terms
from generator.pages.types import SearchEntry

ASKED: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/search/terms.yml").read_text(encoding="utf-8")
)
CONCEPTS = Concepts()


def test_there_are_enough_terms_and_each_has_its_question() -> None:
    assert len(read_default_terms()) >= 250
    assert {each["concept"] for each in ASKED} == {*read_default_terms()}


def test_the_terms_are_called_what_they_are_listed_as() -> None:
    assert list_default_names() == {*read_default_terms()}


def test_a_question_in_other_words_reaches_the_record() -> None:
    assert len(ASKED) > 1100
    assert [each for each in ASKED if not _reaches(each)] == []


def _reaches(each: dict[str, Any]) -> bool:
    filters = {key: (value,) for key, value in each.get("fields", {}).items()}
    entry = SearchEntry("a/", "story", "", each["text"], filters=filters)
    is_asked = each["concept"] in CONCEPTS.find(list_stems(each["q"]))
    return is_asked and f"={each['concept']}" in weigh_entry(entry, CONCEPTS)


def _read(tmp_path: Path, text: str) -> tuple[Terms | None, list[str]]:
    (tmp_path / "domains").mkdir()
    shutil.copy(SITE / "domains/naming.md", tmp_path / "domains")
    (tmp_path / "domains/terms.yml").write_text(text, encoding="utf-8")
    reading = read_project(Project(tmp_path))
    return reading.terms, [f"{p.place} {p.fault.name}" for p in reading.problems]


def test_a_site_adds_to_a_term_and_takes_words_and_terms_away(tmp_path: Path) -> None:
    own, problems = _read(
        tmp_path,
        "terms:\n"
        "  call-bell:\n    also: [nurse button]\n    less: [Buzzer]\n"
        "  huddle-board:\n    label: huddle board\n    also: [morning board]\n"
        "leave_out: [stopped]\n",
    )
    assert problems == []
    joined = join_terms(own)
    assert "nurse button" in joined["call-bell"].also
    assert "buzzer" not in joined["call-bell"].also
    assert "call button" in joined["call-bell"].also
    assert joined["huddle-board"].label == "huddle board"
    assert "stopped" not in joined


def test_what_is_wrong_with_terms_is_said_with_its_place(tmp_path: Path) -> None:
    _, problems = _read(
        tmp_path,
        "terms:\n  brand-new:\n    also: [x]\n    broader: moon\nleave_out: [stoped]\n",
    )
    assert sorted(problems) == [
        "domains/terms.yml:2:3 field-missing",
        "domains/terms.yml:4:14 value-not-allowed",
        "domains/terms.yml:5:13 value-not-allowed",
    ]


def test_a_text_that_has_a_part_has_the_broader_term_too_and_not_the_other_way() -> None:
    assert {*CONCEPTS.find(list_stems("inhalers"))} >= {"inhaler", "asthma"}
    assert "inhaler" not in {*CONCEPTS.find(list_stems("asthma"))}


def test_each_broader_term_of_the_package_is_there() -> None:
    known = read_default_terms()
    assert [
        name for name, each in known.items() if each.broader and each.broader not in known
    ] == []


def test_a_value_that_the_site_does_not_have_is_no_goal() -> None:
    own = Terms.model_construct(
        terms={"call-bell": Concept(label=None, less=(), finds={"domain": "moon"})}, leave_out=()
    )
    assert len([*check_terms(own, None, ())]) == 1


def test_a_term_is_counted_once_where_two_of_its_phrases_begin() -> None:
    concepts = Concepts({"bin": Concept(label="bin", also=("bin lid",))})
    assert [*concepts.find(list_stems("the bin lid, and a bin"))] == ["bin", "bin"]
