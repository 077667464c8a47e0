"""The table of the faults of shape, and the faults of a file as a whole: codes of F."""

from generator.load.messages import SAYS
from generator.model.problem import Fault, Severity

ERROR, ADVICE = Severity.ERROR, Severity.ADVICE
FAULTS: dict[str, Fault] = {}


def name_fault(  # noqa: PLR0913, PLR0917 (the columns of the table)
    code: str,
    name: str,
    finds: str,
    why: str,
    instead: str,
    severity: Severity = ERROR,
    *,
    blocks: bool = True,
) -> Fault:
    """Name a fault and add it to the table."""
    says = SAYS.get(code, {})
    FAULTS[code] = Fault(code, name, severity, finds, why, instead, blocks=blocks, says=says)
    return FAULTS[code]


UNREADABLE = name_fault(
    "F101",
    "file-unreadable",
    "A file that the computer would not open.",
    "A story that cannot be read cannot be published.",
    "Check that the file is an ordinary file and that you may read it.",
)
ENCODING = name_fault(
    "F102",
    "file-not-utf-8",
    "Bytes that are not UTF-8 text, as older programs write for é, ’ or £.",
    "Guessing the encoding would print the wrong letters in somebody's name.",
    "Save the file again as UTF-8: in Notepad, “Save as” and choose the encoding UTF-8.",
)
TOO_LARGE = name_fault(
    "F103",
    "file-too-large",
    "A story, an action record or a data file larger than 256 KB.",
    "A story is a few hundred words; a larger file is usually a mistake, such as a picture pasted "
    "into the text.",
    "Take out what does not belong in the text, or divide the story in two.",
)
EMPTY_BODY = name_fault(
    "F104",
    "body-empty",
    "A record with fields and nothing told below them.",
    "The fields are read by the site; the story is read by people.",
    "Write, below the closing ---, what was done and what happened, in your own words.",
)
CONTROL_CHARACTER = name_fault(
    "F105",
    "character-forbidden",
    "A character that cannot be seen and changes how text is shown: a control character, or one "
    "that turns the direction of writing.",
    "Such characters can make a page say something other than what its reviewer read.",
    "Delete the character; typing the line again is the surest way.",
)
SYMBOLIC_LINK = name_fault(
    "F106",
    "file-is-a-link",
    "A symbolic link, or something else that is not an ordinary file.",
    "A link could bring a file from outside the collection into the site.",
    "Put the file itself in its place.",
)
BYTE_ORDER_MARK = name_fault(
    "F107",
    "byte-order-mark",
    "An invisible mark at the beginning of the file, which some editors on Windows write.",
    "This site reads past it; other programs may show the fields as text because of it.",
    "Nothing is broken. To be rid of it, save the file as “UTF-8” rather than “UTF-8 with BOM”.",
    ADVICE,
)
WINDOWS_LINES = name_fault(
    "F108",
    "windows-line-ends",
    "Lines that end as Windows ends them.",
    "This site reads them; in a review every line of the file may look changed.",
    "Nothing is broken. To be rid of them, choose “LF” as the end of line in your editor.",
    ADVICE,
)
BAD_NAME = name_fault(
    "F109",
    "file-name-unusable",
    "A file name that cannot be an address: capitals, spaces, accents, underscores.",
    "The name becomes the address of the page, which people will type, print and read out.",
    "Use small letters, digits and hyphens.",
)
TANGLED_BODY = name_fault(
    "F112",
    "body-too-tangled",
    "A story with thousands of links, brackets or other signs of Markdown.",
    "It is never a story, and it could be meant to exhaust the computer that builds the site.",
    "Take out what is not part of the story, or divide the story in two.",
)

ADDRESS_LOST = name_fault(
    "F113",
    "address-lost",
    "A story or an action record that was renamed or deleted, so that its address leads nowhere.",
    "Somebody has printed that address, sent it to a colleague or taken it home as an example.",
    "Name the old address in the `aliases` of the story that took its place, or, if it was "
    "withdrawn, in stories/withdrawn.yml.",
    Severity.WARNING,
)

UNANSWERED = name_fault(
    "F114",
    "prompt-unanswered",
    "A prompt of a starter file, a comment that begins “Write here:”, with nothing below it.",
    "Readers do not see the prompt: they would see a story with a hole in it.",
    "Write the answer below the prompt, or in its place; take out a heading that you do not need.",
)
LEFT_OVER = name_fault(
    "F115",
    "words-left-over",
    "Words from a form, a document or a table that no field could take. They wait in a comment.",
    "Readers do not see a comment, so whatever matters in it is lost to them; and everybody who "
    "sees the file can read it.",
    "Move what belongs in the story to its place, and take the rest out, comment and all.",
    Severity.WARNING,
)
NAME_RESERVED = name_fault(
    "F116",
    "file-name-reserved",
    "A name that some computers cannot hold: con, nul or com1, which Windows keeps for itself, a "
    "full stop or a space at the end, a sign such as : or ?, or hundreds of letters.",
    "Whoever has such a computer could not fetch the collection at all.",
    "Rename the file or the folder; small letters, digits and hyphens are always right.",
)
NAME_TWICE = name_fault(
    "F117",
    "file-names-alike",
    "Two files in one folder whose names differ only in capitals, in how an accent is written, or, "
    "for pictures, in .jpg and .png.",
    "Windows and macOS take them for one file, and one of the two is lost in silence.",
    "Rename one of them.",
)
KEPT_OUT = name_fault(
    "F120",
    "story-kept-out",
    "A story in a folder called `_posts`, as other generators call it. Names that begin with _ are "
    "kept out here.",
    "Whoever put it there thinks that it is published.",
    "Move the file out of that folder, up into `stories/` or a folder of the year.",
    blocks=False,
)
WITHDRAWN_IN_HISTORY = name_fault(
    "F118",
    "withdrawn-in-history",
    "A story, an action record or a picture that was withdrawn and that Git still holds in its "
    "history.",
    "Whoever can read the repository can read what is in its history, and so can every copy of it.",
    "Ask whoever keeps the repository to remove it from the history. Until then it is gone from "
    "the site alone.",
    ADVICE,
)
