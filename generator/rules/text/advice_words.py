"""How advice is worded, and how what only looks like it: the patterns, for `advice_giving`."""

import re
from typing import NamedTuple

from generator.rules.text.bare_verbs import BARE_VERBS


def _compile(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a pattern whose spaces stand for any space: a line may end between two words."""
    pattern = pattern.replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,9}")
    return re.compile(pattern, flags)


class Wording(NamedTuple):
    """A way in which advice is worded, and the words of which every such sentence has one."""

    words: frozenset[str]
    pattern: re.Pattern[str]


def _words(words: str, pattern: str) -> Wording:
    return Wording(frozenset(words.split()), _compile(pattern))


_WHO = (
    r"(?:staff|teams?|nurses?|doctors?|gps|clinicians?|managers?|leaders?|wards?|units?"
    r"|hospitals?|trusts?"
    r"|hospices?|surgeries|practices?|clinics?|departments?|organisations?|services?"
    r"|professionals?|colleagues?"
    r"|patients?|families|relatives|carers?|readers?|others|anyone|anybody|everyone|everybody"
    r"|no one|nobody"
    r"|people|boards?|commissioners?|trainees?|students?|receptionists?|porters?|consultants?"
    r"|matrons?)"
)
_SOFTLY = (
    r"(?:(?:also|always|never|really|only|all|therefore|strongly|warmly|gently|just|now|not"
    r"|first|at least) ){0,2}"
)
_DONE = (
    r"(?:\w+(?:ed|en)|been|had|gone|known|rung|made|got|done|heard|told|kept|left|put|thought"
    r"|seen|come)\b"
)
_OTHERS = rf"(?:(?:other|every|any|each|all|most|more) )?{_WHO}"
ADVICE = (
    # should, must, ought to, need to
    _words(
        "should shouldn must mustn ought need want don",
        r"\byou(?:[’']ll| will)? (?:all |also |always |really )?(?:should(?:n[’']t)?|must(?:n[’']t)?"
        r"|ought to|need to|need at least|want (?:at least|to (?:make|start|keep|think|have|be))"
        r"|do(?:n[’']t| not) (?:need|have to|want))\b(?! (?:have|see|hear|be joking|be able|remember))"
        r"|\byou[’']ll (?:need|want)\b|\byou will (?:need|want|have to|find)\b"
        r"|\bshould you (?:wish|want|need|like|decide|choose)\b|\ball (?:you need|it takes)\b",
    ),
    _words(
        "should shouldn must mustn ought needs",
        r"(?<!\bi\s)(?<!\bwe\s)(?<!\bhe\s)(?<!\bshe\s)(?<!\bit\s)(?<!\bthey\s)(?<!\bthere\s)\b"
        r"(?:should(?:n[’']t| not)?|must(?: not)?|ought(?: not)? to|needs? to be)"
        rf" {_SOFTLY}(?!have {_DONE}|be joking|be able|of\b)[a-z]+"
        r"|\b(?:a|the|this|that|it) (?:[\w-]+ )?needs (?:\w+ing|to be)\b"
        r"|\bone (?:needs|has to|must|should|ought to)\b",
    ),
    _words(
        "need needs ought",
        rf"\b{_OTHERS}(?: [\w-]+){{0,6}} (?:needs? to|ought to)\b(?! (?:have|be able)\b)"
        r"|\bneeds? to be [a-z]+"
        r"|\bthere(?: is|[’']s) (?:really )?no need\b"
        r"|\ball (?:that )?(?:any|a|an|each|you) (?:\w+ )?needs?(?: is|:)",
    ),
    _words(
        "have has got",
        r"\b(?:teams|managers|leaders|wards|hospitals|trusts|organisations|services|others|anyone"
        r"|everyone|boards)(?: \w+){0,8} ha(?:ve|s) to\b(?! (?:have|be able)\b)"
        r"|\byou(?:[’']ve| have)? got to\b|\byou (?:really |just |only |still |first )?have to"
        r" (?:have|get|be|keep|make|do|start|begin|involve|ask|listen|accept|let|give|find|talk)\b",
    ),
    # your ward, what you can do
    _words(
        "your",
        r"\byour (?:own )?(?:ward|team|clinic|hospital|hospice|unit|trust|practice|surgery|patients"
        r"|staff|colleagues|organisation|service|managers?|porters|consultants?|chief|board|data)\b",
    ),
    _words(
        "you",
        r"\byou can(?:not|[’']t) (?:do|expect|make|have|run|start|rush|force|change|leave|assume)\b"
        r"|\bwhatever you do\b|\bbefore you (?:begin|start|buy|do anything)\b"
        r"|\byou (?:can|could|might|may)(?: also| well| even| like to| want to| wish to)* (?:put|use"
        r"|try|adapt|copy|start|begin|make|ask|do|borrow|steal|print|take|consider|add|choose|change"
        r"|keep|have a go|improve|help|adopt|think)\b"
        r"|\bif (?:i were you|you take (?:one|only one) thing)\b",
    ),
    _words(
        "may might could can",
        r"\b(?:others|anyone|you|teams|wards|whoever \w+ this) (?:may|might|could|can) (?:also |well )?"
        r"(?:wish|like|want|find it|need|do|copy|use|borrow)\b",
    ),
    _words(
        "would might will could can",
        rf"\b{_OTHERS}(?: [\w-]+){{0,4}} (?:would|might|will|could|can) (?:do (?:well|better)|be (?:well"
        r" advised|wise|better|best)|benefit from|want to|wish to|like to|help by|find it)\b"
        r"|\b(?:i|we)(?:[’']d| would) (?:tell|say to|ask|beg|remind)"
        r" (?:any|every|other|all|new|whoever)\w*\b"
        r"|\bit would (?:help|benefit|suit|pay) (?:other|others|any|every|all|teams|wards)\b",
    ),
    _words("d", r"\b(?:i|we)[’']d (?:tell|say to|ask|beg|remind) (?:any|every|other|all|new|whoever)\w*\b"),
    _words(
        "adopted copied used done tried adapted taken considered replicated rolled",
        r"\b(?:could|can|might) (?:easily |also |well |just as well ){1,2}be (?:adopted|copied|used|done"
        r"|tried|adapted|taken up)\b"
        r"|\b(?:could|can|should) (?:easily |also )?be (?:considered|adopted|copied|replicated"
        r"|rolled out|adapted)\b",
    ),
    _words(
        "copies follows tries want wants start starts adopt adopts does take takes",
        r"\b(?:ward|team|unit|hospital|clinic|practice|service|anyone|anybody|whoever|those|people|one)"
        r"(?: \w+)? (?:(?:that|who|which) )?(?:copies|follows|tries|wants?|starts?|adopts?|does|takes?)"
        r"(?: \w+){0,5} will (?:need|want|have to|do well)\b",
    ),
    # it is important that, it is recommended that
    _words(
        "important necessary prudent mistake essential vital crucial key recommended advisable advised"
        " suggested hoped wise sensible helpful best better good imperative worthwhile worth safer"
        " easier kinder quicker",
        r"\bit(?: is|[’']s|[’']d be| (?:would|may|might|could|will) be) (?:very |so |really |also "
        r"|strongly |always |highly |far |much |usually |often )?(?:important|necessary|prudent"
        r"|a mistake|essential|vital|crucial|key|recommended|advisable|advised|suggested|hoped|wise"
        r"|sensible|helpful|best|better|a good idea|imperative|worthwhile|worth your while|safer"
        r"|easier|kinder|quicker) (?:to|that|for|if|not|when)\b(?! (?:note|say|add|see|mention|us|me)\b)"
        r"|\bit(?: is|[’']s|[’']d be| (?:would|may|might|could) be) (?:well |always |really )?"
        r"worth \w+ing\b|\b(?:well )?worth (?:a try|trying|copying|doing)\b",
    ),
    _words(
        "vital crucial essential key critical must imperative",
        r"\b(?:is|are) (?:absolutely |really |also )?(?:vital|crucial|essential|key|critical|a must"
        r"|imperative)(?: (?:if|to|for|when|in)\b(?! (?:me|us|him|her|them)\b)|\s*[.;]|$)",
    ),
    _words(
        "best",
        r"\b(?:is|are) best (?!known|seen|remembered|described)\w+(?:ed|en|ne|t|pt|ft)\b"
        r"|\bbest practice\b(?! (?:tariff|award|magazine))|^\W*best practices\W*$"
        r"|\b(?:is|are|be) (?:a |the |our )?best practices\b"
        r"|\b(?:works|work|is|are) best (?:if|when|with|done|kept)\b",
    ),
    # are encouraged to, would be well advised to
    _words(
        "encouraged advised reminded expected urged invited recommended requested welcome asked",
        rf"\b{_OTHERS}(?: [\w’'-]+){{0,6}} (?:is|are) {_SOFTLY}(?:encouraged|advised|reminded|expected"
        r"|urged|invited|recommended|requested|welcome|asked) (?:to|that)\b"
        r"|\b(?:is|are) (?:strongly |highly |warmly )?(?:recommended|advised|encouraged"
        r"|to be recommended)\b(?! by)",
    ),
    # we recommend, our advice, the key is to
    _words(
        "recommend advise urge suggest encourage warn caution say implore counsel",
        r"\b(?:we|i)(?:[’']d| would)? (?:strongly |always |also |thoroughly |warmly |certainly "
        r"|definitely |heartily |really ){0,3}(?:recommend|advise|urge|suggest|encourage|warn|caution"
        r"|say to|implore|counsel)\b(?! (?:ourselves|it to ourselves))",
    ),
    _words(
        "hope wish like want expect ask invite challenge",
        r"\b(?:we|i) (?:(?:very much |do |really )?(?:hope|wish|would like|want|expect|ask|invite"
        r"|challenge)) (?:that )?(?:other|every|all|more|any|colleagues|teams|you\b|readers)",
    ),
    _words(
        "advice tip tips suggestion recommendation caution warning message messages word words lesson"
        " lessons",
        r"\b(?:our|my|one|the best|some|a piece of|a word of|words? of) (?:\w+ )?(?:advice|tip"
        r"|suggestion|recommendation|caution|warning)\b(?! line)"
        r"(?!(?: [a-z]+){0,5} (?:was|were|came|had|got|went)\b)"
        r"|(?<!list\sof\s)\b(?:message|word|advice|lesson|tip)s? (?:to|for) (?:other|others|anyone"
        r"|any|all|every|colleagues|new|those|the next)\b"
        r"|\b(?:top|handy|golden|quick|useful|pro) tips?\b(?! (?:on|was|were|of)\b)",
    ),
    _words(
        "key secret trick answer thing lesson moral rule message takeaway away point advice way art"
        " knack step",
        r"\b(?:the|one|a) (?:real |main |only |whole |first |big |biggest |simplest |single )?"
        r"(?:most important |best |hardest )?(?:key|secret|trick|answer|thing|lesson|moral|golden rule"
        r"|rule of thumb|message|take-?away|point|advice|best way|art|knack|first step|way forward)"
        r"(?: (?:of|to|for|in|with|is for)\b[^.;?!]{0,60})? is (?:simply |always |just |not )?(?:to"
        r"|that you|don[’']t|simple: |[a-z]+: )(?! us\b)",
    ),
    _words(
        "place way time thing person moment",
        r"\b(?:a|the) (?:good|best|great|natural|obvious|easiest) (?:place|way|time|thing|person|moment)"
        r" (?:to|for) (?:\w+ ){1,5}is\b"
        r"|\bit(?: is|[’']s) (?:high )?time (?:that )?(?:we all|you|every|all|more|for|to)\b",
    ),
    _words(
        "starting thinking considering planning wanting wishing tempted hoping trying who",
        r"\b(?:anyone|anybody|those|teams|others|people|wards) (?:else )?(?:starting|thinking|considering"
        r"|planning|wanting|wishing|tempted|hoping|who (?:wants?|wish(?:es)?|plans?|is thinking"
        r"|are thinking))\b|\bto (?:anyone|anybody|those|others) trying\b",
    ),
    _words(
        "matters substitute point excuse harm shame use shortcut cut reason better pays helps mistake",
        r"\b(?:what|all that) (?:really |most )?matters (?:most )?is (?:that you|to|not to)\b"
        r"|\bthere(?: is|[’']s) (?:really )?no (?:substitute|point|excuse|harm|better way|shame|use"
        r"|shortcut|short cut)\b|\bno reason (?:why|not to)\b|\bit (?:pays|helps) to\b",
    ),
    _words(
        "warned prepared afraid tempted sure care mind free underestimate forget assume dos",
        r"\b(?:(?:be|do not be|don[’']t be) (?:warned|prepared|afraid|tempted|sure)|take care to"
        r"|mind that)\b|\bfeel free to\b|\b(?:never|don[’']t|do not) (?:underestimate|forget|assume)\b",
    ),
    _words(
        "thumb motto",
        r"\ba (?:good |useful )?rule of thumb is\b|\bour motto,? and\b",
    ),
    _words("dos do", r"\bdo[’']?s and don[’']?ts\b"),
)
QUESTION = _compile(
    r"\bwhy not\b|\b(?:could|can|does|do|is|are|would|has|have|might|won[’']t|will) your"
    r" (?:\w+ )?(?:team|ward|clinic|unit|hospital|practice|surgery|hospice|service|place"
    r"|patients"
    r"|waiting room|corridor|desk|department|organisation|trust|colleagues)\b|\b(?:could|can"
    r"|would|will|won[’']t) you (?:do|try|use|borrow|copy|make|spare|ask)\b"
    r"|\bisn[’']t it (?:time|about)\b|\bwhat(?:[’']s| is) stopping you\b|\bhow about\b|\bwhat"
    r" about you"
    r"|^\W*(?:want|fancy|ready|keen) to\b|\bwhy (?:don[’']t|doesn[’']t) (?:you|we all|they|anyone|your|every)\b|\bwhy wait\b|\bhave you (?:ever |also )?(?:thought|considered|tried|asked|wondered)\b"
    r"|\bwhat (?:would|do) we (?:say|tell|advise|recommend)\b.{0,40}\bothers?\b|\bwhen did you last\b"
)
REPORTED = re.compile(
    r"\b(?:said|says|saying|told|tells|ask(?:s|ed)|wrote|written|writes|reads|heard|thought"
    r"|thinks|felt"
    r"|feels|(?<!\bwe\s)(?<!\bi\s)(?:say|think|feel|believe|know|argue|agree)|believed"
    r"|believes|wonder(?:s|ed)?"
    r"|suggest(?:s|ed)|argued|argues|agreed|decided|insisted|warned|advised|reminded|taught"
    r"|learnt|learned"
    r"|explained|wanted|knew|worried|whether|assumed|supposed|convinced|voted|according"
    r"|perhaps|maybe"
    r"|insists|demands|requires|asks|wants|holds|(?:aim|hope|goal|plan|thought|fear|rule)(?: was| had been|:)|\bwe (?:still|also|now|then|all|only)"
    r"|printed|seemed|as if|if only|(?:asked|wondered|know) (?:if|why)|policy|guidance"
    r"|guidelines?|protocols?"
    r"|regulations?|law|tariff|contract|recommends|was clear|meant|idea was|plan was)\b",
    re.IGNORECASE,
)
# A rule of somebody else's, a thing that is due, a nuisance: what is told, not asked of a reader.
TOLD = _compile(
    r"^\W*should (?:it|they|you|he|she|the|a|any)\b|\b(?:by law|under the|policy|regulations?"
    r"|guidance|guidelines?|the standard|mandatory|legally|the contract)\b"
    r"|\b(?:should|must) (?:be (?:said|noted|back|here|ready|there by|finished|done by)"
    rf"|arrive)\b|\b(?:should|must|ought to)(?: not|n[’']t)? have {_DONE}"
    r"|\b(?:must|ha(?:ve|s) to|needs? to)\b[^.]{0,80}\bbecause\b"
    r"|\bmust (?:\w+ )?(?:leave|wait|queue|travel|walk|drive|catch|climb|cross|come back|ring round|share|go (?:out|round|through))\b"
    r"|\bshould (?:begin|start|end|open|close|follow|come|finish|be (?:ready|done|open|there|finished))(?: \w+){0,3} (?:in|on|by|next|this|before|at)\b"
    r"|\bshould [a-z]+[^.]{0,40} (?:and|but) (?:takes?|does|do|is|are|did|it|they|never|seldom|rarely)\b"
    r"|, or (?:they|it|she|he|you|we)\b|(?:must|has to|have to|needs? to)\b[^.]{0,80}, (?:so"
    r"|and so|which|and (?:they|it|she|he|nobody|many|some))\b"
)
LOOK_AFTER = re.compile(
    r"[;—–:]|\b(?:which|that) is why\b|\bhindsight,?|\bmeans that\b", re.IGNORECASE
)
HEADING = _compile(
    r"^\W*(?:how (?:to|you can)\b|(?:\w+ )?(?:tips?|steps|rules|reasons|ways|lessons"
    r"|things)(?: \w+){0,2} (?:for|to|you|that|on)\b"
    r"|(?:\w+ )?(?:top |handy )?tips?\W*$|recommendations?\b|key (?:messages?|points?|learning"
    r"|take\w*|recommendations?)"
    r"|take-?aways?|what you (?:can|should|could|need|will need|must)\b|what you[’']ll\b|what"
    r" to do\b|do[’']?s and don|don[’']?ts\b"
    r"|(?:our |my |some )?advice\b(?! line)|words? of (?:advice|caution|warning)|next steps"
    r" for|getting started|try (?:it|this)"
    r"|why (?:you|your|every|all)\b|you (?:should|can|could)\b|if you (?:want|would|are)\b|for"
    r" (?:other|teams|wards)\b|before you\b)"
)
SHOWN = re.compile(
    r"\b(?:stood|stands|said|says|written|wrote|read|reads|printed|card|poster|sign|leaflet"
    r"|sheet|sticker|label"
    r"|board|rules? (?:that )?we|we (?:agreed|decided|did|tried|set|put|promised)|told|asked"
    r"|script|checklist|letter"
    r"|questions?)\b",
    re.IGNORECASE,
)
# Verbs that are as often nouns, and count where an object follows.
_MORE = """
    beware borrow budget buy call close come copy count cut delegate double-check hand hang
    imagine join label leave lend link mark measure move nominate open order paint persevere
    phone pick pilot place plan print protect push question repeat replace ring save schedule
    sign simplify sit skip stand steal stick swap tape test tie trial turn visit walk warn
    welcome
"""
_ALL = (BARE_VERBS - {"don't"}) | frozenset(_MORE.split())
_VERBS = "|".join(sorted(_ALL, key=len, reverse=True))
_FIRST = (
    r"(?:(?:crucially|importantly|most importantly|ideally|ultimately|better still|equally|in short|in summary|in brief|if possible|where possible"
    r"|wherever possible|if in doubt|whatever you do|above all else|to begin with|from day one|early on|please|always|never|do not|don[’']t|just|and|then|so|but|do|first|also|above all"
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
    r"|free|honest|kind|patient|ready|clear|brave|prepared|careful|open|realistic|involving|and [a-z]+"
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
IMPERATIVE = _compile(
    rf"^[\W_]*(?:(?:(?:(?:for|to) )?(?:other |all |any |the )?{_WHO}|for (?:those|anyone|teams|wards) [^:,]{{1,60}}|top tip|tip|our advice|my advice|advice|remember|nb|note"
    r"|hint|golden rule|rule (?:one|two|three|[0-9])|first rule|the (?:first|golden) rule|take-?home(?: message)?|the message|message|moral|lesson"
    r"|(?:one|the|our) lesson|bottom line|in a nutshell|less is more|what matters(?:"
    r" most)?|the main thing|above all)[:,!?.]? ?[:,!?–—.-] ?)?"
    r"(?:to (?:make|do|get|keep|avoid|start|begin|help|stop|win|find|save|see|have|be)\b[^.;:?!,]{0,60}, |(?:if|when|once|before) (?:your|the|it|they|there|people|staff|patients)\b[^.;:?!,]{0,60}, )?"
    r"(?:if you(?:[’']re|[’']d| are| want| would| plan| have| do| like| can| wish|"
    rf" need)?\b[^.;:?!]{{0,80}}, |(?:before|when|once|while|wherever|whenever)"
    rf" you\b[^.;:?!]{{0,60}}, )?"
    rf"{_FIRST}{{0,3}}(?P<verb>let[’']s|{_VERBS})\b(?!-)(?: {_NEXT}\b|\s*(?:[.!,;]|$)| [a-z]+"
    r" (?:first|early|often|too)\b)"
)
PLAIN = _compile(
    rf"^[\W_]*(?:{_FIRST}{{0,3}})(?P<verb>{_VERBAL}) (?!(?:was|were|is|are|had|did)\b)[\w“‘]"
)
POLITE = _compile(rf"^[\W_]*(?:{_FIRST}{{1,3}})(?P<verb>{_VERBS})\b(?!-)")
# An order in the middle: “the pens had gone by Friday, so tie them on”.
SO_ORDER = _compile(
    rf"(?:, (?:so|and so) |[:;–—] ?)(?:please |always |never |just |do not |don[’']t )?(?P<verb>{_VERBAL}|tie|put|go|start|pick|stick|hang|stop|talk|sit)"
    r" (?!(?:was|were|is|are|had|did|of|and)\b)(?:an?|the|your|it|its|them|this|that|those|these|every|each|all|one|two|people|patients|staff|with|how|what|who|on|sure)\b"
)
STOCK = _compile(
    r"^\W*(?P<verb>(?:(?:far |much )?(?:better|best|safer|wiser|kinder) (?:still, |yet, )?(?:to|not|ask|have"
    r"|be|keep|start|let)\b"
    r"|(?:golden rule|rule (?:one|number one|1)|take-?home(?: message)?|top tip|pro tip|hint|moral"
    r"|bottom line|word of (?:warning|advice)|our motto)s?\b ?[:,–—]|less is more\b"
    r"|should you (?:wish|want|need|like|decide|choose)\b|you(?:[’']ve| have) got to (?:get|have|keep"
    r"|be|start|ask|make|do|let|give)\b"
    r"|let[’']s (?!see|call|say|face|hope|pretend|imagine)[a-z]+ |see to it\b"
    r"|(?:the |one )?golden rule(?: is|:)))"
)
# A past tense in the first words: “Work on the wall began”, “Read aloud, the letter lasted”.
NO_ORDER = _compile(
    r"^[\W_]*(?:ask (?:any|a|anyone|anybody|him|her)\b[^.]{0,60}\b(?:and|he|she|they|you) (?:will|would|[’']ll|s?he|they|you)\b|\w+ and \w+ (?:are|is|were|was)\b|turn by|step by|let (?:down|in|out|loose)\b"
    r"|so (?:read|said|say|went|ran)\b|come (?:the|rain|winter|spring|summer|autumn|march|may)\b|find it hard|say what|take [a-z]+ for instance|be that as|try as|come what|find it (?:s?he|we|they)|read aloud|given (?:the"
    r"|that)|set (?:in|on|up|against)|provided"
    r"|needless|do (?:you|they|we|i)\b|have (?:you|they|we)\b|let alone|follow(?:ing|ed))"
    r"|^[\W_]*\w+(?: (?!be |is |are |can |get |gets |that |who |which |what |you |we |they |if"
    r" |has |have |been |being |where |whatever )[\w’'-]+){0,7}?"
    r" (?:was|were|had|did|began|came|went|took|made|gave|stood|hung|fell|rose|grew|sounded"
    r"|filled|lasted|started|ended|stopped|helped"
    r"|turned|showed|proved|seemed|became|brought|led|changed|worked|needed|looked|closed"
    r"|opened|moved)\b"
)
