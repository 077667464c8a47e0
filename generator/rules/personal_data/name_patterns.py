"""What stands around the name of a patient or a carer in prose, and around one of staff.

The patterns alone, for `names_in_text`, which asks them.
"""

import re

from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN
from generator.rules.personal_data.person_names import NAME, NO_NAME

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_PART = rf"{_CAPITAL}[\w’'-]{{1,30}}"
TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Master|Lord|Lady)"
_TITLED = rf"{TITLE}\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?"
_ANY_NAME = rf"(?P<name>{_TITLED}|{NAME}|[A-Z]{{2,20}}, {_PART})"
_WHO = (
    r"(?:[Pp]atient|[Rr]esident|[Cc]arer|[Ss]ervice user|[Cc]lient|[Ll]ady|[Gg]entleman"
    r"|[Ww]oman|[Mm]an|[Gg]irl"
    r"|[Bb]oy|[Ww]idow(?:er)?)"
)
_ILL = (
    r"[Dd]iabetic|[Aa]sthmatic|[Aa]mputee|[Pp]ensioner|[Ww]idow(?:er)?|[Oo]utpatient|[Ii]npatient"
    r"|[Ss]urvivor|[Gg]reat-grandmother"
    r"|[Gg]rand(?:mother|father)|[Vv]eteran|[Nn]ewborn|[Bb]aby|[Tt]oddler|[Ee]pileptic"
    r"|[Mm]other-to-be"
    r"|[Rr]etired (?:\w+ )?(?:teacher|miner|plasterer|nurse|farmer|driver|dentist|builder|vicar"
    r"|cook|soldier|engineer|postman|plumber|baker)"
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
        (
            r"\b(?P<name>m(?:r|rs|iss) [a-z’'-]{3,20})(?=(?: (?:in|from|by) (?:bed|room|bay)\b"
            r"|, who| "
            r"(?:was|is|had|has|asked|said|told)\b))"
        ),
        (
            rf"[“\"'‘](?:Where is|Where[’']s|Is that|Is|Calling|Paging|Can) {_ANY_NAME}(?= here"
            rf"|,? please|[?!])"
        ),
        (
            rf"\b(?:{_ILL})(?: patient| man| woman)?,? (?:called |named )?{_ANY_NAME}(?=[,.;:)]"
            rf"|[’']s\b| (?:was|is|had|has)\b)"
        ),
        rf"\b{_WHO} [^.,;:?!\n]{{1,40}}, {_ANY_NAME}(?=,)",
        (
            rf"\b(?P<name>{_TITLED}|{NAME}),? (?=likes to be called|prefers to be called|known as"
            rf"|who likes to be)"
        ),
        (
            rf"\b(?:[Pp]t|[Pp]atient|[Nn]ame|[Rr]esident|NOK|[Rr]e|[Cc]lient)[:.] ?(?P<name>"
            rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART})(?=[,.;:)\n]|$| \()"
        ),
        r"(?P<name>\b(?:MRS?|MISS|MS) [A-Z]{2,20}(?: [A-Z’'-]{2,20})?)\b",
        (
            rf"\b(?P<name>{_TITLED}|{NAME}), (?:who|whose) (?=(?:\w+ ){{0,3}}(?:dialysis|chemo\w*"
            rf"|cancer|stroke|fever|fall|fell|dementia|diabetes"
            rf"|asthma|epilepsy|legs?|hip|heart|lungs?|kidneys?|ulcers?|operation|scan|died|deaf"
            rf"|blind"
            rf"|dying|admitted|discharged|diagnosed|lives? alone"
            r"|in bed|on oxygen|wheelchair|carer|stroke|pain|frail|weeks? on the ward)\b)"
        ),
        (
            rf"\b(?P<name>{_TITLED}|{NAME}),? (?=had (?:his|her|their) (?:\w+ )?(?:leg|hip|knee|eye"
            rf"|arm|foot|toe|breast|kidney|heart|operation|scan|stroke"
            r"|baby|teeth|tonsils|appendix|gall|surgery|fall|bloods?|treatment|chemo\w*)\b)"
        ),
        (
            rf"\b(?:was|were|is|for|by|to|with|of|from) (?P<name>{NAME})(?=, (?:a )?(?:retired"
            rf"|former"
            rf"|widowed|lonely|frail|elderly|deaf|blind|disabled) )"
        ),
        (
            rf"\b(?P<name>{NAME})(?=[’']s (?:\w+ )?(?:hearing aids?|teeth|dentures|glasses|slippers"
            rf"|nightdress|pyjamas|operation|scan|bed|drip|wound|ulcer|leg"
            r"|hip|knee|stroke|fall|feed|notes|wristband|daughter|son|family|funeral|bloods?"
            r"|results"
            r"|discharge|appointment|medication|tablets|insulin|breathing)\b)"
        ),
    )
)
_ROLES = (
    r"(?:nurses?|deput(?:y|ies)|doctors?|consultants?|matrons?|managers?|advisers?|advisors?"
    r"|porters?|clerks?"
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
    r"|photographers?|advocates?|treasurers?|chair(?:man|woman|person)|heads?|presidents?"
    r"|associates?|architects?|founders?|analysts?|planners?|teachers?|headteachers?"
    r"|podiatrists?|orthoptists?|audiologists?|scientists?|administrators?|auditors?|typists?"
    r"|gardeners?|plumbers?|carpenters?|painters?|knitters?|actors?|poets?|writers?|translators?"
    r"|interpreters?)"
)
# With a capital or without.
_ROLE = re.sub(r"(\(\?:|\|)([a-z])", lambda at: f"{at[1]}[{at[2].upper()}{at[2]}]", _ROLES)
STAFF_BEFORE = re.compile(
    rf"(?:\bSt\.? |(?:\b{_ROLE}|\bDr|\bProf|\bSister|\bNurse|\bMatron|\bSir|\bDame|\bRev"
    rf"|\bFather),?(?:"
    r" and| called| is| was|:)? ?"
    rf"(?:(?:{_PART}|and|the|our|[,&(]) ?){{0,8}}|\b(?:written|story told|drawn|led|made|designed"
    rf"|run|(?:written|typed|noted) down|(?:set|drawn|written|made|typed) up"
    r"|taken|photographed|edited) by )$"
)
_DESK = (
    r"(?:(?:[Ww]ard|[Nn]ight|[Tt]heatre|[Cc]linic|[Dd]ay|[Jj]unior|[Ss]enior|[Cc]harge"
    r"|[Ll]ead) [Ss]ister|[Ii]nfection [Cc]ontrol|[Ee]states"
    r"|[Aa]udit|[Cc]atering|[Pp]rocurement|[Ff]acilities|IT|HR|[Ff]inance|[Cc]omm(?:unication)?s"
    r"|[Pp]atient [Ee]xperience|[Gg]overnance"
    r"|[Pp]ost [Rr]oom|[Ss]witchboard|[Pp]harmacy|[Vv]olunteer [Ss]ervices"
    r"|[Mm]edical [Ii]llustration|[Mm]edical [Rr]ecords|PALS|[Rr]adiology"
    r"|[Tt]he [Kk]itchens?|[Pp]hysiotherapy|[Qq]uality [Ii]mprovement|[Pp]ortering|[Ll]inen)"
)
# In apposition, and not in what they did: “Ivy Marsh, who rang for a nurse” is none of the staff.
_BETWEEN = r"(?:(?!who|whose|for|with|by|to|in|on|at|told|asked|rang|and)[\w’&/-]+ ){0,4}"
STAFF_AFTER = re.compile(
    rf"(?:[’']s)?(?:(?:,| \(| [–-]| from| of|,? and) ?(?:(?:who|is|was|works as|then|an?|the|our"
    rf"|its|their|one of) ){{0,4}}{_BETWEEN}{_ROLE}\b"
    rf"| (?:is|was|has been|became) (?:(?:an?|the|our|its|their|then"
    rf"|one of) ){{1,3}}{_BETWEEN}{_ROLE}\b| {_ROLE}\b)"
    rf"|(?:,| \(| -| from| of| in| at)? (?:the |our )?{_DESK}\b"
)
IS_STAFF = re.compile(
    rf"\b[Ss]?[Hh]e (?:is|was) (?:a|an|the|our|one of the) (?:[\w’-]+ ){{0,3}}{_ROLE}\b"
)
PLACE_AFTER = re.compile(
    r"(?:[’']s)? (?:[Ww]ards?|[Uu]nit|[Ss]uite|[Cc]orridor|[Cc]linic|[Hh]ospitals?|[Cc]entre"
    r"|[Bb]uilding|[Rr]oom|[Tt]heatre"
    r"|[Ss]urgery|[Pp]ractice|[Aa]mbulance|[Ii]nfirmary|[Hh]all|[Pp]ark|[Dd]ay|[Ss]quare|[Ss]treet"
    r"|[Rr]oad|[Cc]astle|[Ss]ervice|[Nn]urses?|[Nn]ursing|[Vv]olunteers|[Ss]taff|[Pp]athway"
    r"|[Pp]roject|[Pp]rogramme|[Ll]ecture|[Aa]wards|[Bb]ook|[Ff]und|[Mm]ethod|[Rr]ounds?|[Bb]oard"
    r"|[Hh]ospice|[Hh]ouse|[Ss]chool"
    r"|[Cc]ollege|[Ff]oundation|[Tt]rust|[Pp]rize"
    r"|[Ii]nventory|[Ss]cale|[Ss]core|[Ii]ndex|[Mm]odel|[Tt]heory|[Pp]aper|[Rr]eport"
    r"|[Cc]ampaign|[Ll]odge|[Ww]ing|[Pp]ortrait|[Hh]ome)\b"
)
CARE = re.compile(
    rf"\b(?:{KIN}|patient|resident|next of kin|carers?|(?:re)?admi(?:tted|ssion)|discharged?"
    r"|diagnos\w+|scan(?:ned)?"
    r"|operation|surgery|died|dying|death|deceased|collapsed|fell|fall|faint(?:ed)?|came in"
    r"|came to us|brought in|taken ill"
    r"|went home|strokes?|bleed\w*|bled|chemo\w*|radiotherapy|treatment|transplant|transfusion"
    r"|dialysis|biopsy|cancer|tumour"
    r"|chest|infection|pain|blood|bloods|results|oxygen|heart|seizures?|vomit\w*|wheelchair"
    r"|walking frame|catheter|stoma"
    r"|drip|morphine|tablets|allerg\w+|consultation|symptoms?|breath\w*|frail|deaf|blind"
    r"|dementia|alzheimer|bowels?"
    r"|bed|bedside|bay [0-9A-F]|side room|in room|locker|curtain|waiting|waited|wept|cried|lay"
    r"|slept|shivering|confused"
    r"|kitchen floor|called out|rang (?:her|his) bell|could not|lives?|lived|(?:her|his) own"
    r" (?:door|room|chair|clothes)"
    r"|appointment|wristband|ambulance|trolley|nil by mouth|weighed|swallow|feeding|wounds?"
    r"|wheezing|fever|diabetic|insulin|stairs|door|bell|nurses? (?:to|for)|carer|teeth|glasses"
    r"|slippers|hearing aids?|pyjamas|puddings?"
    r"|dressing|pressure sore)\b",
    re.IGNORECASE,
)
FAMILY = re.compile(
    (
        rf"{CARE.pattern}|\b(?:s?he|her|his|him|home|wants?|notes|letter|lady|gentleman|coat|day"
        r" [0-9]+)\b"
    ),
    re.IGNORECASE,
)
FULL = re.compile(
    rf"(?:{_CAPITAL}[\w’'-]{{1,30}})(?:[ \n](?:(?:van|der|de|da|von|bin|al)"
    rf" ){{0,2}}{_CAPITAL}[\w’'-]{{1,30}}|[ \n]{_CAPITAL}\.?(?=[ \n])){{1,3}}"
)
TITLED_NAME = re.compile(
    rf"\b(?:(?:{TITLE}|Sir|Dame|Reverend|Rev|Father|Canon|Captain|Major|Colonel)"
    rf"(?: and {TITLE})?\.? (?:{_CAPITAL}\.?"
    rf" ?){{0,2}}{_CAPITAL}[a-z\u00df-\u00ff’'][\w’'-]{{1,30}}(?:"
    rf" {_CAPITAL}[a-z][\w’'-]{{1,30}})?)"
)
SMALL = re.compile(r"\bpatient,? (?:called |named )?(?P<name>[a-z’'-]{3,20} [a-z’'-]{3,20})(?=,)")
INVENTED = re.compile(
    r"\b(?:made[- ]up|invented|fictional|fictitious|pseudonym|example|imaginary|actor|not (?:her"
    r"|his|their) (?:real )?names?|test (?:record|patient)|drawing|cartoon|scenario|exercise"
    r"|simulation"
    r"|we (?:call|have called|shall call)|let us call|let[’']s call|changed (?:her|his|the) names?"
    r"|novel|character|film)\b",
    re.IGNORECASE,
)
INITIALS = re.compile(rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART}")
OWN = re.compile(r"[’']s$")
OLD = re.compile(
    r",? \(?(?:aged )?(?:[1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten)(?:[,)]| years)"
)
DID = re.compile(
    r"(?:[’']s)?,?(?: who)?(?: \w+ly)? (?:asked|wanted|told|said|slept|could|cried|laughed"
    r"|waited|sat|lost|heard"
    r"|lived|lives|liked|hated|held|refused|felt|did not|would not|had been|was in|was on|was"
    r" at|died|fell|lay|ate"
    r"|drank|woke|wept|shouted|whispered|complained|needed|wore|smiled|nodded|moved|arrived"
    r"|turned up|stopped|was called|was given|was told|was put|was sent|was taken|was left"
    r"|was moved|rang|rings|thought|knew|lives alone|limped|coughed)\b"
)
KNOWN_TO_ALL = frozenset(
    {"florence nightingale", "mary seacole", "marie curie", "edith cavell", "aneurin bevan",
     "cicely saunders", "kate granger", "don berwick", "atul gawande", "leonard cheshire",
     "sue ryder", "robert francis", "joe bloggs", "jo bloggs", "fred bloggs", "jane bloggs",
     "jane doe", "john doe", "john smith", "ann other"}
)  # fmt: skip
LOOK = 70
MONTHS = frozenset({"march", "april", "may", "june", "july", "august", "january"})
BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|during|of|last|this|next|early|late|mid|between|and|each"
    r"|every"
    r"|for|through|end of|\d{1,2}(?:st|nd|rd|th)?)[ -]$",
    re.IGNORECASE,
)
# Two capitals, or a title before a small letter.
MAY_BE_NAME = re.compile(
    r"[A-Z\u00c0-\u00demp](?:(?<=[A-Z\u00c0-\u00de])[\w’'.-]{0,30},?[ \n][A-Z\u00c0-\u00de(]"
    r"|(?<=\bm)(?:r|rs|iss) [a-z]"
    r"|(?<=\bp)atient,? [a-z’'-]+ [a-z’'-]+,)"
)
# What a page can see without the list of names.
_CELL = re.compile(rf"\| *(?P<name>{_TITLED}|{NAME}) *(?=\|)")
_WARD_LIST = re.compile(
    r"^\|(?![^\n]{0,300}\b(?:role|job|post|title|team|department|photo)\b)(?=[^\n]{0,300}\b(?:bed"
    r"|ward|room|age|dob|born|birth|patients?"
    r"|nhs|diagnosis|admitted|kin|carer|resident|consultant|discharge)\b)[^\n]{0,300}\b"
    r"(?:patients?|name|surname|resident|kin|carer)\b",
    re.IGNORECASE | re.MULTILINE,
)
SIGNS = (
    *(Sign(pattern, "name", not_before=STAFF_BEFORE, unless=(NO_NAME,)) for pattern in _STRONG),
    Sign(_CELL, "name", near=(_WARD_LIST,), unless=(NO_NAME,)),
)
