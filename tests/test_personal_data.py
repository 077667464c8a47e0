"""The privacy rules, on texts that hide what they hold and on texts that only look as if."""

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from command import ROOT
from deep import DEEP
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.build.pipeline import Project, check
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.model import Origin, Story
from generator.model.base import Asset, Body
from generator.model.problem import Problem
from generator.rules import RULES
from generator.rules.personal_data.disguise import to_plain_text
from generator.rules.rule import Context, Rule

TODAY = dt.date(2026, 11, 23)
PRIVACY = [rule for rule in RULES if rule.fault.code.startswith("P")]
NUMBER = "943 476 5919"
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufe0f\u180e"
FIELDS = {
    "title": "A slate on the tea trolley",
    "summary": "A slate hangs on the tea trolley now.",
    "date": "2026-06-15",
    "domains": ["naming"],
    "status": "made",
}


def judge(
    body: str,
    rules: Iterable[Rule] = PRIVACY,
    assets: Iterable[str] = (),
    slug: str = "a-slate",
    **fields: object,
) -> list[Problem]:
    path = f"stories/{slug}.md"
    origin = Origin(path, slug, "stories", Body(body, 1))
    story = Story.model_validate(FIELDS | fields, context=origin)
    collection = link([story], assets=[Asset(path, "picture") for path in assets])
    context = Context(collection, Findings(), TODAY)
    return [problem for rule in rules for problem in rule.find(story, rule.fault, context)]


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.fault.code for problem in problems]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("P101", "Her wristband said ▸943 476 5919."),
        ("P101", "an NHS no. of ▸943-4765919"),
        ("P101", "see\nhttps://fernhill.example/?nhs_number=▸9434765919"),
        ("P101", "&ldquo;hm&rdquo; ▸&#57;43&nbsp;476&nbsp;5919"),
        ("P101", "a&amp;b\n\n> ▸943\\-476\\-5919"),
        ("P101", "over two lines ▸943 476\n5919"),
        ("P102", "his number, ▸AA 00 00 00 A"),
        ("P102", "the national insurance number is ▸aa000000a"),
        ("P103", "ring ▸07912 345678"),
        ("P103", "ring ▸(0161) 276 1234"),
        ("P103", "ring ▸+44 (0)161 276 1234"),
        ("P104", "write to ▸jane.doe@nhs.net"),
        ("P104", "[write](mailto:▸jane.doe%40nhs.net)"),
        ("P104", "▸jane＠nhs.net"),
        ("P105", "to ▸LS6\u00a03HN"),
        ("P105", "“é” ▸ＬＳ６ 3HN"),
        ("P105", "her postcode is ▸ls63hn"),
        ("P106", "DOB ▸3/3/48"),
        ("P106", "date of birth: ▸1948-03-02"),
        ("P106", "born on ▸March 3rd, 1948"),
        ("P106", "born on Tuesday the ▸3rd of March 1948"),
        ("P107", "My wife died on ▸14 May 2026 at home."),
        ("P107", "Her scan was on Tuesday ▸14 May 2026."),
        ("P108", "a woman, aged ▸ninety-four, in the bay"),
        ("P108", "I’m ▸93, you know"),
        ("P108", "▸95 years old"),
        ("P109", "a patient called ▸Ivy Marsh said"),
        ("P109", "▸Mr Alan van der Berg, a patient, said"),
    ],
)
def test_a_text_is_reported_at_its_first_sign(code: str, text: str) -> None:
    before, _, after = text.partition("▸")
    [problem] = judge(before + after)
    line = before.count("\n") + 1
    column = len(before.rpartition("\n")[2]) + 1
    assert (problem.fault.code, problem.place.line, problem.place.column) == (code, line, column)


@pytest.mark.parametrize(
    "text",
    [
        "9434765919",
        "ISBN 943 476 5919",
        "https://social.example/status/9434765919 and https://a.example/943-476-5919",
        "0.943.476.5919",
        "QQ 12 34 56 C, BG 12 34 56 C, and a part AB123456C-2",
        "111, 999, 116 123, 0800 1111, 0300 123 4567, 0345 222 1111, 020 7946 0123",
        "01/02/2026 10:30, 2026 2025 2024, https://a.example/01612761234",
        "tea@ward.example, appointments@fernhill.nhs.uk, england.service-manual@nhs.net",
        "3 cups @ 40 pence, @ivy, https://a.example/@ivy/1",
        "LS6, A1 2BC, M2 8GB, ls6 3hn, https://a.example/LS6-3HN",
        "Nobody asked for a date of birth. On 3 March 1948 it snowed.",
        "The clinic was born on 3 March 1948, and she was born in 1948.",
        "The ward opened on 14 May 2026. She died in the spring.",
        "95 minutes, 95 people, 95%, she was 95% sure, she was 91 minutes late, aged 9",
        "people aged 90 and over, aged 85 to 95, between 60 and 92 years old, a 95-year-old lift",
        "The patient, Ivy, and the patient, Macmillan Cancer Support, and Jo Hill, a porter.",
        "A patient called Dr Marsh. Mary Seacole, a patient advocate.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert judge(text) == []


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Ten digits with the check digit of an NHS number."""
    first = draw(st.lists(st.integers(0, 9), min_size=9, max_size=9))
    check_digit = -sum(digit * (10 - at) for at, digit in enumerate(first)) % 11
    assume(check_digit < 10)
    return "".join(map(str, [*first, check_digit]))


def _set(number: str, sign: str) -> str:
    return sign.join((number[:3], number[3:6], number[6:]))


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """An NHS number set as 3-3-4, in whatever digits, with unseen signs between them."""
    sign = draw(st.sampled_from([" ", "-", ".", "\u00a0", "\u2009", "–", "\u2011", "．", "·"]))
    text = _set(draw(numbers()), sign)
    unseen = st.text(UNSEEN, max_size=3)
    zeros = st.sampled_from("0０٠०")
    shown = [chr(ord(draw(zeros)) + int(each)) if each.isdigit() else each for each in text]
    return shown[0] + "".join(draw(unseen) + each for each in shown[1:])


BEFORE = st.text("abé “”\n…\u200bﬁ½&;\\()", max_size=30)


@given(BEFORE, disguised())
def test_an_nhs_number_is_found_where_it_begins_whatever_hides_it(before: str, shown: str) -> None:
    before += " "
    rules = [rule for rule in PRIVACY if rule.fault.code == "P101"]
    [problem] = judge(f"{before}{shown} b", rules)
    assert problem.place.line == before.count("\n") + 1
    assert problem.place.column == len(before.rpartition("\n")[2]) + 1


@given(numbers(), st.integers(1, 9), st.sampled_from(["", " ", "-", "."]))
def test_a_wrong_check_digit_is_no_nhs_number(number: str, off: int, sign: str) -> None:
    wrong = number[:9] + str((int(number[9]) + off) % 10)
    found = judge(f"The NHS number is {_set(wrong, sign)}, and {_set(wrong, sign)}")
    assert "P101" not in codes(found)


@example("½&a0;")
@given(st.text(st.sampled_from("ab1 \\-&#57;％9９\u200bﬁ½…é%20")))
def test_plain_signs_can_be_traced_back(text: str) -> None:
    plain = to_plain_text(text)
    origins = [plain.find_origin(offset) for offset in range(len(plain.words) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin <= len(text) for origin in origins)
    for sign, origin in zip(plain.words, origins, strict=False):
        if sign in "ab":
            assert text[origin] == sign


def test_every_text_of_a_story_is_searched() -> None:
    said = f"It says {NUMBER} there."
    consent = {"reference": said, "scope": ["website"], "given": "2026-02-11"}
    voice = {"role": "staff", "quote": said, "said_by": said, "identity": "anonymous"}
    measure = {"title": said, "type": "outcome", "definition": said, "unit": said, "says": said}
    data = {
        "points": [{"date": "2026-01-01", "value": "1", "note": said}],
        "rebase": [{"date": "2026-01-01", "reason": said}],
    }
    fields: dict[str, object] = {
        **dict.fromkeys(("title", "summary", "organisation", "team", "problem", "aim"), said),
        **dict.fromkeys(("spread", "adapted", "limitations"), said),
        "lessons": [said],
        "contact": {"name": said, "role": said},
        "headroom": {"hours": "1", "weeks": "1", "enabled_by": said},
        "involvement": {"level": "co-design", "decided_by": said},
        "experience": [{"method": "observation", "from": "staff", "found": said}],
        "touchpoints": [{"moment": said, "feelings": [said]}],
        "voices": [{**voice, "consent": consent}],
        "measures": [{**measure, **data}],
        "source": {"title": said, "url": f"https://a.example/nhs-number/{NUMBER[:3]}4765919"},
        "image": {"file": said, "alt": said, "credit": said},
        "allow": [{"rule": "L101", "because": said}],
    }
    written = str(fields).count("943")
    assert codes(judge(said, **fields)) == ["P101"] * (written + 1)


@pytest.mark.site
def test_a_note_in_a_data_file_is_searched_and_named(project: Path) -> None:
    folder = project / "stories/2026/a-quiet-room"
    data = folder / "waiting-times.csv"
    lines = data.read_text(encoding="utf-8").splitlines()
    cells = [*lines[3].split(","), "", ""][:3]
    lines[3] = ",".join([*cells, f"the clerk wrote {NUMBER}"])
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    problems = check(Project(project), TODAY).problems
    [problem] = [each for each in problems if each.fault.code == "P101"]
    assert problem.place.path.endswith("waiting-times.csv")
    assert lines[problem.place.line - 1][problem.place.column - 1 :] == NUMBER


def test_the_names_of_pictures_and_data_are_searched() -> None:
    files = ["stories/ivy-marsh-dob-1948.jpg", "stories/dob-03-03-1948.csv", "stories/room.webp"]
    found = judge("A room.", assets=files)
    assert {problem.place.path for problem in found} == set(files[:2])
    assert set(codes(found)) == {"P110"}


def test_a_contact_may_be_reached() -> None:
    contact = {"name": "Ivy Marsh", "role": "Sister, 0161 276 1234", "email": "ivy@nhs.net"}
    assert judge("Tea.", contact=contact) == []


def test_a_message_does_not_repeat_what_it_found() -> None:
    found = ["943 476 5919", "AA 00 00 00 A", "07912 345678", "ivy.marsh@nhs.net", "LS6 3HN"]
    problems = judge("; ".join(found))
    assert len(problems) == len(found)
    for problem, value in zip(problems, found, strict=True):
        assert value not in problem.message + problem.hint
        assert re.search(r"“.{1,3}….{1,2}”", problem.message)


@pytest.mark.site
def test_the_tables_of_telephone_numbers_are_read_only_when_needed() -> None:
    program = (
        "import sys; import generator.rules; from test_personal_data import judge;"
        "judge('No number.');"
        "assert 'phonenumbers' not in sys.modules"
    )
    subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
    )


HOSTILE = (
    "1", "1 ", "1-", "- ", " ", "@", "a.b@", "(at)", "0 ", "(0", "+1 ", "A1 ", "AB", "AB 12 ",
    "&#1;", "\\-", "\u200b", "９", "the patient, ", "Aa ", "Aa Bb, a ", "NHS number ", "nhs:1",
    "date of birth ", "born on ", "3 March ", "3 March 1948 ", "1.1.", "she was 91 ", "ninety-",
    "aged 90 ", "postcode ", "LS6 3HN ", "http://", "123-456-7890 ", "943 476 5919 ",
)  # fmt: skip


@pytest.mark.deep
@pytest.mark.parametrize("rule", PRIVACY, ids=lambda rule: rule.fault.name)
def test_hostile_texts_cost_no_more_than_their_length(rule: Rule) -> None:
    """A search that is quadratic takes minutes over these; none takes a second."""
    size = 200_000 if DEEP else 100_000
    for piece in HOSTILE:
        before = time.process_time()
        judge(piece * (size // len(piece)), [rule])
        assert time.process_time() - before < 10, piece
