"""Whose a day or a number is, by the words around it."""

import pytest
from measuring import judge

from generator.rules import RULES
from generator.rules.personal_data.clues import list_clues, read_table, read_weights, weigh
from generator.rules.personal_data.signs import read_sentence

TABLES = [sign.clues for rule in RULES for sign in rule.fault.signs if sign.clues]


def clues_of(text: str) -> set[str]:
    """List the clues around the word DAY."""
    start = text.index("DAY")
    return list_clues(text, (start, start + 3), read_sentence(text, start, start + 3))


def test_words_count_with_their_side_their_place_and_their_neighbour() -> None:
    assert clues_of("On DAY she fell.") == {
        "=a",
        *("on", "<on", "<1on"),
        *("she", ">she", ">1she", "fell", ">fell", ">2fell", ".", ">."),
        *("she fell", "fell ."),
    }


def test_of_other_sentences_of_the_paragraph_the_words_alone_are_clues() -> None:
    clues = clues_of("Nobody came.\n\nIt rained. DAY was a Monday. She fell.\n\nThe end.")
    assert {"~it", "~rained", "~she", "~fell"} <= clues
    assert clues.isdisjoint({"she", ">she", "it", "~nobody", "~end", "end"})


def test_a_heading_goes_with_what_stands_below_it() -> None:
    clues = clues_of("Before.\n\n## DAY\n\nShe fell.\n\nAfter.")
    assert {"~she", "~fell"} <= clues
    assert clues.isdisjoint({"~before", "~after"})


def test_figures_are_told_by_how_many_there_are_and_quotation_marks_are_plain() -> None:
    assert {'"', "99", "9999"} <= clues_of("“14 and 123456 on DAY”")


def test_a_text_of_any_length_has_a_bounded_number_of_clues() -> None:
    assert len(clues_of(f"{'she fell ' * 9999}DAY{' he fell' * 9999}")) < 100
    assert len(clues_of("DAY" + "".join(f" w{at}" for at in range(9999)))) < 200


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_each_clue_once_and_none_that_weighs_nothing(table: str) -> None:
    clues = [clue for each in read_table(table).values() for clue in each]
    assert len(clues) == len(set(clues)) == len(read_weights(table))
    assert 0 not in (weight for clue, weight in read_weights(table).items() if clue)


def test_each_table_tells_one_person_from_a_team_and_a_count() -> None:
    text = "She was admitted on 14 May with a broken hip."
    assert weigh("day_clues", text, (20, 26), (0, len(text))) > 0
    text = "The audit group met on 14 May to count the beds."
    assert weigh("day_clues", text, (23, 29), (0, len(text))) < 0
    text = "My mother is 93 and deaf."
    assert weigh("age_clues", text, (13, 15), (0, len(text))) > 0
    text = "The round took 93 minutes."
    assert weigh("age_clues", text, (15, 17), (0, len(text))) < 0


def test_a_day_by_itself_is_nobodys() -> None:
    assert judge("14 May 2026") == []
    assert judge("2026-03-03") == []
    assert judge("Printed on 14/05/2026 at 10:30.") == []
