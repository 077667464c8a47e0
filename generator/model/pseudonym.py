"""A name that is not the real one: the mark that says so, and the names that say so already.

Enters a name as its author wrote it; leaves it as every output prints it. Whether somebody has
another name is for the author to say, in `identity`; nothing is guessed here.
"""

import re
import unicodedata

MARK = "(not the real name)"

_REAL = r"(?:real|true|actual|own|proper|given|birth|legal|original|right)"
_MADE = (
    r"(?:changed|altered|disguised|replaced|invented|made up|fictitious|fictional|false|fake"
    r"|assumed|not real)"
)
_DONE = r"(?:(?:is|are|was|were|s|has|have|had|been|being|here|also|all|both) ){0,4}"
# Words with one space between them. What is not here is marked: twice said is the lesser fault.
SAYS_SO = re.compile(
    r"ps(?:eu|ue)do ?(?:nym|nim|name)|\balias\b|\bnoms? de (?:plume|guerre)\b"
    rf"|\b(?:not|isn ?t|aren ?t|wasn ?t|never|no) (?:\w+ ){{0,4}}?{_REAL} names?\b"
    r"|\b(?:not|isn ?t|aren ?t) (?:(?:the|a|my|his|her|their|our|its) )?names?\b"
    rf"|\bnames? {_DONE}{_MADE}\b"
    rf"|\b(?:{_MADE}|borrowed|substitute|different|another|pretend|pen|cover) names?\b"
    r"|\bwe (?:have |ve )?(?:changed|altered|disguised|invented) (?:\w+ ){0,2}names?\b"
    rf"|\b{_REAL} names? (?:(?:is|are|was|were|has|have|been) )?(?:withheld|not|kept|known to)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\W\d_]+")


def mark_pseudonym(name: str) -> str:
    """Mark a name as not the real one, unless it says so itself in whatever dress."""
    letters = unicodedata.normalize("NFKD", name)
    seen = "".join(sign for sign in letters if unicodedata.category(sign) not in {"Cf", "Mn", "Me"})
    return name if SAYS_SO.search(_BETWEEN.sub(" ", seen)) else f"{name} {MARK}"
