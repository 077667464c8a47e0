"""What stands around the name of a patient or a carer in prose, and around one of staff.

The patterns alone, for `names_in_text`, which asks them.
"""

import re
from itertools import groupby

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN
from generator.rules.personal_data.person_names import NAME, NO_NAME, PARTICLE
from generator.rules.personal_data.staff_name_patterns import STAFF_BEFORE
from generator.rules.personal_data.texts import as_words
from generator.rules.personal_data.told_name_patterns import KIN_WORDS, TITLE, TITLED, TOLD

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_PART = rf"{_CAPITAL}[\w’'-]{{1,30}}"
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
# As a list has it: Tuck, Joan.
TURNED = compile_when_asked(
    rf"(?<!{_CAPITAL}\w )\b(?P<last>{_PART}), (?P<first>{_PART})(?=[;)|.\n]| [(–-]|$"
    r"| (?:was|were|is|had)\b)"
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
# Two capitals, or a title before a small letter; not a word that begins a sentence, or ends one
# without being a title or a name cut short: Thos. Tuck.
_BEGINS = (
    "The|This|That|These|Their|Then|There|They|Those|Two|Three|In|If|It|Six|Since|On|One|Of|Over"
    "|Our|From|For|By|Before|But|During|After|Afterwards|At|And|Until|Till|Where|When|What|Who"
    "|While|With|We|Every|Each|His|Her|How|Now|So"
)
_ENDS = (
    r"(?!iss|aster|ord|ady|rof|ather|anon|apt|ajor|olonel|ister|urse|ev|ergeant|hos|has|obt)"
    r"[a-z\u00df-\u00ff’'-]{3,30}"
)
_BY_LETTER = groupby(sorted(_BEGINS.split("|")), key=lambda word: word[0])
_NO_FIRST = "|".join(
    rf"(?<=\b{letter})(?:{'|'.join(word[1:] for word in words)})[ \n]"
    for letter, words in _BY_LETTER
)
_PAIR = rf"[\w’'.-]{{0,30}}+,?+[ \n]{{1,4}}(?:{PARTICLE} ){{0,2}}[A-Z\u00c0-\u00de(“‘\"]"
_IN_CAPITALS = (
    rf"(?<=[A-Z\u00c0-\u00de])(?={_PAIR})(?!{_NO_FIRST}|{_ENDS}\.[ \n]){_PAIR}"
    r"|(?<=[SFLG])(?:urname|orename|irst [Nn]ame|ast [Nn]ame|amily [Nn]ame|iven [Nn]ame)"
)
_SMALL_PATIENT = r"atient,? [a-z’'-]+ [a-z’'-]+,"
MAY_BE_IN_CAPITALS = compile_when_asked(rf"[A-Z\u00c0-\u00de](?:{_IN_CAPITALS})")
MAY_BE_NAME = compile_when_asked(
    rf"[A-Z\u00c0-\u00demp](?:{_IN_CAPITALS}"
    rf"|(?<=\bm)(?:r|rs|iss)(?:\. ?| )[a-z]|(?<=\bp){_SMALL_PATIENT})"
)
SMALL_TITLES = ("mr ", "mr.", "mrs ", "mrs.", "miss ")
SMALL_PATIENT = compile_when_asked(f"p{_SMALL_PATIENT}")
# What a page can see without the list of names.
_CELL = compile_when_asked(rf"\| *(?P<name>{TITLED}|{NAME}|{_PART}, {_PART}) *(?=\|)")
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
    Sign(_NOW_PATIENT, "name", words=as_words("patient resident inpatient")),
    Sign(
        compile_when_asked(rf"\b(?P<name>{NAME})(?=[’']s? {KIN}\b)"),
        "name",
        unless=(NO_NAME,),
        words=as_words(KIN_WORDS),
    ),
    Sign(_INITIALLED, "name", not_before=STAFF_BEFORE),
    *TOLD,
    Sign(_CELL, "name", near=(_WARD_LIST,), unless=(NO_NAME,)),
)
