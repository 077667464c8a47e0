"""What a title or a summary claims of an amount: two figures compared, or a change for the better.

A text enters; claims leave, with where they stand and whether they compare two figures. Knows
nothing of measures: `claim_not_carried` and `two_point_claim` hold the claims against them. What is
hoped, denied, asked or quoted is no claim.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Story
from generator.model.lazy_pattern import compile_when_asked
from generator.rules.passages import (
    Passage,
    keep_letters,
    quote_from,
    read_field,
    split_sentences,
)


class Claim(NamedTuple):
    """A claim in a field, in the author's words."""

    field: str
    words: str
    passage: Passage
    start: int
    compares: bool


_ENOUGH = 10
_NUMBER = r"(?:£ ?)?\d[\d,.]{0,9}(?<=\d)"
_SHARE = r" ?(?:%|per ?cent\b|in (?:ten|a hundred|\d{1,4})\b)"
_UNIT = r"(?: ?%| (?:per ?cent|minutes?|hours?|days?|weeks?|months?|seconds?|points?|a \w{1,9}))?"
_MOVED = (
    r"(?:fell|fallen|falls?|dropped|down|rose|risen|rises?|up|climbed|went|gone|cut|reduced"
    r"|improved"
    r"|increased|decreased|grew|grown|shrank|shrunk|shortened|lowered|raised|brought)"
)
_HALVED = r"(?:halved|doubled|trebled|tripled|quadrupled)"
_COMPARES = compile_when_asked(
    rf"\bfrom {_NUMBER}{_SHARE} (?:\w+ ){{0,3}}to {_NUMBER}"
    rf"|\bfrom {_NUMBER} (?:\w+ ){{0,3}}to {_NUMBER}{_SHARE}"
    rf"|\b{_MOVED} (?:\w+ ){{0,4}}from {_NUMBER}{_UNIT} (?:\w+ ){{0,3}}to {_NUMBER}"
    rf"|\b{_NUMBER}(?:{_SHARE}|{_UNIT}) before[, ]+(?:and |but )?{_NUMBER}"
    rf"|\b{_HALVED}\b(?! (?:over|up|back|as|the (?:tablets?|apples?|dose))\b)",
    re.IGNORECASE,
)
# Without any of these words, in small letters, nothing is claimed.
_SAID = """
    before better brought climbed cut decreased down dropped doubled fall fallen falls faster
    fell fewer from gone grew grown halved improved increased longer lowered more quadrupled
    quicker raised reduced rise risen rises rose shorter shortened shrank shrunk trebled
    tripled up went
"""
_CLAIMING = frozenset(_SAID.split())
_PEOPLE = r"(?:patients|people|families|carers|residents|women|men|relatives|visitors|staff|nurses)"
_AMOUNT = (
    r"(?:numbers?|amounts?|rates?|share|time|times|waits?|waiting|delays?|noise|falls|complaints"
    r"|errors|infections?|pain|satisfaction|experience|sleep|readmissions|stress|anxiety|safety"
    r"|outcomes?|scores?|results?|missed|lost|wasted)"
)
_BECAME = r"(?:was|were|has been|have been|got|became|is now|are now|feels?|felt)"
_LIVED = r"(?:sleep|sleeps|slept|eats?|ate|hears?|heard|works|worked|goes|went)"
_ABOUT = r"(?:(?:about|around|just|only|under|over|below|nearly|almost|more than|less than) )?"
_CLAIMS = compile_when_asked(
    r"(?:^\W*|\b(?:are|were|is|was|have|has|had|been|now|makes?|made|sees?|saw|gets?|got|means?"
    r"|meant"
    r"|and|but|\w{2,}ed) (?:far |many |much )?)fewer (?!than\b)\w+"
    r"|\b(?:has|have|had|was|were|been) (?:also |much |greatly )?(?:reduced|improved)\b"
    r"(?! (?:mobility|sight|vision|hearing|staffing|hours|rate|price|appetite|function))"
    r"|(?<!be )\b(?:reduced|improved)(?= *(?:[.,;:!]|$|(?:by|since|after)\b))"
    rf"|\b(?:reduced|improved) (?:the |our |their |patients['’] )?{_AMOUNT}\b"
    rf"|\b(?:{_BECAME}|{_LIVED}) (?:now )?(?:much |far |a little |a bit |a lot |even )?better\b"
    r"(?! (?:known|than nothing|off|word|if|or worse))"
    r"|\b(?:sleep|rest|care|hearing|contact|sleeping|eating|mornings|nights) (?:is|are) better\b"
    rf"|\b(?!up\b|down\b){_MOVED}(?: up| down)? (?:by|to) {_ABOUT}{_NUMBER}"
    rf"|\bmore {_PEOPLE} (?:now |have |feel |felt |know |knew |say |said )"
    r"|\b(?:waits?|queues?|delays?) (?:is|are|were|was|has become|have become) (?:\w+ )?shorter\b"
    r"|^\W*(?:shorter|quicker|faster) (?:waits?|queues?|answers?|replies|visits)\b"
    r"|\bno longer (?:have to )?waits?(?:ed)? (?:more than|over|for|longer) \w+",
    re.IGNORECASE,
)
_NO_CLAIM = compile_when_asked(
    r"\b(?:no|not|never|nobody|nothing|none|neither|without|whether|hop(?:e|es|ed|ing)|aim(?:s|ed)?"
    r"|want(?:s|ed)?|wish(?:es|ed)?|if|would|will|can|could|might|may|should|plan(?:s|ned)?|expect"
    r"(?:s|ed)?"
    r"|cannot|can't|didn't|hasn't|haven't|isn't|aren't|wasn't|don't|doesn't|hardly|little|until"
    r"|unless"
    r"|supposed|meant|trying|tried|tests?|testing|asked|guess(?:ed)?)\b",
    re.IGNORECASE,
)
_CLAUSE = compile_when_asked(r"[;:,()–—]|\b(?:and|but|while|though|because)\b")


def list_claims(story: Story) -> Iterator[Claim]:
    """Find the claims in a story's title and summary."""
    for field, value in (("title", story.title), ("summary", story.summary)):
        if field not in story.faulty and value:
            yield from find_claims(read_field(story, value, field), field)


def find_claims(passage: Passage, field: str) -> Iterator[Claim]:
    """Find the claims in a passage, one a sentence."""
    letters = keep_letters(passage.own)
    for start, end in split_sentences(passage.own):
        if _CLAIMING.isdisjoint(letters[start:end].split()):
            continue
        sentence = passage.own[start:end]
        if sentence.rstrip().endswith("?"):
            continue
        for pattern, compares in ((_COMPARES, True), (_CLAIMS, False)):
            found = pattern.search(sentence)
            if found and not _is_denied(sentence, found.start()):
                at = start + found.start()
                words = quote_from(passage.text, at, end)
                yield Claim(field, words, passage, at, compares)
                break


def _is_denied(sentence: str, end: int) -> bool:
    """Whether a word before the claim, in its clause, takes it back or makes a wish of it."""
    clauses = list(_CLAUSE.finditer(sentence, 0, end))
    start = clauses[-1].end() if clauses else 0
    return bool(_NO_CLAIM.search(sentence, start, end))


def has_points_to_compare(story: Story) -> bool:
    """Whether a measure, other than one that watches for harm, has ten points or more."""
    return any(
        m.type != "balancing" and len(m.points) + len(m.events) >= _ENOUGH for m in story.measures
    )
