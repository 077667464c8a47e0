"""How orders are worded, as in “Ask every patient”: the patterns, for `advice_giving`."""

import re

from generator.rules.text.advice_words import WHO, WHO_WORDS, compile_spaced
from generator.rules.text.bare_verbs import BARE_VERBS

# Verbs that are as often nouns, and count where an object follows.
_MORE = """
    beware borrow budget buy call close come copy count cut delegate double-check hand hang
    imagine join label leave lend link mark measure move nominate open order paint persevere
    phone pick pilot place plan print protect push question repeat replace ring save schedule
    sign simplify sit skip stand steal stick swap tape test tie trial turn visit walk warn
    welcome
"""
_ALL = (BARE_VERBS - {"don't"}) | frozenset(_MORE.split())
# Words with which a sentence begins that may be an order.
_BEFORE = """
    above also always and at before best better bottom but crucially don double early
    equally even far finally first firstly from golden hint ideally if importantly in
    instead just kinder lastly less lesson message moral most much next now once only
    perhaps please pro rule safer secondly see should simply so thank then tip top
    ultimately whatever when whenever where wherever while wiser word you
"""
ORDER_STARTS = _ALL | frozenset(_BEFORE.split())
# And with which it begins where it says first whom it is for, or what for, before a comma.
LED_STARTS = frozenset(
    f"{WHO_WORDS} advice all any for hints morals my nb no note other our takehome takehomes the to"
    " what".split()
)
LED_STARTS |= ORDER_STARTS
_VERBS = "|".join(sorted(_ALL, key=len, reverse=True))
_FIRST = (
    r"(?:(?:crucially|importantly|most importantly|ideally|ultimately|better still|equally"
    r"|in short|in summary|in brief|if possible|where possible"
    r"|wherever possible|if in doubt|whatever you do|above all else|to begin with|from day one"
    r"|early on|please|always|never|do not|don[’']t|just|and|then|so|but|do|first|also|above all"
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
# One of these words is in whatever the next three patterns find.
VERBS = frozenset(re.findall("[a-z]+", f"let {_VERBS} {_VERBAL}"))
IMPERATIVE = compile_spaced(
    rf"^[\W_]*(?:(?:(?:(?:for|to) )?(?:other |all |any |the )?{WHO}|for (?:those|anyone|teams"
    rf"|wards) [^:,]{{1,60}}|top tip|tip|our advice|my advice|advice|remember|nb|note"
    r"|hint|golden rule|rule (?:one|two|three|[0-9])|first rule|the (?:first|golden) rule"
    r"|take-?home(?: message)?|the message|message|moral|lesson"
    r"|(?:one|the|our) lesson|bottom line|in a nutshell|less is more|what matters(?:"
    r" most)?|the main thing|above all)[:,!?.]? ?[:,!?–—.-] ?)?"
    r"(?:to (?:make|do|get|keep|avoid|start|begin|help|stop|win|find|save|see|have"
    r"|be)\b[^.;:?!,]{0,60}, |(?:if|when|once|before) (?:your|the|it|they|there|people|staff"
    r"|patients)\b[^.;:?!,]{0,60}, )?"
    r"(?:if you(?:[’']re|[’']d| are| want| would| plan| have| do| like| can| wish|"
    rf" need)?\b[^.;:?!]{{0,80}}, |(?:before|when|once|while|wherever|whenever)"
    rf" you\b[^.;:?!]{{0,60}}, )?"
    rf"{_FIRST}{{0,3}}(?P<verb>let[’']s|{_VERBS})\b(?!-)(?: {_NEXT}\b|\s*(?:[.!,;]|$)| [a-z]+"
    r" (?:first|early|often|too)\b)"
)
PLAIN = compile_spaced(
    rf"^[\W_]*(?:{_FIRST}{{0,3}})(?P<verb>{_VERBAL}) (?!(?:was|were|is|are|had|did)\b)[\w“‘]"
)
POLITE = compile_spaced(rf"^[\W_]*(?:{_FIRST}{{1,3}})(?P<verb>{_VERBS})\b(?!-)")
# An order in the middle: “the pens had gone by Friday, so tie them on”.
SO_ORDER = compile_spaced(
    rf"(?:, (?:so|and so) |[:;–—] ?)(?:please |always |never |just |do not "
    rf"|don[’']t )?(?P<verb>{_VERBAL}|tie|put|go|start|pick|stick|hang|stop|talk|sit)"
    r" (?!(?:was|were|is|are|had|did|of|and)\b)(?:an?|the|your|it|its|them|this|that|those|these"
    r"|every|each|all|one|two|people|patients|staff|with|how|what|who|on|sure)\b"
)
STOCK = compile_spaced(
    r"^\W*(?P<verb>(?:(?:far |much )?(?:better|best|safer|wiser|kinder) (?:still, |yet, )?(?:to"
    r"|not|ask|have"
    r"|be|keep|start|let)\b"
    r"|(?:golden rule|rule (?:one|number one|1)|take-?home(?: message)?|top tip|pro tip|hint|moral"
    r"|bottom line|word of (?:warning|advice)|our motto)s?\b ?[:,–—]|less is more\b"
    r"|should you (?:wish|want|need|like|decide|choose)\b|you(?:[’']ve| have) got to (?:get|have"
    r"|keep"
    r"|be|start|ask|make|do|let|give)\b"
    r"|let[’']s (?!see|call|say|face|hope|pretend|imagine)[a-z]+ |see to it\b"
    r"|(?:the |one )?golden rule(?: is|:)))"
)
# A past tense in the first words: “Work on the wall began”, “Read aloud, the letter lasted”.
NO_ORDER = compile_spaced(
    r"^[\W_]*(?:ask (?:any|a|anyone|anybody|him|her)\b[^.]{0,60}\b(?:and|he|she|they|you) (?:will"
    r"|would|[’']ll|s?he|they|you)\b|\w+ and \w+ (?:are|is|were|was)\b|give or take|ask as|turn by"
    r"|step by|let (?:down"
    r"|in|out|loose)\b"
    r"|so (?:read|said|say|went|ran)\b|come (?:the|rain|winter|spring|summer|autumn|march|may)\b"
    r"|find it hard|say what|take [a-z]+ for instance|be that as|try as|come what|find it (?:s?he"
    r"|we|they)|read aloud|given (?:the"
    r"|that)|set (?:in|on|up|against)|provided"
    r"|needless|do (?:you|they|we|i)\b|have (?:you|they|we)\b|let alone|follow(?:ing|ed))"
    r"|^[\W_]*\w+(?: (?!be |is |are |can |get |gets |that |who |which |what |you |we |they |if"
    r" |has |have |been |being |where |whatever )[\w’'-]+){0,7}?"
    r" (?:was|were|had|did|began|came|went|took|made|gave|stood|hung|fell|rose|grew|sounded"
    r"|filled|lasted|started|ended|stopped|helped"
    r"|turned|showed|proved|seemed|became|brought|led|changed|worked|needed|looked|closed"
    r"|opened|moved)\b"
)
