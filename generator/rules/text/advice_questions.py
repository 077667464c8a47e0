"""How advice is put as a question, or in a heading, for `advice_giving`."""

from generator.rules.text.advice_wording import YOURS, compile_spaced

QUESTION = compile_spaced(
    r"\bwhy not\b(?! (?:an?|the) \w+\?)|\b"
    rf"{YOURS}\b|\byour place\b|\bwaiting room\b(?= .{{0,30}}\byou)"
    r"|\b(?:could|can"
    r"|would|will|won[’']t) you (?:do|try|use|borrow|copy|make|spare|ask)\b"
    r"|\bisn[’']t it (?:time|about)\b|\bwhat(?:[’']s| is) stopping you\b|\bhow about\b|\bwhat"
    r" about you"
    r"|^\W*(?:want|fancy|ready|keen) to\b|\bwhy (?:don[’']t|doesn[’']t) (?:you|we all|they|anyone"
    r"|your|every)\b|\bwhy wait\b|\bhave you (?:ever |also )?(?:thought|considered|tried|asked"
    r"|wondered)\b"
    r"|\bwhat (?:would|do) we (?:say|tell|advise|recommend)\b.{0,40}\bothers?\b"
    r"|\bwhen did you last\b|\bwhat (?:would|could|might) (?:happen|change|it take)\b.{0,20} you\b"
    r"|\bwhat if (?:every|your?|all)\b|\bwho (?:wouldn[’']t|would not) (?:want|like|wish|love)\b"
    r"|\bisn[’']t (?:that|this|it) (?:reason|worth|what|how)\b|^\W*(?:got an?|think (?:you|it)"
    r"|tired"
    r" of|curious|interested|short of (?:time|money)|no (?:money|time|budget)\W*$|looking for)\b"
    r"|\bwhat should (?:other|a|an|you|anyone|any|every)\b|\bwhere (?:should|do|might) (?:you|a"
    r"|one)"
    r" (?:start|begin)\b|\bwhat are you waiting\b|\bhow (?:could|can|would|might) (?:you|others?"
    r"|any"
    r"|every)\b|\b(?:would|could|might) (?:it|this) (?:not )?(?:work|help|do) .{0,30}\byou"
    r"|\bshouldn[’']t (?:we all|every|all|any|you)\b"
)
# What only asks for assent, as in “Do have a look, won’t you?”
TAG = compile_spaced(r", (?:won[’']t|will|would|could|can|shall) (?:you|we)\?")
HEADING = compile_spaced(
    r"^\W*(?:(?:[a-z]+|[0-9]{1,2}) (?:\w+ ){0,2}(?:tips?|steps|rules|ways|reasons|things|ideas"
    r"|lessons|mistakes|questions|habits|tricks|hints|pointers|secrets|myths|principles|pitfalls"
    r"|points) (?:to|for|towards|you|worth|(?:before|when) you|every (?:team|ward|hospital"
    r"|clinic|practice|surgery|hospice))\b|(?:an? |the |our )?(?:\w+ )"
    r"{0,2}(?:guide|checklist|recipe|manual|toolkit) (?:to|for)\b|lessons (?:for|from .{0,40} for"
    r"|worth|to|others)\b|what (?:other|others|every|any|all|your|the next)\b.{0,30} (?:can|should"
    r"|could|must|needs?|might)\b|(?:what|where|when|who|whom|which|why) to\b|time to\b"
    r"|(?:getting|making|keeping|winning|bringing)\b.{0,40} (?:your|you|yourself)\b|bring back\b"
    r"|how (?:to|you can|your|any|every|other)\b|(?:\w+ )?(?:tips?|steps|rules|reasons|ways|lessons"
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
