"""The faults of shape: what can be wrong with a file before anybody judges the story in it.

One table, so that `stories explain` and the guide have one source. Codes never change meaning:
F files (in `file_faults`), Y front matter, V values, D data, I pictures.
"""

from generator.load.file_faults import (
    ADDRESS_LOST,
    BAD_NAME,
    BYTE_ORDER_MARK,
    CONTROL_CHARACTER,
    EMPTY_BODY,
    ENCODING,
    FAULTS,
    KEPT_OUT,
    LEFT_OVER,
    NAME_RESERVED,
    NAME_TWICE,
    SYMBOLIC_LINK,
    TANGLED_BODY,
    TOO_LARGE,
    UNANSWERED,
    UNREADABLE,
    WINDOWS_LINES,
    WITHDRAWN_IN_HISTORY,
)
from generator.load.file_faults import name_fault as _fault
from generator.model.problem import Fault

__all__ = [
    "ADDRESS_LOST",
    "BAD_NAME",
    "BYTE_ORDER_MARK",
    "CONTROL_CHARACTER",
    "EMPTY_BODY",
    "ENCODING",
    "FAULTS",
    "KEPT_OUT",
    "LEFT_OVER",
    "NAME_RESERVED",
    "NAME_TWICE",
    "SYMBOLIC_LINK",
    "TANGLED_BODY",
    "TOO_LARGE",
    "UNANSWERED",
    "UNREADABLE",
    "WINDOWS_LINES",
    "WITHDRAWN_IN_HISTORY",
    "Fault",
]

MISSING = _fault(
    "Y201",
    "front-matter-missing",
    "A story or an action record that does not begin with fields between two lines of ---.",
    "The fields say what the story is about, so that others can find it.",
    "Begin the file with a line of three dashes, the fields, and another line of three dashes.",
)
UNCLOSED = _fault(
    "Y202",
    "front-matter-unclosed",
    "Fields that begin with --- and never end with one.",
    "Without the second line of dashes nobody can tell the fields from the story.",
    "Add a line of three dashes between the last field and the story.",
)
BROKEN_YAML = _fault(
    "Y203",
    "yaml-broken",
    "Fields that cannot be read: a colon in a text, a quotation mark left open, a wrong indent.",
    "What cannot be read for certain is not guessed at.",
    "Mend the line that is pointed at; putting a text in quotation marks often does it.",
)
TAB = _fault(
    "Y204",
    "tab-in-front-matter",
    "A tab where the fields are indented.",
    "YAML, the format of the fields, does not allow tabs there.",
    "Indent with spaces, two for each step.",
)
DUPLICATE_KEY = _fault(
    "Y205",
    "field-twice",
    "The same field twice in one record.",
    "One of the two values would be lost in silence.",
    "Keep one of them.",
)
ANCHOR_OR_ALIAS = _fault(
    "Y206",
    "anchor-or-alias",
    "A value that begins with & or *, or a << key.",
    "YAML reads these as references to other values; a record has no use for them, and they can "
    "be used to bring a computer to its knees.",
    "If it is part of the text, put the text in quotation marks.",
)
TAG = _fault(
    "Y207",
    "yaml-tag",
    "A value that begins with an exclamation mark.",
    "YAML reads it as a tag, an instruction to a program.",
    "If it is part of the text, put the text in quotation marks.",
)
NOT_FIELDS = _fault(
    "Y208",
    "front-matter-not-fields",
    "Front matter that is a list or a sentence instead of named fields.",
    "Each value needs the name of its field.",
    "Write each field as its name, a colon, a space and its value.",
)
FOREIGN = _fault(
    "Y209",
    "front-matter-foreign",
    "Front matter in another format: TOML between +++, or JSON between braces.",
    "Every record is written in one format, so that everybody can read everybody's.",
    "Write the fields as YAML between two lines of three dashes.",
)
TOO_TANGLED = _fault(
    "Y210",
    "front-matter-tangled",
    "Fields within fields deeper than any record has, or many thousands of values.",
    "It is never a story, and it could be meant to exhaust the computer that builds the site.",
    "Keep to the fields of the guide; put long series of data in a CSV file.",
)
CUT_OFF = _fault(
    "Y211",
    "text-cut-off",
    "A value with a space and a # in it, outside quotation marks.",
    "YAML, the format of the fields, reads what follows as a comment, and the rest of the text "
    "would be lost in silence.",
    "Put the whole text in quotation marks; in a comment, leave a space after the #.",
)

UNKNOWN_FIELD = _fault(
    "V301",
    "field-unknown",
    "A field that no record of this kind has.",
    "A mistyped field would be lost in silence.",
    "Take it out, or use the field's right name.",
)
MISSING_FIELD = _fault(
    "V302",
    "field-missing",
    "A record without a field that every record of its kind has.",
    "The page cannot be made without it.",
    "Add the field.",
)
WRONG_KIND = _fault(
    "V303",
    "value-of-wrong-kind",
    "A text where a list belongs, a list where a text belongs, a word where a number belongs.",
    "The site would show nonsense.",
    "Write the value in the form that the field takes.",
)
NOT_ALLOWED = _fault(
    "V304",
    "value-not-allowed",
    "A value that is not one of the few that the field takes.",
    "Readers search by these values, so everybody uses the same words.",
    "Choose one of the values that are listed.",
)
BAD_DATE = _fault(
    "V305",
    "date-impossible",
    "A date that does not exist or is not written as year-month-day.",
    "03/04/2026 is in March to some and in April to others.",
    "Write the date as 2026-03-01.",
)
TOO_LONG = _fault(
    "V306",
    "text-too-long",
    "A text longer than its field allows.",
    "Titles and summaries stand in lists and on cards, where a long one is cut off.",
    "Shorten it; the story itself has room for the rest.",
)
EMPTY = _fault(
    "V307",
    "value-empty",
    "A field with nothing in it.",
    "An empty field looks as if something had been lost.",
    "Fill it in, or take it out if it is one that you may leave out.",
)
OUT_OF_RANGE = _fault(
    "V308",
    "number-out-of-range",
    "A number too small or too large for what it counts.",
    "Hours, people and pounds are not less than nothing.",
    "Check the number.",
)
BAD_FORM = _fault(
    "V309",
    "value-malformed",
    "An address, an e-mail address or a slug that is not written as one.",
    "A link that cannot work is worse than none.",
    "Write it out in full and check it.",
)
TOO_SHORT = _fault(
    "V312",
    "text-too-short",
    "A text with too few words to be of use.",
    "Titles and summaries are what readers choose by; a word or two tells them too little.",
    "Write a little more; the guide to the fields says how much.",
)

DATA_MISSING = _fault(
    "D401",
    "data-file-missing",
    "A measure that names a data file that is not there.",
    "A chart without data cannot be drawn.",
    "Put the file beside the story, and check its name letter by letter.",
)
DATA_MALFORMED = _fault(
    "D402",
    "data-file-malformed",
    "A data file whose first row does not name its columns date and value.",
    "Without the names nobody can tell the dates from the values.",
    "Let the first row be: date,value,n,note",
)
DATA_ROW = _fault(
    "D403",
    "data-row-malformed",
    "A row of a data file whose date or number cannot be read.",
    "A point in the wrong place changes what the chart says.",
    "Mend the cell that is named; dates are written as 2026-03-01 and numbers without a sign.",
)
DATA_TWICE = _fault(
    "D404",
    "data-given-twice",
    "A measure with both `points` and `file`.",
    "Nobody could tell which of the two is right.",
    "Keep one of them.",
)
OUTSIDE = _fault(
    "F111",
    "file-outside",
    "A file name that leads out of the story's own folder.",
    "A story brings its own files; a path that leads elsewhere could fetch what is not meant to be "
    "published.",
    "Put the file beside the story and name it without a path.",
)
PICTURE_UNREADABLE = _fault(
    "I502",
    "picture-unreadable",
    "A file that is not the picture its name says, or is of a kind that is not shown.",
    "Photographs and drawings are published as JPEG, PNG or WebP.",
    "Save the picture again as JPEG, PNG or WebP.",
)
