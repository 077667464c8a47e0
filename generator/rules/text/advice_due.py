"""What is due to everybody, as “every patient deserves” and “a change like this needs”.

For `advice_giving`; `advice_praise` has what is praised or promised.
"""

from generator.rules.text.advice_wording import OTHERS, WHO, WHO_WORDS, word

_CHANGE = r"(?:change|work|project|scheme|thing|undertaking|improvement|idea)s?"
_ASKS = r"(?:calls? for|needs?|takes?|requires?|demands?|asks? for|depends? on|stands?|works? best)"
DUE = (
    # what is due to everybody, and whose turn it is
    word(
        "deserve deserves right owed owe duty",
        rf"\b(?:every|each|all|no|any|our|these)\b[^.;,]{{2,50}} deserves?\b"
        rf"|\b(?:every|each|all) (?:(?:\w+ )?{WHO}|of us|of you)"
        r" ha(?:s|ve) (?:a|the|every) (?:right|duty)\b"
        rf"|\b(?:we|{OTHERS}) owes? (?:it )?to (?:our|every|the|all|those|them|their)\b"
        r"|\bit is (?:our|every\w*|a) duty\b",
        f"every each all no any our these we duty {WHO_WORDS}",
    ),
    word(
        "nhs service profession system country world everyone everybody",
        r"\b(?:the (?:\w+ )?(?:nhs|health service|profession|whole system|country|world)|everyone"
        r"|everybody) (?:really |badly |simply )?(?:needs|deserves|must|should|ought|could do with"
        r"|can do (?:this|it))\b|\b(?:every(?:one|body)[’']s|nobody[’']s|each person[’']s) (?:job"
        r"|business|task|duty|responsibility)\b",
        "needs deserves must should ought could can job business task duty responsibility",
    ),
    word(
        "need needs could deserve deserves lack",
        rf"\b(?:more|other|many|most|all|such|every|each|any) {WHO} (?:needs? (?!to\b)|could do"
        rf" with"
        rf"|deserves?\b|lack\b)",
        "more other many most all such every each any",
    ),
    word(
        "belong belongs",
        r"\bbelongs? (?:\w+ )?(?:on|in|at|by|to|with|beside|above) (?:every|each|all|any|your)\b"
        r"|^\W*(?:\w+ )?\w+ belongs? (?:on|in|at|with|by)\b[^.]{0,40} not \b",
    ),
    word(
        "time",
        r"\bit(?: is|[’']s) (?:high|about|surely|past) time\b|\bthe time (?:has come|is ripe|is"
        r" right|is now)\b",
        "high about surely past come ripe right now",
    ),
    word(
        "advised safely simply happily profitably well worse foolish mad unwise mistaken better"
        " usefully free useful profit gain wise"
        " afford",
        rf"\b(?:{OTHERS}|those|whoever|one|nhs)\b[^.;]{{0,60}}? (?:(?:would |will |may |might"
        rf" )?(?:do(?:es)?"
        r" well to|do worse than|gain from|profit from)|(?:would|will) be (?:foolish|mad|unwise"
        r"|mistaken|wise) to|(?:is|are) well advised|would be (?:well )?advised|had better"
        r"|(?:may|might|could|can|will) find"
        r" it useful|(?:could|can|may|might) (?:usefully|safely|simply|happily|profitably)|(?:is"
        r"|are) free to (?:use|copy|borrow|adapt"
        r"|take|try|share)|(?:can(?:not|[’']t| no longer| ill)?) afford (?:to|not))\b",
        f"{WHO_WORDS} those whoever nhs",
    ),
    word(
        "up",
        r"\bit(?: is|[’']s) up to (?:(?:each|every|all|other|any) \w+|you\b|us all|managers"
        r"|leaders|teams|wards|hospitals|trusts|whoever)",
        "it",
        "is s",
        "each every all other any you us managers leaders teams wards hospitals trusts whoever",
    ),
    word(
        "all",
        r"\bwe (?:should|must|can|need to|ought to|have to|could) all\b|\bwe all (?:should|must"
        r"|need"
        r"|ought|can|have to|owe)\b|\ball of us (?:should|must|need|can|ought)\b",
        "we us",
    ),
    word(
        "should must ought",
        r"\b(?:it|this|that|they) (?:should|must|ought to)(?:n[’']t| not)? (?:(?:always|never|only"
        r"|first|also|really) [a-z]+|be (?:standard|routine|compulsory|the (?:norm|rule)|assumed"
        r"|forgotten|underestimated|taken (?:for|as|in|by)|left to|made|stressed|emphasised"
        r"|remembered|possible|normal|obvious|easy|treated|seen as|part of)\b)"
        r"|\bthere (?:should|ought to) (?:always |never |only )?be (?:an?|no|one|somebody"
        r"|someone|enough|more|at least|time|room)\b",
        "it this that they there",
    ),
    word(
        "attention care thought allowance consideration consent permission account priority"
        " expectations roles responsibilities ground rules results confidentiality trust support"
        " time money training feedback praise credit",
        r"\b(?:attention|care|thought|allowance|consideration|consent|permission|account|priority"
        r"|expectations|roles|responsibilities|rules|results|confidentiality|trust|support|time"
        r"|money|training|feedback|praise|credit)\b(?: [\w-]+){0,6} (?:(?:ha(?:s|ve)|needs?) to"
        r" be (?!back"
        r"|here|there|at|in|by)\w+|(?:should|must|ought to) go\b|is (?:due|called for))",
        "has have should must ought is need needs",
    ),
    word(
        "got",
        r"\b(?:teams|managers|leaders|wards|hospitals|trusts|organisations|services|others|anyone"
        r"|everyone|boards|somebody|whoever)(?: \w+){0,8} ha(?:ve|s) got to\b",
    ),
    word(
        "few many",
        r"\b(?:far )?too (?:few|many) (?:teams|wards|hospitals|trusts|managers|leaders|projects"
        r"|surgeries|hospices|boards|clinics|units|services)\b(?!(?: \w+){0,6} (?:was|were|had)\b)",
        "too",
    ),
    word(
        "saying stressed emphasised overstated overstressed repeated enough overestimated",
        r"\bit goes without saying\b|\bcan(?:not|[’']t|[’']t ever)? (?:hardly )?be (?:stressed"
        r"|emphasised|overstated|overstressed|overestimated)\b|\bbe (?:said|stressed|repeated|told"
        r"|praised) (?:often|highly|too|loudly)\b",
        "be goes",
    ),
    # what such a change asks for
    word(
        "like such kind sort",
        rf"\b(?:an? |any )?{_CHANGE} (?:like this|of this (?:kind|sort|size)|such as this)(?: \w+)?"
        rf" {_ASKS}\b|\b(?:such|any such|this kind of|this sort of) (?:an? )?{_CHANGE} {_ASKS}\b",
        "calls call needs need takes take requires require demands demand asks ask depends depend"
        " stands stand works work",
    ),
    word(
        "try tries copy copies follow follows attempt attempts introduce introduces launch"
        " launches repeat repeats adopt adopts take takes sets set attempting copying introducing"
        " launching adopting repeating embarking setting",
        r"\b(?:any(?:one|body|where)|whoever|those|teams|wards|hospitals|people)(?: else)?"
        r" (?:(?:who |that )?(?:tr(?:y|ies)|cop(?:y|ies)|follows?|attempts?|introduces?"
        r"|launch(?:es)?|repeats?"
        r"|adopts?|takes? (?:this|it) (?:up|on)|sets? (?:this|it|one) up)\b[^.;]{0,40} (?:will|can"
        r"|may|might|needs?|has to|have to|does well|do well)|attempting|copying|introducing"
        r"|launching|adopting|repeating|embarking|setting)\b"
        r"(?![^.;]{0,60} (?:was|were|had)\b)",
        "anyone anybody anywhere whoever those teams wards hospitals people",
    ),
    word(
        "recipe formula remedy rest way",
        r"\bthe (?:recipe|formula|remedy|cure) (?:for \w+ )?is (?:simple|easy|clear|always|to"
        r"|cheap)"
        r"|\bthe rest (?:will |soon )?(?:follows?|comes?|takes care)\b|\bis the way (?:to|forward"
        r"|ahead)\b|\bis where to (?:start|begin)\b|\bis the place to (?:start|begin)\b",
        "is follow follows come comes takes",
    ),
    word(
        "counts matters",
        r"\bwhat (?:really |most )?(?:counts|matters)(?: most| in the end)?,? is (?!how we|that we)"
        r"|^\W*(?:what|who|it is) \w+ (?:counts|matters), not\b",
    ),
    word(
        "economy pity shame hoped present",
        r"\bfalse economy\b|\bit would be a (?:pity|shame) (?:if|to)\b|\bit is to be hoped\b"
        r"|\bno time like the present\b",
    ),
    word("surely", r"^\W*surely (?!not|it|he|she|they)(?![^.]{0,80}\b(?:was|were|had)\b)"),
    word(
        "too",
        r"\b(?:never|not|no (?:ward|team|hospital|unit|practice|clinic|hospice) is) too (?:late"
        r"|early|busy|small|soon|big|poor) (?:to|for)\b",
        "never not no",
    ),
    word(
        "experience",
        r"\b(?:our|my) experience (?:suggests|shows|is|tells us) that (?!we|our)",
        "that",
    ),
    word("practice", r"^\W*(?:good|best|sound) practice (?:is|would be)\b", "good best sound"),
    word(
        "ideally ideal",
        r"^\W*ideally\b(?![^.]{0,80}\b(?:was|were|had|we|would have)\b)"
        r"|\bthe ideal (?:is|would be)\b",
    ),
    word("turn over", r"\byour turn\b|^\W*over to you\b", "you your"),
    word(
        "nobody needs need",
        rf"\b(?:nobody|no one|no {WHO}) needs? (?:an?|any|to|permission|money|more)\b",
        "no nobody",
        "needs need",
    ),
    word(
        "must should ought",
        r"\bit (?:must|should|ought to) be (?:the|an?) \w+ (?:\w+ )?(?:who|that)\b",
        "it",
        "who that",
    ),
    word(
        "how",
        r"\b(?:this|that) is how (?:it|things|every\w*|all \w+|you|others) (?:ought|should|must|can"
        r"|could)\b",
        "this that",
    ),
    word(
        "more fewer less",
        r"^\W*the (?:more|fewer|less)\b(?![^.]{0,120}\b(?:was|were|had"
        r"|did|went|got|grew|\w{2,12}ed)\b)"
        r"[^.;,]{3,60}, the (?:more|less|fewer|\w+er)\b",
        "the",
    ),
    # what we ask, wish and recommend
    word(
        "recommend encourage urge advise recommended",
        r"\b(?:we|i) (?:can(?:not|[’']t)?|could(?: not|n[’']t)?|must|have to|want to|may)"
        r" (?:only |but"
        r" |\w+ly )?(?:recommend|encourage|urge|advise)\b(?! (?:anything|it yet|either|this yet))"
        r"|\b(?:is|are|can be|to be) (?:\w+ly )?recommended\b(?! by)",
        "we i is are be",
    ),
    word(
        "plea appeal request thought challenge invitation wish reminder note warning hope",
        r"\b(?:plea|appeal|request|thought|challenge|invitation|wish|reminder|note|warning|hope)"
        rf" (?:(?:to|for|from us to) (?:any|every|all|other|those|the next|{WHO}|you\b)|is that"
        r" (?:every|all|other|more))|\b(?:my|our) (?:plea|appeal|wish|request): ",
        f"any every all other those next you more plea appeal wish request {WHO_WORDS}",
    ),
    word(
        "may let would",
        r"^\W*may (?:others?|every|all|this|you|your|it|more) [a-z]+|^\W*let us (?!say|call|face"
        r"|hope"
        r"|suppose|pretend)|^\W*would that (?:every|more|all|other)\b",
        "other others every all this you your it more us that",
    ),
    word(
        "believe think feel convinced view opinion belief conviction",
        r"\b(?:we|i) (?:firmly |really |do |also |still )?(?:believe|think|feel|are convinced)"
        r" (?:that )?(?:other|every|all|any|each|no|such|more)\b"
        r"|\bin (?:our|my) (?:view|opinion)\b[^.]{0,60}"
        r" (?:every|all|any|each|no|belongs?|should|must)\b|\bit is (?:our|my) (?:\w+ )?(?:belief"
        r"|view|opinion|conviction) that (?:every|all|any|no|each|other)\b",
        "we i our my",
        "other every all any each no such more belong belongs should must",
    ),
    word(
        "circumstances account means costs",
        r"\bunder no circumstances\b(?! (?:did|was|were|had|would))|\bon no account\b(?! (?:did|was"
        r"|were|had|would))|^\W*by all means\b|\bat all costs\W*$",
        "no all",
    ),
    word(
        "please",
        r"(?:[,:;]|\band) please (?:do |don[’']t |do not |feel free to |also )?"
        r"(?!said|read|was)[a-z]+\b",
    ),
    word(
        "other others",
        rf"\bwhat (?:other|others|another) (?:{WHO} )?(?:can|could|might|may|should) (?:learn"
        rf"|take|do"
        r"|copy|use|gain)\b",
        "what",
    ),
    word(
        "any anyone anybody every",
        r"\b(?:any|every) (?:\w+ ){0,2}(?:practice|hospital|ward|clinic|team|unit|hospice|surgery"
        r"|department)\b[^.;,]{0,30} (?:can|could) (?:do|try|copy|make|run|start|afford|manage|have"
        r"|build|use)\b|\b(?:anyone|anybody) (?:can|could) (?:do|copy|make|try|build|start)"
        r" (?:it|this|that|the same|likewise|one|so)\b",
        "can could",
    ),
)
