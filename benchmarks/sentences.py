"""Prose of the sentences of the stories here, mixed, for rules that read what people write.

Words that are drawn one by one, as `words` draws them, make no sentence. A rule that looks at what
stands around a day or a name has next to nothing to do with them, and much with these.
"""

import re
from functools import cache
from pathlib import Path

from benchmarks.words import Writer

_STORIES = Path(__file__).parent.parent / "stories"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
# Headings, tables, lists, pictures, quotations and comments are left out.
_NO_PROSE = tuple("#|-*>![<")
_SHORTEST, _LONGEST = 4, 45


@cache
def list_sentences() -> tuple[str, ...]:
    """List the sentences of all bodies, each once."""
    found: set[str] = set()
    for path in _STORIES.rglob("*.md"):
        _, _, body = path.read_text(encoding="utf-8")[4:].partition("\n---\n")
        for paragraph in body.split("\n\n"):
            if not paragraph.strip().startswith(_NO_PROSE):
                plain = _LINK.sub(r"\1", " ".join(paragraph.split()))
                found.update(_END.split(plain))
    return tuple(sorted(filter(_may_be_quoted, found)))


def _may_be_quoted(sentence: str) -> bool:
    is_plain = '"' not in sentence and "\\" not in sentence
    return is_plain and _SHORTEST <= len(sentence.split()) <= _LONGEST


class Quoter(Writer):
    """Writes lines and prose of whole sentences, the same for the same seed."""

    def line(self, count: int) -> str:
        """Write a sentence of about `count` words, without its full stop."""
        some = [self.chance.choice(list_sentences()) for _ in range(8)]
        return min(some, key=lambda each: abs(len(each.split()) - count)).rstrip(".")

    def prose(self, count: int) -> str:
        """Write about `count` words: paragraphs of some sentences, a heading now and then."""
        parts: list[str] = []
        while count > 0:
            if len(parts) % 4 == 3:
                parts.append(f"## {self.line(4)}")
            sentences = self.chance.choices(list_sentences(), k=self.chance.randint(2, 5))
            parts.append(" ".join(sentences))
            count -= len(parts[-1].split())
        return "\n\n".join(parts)
