"""Names of patients and carers in prose: by the words around, and by a list of given names.

Takes words; gives where names begin and end. A name beside a role (Joan Tuck, ward clerk) is one of
staff. Without a word that says so outright, a full name counts where the first of it is somebody's
given name and its sentence tells of illness, care or a family.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN, PERSON
from generator.rules.personal_data.person_names import NAME, NO_NAME, is_full_name
from generator.rules.personal_data.signs import (
    Stretch,
    find_signs,
    has,
    list_stretches,
    read_sentence,
)

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_PART = rf"{_CAPITAL}[\w’'-]{{1,30}}"
_TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Master|Lord|Lady)"
_TITLED = rf"{_TITLE}\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?"
_ANY_NAME = rf"(?P<name>{_TITLED}|{NAME}|[A-Z]{{2,20}}, {_PART})"
_WHO = (
    r"(?:[Pp]atient|[Rr]esident|[Cc]arer|[Ss]ervice user|[Cc]lient|[Ll]ady|[Gg]entleman"
    r"|[Ww]oman|[Mm]an|[Gg]irl"
    r"|[Bb]oy|[Ww]idow(?:er)?)"
)
_ILL = (
    r"[Dd]iabetic|[Aa]sthmatic|[Aa]mputee|[Pp]ensioner|[Ww]idow(?:er)?|[Oo]utpatient|[Ii]npatient|[Ss]urvivor|[Gg]reat-grandmother"
    r"|[Gg]rand(?:mother|father)|[Vv]eteran|[Nn]ewborn|[Bb]aby|[Tt]oddler|[Ee]pileptic|[Mm]other-to-be"
    r"|[Rr]etired (?:\w+ )?(?:teacher|miner|plasterer|nurse|farmer|driver|dentist|builder|vicar|cook|soldier|engineer|postman|plumber|baker)"
)
_SICK = r"(?:[Pp]atient|[Rr]esident|[Cc]arer|[Ss]ervice user|[Cc]lient)"
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_SICK}s?(?:,|:| called| named|, called|, named| is| was)? {_ANY_NAME}",
        rf"\b{_WHO}\b[^.,;:?!\n]{{0,40}} (?:is|was|called|named|as) {_ANY_NAME}",
        (
            r"\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir|[Tt]he|[Aa]|[’']s) (?:late |own |eldest |youngest"
            rf" |old )?{KIN},? {_ANY_NAME}"
        ),
        rf"\b{KIN} of (?:patient )?{_ANY_NAME}",
        rf"\b(?P<name>{NAME})(?=[’']s? {KIN}\b)",
        rf"\b(?P<name>[A-Z]{{2,20}}, {_PART})(?=,? \(?(?:bed|room|bay|aged|[0-9]))",
        rf"\b(?P<name>Master (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?)",
        (
            r"\b(?:memory|funeral|death|birthday|bedside|relatives|admission|case|notes|results)"
            rf" of (?:patient )?{_ANY_NAME}"
        ),
        (
            rf"\b(?:[Bb]ed|[Rr]oom|[Bb]ay|[Cc]hair|[Cc]ubicle) [0-9A-F]{{1,3}}(?: is| was|,|:)?"
            rf" \(?{_ANY_NAME}"
        ),
        (
            r"(?<![\w-])(?:(?:full |real |own )?name(?:[’']s| is| was)|[Nn]ame:|I[’']m|I am"
            rf"|[Dd]eceased:|[Nn]ame of patient:|[Rr]e:|[Nn]ext of kin:?) {_ANY_NAME}"
        ),
        (
            rf"\b(?P<name>{NAME}), (?:a|our|the|one of our) (?:former |young |retired |oldest "
            r"|first )?(?:patient|carer|resident|service user)s?"
            r"(?=[,.;:)\n]| (?:at|on|in|of|who|from|with)\b)"
        ),
        r"\b(?P<name>m(?:r|rs|iss) [a-z’'-]{3,20})(?=(?: (?:in|from|by) (?:bed|room|bay)\b|, who| (?:was|is|had|has|asked|said|told)\b))",
        rf"[“\"'‘](?:Where is|Where[’']s|Is that|Is|Calling|Paging|Can) {_ANY_NAME}(?= here|,? please|[?!])",
        rf"\b(?:{_ILL})(?: patient| man| woman)?,? (?:called |named )?{_ANY_NAME}(?=[,.;:)]|[’']s\b| (?:was|is|had|has)\b)",
        rf"\b{_WHO} [^.,;:?!\n]{{1,40}}, {_ANY_NAME}(?=,)",
        rf"\b(?P<name>{_TITLED}|{NAME}),? (?=likes to be called|prefers to be called|known as|who likes to be)",
        rf"\b(?:[Pp]t|[Pp]atient|[Nn]ame|[Rr]esident|NOK|[Rr]e|[Cc]lient)[:.] ?(?P<name>(?:{_CAPITAL}\.? ?){{1,2}}{_PART})(?=[,.;:)\n]|$| \()",
        r"(?P<name>\b(?:MRS?|MISS|MS) [A-Z]{2,20}(?: [A-Z’'-]{2,20})?)\b",
        rf"\b(?P<name>{_TITLED}|{NAME}), (?:who|whose) (?=(?:\w+ ){{0,3}}(?:dialysis|chemo\w*|cancer|stroke|fever|fall|fell|dementia|diabetes"
        rf"|asthma|epilepsy|legs?|hip|heart|lungs?|kidneys?|ulcers?|operation|scan|died|deaf|blind|dying|admitted|discharged|diagnosed|lives? alone"
        r"|in bed|on oxygen|wheelchair|carer|stroke|pain|frail|weeks? on the ward)\b)",
        rf"\b(?P<name>{_TITLED}|{NAME}),? (?=had (?:his|her|their) (?:\w+ )?(?:leg|hip|knee|eye|arm|foot|toe|breast|kidney|heart|operation|scan|stroke"
        r"|baby|teeth|tonsils|appendix|gall|surgery|fall|bloods?|treatment|chemo\w*)\b)",
        rf"\b(?:was|were|is|for|by|to|with|of|from) (?P<name>{NAME})(?=, (?:a )?(?:retired|former|widowed|lonely|frail|elderly|deaf|blind|disabled) )",
        rf"\b(?P<name>{NAME})(?=[’']s (?:\w+ )?(?:hearing aids?|teeth|dentures|glasses|slippers|nightdress|pyjamas|operation|scan|bed|drip|wound|ulcer|leg"
        r"|hip|knee|stroke|fall|feed|notes|wristband|daughter|son|family|funeral|bloods?|results|discharge|appointment|medication|tablets|insulin|breathing)\b)",
    )
)
_ROLES = (
    r"(?:nurses?|doctors?|consultants?|matrons?|managers?|advisers?|advisors?|porters?|clerks?"
    r"|registrars?"
    r"|radiographers?|physio\w*|therapists?|chaplains?|reverend|professors?|officers?|leads?"
    r"|directors?|chief|executive"
    r"|co-?ordinators?|volunteers?|receptionists?|secretar(?:y|ies)|pharmacists?|midwi(?:fe"
    r"|ves)|dietitians?"
    r"|students?|librarians?|housekeepers?|domestics?|cleaners?|assistants?|paramedics?|gps?"
    r"|surgeons?"
    r"|anaesthetists?|solicitors?|engineers?|governors?|trustees?|staff|colleagues?|team"
    r"|authors?|artists?"
    r"|researchers?|psychologists?|social workers?|commissioners?|minister|councillors?|mayor"
    r"|inspectors?"
    r"|technicians?|practitioners?|educators?|facilitators?|leaders?|supervisors?|cooks?"
    r"|chefs?|caterers?"
    r"|specialists?|oncologists?|physicians?|psychiatrists?|drivers?|joiners?|electricians?"
    r"|photographers?|advocates?|treasurers?|chair(?:man|woman|person)|heads?|presidents?|associates?|architects?|founders?|analysts?|planners?|teachers?|headteachers?"
    r"|podiatrists?|orthoptists?|audiologists?|scientists?|administrators?|auditors?|typists?|gardeners?|plumbers?|carpenters?|painters?|knitters?|actors?|poets?|writers?|translators?|interpreters?)"
)
# With a capital or without.
_ROLE = re.sub(r"(\(\?:|\|)([a-z])", lambda at: f"{at[1]}[{at[2].upper()}{at[2]}]", _ROLES)
_STAFF_BEFORE = re.compile(
    rf"(?:\bSt\.? |(?:\b{_ROLE}|\bDr|\bProf|\bSister|\bNurse|\bMatron|\bSir|\bDame|\bRev|\bFather),?(?:"
    r" and| called| is| was|:)? ?"
    rf"(?:(?:{_PART}|and|the|our|[,&(]) ?){{0,8}}|\b(?:written|story told|drawn|led|made|designed|run|(?:written|typed|noted) down|(?:set|drawn|written|made|typed) up"
    r"|taken|photographed|edited) by )$"
)
_DESK = (
    r"(?:(?:[Ww]ard|[Nn]ight|[Tt]heatre|[Cc]linic|[Dd]ay|[Jj]unior|[Ss]enior|[Cc]harge|[Ll]ead) [Ss]ister|[Ii]nfection [Cc]ontrol|[Ee]states"
    r"|[Aa]udit|[Cc]atering|[Pp]rocurement|[Ff]acilities|IT|HR|[Ff]inance|[Cc]omm(?:unication)?s|[Pp]atient [Ee]xperience|[Gg]overnance"
    r"|[Pp]ost [Rr]oom|[Ss]witchboard|[Pp]harmacy|[Vv]olunteer [Ss]ervices|[Mm]edical [Ii]llustration|[Mm]edical [Rr]ecords|PALS|[Rr]adiology"
    r"|[Tt]he [Kk]itchens?|[Pp]hysiotherapy|[Qq]uality [Ii]mprovement|[Pp]ortering|[Ll]inen)"
)
# In apposition, and not in what they did: “Ivy Marsh, who rang for a nurse” is none of the staff.
_BETWEEN = r"(?:(?!who|whose|for|with|by|to|in|on|at|told|asked|rang|and)[\w’&/-]+ ){0,4}"
_STAFF_AFTER = re.compile(
    rf"(?:[’']s)?(?:(?:,| \(| [–-]| from| of|,? and) ?(?:(?:who|is|was|works as|then|an?|the|our|its|their|one of) ){{0,4}}{_BETWEEN}{_ROLE}\b"
    rf"| (?:is|was|has been|became) (?:(?:an?|the|our|its|their|then|one of) ){{1,3}}{_BETWEEN}{_ROLE}\b| {_ROLE}\b)"
    rf"|(?:,| \(| -| from| of| in| at)? (?:the |our )?{_DESK}\b"
)
_IS_STAFF = re.compile(
    rf"\b[Ss]?[Hh]e (?:is|was) (?:a|an|the|our|one of the) (?:[\w’-]+ ){{0,3}}{_ROLE}\b"
)
_PLACE_AFTER = re.compile(
    r"(?:[’']s)? (?:[Ww]ards?|[Uu]nit|[Ss]uite|[Cc]orridor|[Cc]linic|[Hh]ospitals?|[Cc]entre"
    r"|[Bb]uilding|[Rr]oom|[Tt]heatre"
    r"|[Ss]urgery|[Pp]ractice|[Aa]mbulance|[Ii]nfirmary|[Hh]all|[Pp]ark|[Dd]ay|[Ss]quare|[Ss]treet|[Rr]oad|[Cc]astle|[Ss]ervice|[Nn]urses?|[Nn]ursing|[Vv]olunteers|[Ss]taff|[Pp]athway|[Pp]roject|[Pp]rogramme|[Ll]ecture|[Aa]wards|[Bb]ook|[Ff]und|[Mm]ethod|[Rr]ounds?|[Bb]oard|[Hh]ospice|[Hh]ouse|[Ss]chool"
    r"|[Cc]ollege|[Ff]oundation|[Tt]rust|[Pp]rize"
    r"|[Ii]nventory|[Ss]cale|[Ss]core|[Ii]ndex|[Mm]odel|[Tt]heory|[Pp]aper|[Rr]eport"
    r"|[Cc]ampaign|[Ll]odge|[Ww]ing|[Pp]ortrait|[Hh]ome)\b"
)
_CARE = re.compile(
    rf"\b(?:{KIN}|patient|resident|next of kin|carers?|(?:re)?admi(?:tted|ssion)|discharged?"
    r"|diagnos\w+|scan(?:ned)?"
    r"|operation|surgery|died|dying|death|deceased|collapsed|fell|fall|faint(?:ed)?|came in"
    r"|came to us|brought in|taken ill"
    r"|went home|stroke|bleed\w*|bled|chemo\w*|radiotherapy|treatment|transplant|transfusion"
    r"|dialysis|biopsy|cancer|tumour"
    r"|chest|infection|pain|blood|bloods|results|oxygen|heart|seizures?|vomit\w*|wheelchair"
    r"|walking frame|catheter|stoma"
    r"|drip|morphine|tablets|allerg\w+|consultation|symptoms?|breath\w*|frail|deaf|blind"
    r"|dementia|alzheimer|bowels?"
    r"|bed|bedside|bay [0-9A-F]|side room|in room|locker|curtain|waiting|waited|wept|cried|lay"
    r"|slept|shivering|confused"
    r"|kitchen floor|called out|rang (?:her|his) bell|could not|lives?|lived|(?:her|his) own"
    r" (?:door|room|chair|clothes)"
    r"|appointment|wristband|ambulance|trolley|nil by mouth|weighed|swallow|feeding|wounds?|wheezing|fever|diabetic|insulin|stairs|door|bell|nurses? (?:to|for)|carer|teeth|glasses|slippers|hearing aids?|pyjamas|puddings?"
    r"|dressing|pressure sore)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    (
        rf"{_CARE.pattern}|\b(?:s?he|her|his|him|home|wants?|notes|letter|lady|gentleman|coat|day"
        r" [0-9]+)\b"
    ),
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"(?:{_CAPITAL}[\w’'-]{{1,30}})(?:[ \n](?:(?:van|der|de|da|von|bin|al)"
    rf" ){{0,2}}{_CAPITAL}[\w’'-]{{1,30}}|[ \n]{_CAPITAL}\.?(?=[ \n])){{1,3}}"
)
_TITLED_NAME = re.compile(
    rf"\b(?:(?:{_TITLE}|Sir|Dame|Reverend|Rev|Father|Canon|Captain|Major|Colonel)(?: and {_TITLE})?\.? (?:{_CAPITAL}\.?"
    rf" ?){{0,2}}{_CAPITAL}[a-z\u00df-\u00ff’'][\w’'-]{{1,30}}(?:"
    rf" {_CAPITAL}[a-z][\w’'-]{{1,30}})?)"
)
_SMALL = re.compile(r"\bpatient,? (?:called |named )?(?P<name>[a-z’'-]{3,20} [a-z’'-]{3,20})(?=,)")
_INVENTED = re.compile(
    r"\b(?:made[- ]up|invented|fictional|fictitious|pseudonym|example|imaginary|actor|not (?:her|his|their) (?:real )?names?|test (?:record|patient)"
    r"|we (?:call|have called|shall call)|let us call|let[’']s call|changed (?:her|his|the) names?|novel|character|film)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART}")
_OWN = re.compile(r"[’']s$")
_OLD = re.compile(
    r",? \(?(?:aged )?(?:[1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten)(?:[,)]| years)"
)
_DID = re.compile(
    r"(?:[’']s)?,?(?: who)?(?: \w+ly)? (?:asked|wanted|told|said|slept|could|cried|laughed"
    r"|waited|sat|lost|heard"
    r"|lived|lives|liked|hated|held|refused|felt|did not|would not|had been|was in|was on|was"
    r" at|died|fell|lay|ate"
    r"|drank|woke|wept|shouted|whispered|complained|needed|wore|smiled|nodded|moved|arrived"
    r"|turned up|stopped|was called|was given|was told|was put|was sent|was taken|was left|was moved|rang|rings|thought|knew|lives alone|limped|coughed)\b"
)
_KNOWN_TO_ALL = frozenset(
    {"florence nightingale", "mary seacole", "marie curie", "edith cavell", "aneurin bevan",
        "cicely saunders",
     "kate granger", "don berwick", "atul gawande", "leonard cheshire", "sue ryder",
         "robert francis", "joe bloggs", "jo bloggs", "fred bloggs", "jane bloggs", "jane doe", "john doe", "john smith", "ann other"}
)  # fmt: skip
_LOOK = 70
_MONTHS = frozenset({"march", "april", "may", "june", "july", "august", "january"})
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|during|of|last|this|next|early|late|mid|between|and|each|every"
    r"|for|through|end of|\d{1,2}(?:st|nd|rd|th)?)[ -]$",
    re.IGNORECASE,
)
# Two capitals, or a title before a small letter.
MAY_BE_NAME = re.compile(
    r"[A-Z\u00c0-\u00demp](?:(?<=[A-Z\u00c0-\u00de])[\w’'.-]{0,30},?[ \n][A-Z\u00c0-\u00de(]|(?<=\bm)(?:r|rs|iss) [a-z]"
    r"|(?<=\bp)atient,? [a-z’'-]+ [a-z’'-]+,)"
)
# What a page can see without the list of names.
_CELL = re.compile(rf"\| *(?P<name>{_TITLED}|{NAME}) *(?=\|)")
_WARD_LIST = re.compile(
    r"^\|(?![^\n]{0,300}\b(?:role|job|post|title|team|department|photo)\b)(?=[^\n]{0,300}\b(?:bed|ward|room|age|dob|born|birth|patients?"
    r"|nhs|diagnosis|admitted|kin|carer|resident|consultant|discharge)\b)[^\n]{0,300}\b(?:patients?|name|surname|resident|kin|carer)\b",
    re.IGNORECASE | re.MULTILINE,
)
SIGNS = (
    *(Sign(pattern, "name", not_before=_STAFF_BEFORE, unless=(NO_NAME,)) for pattern in _STRONG),
    Sign(_CELL, "name", near=(_WARD_LIST,), unless=(NO_NAME,)),
)


@cache
def _load_given_names() -> frozenset[str]:
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n---\n")[2].split())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that is known."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c)
    )
    return not {word.lower().partition("-")[0], plain.partition("-")[0]}.isdisjoint(
        _load_given_names()
    )


def list_patient_names(words: str) -> Iterator[Stretch]:
    """Find the start and end of each name that is told of a patient or a carer."""
    stretches = list_stretches(words, MAY_BE_NAME)
    found = dict(_find_strong(words, stretches))
    for stretch in stretches:
        listed = _find_by_list(words, stretch)
        found |= {start: end for start, end in listed if start not in found}
    last = -1
    for start, end in sorted(found.items()):
        if start >= last and not _is_invented(words, start, end):
            yield start, end
            last = end


def list_staff_names(words: str) -> Iterator[str]:
    """Find the full names that stand beside a role."""
    for found in _FULL.finditer(words):
        if _is_of_staff(words, found.start(), found.end()):
            yield _OWN.sub("", " ".join(found[0].split()))


def _is_invented(words: str, start: int, end: int) -> bool:
    """Whether its sentence says that nobody is called so."""
    first, last = read_sentence(words, start, end)
    return has(_INVENTED, words, first, last)


def _find_strong(words: str, stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for start, end in find_signs(words, SIGNS, stretches):
        name = _OWN.sub("", words[start:end])
        if _is_of_staff(words, start, end) or _PLACE_AFTER.match(words, end):
            continue
        is_titled = re.match(rf"(?i:{_TITLE})\b", name)
        turned = " ".join(reversed(name.title().split(", "))) if ", " in name else name
        if is_titled or _INITIALS.fullmatch(name) or is_full_name(" ".join(turned.split())):
            yield start, start + len(name)
    for found in (each for stretch in stretches for each in _SMALL.finditer(words, *stretch)):
        if is_given_name(found["name"].split()[0]):
            yield found.span("name")


def _find_by_list(words: str, stretch: Stretch) -> Iterator[Stretch]:
    for found in _TITLED_NAME.finditer(words, *stretch):
        start, end = found.span()
        if not _is_of_staff(words, start, end) and not _PLACE_AFTER.match(words, end):
            first, last = read_sentence(words, start, end)
            if has(_FAMILY, words, first, last) or _DID.match(words, end):
                yield start, end
    for found in _FULL.finditer(words, *stretch):
        start = found.start()
        parts = found[0].split()
        while len(parts) > 1 and (not is_given_name(parts[0]) or _is_month(words, start, parts[0])):
            start = words.index(parts[1], start + len(parts[0]))
            parts = parts[1:]
        end = found.end()
        name = _OWN.sub("", words[start:end])
        if len(parts) < 2 or not is_full_name(" ".join(name.split())):  # noqa: PLR2004
            continue
        if _is_of_staff(words, start, end) or _PLACE_AFTER.match(words, end):
            continue
        first, last = read_sentence(words, start, end)
        if " ".join(name.lower().split()) in _KNOWN_TO_ALL or _IS_STAFF.search(words, end, last):
            continue
        if (
            has(_CARE, words, first, last)
            or has(PERSON, words, first, last)
            or _DID.match(words, end)
            or _OLD.match(words, end)
        ):
            yield start, start + len(name)


def _is_month(words: str, start: int, part: str) -> bool:
    """Whether a name is a month here, as in “In June Winston asked”."""
    before = words[max(0, start - _LOOK) : start]
    return part.lower() in _MONTHS and bool(_BEFORE_MONTH.search(before))


def _is_of_staff(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - _LOOK) : start]
    return bool(_STAFF_BEFORE.search(before) or _STAFF_AFTER.match(words, end, end + _LOOK))
