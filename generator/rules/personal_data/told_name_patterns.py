"""Where a word says outright whose a name is: a patient's, a carer's, somebody's mother's.

The patterns alone, for `names_in_text`, each with the words of which it has one.
"""

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.people_words import KIN
from generator.rules.personal_data.person_names import NAME, NO_NAME
from generator.rules.personal_data.staff_name_patterns import STAFF_BEFORE
from generator.rules.personal_data.texts import as_words

_CAPITAL = r"[A-Z\u00c0-\u00de]"
_PART = rf"{_CAPITAL}[\w’'-]{{1,30}}"
TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Master|Lord|Lady)"
TITLED = rf"{TITLE}\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?"
_ANY_NAME = rf"(?P<name>{TITLED}|{NAME}|[A-Z]{{2,20}}, {_PART})"
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
_SICK_WORDS = "patient patients resident residents carer carers user users client clients"
_WHO_WORDS = f"{_SICK_WORDS} lady gentleman woman man girl boy widow widower"
KIN_WORDS = (
    "mum mam mummy dad daddy nan nana gran granny grandad granddad grandma grandpa nanna gramps"
    " mother father son daughter child grandmother grandfather grandson granddaughter grandchild"
    " stepmother stepfather stepson stepdaughter stepchild godmother godfather godson goddaughter"
    " godchild husband wife partner fiancé fiancée sister brother twin aunt auntie uncle niece"
    " nephew cousin widow widower neighbour"
)


def _told(words: str, pattern: str) -> Sign:
    return Sign(
        compile_when_asked(pattern),
        "name",
        not_before=STAFF_BEFORE,
        unless=(NO_NAME,),
        words=as_words(words),
    )


TOLD = (
    _told("", rf"\b(?P<name>{NAME})(?={_BEHIND})"),
    _told("likes prefers known who whose had", rf"\b(?P<name>{TITLED}|{NAME})(?={_BEHIND_ANY})"),
    _told(
        _SICK_WORDS, rf"\b{_SICK}s?(?:,|:| called| named|, called|, named| is| was)? {_ANY_NAME}"
    ),
    _told(_WHO_WORDS, rf"\b{_WHO}\b[^.,;:?!\n]{{0,40}} (?:is|was|called|named|as) {_ANY_NAME}"),
    _told(
        KIN_WORDS,
        r"\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir|[Tt]he|[Aa]|[’']s) (?:late |own |eldest |youngest"
        rf" |old )?{KIN},? {_ANY_NAME}",
    ),
    _told(
        f"{KIN_WORDS} {KIN_WORDS.replace(' ', 's ')}s", rf"\b{KIN}s? of (?:patient )?{_ANY_NAME}"
    ),
    _told(
        "mr mrs miss ms mx",
        r"(?P<name>M(?:(?<=\b[Aa] M)|(?<=\b[Oo]ne M)|(?<=\bcertain M)|(?<=night M)"
        r"|(?<=night, M)|(?<=orry M)|(?<=orry, M)|(?<=bye M)"
        r"|(?<=bye, M)|(?<=p well, M)|(?<=elcome, M)|(?<=home, M)|(?<=oor M)|(?<=then, M)"
        rf"|(?<=[Cc]ome on, M))(?:rs?|iss|s"
        rf"|x)\.? (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?)",
    ),
    _told(
        "",
        rf"\b(?P<name>[A-Z]{{2,20}}, {_PART})(?=,? \(?(?:bed|room|bay|aged|[0-9])"
        r"| {1,3}[–—-]{1,2} )",
    ),
    _told("master", rf"\b(?P<name>Master (?:{_CAPITAL}\.? ?){{0,2}}{_PART}(?: {_PART})?)"),
    _told(
        "memory funeral death birthday bedside relatives admission case notes results",
        r"\b(?:memory|funeral|death|birthday|bedside|relatives|admission|case|notes|results)"
        rf" of (?:patient )?{_ANY_NAME}",
    ),
    _told(
        "bed room bay chair cubicle",
        rf"\b(?:[Bb]ed|[Rr]oom|[Bb]ay|[Cc]hair|[Cc]ubicle) [0-9A-F]{{1,3}}(?: is| was|,|:)?"
        rf" \(?{_ANY_NAME}",
    ),
    _told(
        "name i deceased re kin",
        r"(?<![\w-])(?:(?:full |real |own )?name(?:[’']s| is| was)|[Nn]ame:|I[’']m|I am"
        rf"|[Dd]eceased:|[Nn]ame of patient:|[Rr]e:|[Nn]ext of kin:?) {_ANY_NAME}",
    ),
    _told(
        "mr mrs miss",
        r"\b(?P<name>m(?:r|rs|iss)(?:\. ?| )[a-z’'-]{3,20})"
        r"(?=(?: (?:(?:in|from|by) )?(?:bed|room|rm|bay)\b"
        r"|, who| (?:was|is|had|has|asked|said|told|what|whether|how|could|would|wanted|did|does"
        r"|says|thinks|felt|lives|came|went|needs|likes)\b))",
    ),
    _told(
        "where is calling paging can",
        rf"[“\"'‘](?:Where is|Where[’']s|Is that|Is|Calling|Paging|Can) {_ANY_NAME}(?= here"
        rf"|,? please|[?!])",
    ),
    _told(
        "diabetic asthmatic amputee pensioner widow widower outpatient inpatient survivor"
        " grandmother grandfather veteran newborn baby toddler epileptic mother retired",
        rf"\b(?:{_ILL})(?: patient| man| woman)?,? (?:called |named )?{_ANY_NAME}(?=[,.;:)]"
        rf"|[’']s\b| (?:was|is|had|has)\b)",
    ),
    _told(_WHO_WORDS, rf"\b{_WHO} [^.,;:?!\n]{{1,40}}, {_ANY_NAME}(?=,)"),
    _told(
        "pt patient name resident nok re client",
        rf"\b(?:[Pp]t|[Pp]atient|[Nn]ame|[Rr]esident|NOK|[Rr]e|[Cc]lient)[:.] ?(?P<name>"
        rf"(?:{_CAPITAL}\.? ?){{1,2}}{_PART})(?=[,.;:)\n]|$| \()",
    ),
    _told(
        "pt patient name resident client",
        r"\b(?:PT|[Pp]t|[Pp]atient|[Nn]ame|[Rr]esident|[Cc]lient)[:.] {0,4}"
        r"(?P<name>[A-Z’'-]{2,20} {1,4}[A-Z’'-]{2,20})\b",
    ),
    _told(
        "thank thanks grateful",
        rf"\b(?:[Tt]hank(?:s to)?|[Gg]rateful to) {_ANY_NAME}"
        r"(?=,? (?:who (?:let|allowed|showed|has let)|for (?:letting|allowing|showing))\b)",
    ),
    _told("story", rf"\b[Pp]atient[’']?s?[’']? story\b[^:.\n]{{0,30}}: {_ANY_NAME}"),
    _told(
        "little baby young poor dear",
        rf"\b(?:[Ll]ittle|[Bb]aby|[Yy]oung|[Pp]oor|[Dd]ear) (?:old )?(?P<name>{NAME})(?! [A-Z])",
    ),
    _told("me", rf"\b(?P<name>{NAME})(?=, (?:that[’']s|that is) me\b)"),
    _told("mr mrs miss ms", r"(?P<name>\b(?:MRS?|MISS|MS) [A-Z]{2,20}(?: [A-Z’'-]{2,20})?)\b"),
    _told(
        "retired former widowed lonely frail elderly deaf blind disabled",
        rf"\b(?:was|were|is|for|by|to|with|of|from) (?P<name>{NAME})(?=, (?:a )?(?:retired"
        rf"|former|widowed|lonely|frail|elderly|deaf|blind|disabled) )",
    ),
    _told(
        "asked said told answered replied",
        rf"[”\"’'] (?:asked|said|told us|answered|replied) (?P<name>{TITLED})(?=[,.])",
    ),
    _told(
        "called shouted cried whispered moaned begged pleaded screamed wept",
        rf"[”\"’'] (?:called|shouted|cried|whispered|moaned|begged|pleaded|screamed"
        rf"|wept) {_ANY_NAME}",
    ),
    _told(
        "nobody no everyone everybody",
        rf"\b(?:[Nn]obody|[Nn]o one|[Ee]very(?:one|body))\b[^.,;:?!\n]{{0,30}} (?:told|knew"
        r"|asked|heard|saw|missed|noticed|warned|found|helped|loved|liked|spell|pronounce)"
        rf" {_ANY_NAME}",
    ),
    _told(
        "walked sat nursed washed fed bathed dressed undressed lifted weighed wheeled comforted"
        " admitted discharged look looks looked looking cared cares caring care operated operation",
        r"\b(?:walked with|sat (?:with|beside|by)|nursed|washed|fed|bathed|dressed|undressed"
        r"|lifted|weighed|wheeled|comforted|admitted|discharged|look(?:s|ed|ing)? after"
        rf"|car(?:ed|es|ing) for|care (?:of|for)|operat(?:ed|ion) on) {_ANY_NAME}",
    ),
    _told(
        "letter letters appointment appointments results blood bloods scan surgery operation"
        " treatment transport ambulance bed taxi frame dentures teeth glasses aid aids slippers"
        " notes record records prescription medication tablets wristband discharge fall pain"
        " belongings tale story",
        r"\b(?:[Ll]etters?|[Aa]ppointments?|[Rr]esults|[Bb]loods?|[Ss]can|[Ss]urgery"
        r"|[Oo]peration|[Tt]reatment|[Tt]ransport|[Aa]mbulance|[Bb]ed|[Tt]axi|[Ff]rame"
        r"|[Dd]entures|[Tt]eeth|[Gg]lasses|[Hh]earing aids?|[Ss]lippers|[Nn]otes|[Rr]ecords?"
        r"|[Pp]rescription|[Mm]edication|[Tt]ablets|[Ww]ristband|[Dd]ischarge|[Ff]all|[Pp]ain"
        rf"|[Bb]elongings|[Tt]ale|[Ss]tory) (?:for|of|belonging to) {_ANY_NAME}",
    ),
    _told(
        "take consider picture remember meet",
        rf"\b(?:Take|Consider|Picture|Remember|Meet) (?P<name>{TITLED}|{NAME})(?=[:,.;])",
    ),
    _told(
        "who",
        rf"\bIt was {_ANY_NAME}(?=,? who (?:\w+ )?(?:told us|told the|asked|said|noticed"
        r"|complained|rang|pointed|showed us|taught us|could|laughed|cried|heard|wanted)\b)",
    ),
    _told(
        "story journey words experience",
        r"\b(?P<name>[A-Z]{3,20} [A-Z’'-]{3,20}?)(?=[’']S (?:STORY|JOURNEY|WORDS|EXPERIENCE)\b)",
    ),
)
