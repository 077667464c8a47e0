"""What is praised, promised or asked of everybody, for `advice_giving`.

Each wording of advice here says no “should”: “it pays off”, “you will be surprised”, “every patient
deserves”, “a change like this needs”. The words beside a pattern are those without which it is not
asked.
"""

from generator.rules.text.advice_wording import OTHERS, WHO, word

_SIZES = "sooner earlier fewer less more shorter simpler smaller longer later plainer cheaper"
_CHANGE = r"(?:change|work|project|scheme|thing|undertaking|improvement|idea)s?"
_ASKS = r"(?:calls? for|needs?|takes?|requires?|demands?|asks? for|depends? on|stands?|works? best)"
PRAISE = (
    # what you will find, and what you can do
    word(
        "ll will won",
        r"\byou(?:[’']ll| will| won[’']t) (?:never |soon |always |probably |also |only |not |all )?"
        r"(?!(?:see|hear|smell|notice|remember|recall|know|guess|understand|recognise|pass|meet"
        r"|have (?:seen|heard|noticed|guessed|read))\b)[a-z]+",
        "you",
    ),
    word(
        "d",
        r"\byou[’']d be (?:\w+ )?(?:surprised|amazed|astonished|mad|foolish|wise|well|right"
        r"|better|wrong)\b|\byou[’']d (?:better|do well)\b",
        "you",
    ),
    word(
        "better nothing only need never wrong lose fail beat worse deserve owe too welcome invited"
        " free encouraged advised urged enough afford",
        r"\byou(?:[’']re| are) (?:\w+ )?(?:better off|welcome|invited|encouraged|free|advised"
        r"|urged) ?|\byou have (?:nothing to|no excuse|only to|every)\b"
        r"|\byou (?:really )?(?:only|just) (?:have|need)\b"
        r"|\byou need (?:only|no|not|nothing|never)\b|\byou (?:deserve|owe (?:it|them))\b"
        r"|\byou can(?:not|[’']t)? (?:ever |never |hardly |only )?(?:go wrong|lose|fail|beat|afford"
        r"|do worse|have (?:too|enough))\b|\byou could do worse\b"
        r"|\byou can(?:not|[’']t|never)? (?:\w+ ){1,4}(?:enough|too (?:much|many|early|often))\b",
        "you",
    ),
    word(
        "can could should yours too",
        r"\bso (?:can|could|should) (?:you|yours|others?|any|every)\b|\byou too can\b"
        r"|\byou can,? too\b|\bif [^.;]{3,80} can(?: do (?:it|this|that))?, (?:so can|then)\b"
        r"|\bcan be done (?:anywhere|by any|in any|on any|by all)",
        "so you if done",
    ),
    # what pays, and what is lost without
    word(
        "pays pay way battle hurt hurts harm lose costs",
        r"\bpays? (?:off|dividends)\b|\bgo(?:es)? a (?:long|very long) way\b(?! to )"
        r"|\bhalf the battle\b|\b(?:never|doesn[’']t|does not|won[’']t|wouldn[’']t|cannot|can[’']t)"
        r" (?:hurts?|harm)\b|\bit costs (?:nothing|little|next to nothing) to\b"
        r"|\b(?:does|do) no harm to\b"
        r"|\b(?:is|[’']s|there[’']s|are|have|has) (?:nothing|little|no harm|everything) (?:to lose"
        r"|in)\b",
        "off dividends long half never t not nothing little no everything",
    ),
    word(
        "said reason excuse case beats beat replace substitute shortcut harm point call",
        r"\b(?:a lot|much|something|plenty) to be said for\b"
        r"|\b(?:is|[’']s) (?:every|good|all the more) reason (?:to|for|why)\b|\bno excuse\b"
        r"|\b(?:is|[’']s) a (?:\w+ )?case for\b|\bnothing (?:beats|replaces)\b"
        r"|\b(?:is|are) hard to beat\b|\b(?:you )?can(?:not|[’']t) beat (?:a|the)\b"
        r"|\b(?:no|nothing)\b[^.;,]{0,30} (?:can|will|could) (?:ever )?(?:replace|beat|make up for)\b"
        r"|\b(?:is|[’']s) no (?:call|point|harm) (?:for|in)\b",
        "is s nothing no can hard lot much something plenty",
    ),
    word(
        "gained won saved lost gain",
        r"\b(?:much|a lot|a great deal|nothing|little|time|more) (?:is|can be|will be|may be|is to be"
        r"|there is to) (?:gained|won|saved|lost|gain)\b",
        "is be",
    ),
    word(
        "success depends hinges stands rests stand fall",
        r"\bsuccess (?:here )?(?:depends|hinges|rests|stands|comes|lies)\b"
        r"|\bstands? (?:or|and) falls? (?:with|by|on)\b|\b(?:everything|all|much) (?:depends|hinges"
        r"|rests) on\b",
    ),
    word(
        "without unless",
        r"\b(?:won[’']t|will not|cannot|can[’']t|will never|never) (?:work|last|happen|succeed"
        r"|hold|survive|stick) (?:without|unless)\b|^\W*without [^.]{3,60}?,? (?:it|this|nothing"
        r"|none of (?:it|this)|no change|(?:a|such a|any) \w+) (?:won[’']t|will|cannot|can[’']t"
        r"|can|is)\b",
    ),
    word(
        "better",
        rf"\bthe (?:{'|'.join(_SIZES.split())}|\w+er)\b[^.;]{{0,60}}, the better\b\W*(?:$|for\b)",
        f"{_SIZES} easier quicker closer lower bigger larger nearer",
    ),
    word(
        "indispensable paramount negotiable must everything priceless",
        r"\b(?:is|are) (?:absolutely |simply |an? )?(?:indispensable|paramount|non-negotiable"
        r"|must|everything|priceless)\b(?=\W*$| (?:for|in|if|when|to)\b)",
        "is are",
    ),
    word(
        "worth",
        r"\b(?:is|are|be|[’']s) (?:well |really |certainly |always |still |surely )?worth (?:it"
        r"\W*$|your|every|(?:an?|the|half an?|all the) (?:\w+ )?(?:try|look|thought|go|visit"
        r"|hour|morning|day|week|effort|penny|wait|trouble|minute|pound|shot|fight|detour|call)\b)",
        "is are be s",
    ),
    word(
        "idea plan bet move start habit investment precaution choice thought sense step point"
        " beginning rule",
        r"\b(?:is|are|[’']s|might be|may be|could be|would be|makes?) (?:usually |always |also |often"
        r" |a |an |the |only |quite |very )*(?:good|sensible|wise|safe|great|best|better|useful"
        r"|excellent|worthwhile) (?:idea|plan|bet|move|start|habit|investment|precaution|choice"
        r"|first step|thing to|place to)\b|\b(?:might|may|could|would) be an? (?:good |better )?(?:idea"
        r"|thought|start|plan)\b|\bmakes? (?:good |more |perfect |every |a lot of )?sense (?:to|for)\b"
        r"|\b(?:a|the) (?:good|sensible|useful|natural|simple|easy|wise|great|safe|sound|obvious)"
        r" (?:first step|starting point|start|beginning|rule|habit|approach|test|trick|idea|next"
        r" step)(?: \w+){0,5} is (?:to|not to|when|with|for|simply)\b",
        "is are s be make makes",
    ),
    # what is due to everybody, and whose turn it is
    word(
        "deserve deserves right owed owe duty",
        rf"\b(?:every|each|all|no|any|our|these)\b[^.;,]{{2,50}} deserves?\b"
        rf"|\b(?:every|each|all) (?:\w+ )?{WHO} ha(?:s|ve) (?:a|the|every) (?:right|duty)\b"
        r"|\bwe owe (?:it )?to (?:our|every|the|all|those|them)\b"
        r"|\bit is (?:our|every\w*|a) duty\b",
        "every each all no any our these we duty",
    ),
    word(
        "nhs service profession system country world everyone everybody",
        r"\b(?:the (?:nhs|health service|profession|whole system|country|world)|everyone"
        r"|everybody) (?:really |badly |simply )?(?:needs|deserves|must|should|ought|could do with"
        r"|can do (?:this|it))\b|\b(?:every(?:one|body)[’']s|nobody[’']s|each person[’']s) (?:job"
        r"|business|task|duty|responsibility)\b",
        "needs deserves must should ought could can job business task duty responsibility",
    ),
    word(
        "need needs could deserve lack",
        rf"\b(?:more|other|many|most|all|such|every|each|any) {WHO} (?:needs? (?!to\b)|could do with"
        rf"|deserve|lack)[a-z]*",
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
        r" right|is now)\b|^\W*(?:high |about )?time (?:to|for)\b(?![^.]{0,60} (?:was|were|ran|had"
        r"|is|came|went)\b)",
    ),
    word(
        "well worse foolish mad unwise mistaken better usefully free useful profit gain wise"
        " afford",
        rf"\b(?:{OTHERS}|those|whoever|one|nhs)\b[^.;]{{0,60}}? (?:(?:would |will |may |might )?(?:do(?:es)?"
        r" well to|do worse than|gain from|profit from)|(?:would|will) be (?:foolish|mad|unwise"
        r"|mistaken|wise) to|(?:is|are) well advised|had better|(?:may|might|could|can|will) find"
        r" it useful|(?:could|can|may|might) usefully|(?:is|are) free to (?:use|copy|borrow|adapt"
        r"|take|try|share)|(?:can(?:not|[’']t| no longer| ill)?) afford (?:to|not))\b",
    ),
    word(
        "up for",
        rf"\bit(?: is|[’']s) (?:up to|for) (?:(?:each|every|all|other|any) \w+|you\b|us all|managers"
        rf"|leaders|teams|wards|hospitals|trusts|whoever)",
        "it",
    ),
    word(
        "all",
        r"\bwe (?:should|must|can|need to|ought to|have to|could) all\b|\bwe all (?:should|must|need"
        r"|ought|can|have to|owe)\b|\ball of us (?:should|must|need|can|ought)\b",
        "we us",
    ),
    word(
        "should must ought",
        r"\b(?:it|this|that|they) (?:should|must|ought to)(?:n[’']t| not)? (?:(?:always|never|only"
        r"|first|also|really) [a-z]+|be (?:standard|routine|compulsory|the (?:norm|rule)|assumed"
        r"|forgotten|underestimated|taken (?:for|as|in|by)|left to|made|stressed|emphasised"
        r"|remembered|possible|normal|obvious|easy|treated|seen as|part of)\b)"
        r"|\bthere (?:should|must|ought to) (?:always |never |only )?be (?:an?|no|one|somebody"
        r"|someone|enough|more|at least|time|room)\b",
        "it this that they there",
    ),
    word(
        "attention care thought allowance consideration consent permission account priority"
        " expectations roles responsibilities ground rules results confidentiality trust support"
        " time money training feedback praise credit",
        r"\b(?:attention|care|thought|allowance|consideration|consent|permission|account|priority"
        r"|expectations|roles|responsibilities|rules|results|confidentiality|trust|support|time"
        r"|money|training|feedback|praise|credit)\b(?: [\w-]+){0,6} (?:(?:ha(?:s|ve)|needs?) to be (?!back"
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
        rf"\b(?:far )?too (?:few|many) (?:teams|wards|hospitals|trusts|managers|leaders|projects"
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
        rf"\b(?:anyone|anybody|whoever|those|teams|wards|hospitals|people)(?: else)? (?:(?:who |that )?"
        r"(?:tr(?:y|ies)|cop(?:y|ies)|follows?|attempts?|introduces?|launch(?:es)?|repeats?"
        r"|adopts?|takes? (?:this|it) (?:up|on)|sets? (?:this|it|one) up)\b[^.;]{0,40} (?:will|can"
        r"|may|might|needs?|has to|have to|does well|do well)|attempting|copying|introducing"
        r"|launching|adopting|repeating|embarking|setting)\b",
        "anyone anybody whoever those teams wards hospitals people",
    ),
    word(
        "recipe formula remedy rest way",
        r"\bthe (?:recipe|formula|remedy|cure) (?:for \w+ )?is (?:simple|easy|clear|always|to|cheap)"
        r"|\bthe rest (?:will |soon )?(?:follows?|comes?|takes care)\b|\bis the way (?:to|forward"
        r"|ahead)\b|\bis where to (?:start|begin)\b|\bis the place to (?:start|begin)\b",
        "is follow follows come comes takes",
    ),
    word(
        "counts matters",
        r"\bwhat (?:really |most )?(?:counts|matters)(?: most| in the end)?,? is (?!how we|that we)"
        r"|^\W*(?:what|who|it is) \w+ (?:counts|matters), not\b",
    ),
    # what we ask, wish and recommend
    word(
        "recommend encourage urge advise recommended",
        r"\b(?:we|i) (?:can(?:not|[’']t)?|could(?: not|n[’']t)?|must|have to|want to|may) (?:only |but"
        r" |\w+ly )?(?:recommend|encourage|urge|advise)\b(?! (?:anything|it yet|either|this yet))"
        r"|\b(?:is|are|can be|to be) (?:\w+ly )?recommended\b(?! by)",
        "we i is are be",
    ),
    word(
        "plea appeal request thought challenge invitation wish reminder note warning hope call",
        rf"\b(?:my|our|a|an|one) (?:\w+ )?(?:plea|appeal|request|thought|challenge|invitation|wish"
        rf"|reminder|note|warning|hope|call)(?: (?:to|for|from us to) (?:any|every|all|other|those"
        rf"|the next|{WHO}|you\b)| is that (?:every|all|other|more)|: )",
    ),
    word(
        "may let would",
        r"^\W*may (?:others?|every|all|this|you|your|it|more) [a-z]+|^\W*let us (?!say|call|face|hope"
        r"|suppose|pretend)|^\W*would that (?:every|more|all|other)\b",
        "may let would us that",
    ),
    word(
        "believe think feel view belief opinion convinced say",
        r"\b(?:we|i) (?:firmly |really |do |also |still )?(?:believe|think|feel|are convinced) (?:that"
        r" )?(?:other|every|all|any|each|no|such|more)\b|\bin (?:our|my) (?:view|opinion|book|eyes)"
        r"\b[^.]{0,60} (?:every|all|any|each|no|belongs?|should|must)\b|\bit is (?:our|my) (?:\w+ )?"
        r"(?:belief|view|opinion|conviction) that (?:every|all|any|no|each|other)\b"
        r"|\bi say\b,? (?!so\b|that we|to myself)",
    ),
    word(
        "circumstances account means costs",
        r"\bunder no circumstances\b(?! (?:did|was|were|had|would))|\bon no account\b(?! (?:did|was"
        r"|were|had|would))|^\W*by all means\b|\bat all costs\W*$",
        "no all",
    ),
    word(
        "please",
        r"[,:;] please (?:do |don[’']t |do not |feel free to |also )?(?!said|read|was)[a-z]+\b",
    ),
    word(
        "other others",
        rf"\bwhat (?:other|others|another) (?:{WHO} )?(?:can|could|might|may|should) (?:learn|take|do"
        r"|copy|use|gain)\b|\b(?:any|every) (?:\w+ )?(?:practice|hospital|ward|clinic|team|unit"
        r"|hospice|surgery) (?:can|could) (?:do|try|copy|make|run|start|afford|manage|have)\b",
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
