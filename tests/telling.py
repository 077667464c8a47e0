"""The form at /tell/ in the hands of a test: filled in, walked through, its file read back."""

import datetime as dt
import io
import json
from pathlib import Path

from command import run_stories
from PIL import Image
from playwright.sync_api import Page, expect

from generator.build.pipeline import Project, check
from generator.model import Story

TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def check_story(project: Path, text: str, name: str) -> tuple[int, list[dict[str, str]]]:
    """Put a story into a copy of the project, and run the command on all of it."""
    path = project / "stories/2026" / name
    path.write_text(text, encoding="utf-8")
    run = run_stories("check", "--format", "json", "--today", "2026-11-23", cwd=project)
    problems = json.loads(run.stdout)["problems"]
    here = path.relative_to(project).as_posix()
    return run.returncode, [problem for problem in problems if problem["path"] == here]


def read_story(project: Path, slug: str) -> Story:
    return check(Project(project), TODAY).collection.story_by_slug[slug]


def fill_quick_win(page: Page, **answers: str) -> None:
    known = {
        "title": "The desk that faced the door",
        "summary": "We turned one desk round, and people stopped being overheard.",
        "changed_on": "2026-03-03",
        "body-done": "For six years the desk had faced the door. We turned it round.",
        **answers,
    }
    for key, words in known.items():
        page.locator(f"#_t-{key}").fill(words)
    page.locator("#_t-domains-2").check()
    page.locator("#_t-status-2").check()


def go_to(page: Page, step: str) -> None:
    page.locator(f"[data-go={step}]").click()
    expect(page.locator(f"[data-step={step}]")).to_be_visible()


def text_of(page: Page) -> str:
    return page.locator("[data-file]").input_value()


def make_photograph() -> bytes:
    """A large photograph that says which camera took it, and where."""
    exif = Image.Exif()
    exif[0x010F] = "A camera with a name"
    exif.get_ifd(0x8825)[1] = "N"
    content = io.BytesIO()
    Image.new("RGB", (3000, 1500), "teal").save(content, "JPEG", exif=exif)
    return content.getvalue()


def add_picture(page: Page, alt: str) -> None:
    go_to(page, "place")
    page.get_by_role("button", name="Add a picture").click()
    page.locator("#_t-image-0-file").set_input_files(
        {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": make_photograph()}
    )
    expect(page.locator("[data-taken]")).to_contain_text("1600 by 800 pixels")
    if alt:
        page.locator("#_t-image-0-alt").fill(alt)
