"""What stands around the name of a patient or a carer in prose, and around one of staff.

The patterns alone, for `names_in_text`, which asks them.
"""

import re

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN
from generator.rules.personal_data.person_names import NAME, NO_NAME, PARTICLE
from generator.rules.personal_data.staff_name_patterns import STAFF_BEFORE

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_PART = rf"{_CAPITAL}[\w’'-]{{1,30}}"
TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Master|Lord|Lady)"
_TITLED = rf"{TITLE}\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?"
_ANY_NAME = rf"(?P<name>{_TITLED}|{NAME}|[A-Z]{{2,20}}, {_PART})"
_WHO = (
    r"(?:[Pp]atient|[Rr]esident|[Cc]arer|[Ss]ervice user|[Cc]lient|[Ll]ady|[Gg]entleman"
    r"|[Ww]oman|[Mm]an|[Gg]irl|[Bb]oy|[Ww]idow(?:er)?)"
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
# What stands behind a patient’s or a carer’s name: what is theirs, who they are, what befalls
# a patient and nobody at work.
_BEHIND = (
    rf"[’']s? {KIN}\b"
    r"|, (?:a|our|the|one of our) (?:former |young |retired |oldest |first )?(?:patient|carer"
    r"|resident|service user)s?(?:[,.;:)\n]| (?:at|on|in|of|who|from|with)\b)"
    r"|[’']s (?:\w+ )?(?:hearing aids?|teeth|dentures|glasses|slippers|nightdress|pyjamas"
    r"|operation|scan|bed|drip|wound|ulcer|legs?|breakfast|lunch|dinner|tea|supper|meal|pillow"
    r"|locker|coat|toast|water|jug|oxygen|line|catheter|frame|handbag|bag|clothes|hips?|knees?"
    r"|stroke|fall|feed|notes|wristband|daughter|son|family|funeral|bloods?|results|discharge"
    r"|appointment|medication|tablets|insulin|breathing|story|journey|experience|words|voice)\b"
    r"|: (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+|no|nil|not|fell|moved|waiting|home"
    r"|sent|left|still) "
    r"| \((?:bed|bay|room|aged|COPD|MS|MND|CKD|stroke|dementia|diabet|cancer|hip|knee|fall|asthma"
    r"|deaf|blind|[1-9][0-9]?[),])"
    r"| (?:was|were|is|had been|has been|being|is being) (?:\w+ly |then |later |first |never )?"
    r"(?:(?:re)?admitted|discharged|diagnosed|transferred|operated on|sedated|intubated"
    r"|ventilated|resuscitated|sectioned|nursed|weighed|washed|fed|bathed|turned|hoisted"
    r"|catheterised|scanned|referred|treated|bed-?bound|bedridden|incontinent|nil by mouth"
    r"|unconscious|confused|dying|in pain|sent home|brought in by|rushed|taken (?:in|to|ill)"
    r"|put (?:on|in|to bed)|left (?:on|in|alone|waiting)|found (?:on|by|in|dead|wandering)"
    r"|kept (?:in|waiting)|seen (?:by|in)|told (?:that )?(?:he|she)|on (?:oxygen|dialysis|chemo\w*"
    r"|insulin)|blind|deaf|frail|in (?:bed|a wheelchair))\b"
    r"| (?:fell|slipped|tripped|fainted|collapsed|vomited|choked|bled|died|passed away|came in with"
    r"|went into (?:labour|hospital|theatre|a coma)|lost (?:her|his)|broke (?:her|his)|waited"
    r"|lay (?:on|in|there|awake)|could(?:n[’']t| not) (?:sleep|reach|breathe|swallow|walk|stand"
    r"|hear|see|eat|get up)|has? (?:had )?(?:dementia|cancer|diabetes|asthma|epilepsy|COPD|a stoma"
    r"|parkinson))\b"
)
_BEHIND_ANY = (
    r",? (?:likes to be called|prefers to be called|known as|who likes to be)"
    r"|, (?:who|whose) (?:\w+ ){0,3}(?:dialysis|chemo\w*|cancer|stroke|fever|fall|fell|dementia"
    r"|diabetes|asthma|epilepsy|legs?|hips?|knees?|heart|lungs?|kidneys?|ulcers?|operation|scan"
    r"|died|deaf|blind|dying|admitted|discharged|diagnosed|lives? alone|in bed|on oxygen"
    r"|wheelchair|carer|pain|frail|weeks? on the ward)\b"
    r"|,? had (?:his|her|their) (?:\w+ )?(?:leg|hip|knee|eye|arm|foot|toe|breast|kidney|heart"
    r"|operation|scan|stroke|baby|teeth|tonsils|appendix|gall|surgery|fall|bloods?|treatment"
    r"|chemo\w*)\b"
)
_STRONG = tuple(
    compile_when_asked(pattern)
    for pattern in (
        rf"\b(?P<name>{NAME})(?={_BEHIND})",
        rf"\b(?P<name>{_TITLED}|{NAME})(?={_BEHIND_ANY})",
        rf"\b{_SICK}s?(?:,|:| called| named|, called|, named| is| was)? {_ANY_NAME}",
        rf"\b{_WHO}\b[^.,;:?!\n]{{0,40}} (?:is|was|called|named|as) {_ANY_NAME}",
        (
            r"\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir|[Tt]he|[Aa]|[’']s) (?:late |own |eldest |youngest"
            rf" |old )?{KIN},? {_ANY_NAME}"
        ),
        rf"\b{KIN}s? of (?:patient )?{_ANY_NAME}",
        # A Mr Bebb; Goodnight, Mrs Tattersall.
        (
            r"(?P<name>M(?:(?<=\b[Aa] M)|(?<=\b[Oo]ne M)|(?<=\bcertain M)|(?<=night M)"
            r"|(?<=night, M)|(?<=orry M)|(?<=orry, M)|(?<=bye M)"
            r"|(?<=bye, M)|(?<=p well, M)|(?<=elcome, M)|(?<=home, M)|(?<=oor M)|(?<=then, M)"
            rf"|(?<=[Cc]ome on, M))(?:rs?|iss|s"
            rf"|x)\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?)"
        ),
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
            r"\b(?P<name>m(?:r|rs|iss) [a-z’'-]{3,20})(?=(?: (?:in|from|by) (?:bed|room|bay)\b"
            r"|, who| (?:was|is|had|has|asked|said|told)\b))"
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
            rf"\b(?:[Pp]t|[Pp]atient|[Nn]ame|[Rr]esident|NOK|[Rr]e|[Cc]lient)[:.] ?(?P<name>"
            rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART})(?=[,.;:)\n]|$| \()"
        ),
        rf"\b(?:[Ll]ittle|[Bb]aby|[Yy]oung|[Pp]oor|[Dd]ear) (?:old )?(?P<name>{NAME})(?! [A-Z])",
        rf"\b(?P<name>{NAME})(?=, (?:that[’']s|that is) me\b)",
        r"(?P<name>\b(?:MRS?|MISS|MS) [A-Z]{2,20}(?: [A-Z’'-]{2,20})?)\b",
        (
            rf"\b(?:was|were|is|for|by|to|with|of|from) (?P<name>{NAME})(?=, (?:a )?(?:retired"
            rf"|former|widowed|lonely|frail|elderly|deaf|blind|disabled) )"
        ),
        rf"[”\"’'] (?:asked|said|told us|answered|replied) (?P<name>{_TITLED})(?=[,.])",
        (
            rf"[”\"’'] (?:called|shouted|cried|whispered|moaned|begged|pleaded|screamed"
            rf"|wept) {_ANY_NAME}"
        ),
        (
            rf"\b(?:[Nn]obody|[Nn]o one|[Ee]very(?:one|body))\b[^.,;:?!\n]{{0,30}} (?:told|knew"
            r"|asked|heard|saw|missed|noticed|warned|found|helped|loved|liked|spell|pronounce)"
            rf" {_ANY_NAME}"
        ),
        (
            r"\b(?:walked with|sat (?:with|beside|by)|nursed|washed|fed|bathed|dressed|undressed"
            r"|lifted|weighed|wheeled|comforted|admitted|discharged|look(?:s|ed|ing)? after"
            rf"|car(?:ed|es|ing) for|care (?:of|for)|operat(?:ed|ion) on) {_ANY_NAME}"
        ),
        (
            r"\b(?:[Ll]etters?|[Aa]ppointments?|[Rr]esults|[Bb]loods?|[Ss]can|[Ss]urgery"
            r"|[Oo]peration|[Tt]reatment|[Tt]ransport|[Aa]mbulance|[Bb]ed|[Tt]axi|[Ff]rame"
            r"|[Dd]entures|[Tt]eeth|[Gg]lasses|[Hh]earing aids?|[Ss]lippers|[Nn]otes|[Rr]ecords?"
            r"|[Pp]rescription|[Mm]edication|[Tt]ablets|[Ww]ristband|[Dd]ischarge|[Ff]all|[Pp]ain"
            rf"|[Bb]elongings|[Tt]ale|[Ss]tory) (?:for|of|belonging to) {_ANY_NAME}"
        ),
        rf"\b(?:Take|Consider|Picture|Remember|Meet) (?P<name>{_TITLED}|{NAME})(?=[:,.;])",
        (
            rf"\bIt was {_ANY_NAME}(?=,? who (?:\w+ )?(?:told us|told the|asked|said|noticed"
            r"|complained|rang|pointed|showed us|taught us|could|laughed|cried|heard|wanted)\b)"
        ),
        r"\b(?P<name>[A-Z]{3,20} [A-Z’'-]{3,20}?)(?=[’']S (?:STORY|JOURNEY|WORDS|EXPERIENCE)\b)",
    )
)
CARE = compile_when_asked(
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
    r"|dressing|pressure sore|dentures|zimmer|hoist|commode|bedpan|interpreter|cancell\w+"
    r"|veteran|widow(?:er)?|pensioner|great-grand\w+|falls|NBM|communion|eat|ate|eaten|hungry"
    r"|thirsty|thirst|buzzer|call button|drinks?|drank|sleep|awake|asleep"
    r"|for help)\b",
    re.IGNORECASE,
)
FAMILY = compile_when_asked(
    rf"{CARE.pattern}|\b(?:s?he|her|his|him|home|wants?|notes|letter|lady|gentleman|coat|day"
    r" [0-9]+)\b",
    re.IGNORECASE,
)
FULL = compile_when_asked(
    rf"(?:{_CAPITAL}[\w’'-]{{1,30}})(?:[ \n](?:{PARTICLE} ){{0,2}}"
    rf"{_CAPITAL}[\w’'-]{{1,30}}|[ \n]{_CAPITAL}\.?(?=[ \n])){{1,3}}"
)
TITLED_NAME = compile_when_asked(
    rf"\b(?:(?:{TITLE}|Sir|Dame|Reverend|Rev|Father|Canon|Captain|Major|Colonel|Sgt|Sergeant)"
    rf"(?: and {TITLE})?\.? (?:{_CAPITAL}\.?"
    rf" ?){{0,2}}{_CAPITAL}[a-z\u00df-\u00ff’'][\w’'-]{{1,30}}(?: {_CAPITAL}[a-z][\w’'-]{{1,30}})?)"
)
SMALL = compile_when_asked(
    r"\bpatient,? (?:called |named )?(?P<name>[a-z’'-]{3,20} [a-z’'-]{3,20})(?=,)"
)
INVENTED = compile_when_asked(
    r"\b(?:made[- ]up|invented|fictional|fictitious|pseudonym|example|imaginary|actor|not (?:her"
    r"|his|their) (?:real )?names?|test (?:record|patient)|drawing|cartoon|scenario|exercise"
    r"|simulation"
    r"|we (?:call|have called|shall call)|let us call|let[’']s call|changed (?:her|his|the) names?"
    r"|novel|nickname|character|film)\b",
    re.IGNORECASE,
)
INITIALS = compile_when_asked(rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART}")
OWN = compile_when_asked(r"[’']s$")
OF_KIN = compile_when_asked(rf"[’']s? {KIN}\b")
# Surgeons have it too, and much that is sold; and a greeting names nobody in a bed.
PLAIN_TITLE = compile_when_asked(
    r"(?<!orning, )(?<!fternoon, )(?<!ello, )(?:Mr|Mrs|Miss|Ms)\b(?!\.? (?:Men|Whippy|Muscle"
    r"|Kipling|Potato|Bean|Punch|Beeton|Christmas|Claus|Coffee|Tickle|Motivator|Right|Chair)\b)"
)
OLD = compile_when_asked(
    r",? \(?(?:aged )?(?:[1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten)(?:[,)]| years)"
)
DID = compile_when_asked(
    r"(?:[’']s)?,?(?: who)?(?: \w+ly)? (?:asked|wanted|told|said|slept|could(?:n[’']t)?|cried"
    r"|laughed|waited|sat|lost|heard"
    r"|lived|lives|liked|hated|held|refused|felt|did(?:n[’']t| not)|would(?:n[’']t| not)"
    r"|had been|was in|was on|was at|died|fell|lay|ate"
    r"|drank|woke|wept|shouted|whispered|complained|needed|wore|smiled|nodded|moved|arrived"
    r"|turned up|stopped|was called|was given|was told|was put|was sent|was taken|was left"
    r"|was moved|rang|rings|thought|knew|lives alone|limped|coughed|had (?:never|not)|has never"
    r"|was never|have (?:felt|wanted|liked)|feels?|sp(?:eaks?|oke) (?:no|little|only)"
    r"|taught|sang|wished|hummed|begged|dozed|grumbled|recovered|sobbed)\b"
)
LOOK = 70
NEAR = 120
# They are on the list, and begin sentences.
NEVER_GIVEN = frozenset(
    {"so", "us", "said", "long", "little", "else", "ever", "case", "less", "per", "reason", "among",
     "early", "true", "line", "made", "page", "tea", "hung", "red", "green", "odd", "ward", "man",
     "link", "carry", "skip", "add", "edit", "press", "wash", "judge", "lot"}
)  # fmt: skip
MONTHS = frozenset({"march", "april", "may", "june", "july", "august", "january"})
BEFORE_MONTH = compile_when_asked(
    r"\b(?:in|since|until|till|by|from|during|of|last|this|next|early|late|mid|between|and|each"
    r"|every"
    r"|for|through|end of|\d{1,2}(?:st|nd|rd|th)?)[ -]$",
    re.IGNORECASE,
)
# Two capitals, or a title before a small letter.
MAY_BE_NAME = compile_when_asked(
    r"[A-Z\u00c0-\u00demp](?:(?<=[A-Z\u00c0-\u00de])[\w’'.-]{0,30}+,?+[ \n]"
    rf"(?:{PARTICLE} ){{0,2}}[A-Z\u00c0-\u00de(]"
    r"|(?<=[SFLG])(?:urname|orename|irst [Nn]ame|ast [Nn]ame|amily [Nn]ame|iven [Nn]ame)"
    r"|(?<=\bm)(?:r|rs|iss) [a-z]|(?<=\bp)atient,? [a-z’'-]+ [a-z’'-]+,)"
)
# What a page can see without the list of names.
_CELL = compile_when_asked(rf"\| *(?P<name>{_TITLED}|{NAME}) *(?=\|)")
_WARD_LIST = compile_when_asked(
    r"^\|(?![^\n]{0,300}\b(?:role|job|post|title|team|department|photo)\b)(?=[^\n]{0,300}\b(?:bed"
    r"|ward|room|age|dob|born|birth|patients?"
    r"|nhs|diagnosis|admitted|kin|carer|resident|consultant|discharge)\b)[^\n]{0,300}\b"
    r"(?:patients?|name|surname|resident|kin|carer)\b",
    re.IGNORECASE | re.MULTILINE,
)
# Somebody who has a title at work, and lies in a bed here.
_NOW_PATIENT = compile_when_asked(
    r"\b(?P<name>(?:Dr|Prof(?:essor)?|Sister|Nurse|Rev(?:d|erend)?|Father|Sir|Dame|Captain|Major"
    rf"|Sgt|Sergeant)\.? {_PART}(?: {_PART})?)(?=,? (?:now |then |herself |himself |by then )?"
    r"(?:(?:an?|the) [\w ]{3,30} and )?(?:an? |our )?(?:patient|resident|inpatient)\b)"
)
# An initial and a surname on what is somebody's.
_INITIALLED = compile_when_asked(
    r"[RTtPpLlBbrNnWwAaMmDdSsCc](?<!\w.)(?:x|TOs?|ablets|rescriptions?|etters?|loods?|esults|otes"
    r"|ummary|eferral|can|ed|ransport|ristband|abels?|ppointment|edicines|rugs)"
    rf" (?:for|of) (?P<name>(?:{_CAPITAL}\. ?){{1,2}}{_PART})"
)
SIGNS = (
    Sign(_NOW_PATIENT, "name"),
    Sign(compile_when_asked(rf"\b(?P<name>{NAME})(?=[’']s? {KIN}\b)"), "name", unless=(NO_NAME,)),
    Sign(_INITIALLED, "name", not_before=STAFF_BEFORE),
    *(Sign(pattern, "name", not_before=STAFF_BEFORE, unless=(NO_NAME,)) for pattern in _STRONG),
    Sign(_CELL, "name", near=(_WARD_LIST,), unless=(NO_NAME,)),
)
