"""What is praised or promised to a reader, as “it pays off” and “you will be surprised”.

For `advice_giving`; `advice_due` has what is due to everybody.
"""

from generator.rules.text.advice_wording import word

_SIZES = "sooner earlier fewer less more shorter simpler smaller longer later plainer cheaper"
PRAISE = (
    # what works and helps, and the one thing to do
    word(
        "works",
        r"^\W*what (?:really |always )?works(?: best| well)? is (?!that (?:we|they))",
        "what",
    ),
    word("help", r"\bit (?:may|can|will) (?:well |also |often |really )?help to\b", "may can will"),
    word(
        "tell say give pass leave change choose",
        r"\bif (?:i|we) (?:could|had to|were to) (?:tell|say|give|pass|leave|change|choose)\b"
        r"[^.;]{0,60} (?:one|a single|only)\b[^.;]{0,40} (?:be|is)\b",
        "if",
    ),
    word("yours", r"^\W*[a-z]+ yours\W*$"),
    word(
        "less fewer",
        r"^\W*(?:less|fewer) [^,.;]{2,40}, (?:and )?more (?:[^,.;]{2,40}, please\b|\w+ing\W*$)",
        "more",
    ),
    word("place", r"\bha(?:s|ve) no place (?:in|on|at) (?:any|an?|the|every|our|your)\b", "no"),
    word("don do", r"[:,–—-] (?:please )?(?:don[’']t|do not)\W*$", "t not"),
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
        r"|\b(?:you|one) can(?:not|[’']t|never)? (?:\w+ ){1,4}(?:enough|too (?:much"
        r"|many|early|often))\b",
        "you one",
    ),
    word(
        "can could should yours too",
        r"\byours (?:can|could|should|will|may)\b"
        r"|\bso (?:can|could|should) (?:you|yours|others?|any|every)\b|\byou too can\b"
        r"|\byou can,? too\b|\bif [^.;]{3,80} can(?: do (?:it|this|that))?, (?:so can|then)\b"
        r"|\bcan be done (?:anywhere|by any|in any|on any|by all)",
        "so you if done yours",
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
        "said",
        r"\b(?:a lot|much|something|plenty) to be said for\b",
        "lot much something plenty",
        "be",
    ),
    word(
        "reason case",
        r"\b(?:is|[’']s) (?:every|good|all the more) reason (?:to|for|why)\b"
        r"|\b(?:is|[’']s) a (?:\w+ )?case for\b",
        "is s",
        "every good more for",
    ),
    word(
        "excuse beats replaces beat replace make call point harm",
        r"\bno excuse\b|\bnothing (?:beats|replaces)\b|\b(?:is|are) hard to beat\b"
        r"|\b(?:you )?can(?:not|[’']t) beat (?:a|the)\b|\b(?:no|nothing)\b[^.;,]{0,30} (?:can|will"
        r"|could) (?:ever )?(?:replace|beat|make up for)\b|\b(?:is|[’']s) no (?:call|point|harm)"
        r" (?:for|in)\b",
        "no nothing hard can cannot",
    ),
    word(
        "gained won saved lost gain",
        r"\b(?:much|a lot|a great deal|nothing|little|time|more) (?:is|can be|will be|may be|is"
        r" to be"
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
        r"\b(?:is|are|[’']s|might be|may be|could be|would be|makes?) (?:usually |always |also "
        r"|often"
        r" |a |an |the |only |quite |very ){0,3}(?:good|sensible|wise|safe|great|best|better|useful"
        r"|excellent|worthwhile) (?:idea|plan|bet|move|start|habit|investment|precaution|choice"
        r"|first step|thing to|place to)\b|\b(?:might|may|could|would) be an? (?:good |better"
        r" )?(?:idea"
        r"|thought|start|plan)\b|\bmakes? (?:good |more |perfect |every |a lot of )?sense (?:to"
        r"|for)\b"
        r"|\b(?:a|the) (?:good|sensible|useful|natural|simple|easy|wise|great|safe|sound|obvious)"
        r" (?:first step|starting point|start|beginning|rule|habit|approach|test|trick|idea|next"
        r" step)(?: \w+){0,5} is (?:to|not to|when|with|for|simply)\b",
        "is are s be make makes",
    ),
)
