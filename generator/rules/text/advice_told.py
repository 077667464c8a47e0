"""What is told and only looks like advice: the patterns, for `advice_giving`."""

import re

from generator.model.lazy_pattern import compile_when_asked
from generator.rules.text.advice_wording import DONE, compile_spaced

REPORTED = compile_when_asked(
    r"\b(?:said|says|saying|told|tells|ask(?:s|ed)|wrote|written|writes|reads|heard|thought"
    r"|thinks|felt"
    r"|feels|(?<!\bwe\s)(?<!\bi\s)(?:say|think|feel|believe|know|argue|agree)|believed"
    r"|believes|wonder(?:s|ed)?"
    r"|suggest(?:s|ed)|argued|argues|agreed|decided|insisted|warned|advised|reminded|taught"
    r"|learnt|learned"
    r"|explained|wanted|knew|worried|whether|assumed|supposed|convinced|voted|according"
    r"|perhaps(?<=[\w,]\sperhaps)|maybe(?<=[\w,]\smaybe)"
    r"|insists|demands|requires|asks|wants|holds|(?:aim|hope|goal|plan|thought|fear|rule)(?: was"
    r"| had been|:)|\bwe (?:still|also|now|then|all|only)"
    r"|printed|seemed|was (?:her|his|their|its) (?:\w+ )?(?:belief|view|opinion|conviction)|as"
    r" if|if only|(?:asked|wondered|know) (?:if|why)|policy|guidance"
    r"|guidelines?|protocols?"
    r"|regulations?|law|tariff|contract|recommends|was clear|meant|idea was|plan was)\b",
    re.IGNORECASE,
)
# A rule of somebody else's, a thing that is due, a nuisance: what is told, not asked of a reader.
TOLD = compile_spaced(
    r"\bif [^,.;]{1,40} should\b|^\W*should (?:it|they|that|this|there|nobody|anyone|you|he|she"
    r"|the|a|any)\b|\b(?:by law|under the|policy|regulations?"
    r"|guidance|guidelines?|the standard|mandatory|legally|the contract)\b"
    r"|\b(?:should|must) (?:be (?:said|noted|back|here|ready|there by|finished|done by)"
    rf"|arrive)\b|\b(?:should|must|ought to)(?: not|n[’']t)? have {DONE}"
    r"|\b(?:must|ha(?:ve|s) to|needs? to)\b[^.]{0,80}\bbecause\b"
    r"|\bmust (?:\w+ )?(?:leave|wait|queue|travel|walk|drive|catch|climb|cross|come back"
    r"|ring round|share|go (?:out|round|through))\b"
    r"|\bshould (?:begin|start|end|open|close|follow|come|finish|be (?:ready|done|open|there"
    r"|finished))(?: \w+){0,3} (?:in|on|by|next|this|before|at)\b"
    r"|\bshould [a-z]+[^.]{0,40} (?:and|but) (?:takes?|does|do|is|are|did|it|they|never|seldom"
    r"|rarely)\b"
    r"|\bmust\b[^.]{0,60}, (?:and|but) (?:seldom|rarely|hardly|never|did)\b"
    r"|\bor (?:it|they) (?:is|are|has|have|goes?)\b|, or (?:they|it|she|he|you|we)\b"
    r"|(?:must|has to|have to|needs? to)\b[^.]{0,80}, (?:so"
    r"|and so|which|and (?:they|it|she|he|nobody|many|some|most|few|half|all))\b"
)
# Whoever says it may be named behind it.
SAID_AFTER = compile_when_asked(
    r",[”\"’']? (?:(?:s?he|they|we|one of them|(?:the|a|an|one|our) [\w ]{2,30}|[A-Z]\w+) (?:was"
    r" |were |had"
    r" )?(?:said|told|says|wrote|joked|insisted|added|replied|shouted|laughed|warned|advised)"
    r"|(?:said|says|wrote|(?:reads?|ran) (?:the|an?|our) (?:\w+ )?(?:poster|card|sign|hanger|mug"
    r"|label|note|notice|letter|tape|slip|board|screen)) )"
)
# What the team told itself, before a colon.
OWN_LEAD = compile_when_asked(
    r"\b(?:plans?|lists?|steps|routine|drill|rota|agenda|tasks?|jobs?|agreement|promise|deal"
    r"|(?:note|message|reminder|motto|word)(?! to| for| of)|slip|prompt|screen|pledge|aim|goal"
    r"|slogan|bargain|programme|pattern|cycle|title|heading|button|instructions?)\b",
    re.IGNORECASE,
)
LOOK_AFTER = compile_when_asked(
    r"[;—–:]|\b(?:which|that) is why\b|\bhindsight,?|\bmeans that\b", re.IGNORECASE
)
SHOWN = compile_when_asked(
    r"\b(?:stood|stands|(?<!be )said|says|written|wrote|read|reads|printed|card|poster|sign|leaflet"
    r"|sheet|sticker|label"
    r"|board|rules? (?:that )?we|we (?:agreed|decided|did|tried|set|put|promised)|told|asked"
    r"|script|checklist|letter"
    r"|questions?)\b",
    re.IGNORECASE,
)
