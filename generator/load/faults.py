"""The faults of shape: what can be wrong with a file before anybody judges the story in it.

One table, so that `stories explain` and the guide have one source. Codes never change meaning:
F files, Y front matter, V values, D data, I pictures. What judges a story is a rule.
"""

from generator.load.messages import SAYS
from generator.model.problem import Fault, Severity

ERROR, ADVICE = Severity.ERROR, Severity.ADVICE


def _fault(  # noqa: PLR0913, PLR0917 (the columns of the table)
    code: str,
    name: str,
    finds: str,
    why: str,
    instead: str,
    severity: Severity = ERROR,
    *,
    blocks: bool = True,
) -> Fault:
    says = SAYS.get(code, {})
    return Fault(code, name, severity, finds, why, instead, blocks=blocks, says=says)


UNREADABLE = _fault(
    "F101",
    "file-unreadable",
    "A file that the computer would not open.",
    "A story that cannot be read cannot be published.",
    "Check that the file is an ordinary file and that you may read it.",
)
ENCODING = _fault(
    "F102",
    "file-not-utf-8",
    "Bytes that are not UTF-8 text, as older programs write for é, ’ or £.",
    "Guessing the encoding would print the wrong letters in somebody's name.",
    "Save the file again as UTF-8: in Notepad, “Save as” and choose the encoding UTF-8.",
)
TOO_LARGE = _fault(
    "F103",
    "file-too-large",
    "A story, an action record or a data file larger than 256 KB.",
    "A story is a few hundred words; a larger file is usually a mistake, such as a picture pasted "
    "into the text.",
    "Take out what does not belong in the text, or divide the story in two.",
)
EMPTY_BODY = _fault(
    "F104",
    "body-empty",
    "A record with fields and nothing told below them.",
    "The fields are read by the site; the story is read by people.",
    "Write, below the closing ---, what was done and what happened, in your own words.",
)
CONTROL_CHARACTER = _fault(
    "F105",
    "character-forbidden",
    "A character that cannot be seen and changes how text is shown: a control character, or one "
    "that turns the direction of writing.",
    "Such characters can make a page say something other than what its reviewer read.",
    "Delete the character; typing the line again is the surest way.",
)
SYMBOLIC_LINK = _fault(
    "F106",
    "file-is-a-link",
    "A symbolic link, or something else that is not an ordinary file.",
    "A link could bring a file from outside the collection into the site.",
    "Put the file itself in its place.",
)
BYTE_ORDER_MARK = _fault(
    "F107",
    "byte-order-mark",
    "An invisible mark at the beginning of the file, which some editors on Windows write.",
    "This site reads past it; other programs may show the fields as text because of it.",
    "Nothing is broken. To be rid of it, save the file as “UTF-8” rather than “UTF-8 with BOM”.",
    ADVICE,
)
WINDOWS_LINES = _fault(
    "F108",
    "windows-line-ends",
    "Lines whose ends are those of another system, and are not Windows' usual ones either.",
    "This site reads them; in a review every line of the file may look changed.",
    "Nothing is broken. To be rid of them, choose “LF” as the end of line in your editor.",
    ADVICE,
)
BAD_NAME = _fault(
    "F109",
    "file-name-unusable",
    "A file name that cannot be an address: capitals, spaces, accents, underscores.",
    "The name becomes the address of the page, which people will type, print and read out.",
    "Use small letters, digits and hyphens.",
)
TANGLED_BODY = _fault(
    "F112",
    "body-too-tangled",
    "A story with thousands of links, brackets or other signs of Markdown.",
    "It is never a story, and it could be meant to exhaust the computer that builds the site.",
    "Take out what is not part of the story, or divide the story in two.",
)

ADDRESS_LOST = _fault(
    "F113",
    "address-lost",
    "A story or an action record that was renamed or deleted, so that its address leads nowhere.",
    "Somebody has printed that address, sent it to a colleague or taken it home as an example.",
    "Name the old address in the `aliases` of the story that took its place, or, if it was "
    "withdrawn, in stories/withdrawn.yml.",
    Severity.WARNING,
)

UNANSWERED = _fault(
    "F114",
    "prompt-unanswered",
    "A prompt of a starter file, a comment that begins “Write here:”, with nothing below it.",
    "Readers do not see the prompt: they would see a story with a hole in it.",
    "Write the answer below the prompt, or in its place; take out a heading that you do not need.",
)
LEFT_OVER = _fault(
    "F115",
    "words-left-over",
    "Words from a form, a document or a table that no field could take. They wait in a comment.",
    "Readers do not see a comment, so whatever matters in it is lost to them; and everybody who "
    "sees the file can read it.",
    "Move what belongs in the story to its place, and take the rest out, comment and all.",
    Severity.WARNING,
)
NAME_RESERVED = _fault(
    "F116",
    "file-name-reserved",
    "A name that some computers cannot hold: con, nul or com1, which Windows keeps for itself, a "
    "full stop or a space at the end, a sign such as : or ?, or hundreds of letters.",
    "Whoever has such a computer could not fetch the collection at all.",
    "Rename the file or the folder; small letters, digits and hyphens are always right.",
)
NAME_TWICE = _fault(
    "F117",
    "file-names-alike",
    "Two files in one folder whose names differ only in capitals, in how an accent is written, or, "
    "for pictures, in .jpg and .png.",
    "Windows and macOS take them for one file, and one of the two is lost in silence.",
    "Rename one of them.",
)
KEPT_OUT = _fault(
    "F120",
    "story-kept-out",
    "A story in a folder called `_posts`, as other generators call it. Names that begin with _ are "
    "kept out here.",
    "Whoever put it there thinks that it is published.",
    "Move the file out of that folder, up into `stories/` or a folder of the year.",
    blocks=False,
)
WITHDRAWN_IN_HISTORY = _fault(
    "F118",
    "withdrawn-in-history",
    "A story, an action record or a picture that was withdrawn and that Git still holds in its "
    "history.",
    "Whoever can read the repository can read what is in its history, and so can every copy of it.",
    "Ask whoever keeps the repository to remove it from the history. Until then it is gone from "
    "the site alone.",
    ADVICE,
)

BLANK = _fault(
    "F121",
    "blank-unfilled",
    "A blank in a page of the site's own prose that only the organisation can fill: a comment that "
    "begins “Write here:”, with nothing below it.",
    "Readers do not see the blank, so the page does not say whom to write to, or who answers for "
    "it.",
    "Write the answer below the comment, or in its place. Take the comment out if there is nothing "
    "to say.",
    Severity.WARNING,
)

STALE = _fault(
    "F122",
    "generated-file-stale",
    "A workflow, an issue form or another file that the generator wrote, as another version of it "
    "or another framework had it.",
    "Whoever uses the form would be asked for domains that are no longer there, and what is "
    "published could be made by another version than what was checked.",
    "Run `stories renew`, which leaves alone whatever somebody has changed by hand.",
    Severity.WARNING,
)

NO_DOMAIN = _fault(
    "F123",
    "domains-missing",
    "A folder of domains with no domain in it.",
    "A story belongs to the domains that it is about. Without any, each would be told to have "
    "domains that nobody knows, and what is wrong would stand nowhere.",
    "Write a domain with `stories new domain`, or bring the folder back: `stories init .` writes "
    "the domains that a new site begins with.",
)
DEPRECATED = _fault(
    "F125",
    "going-soon",
    "A setting, or a field of a record, that still works and that a later version will not know.",
    "After that version it would be told as unknown, and what it said would be missing from the "
    "site.",
    "Write what the message names in its place. The page on upgrades lists all that is going.",
    Severity.WARNING,
)
TOO_MANY_DOMAINS = _fault(
    "F124",
    "domains-over-limit",
    "A domain beyond the twenty-fourth.",
    "Nobody finds a story by a list that long, and more colours could not be told apart.",
    "Put two domains together, or take one out: move its file away and name another domain in its "
    "stories.",
)

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

LOOKALIKE = _fault(
    "Y212",
    "sign-looks-like-another",
    "A sign in the fields that looks like another: a no-break space, a full-width colon, a dash.",
    "It comes along when something is pasted, and nobody can see why the line is refused.",
    "Delete the sign, and type the one that belongs there.",
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
    "An address, an e-mail address, a language or a slug that is not written as one.",
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
    "A data file in which no columns of dates and of values can be found.",
    "Without them nobody can tell the dates from the values.",
    "Let the first row be: date,value,n,note",
)
DATA_ROW = _fault(
    "D403",
    "data-row-malformed",
    "A row of a data file whose date or number cannot be read.",
    "A point in the wrong place changes what the chart says.",
    "Mend the cell that is named; the guide shows the ways to write dates and numbers.",
)
DATA_TWICE = _fault(
    "D404",
    "data-given-twice",
    "A measure with both `points` and `file`.",
    "Nobody could tell which of the two is right.",
    "Keep one of them.",
)
DATE_ORDER = _fault(
    "D405",
    "date-order-told",
    "Dates such as 03/04/2026, of which the whole file has shown whether the day comes first.",
    "It is April to some readers and March to others; the check says how it was read, and why.",
    "Nothing, if it was read rightly. If not, write the dates as 2026-04-03.",
    ADVICE,
)
DATE_ORDER_OPEN = _fault(
    "D406",
    "date-order-open",
    "Dates such as 03/04/2026, where nothing shows whether the day or the month comes first.",
    "A point in the wrong month changes what the chart says.",
    "Write the dates as 2026-04-03, or with the month as a word.",
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

FILE_FAULTS = tuple(each for each in vars().values() if isinstance(each, Fault))
