"""How orders are worded, as in “Ask every patient”: the patterns, for `advice_giving`."""

import re

from generator.rules.text.advice_wording import WHO, WHO_WORDS, compile_spaced
from generator.rules.text.bare_verbs import BARE_VERBS

# Verbs that are as often nouns, and count where an object follows.
_MORE = """
    advertise aim allocate anticipate apologise apply assign attach beg beware borrow bribe brief
    budget buy call chase chat circulate close coax come copy count cut debrief
    dedicate delegate demand disregard distribute ditch double-check draft drop email embrace
    enlist feed fight film forget foster free fund hand hang heed hire imagine insist join laminate
    launch leave lend liaise link mark measure mind mix move nominate open order paint persevere
    persist persuade phone pick pilot place plan praise pretend print protect publicise publish push
    question rehearse rely repeat replace resist revisit reward ring save scrap schedule shadow
    sign simplify sit skip spread squeeze stand stay steal stick swap tackle tape test thank tie
    translate trial turn unlock unplug visit volunteer walk warn welcome
"""
_ALL = (BARE_VERBS - {"don't"}) | frozenset(_MORE.split())
# Words with which a sentence begins that may be an order.
_BEFORE = """
    above also always and at before best better bottom but crucially don double early
    equally even far finally first firstly from golden hint ideally if importantly in
    instead just kinder lastly less lesson message moral most much nb next now once only
    perhaps please pro rule safer secondly see should simply so thank then time tip top
    ultimately whatever when whenever where wherever while wiser word you
"""
ORDER_STARTS = _ALL | frozenset(_BEFORE.split())
# Verbs before which nothing stands, so that fewer patterns are asked.
VERB_STARTS = _ALL - set(_BEFORE.split()) - {"do", "let", "never", "note", "remember", "take"}
# What stands behind some of the first of them, or whom it is for, where it is an order at all.
_CONNECTIVES = ("also", "and", "but", "even", "first", "just", "next", "now", "only", "so", "then")
_BEHIND: dict[str, set[str] | frozenset[str]] = {
    "above": {"all"},
    "at": {"least"},
    "early": {"on"},
    "from": {"day"},
    "in": {"a", "brief", "short", "summary"},
    "where": {"possible"},
    **{word: ORDER_STARTS | {"to"} for word in _CONNECTIVES},
}
BEHIND = {first: behind.union(WHO_WORDS.split()) for first, behind in _BEHIND.items()}
# And with which it begins where it says first whom it is for, or what for, before a comma.
LED_STARTS = frozenset(
    f"{WHO_WORDS} advice all any dear for hints junior morals my new no note other our"
    " senior takeaway takehome takehomes the to what".split()
)
LED_STARTS |= ORDER_STARTS
# And where a clause, or some words of when and where, stand before the comma.
_CLAUSE = """
    after although and as at but before by during even for from hard however if in instead of on
    once rather since though to under unless until whatever when whenever wherever whichever while
    with without
"""
CLAUSE_STARTS = frozenset(_CLAUSE.split())
# No order begins with these, though “the” or the like stands behind them.
_NEVER_ORDERS = """
    about above across again against ago all alone along alongside already also always am amid
    among and another any anyone anything are around aside away back because been behind being
    below beneath beside besides best better between beyond both but came can clearly could
    despite did do does down each either else enough everyone everything except far few first
    gone had half has have he hence here him how i inside into is it its just last later least
    less lest like many maybe might minus months more most much must near neither never next no
    nobody none nor not nothing now off often one only onto opposite or other others our out
    outside over past per perhaps plus quite round same save second seldom shall she should so
    some sometimes somehow soon still such than that the then there these they third this those
    through throughout thus till times today together tomorrow tonight too toward towards twice
    underneath unlike up upon via was we were went what where whereas whether which who whom whose
    why will within would yes yesterday yet you years weeks days thank two three four five six
    seven eight nine ten breakfast lunch supper dinner tea day night morning evening afternoon
    week month year spring summer autumn winter january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    elsewhere somewhere anywhere everywhere nowhere upstairs downstairs overnight afterwards
    day noon midnight please come given imagine picture suppose let slot bed bay room ward block
    group phase type part
    ate became began bought broke brought built caught chose cost cut drank drew drove fed fell
    felt flew forgot found froze gave got grew held hid hit hung hurt kept knew laid led left lent
    lit lost made meant met paid put ran rang read reads rode rose said sang sank sat saw says sent
    shook shot shut slept sold sought spent spoke spun stole stood struck stuck swept swore taught
    thought threw told took tore understood woke won wore wound wrote
"""
NO_VERBS = CLAUSE_STARTS | frozenset(_NEVER_ORDERS.split())
_DETERMINED = "the us your every each any it them him these those this"
DETERMINERS = frozenset(f"a an yourself yourselves {_DETERMINED}".split())
_DETERMINER = rf"(?:an?|yourself|yourselves|{_DETERMINED.replace(' ', '|')})"
_VERBS = "|".join(sorted(_ALL, key=len, reverse=True))
_FIRST = (
    r"(?:(?:crucially|importantly|most importantly|ideally|ultimately|better still|equally"
    r"|in short|in summary|in brief|if possible|where possible"
    r"|wherever possible|if in doubt|whatever you do|above all else|to begin with|from day one"
    r"|early on|nb|please|always|never|do not|don[’']t|just|and|then|so|but|do|first|also|above all"
    r"|instead|simply|perhaps|"
    r"finally|lastly|firstly|secondly|next|now|remember|even|only|at least|when in doubt),? )"
)
_NEXT = (
    r"(?:an?|the|your|yours|yourself|yourselves|it|its|them|this|these|that|those|each|every"
    r"|everyone|everybody|all|both|one|two|three|some|any"
    r"|somebody|someone|anyone|people|patients|patient|staff|families|carers|teams|other"
    r"|others|more|less|enough|as|with|to|for|at|by"
    r"|from|in|on|into|up|out|off|down|over|back|away|sure|whether|how|who|what|where|when|why"
    r"|if|only|plenty|time|their|his|her|our"
    r"|free|honest|kind|patient|ready|clear|brave|prepared|careful|open|realistic|involving"
    r"|and [a-z]+"
    r"|us|us|anything|anybody|nobody|nothing|none|note|heart|care|stock|notice|no|half|several"
    r"|again|ahead|well|until|without"
    r"|before|after|about|not|real|\w+ing|small|simple|early|together)"
)
# What is hardly ever a noun may have anything after it.
_VERBAL = (
    r"(?:accept|acknowledge|adapt|adopt|allow|appoint|arrange|ask|assess|avoid|begin|beware"
    r"|bring|choose|collect"
    r"|communicate|consider|consult|create|decide|describe|develop|discuss|embed|empower"
    r"|encourage|engage|ensure"
    r"|establish|evaluate|expect|explain|explore|find|follow|gather|get|give|identify"
    r"|implement|improve|include"
    r"|inform|introduce|invest|invite|involve|keep|learn|listen|make|observe|organise|pay"
    r"|persevere|prepare"
    r"|prioritise|provide|recognise|recruit|reduce|remember|remind|remove|respond|say|see|seek"
    r"|select|send"
    r"|speak|spend|take|teach|tell|thank|think|try|understand|use|wear|write|buy|borrow|leave"
    r"|lend|measure)"
)
_OBJECT = (
    rf"\b(?!-)(?: {_NEXT}\b|\s*(?:[.!;]|,(?! (?:our|an?|who|his|her)\b)|$)"
    r"| [a-z]+ (?:first|early|often|too)\b)"
)
# Whoever asks this has seen that the first word is one of those verbs.
BEGUN = compile_spaced(rf"^[\W_]*(?P<verb>[a-z]+){_OBJECT}")
IMPERATIVE = compile_spaced(
    rf"^[\W_]*(?:(?:(?:(?:for|to) )?(?:other |all |any |the )?{WHO}|for (?:those|anyone|teams"
    rf"|wards) [^:,]{{1,60}}|top tip|tip|our advice|my advice|advice|remember|nb|note|take-?away"
    r"|hint|golden rule|rule (?:one|two|three|[0-9])|first rule|the (?:first|golden) rule"
    r"|take-?home(?: message)?|the message|message|moral|lesson"
    r"|(?:one|the|our) lesson|bottom line|in a nutshell|less is more|what matters(?:"
    r" most)?|the main thing|above all)[:,!?.]? ?[:,!?–—.-] ?)?"
    rf"(?:(?:dear |new |senior |junior )?(?:\w+ )?{WHO}(?: (?:reading|everywhere|elsewhere|who|of"
    r"|in|with|on)\b[^:,]{0,60})?[,:] )?"
    r"(?:to (?:make|do|get|keep|avoid|start|begin|help|stop|win|find|save|see|have"
    r"|be)\b[^.;:?!,]{0,60}, |(?:if|when|once|before) (?:your|the|it|they|there|people|staff"
    r"|patients)\b[^.;:?!,]{0,60}, )?"
    r"(?:if you(?:[’']re|[’']d| are| want| would| plan| have| do| like| can| wish|"
    rf" need)?\b[^.;:?!]{{0,80}}, |(?:before|when|once|while|wherever|whenever)"
    rf" you\b[^.;:?!]{{0,60}}, )?"
    rf"{_FIRST}{{0,3}}(?P<verb>let[’']s|{_VERBS}){_OBJECT}"
)
PLAIN = compile_spaced(
    rf"^[\W_]*(?:{_FIRST}{{0,3}})(?P<verb>{_VERBAL}) (?!(?:was|were|is|are|had|did)\b)[\w“‘]"
)
POLITE = compile_spaced(rf"^[\W_]*(?:{_FIRST}{{1,3}})(?P<verb>{_VERBS})\b(?!-)")
# A verb that no list has, known by what follows: “ditch the clipboard”.
BARE = compile_spaced(
    rf"^[\s*_(]*(?P<verb>[a-z]{{2,14}}(?<!ing)(?<![^eb]ed)(?<!ly)(?<![^s]s)) {_DETERMINER}\b(?!"
    rf" (?:is|was|are|were|has)\b)"
)
# An order in the middle, after a colon or a comma: “the pens had gone by Friday, so tie them on”.
TURN = re.compile(
    r"[,:;–—](?:(?<!,)\s?|(?<=,)\s(?:and\s)?so\s|(?<=,)\sand\s(?=(?:please|do(?!\s+not))\s))"
)
# Without any of these signs, or of these words in small letters, there is none.
TURN_SIGNS, TURN_WORDS = ":;–—", (" so ", " and please ", " and do ")
TURNED = compile_spaced(
    r"^[\W_]*(?P<verb>(?:please|always|never|do not|don[’']t|just|simply|do)"
    rf" (?:{_VERBS})\b(?!-)"
    rf"|(?:{_VERBAL}|go|come|start|stop|put|tie|stick|sit|talk|pick|hang|share)"
    rf" (?!(?:was|were|is|are|had|did|of)\b)(?:{_NEXT})\b"
    rf"|(?:{_VERBS}) (?:{_DETERMINER}|before|first|again|that|people|nothing|everyone)\b)"
)
STOCK = compile_spaced(
    r"^\W*(?P<verb>(?:(?:far |much )?(?:better|best|safer|wiser|kinder) (?:still, |yet, )?(?:to"
    r"|an?|one|no"
    r"|not|ask|have"
    r"|be|keep|start|let)\b"
    r"|(?:golden rule|rule (?:one|number one|1)|take-?home(?: message)?|top tip|pro tip|hint|moral"
    r"|bottom line|word of (?:warning|advice)|our motto)s?\b ?[:,–—]|less is more\b"
    r"|should you (?:wish|want|need|like|decide|choose)\b|you(?:[’']ve| have) got to (?:get|have"
    r"|keep"
    r"|be|start|ask|make|do|let|give)\b"
    r"|let[’']s (?!see|call|say|face|hope|pretend|imagine)[a-z]+ |see to it\b"
    r"|rule (?:one|two|three|number one|[1-9]) is\b|note to (?:other|every|all|any|those)\b"
    r"|time (?:to|for)\b(?![^.]{0,60} (?:is|ran)\b)"
    r"|(?:the |one )?golden rule(?: is|:)))"
)
# A past tense in the first words: “Work on the wall began”, “Read aloud, the letter lasted”.
NO_ORDER = compile_spaced(
    r"[\W_]*(?:(?:write to|ring|call|phone|telephone|email|contact|ask|ask for) (?-i:[A-Z])[a-z]"
    r"|(?:write|ring|call|phone|telephone|email|send)\b[^.]{0,60}(?:[0-9]{3}|@)"
    r"|see (?:fig|table|chart|also|below|above|panel|doi|page|appendix|box)|let it be"
    r"|thank you (?:cards?|to|letters?|notes?)|imagine (?:our|my|his|her|the|their)\b|picture the"
    r"|suppose\b|(?:think of|take) an? [^.]{0,60} and you\b|take (?:mr|mrs|ms|miss|dr)\b"
    r"|call it (?:luck|chance)|ask (?:any|a|anyone|anybody|him|her)\b[^.]{0,60}\b(?:and|he|she"
    r"|they|you) (?:will"
    r"|would|[’']ll|s?he|they|you)\b|\w+ and \w+ (?:are|is|were|was)\b|give or take|ask as|turn by"
    r"|step by|let (?:down"
    r"|in|out|loose)\b"
    r"|so (?:read|said|say|went|ran)\b|come (?:the|rain|winter|spring|summer|autumn|march|may)\b"
    r"|find it hard|say what|take [a-z]+ for instance|be that as|try as|come what|find it (?:s?he"
    r"|we|they)|read aloud|given (?:the"
    r"|that)|set (?:in|on|up|against)|provided"
    r"|needless|do (?:you|they|we|i)\b|have (?:you|they|we)\b|let alone|follow(?:ing|ed))"
    r"|[\W_]*\w+(?: (?!be |is |are |can |get |gets |that |who |which |what |you |we |they |if"
    r" |has |have |been |being |where |whatever )[\w’'-]+){0,7}?"
    r" (?:was|were|had|did|began|came|went|took|made|gave|stood|hung|fell|rose|grew|sounded"
    r"|filled|lasted|started|ended|stopped|helped"
    r"|turned|showed|proved|seemed|became|brought|led|changed|worked|needed|looked|closed"
    r"|opened|moved)\b",
    re.IGNORECASE,
)
