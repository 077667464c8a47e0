"""Advice: what tells the reader what to do, and what only tells what happened."""

import datetime as dt
import re
from pathlib import Path

import measuring
import pytest

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.collection.story_evidence import Findings
from generator.model import Body, Origin, Story
from generator.rules.rule import Context
from generator.rules.text import advice_giving, advice_words

CONTEXT = Context(Collection(), Findings(), dt.date(2026, 11, 23))


def _count(markdown: str) -> int:
    fields = {
        "title": "The name on the jug",
        "summary": "We write the name on the lid of the jug.",
        "date": "2026-11-02",
        "domains": ["naming"],
        "status": "made",
    }
    story = Story.model_validate(fields, context=Origin("s.md", "s", "", Body(markdown, 1)))
    rule = advice_giving.RULE
    return len(list(rule.find(story, rule.fault, CONTEXT)))


@pytest.mark.parametrize(
    "text",
    [
        "You should ask every patient.",
        "You **should** ask every patient.",
        "You\nshould ask every patient.",
        "Staff must introduce themselves.",
        "Teams need to listen.",
        "It’s important to listen.",
        "Please make sure that the lid is dry.",
        "We strongly recommend a lid.",
        "Asking first is best practice.",
        "A pen should always be used.",
        "However busy the ward is, never skip the lid.",
        "To the next team: test the lid first.",
        "Porters reading this: go and meet the cook.",
        "Ditch the lid.",
        "The lids had gone by noon, so tie them on.",
        "You will be amazed at the lid.",
        "You can’t go wrong with a big lid.",
        "Every patient deserves a lid.",
        "It is up to each ward to find a lid.",
        "If one small ward can do it, so can yours.",
        "Do have a look at the lid, won’t you?",
        "How many of your lids can be read from the bed, and your own jug?",
        "\n\nFive tips for a calmer ward",
    ],
)
def test_advice_is_found(text: str) -> None:
    assert _count(f"The jug is full. {text}") == 1


@pytest.mark.parametrize(
    "text",
    [
        "She told me I should ask, and that staff must listen.",
        "They asked whether you should knock.",
        "The notice by the sink was clear that staff must wash, according to the porter.",
        "“You should ask every patient,” she said.",
        "You should have seen the first pen.",
        "Should a pen be used?",
        "We made sure of the ink, and washed the lid to make sure that it held.",
        "The staff needed to sit down.",
        "It was important to Peggy.",
        "When they come in at ten they fill the jugs, wash the lids and go.",
        "Our plan for June: ask the cook.",
        "On Monday, Alice filled the jug.",
        "Bed the third from the door was the coldest.",
        "Please do not touch, said the tape across the jug.",
        "The lid was found by the cook; read the story as she told it, he said.",
        "If the bell should ring, the runner goes.",
        "\n\nFive tips came from the cook.",
    ],
)
def test_what_was_said_or_done_is_no_advice(text: str) -> None:
    assert _count(f"The jug is full. {text}") == 0


def test_a_passage_is_reported_once() -> None:
    assert _count("You should ask. You must listen. Make sure of it.\n\nYou should write.") == 2


def test_orders_in_a_list_count_but_where_they_are_shown() -> None:
    orders = "- Ask the patient.\n- Write it down.\n- Keep the lid.\n"
    assert _count(f"## Top tips\n\n{orders}") == 1
    assert _count(f"## The lid\n\n{orders}") == 1
    assert _count(orders) == 1
    assert _count(f"## What stood on the card\n\n{orders}") == 0
    assert _count("## What we did\n\n- Lids were dried.\n- Lids are dry.\n- A lid was kept.\n") == 0


def test_the_body_is_read_where_the_summary_is_missing(project: Path) -> None:
    story = project / "stories/a-jug.md"
    story.write_text(
        "---\ntitle: The name on the jug\ndate: 2026-11-02\n---\n\nStaff must ask first.\n",
        encoding="utf-8",
    )
    found = check(Project(project), dt.date(2026, 11, 23)).problems
    codes = {problem.fault.code for problem in found if problem.place.path == "stories/a-jug.md"}
    assert {"V302", "L901"} <= codes


@pytest.mark.parametrize("half", measuring.list_halves("advice"))
def test_whatever_a_wording_finds_has_one_of_its_words_in_it(half):
    found = 0
    for case in measuring.read_texts(f"advice-{half}"):
        said = set(re.findall("[a-z]+", case["text"].lower()))
        for way in advice_words._WORDINGS:
            if way.pattern.search(case["text"]):
                found += 1
                assert all(words & said for words in (way.words, *way.beside)), way.pattern
    assert found


@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "12)", "  -", "  3. -"])
def test_orders_are_found_in_lists_of_any_kind_without_a_word_of_advice(marker):
    body = "## The lid\n\n" + "".join(f"{marker} Ask\n" for _ in range(3))
    assert _count(body) == 1
