"""Sorted answers to the values of fields: boxes that were ticked, days, numbers, figures, Markdown.

What fits no value stays as it was written, where the checker points at it, or is left.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.intake import Question, make_slug
from generator.intake.answers import list_days, parse_answer
from generator.intake.date_order import settle_dates
from generator.intake.from_word.blocks import Blocks, Paragraph, Table, list_text
from generator.intake.from_word.embedded_images import read_picture
from generator.intake.from_word.figure_table import write_figures
from generator.intake.from_word.form_sections import Pieces, Sorted, list_pictures
from generator.intake.from_word.runs import Picture, Span
from generator.intake.from_word.tab_tables import gather_tables
from generator.intake.from_word.to_markdown import escape, write_markdown, write_rows, write_text
from generator.intake.paper_form import plain, say_choice
from generator.intake.typed_points import Figures, leave_gaps, read_cells
from generator.load.points import Region

_TICKED, _UNTICKED = "☒☑✓✔✗✘", "☐□"
_MARK = re.compile(
    rf"\s*(?:[{_UNTICKED}]\s*)?(?:([{_TICKED}]|\[\s?[xX]\s?\]|[xX](?=\s+\S))"
    rf"|([{_UNTICKED}]|\[ ?\]))\s*"
)
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*]\s*|[-–]\s+)")
_STORY = re.compile(r"stories/([a-z0-9-]+)")
_SHORT = 200
_MOST_FILES = 40
_QUOTES = '“”"„‟'


@dataclass(slots=True)
class Answers:
    """Works out the values. `files` and `left` fill up on the way."""

    found: Sorted
    region: Region = field(default_factory=Region)
    files: dict[str, bytes] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    described: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def settle_dates(self, questions: Iterable[Question], region: Region | None) -> None:
        """Decide for the whole form whether the day or the month comes first."""
        dated = {each.path: each for each in questions if each.form in {"date", "dates"}}
        answers = self.found.answers.items()
        asked = ((dated[path], told) for (path, _), told in answers if path in dated)
        texts = [day for each, told in asked for day in list_days(each, self._write(each, told))]
        day = "measures.points.date"
        rows = self.found.rows.values()
        series = (
            [self._write(dated[day], row[day]) for row in each if day in row] for each in rows
        )
        self.region, remarks = settle_dates(texts, region, series)
        self.remarks += remarks

    def work_out(self, question: Question, number: int = 0) -> object:
        """Work out the value of a question; None if it has no answer."""
        if question.form == "groups":
            every = (self._work_out_group(question, at) for at in self._count(question))
            return [group for group in every if group] or None
        if question.form == "group":
            return self._work_out_group(question, number) or None
        pieces = self.found.answers.get((question.path, number), [])
        if question.form == "body":
            place = self.show if question.path == "rest" else self._place  # no text shows the rest
            body = _split(pieces) if "." in question.path else pieces
            return self.write_body(body, place=place) or None
        if question.form == "picture":
            return self._keep_first(question, pieces)
        for picture in list_pictures(pieces):
            self.show(picture)
        text = self._write(question, pieces)
        return self._parse(question, text) if text.strip() else None

    def _count(self, question: Question) -> range:
        return range(self.found.counts.get(question.path, 0))

    def _work_out_group(self, question: Question, number: int) -> dict[str, object]:
        values: dict[str, object] = {}
        for part in question.parts:
            if part.path == "measures.points":
                continue
            value = self.work_out(part, number)
            if value is not None:
                values[part.path.removeprefix(f"{question.path}.")] = value
        if question.path == "measures" and (rows := self.found.rows.get(number)):
            figures = self._read_rows(rows, question, values)
            if any(part.name == "title" for part in question.parts):
                values["file"] = self._keep_figures(figures, str(values.get("title", "")))
            else:  # the few that an update adds
                values["points"] = leave_gaps(figures)
        return values

    def _write(self, question: Question, pieces: Pieces) -> str:
        lines: list[str] = []
        for piece in pieces:
            if isinstance(piece, Table):
                lines += (" | ".join(map(str.strip, list_text(cell))) for cell in _rows(piece))
            elif question.name == "url" and (address := _find_address(piece)):
                lines.append(address)
            elif question.form in {"text", "lines", "dates"}:
                lines.append(write_text([piece]))
            else:
                lines.append(" ".join(piece.text.split()))
        return "\n".join(lines)

    def _parse(self, question: Question, text: str) -> object:
        if question.form == "choices":
            return self._tick(question, text.split("\n"))
        if question.form == "lines":
            pieces = re.split(r"\n" if (question.most or 0) > _SHORT else r"[\n;,]", text)
            return [item for piece in pieces if (item := _BULLET.sub("", piece).strip())]
        if question.form == "line" and question.choices:
            named = found[1] if (found := _STORY.search(text)) else text
            return parse_answer(replace(question, form="choice"), named)
        if question.name == "quote":
            text = _unquote(text)
        return parse_answer(question, text, self.region)

    def _tick(self, question: Question, lines: list[str]) -> list[str] | None:
        """Find which boxes are ticked; without any box, what is still there counts."""
        labels: dict[str, str] = {}
        for choice in question.choices:
            for words in (choice.value, choice.label, say_choice(choice)):
                labels[plain(words)] = choice.value
        ticked: list[str] = []
        unmarked: list[str] = []
        for line in filter(str.strip, lines):
            mark = _MARK.match(line)
            words = line[mark.end() :] if mark else line
            value = labels.get(plain(words))
            if value and mark and mark[2]:
                continue
            if value:
                (ticked if mark else unmarked).append(value)
            elif mark and mark[2] and words.strip():
                self.left.append(f"{question.label} {words}")
            elif words.strip():
                self._tick_words(question, words, ticked)
        if unmarked and (ticked or len(unmarked) < len(question.choices)):
            ticked += unmarked
        return list(dict.fromkeys(ticked)) or None

    def _tick_words(self, question: Question, words: str, ticked: list[str]) -> None:
        """Tick what somebody wrote instead of ticking, or wrote behind a label."""
        values = [choice.value for choice in question.choices]
        parsed = parse_answer(question, words)
        meant = [each for each in parsed if each in values] if isinstance(parsed, list) else []
        if isinstance(parsed, list) and len(meant) == len(parsed):
            ticked += meant
            return
        begun = next((c for c in question.choices if plain(words).startswith(plain(c.label))), None)
        ticked += [begun.value] if begun else meant
        self.left.append(f"{question.label} {words}")

    def write_body(
        self, pieces: Pieces, top: int = 3, place: Callable[[Picture], str] | None = None
    ) -> str:
        """Write an answer of many paragraphs as Markdown, its pictures where they stand."""
        place = place or self._place
        told: list[str] = []
        run: list[Paragraph] = []
        for piece in gather_tables(pieces):
            pictures = list(list_pictures((piece,)))
            if isinstance(piece, Paragraph):
                run.append(piece)
            if pictures or isinstance(piece, Table):
                told.append(write_markdown(run, top=top))
                run = []
            if isinstance(piece, Table):
                rows = ((_write_cell(cell) for cell in row) for row in piece.rows)
                told.append(write_rows(rows))
            told += map(place, pictures)
        told.append(write_markdown(run, top=top))
        return "\n\n".join(text for text in told if text.strip())

    def _place(self, picture: Picture) -> str:
        name = self.keep(picture)
        return f"![{escape(picture.alt)}]({name})" if name else ""

    def show_kept(self, name: str, alt: str, credit: str) -> None:
        """Show a picture that is kept already below the text, with who made it."""
        below = f"\n\n{escape(credit)}" if credit else ""
        self.shown.append(f"![{escape(alt)}]({name}){below}")

    def _keep_first(self, question: Question, pieces: Pieces) -> str | None:
        """Keep the picture of a table for pictures, and show others that were pasted with it."""
        if text := " ".join(self._write(question, pieces).split()):
            self.left.append(f"{question.label}: {text}")
        first = None
        for picture in list_pictures(pieces):
            if first:
                self.show(picture)
            else:
                first = self.keep(picture)
                self.described.setdefault(first or "", picture.alt)
        return first

    def show(self, picture: Picture) -> str:
        """Keep a picture to be shown below the text; nothing stands where it stood."""
        if placed := self._place(picture):
            self.shown.append(placed)
        return ""

    def keep(self, picture: Picture) -> str | None:
        """Keep a picture as a file of the draft, and give its name; None if it cannot be used."""
        if len(self.files) >= _MOST_FILES:
            made: tuple[bytes, str] | str = f"One picture too many: {picture.name}."
        else:
            made = read_picture(picture)
        if isinstance(made, str):
            self.left.append(f"{made} {picture.alt}".strip())
            return None
        content, ending = made
        known = next((name for name, each in self.files.items() if each == content), None)
        number = sum(name.startswith("picture-") for name in self.files) + 1
        name = known or f"picture-{number}.{ending}"
        self.files[name] = content
        return name

    def _read_rows(
        self, rows: list[dict[str, Pieces]], question: Question, values: Mapping[str, object]
    ) -> Figures:
        """Read the table of figures of a measure."""
        points = next(part for part in question.parts if part.path == "measures.points")
        written = []
        for row in rows:
            cells = []
            for part in points.parts:
                pieces = row.get(part.path, [])
                for picture in list_pictures(pieces):
                    self.show(picture)
                text = " ".join(self._write(part, pieces).split())
                cells.append(text)
            written.append(cells)
        read = read_cells(written, unit=str(values.get("unit", "")), region=self.region)
        self.remarks += read.remarks
        return read

    def _keep_figures(self, figures: Figures, title: str) -> str:
        """Keep the figures of a measure as a file of the draft, and give its name."""
        stem = make_slug(title, "measure")[:60].strip("-")
        name = f"{stem}.csv"
        while name in self.files:
            stem += "-2"
            name = f"{stem}.csv"
        self.files[name] = write_figures(figures)
        return name


def _write_cell(cell: Blocks) -> str:
    """Write what stands in a cell as plain text, with the addresses of its links."""
    lines = [
        write_text([block])
        if isinstance(block, Paragraph)
        else " ".join(_write_cell(inner) for row in block.rows for inner in row)
        for block in cell
    ]
    return " ".join(filter(None, lines))


def _split(pieces: Pieces) -> Pieces:
    """Make paragraphs of the lines in a place where Word allows lines alone."""
    split: Pieces = []
    for piece in pieces:
        if not isinstance(piece, Paragraph) or "\n" not in piece.text:
            split.append(piece)
            continue
        lines: list[list[Span]] = [[]]
        for span in piece.spans:
            first, *rest = span.text.split("\n")
            lines[-1].append(replace(span, text=first))
            lines += [[replace(span, text=text, picture=None)] for text in rest]
        split += (replace(piece, spans=tuple(line)) for line in lines)
    return split


def _rows(table: Table) -> list[Pieces]:
    return [[block for cell in row for block in cell] for row in table.rows]


def _find_address(piece: Paragraph) -> str:
    return next((span.address for span in piece.spans if span.address), "")


def _unquote(text: str) -> str:
    """Take the quotation marks from around a quotation, if it stands in them as a whole."""
    inner = text.strip()
    if len(inner) > 1 and inner[0] in _QUOTES and inner[-1] in _QUOTES:
        inside = inner[1:-1]
        return inside if not any(mark in inside for mark in _QUOTES) else text
    return text
