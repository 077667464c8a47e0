"""Claims: what a title or a summary says of an amount, and what only sounds like it."""

import pytest

from generator.model import Story
from generator.rules.evidence.claims import list_claims


def _claims(summary: str) -> list[bool]:
    fields = {
        "title": "The name on the jug",
        "summary": summary,
        "date": "2026-11-02",
        "domains": ["naming"],
        "status": "made",
    }
    return [claim.compares for claim in list_claims(Story.model_validate(fields))]


@pytest.mark.parametrize(
    "text",
    [
        "The right name went from 62 % to 91 % in a year.",
        "Those who knew rose from 40 in a hundred to 80.",
        "The wait fell from 48 minutes to 12.",
        "It was 62 % before and 91 % after.",
        "We counted 62 per cent before, and 91 per cent after.",
        "Missed calls have halved since the spring.",
    ],
)
def test_two_figures_compared_are_a_comparison(text: str) -> None:
    assert _claims(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Fewer people are woken at night on Ward 4.",
        "Since the spring complaints have been reduced.",
        "Sleep has improved on the long corridor.",
        "Patients slept better with the door shut.",
        "The wait fell to 12 minutes by the summer.",
        "More people now know whom to ring at night.",
        "Since then more people have known whom to ring.",
    ],
)
def test_a_change_for_the_better_is_a_claim(text: str) -> None:
    assert _claims(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than six jugs were lost in a month.",
        "The wait did not fall from 48 minutes to 12.",
        "Nobody slept better, and we stopped in June.",
        "We hoped that complaints would be reduced by half.",
        "Has the sleep on Ward 4 improved since the spring?",
        "The clinic runs from 9 to 5, in rooms from 3 to 12.",
        "We moved from Ward 3 to Ward 7 and from 12 March to 14 April.",
        "She was better known as Peggy, and had reduced hearing.",
        "“It has improved,” said a porter to the sister.",
        "Names are no longer called across the waiting room.",
        "The jug holds up to 8 cups of water at a time.",
        "We halved the tablets with a knife from the kitchen.",
        "A bench for people who feel too ill to stand up.",
    ],
)
def test_what_is_denied_hoped_asked_quoted_or_no_amount_is_no_claim(text: str) -> None:
    assert _claims(text) == []
