"""What a rule is passed over by: nothing that its pattern finds is missed at the first look."""

import gc
import re

import pytest
from deep import DEEP
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model import Action
from generator.model.base import Body, Origin
from generator.model.lazy_pattern import LazyPattern, compile_when_asked
from generator.rules.personal_data import (
    age_over_89,
    car_registration,
    dates_in_text,
    email_address,
    exact_date_of_patient,
    hospital_number,
    ip_address,
    national_insurance_number,
    nhs_checksum,
    phone_number,
    postcode,
    street_address,
)
from generator.rules.personal_data.name_patterns import SIGNS
from generator.rules.personal_data.names_in_boxes import BOX_SIGNS
from generator.rules.personal_data.names_in_text import list_patient_names
from generator.rules.personal_data.texts import (
    Look,
    as_words,
    list_figures,
    list_texts,
    look_at,
    with_any,
)


def may_hold_plate(look: Look) -> bool:
    return car_registration._MAY_BE_PLATE.search(look.figures) is not None


BY_LOOK = {
    module.__name__.rpartition(".")[2]: (signs, look)
    for module, signs, look in (
        (age_over_89, age_over_89._SIGNS, age_over_89._find_cheapest),
        (car_registration, car_registration._SIGNS[:-1], may_hold_plate),
        (dates_in_text, dates_in_text.SIGNS, dates_in_text.may_hold_date),
        (exact_date_of_patient, exact_date_of_patient._SIGNS, dates_in_text.may_hold_date),
        (email_address, email_address._SIGNS, email_address._find_cheapest),
        (ip_address, ip_address._SIGNS, ip_address._may_hold),
        (street_address, street_address._SIGNS[:-1], street_address._may_hold),
    )
}
# The name of a house is an address behind these alone.
LABELS = ["Address: ", "address is ", "address | ", "lives at ", "lived at ", "living at ",
          "lives up at ", "stays at ", "resides at ", "House: ", "Home: "]  # fmt: skip
BY_FIGURES = {
    "ten": nhs_checksum.TEN_DIGITS,
    "nine": phone_number._NINE_DIGITS,
    "six": national_insurance_number._SIX_DIGITS,
    "postcode": postcode._MAY_BE_POSTCODE,
    "plate": car_registration._MAY_BE_PLATE,
    "year": re.compile(r"(?:18|19|20)[0-9]{2}"),
}
# An O among figures is read as a nought.
AMONG_FIGURES = re.compile(r"[0-9]O|O[0-9]")
AROUND = st.text("ab “é”-.\n", max_size=12)


def make_action(body: str) -> Action:
    origin = Origin("stories/actions/a.md", "a", "stories/actions", Body(body, 9))
    return Action.model_validate({"title": "Turned 7 chairs", "status": "made"}, context=origin)


@pytest.mark.parametrize("name", BY_LOOK)
@settings(derandomize=not DEEP)
@given(data=st.data())
def test_whatever_a_sign_of_a_rule_finds_is_passed_by_no_first_look(name: str, data) -> None:
    signs, look = BY_LOOK[name]
    pattern = data.draw(st.sampled_from(signs)).pattern
    pattern = re.compile(pattern.pattern, pattern.flags)  # it may be one that is not compiled yet
    ascii_only = st.characters(max_codepoint=127)
    found = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=ascii_only))
    body = f"{data.draw(AROUND)} {found} {data.draw(AROUND)}"
    assume(not AMONG_FIGURES.search(body))
    texts = list(list_texts(make_action(body), re.compile(re.escape(found.strip())), look))
    assert body in [text.words for text in texts]


@pytest.mark.parametrize("label", LABELS)
def test_the_name_of_a_house_is_passed_by_no_first_look(label: str) -> None:
    action = make_action(f"She said so. {label}Rose Villa, Cwmdu, then as now.")
    found = list(street_address.RULE.find(action, street_address.RULE.fault, None))
    assert [problem.message[-9:] for problem in found] == ["“Ros…du”."]


@settings(derandomize=not DEEP)
@given(data=st.data())
def test_no_date_of_birth_is_passed_by_the_first_look(data) -> None:
    sign = data.draw(st.sampled_from(dates_in_text.SIGNS))
    beside = sign.after or sign.near[0]
    beside = re.compile(beside.pattern, beside.flags)
    ascii_only = st.characters(max_codepoint=127)
    found = re.compile(sign.pattern.pattern, sign.pattern.flags)
    told = data.draw(st.from_regex(found, fullmatch=True, alphabet=ascii_only))
    said = data.draw(st.from_regex(beside, fullmatch=True, alphabet=ascii_only))
    chosen = dates_in_text.choose_birth_signs(look_at(make_action(f"{said} {told} a")))
    assert sign in chosen


@settings(derandomize=not DEEP)
@given(data=st.data())
def test_one_of_its_words_stands_beside_whatever_a_sign_finds(data) -> None:
    signs = (*SIGNS, *BOX_SIGNS, *hospital_number._SIGNS)
    sign = data.draw(st.sampled_from([sign for sign in signs if sign.words]))
    pattern = sign.after or sign.pattern
    pattern = re.compile(pattern.pattern, pattern.flags)
    found = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    assert not sign.words.isdisjoint(as_words(found)), pattern.pattern


@pytest.mark.parametrize("rule", [age_over_89, email_address], ids=lambda r: r.RULE.fault.name)
@settings(derandomize=not DEEP)
@given(data=st.data())
def test_the_cheapest_pattern_finds_what_a_sign_does_whatever_else_there_is(rule, data) -> None:
    pattern = data.draw(st.sampled_from(rule._SIGNS)).pattern
    pattern = re.compile(pattern.pattern, pattern.flags)
    found = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii")))
    assume(found.lower() != "century")  # whose it is stands before it
    assume(not AMONG_FIGURES.search(found))
    action = make_action(f"a {found} b\n\nAsk at desk@example.org, open for 97 weeks.")
    cheapest = rule._find_cheapest(look_at(action))
    assert cheapest.search(f"a {found} b"), cheapest.pattern


@pytest.mark.parametrize("name", BY_FIGURES)
@given(data=st.data())
def test_whatever_a_pattern_of_figures_finds_is_found_among_the_figures(name: str, data) -> None:
    pattern = re.compile(BY_FIGURES[name].pattern, BY_FIGURES[name].flags)
    found = data.draw(st.from_regex(pattern, fullmatch=True))
    body = f"{data.draw(AROUND)} {found} {data.draw(AROUND)}"
    assume(not AMONG_FIGURES.search(body))
    texts = list(list_figures(make_action(body), pattern))
    assert [text.words for text in texts] == [body]


@pytest.mark.parametrize(
    "words",
    [
        "We asked the patient called Jane Miller.",
        "It was our carer, named Jane Miller.",
        "The patient, Jane Miller, came.",
        "It was Jane Miller, one of our former patients.",
        "It was Jane Miller, a resident at home.",
    ],
)
def test_whoever_is_named_as_a_patient_or_a_carer_is_found(words: str) -> None:
    found = [words[start:end] for start, end in list_patient_names(words)]
    assert found == ["Jane Miller"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("When Amina was transferred to us, nobody knew.", []),
        ("Then Liam was sectioned. So Len's line became the number.", []),
        ("He was ready by Monday. Amina was discharged.", []),
        ("When Amina Tuck was transferred to us, nobody knew.", ["When Amina Tuck"]),
        ("The ward was full on Monday. Amina Tuck was discharged.", ["Amina Tuck"]),
    ],
)
def test_a_name_is_not_put_together_of_two_sentences_or_of_how_one_begins(
    words: str, names: list[str]
) -> None:
    assert [words[start:end] for start, end in list_patient_names(words)] == names


def test_a_pattern_that_is_compiled_when_it_is_asked_answers_as_one_that_is() -> None:
    late, early = compile_when_asked("(?P<who>j[a-z]+)", re.IGNORECASE), re.compile("(?i)j[a-z]+")
    assert [found["who"] for found in late.finditer("Jane, jo")] == early.findall("Jane, jo")
    assert (late.sub("X", "Jane"), late.search("Ann"), late.groups) == ("X", None, 1)
    assert re.compile(late.pattern, late.flags) == re.compile("(?P<who>j[a-z]+)", re.IGNORECASE)


def test_every_pattern_of_the_rules_can_be_compiled() -> None:
    known = [each for each in gc.get_objects() if isinstance(each, LazyPattern)]
    assert len(known) > 100
    assert [each.pattern for each in known if each.search is None] == []


def test_texts_without_figures_or_words_are_passed_over() -> None:
    action = make_action("Nothing to see, but for the chairs.")
    assert not list(list_figures(action, re.compile("[0-9]{2}")))
    assert not list(list_texts(action, re.compile("chairs"), with_any("tables")))
