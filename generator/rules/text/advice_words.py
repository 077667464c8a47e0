"""How advice is worded that is no order, and how what only looks like it, for `advice_giving`."""

import re
from collections import defaultdict
from collections.abc import Sequence

from generator.rules.text.advice_due import DUE
from generator.rules.text.advice_praise import PRAISE
from generator.rules.text.advice_wording import DONE, OTHERS, WHO, WHO_WORDS, YOURS, word

_SOFTLY = (
    r"(?:(?:also|always|never|really|only|all|therefore|strongly|warmly|gently|just|now|not"
    r"|first|at least) ){0,2}"
)
_WORDINGS = (
    *PRAISE,
    *DUE,
    # should, must, ought to, need to
    word(
        "should shouldn must mustn ought need want don takes",
        r"\byou(?:[’']ll| will)? (?:all |also |always |really )?(?:should(?:n[’']t)?|must"
        r"(?:n[’']t)?"
        r"|ought to|need to|need at least|want (?:at least|to (?:make|start|keep|think|have|be))"
        r"|do(?:n[’']t| not) (?:need|have to|want))\b(?! (?:have|see|hear|be joking|be able"
        r"|remember))"
        r"|\bshould you (?:wish|want|need|like|decide|choose)\b|\ball (?:you need|it takes)\b",
        "you it",
    ),
    word(
        "should shouldn must mustn ought need needs",
        r"(?<!\bi\s)(?<!\bwe\s)(?<!\bhe\s)(?<!\bshe\s)(?<!\bit\s)(?<!\bthey\s)(?<!\bthere\s)\b"
        r"(?:should(?:n[’']t| not)?|must(?: not)?|ought(?: not)? to|needs? to be)"
        rf" {_SOFTLY}(?!have {DONE}|be joking|be able|of\b)[a-z]+"
        r"|\b(?:(?:a|the|this|that|it) (?:[\w-]+ )?needs to be|(?:this|that) (?:[\w-]+ )?needs"
        r" \w+ing)\b"
        r"|\bone (?:needs|has to|must|should|ought to)\b",
    ),
    word(
        "need needs ought",
        rf"\b{OTHERS}(?: [\w-]+){{0,9}} (?:needs? to|ought to)\b(?! (?:have|be able)\b)"
        rf"|\b(?:every|each|any|all) {WHO} needs? (?:an?|the|one|two|its|their|more)\b"
        rf"|\bwhat you need\b"
        r"|\bneeds? to be [a-z]+"
        r"|\bthere(?: is|[’']s) (?:really )?no need\b"
        r"|\ball (?:that )?(?:any|a|an|each|you) (?:\w+ )?needs?(?: is|:)",
    ),
    word(
        "have has got",
        r"\b(?:teams|managers|leaders|wards|hospitals|trusts|organisations|services|others|everyone"
        r"|boards|anyone(?! who (?!wants?|tries|plans|is|does|takes|sets|begins|starts)))"
        r"(?: \w+){0,8} ha(?:ve|s) to\b(?! (?:have|be able)\b)"
        r"|\byou(?:[’']ve| have)? got to\b|\byou (?:really |just |only |still |first )?have to"
        r" (?:have|get|be|keep|make|do|start|begin|involve|ask|listen|accept|let|give|find|talk)\b",
        "teams managers leaders wards hospitals trusts organisations services others"
        " anyone everyone boards you",
    ),
    # your ward, what you can do
    word(
        "your",
        rf"\b{YOURS}\b",
    ),
    word(
        "you",
        r"\byou can(?:not|[’']t) (?:do|expect|make|have|run|start|rush|force|change|leave|assume)\b"
        r"|\bwhatever (?:else )?you (?:do|change|try)\b|\bbefore you (?:begin|start|buy"
        r"|do anything)\b"
        r"|\byou (?:can|could|might|may)(?: also| well| even| like to| want to| wish to)* (?:put"
        r"|use"
        r"|try|adapt|copy|start|begin|make|ask|do|borrow|steal|print|take|consider|add|choose"
        r"|change"
        r"|keep|have a go|improve|help|adopt|think)\b"
        r"|\bif (?:(?:i|we) were you|you take (?:one|only one) thing)\b",
        "can cannot whatever before could might may if",
    ),
    word(
        "may might could can",
        r"\b(?:others|anyone|you|teams|wards|whoever \w+ this) (?:may|might|could|can) (?:also "
        r"|well )?"
        r"(?:wish|like|want|find it|need|do|copy|use|borrow)\b",
        "others anyone you teams wards whoever",
    ),
    word(
        "would might will could can may",
        rf"(?<!\bif\sthe\s)\b{OTHERS}(?: [\w-]+){{0,4}} (?:would|might|may|will|could|can) (?:do"
        rf" (?:well|better)"
        r"|be (?:well advised|wise|better|best)|benefit from|want to|wish to|like to|help by"
        r"|find it)\b",
        "well wise better best benefit want wish like help find",
        WHO_WORDS,
    ),
    word(
        "would",
        r"\b(?:i|we) would (?:tell|say to|ask|beg|remind)"
        r" (?:any|every|other|all|new|whoever)\w*\b"
        r"|\bit would (?:help|benefit|suit|pay) (?:other|others|any|every|all|teams|wards)\b",
        "tell say ask beg remind help benefit suit pay",
    ),
    word(
        "d",
        r"\b(?:i|we)[’']d (?:tell|say to|ask|beg|remind) (?:any|every|other|all|new|whoever)\w*\b",
    ),
    word(
        "adopted copied used done tried adapted taken considered replicated rolled",
        r"\b(?:could|can|might) (?:easily |also |well |just as well ){1,2}be (?:adopted|copied"
        r"|used|done"
        r"|tried|adapted|taken up)\b"
        r"|\b(?:could|can|should) (?:easily |also )?be (?:considered|adopted|copied|replicated"
        r"|rolled out|adapted)\b",
        "could can might should",
    ),
    word(
        "copies follows tries want wants start starts adopt adopts does take takes",
        r"\b(?:ward|team|unit|hospital|clinic|practice|service|anyone|anybody|whoever|those|people"
        r"|one)"
        r"(?: \w+)? (?:(?:that|who|which) )?(?:copies|follows|tries|wants?|starts?|adopts?|does"
        r"|takes?)"
        r"(?: \w+){0,5} will (?:need|want|have to|do well)\b",
        "will",
    ),
    # it is important that, it is recommended that
    word(
        "important necessary prudent mistake essential vital crucial key recommended advisable"
        " advised suggested hoped wise sensible helpful best better good imperative worthwhile"
        " worth safer easier kinder quicker",
        r"\bit(?: is|[’']s|[’']d be| (?:would|may|might|could|will) be) (?:very |so |really |also "
        r"|strongly |always |highly |far |much |usually |often )?(?:important|necessary|prudent"
        r"|essential|vital|crucial|key|recommended|advisable|advised|suggested|hoped|wise"
        r"|sensible|helpful|best|better|a good idea|imperative|worthwhile|worth your while|safer"
        r"|easier|kinder|quicker) (?:to(?! (?:mr|mrs|ms|miss|him|her|them|my|his|our|patients)\b)"
        r"|that|for|if|not|when)\b(?! (?:note|say|add|see|mention|us"
        r"|me)\b)"
        r"|\bit(?: is|[’']s|[’']d be| (?:would|may|might|could) be) (?:well |always |really )?"
        r"worth \w+ing\b|\b(?:well )?worth (?:a try|trying|copying|doing)\b",
        "it worth",
    ),
    word(
        "vital crucial essential key critical must imperative",
        r"\b(?:is|are) (?:absolutely |really |also )?(?:vital|crucial|essential|key|critical|a must"
        r"|imperative)(?: (?:if|to|for|when|in)\b(?! (?:me|us|him|her|them)\b)|\s*[.;]|$)",
        "is are",
    ),
    word(
        "best",
        r"\b(?:is|are) best (?!known|seen|remembered|described)\w+(?:ed|en|ne|t|pt|ft)\b"
        r"|\bbest practice\b(?! (?:tariff|award|magazine)|[^.;]{0,60} (?:was|were|had)\b)"
        r"|^\W*best practices\W*$"
        r"|\b(?:is|are|be) (?:a |the |our )?best practices\b"
        r"|\b(?:works|work|is|are) best (?:if|when|with|done|kept)\b",
        "is are be work works practice practices",
    ),
    # are encouraged to, would be well advised to
    word(
        "encouraged advised reminded expected urged invited recommended requested welcome asked",
        rf"\b{OTHERS}(?: [\w’'-]+){{0,6}} (?:is|are) {_SOFTLY}(?:encouraged|advised|reminded"
        rf"|expected"
        r"|urged|invited|recommended|requested|welcome|asked) (?:to|that)\b"
        r"|\b(?:is|are) (?:strongly |highly |warmly )?(?:recommended|advised|encouraged"
        r"|to be recommended)\b(?! by)",
        "is are",
    ),
    # we recommend, our advice, the key is to
    word(
        "recommend advise urge suggest encourage warn caution say implore counsel",
        r"\b(?:we|i)(?:[’']d| would)? (?:strongly |always |also |thoroughly |warmly |certainly "
        r"|definitely |heartily |really ){0,3}(?:recommend|advise|urge|suggest|encourage|warn"
        r"|caution"
        r"|say to|implore|counsel)\b(?! (?:ourselves|it to ourselves))",
        "we i",
    ),
    word(
        "hope wish like want expect ask invite challenge",
        r"\b(?:we|i) (?:(?:very much |do |really )?(?:hope|wish|would like|want|expect|ask|invite"
        r"|challenge)) (?:that )?(?:other|every|all|more|any|colleagues|teams|you\b|readers)",
        "we i",
    ),
    word(
        "advice tip tips suggestion recommendation caution warning message messages word words"
        " lesson lessons",
        r"\b(?:our|my|one|the best|some|(?:a|one) piece of|a word of|words? of) (?:\w+ )?(?:advice"
        r"|tip"
        r"|suggestion|recommendation|caution|warning)\b(?! line)"
        r"(?!(?:,? [a-z]+){0,5} (?:was|were|came|had|got|went)\b)"
        r"|(?<!list\sof\s)\b(?:message|word|advice|lesson|tip)s? (?:to|for) (?:other|others|anyone"
        r"|any|all|every|colleagues|new|those|the (?:next|rest|nhs|profession|system)|managers"
        r"|leaders|teams|wards|hospitals|trusts|commissioners)\b"
        r"|\b(?:top|handy|golden|quick|useful|pro) tips?\b(?! (?:on|was|were|of)\b)",
        "our my one some best piece word words to for top handy golden quick useful pro",
    ),
    word(
        "key secret trick answer thing lesson moral rule message takeaway away point advice way art"
        " knack step",
        r"\b(?:the|one|a) (?:real |main |only |whole |first |big |biggest |simplest |single )?"
        r"(?:most important |best |hardest )?(?:key|secret|trick|answer|thing|lesson|moral"
        r"|golden rule"
        r"|rule of thumb|message|take-?away|point|advice|best way|art|knack|first step|way forward)"
        r"(?: (?:of|to|for|in|with|is for)\b[^.;?!]{0,60})?(?:, [^,.]{2,20},)? is (?:simply "
        r"|always |just |not )?(?:to"
        r"|that you|don[’']t|having|keeping|making|getting|simple: |[a-z]+: )(?! us\b)",
        "is",
    ),
    word(
        "place way time thing person moment",
        r"\b(?:a|the) (?:good|best|great|natural|obvious|easiest) (?:place|way|time|thing|person"
        r"|moment)"
        r" (?:to|for) (?:\w+ ){1,5}is\b"
        r"|\bit(?: is|[’']s) (?:high )?time (?:that )?(?:we all|you|every|all|more|for|to)\b",
        "good best great natural obvious easiest it",
        "is s",
    ),
    word(
        "starting thinking considering planning wanting wishing tempted hoping trying",
        r"\b(?:anyone|anybody|those|others|people|wards?|teams?|clinics?|hospitals?|practices?"
        r"|units?|hospices?) (?:else )?(?:(?:who|that) (?:is|are) )?(?:starting|thinking"
        r"|considering|planning|wanting|wishing|tempted|hoping)\b(?![^.;]{0,60} (?:was|were|had)\b)"
        r"|\bto (?:anyone|anybody|those|others) trying\b",
    ),
    word(
        "wants want wish wishes plans plan",
        r"\b(?:anyone|anybody|those|others|people|wards?|teams?|clinics?|hospitals?|practices?"
        r"|units?|hospices?) (?:else )?(?:who|that) (?:wants?|wish(?:es)?|plans?) to (?:do|try|copy"
        r"|start|begin|follow|introduce|set|repeat|adopt|run|use|know more)\b",
        "who that",
    ),
    word(
        "matters substitute point excuse harm shame use shortcut cut reason better pays helps",
        r"\b(?:what|all that) (?:really |most )?matters (?:most )?is (?:that you|to|not to)\b"
        r"|\bthere(?: is|[’']s) (?:really )?no (?:substitute|point|excuse|harm|better way|shame|use"
        r"|shortcut|short cut)\b|\bno reason (?:why|not to)\b|\bit (?:pays|helps) to\b",
        "what that no it",
    ),
    word(
        "warned prepared afraid tempted sure care mind free underestimate forget assume dos",
        r"(?:^\W*|[,;:–—] ?|\b(?:and|but|please|so|then|just|or) )(?:be|do not be|don[’']t be)"
        r" (?:warned|prepared|afraid|tempted|sure)\b|\b(?:take care to"
        r"|mind that)\b|\bfeel free to\b|\b(?:never|don[’']t|do not) (?:underestimate|forget"
        r"|assume)\b",
        "be take that feel never don not",
    ),
    word(
        "mistake work",
        r"\bit(?: is|[’']s|[’']d be| would be) a mistake (?:to|for)\b"
        r"|\bfor (?:this|it|that) to work\b",
        "it this that",
        "to for",
    ),
    word(
        "key secret trick answer",
        r"\bthe (?:key|secret|trick|answer) is (?!in|on|under|with|kept|lost|hung|here|there|at"
        r"|hi[sd]"
        r"|her|no|not)[a-z]+(?:[.,;]|$)",
        "is",
    ),
    word(
        "thumb motto",
        r"\ba (?:good |useful )?rule of thumb (?:is|for (?:any|every|all))\b|\bour motto,? and\b",
    ),
    word("dos do", r"\bdo[’']?s and don[’']?ts\b", "don donts"),
)
# Words of nearly every text, those of nearly every sentence first: a wording is looked for by
# others, if it has any.
_SAID_ALWAYS = "a all and as at be for had he i in is it of on she so that the they to was we"
_SAID_OF_ALL = """
    a about all and any are as asked at be but by can could do does every for from had has have he
    her his how in is it like more no nobody not now of on one other our over person said say she
    so than that the there they this thought time to too up used was way we were what when
    which who will with would you
"""
_HOW_COMMON = dict.fromkeys(_SAID_OF_ALL.split(), 3) | dict.fromkeys(_SAID_ALWAYS.split(), 9)
# By a word of each: its pattern, a set of words of which it has one besides, and more such sets.
_Way = tuple[re.Pattern[str], frozenset[str], list[frozenset[str]]]
_BY_WORD: dict[str, list[_Way]] = defaultdict(list)
for _way in _WORDINGS:
    _first, *_others = sorted(
        (_way.words, *_way.beside), key=lambda each: sum(_HOW_COMMON.get(word, 0) for word in each)
    )
    _beside, *_more = _others or [_first]
    for _word in _first:
        _BY_WORD[_word].append((_way.pattern, _beside, _more))
_TELLING = frozenset(_BY_WORD)


def list_ways(words: Sequence[str]) -> list[re.Pattern[str]]:
    """List the ways in which a sentence of these words, in small letters, may be advice."""
    telling = _TELLING.intersection(words)
    if not telling:
        return []
    lacks = frozenset(words).isdisjoint
    ways = [
        pattern
        for word in telling
        for pattern, beside, more in _BY_WORD[word]
        if not (lacks(beside) or (more and any(map(lacks, more))))
    ]
    return list(dict.fromkeys(ways))
