"""A filled Word form to drafts: the story, its actions, its pictures, its figures; or an update.

`package` opens the file safely, `runs` and `blocks` read what is in it, `sorting` finds whose
answer it is, `answers` works out the values. Nothing that somebody wrote is dropped: what cannot
be placed goes along in the draft. What they hid or struck out is not theirs to tell any more; it is
left out, and `remarks` says so. A Word document that is not the form becomes a story of one text.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.collection.collection import Collection
from generator.intake import FORMS, Draft, join_body, make_slug
from generator.intake.decode import UnreadableError
from generator.intake.from_word.blocks import Aside, Contents, Paragraph, read_contents
from generator.intake.from_word.form_answers import Answers
from generator.intake.from_word.form_sections import Sorted, sort_blocks
from generator.intake.from_word.left_out import tell_left_out
from generator.intake.from_word.package import DAMAGED, MOST_BYTES, open_word
from generator.intake.paper_form import Section, is_foot, lay_out, list_all, list_words, plain
from generator.intake.update_draft import settle_update
from generator.load.points import Region

_FEWEST = 3
_LONGEST_TITLE = 120


class _Form(NamedTuple):
    """A form, and what a document says of its questions."""

    kind: str
    sections: tuple[Section, ...]
    found: Sorted


def read_word(path: Path, collection: Collection, region: Region | None = None) -> list[Draft]:
    """Read a Word file: the draft of its story first, then those of the actions.

    Raises:
        UnreadableError: if it is no Word file that can be read, or there is nothing in it.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"The file cannot be opened: {error.strerror}.") from error
    try:
        contents = read_contents(open_word(content))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise UnreadableError(DAMAGED) from error  # parts that stand for something else
    form = _find_form(contents, collection)
    words = list_words(form.sections, form.kind)
    left = _tell_asides(contents.asides, words)
    remarks = tell_left_out(contents.left_out, words)
    try:
        is_form = form.found.known >= _FEWEST
        read = (
            _read_form(form, left, region, collection) if is_form else [_read_prose(contents, left)]
        )
    except UnreadableError as error:
        said = (f"{remark[0].upper()}{remark[1:]}." for remark in remarks)
        raise UnreadableError(" ".join((str(error), *said))) from error
    return [replace(read[0], remarks=(*read[0].remarks, *remarks)), *read[1:]]


def _find_form(contents: Contents, collection: Collection) -> _Form:
    """Find which form a document is: the one of whose labels and places it has the most."""
    forms = []
    for kind, ask in FORMS.items():
        sections = lay_out(ask(collection), kind)
        forms.append(_Form(kind, sections, sort_blocks(contents.blocks, sections, kind)))
    return max(forms, key=lambda form: form.found.known)


def _read_form(
    form: _Form, left: list[str], region: Region | None, collection: Collection
) -> list[Draft]:
    found, sections = form.found, form.sections
    answers = Answers(found)
    questions = [q for section in sections for q in list_all(section.questions)]
    answers.settle_dates(questions, region)
    values = {q.path: answers.work_out(q) for section in sections for q in section.questions}
    given = {path: value for path, value in values.items() if value is not None}
    for picture in found.pictures:
        answers.show(picture)
    if rest := given.pop("rest", None):
        left.insert(0, str(rest))
    if not (given or left or found.left or answers.left or answers.files):
        message = "Nothing is filled in yet. Write your answers into the form, save it, and import"
        raise UnreadableError(f"{message} it again.")
    if pictures := given.pop("image", None):
        given |= _place_pictures(pictures, answers)
    left = [*found.left, *answers.left, *left]
    if form.kind == "update":
        body = str(given.pop("body.done", ""))
        draft = settle_update(given, "\n\n".join(filter(None, [body, *answers.shown])), collection)
        remarks = (*draft.remarks, *answers.remarks)
        return [replace(draft, files=answers.files, left=tuple(left), remarks=remarks)]
    bodies = {path: str(given.pop(path)) for path in list(given) if path.startswith("body.")}
    actions = _list_groups(given.pop("actions", None))
    body = "\n\n".join(filter(None, [join_body("story", bodies), *answers.shown]))
    story = Draft("story", given, body, answers.files, tuple(left), tuple(answers.remarks))
    slug = make_slug(str(given.get("title", "")), "story")
    return [story, *(_read_action(each, slug) for each in actions)]


def _list_groups(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _place_pictures(pictures: object, answers: Answers) -> dict[str, object]:
    """Place the first picture at the top of the story, and the others below its text."""
    placed: dict[str, object] = {}
    for words in _list_groups(pictures):
        name = str(words.get("file", ""))
        if name and not words.get("alt") and answers.described.get(name):
            words["alt"] = answers.described[name]
        if name and not placed:
            placed["image"] = words
        elif name:
            answers.show_kept(name, str(words.get("alt", "")), str(words.get("credit", "")))
        else:
            answers.left += (f"Words for a picture: {text}" for text in words.values())
    return placed


def _read_action(values: dict[str, object], story: str) -> Draft:
    body = str(values.pop("body.done", ""))
    return Draft("action", {**values, "story": story}, body)


def _read_prose(contents: Contents, left: list[str]) -> Draft:
    """Make a story of a document that is not the form: its first line is the title."""
    blocks = list(contents.blocks)
    told = [each for each in blocks if isinstance(each, Paragraph) and each.text.strip()]
    fields: dict[str, object] = {}
    if told and len(title := " ".join(told[0].text.split())) <= _LONGEST_TITLE:
        fields["title"] = title
        led = dict.fromkeys(span.address for span in told[0].spans if span.address)
        left = [*(f"The title led to {address}" for address in led), *left]
        pictures = tuple(span for span in told[0].spans if span.picture)
        blocks[blocks.index(told[0])] = replace(told[0], spans=pictures)
    answers = Answers(Sorted())
    body = answers.write_body(blocks, top=2)
    if not body and not fields and not left:
        raise UnreadableError("There is nothing in the document.")
    return Draft("story", fields, body, answers.files, (*answers.left, *left))


def _tell_asides(asides: Iterable[Aside], words: frozenset[str]) -> list[str]:
    told = []
    for aside in asides:
        lines = (line for line in aside.lines if not is_foot(line) and plain(line) not in words)
        if said := " ".join(" ".join(lines).split()):
            told.append(f"{aside.told}: {said}")
    return told
