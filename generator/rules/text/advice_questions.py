"""How advice is put as a question, or in a heading, for `advice_giving`."""

from generator.rules.text.advice_words import compile_spaced

QUESTION = compile_spaced(
    r"\bwhy not\b|\b(?:could|can|does|do|is|are|would|has|have|might|won[’']t|will) your"
    r" (?:\w+ )?(?:team|ward|clinic|unit|hospital|practice|surgery|hospice|service|place"
    r"|patients"
    r"|waiting room|corridor|desk|department|organisation|trust|colleagues)\b|\b(?:could|can"
    r"|would|will|won[’']t) you (?:do|try|use|borrow|copy|make|spare|ask)\b"
    r"|\bisn[’']t it (?:time|about)\b|\bwhat(?:[’']s| is) stopping you\b|\bhow about\b|\bwhat"
    r" about you"
    r"|^\W*(?:want|fancy|ready|keen) to\b|\bwhy (?:don[’']t|doesn[’']t) (?:you|we all|they|anyone"
    r"|your|every)\b|\bwhy wait\b|\bhave you (?:ever |also )?(?:thought|considered|tried|asked"
    r"|wondered)\b"
    r"|\bwhat (?:would|do) we (?:say|tell|advise|recommend)\b.{0,40}\bothers?\b"
    r"|\bwhen did you last\b"
)
HEADING = compile_spaced(
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
