"""`stories new`: a story, an action or a domain is begun, with a few questions or with options."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.build.pipeline import Project, check
from generator.cli.options import ERRORS, WRONG_USAGE, config_option, stop
from generator.cli.terminal_questions import ask_person, explain_answer
from generator.collection.collection import Collection
from generator.intake import Draft, Question, ask, find_question, parse_answer, write_draft
from generator.intake.fields_by_path import drop_empty
from generator.intake.place_drafts import DraftFolders, PlaceError, place_drafts, write_new
from generator.load.faults import EMPTY, UNANSWERED
from generator.mkdocs_plugin.check_site import describe_site, locate_site
from generator.mkdocs_plugin.commands import SiteError
from generator.model.problem import Problem
from generator.model.site_identity import SiteIdentity

Command = Callable[..., None]
_LONGEST_SHORT = 20

_domain_option = click.option(
    "--domain", "domains", multiple=True, metavar="NAME", help="What it is about; repeatable."
)
_quick_win_option = click.option(
    "--quick-win", is_flag=True, default=None, help="It was small, quick and needed no project."
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """How the file is to be made: its name, where it goes, whether to ask, the site."""

    name: str
    output: Path | None
    asks: bool | None
    word: Path | None
    config_file: str


def _shared(command: Command) -> Command:
    """Add the options that all kinds of record share."""
    options = (
        click.option("--text", "body", metavar="TEXT", help="What was done, and what happened."),
        click.option("--name", default="", metavar="NAME", help="The name of the file."),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Write here instead of the right place; - writes to the screen.",
        ),
        click.option(
            "--ask/--no-ask",
            "asks",
            default=None,
            help="Ask for what is missing, or leave prompts in the file; asks at a terminal.",
        ),
        click.option(
            "--word",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE.docx",
            help="Write an empty form for Word instead.",
        ),
        config_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def new() -> None:
    """Begin a story, an action or a domain.

    Asks a few questions, or takes the answers as options, and writes a file that says what is still
    to be told.
    """


@new.command()
@click.argument("title", required=False)
@click.option("--summary", metavar="TEXT", help="The whole story in one or two sentences.")
@_domain_option
@click.option("--setting", metavar="NAME", help="Where it happened.")
@click.option("--status", metavar="WORD", help="testing, made, sustained or stopped.")
@click.option("--changed-on", metavar="DATE", help="The day of the change.")
@_quick_win_option
@_shared
def story(**told: Any) -> None:  # noqa: ANN401 (click's)
    """Begin a story."""
    _begin("story", told)


@new.command()
@click.argument("title", required=False)
@click.option("--story", metavar="NAME", help="The story that it belongs to.")
@_domain_option
@click.option("--setting", metavar="NAME", help="Where it was done.")
@click.option("--status", metavar="WORD", help="planned, testing, made, sustained or stopped.")
@click.option("--made-on", metavar="DATE", help="Since when it is the way things are done.")
@_quick_win_option
@_shared
def action(**told: Any) -> None:  # noqa: ANN401 (click's)
    """Begin an action: something that was done."""
    _begin("action", told)


@new.command()
@click.argument("title", required=False)
@click.option("--statement", metavar="TEXT", help="What a patient would say of it.")
@click.option("--short", metavar="TEXT", help="A word or two, for labels.")
@click.option("--order", metavar="NUMBER", help="Its place in the framework.")
@_shared
def domain(**told: Any) -> None:  # noqa: ANN401 (click's)
    """Begin a domain of the framework."""
    _begin("domain", told)


def _begin(kind: str, told: dict[str, Any]) -> None:
    wish = _Wish(*(told.pop(each) for each in ("name", "output", "asks", "word", "config_file")))
    project, today = _locate(wish.config_file)
    collection = check(project, today, ()).collection
    questions = ask(kind, collection)
    if wish.word:
        _write_word(questions, wish.word, describe_site(wish.config_file)[0])
        return
    draft = _take(kind, told, questions, collection)
    known: dict[str, dict[str, object]] = {
        "story": {"date": today.isoformat()},
        "domain": _place_domain(draft, collection),
    }
    draft = Draft(kind, {**known.get(kind, {}), **draft.fields}, draft.body)
    is_asked = sys.stdin.isatty() and sys.stdout.isatty() if wish.asks is None else wish.asks
    if is_asked:
        draft = ask_person(draft, questions)
    if wish.output:
        _write_there(draft, questions, wish.output)
        return
    folders = (project.stories, project.domains)
    tree = DraftFolders(project.root, collection, today.year, *folders, {kind: questions})
    placed = _place(draft, tree, wish.name)
    click.echo(f"Written: {placed}")
    _tell_waiting(placed, check(project, today, ()).problems)


def _place_domain(draft: Draft, collection: Collection) -> dict[str, object]:
    """Give a domain the next number, and its own name for labels if that is short enough."""
    title = str(draft.fields.get("title") or "")
    order = 1 + max((domain.order or 0 for domain in collection.domains), default=0)
    return {"order": order} | ({"short": title} if 0 < len(title) <= _LONGEST_SHORT else {})


def _locate(config_file: str) -> tuple[Project, dt.date]:
    try:
        return locate_site(config_file, None)
    except SiteError as error:
        stop(str(error), WRONG_USAGE)


def _take(
    kind: str, told: dict[str, Any], questions: Sequence[Question], collection: Collection
) -> Draft:
    """Take the answers that were given as options."""
    fields: dict[str, Any] = {}
    for name, value in told.items():
        if name == "body" or value in (None, (), ""):
            continue
        question = find_question(questions, name)
        if question is None or isinstance(value, bool):
            fields[name] = value
            continue
        if isinstance(value, tuple):
            value = "; ".join(value)  # noqa: PLW2901 (as it would be typed)
        fields[name] = parse_answer(question, value)
        known = {choice.value for choice in question.choices}
        answers = fields[name] if isinstance(fields[name], list) else [fields[name]]
        for answer in answers:
            if known and answer not in known:
                stop(_explain_choice(str(answer), question), WRONG_USAGE)
        if refusal := explain_answer(question, fields[name], kind):
            stop(refusal, WRONG_USAGE)
    if kind == "action" and (slug := fields.get("story")) and not collection.knows("story", slug):
        stop(f"There is no story “{slug}”.", WRONG_USAGE)
    return Draft(kind, drop_empty(fields), told.get("body") or "")


def _explain_choice(answer: str, question: Question) -> str:
    listed = "; ".join(choice.value for choice in question.choices)
    return f"“{answer}” is not one of the answers to “{question.label}” They are: {listed}."


def _write_word(questions: Sequence[Question], file: Path, web: SiteIdentity) -> None:
    from generator.intake.word_form import write_word_form  # noqa: PLC0415 (slow to import)

    try:
        write_new(file, write_word_form(questions, web.name, web.palette, web.logo))
    except PlaceError as error:
        stop(str(error), ERRORS)
    click.echo(f"Written: {file}")


def _write_there(draft: Draft, questions: Sequence[Question], file: Path) -> None:
    text = write_draft(draft, questions)
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    try:
        write_new(file, text.encode("utf-8"))
    except PlaceError as error:
        stop(str(error), ERRORS)
    click.echo(f"Written: {file}")


def _place(draft: Draft, tree: DraftFolders, name: str) -> str:
    if not name and not draft.fields.get("title"):
        stop("Give it a title: stories new story “The title”.", WRONG_USAGE)
    try:
        return place_drafts([draft], tree, name)[0].path
    except PlaceError as error:
        offer = f" Another name: --name {error.offer}" if error.offer else ""
        stop(f"{error}{offer}", ERRORS)


def _tell_waiting(path: str, problems: Sequence[Problem]) -> None:
    """Say where prompts wait in the file, and what to do about them."""
    found = [problem for problem in problems if problem.place.path == path]
    waiting = [problem for problem in found if problem.fault in {EMPTY, UNANSWERED}]
    if waiting:
        lines = ", ".join(str(problem.place.line) for problem in waiting)
        click.echo(f"What is still to be told is asked for in the file, on lines {lines}.")
    click.echo(f"When you have written it: stories check {path}")
