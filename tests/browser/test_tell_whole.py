"""A whole story in the form: nothing is lost on the way, and what it hands over is imported."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from command import run_stories
from PIL import Image
from playwright.sync_api import Page, expect
from telling import add_picture, check_story, fill_quick_win, go_to, read_story, text_of

MONTHS = [f"{2025 + at // 12}-{at % 12 + 1:02}-01" for at in range(15)]


def add_step(page: Page, title: str) -> None:
    go_to(page, "actions")
    page.get_by_role("button", name="Add a step").click()
    page.locator("#_t-actions-0-title").fill(title)
    page.locator("#_t-actions-0-status").select_option("made")
    page.locator("#_t-actions-0-made_on").fill("3rd March 2026")
    page.locator("#_t-actions-0-done").fill("Two porters turned it round on a Monday.")


def download(page: Page, folder: Path) -> Path:
    go_to(page, "send")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download the file").click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def add_measure(page: Page, points: str, unit: str = "%") -> None:
    go_to(page, "measures")
    page.get_by_role("button", name="Add a measure").click()
    page.locator("#_t-measures-0-title").fill("People overheard")
    page.locator("#_t-measures-0-type").select_option("outcome")
    page.locator("#_t-measures-0-unit").fill(unit)
    page.locator("#_t-measures-0-points").fill(points)


def test_back_and_forward_move_between_the_steps_and_lose_nothing(tell: Page, site_url: str):
    tell.on("dialog", lambda dialog: dialog.accept())
    tell.locator("#_t-title").fill("The desk")
    go_to(tell, "voices")
    tell.get_by_role("button", name="Add a voice").click()
    tell.locator("#_t-voices-0-quote").fill("Nobody had asked me before.")
    go_to(tell, "lessons")
    tell.go_back()
    expect(tell.locator("#_step-voices")).to_be_focused()
    tell.go_back()
    expect(tell.locator("#_t-title")).to_have_value("The desk")
    tell.go_forward()
    expect(tell.locator("#_t-voices-0-quote")).to_have_value("Nobody had asked me before.")
    tell.reload()
    expect(tell.locator("[data-step=voices]")).to_be_visible()
    expect(tell.locator("#_t-voices-0-quote")).to_have_value("Nobody had asked me before.")
    tell.goto(site_url + "about/")
    tell.go_back()
    expect(tell.locator("#_t-voices-0-quote")).to_have_value("Nobody had asked me before.")


def test_clearing_and_sending_leave_nothing_on_the_computer(tell: Page, tmp_path: Path):
    tell.on("dialog", lambda dialog: dialog.accept())
    kept = "Object.keys(sessionStorage).length + Object.keys(localStorage).length"
    fill_quick_win(tell)
    tell.get_by_label("Keep a draft on this device").check()
    add_picture(tell, "A desk")
    assert tell.evaluate(kept) == 4
    tell.get_by_role("button", name="Clear this computer").click()
    expect(tell.locator("[data-kept]")).to_have_text("Nothing is kept on this computer now.")
    assert tell.evaluate(kept) == 0
    expect(tell.locator("#_t-title")).to_have_value("")
    expect(tell.locator("[data-step=change]")).to_be_visible()
    fill_quick_win(tell)
    assert tell.evaluate(kept) > 0
    download(tell, tmp_path)
    assert tell.evaluate(kept) == 0
    expect(tell.locator("[data-kept]")).to_contain_text("is gone")
    tell.reload()
    expect(tell.locator("#_t-title")).to_have_value("")


def test_a_story_with_a_picture_and_a_step_is_one_zip_that_is_imported_and_opened_again(
    tell: Page, project: Path, tmp_path: Path, site_url: str
):
    fill_quick_win(tell)
    add_picture(tell, "")
    add_step(tell, "Turn the desk round")
    add_measure(tell, "\n".join(f"{day}, {at + 40}, 50" for at, day in enumerate(MONTHS)))
    go_to(tell, "send")
    expect(tell.get_by_role("alert")).to_contain_text("Enter an answer to")
    add_alt = tell.get_by_role("alert").get_by_role("link")
    add_alt.click()
    expect(tell.locator("#_t-image-0-alt")).to_be_focused()
    tell.locator("#_t-image-0-alt").fill("A desk with its back to the door")
    file = download(tell, tmp_path)
    assert file.name == "the-desk-that-faced-the-door.zip"
    with zipfile.ZipFile(file) as folded:
        assert folded.testzip() is None
        assert sorted(folded.namelist()) == [
            f"{file.stem}/actions/turn-the-desk-round.md",
            f"{file.stem}/index.md",
            f"{file.stem}/picture-1.jpg",
        ]
        picture = Image.open(io.BytesIO(folded.read(f"{file.stem}/picture-1.jpg")))
        assert picture.size == (1600, 800)
        assert not picture.getexif()
    told = run_stories("import", str(file), cwd=project)
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"written to stories/2026/{file.stem}/index.md" in told.stdout
    check = run_stories("check", "--today", "2026-11-23", cwd=project)
    assert check.returncode == 0, check.stdout
    story = read_story(project, file.stem)
    assert story.image
    assert (story.image.file, story.image.alt) == (
        "picture-1.jpg",
        "A desk with its back to the door",
    )
    assert len(story.measures[0].points) == 15
    assert (project / f"stories/2026/{file.stem}/actions/turn-the-desk-round.md").is_file()
    again = tell.context.new_page()
    again.goto(site_url + "tell/")
    again.locator("#_open").set_input_files(file)
    expect(again.locator("[data-kept]")).to_contain_text("is open")
    expect(again.locator("#_t-title")).to_have_value("The desk that faced the door")
    expect(again.locator("#_t-actions-0-title")).to_have_value("Turn the desk round")
    expect(again.locator("#_t-image-0-alt")).to_have_value("A desk with its back to the door")
    expect(again.locator("[data-taken]")).to_contain_text("picture-1.jpg")
    second = download(again, tmp_path / "again")
    assert second.read_bytes() == file.read_bytes()


def test_a_file_that_the_form_did_not_make_changes_nothing(tell: Page, tmp_path: Path):
    (tmp_path / "a.md").write_text("---\ntitle: >\n  Folded\n---\n\nText\n", "utf-8")
    tell.locator("#_t-title").fill("Mine")
    tell.locator("#_open").set_input_files(tmp_path / "a.md")
    expect(tell.locator("[data-kept]")).to_contain_text(
        "a.md was not opened, and nothing is changed"
    )
    expect(tell.locator("#_t-title")).to_have_value("Mine")


def test_figures_are_opened_drawn_and_counted(tell: Page, tmp_path: Path):
    fill_quick_win(tell, changed_on="1/3/26")
    add_measure(tell, "")
    rows = "".join(f"{day};{at + 40}\r\n" for at, day in enumerate(MONTHS[8:]))
    (tmp_path / "a.csv").write_bytes(f"Monat;Wert\r\ndate;value\r\n{rows}".encode("utf-16"))
    tell.locator("#_t-measures-0-points-open").set_input_files(tmp_path / "a.csv")
    expect(tell.locator("[data-opened]")).to_have_text("a.csv is read.")
    read = tell.locator("[data-read]")
    expect(read.locator("tbody tr")).to_have_count(7)
    expect(read.locator(".tell__dot")).to_have_count(7)
    expect(read).to_contain_text("6 points before the change and 1 point after it.")
    expect(read).to_contain_text("5 more from after")
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    tell.locator("#_t-measures-0-points-open").set_input_files(tmp_path / "a.xlsx")
    expect(tell.locator("[data-opened]")).to_contain_text("This is a workbook.")
    expect(tell.locator("[data-opened]")).to_contain_text("“CSV UTF-8 (Comma delimited)”")
    expect(read.locator("tbody tr")).to_have_count(7)
    # Both of the ways that the sentence names, as Excel does them where the day comes first.
    saved = "Date,Value\r\n01/03/2026,40\r\n15/04/2026,41\r\n01/05/2026,42\r\n"
    (tmp_path / "saved.csv").write_bytes(saved.encode("utf-8-sig"))
    tell.locator("#_t-measures-0-points-open").set_input_files(tmp_path / "saved.csv")
    expect(tell.locator("[data-opened]")).to_have_text("saved.csv is read.")
    days = ["1 March 2026", "15 April 2026", "1 May 2026"]
    expect(read.locator("tbody tr > :first-child")).to_have_text(days)
    pasted = saved.replace(",", "\t")
    tell.locator("#_t-measures-0-points").fill(pasted)
    expect(read.locator("tbody tr > :first-child")).to_have_text(days)


def test_every_answer_is_shown_at_the_end_with_a_way_back(tell: Page):
    fill_quick_win(tell)
    go_to(tell, "voices")
    tell.get_by_role("button", name="Add a voice").click()
    tell.locator("#_t-voices-0-quote").fill("Nobody had asked me before.")
    tell.locator("#_t-voices-0-role").select_option("carer")
    tell.locator("#_t-voices-0-said_by").fill("Ruth")
    tell.locator("#_t-voices-0-identity").select_option("first-name")
    go_to(tell, "send")
    answers = tell.get_by_role("region", name="Check your answers")
    expect(answers).to_contain_text("The desk that faced the door")
    expect(answers).to_contain_text("Private communication")
    expect(answers).to_contain_text("1. a carer")
    answers.get_by_role("button", name="Change “What did people say?”").click()
    expect(tell.locator("#_t-voices-0-role")).to_be_focused()
    tell.go_back()
    expect(tell.locator("[data-step=send]")).to_be_visible()


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ("2026-01-01, 40\n2026-02-01, 114", "The value for 2026-02-01 is 114 %, which is more"),
        ("2026-01-01, -4", "which is less than 0."),
        ("Date, Value\n2026-01-01, 1,234", "has 3 cells and the first row names 2 columns."),
    ],
)
def test_figures_that_the_checker_refuses_are_not_passed(tell: Page, points: str, told: str):
    fill_quick_win(tell)
    add_measure(tell, points)
    go_to(tell, "send")
    expect(tell.get_by_role("alert")).to_contain_text(told)
    expect(tell.get_by_role("button", name="Download the file")).to_be_hidden()


def test_what_the_checker_would_point_out_is_pointed_out(tell: Page):
    fill_quick_win(tell)
    for number in range(1, 6):
        tell.locator(f"#_t-domains-{number}").check()
    add_measure(tell, "2026-02-01, 40\n2026-02-01, 41\n2026-01-01, 42")
    go_to(tell, "voices")
    tell.get_by_role("button", name="Add a voice").click()
    for key, value in (("role", "patient"), ("identity", "anonymous")):
        tell.locator(f"#_t-voices-0-{key}").select_option(value)
    for key, value in (("quote", "Ask me."), ("said_by", "A man"), ("consent-reference", "FH-1")):
        tell.locator(f"#_t-voices-0-{key}").fill(value)
    tell.locator("#_t-voices-0-consent-scope-1").check()
    tell.locator("#_t-voices-0-consent-given").fill("1 June 2021")
    go_to(tell, "send")
    advice = tell.locator("[data-advice]")
    expect(advice).to_contain_text("5 domains are named here, and the framework has 8.")
    expect(advice).to_contain_text("has two points for 2026-02-01.")
    expect(advice).to_contain_text("The point of 2026-01-01 comes after that of 2026-02-01.")
    expect(advice).to_contain_text("The consent for this quotation ended on 2024-06-01")


def test_bullets_and_tables_out_of_word_survive(tell: Page, project: Path):
    pasted = "We tried:\n•\ta lamp\n•\ta chair\n1.\tfirst\n2.\tsecond\nWard\tFalls\n7\t4\nThe end."
    fill_quick_win(tell, **{"body-done": pasted})
    go_to(tell, "send")
    preview = tell.locator(".tell__preview .prose")
    expect(preview.locator("ul li")).to_have_text(["a lamp", "a chair"])
    expect(preview.locator("ol li")).to_have_text(["first", "second"])
    expect(preview.locator("td")).to_have_text(["7", "4"])
    status, _ = check_story(project, text_of(tell), "pasted.md")
    assert status == 0
    body = read_story(project, "pasted").body.markdown
    assert "- a lamp\n- a chair" in body
    assert "| 7 | 4 |" in body


def test_the_limits_of_ways_are_told_while_writing(tell: Page):
    fill_quick_win(tell)
    limits = tell.locator("[data-limits]")
    expect(limits).to_have_text("")
    for words, told in ((200, "too long for the text of an e-mail"), (900, "too long to go along")):
        tell.locator("#_t-body-done").fill("A long story. " * words)
        tell.locator("#_t-body-done").blur()
        expect(limits).to_contain_text(told)
    add_picture(tell, "A desk")
    expect(limits).to_contain_text("one .zip file")


def test_a_day_is_typed_as_people_write_it_and_read_back_at_once(tell: Page):
    for typed in ("3/3/26", "3 Mar 2026", "Tuesday, 3rd of March 2026"):
        tell.locator("#_t-changed_on").fill(typed)
        expect(tell.locator("#_t-changed_on ~ [data-day]")).to_have_text("3 March 2026")
        tell.locator("#_t-changed_on").fill("last spring")
    tell.get_by_role("button", name="Look at it, and send").click()
    expect(tell.get_by_role("alert")).to_contain_text("is “last spring”, where a date belongs.")


def test_an_example_is_named_by_its_address_its_title_or_its_slug(tell: Page, project: Path):
    title = read_story(project, "a-quiet-room").title
    fill_quick_win(tell)
    go_to(tell, "lessons")
    with tell.expect_response("**/stories.json"):
        tell.locator("#_t-adapted_from").focus()
    expect(tell.locator("datalist option[value=a-quiet-room]")).to_have_attribute("label", title)
    path = "stories/2026/a-quiet-room/index.md"
    for typed in ("https://stories.example/stories/a-quiet-room/", title, path, "a-quiet-room"):
        tell.locator("#_t-adapted_from").fill(typed)
        go_to(tell, "send")
        assert 'adapted_from: "a-quiet-room"\n' in text_of(tell)
        go_to(tell, "lessons")
    tell.locator("#_t-adapted_from").fill("a-room-nobody-told-of")
    go_to(tell, "send")
    expect(tell.get_by_role("alert")).to_contain_text("There is no story “a-room-nobody-told-of”.")
