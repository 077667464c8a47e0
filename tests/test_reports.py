"""Problems told to people, with a caret under the right sign, and to programs, in a fixed shape."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from generator.model.problem import Fault, Place, Problem, Severity, sort_problems
from generator.reports.escape import clean
from generator.reports.json import tell_json
from generator.reports.text import tell_counts, tell_problems

ERROR = Fault("V305", "date-impossible", Severity.ERROR, "A date.", "Why.", "Write it out.")
WARNING = Fault("W701", "advice-given", Severity.WARNING, "Advice.", "Why.", "Tell it.")
ADVICE = Fault("F107", "byte-order-mark", Severity.ADVICE, "A mark.", "Why.", "Nothing.")
SHAPE = {
    "type": "object",
    "required": ["version", "problems", "counts"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1},
        "problems": {
            "type": "array",
            "items": {
                "type": "object",
                "required": (keys := ["code", "name", "severity", "path", "line", "column",
                                      "message", "hint"]),
                "additionalProperties": False,
                "properties": {key: {"type": "string"} for key in keys}
                | {
                    "severity": {"enum": ["error", "warning", "advice"]},
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                },
            },
        },
        "counts": {
            "type": "object",
            "required": (counted := ["error", "warning", "advice", "records"]),
            "additionalProperties": False,
            "properties": {key: {"type": "integer", "minimum": 0} for key in counted},
        },
    },
}  # fmt: skip


def make(  # noqa: PLR0913, PLR0917 (the parts of a problem)
    fault=ERROR, path="stories/a.md", line=1, column=1, message="A date.", hint=""
) -> Problem:
    return fault.at(Place(path, line, column), message, hint)


def tell(problem: Problem, line: str | None = None) -> list[str]:
    (told,) = tell_problems([problem], lambda _: line)
    return told.rstrip("\n").split("\n")


def find_caret(told: list[str]) -> str:
    """Find what stands above the caret."""
    above, below = told[2], told[3]
    assert re.fullmatch(r"  +│ *\^", below)
    assert above.index("│") == below.index("│")
    return above[below.index("^") :]


def test_json_has_exactly_the_keys_that_were_promised():
    problems = [make(), make(WARNING), make(ADVICE, line=3, column=7)]
    told = json.loads(tell_json(problems, 12))
    Draft202012Validator(SHAPE).validate(told)
    assert told["counts"] == {"error": 1, "warning": 1, "advice": 1, "records": 12}
    assert list(told) == ["version", "problems", "counts"]
    assert list(told["problems"][0]) == keys


def test_json_says_of_a_problem_what_it_is():
    told = json.loads(tell_json([make(message="“x” is wrong.", hint="Mend “é”.", column=9)], 1))
    assert told["problems"] == [
        {
            "code": "V305",
            "name": "date-impossible",
            "severity": "error",
            "path": "stories/a.md",
            "line": 1,
            "column": 9,
            "message": "“x” is wrong.",
            "hint": "Mend “é”.",
        }
    ]


def test_json_without_problems_has_the_same_shape():
    told = json.loads(tell_json([], 0))
    Draft202012Validator(SHAPE).validate(told)
    assert told["problems"] == []


def test_json_can_be_written_as_utf_8_whatever_a_file_is_called():
    told = tell_json([make(path="stories/caf\udce9.md")], 1)
    assert json.loads(told.encode("utf-8"))["problems"][0]["path"] == "stories/caf?.md"


def test_text_says_the_place_then_what_is_wrong_then_the_line_then_what_to_do():
    told = tell(make(line=4, column=7, message="There is no such day."), "date: 2026-02-30")
    assert told == [
        "stories/a.md:4:7  error V305 date-impossible",
        "  There is no such day.",
        "  4 │ date: 2026-02-30",
        "    │       ^",
        "  → Write it out.",
    ]


@pytest.mark.parametrize("line", [None, "", "   "])
def test_text_leaves_out_a_line_that_has_nothing_to_show(line):
    assert tell(make(), line) == [
        "stories/a.md:1:1  error V305 date-impossible",
        "  A date.",
        "  → Write it out.",
    ]


@pytest.mark.parametrize(
    ("line", "column", "above"),
    [
        ("date: 2026-02-30", 1, "date"),
        ("date: 2026-02-30", 7, "2026"),
        ("\tdate: 2026", 2, "date"),
        ("a\tb\tcX", 6, "X"),
        ("date:", 6, ""),
    ],
)
def test_the_caret_stands_under_its_sign(line, column, above):
    found = find_caret(tell(make(column=column), line))
    assert found.startswith(above)
    assert bool(found) == bool(above)


@pytest.mark.parametrize("line_number", [1, 10, 123, 54321])
def test_the_caret_stands_under_its_sign_whatever_the_number_of_the_line(line_number):
    assert find_caret(tell(make(line=line_number, column=3), "abX")) == "X"


@pytest.mark.parametrize("before", [0, 1, 43, 44, 45, 87, 88, 89, 500, 20_000])
@pytest.mark.parametrize("after", [0, 30, 500])
def test_the_caret_stands_under_its_sign_in_a_long_line(before, after):
    told = tell(make(column=before + 1), "a" * before + "X" + "b" * after)
    assert find_caret(told).startswith("X")
    assert max(map(len, told)) <= 100


def test_the_caret_counts_wide_letters_twice_and_accents_not_at_all():
    assert tell(make(column=4), "日本語X")[3] == "    │       ^"
    assert tell(make(column=3), "e\u0301X")[3] == "    │  ^"


@pytest.mark.parametrize(
    "sign",
    ["\x1b", "\x00", "\x07", "\x08", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800"],
)
def test_what_could_move_a_cursor_or_hide_text_is_never_printed(sign):
    problem = make(path=f"a{sign}.md", message=f"b{sign}[2Kc.", hint=f"d{sign}e.", column=2)
    told = tell(problem, f"f{sign}[31mg")
    assert sign not in "".join(told)
    assert told[2] == "  1 │ f\N{REPLACEMENT CHARACTER}[31mg"
    assert find_caret(told).startswith("\N{REPLACEMENT CHARACTER}")
    "\n".join(told).encode("utf-8")


def test_a_file_s_name_cannot_pass_for_a_line_of_its_own():
    told = tell(make(path="a\n::error::b.md"))
    assert len(told) == 3
    assert told[0].startswith("a\N{REPLACEMENT CHARACTER}::error::b.md:1:1")


def test_ordinary_letters_are_printed_as_they_are():
    assert clean("café ’“” – 日本 😀") == "café ’“” – 日本 😀"


def test_a_long_message_is_wrapped_and_stays_indented():
    told = tell(make(message="word " * 60 + "end.", hint="hint " * 60 + "end."))
    assert max(map(len, told)) <= 96
    assert all(line.startswith("  ") for line in told[1:])
    hints = [row for row, line in enumerate(told) if line.startswith("  → ")]
    assert len(hints) == 1
    assert told[hints[0] + 1].startswith("    hint")


def test_a_style_colours_only_the_label_the_place_the_margin_and_the_caret():
    def style(text: str, role: str) -> str:
        return f"<{role}>{text}</{role}>"

    (told,) = tell_problems([make(column=3)], lambda _: "abX", style)
    assert told.split("\n") == [
        "<place>stories/a.md:1:3</place>  <error>error V305</error> date-impossible",
        "  A date.",
        "<margin>  1 │ </margin>abX",
        "<margin>    │ </margin>  <caret>^</caret>",
        "  → Write it out.",
        "",
    ]


@pytest.mark.parametrize(
    ("problems", "records", "said"),
    [
        ([], 0, "0 records checked: nothing to mend."),
        ([], 1, "1 record checked: nothing to mend."),
        ([make()], 2, "2 records checked: 1 error."),
        ([make(), make(), make(WARNING)], 9, "9 records checked: 2 errors, 1 warning."),
        ([make(ADVICE)], 2, "2 records checked: 1 piece of advice."),
        ([make(ADVICE)] * 2, 2, "2 records checked: 2 pieces of advice."),
    ],
)
def test_a_run_is_summed_up_in_one_line(problems, records, said):
    assert tell_counts(problems, records) == said


def test_problems_are_sorted_by_place_and_then_by_code():
    problems = [
        make(path="b.md"),
        make(path="a.md", line=10),
        make(path="a.md", line=9, column=10),
        make(path="a.md", line=9, column=9),
        make(ADVICE, path="a.md", line=9, column=9),
    ]
    told = [f"{p.place} {p.fault.code}" for p in sort_problems(problems)]
    assert told == [
        "a.md:9:9 F107",
        "a.md:9:9 V305",
        "a.md:9:10 V305",
        "a.md:10:1 V305",
        "b.md:1:1 V305",
    ]
    assert sort_problems(problems[::-1]) == sort_problems(problems)
