"""A name that is not the real one says so, once, wherever anything prints it.

Voices of every identity speak in stories and actions; every file of the site and of every command
that writes is looked through for their names, so that an output which forgets the mark is found.
"""

import html
import re
from email import message_from_bytes, policy
from pathlib import Path

import click
import pytest
import yaml
from command import run_stories
from marked import decode
from small_project import STORIES, TODAY, make_project, write_action, write_story

from generator.cli.digest import digest
from generator.cli.due import due
from generator.cli.export import export
from generator.model.pseudonym import MARK, mark_pseudonym
from generator.model.voice import Voice

pytestmark = pytest.mark.site

# Who is heard, what is said of the name, and the name as it is to be printed.
HEARD = (
    ("patient", "Zqxrosalind, patient", "pseudonym", f"Zqxrosalind, patient {MARK}"),
    ("staff", "Zqxnell, nurse", "pseudonym", f"Zqxnell, nurse {MARK}"),
    ("patient", "Zqxhal, patient (a pseudonym)", "pseudonym", "Zqxhal, patient (a pseudonym)"),
    ("carer", "Zqxmaud (not her REAL name)", "pseudonym", "Zqxmaud (not her REAL name)"),
    ("other", "Zqxivo, clerk – name changed", "pseudonym", "Zqxivo, clerk – name changed"),
    ("staff", "Zqxada, nurse", "named", "Zqxada, nurse"),
    ("patient", "Zqxtom, patient", "first-name", "Zqxtom, patient"),
    ("volunteer", "Zqxporter of the ward", "anonymous", "Zqxporter of the ward"),
)
# Where a pseudonym has to be found, or nothing was looked at.
PRINTED = (
    r"site/stories/[\w-]+/index\.html", r"site/actions/[\w-]+/index\.html",
    r"site/domains/[\w-]+/index\.html", r"site/priorities/[\w-]+/index\.html",
    r"site/stories/[\w-]+/embed/index\.html", r"site/stories/[\w-]+/story\.json",
    r"site/stories\.json", r"site/stories\.csv", r"site/actions\.json", r"site/actions\.csv",
    r"site/feed\.xml", r"site/feed\.json", r"site/domains/[\w-]+/feed\.xml",
    r"export-json/.*", r"export-csv/stories\.csv", r"export-csv/actions\.csv",
    r"export-markdown/.*stories/.*\.md", r"export-markdown/.*actions/.*\.md",
    r"digest/markdown", r"digest/html", r"digest/text", r"digest/eml",
    r"due/text", r"due/json", r"due/ics",
)  # fmt: skip


def _write_voices(first: int) -> str:
    """Write what everybody says, the one at `first` in the fewest words, which lists choose."""
    voices = [
        {
            "role": role,
            "quote": "I slept." if number == first else f"I slept, and so did {number} of us.",
            "said_by": said_by,
            "identity": identity,
            "consent": {
                "reference": f"LW-{number}",
                "scope": ["website", "feeds", "social", "print"],
                "given": "2026-03-01",
            },
        }
        for number, (role, said_by, identity, _) in enumerate(HEARD)
    ]
    return yaml.safe_dump({"voices": voices}, allow_unicode=True, width=1000)


def _list_forms(command: click.Command) -> list[str]:
    """List the forms in which a command writes, so that a new one is looked through as well."""
    kind = next(each.type for each in command.params if each.name == "form")
    assert isinstance(kind, click.Choice)
    return list(kind.choices)


def _run(project: Path, *arguments: str) -> str:
    run = run_stories(*arguments, "--today", TODAY, cwd=project)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def _read(path: Path) -> str:
    """Read a file as whoever opens it would: unpacked, unfolded and without its escapes."""
    if path.name == "eml":
        letter = message_from_bytes(path.read_bytes(), policy=policy.default)
        text = "\n".join(p.get_content() for p in letter.walk() if not p.is_multipart())
    else:
        text = decode(path)
    plain = re.sub(r"\\([,;()])", r"\1", html.unescape(html.unescape(text)))
    return " ".join(plain.split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file that is made of the project, by its address, with its words."""
    root = tmp_path_factory.mktemp("pseudonym")
    project, out = make_project(root / "project"), root / "out"
    for number in range(len(HEARD)):
        folder, voices = project / STORIES / f"heard-{number}", _write_voices(number)
        domain = ("naming", "privacy", "decisions")[number % 3]
        (folder / "actions").mkdir(parents=True)
        (folder / "index.md").write_text(
            write_story(f"Heard {number}", domain=domain, more=voices), "utf-8"
        )
        (folder / f"actions/done-{number}.md").write_text(
            write_action(f"Done {number}", more=voices), "utf-8"
        )
    own = f"domains: [naming]\nsetting: ward\nquick_win: true\n{_write_voices(0)}"
    (project / "stories/actions/alone.md").write_text(write_action("Alone", more=own), "utf-8")
    _run(project, "build", "-d", str(out / "site"))
    for form in _list_forms(export):
        target = out / f"export-{form}"
        if form == "json":
            target.mkdir()
            target /= "all.json"
        _run(project, "export", "--format", form, "-o", str(target))
    (out / "digest").mkdir()
    (out / "due").mkdir()
    for form in _list_forms(digest):
        target = out / f"digest/{form}"
        _run(project, "digest", "--since", "2026-01-01", "--format", form, "-o", str(target))
    for form in _list_forms(due):
        told = _run(project, "due", "--within", "3000", "--format", form)
        (out / f"due/{form}").write_text(told, "utf-8", newline="")
    files = [path for path in out.rglob("*") if path.is_file()]
    return {path.relative_to(out).as_posix(): _read(path) for path in files}


def _find(word: str, text: str) -> list[str]:
    return [text[found.start() :] for found in re.finditer(word, text)]


def test_every_output_says_once_that_a_name_is_not_the_real_one(printed: dict[str, str]) -> None:
    wrong = []
    for address, text in printed.items():
        folded = text.casefold()
        for *_, shown in HEARD:
            expected = shown.casefold()
            for rest in _find(expected.split(",")[0].split()[0], folded):
                after = rest.removeprefix(expected)
                if after == rest or after.lstrip(" .,;:-–—").startswith(MARK):
                    wrong.append((address, rest[:90]))
    assert wrong == []


@pytest.mark.parametrize("pattern", PRINTED)
def test_the_outputs_that_name_people_were_looked_through(
    printed: dict[str, str], pattern: str
) -> None:
    here = [text for name, text in printed.items() if re.fullmatch(pattern, name)]
    assert [text for text in here if MARK in text], pattern


def test_data_say_how_far_each_name_gives_somebody_away(printed: dict[str, str]) -> None:
    for name in ("site/stories.json", "site/actions.json", "export-json/all.json"):
        for _, _, identity, shown in HEARD:
            assert f'"said_by":"{shown}","identity":"{identity}"' in printed[name], name
    every = "; ".join(identity for _, _, identity, _ in HEARD)
    for name in ("stories", "actions"):
        for folder in ("site", "export-csv"):
            assert f",{every}" in printed[f"{folder}/{name}.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "Hal, patient (a pseudonym)", "HAL (A PSEUDONYM)", "Hal [pseudonym], patient",
        "Hal – not his real name", "Hal, not her real name", "Hal (not the patient’s real name)",
        "Hal (not their real names)", "Hal (this isn't my real name)", "Hal, isn’t his own name",
        "Hal (name changed)", "Hal; Name has been changed", "Hal and Jo, names were changed",
        "Hal (we have changed her name)", "Hal (made-up name)", "Hal, an assumed name",
        "Hal (not her name)", "Hal, under another name", "Hal (real name withheld)", "Hal (alias)",
        "Hal (pseudo\u00adnym)", "Hal (ｐｓｅｕｄｏｎｙｍ)",
        "Hal (not\u00a0his\u00a0real\u00a0name)",
        "Hal *pseudonym*", "Hal (pseudo-nym)", "Hal (un pséudonyme)", "Hal_(Not_the_real_name)",
        "Hal, patient (not the real name)",
    ],
)  # fmt: skip
def test_a_name_that_says_so_itself_is_left_as_it_is(name: str) -> None:
    assert mark_pseudonym(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "Hal, patient", "Hal", "Hal, patient (name on the door)", "Hal, not a nurse",
        "Hal, whose real name stood on the board", "Hal, patient on the renamed ward",
        "Hal, surname withheld", "Hal, patient; real changes, no names board", "Hal Aliaso",
    ],
)  # fmt: skip
def test_any_other_name_is_marked(name: str) -> None:
    assert mark_pseudonym(name) == f"{name} (not the real name)"


@pytest.mark.parametrize("identity", ["named", "first-name", "anonymous"])
def test_nobody_else_is_marked(identity: str) -> None:
    voice = Voice(role="patient", quote="Yes.", said_by="Hal", identity=identity)  # type: ignore[arg-type]
    assert voice.speaker == "Hal"
