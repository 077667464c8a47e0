"""A part of the text that is hard to read.

Why: A chaplain printed a story about bereavement letters and left it in the relatives' room. A man
who drove a bin lorry read the first half twice and put it down. It was about his wife's ward, and
there was nothing in it that could not have been said in his own words. Nurses read it at the end of
a night shift, too.

Instead: Divide the longest sentences, and use the words that you would use at the bedside. The
sentences named here are the hardest.

Example:
    Multidisciplinary representatives collaboratively prioritised communication interventions
    following comprehensive consultation regarding organisational opportunities.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from generator.model import AUTHORED, Record
from generator.model.problem import Fault, Problem, Severity
from generator.rules.passages import Passage, list_passages, split_sentences
from generator.rules.rule import Context, rule
from generator.rules.text.readability import (
    count_long_words,
    count_long_words_at_most,
    count_words,
    grade,
    grade_sentences,
)

_HARD = 14
_ENOUGH = 10
_POINTED_AT = 3
_SHOWN_WORDS = 6
_MOST_WORDS = 5_000

_Sentence = tuple[Passage, int, str]


@rule(
    "T101",
    "hard-to-read",
    Severity.ADVICE,
    doc=__doc__,
    on=AUTHORED,
    needs=("body",),
    learning="spread",
    can_be_allowed=True,
)
def RULE(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Find sections of ten sentences or more with a SMOG grade over 14."""
    for section in _divide(list_passages(record)):
        most = sum(count_long_words_at_most(passage.plain) for passage in section)
        if grade(most, _ENOUGH) <= _HARD:
            continue
        sentences = list(_read_sentences(section))
        if len(sentences) < _ENOUGH or grade(most, len(sentences)) <= _HARD:
            continue
        found = grade_sentences([sentence for _, _, sentence in sentences])
        if found <= _HARD:
            continue
        message = (
            f"This part has a reading grade of {found:.1f} (SMOG), and over {_HARD} is hard for "
            "most people."
        )
        yield fault.at(section[0].place(0), message, _point_at(sentences))


def _divide(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Divide a body at its headings; each heading belongs to what follows it."""
    section: list[Passage] = []
    for passage in passages:
        if passage.kind == "heading" and section:
            yield section
            section = []
        section.append(passage)
    if section:
        yield section


def _read_sentences(section: Sequence[Passage]) -> Iterator[_Sentence]:
    """Read the sentences of a section: a heading, a list item and a table cell are one each."""
    words = 0
    # There are no more words than signs, and counting them takes as long as all the rest.
    may_be_too_long = sum(len(passage.plain) for passage in section) > _MOST_WORDS
    for passage in section:
        for start, end in split_sentences(passage.plain):
            sentence = passage.plain[start:end]
            words += count_words(sentence) if may_be_too_long else 0
            if words > _MOST_WORDS:
                return
            yield passage, start, sentence


def _point_at(sentences: Iterable[_Sentence]) -> str:
    """Point at the hardest sentences, by the words of many syllables and then by length."""
    hardest = nlargest(
        _POINTED_AT, sentences, key=lambda each: (count_long_words(each[2]), count_words(each[2]))
    )
    told = []
    for passage, start, sentence in hardest:
        place = passage.place(start + len(sentence) - len(sentence.lstrip()))
        words = sentence.split()
        shown = " ".join(words[:_SHOWN_WORDS]) + ("…" if len(words) > _SHOWN_WORDS else "")
        told.append(f"“{shown}” (line {place.line})")
    return (
        f"The hardest sentences are {'; '.join(told)}. Divide them, or say them in plainer words."
    )
