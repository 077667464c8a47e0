"""A document's blocks to answers: what the form says itself, whose answer the rest is.

A content control names its question. Where a program took the controls away, the labels do: what
follows a label is its answer. What belongs to no question is left, and never dropped.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.intake import Question
from generator.intake.from_word.blocks import Blocks, Paragraph, Table, list_text
from generator.intake.from_word.runs import Picture, Span
from generator.intake.from_word.to_markdown import cut
from generator.intake.paper_form import (
    Section,
    find_prompt,
    has_columns,
    is_prompt,
    list_all,
    list_words,
    plain,
)

_OURS = ("Story Question", "Story Hint", "Story Lead")
_LEAST_COLUMNS = 2
_SYNONYMS = {"n": "n", "number": "n", "counted from": "n", "note": "note", "notes": "note"}
Pieces = list[Paragraph | Table]


@dataclass(slots=True)
class Sorted:
    """What a filled form says.

    `answers` has the pieces of each answer by the path of its question and the number of the group
    that it is in (0 outside groups); `rows` the figures of each measure by its number. `known`
    counts the labels and controls of ours that were found: few of them, and it is no form.
    """

    answers: dict[tuple[str, int], Pieces] = field(default_factory=lambda: defaultdict(list))
    rows: dict[int, list[dict[str, Pieces]]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    left: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    known: int = 0


def sort_blocks(blocks: Blocks, sections: Sequence[Section], kind: str = "story") -> Sorted:
    """Sort the blocks of a document by the questions of the form for a kind of record."""
    sorter = _Sorter(sections, kind)
    sorter.sort(blocks)
    return sorter.found


class _Sorter:
    """Goes through a document once, and remembers where it is."""

    def __init__(self, sections: Sequence[Section], kind: str) -> None:
        self.found = Sorted()
        self.before = f"{kind}."
        self.words = list_words(sections, kind)
        self.titles = {plain(section.title): number for number, section in enumerate(sections)}
        self.questions: dict[str, Question] = {}
        self.labels: dict[str, dict[int, str]] = defaultdict(dict)
        self.columned: list[Question] = []
        for number, section in enumerate(sections):
            for question in list_all(section.questions):
                self.questions[question.path] = question
                if not self._is_column(question):
                    self.labels[plain(question.label)].setdefault(number, question.path)
                if has_columns(question):
                    self.columned.append(question)
        self.section = 0
        self.path = ""
        self.table = 0
        self.tables: dict[str, int] = {}
        self.entered: dict[str, set[str]] = defaultdict(set)

    def _is_column(self, question: Question) -> bool:
        return any(question in each.parts for each in self.columned)

    def sort(self, blocks: Blocks) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._sort_paragraph(block)
            else:
                self._sort_table(block)

    def _sort_paragraph(self, paragraph: Paragraph) -> None:
        gone = "".join(span.text for span in paragraph.left_out)
        if plain(gone) in self.labels:
            self._is_of_form(gone)  # the answer below a label that was struck out is still its own
        for tag, spans in groupby(paragraph.spans, key=self._find_path):
            piece = replace(paragraph, spans=tuple(spans))
            text = piece.text.strip()
            self.found.known += bool(tag)
            if is_prompt(text) if tag else self._is_of_form(text):
                piece = replace(piece, spans=tuple(s for s in piece.spans if s.picture))
            piece = _cut_prompt(piece)
            if tag and piece.spans:
                self._enter(tag)
                self._keep(piece)
            elif piece.spans:
                self._keep_below_label(piece)

    def _find_path(self, span: Span) -> str:
        path = span.tag.removeprefix(self.before)
        return path if path != span.tag and path in self.questions else ""

    def _is_of_form(self, text: str) -> bool:
        """Whether a text is the form's own; a title or a label says where the next answer goes."""
        words = plain(text)
        if words in self.titles:
            self.section, self.path = self.titles[words], ""
            return True
        if found := self.labels.get(words):
            self.found.known += 1
            self._enter(found.get(self.section) or next(iter(found.values())))
            return True
        return bool(words) and (words in self.words or is_prompt(text))

    def _keep_below_label(self, piece: Paragraph) -> None:
        label, sign, rest = piece.text.partition("?")
        if sign and rest.strip() and plain(label) in self.labels:
            self._is_of_form(label)
            head = len(label) + 1
            piece = replace(piece, spans=cut(piece.spans, head))
        elif piece.style in _OURS and piece.text.strip():
            self.path = ""  # a label of another edition of the form, or one that was changed
        self._keep(piece)

    def _keep(self, piece: Paragraph | Table) -> None:
        if isinstance(piece, Paragraph) and not piece.text.strip() and not _has_picture(piece):
            return
        question = self.questions.get(self.path)
        if question is None or question.parts:
            texts = [piece.text] if isinstance(piece, Paragraph) else _list_rows(piece)
            self.found.left += filter(None, (" ".join(text.split()) for text in texts))
            self.found.pictures += list_pictures((piece,))
            return
        group = self._find_group(self.path)
        number = max(0, self.found.counts[group] - 1) if group else 0
        self.found.answers[self.path, number].append(piece)

    def _enter(self, path: str) -> None:
        """Go to a question; one that its group has had already begins another group."""
        if path == self.path:
            return
        self.path = path
        group = self._find_group(path)
        if not group or path == group:
            return
        is_elsewhere = self.table and self.tables.get(group) != self.table
        if is_elsewhere or path in self.entered[group] or not self.found.counts[group]:
            self.found.counts[group] += 1
            self.entered[group] = set()
            self.tables[group] = self.table
        self.entered[group].add(path)

    def _find_group(self, path: str) -> str:
        top = path.partition(".")[0]
        question = self.questions.get(top)
        return top if question is not None and question.form == "groups" else ""

    def _sort_table(self, table: Table) -> None:
        if columns := self._find_columns(table):
            self._sort_rows(table, *columns)
            self.path = ""
        elif path := self._find_answer(table):
            self._enter(path)
            self._keep(table)
        elif self._is_ours(table):
            self.table += 1
            for row in table.rows:
                self.path = ""
                for cell in row:
                    self.sort(cell)
            self.path = ""
        else:
            self._keep(table)

    def _find_answer(self, table: Table) -> str:
        """Find the question that a table is an answer to: it lies in one control as a whole."""
        cells = [cell for row in table.rows for cell in row]
        paths = {path for cell in cells if (path := self._find_in(cell))}
        is_large = all(
            self.questions[path].form in {"body", "text", "lines", "dates"} for path in paths
        )
        return paths.pop() if len(paths) == 1 and is_large else ""

    def _is_ours(self, table: Table) -> bool:
        cells = (cell for row in table.rows for cell in row)
        paragraphs = (block for cell in cells for block in cell if isinstance(block, Paragraph))
        return any(
            plain(p.text) in self.labels or any(map(self._find_path, p.spans)) for p in paragraphs
        )

    def _find_columns(self, table: Table) -> tuple[Question, dict[int, str], int] | None:
        """Find which question a table answers in rows: its columns, and the rows of titles."""
        for question in self.columned:
            names = {plain(part.label): part.path for part in question.parts}
            names |= {plain(part.name): part.path for part in question.parts}
            if question.path == "measures.points":
                names |= {word: f"{question.path}.{name}" for word, name in _SYNONYMS.items()}
            head = [plain(" ".join(list_text(cell))) for cell in (table.rows or ((),))[0]]
            columns = {at: names[words] for at, words in enumerate(head) if words in names}
            if len(columns) >= _LEAST_COLUMNS:
                return question, columns, 1
            for row in table.rows:
                tagged = {at: path for at, cell in enumerate(row) if (path := self._find_in(cell))}
                if set(tagged.values()) & set(names.values()):
                    return question, tagged, 0
        return None

    def _find_in(self, cell: Blocks) -> str:
        paragraphs = (block for block in cell if isinstance(block, Paragraph))
        found = (self._find_path(span) for each in paragraphs for span in each.spans)
        return next(filter(None, found), "")

    def _sort_rows(
        self, table: Table, question: Question, columns: dict[int, str], head: int
    ) -> None:
        self.found.known += len(columns)
        titles = {plain(part.label) for part in question.parts}
        for row in table.rows[:head]:
            self._leave([cell for at, cell in enumerate(row) if at not in columns])
            for at in columns:
                self.found.pictures += list_pictures(row[at])
        for row in table.rows[head:]:
            answers: dict[str, Pieces] = defaultdict(list)
            for at, cell in enumerate(row):
                words = plain(" ".join(list_text(cell)))
                if words in titles or is_prompt(words):
                    self.found.pictures += list_pictures(cell)
                elif path := self._find_in(cell) or columns.get(at, ""):
                    filled = _list_filled(cell)
                    answers[path] += filled
                    self.found.pictures += list_pictures([b for b in cell if b not in filled])
                else:
                    self._leave([cell])
            answers = {path: pieces for path, pieces in answers.items() if pieces}
            if answers:
                self._keep_row(question, answers)

    def _keep_row(self, question: Question, answers: dict[str, Pieces]) -> None:
        group = self._find_group(question.path)
        if group != question.path:
            number = max(0, self.found.counts[group] - 1)
            self.found.counts[group] = number + 1
            self.found.rows[number].append(answers)
            return
        number = self.found.counts[group]
        self.found.counts[group] += 1
        for path, pieces in answers.items():
            self.found.answers[path, number] += pieces

    def _leave(self, cells: Sequence[Blocks]) -> None:
        for cell in cells:
            self.path = ""
            for block in cell:
                self._keep(block)


def list_pictures(pieces: Sequence[Paragraph | Table]) -> Iterator[Picture]:
    """List the pictures in some pieces, those in tables too."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield from (span.picture for span in piece.spans if span.picture)
        else:
            for row in piece.rows:
                for cell in row:
                    yield from list_pictures(cell)


def _list_filled(cell: Blocks) -> Pieces:
    return [each for each in cell if any(text.strip() for text in list_text((each,)))]


def _list_rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join(text for cell in row if (text := " ".join(list_text(cell)).strip()))


def _cut_prompt(piece: Paragraph) -> Paragraph:
    """Cut out a prompt of the form that was left standing beside an answer."""
    start, end = find_prompt(piece.text)
    if not end:
        return piece
    kept, at = [], 0
    for span in piece.spans:
        text = span.text[: max(0, start - at)] + span.text[max(0, end - at) :]
        at += len(span.text)
        kept += [replace(span, text=text)] if text or span.picture else []
    return replace(piece, spans=tuple(kept))


def _has_picture(paragraph: Paragraph) -> bool:
    return any(span.picture for span in paragraph.spans)
