"""Day and month have one order in a whole form, issue or file, and the import says which."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import SITE
from issue_bodies import MEASURES, QUICK_WIN, VOICES, write_issue
from word_forms import fill, fill_figures, make_form, save

from generator.build.pipeline import Project, check
from generator.collection.collection import Collection
from generator.intake import Draft
from generator.intake.date_order import settle_dates
from generator.intake.from_csv import read_csv
from generator.intake.from_issue import read_issue
from generator.intake.from_json import read_json
from generator.intake.from_word import read_word
from generator.load.points import Region

TODAY = dt.date(2026, 11, 23)
BRITISH = Region(month_first=False, today=TODAY)
AMERICAN = Region(month_first=True, today=TODAY)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return check(Project(SITE), TODAY, ()).collection


def read_form(folder: Path, answers: Mapping[str, str], figures: list[tuple[str, ...]]) -> Draft:
    form = make_form()
    for path, text in answers.items():
        fill(form, path, text)
    fill_figures(form, figures)
    collection = check(Project(SITE), TODAY, ()).collection
    return read_word(save(form, folder / "a.docx"), collection, BRITISH)[0]


@pytest.mark.word
@pytest.mark.parametrize(
    ("answers", "figures", "day"),
    [
        ({"changed_on": "03/04/2026", "date": "12/31/2025"}, [], "2026-03-04"),
        ({"changed_on": "03/04/2026", "date": "31/12/2025"}, [], "2026-04-03"),
        ({"changed_on": "03/04/2026"}, [("12/31/2025", "4")], "2026-03-04"),
        (
            {"changed_on": "03/04/2026"},
            [("11/01/2025", "1"), ("12/01/2025", "2"), ("01/01/2026", "3")],
            "2026-03-04",
        ),
        ({"changed_on": "03/04/2026"}, [("01/02/2026", "4")], "2026-04-03"),
    ],
)
def test_all_dates_of_a_word_form_decide_together(answers, figures, day, tmp_path):
    draft = read_form(tmp_path, {"title": "A lamp", **answers}, figures)
    assert draft.fields["changed_on"] == day
    assert any(remark.startswith("Dates such as ") for remark in draft.remarks)


@pytest.mark.word
def test_dates_of_a_word_form_that_contradict_one_another_stay_as_they_are(tmp_path):
    answers = {"changed_on": "03/04/2026", "date": "12/31/2025"}
    draft = read_form(tmp_path, answers, [("31/12/2025", "4")])
    assert draft.fields["changed_on"] == "03/04/2026"
    assert any("left as they are" in remark for remark in draft.remarks)


def test_all_dates_of_an_issue_decide_together(collection, tmp_path):
    answers = {**QUICK_WIN, "changed_on": "03/04/2026"}
    voices = VOICES.replace("11 February 2026", "02/13/2026")
    for more, day in (
        ({}, "2026-04-03"),
        ({"voices": voices}, "2026-03-04"),
        ({"measures": MEASURES.replace("2026-01-05", "01/25/2026")}, "2026-03-04"),
    ):
        (tmp_path / "a.md").write_text(write_issue({**answers, **more}), "utf-8")
        (draft,) = read_issue(tmp_path / "a.md", collection, BRITISH)
        assert draft.fields["changed_on"] == day
        assert draft.remarks


def test_the_dates_of_json_are_read_where_the_site_is_at_home(collection, tmp_path):
    record = {
        "title": "A lamp",
        "changed_on": "03/04/2026",
        "voices": [{"quote": "Light.", "consent": {"given": "05/06/2026"}}],
        "measures": [{"title": "Falls", "points": [{"date": "01/02/2026", "value": 4}]}],
    }

    def read(region: Region) -> tuple[str, str, str]:
        (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
        fields = read_json(tmp_path / "a.json", collection, region)[0].fields
        (voice,), (measure,) = fields["voices"], fields["measures"]  # type: ignore[misc]
        given, counted = voice["consent"]["given"], measure["points"][0]["date"]
        return str(fields["changed_on"]), given, counted

    assert read(BRITISH) == ("2026-04-03", "2026-06-05", "2026-02-01")
    assert read(AMERICAN) == ("2026-03-04", "2026-05-06", "2026-01-02")
    record["date"] = "12/31/2025"
    assert read(BRITISH) == ("2026-03-04", "2026-05-06", "2026-01-02")


def test_single_dates_are_no_series_however_they_lie():
    region, (remark,) = settle_dates(["11/01/2025", "12/01/2025", "01/01/2026"], BRITISH)
    assert region.month_first is False
    assert "11/01/2025" in remark
    assert settle_dates(["2026-01-01", "5 May 2026", "03/03/2026", "soon"], BRITISH)[1] == ()


TYPED = "- 3 March 2026\n14/03/2026; 05/06/2026, May 7, 2026\nsome day in June"
DAYS = ["2026-03-03", "2026-03-14", "2026-06-05", "2026-05-07", "some day in June"]


def test_days_of_events_stand_on_lines_or_between_commas_in_every_way_in(
    tmp_path: Path, collection: Collection
) -> None:
    """A number over twelve among them decides for the whole file, as a single date does."""
    measure = {"title": "Falls", "type": "outcome", "events": TYPED, "per": "1,000"}
    record = {"title": "A hook", "changed_on": "03/04/2026", "measures": [measure]}
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    listed = {**measure, "events": ["3 March 2026", "14/03/2026", "soon"]}
    (tmp_path / "b.json").write_text(json.dumps({**record, "measures": [listed]}), "utf-8")
    row = f'title,changed_on,measures.events,measures.title\nA hook,03/04/2026,"{TYPED}",Falls\n'
    (tmp_path / "a.csv").write_text(row, "utf-8")
    filled = make_form()
    fill(filled, "measures.title", "Falls")
    fill(filled, "changed_on", "03/04/2026")
    fill(filled, "measures.events", TYPED)
    drafts = [
        read_json(tmp_path / "a.json", collection, AMERICAN)[0],
        read_csv(tmp_path / "a.csv", collection, AMERICAN)[0],
        read_word(save(filled, tmp_path / "a.docx"), collection, AMERICAN)[0],
    ]
    for draft in drafts:
        (found,) = draft.fields["measures"]  # type: ignore[misc]
        assert found["events"] == DAYS
        assert str(draft.fields["changed_on"]) == "2026-04-03"
    (found,) = read_json(tmp_path / "b.json", collection, AMERICAN)[0].fields["measures"]  # type: ignore[misc]
    assert found["events"] == ["2026-03-03", "2026-03-14", "soon"]
