"""One record's file, as it was read, to the record and to all that is wrong with it."""

import re
import unicodedata
from pathlib import PurePosixPath

from generator.load import faults
from generator.load.comments import list_unanswered
from generator.load.files import decode_text
from generator.load.fingerprints import RecordFiles
from generator.load.frontmatter import FrontMatter, read_front_matter
from generator.load.markdown import hide_comments, is_tangled, list_links
from generator.load.measure_files import attach_data, list_data_files
from generator.load.validate import AnyRecord, read_fields
from generator.model import Framework, Origin
from generator.model.base import Body
from generator.model.field_types import SLUG
from generator.model.problem import Place, Problem

MOST_LINKS = 2_000
# The folders in which a file is no story, whatever lies around them.
FOLDERS = {"actions": "action", "updates": "update", "adoptions": "adoption"}


def read_record(
    model: type[AnyRecord], written: RecordFiles
) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read a record, or None if its fields cannot be read at all, and say what is wrong."""
    path, slug = written.path, slug_of(written.path)
    source = decode_text(written.content, path)
    matter = read_front_matter(source.text, path) if source.text is not None else ()
    if isinstance(matter, tuple):
        return None, (*source.problems, *matter)
    problems = [*source.problems, *matter.parsed.problems]
    if model is not Framework and not SLUG.fullmatch(slug):
        problems.append(_explain_name(slug, path))
    problems.extend(attach_data(matter.fields, matter.parsed, path, written.beside, written.region))
    body = _read_body(matter, path, problems, is_told=bool(model.told_by & set(matter.fields)))
    origin = Origin(
        path=path,
        slug=slug,
        folder=path.rpartition("/")[0] or ".",
        body=body,
        places=matter.parsed.places,
        source=source.text or "",
        faulty=frozenset(() if body.markdown.strip() or model.told_by else {"body"}),
        key=written.key,
        files=list_data_files(matter.fields),
    )
    top = Place(path, *matter.start)
    record, found = read_fields(model, matter.fields, matter.parsed, origin, top)
    return record, (*problems, *found)


def kind_of(path: str) -> str:
    """Find the kind of the record at `path`: the nearest folder that means one says it."""
    folders = (FOLDERS.get(part) for part in reversed(path.split("/")[:-1]))
    return next(filter(None, folders), "story")


def slug_of(path: str) -> str:
    """Find the last part of a record's address: its file's name, or its folder's."""
    parts = PurePosixPath(path)
    return parts.parent.name if parts.stem == "index" else parts.stem


def _read_body(matter: FrontMatter, path: str, problems: list[Problem], *, is_told: bool) -> Body:
    """Take the comments out of a body, and find its links.

    A body that would keep the computer busy for minutes is left out; where the fields tell enough,
    there need not be one.
    """
    told = hide_comments(matter.body)
    found = list_unanswered(matter.body, path, matter.body_line)
    problems.extend(found)
    is_told = is_told or any(problem.fault is faults.UNANSWERED for problem in found)
    if not told.strip() and not is_told:
        message = "Nothing is told below the fields."
        problems.append(faults.EMPTY_BODY.at(Place(path, matter.body_line), message))
    message = "The text below the fields has more links or brackets than any story has."
    if not is_tangled(told):
        links = list_links(told, path, matter.body_line)
        if len(links) <= MOST_LINKS:
            return Body(told, matter.body_line, links)
    problems.append(faults.TANGLED_BODY.at(Place(path, matter.body_line), message))
    return Body("", matter.body_line)


def _explain_name(slug: str, path: str) -> Problem:
    is_folder = PurePosixPath(path).stem == "index"
    what = "folder" if is_folder else "file"
    plain = unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode().lower()
    better = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    message = f"The name of this {what}, “{slug}”, cannot be part of an address."
    ending = "" if is_folder else PurePosixPath(path).suffix.lower()
    hint = f"Rename the {what}: {better}{ending}" if better else ""
    return faults.BAD_NAME.at(Place(path), message, hint)
