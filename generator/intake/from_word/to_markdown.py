"""What was typed in Word to Markdown that shows the same words, and to plain text for a field."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from urllib.parse import quote

from generator.intake.from_word.blocks import Paragraph
from generator.intake.from_word.runs import Span

# Signs that Markdown would take for its own, and what begins a line with a meaning.
_SIGNS = re.compile(r"([\\`*\[\]<~|])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)")
_BEGINNING = re.compile(r"(?m)^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|>)")
_NUMBER = re.compile(r"(?m)^(\s*\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣●○■□*]\s+|[-–o]\t\s*)")
_COUNTED = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
_WEB = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_STEP = "    "


def escape(text: str) -> str:
    """Put a backslash before each sign that Markdown would take for its own."""
    return _SIGNS.sub(r"\\\g<0>", text)


def write_text(paragraphs: Iterable[Paragraph]) -> str:
    """Write paragraphs as plain text, with the addresses of links behind their words."""
    return "\n".join(filter(None, (_write_line(p.spans) for p in paragraphs)))


def _write_line(spans: Iterable[Span]) -> str:
    told = ""
    for address, group in groupby(spans, key=lambda span: span.address):
        words = "".join(span.text for span in group)
        is_said = address.removeprefix("mailto:").rstrip("/") in words or not _WEB.match(address)
        told += words if is_said else f"{words} ({address})"
    return "\n".join(line for each in told.split("\n") if (line := " ".join(each.split())))


def write_markdown(paragraphs: Iterable[Paragraph], *, top: int) -> str:
    """Write paragraphs as Markdown; a heading becomes one of the level `top`, or below it."""
    told, was_item, deepest = "", False, -1
    for paragraph in paragraphs:
        block, level = _write_block(paragraph, top, deepest if was_item else -1)
        if not block.strip():
            continue
        is_item = level >= 0
        told += ("\n" if is_item and was_item else "\n\n") + block
        was_item, deepest = is_item, level
    return told.strip("\n")


def _write_block(paragraph: Paragraph, top: int, before: int) -> tuple[str, int]:
    """Write one block, and say how deep in a list it stands; -1 if in none."""
    spans, level, mark = _find_item(paragraph)
    words = _write_spans(spans)
    if not words.strip():
        return "", -1
    if paragraph.heading:
        plain = " ".join(_write_spans(replace(s, is_bold=False) for s in spans).split())
        return f"{'#' * min(top + paragraph.heading - 1, top + 1)} {plain}", -1
    if level >= 0:
        level = min(level, before + 1)
        indent = _STEP * level
        return indent + mark + words.replace("\n", "\n" + indent + _STEP), level
    return words, -1


def _find_item(paragraph: Paragraph) -> tuple[tuple[Span, ...], int, str]:
    """Find whether a paragraph is an item of a list, real or typed with a bullet."""
    spans = paragraph.spans
    if paragraph.list_level >= 0:
        mark = f"{paragraph.number}. " if paragraph.number else "- "
        return spans, paragraph.list_level, mark
    text = paragraph.text
    if found := _BULLET.match(text):
        return cut(spans, found.end()), 0, "- "
    if found := _COUNTED.match(text):
        return cut(spans, found.end()), 0, f"{int(found[1])}. "
    return spans, -1, ""


def cut(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Cut letters off the beginning."""
    rest = []
    for span in spans:
        rest.append(replace(span, text=span.text[length:]))
        length = max(0, length - len(span.text))
    return tuple(rest)


def _write_spans(spans: Iterable[Span]) -> str:
    joined = list(_join(spans))
    told = ""
    for index, span in enumerate(joined):
        after = joined[index + 1].text[:1] if index + 1 < len(joined) else ""
        told += _write_span(span, told[-1:], after)
    lines = [" ".join(line.split()) for line in told.split("\n")]
    safe = (_NUMBER.sub(r"\1\\\2", _BEGINNING.sub(r"\1\\\2", line)) for line in lines if line)
    return "\\\n".join(safe)


def _join(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbours of the same look: Word cuts a sentence wherever somebody clicked."""
    for look, group in groupby(spans, key=lambda span: replace(span, text="", tag="")):
        text = "".join(span.text for span in group)
        if text:
            yield replace(look, text=text)


def _write_span(span: Span, before: str, after: str) -> str:
    inner = span.text.strip()
    if not inner:
        return span.text
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    trail = span.text[len(span.text.rstrip()) :]
    words = escape(inner)
    if _WEB.fullmatch(span.address):
        words = f"[{words}](<{quote(span.address, safe=':/?#[]@!$&()*+,;=%~-._')}>)"
    marks = "*" * (2 * span.is_bold + span.is_italic)
    # Marks inside a word, or around several lines, would be read as stars.
    is_free = not ((lead or before)[-1:].isalnum() or (trail or after)[:1].isalnum())
    if marks and is_free and "\n" not in inner:
        words = f"{marks}{words}{marks}"
    return lead + words + trail


def write_rows(rows: Iterable[Iterable[str]]) -> str:
    """Write rows of plain cells as a Markdown table, the first row as its head."""
    cells = [[" ".join(escape(c).split()) for c in row] for row in rows]
    width = max(map(len, cells), default=0)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in cells]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]) if lines and width else ""
