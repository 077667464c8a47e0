"""How advice is worded, and how what only looks like it: the patterns alone, for `advice_giving`."""

import re

from generator.rules.text.bare_verbs import BARE_VERBS


def _compile(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a pattern whose spaces stand for any space: a line may end between two words."""
    pattern = pattern.replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,9}")
    return re.compile(pattern, flags)


_WHO = (
    r"(?:staff|teams?|nurses?|doctors?|gps|clinicians?|managers?|leaders?|wards?|units?|hospitals?|trusts?"
    r"|hospices?|surgeries|practices?|clinics?|departments?|organisations?|services?|professionals?|colleagues?"
    r"|patients?|families|relatives|carers?|readers?|others|anyone|anybody|everyone|everybody|no one|nobody"
    r"|people|boards?|commissioners?|trainees?|students?|receptionists?|porters?|consultants?|matrons?)"
)
_SOFTLY = r"(?:(?:also|always|never|really|only|all|therefore|strongly|warmly|gently|just|now|not|first|at least) ){0,2}"
_DONE = r"(?:\w+(?:ed|en)|been|had|gone|known|rung|made|got|done|heard|told|kept|left|put|thought|seen|come)\b"
_OTHERS = rf"(?:(?:other|every|any|each|all|most|more) )?{_WHO}"
ADVICE = _compile(
    # should, must, ought to, need to
    r"\byou(?:[’']ll| will)? (?:all |also |always |really )?(?:should(?:n[’']t)?|must(?:n[’']t)?|ought to"
    r"|need to|need at least|want (?:at least|to (?:make|start|keep|think|have|be))|do(?:n[’']t| not) (?:need|have to|want))\b"
    r"(?! (?:have|see|hear|be joking|be able|remember))"
    r"|\byou[’']ll (?:need|want)\b"
    r"|(?<!\bi\s)(?<!\bwe\s)(?<!\bhe\s)(?<!\bshe\s)(?<!\bit\s)(?<!\bthey\s)(?<!\bthere\s)\b(?:should(?:n[’']t| not)?|must(?: not)?|ought(?: not)? to"
    rf"|needs? to be) {_SOFTLY}(?!have {_DONE}|be joking|be able|of\b)[a-z]+"
    rf"|\b{_OTHERS}(?: [\w-]+){{0,6}} (?:needs? to|ought to)\b(?! (?:have|be able)\b)"
    r"|\b(?:teams|managers|leaders|wards|hospitals|trusts|organisations|services|others|anyone|everyone|boards)"
    r"(?: \w+){0,4} ha(?:ve|s) to\b(?! (?:have|be able)\b)"
    r"|\b(?:a|the|this|that|it) (?:[\w-]+ )?needs (?:\w+ing|to be)\b"
    # it is important that, it is recommended that
    r"|\bit(?: is|[’']s) (?:very |so |really |also |strongly |always |highly )?(?:important|essential|vital|crucial|key"
    r"|recommended|advisable|advised|suggested|hoped|wise|sensible|helpful|best|better|a good idea"
    r"|imperative|worthwhile) (?:to|that|for|if|not|when)\b(?! (?:note|say|add|see|mention|us|me)\b)"
    r"|\bit(?: is|[’']s) (?:well |always )?worth \w+ing\b"
    r"|\b(?:is|are) (?:absolutely |really |also )?(?:vital|crucial|essential|key|critical|a must|imperative)"
    r"(?: (?:if|to|for|when|in)\b(?! (?:me|us|him|her|them)\b)|\s*[.;]|$)"
    # are encouraged to, would be well advised to
    rf"|\b{_OTHERS}(?: [\w’'-]+){{0,6}} (?:is|are) {_SOFTLY}(?:encouraged|advised|reminded|expected|urged|invited"
    r"|recommended|requested|welcome|asked) (?:to|that)\b"
    r"|\b(?:is|are) (?:strongly |highly |warmly )?(?:recommended|advised|encouraged|to be recommended)\b(?! by)"
    rf"|\b{_OTHERS}(?: [\w-]+){{0,4}} (?:would|might|will|could|can)"
    r" (?:do (?:well|better)|be (?:well advised|wise|better|best)|benefit from|want to|wish to|like to|help by|find it)\b"
    r"|\b(?:could|can|might) (?:easily |also |well |just as well ){1,2}be (?:adopted|copied|used|done|tried|adapted|taken up)\b"
    r"|\b(?:could|can|should) (?:easily |also )?be (?:considered|adopted|copied|replicated|rolled out|adapted)\b"
    # we recommend, our advice, the key is to
    r"|\b(?:we|i)(?:[’']d| would)? (?:strongly |always |also |thoroughly |warmly |certainly |definitely |heartily |really )*"
    r"(?:recommend|advise|urge|suggest|encourage|warn|caution|say to|implore|counsel)\b(?! (?:ourselves|it to ourselves))"
    r"|\b(?:we|i) (?:(?:very much |do |really )?(?:hope|wish|would like|want|expect|ask|invite|challenge)) (?:that )?(?:other|every|all|more|any|colleagues|teams|you\b|readers)"
    r"|\b(?:our|my|one|the best|some|a piece of|a word of|words? of) (?:\w+ )?(?:advice|tip|suggestion|recommendation|caution|warning)\b(?! line)"
    r"(?! (?:was|came|had))"
    r"|\b(?:the|one|a) (?:real |main |only |whole |first |big )?(?:key|secret|trick|answer|thing|lesson|moral|golden rule|rule of thumb"
    r"|message|take-?away|point|advice|best way|art|knack|first step|way forward)(?: (?:of|to|for|in|with|is for)\b[^.;?!]{0,60})?"
    r" is (?:simply |always |just |not )?(?:to|that you|don[’']t|simple: |[a-z]+: )(?! us\b)"
    r"|\bif (?:i were you|you take (?:one|only one) thing)\b"
    r"|\b(?:anyone|anybody|those|teams|others|people|wards) (?:else )?(?:starting|thinking|considering|planning|wanting|wishing|tempted|hoping"
    r"|who (?:wants?|wish(?:es)?|plans?|is thinking|are thinking))\b"
    r"|\b(?:top|handy|golden|quick|useful) tips?\b|\bdo[’']?s and don[’']?ts\b"
    r"|\bbest practice\b(?! (?:tariff|award|magazine))|^\W*best practices\W*$"
    r"|\b(?:is|are|be) (?:a |the |our )?best practices\b"
    r"|\bfeel free to\b|\b(?:never|don[’']t|do not) (?:underestimate|forget|assume)\b"
    r"|\byou (?:can|could|might|may)(?: also| well| even| like to| want to| wish to)* (?:put|use|try|adapt|copy|start|begin|make"
    r"|ask|do|borrow|steal|print|take|consider|add|choose|change|keep|have a go|improve|help|adopt|think)\b"
)
QUESTION = _compile(
    r"\bwhy not\b|\b(?:could|can|does|do|is|are|would|has|have|might|won[’']t|will) your (?:\w+ )?(?:team|ward|clinic|unit|hospital|practice|surgery|hospice|service|place|patients"
    r"|waiting room|corridor|desk|department|organisation|trust|colleagues)\b|\b(?:could|can|would|will|won[’']t) you (?:do|try|use|borrow|copy|make|spare|ask)\b"
    r"|\bisn[’']t it (?:time|about)\b|\bwhat(?:[’']s| is) stopping you\b|\bhow about\b|\bwhat about you"
    r"|^\W*(?:want|fancy|ready|keen) to\b"
)
# One of these is in all advice but orders.
MAY_ADVISE = (
    *("should", "must", "need", "ought", "important", "essential", "vital", "crucial", "key", "critical"),
    *("recommend", "advis", "advice", "suggest", "hope", "wise", "sensible", "helpful", "best", "better"),
    *("good idea", "imperative", "worth", "encourag", "remind", "expect", "urge", "invite", "request"),
    *("welcome", "asked to", "asked\n", "would", "might", "could", "can ", "can\n", "will ", "will\n", "may ", "may\n"),
    *("we ", "i ", "we\n", "i\n", "tip", "secret", "trick", "answer", "thing", "lesson", "moral", "rule", "message", "takeaway"),
    *("take-away", "point", "way ", "art ", "knack", "step", "if i were", "you", "anyone", "anybody", "those", "teams"),
    *("others", "people", "wards", "do's", "do’s", "#", "how to", "?", "what matters", "dos", "free", "underestimate", "forget", "assume", "has to", "have to"),
    *("warning", "caution", "has\n", "have\n", "a must", "don't", "don’t", "every"),
)
REPORTED = re.compile(
    r"\b(?:said|says?|saying|told|tells?|ask(?:s|ed)?|wrote|written|writes?|read|reads|heard"
    r"|thought|thinks?|felt|feels?|believed|believes?|wonder(?:s|ed)?|suggest(?:s|ed)|argued?|argues"
    r"|agreed?|decided|insisted|warned|advised|reminded|taught|learnt|learned|explained|wanted|knew"
    r"|know|worried|whether|assumed|supposed|convinced|voted|rules?|polic(?:y|ies)|signs?|notices?|posters?"
    r"|leaflets?|letters?|guidance|guidelines?|protocols?|according|if|why|idea|called|mean|law|regulations?"
    r"|standards?|contract|tariff|nice|recommends|makers?|manufacturers?|perhaps|maybe|printed|stands|sticker|seemed)\b",
    re.IGNORECASE,
)
# A rule of somebody else's, a thing that is due, a nuisance: what is told, and not asked of a reader.
TOLD = _compile(
    r"^\W*should (?:it|they|you|he|she|the|a|any)\b|\b(?:by law|under the|policy|regulations?|guidance|guidelines?|the standard|nice|mandatory|legally|the contract)\b"
    rf"|\b(?:should|must) (?:be (?:said|noted|back|here|ready|there by|finished|done by)|arrive)\b|\b(?:should|must|ought to)(?: not|n[’']t)? have {_DONE}"
    r"|, or (?:they|it|she|he|you|we)\b|(?:must|has to|have to|needs? to)\b[^.]{0,80}, (?:so|and so|which|and (?:they|it|she|he|nobody|many|some))\b"
    r"|\bbecause (?:the|it|they)\b"
)
LOOK_AFTER = re.compile(r"[;—–:]|\b(?:which|that) is why\b|\bhindsight,?|\bmeans that\b", re.IGNORECASE)
HEADING = _compile(
    r"^\W*(?:how (?:to|you can)\b|(?:\w+ )?(?:tips?|steps|rules|reasons|ways|lessons|things)(?: \w+){0,2} (?:for|to|you|that|on)\b"
    r"|(?:\w+ )?(?:top |handy )?tips?\W*$|recommendations?\b|key (?:messages?|points?|learning|take\w*|recommendations?)"
    r"|take-?aways?|what you (?:can|should|could|need|will need|must)\b|what you[’']ll\b|what to do\b|do[’']?s and don|don[’']?ts\b"
    r"|(?:our |my |some )?advice\b(?! line)|words? of (?:advice|caution|warning)|next steps for|getting started|try (?:it|this)"
    r"|why (?:you|your|every|all)\b|you (?:should|can|could)\b|if you (?:want|would|are)\b|for (?:other|teams|wards)\b|before you\b)"
)
SHOWN = re.compile(
    r"\b(?:stood|stands|said|says|written|wrote|read|reads|printed|card|poster|sign|leaflet|sheet|sticker|label"
    r"|board|rules? (?:that )?we|we (?:agreed|decided|did|tried|set|put|promised)|told|asked|script|checklist|letter"
    r"|questions?)\b",
    re.IGNORECASE,
)
# Verbs that are as often nouns, and count where an object follows.
_MORE = """
    beware borrow budget buy call close come copy count cut delegate double-check hand hang imagine join label
    leave lend link mark measure move nominate open order paint persevere phone pick pilot place plan print
    protect push question repeat replace ring save schedule sign simplify sit skip stand steal stick swap tape
    test tie trial turn visit walk warn welcome
"""
_ALL = (BARE_VERBS - {"don't"}) | frozenset(_MORE.split())
_VERBS = "|".join(sorted(_ALL, key=len, reverse=True))
_FIRST = (
    r"(?:(?:please|always|never|do not|don[’']t|just|and|then|so|but|do|first|also|above all|instead|simply|perhaps|"
    r"finally|lastly|firstly|secondly|next|now|remember|even|only|at least|when in doubt),? )"
)
_NEXT = (
    r"(?:an?|the|your|yours|yourself|yourselves|it|its|them|this|these|that|those|each|every|everyone|everybody|all|both|one|two|three|some|any"
    r"|somebody|someone|anyone|people|patients|patient|staff|families|carers|teams|other|others|more|less|enough|as|with|to|for|at|by"
    r"|from|in|on|into|up|out|off|down|over|back|away|sure|whether|how|who|what|where|when|why|if|only|plenty|time|their|his|her|our"
    r"|free|honest|kind|patient|ready|clear|brave|prepared|careful|open|realistic|involving|before|after|about|not|real|\w+ing|small|simple|early|together)"
)
IMPERATIVE = _compile(
    rf"^[\W_]*(?:(?:{_WHO}|top tip|tip|our advice|advice|remember|nb|note|what matters(?: most)?|the main thing|above all)[:,!?]? ?[:,!?–—-] ?)?"
    rf"(?:if you(?:[’']re|[’']d| are| want| would| plan| have| do| like| can| wish| need)?\b[^.;:?!]{{0,80}}, |(?:before|when|once|while|wherever|whenever) you\b[^.;:?!]{{0,60}}, )?"
    rf"{_FIRST}{{0,3}}(?P<verb>let[’']s|{_VERBS})\b(?!-)(?: {_NEXT}\b|\s*(?:[.!,;]|$)| [a-z]+ (?:first|early|often|too)\b)"
)
POLITE = _compile(rf"^[\W_]*(?:{_FIRST}{{1,3}})(?P<verb>{_VERBS})\b(?!-)")
# A past tense in the first words: “Work on the wall began”, “Read aloud, the letter lasted”.
NO_ORDER = _compile(
    r"^[\W_]*(?:be that as|try as|come what|find it (?:s?he|we|they)|read aloud|given (?:the|that)|set (?:in|on|up|against)|provided"
    r"|needless|do (?:you|they|we|i)\b|have (?:you|they|we)\b|let alone|follow(?:ing|ed))"
    r"|^[\W_]*\w+(?: (?!be |is |are |can |get |gets |that |who |which |what |you |we |they |if |has |have |been |being |where |whatever )[\w’'-]+){0,7}?"
    r" (?:was|were|had|did|began|came|went|took|made|gave|stood|hung|fell|rose|grew|sounded|filled|lasted|started|ended|stopped|helped"
    r"|turned|showed|proved|seemed|became|brought|led|changed|worked|needed|looked|closed|opened|moved)\b"
)
MAY_ORDER = re.compile(
    r"\b(?:Please|Always|Never|Do|Don|Just|If|When|Before|Once|Let|"
    + "|".join(verb.capitalize() for verb in sorted(_ALL))
    + r")\b|[:*_] ?(?:"
    + "|".join(sorted(_ALL))
    + r")\b"
)
