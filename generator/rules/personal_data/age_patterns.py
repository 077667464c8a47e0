"""What an age of ninety or more of one person looks like in prose.

The patterns alone, for `age_over_89`. A number of itself is anything; it is an age where its own
words say so (96-year-old, aged 96, her 96th birthday), where it stands as an age of somebody who
is named beside it (she was 96; Doris, 96,), or where it stands as no count does, after a verb of
being or between two commas, in a sentence about one person in which nothing is counted.
"""

import re

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.age_words import (
    AFTER_AGE,
    AGEISH,
    ASKED,
    BARE,
    COUNTED,
    FIGURE,
    GROUP,
    IS,
    NO_AGE,
    NOT_BEFORE,
    NTH,
    NUMBER,
    OF_A_THING,
    OF_NOBODY,
    OLD,
    OLDEST,
    PAIR,
    PERSON,
    PERSON_NOUN,
    PLURALS,
    SAYS_AGE,
    SEX,
    SOFTLY,
    SOMEBODY,
    STOP,
    SUBJECT,
    TAIL,
    THING,
    TIMED,
    TWO,
    WORD,
)


def _sign(pattern: str, *near: re.Pattern[str], flags: int = re.IGNORECASE, **more: object) -> Sign:
    more = {"not_before": NOT_BEFORE, **more}
    return Sign(compile_when_asked(pattern, flags), "age", near=near, **more)  # type: ignore[arg-type]


SIGNS = (
    # Its own words say that it is an age.
    _sign(rf"{BARE}{OLD}{GROUP}{THING}", not_before=OF_NOBODY),
    _sign(
        rf"\b(?:aged?|aet(?:at)?\.?|ages?|age of|age:|age,|age is|age was|age as"
        rf"|years of)(?: (?:about|nearly"
        rf"|almost|exactly|only))? {NUMBER}{GROUP}(?!(?: years)? (?:ago|later|between))"
    ),
    _sign(rf"\b(?:her|his|my|their|{SOMEBODY}[’']s) {NTH}(?= (?:birthday|year|summer|winter"
          rf"|christmas)\b|{STOP}| (?:with|in|on|at|and|last|next|this)\b)",
          not_before=OF_A_THING),
    _sign(rf"{NTH} (?:birthday|year\b)", PERSON, not_before=OF_A_THING),
    _sign(rf"\bhappy {NTH}", not_before=None),
    _sign(rf"{NUMBER}(?= (?:summers|winters|christmases|birthdays|candles|years (?:I|he|she"
        r"|on (?:this )?earth))\b)"),
    _sign(
        r"\b(?P<age>nonagenarian|centenarian)\b(?! (?:patients|people|residents|club|ward))",
        not_before=None,
    ),
    _sign(rf"\bages? of [^.?!:]{{3,50}}: {NUMBER}{GROUP}"),
    _sign(NUMBER, SAYS_AGE),
    _sign(NUMBER, after=ASKED, reach=70, not_before=None),
    _sign(
        rf"\bwho,? (?:now |still )?at {NUMBER}"
        r"(?=,? (?:has|had|is|was|still|can|could|does|did|ha[sd]n[’']t)\b)"
    ),
    # Of somebody beside it: she was 96, a lady of 96, Doris (96), M96, 96F.
    _sign(rf"\b{SUBJECT}{IS}{SOFTLY} {NUMBER}{PLURALS}{GROUP}{THING}"),
    _sign(
        rf"\byou(?:[’']re| are| were|[’']ll be| will be){SOFTLY} {NUMBER}{TAIL}",
        not_before=None,
    ),
    _sign(
        rf"\b(?:{PERSON_NOUN}|(?:old|elderly|frail|retired|widowed|former|little|tiny|sprightly)"
        rf" [\w’'-]+|(?:some|no|any)(?:body|one)|(?:many|few) people) of{SOFTLY} {NUMBER}{GROUP}"
        r"(?! (?:per|people|patients|beds|days|minutes|hours)\b)",
        not_near=re.compile(r"\b(?:groups?|average|mean|median|range|over|under|between)\b"),
    ),
    _sign(
        rf"\b(?:{PERSON_NOUN}|(?:old|elderly|retired|widowed|former) [\w-]+)(?:,? \(|, | - "
        rf"|: )(?:(?:also|aged|now|then|herself|himself) )?{NUMBER}"
        r"(?=[),;:.]| years| last| next| and [a-z]+[,.])"
    ),
    _sign(
        rf"\b{PERSON_NOUN}(?: [\w’'-]+){{1,7}}(?: \(|, )(?:now |aged )?{NUMBER}(?=, [a-z]|\)"
        r" (?:had|has|was|is|who|and|could|would|wanted|did|said|told|sat|lay|went|came"
        r"|[a-z]+ed|lives?)\b)",
        not_near=COUNTED,
    ),
    _sign(
        r"(?<![\w/])(?:[MF]|male|female|man|woman|lady|gentleman)(?: ?/ ?|,? (?:aged )?)"
        rf"(?P<age>{FIGURE})y?(?![\w%]|[.,:/-][0-9]| (?:beds|minutes|days|people|patients))"
    ),
    _sign(rf"(?P<age>(?<![\w.-]){FIGURE}) ?/? ?(?:[MFmf](?=[ ,.;:)]|$)|[♀♂])", flags=0),
    _sign(
        r"\b(?:sisters|brothers|twins|ladies|gentlemen|friends|cousins|widows)(?: \(|, )"
        rf"(?:aged |now )?{NUMBER}(?= and )"
    ),
    _sign(rf"\b(?:name )?(?:withheld|anonymous), {NUMBER}(?=[,.])"),
    _sign(
        rf"{SOMEBODY}(?: \((?:aged |also |now )?|,? - |, ){NUMBER}(?:\)| -|,(?! [0-9])"
        r"| and [a-z-]+[,.])",
        flags=0,
    ),
    _sign(rf"{SOMEBODY}: {NUMBER}(?=, [a-z])", flags=0, not_near=COUNTED),
    # Mr X (96); bed 4: 97, female; nearly 100 (99 and a half).
    _sign(
        r"\b(?:Mr|Mrs|Miss|Ms|Mx|Patient|Pt|Resident|Client|Lady|Gent"
        r"|Case)\.? [A-Z]{1,2}\.?(?:,? \("
        rf"|, | - |: )(?:aged |age |also |now )?{NUMBER}(?=[),;:.\n]|$| -)",
        flags=0,
    ),
    _sign(r"\bbig (?P<age>9-[0-9]|nine-?oh?|one-oh-\w{2,5}|hundred|one hundred"
        r"|ninety)\b(?![ -]\w+s\b)"),
    _sign(
        rf"{NUMBER}(?=(?:,| and)? (?:him|her|my)self\b|, (?:me|I am|I[’']m)\b"
        r"|,? (?:year old )?(?:male|female)\b(?! (?:changing|wards?|bays?|beds?|staff"
        r"|toilets?|patients|and)\b))",
        not_near=COUNTED,
    ),
    _sign(
        rf"\b{SUBJECT}{IS}(?: well| now| just)? (?:over|past|above) {NUMBER}{TAIL}",
        not_near=COUNTED,
        not_before=None,
    ),
    _sign(
        r"\ban? (?:(?:very|still) )?(?:sprightly|spry|frail|fit|young|youthful|lively|hale|deaf"
        r"|proud|stubborn|determined|cheerful|independent|remarkable|indomitable|feisty|forthright"
        rf"|vigorous|bright|tiny|grand|game|healthy|glamorous) {NUMBER}(?=[,.;:!?](?![0-9])| and)",
        not_near=COUNTED,
    ),
    _sign(
        rf"(?:^|[.?!:;\n“\"‘'(] ?){NUMBER}(?= and (?:still|never|always|living|deaf|fit|going|sharp"
        r"|frail|blind|proud|not|as|full of|counting|on (?:her|his|my))\b"
        r"|,? (?:s?he|I|mum|dad|nan|gran)(?:[’'][sm]| (?:was|is|am|were|turned|must))\b)",
        not_near=COUNTED,
    ),
    _sign(rf"\b(?:{FIGURE}|{WORD}) \({NUMBER}(?=\)| and)", SEX, not_near=COUNTED,
          not_before=None),
    _sign(
        rf"{SOMEBODY}(?:[’']s| is| was|[’']ll be|(?: will| would| must) be|, who is|, now"
        rf"|,? turn(?:s|ed))(?: now| only)? {NUMBER}"
        rf"(?:[.!?;](?![0-9])|,(?! [0-9])| (?:and|in|on|now|when|then|at|today|next)\b){THING}",
        flags=0,
    ),
    _sign(
        rf"(?:^|[.!?“\"] ?|\b)(?:[Aa]t|[Nn]early|[Jj]ust|[Nn]ow|[Oo]nly) {NUMBER}"
        rf"(?=, {SOMEBODY} [a-z])",
        flags=0,
    ),
    _sign(rf"\| *(?:[MFmf]|male|female) *\| *{NUMBER}(?= *\|)", not_before=None),
    _sign(rf"\| *{NUMBER}(?= *\| *(?:[MF]|male|female) *\|)", not_before=None),
    _sign(
        r"\b(?:reach(?:es|ed|ing)?|celebrat(?:es|ed|ing)|pass(?:es|ed)|hit|scored|made) (?:her|his"
        r"|my)"
        r" (?P<age>century)\b",
        not_before=None,
    ),
    _sign(rf"\b(?:one|two|some|both|all) of (?:them|whom|us)(?:{IS}"
        rf"|,)?{SOFTLY} {NUMBER}{TAIL}"),
    _sign(rf"\({NUMBER}(?=, (?:[a-z]|I\b))", PERSON, not_near=COUNTED),
    _sign(
        rf"(?:\bwere|\bare|\baged|\bat|,) (?:[5-9][0-9]|10[0-9]) and {NUMBER}(?={STOP})",
        PAIR,
        flags=0,
        not_before=None,
    ),
    # In a sentence about age, or about one person in which nothing is counted.
    _sign(
        rf"{NUMBER}{PLURALS}{GROUP}{THING}", AGEISH, PERSON,
        not_near=re.compile(r"\b(?:average|mean|median|range)\b", re.IGNORECASE),
    ),
    _sign(rf"(?:\bis|\bwas|\bat|,){SOFTLY} {NUMBER}{TAIL}", OLDEST),
    _sign(
        rf"\b(?:to be|not see){SOFTLY} {NUMBER}(?= (?:and|or|with|again)\b)",
        not_near=COUNTED,
    ),
    _sign(
        r"\b(?:at|although|though|while|being|turn(?:ed|ing)|nearly|almost|barely|past|over)"
        rf" {NUMBER}"
        r"(?=,? (?:s?he|I|my|mum|dad|nan|gran|(?:Mr|Mrs|Miss|Ms) \w+|you)\b)",
        not_near=TIMED,
        not_before=None,
    ),
    _sign(
        r"\b(?:is|was|be|been|being|am|are|at|of|for|turn(?:s|ed|ing)|reach(?:es|ed|ing)?|becom"
        r"(?:es|ing)|past|approaching|celebrating|pushing|nearly|almost|barely|hardly|now|still"
        r"|already|only|just|after|(?:lived|get|gets|got)(?: to(?: be)?| until)?|(?:com|gett"
        r"|knock)ing (?:up to|up for|on for|on)|shy of"
        rf"|short of|far off|old age of){SOFTLY} {NUMBER}{TAIL}",
        PERSON,
        not_near=COUNTED,
    ),
    _sign(
        rf"[\w,] (?:at|being) (?P<age>{WORD})(?![ -]\w+ (?:per|cent)\b){TAIL}", flags=0,
        not_near=COUNTED,
    ),
    _sign(rf"{BARE}(?= (?:and|&) (?:a half|three[ -]quarters|a quarter|3/4)\b)", not_near=COUNTED),
    _sign(rf"\b(?:bed|room|cubicle|chair) [0-9]{{1,2}}[A-F]?[,:;] {NUMBER}(?=[,;] )",
          not_before=None),
    _sign(rf"\b(?:both|each|all) (?:now |aged |over |nearly |about )?{NUMBER}(?=, [a-z])"),
    _sign(
        rf"\b(?:{PERSON_NOUN}|s?he|I|(?:Mr|Mrs|Miss|Ms)\.? [\w’'-]+)(?: (?:to|has|had|would|will"
        rf"|just|who)){{0,2}} (?:hit|reach(?:ed)?|pass(?:ed)?|near(?:ed"
        rf"|ing)?) the (?:big )?{NUMBER}"
        r"(?: mark)?",
        not_before=None,
    ),
    _sign(rf"\b(?:not bad|good|well|fit|spry|sharp) for {NUMBER}(?={STOP})", not_before=None),
    _sign(
        r"\b(?:years?|months?|weeks?|days?) (?:off|from|short of|shy of|away from) (?:her|his|my)"
        r" (?P<age>century)\b",
        not_before=None,
    ),
    _sign(rf"\b[A-Z][a-z]{{2,14}} {NUMBER}(?=(?:,| and) [A-Z][a-z]{{2,14}} [1-9])", TWO, flags=0),
    _sign(rf"\bto (?:reach|get to|make it to|live to) {NUMBER}(?= and\b|{STOP})", not_near=COUNTED),
    _sign(rf"\b(?:but|really|actually) {NUMBER}(?=\))", not_near=COUNTED),
    # Set apart from the words around as no count is.
    _sign(rf"(?<![0-9s]), {NUMBER}(?=, [a-z])", not_near=COUNTED, not_before=NO_AGE),
    _sign(rf"[a-z] [–—-] {NUMBER}(?= [–—-] [a-z])", not_near=COUNTED, not_before=NO_AGE),
    # Any number at all, where nothing says that it is something else.
    _sign(rf"{NUMBER}{PLURALS}{AFTER_AGE}{GROUP}{THING}", PERSON, not_before=NO_AGE),
)  # fmt: skip
