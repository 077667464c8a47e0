"""Figures in every form that people keep them in give the same points, through every door."""

import datetime as dt
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from command import ROOT

from generator.collection.link import link
from generator.intake.from_json import read_json
from generator.intake.typed_points import read_cells, read_typed
from generator.load.measure_files import read_points
from generator.load.points import Region, parse_day
from generator.load.points.ways import DATES, plain_text

TODAY = dt.date(2026, 11, 23)
HERE = Region(month_first=False, today=TODAY)
Series = list[tuple[dt.date, float, int | None]]
DATE_FORMS: dict[str, Callable[[dt.date], str]] = {
    "ISO": dt.date.isoformat,
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "points, short": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "words": lambda d: f"{d.day} {d:%B %Y}",
    "ordinal": lambda d: f"{d.day}th of {d:%b %Y}",
    "month before": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Excel's": lambda d: f"{d:%d-%b-%y}",
    "week commencing": lambda d: f"w/c {d:%d/%m/%Y}",
    "a weekday": lambda d: f"{d:%A}, {d.day} {d:%B %Y}",
    "timestamp": lambda d: f"{d.isoformat()}T09:30:00",
    "timestamp with zone": lambda d: f"{d.isoformat()} 00:00:00+01:00",
    "no-break": lambda d: f"{d.day}\N{NO-BREAK SPACE}{d:%B}\N{NO-BREAK SPACE}{d.year}",
    "dashes": lambda d: d.isoformat().replace("-", "\N{NON-BREAKING HYPHEN}"),
}
MONTH_FORMS: dict[str, Callable[[dt.date], str]] = {
    "Jan-26": lambda d: f"{d:%b-%y}",
    "January 2026": lambda d: f"{d:%B %Y}",
    "2026-01": lambda d: f"{d:%Y-%m}",
    "01/2026": lambda d: f"{d:%m/%Y}",
}
NUMBER_FORMS: dict[str, Callable[[float], str]] = {
    "plain": lambda v: f"{v:g}" if v < 1000 else f"{v:.1f}",
    "per cent": lambda v: f"{v:.1f} %",
    "thousands": lambda v: f"{v:,.1f}",
    "decimal comma": lambda v: f"{v:.1f}".replace(".", ","),
    "continental": lambda v: f"{v:,.1f}".translate(str.maketrans(",.", ".,")),
    "spaces": lambda v: f"{v:,.1f}".replace(",", "\N{NARROW NO-BREAK SPACE}"),
}


def make_series(number: int) -> Series:
    """Make one of sixty series: months, weeks or quarters, each of its own length and size."""
    start = dt.date(2023, 1 + number % 12, 1)
    size = (1, 12.5, 1_437.5)[number % 3]
    days: list[dt.date] = []
    for at in range(5 + number % 9):
        if number % 4 == 0:
            days.append(start + dt.timedelta(weeks=at))
        else:
            step = 3 if number % 4 == 1 else 1
            year, month = divmod(start.month - 1 + at * step, 12)
            days.append(dt.date(start.year + year, month + 1, 1))
    return [
        (
            day,
            round(size * (7 + (number * 7 + at * 3) % 11) + 0.5, 1),
            (20 + at) if number % 2 else None,
        )
        for at, day in enumerate(days)
    ]


SERIES = [make_series(number) for number in range(60)]


def is_monthly(series: Series) -> bool:
    return all(day.day == 1 for day, *_ in series)


def write_cells(series: Series, number: int) -> list[list[str]]:
    """Write a series in ways of its own."""
    forms = list((DATE_FORMS | MONTH_FORMS if is_monthly(series) else DATE_FORMS).values())
    date = forms[number % len(forms)]
    value = list(NUMBER_FORMS.values())[number % len(NUMBER_FORMS)]
    return [[date(day), value(v), "" if n is None else str(n)] for day, v, n in series]


def told(points: Sequence[object]) -> Series:
    return [(p.date, p.value, None if p.n is None else int(p.n)) for p in points]  # type: ignore[attr-defined]


def from_fields(rows: Sequence[dict[str, object]]) -> Series:
    return [
        (
            dt.date.fromisoformat(str(r["date"])),
            float(str(r["value"])),
            int(str(r["n"])) if "n" in r else None,
        )
        for r in rows
    ]


def write_text(
    cells: list[list[str]], sign: str, names: Sequence[str] = ("date", "value", "n")
) -> str:
    rows = [names, *cells]
    return "".join(sign.join(f'"{c}"' if sign in c else c for c in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("number", range(60))
def test_a_series_gives_the_same_points_through_every_door(number, tmp_path):
    series, cells = SERIES[number], write_cells(SERIES[number], number)
    names = [("date", "value", "n"), ("Month", "Rate (%)", "Out of"), ("When", "Calls", "n")][
        number % 3
    ]
    sign = ",;\t"[number % 3]
    plain = write_text(cells, sign, names)
    title = "Ward 7, 2023\r\n\r\n" if sign != "," else '"Ward 7, 2023"\r\n'
    for text in (
        plain,
        f"sep={sign}\r\n{plain}",
        title + plain,
        plain + sign.join(["Total", "12", ""]) + "\r\n",
        plain.replace("\r\n", sign + sign + "\r\n"),
    ):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            read = read_points(text.encode(encoding), "a.csv", unit="%", region=HERE)
            assert told(read.points) == series, (text, read.problems)
            assert {problem.fault.code for problem in read.problems} <= {"D405"}
    assert from_fields(read_cells(cells, ("date", "value", "n"), "%", HERE).rows) == series
    points = [dict(zip(("date", "value", "n"), row, strict=True)) for row in cells]
    measure = {"title": "Waits", "unit": "%", "points": points}
    (tmp_path / "a.json").write_text(json.dumps({"title": "A", "measures": [measure]}), "utf-8")
    (draft,) = read_json(tmp_path / "a.json", link(), HERE)
    assert from_fields(draft.fields["measures"][0]["points"]) == series  # type: ignore[index]
    if sign != ",":
        assert from_fields(read_typed(plain.replace("\r", ""), "%", HERE).rows) == series


@pytest.mark.parametrize("number", range(60))
def test_a_series_in_a_workbook_gives_the_same_points(number):
    series = SERIES[number]
    read = read_points(write_book(series, number), "a.xlsx", "Ward 7", "%", HERE)
    assert not read.problems
    assert [(d, round(v, 9), n) for d, v, n in told(read.points)] == series


def write_book(series: Series, number: int) -> bytes:
    """Write a workbook with dates, percentages, a title, a total and a sheet of something else."""
    book = openpyxl.Workbook()
    other, sheet = book.active, book.create_sheet("Ward 7")
    other.append(["Name", "NHS number"])
    if number % 2:
        sheet.append(["Figures of the ward"])
    sheet.append(["Month", "Value", "n"])
    for day, value, n in series:
        is_percent = number % 3 == 0
        sheet.append([day, value / 100 if is_percent else value, n])
        row = sheet[sheet.max_row]
        row[0].number_format = ["dd/mm/yyyy", "mmm-yy", "[$-809]d mmmm yyyy"][number % 3]
        row[1].number_format = "0.0%" if is_percent else "#,##0.0"
    sheet.append(["Total", 12, None])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_form_reads_what_the_checker_reads(tmp_path):
    texts = [
        write_text(write_cells(series, number), ";\t"[number % 2]).replace("\r", "")
        for number, series in enumerate(SERIES)
    ]
    for series, text, points in zip(SERIES, texts, read_in_form(texts, tmp_path), strict=True):
        assert from_fields(points) == series, text


def read_in_form(texts: list[str], tmp_path: Path) -> list[list[dict[str, object]]]:
    """Read texts with the form's own script."""
    script = tmp_path / "read.mjs"
    source = (ROOT / "theme/assets/js/tell/points.js").as_uri()
    script.write_text(
        f'import {{ readPoints }} from "{source}";\n'
        f"console.log(JSON.stringify({json.dumps(texts)}.map(readPoints)));\n",
        "utf-8",
    )
    done = subprocess.run(
        [Path(sys.executable).parent / "deno", "run", "--no-remote", "--allow-read", script],
        env=os.environ | {"DENO_DIR": str(tmp_path), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    points: list[list[dict[str, object]]] = json.loads(done.stdout)
    return points


def test_a_row_of_more_cells_than_the_heading_loses_none_of_them(tmp_path):
    whole = [("2026-01-05", 9, None, None), ("2026-04-06", 1200, 20, "fête")]
    texts = [
        "Date\tValue\n05/01/2026\t9\n2026-04-06\t1,200\t20\tfête",
        "Date;Value\n2026-01-05;9\n6 April 2026;1,200;20;fête",
        "Calls of the ward\nDate, Value\n2026-01-05, 9\n2026-04-06, 1200, 20, fête",
        "date | value | n\n2026-01-05 | 9\n2026-04-06 | 1200 | 20 | fête",
    ]
    for text, points in zip(texts, read_in_form(texts, tmp_path), strict=True):
        rows = read_typed(text, "", HERE).rows
        assert [(r["date"], r["value"], r.get("n"), r.get("note")) for r in rows] == whole, text
        read = [(p["date"], float(str(p["value"])), p.get("n"), p.get("note")) for p in points]
        assert read == [(d, v, n and str(n), note) for d, v, n, note in whole], text


@pytest.mark.parametrize(
    "text", ["Date, Value\n2026-01-05, 1,234", "Value\tDate\n9\t2026-01-05\t20\tfête"]
)
def test_a_row_of_more_cells_than_can_be_meant_is_told_and_kept(text, tmp_path):
    read = read_typed(text, "", HERE)
    assert read.remarks
    kept = " ".join(str(cell) for row in read.rows for cell in row.values())
    assert all(cell in kept for cell in text.replace(", ", "\t").replace("1,234", "234").split())
    (points,) = read_in_form([text], tmp_path)
    assert [p["wrong"]["kind"] for p in points] == ["width"]  # type: ignore[index]
    assert points[0]["line"] == text.partition("\n")[2]


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("03/04/2026,1\n12/31/2025,2", "2026-03-04", "“12/31/2025” shows it"),
        ("03/04/2026,1\n31/12/2025,2", "2026-04-03", "“31/12/2025” shows it"),
        ("01/02/2026,1\n02/02/2026,2\n03/02/2026,2", "2026-02-01", "zone"),
        ("04/12/2025,1\n05/12/2025,2\n01/01/2026,3\n", "2025-12-04", "zone"),
        ("11/01/2025,1\n12/01/2025,2\n01/01/2026,3", "2025-11-01", "evenly spaced"),
    ],
)
def test_the_order_of_day_and_month_is_decided_over_the_whole_file_and_said(text, first, why):
    read = read_points(f"date,value\n{text}\n".encode(), "a.csv", region=HERE)
    assert str(read.points[0].date) == first
    (said,) = read.problems
    assert said.fault.code == "D405"
    assert why in said.message


def test_only_what_stays_open_is_asked():
    nowhere = Region(month_first=None, today=TODAY)
    read = read_points(b"date,value\n03/04/2026,1\n", "a.csv", region=nowhere)
    assert [(p.fault.code, p.place.line) for p in read.problems] == [("D406", 2)]
    assert not read.points
    read = read_points(b"date,value\n13/04/2026,1\n", "a.csv", region=nowhere)
    assert not read.problems
    read = read_points(b"date,value\n13/04/2026,1\n04/13/2026,1\n05/05/2026,3\n", "a.csv")
    assert [p.fault.code for p in read.problems] == ["D406"]


def test_gaps_are_gaps_and_errors_of_excel_too():
    gaps = ["", "-", "–", "n/a", "N/A", "#DIV/0!", "#N/A", "#VALUE!", "nan"]
    rows = "".join(f"2026-01-{n:02},{gap},,closed\n" for n, gap in enumerate(gaps, 1))
    read = read_points(f"date,value,n,note\n{rows}2026-02-01,5,-,\n".encode(), "a.csv")
    assert not read.problems
    assert [gap.date.day for gap in read.gaps] == list(range(1, len(gaps) + 1))
    assert {gap.note for gap in read.gaps} == {"closed"}
    assert told(read.points) == [(dt.date(2026, 2, 1), 5.0, None)]


def test_every_bad_row_is_told_at_once_at_its_place_with_the_ways_that_are_read():
    text = "date,value,n\nsoon,4,\n2026-02-30,4,\n2026-03-01,four,x\n31/12/26,4,\n2026-05-01,5,0\n"
    read = read_points(text.encode(), "a.csv", region=HERE)
    assert [(p.place.line, p.place.column) for p in read.problems] == [
        (2, 1), (3, 1), (4, 12), (4, 17), (5, 1), (6, 14),
    ]  # fmt: skip
    for way in DATES:
        assert way.example in read.problems[0].hint


def test_a_point_and_a_comma_in_one_column_are_asked_about():
    read = read_points(b'date,value\n2026-01-01,46.5\n2026-02-01,"46,5"\n', "a.csv")
    assert [(p.place.line, p.place.column) for p in read.problems] == [(3, 13)]
    assert not read.points


@pytest.mark.parametrize(
    ("typed", "day"),
    [("12/05/98", "1998-05-12"), ("1.2.26", "2026-02-01"), ("24/11/26", None), ("1/1/27", None)],
)
def test_a_year_of_two_digits_never_lies_in_the_future(typed, day):
    assert parse_day(typed, HERE) == day


def test_a_workbook_of_several_sheets_asks_for_the_name_of_one():
    book = write_book(SERIES[0], 0)
    (found,) = read_points(book, "a.xlsx").problems
    assert "“Sheet”, “Ward 7”" in found.message
    assert "file: figures.xlsx#Sheet" in found.hint
    (found,) = read_points(book, "a.xlsx", "Ward 8").problems
    assert "no sheet “Ward 8”" in found.message


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0xx", b"date,value\n"])
def test_what_is_no_workbook_is_told_so(content):
    assert [p.fault.code for p in read_points(content, "a.xlsx").problems] == ["D402"]


def test_a_workbook_that_declares_entities_or_unfolds_to_far_too_much_is_not_opened():
    whole = io.BytesIO(write_book(SERIES[0], 0))
    for name, part in (
        ("xl/sharedStrings.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><sst/>'),
        ("xl/media/a.bin", b"\0" * (41 * 1024 * 1024)),
    ):
        copy = io.BytesIO(whole.getvalue())
        with zipfile.ZipFile(copy, "a", zipfile.ZIP_DEFLATED) as folded:
            folded.writestr(name, part)
        read = read_points(copy.getvalue(), "a.xlsx", "Ward 7")
        assert not read.points
        assert [p.fault.code for p in read.problems] == ["D402"]


def test_every_way_of_the_table_reads_its_own_example():
    for way in DATES:
        assert way.pattern.fullmatch(plain_text(way.example)), way.example
