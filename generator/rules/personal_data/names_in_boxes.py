"""Names in the boxes of a form and in the lists of a clinic, which need no sentence around them.

The patterns alone, for `names_in_text`.
"""

import re

from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Sign
from generator.rules.personal_data.texts import as_words

_PART = r"[A-Z\u00c0-\u00de][\w’'-]{1,30}"
# In the boxes of a form: Surname: Bebb | First name: Llywelyn.
_SURNAME = r"[SsLlFf](?<!\w.)(?:urname|ast [Nn]ame|amily [Nn]ame)"
_FIRST = r"[FfGg](?<!\w.)(?:irst [Nn]ame|orename|iven [Nn]ame)s?"
_OTHER_BOX = (
    r"(?!First|Fore|Given|Ward|Bed|Date|D[Oo]B|NHS|Age|Title|Last|Family|Surname|Names?\b|Role"
    r"|Team|In\b|Please|Not|Yes|No\b|The|Sex|Address|Job|And|Or|Is|Must|Block)"
)
_IN_BOX = rf"{_OTHER_BOX}(?P<name>{_PART})"
_TURNED_BOX = rf"{_OTHER_BOX}{_PART}"
_GAP = r"[ ,;.|]{1,4}"
_SET = r"[ :|]{1,3}"
_BOXES = tuple(
    compile_when_asked(pattern)
    for pattern in (
        rf"{_SURNAME}{_SET}{_IN_BOX}(?={_GAP}{_FIRST}{_SET}{_TURNED_BOX})",
        rf"{_FIRST}{_SET}{_IN_BOX}(?={_GAP}{_SURNAME}{_SET}{_TURNED_BOX})",
        rf"{_SURNAME}: {{0,2}}{_IN_BOX}\b",
    )
)
# A list of a clinic: Hobbs J, Tranter P.
_ON_LIST = compile_when_asked(
    r"\b(?:[Ll]ist|[Pp]atients|[Rr]esidents|[Cc]linic|[Bb]ay [0-9A-F])\b[^.,:\n]{0,20}: "
    r"(?P<name>[A-Z][a-z’'-]{2,20} [A-Z])(?=, [A-Z][a-z’'-]{2,20} [A-Z]\b)"
)
_STAFF_BOX = compile_when_asked(r"\b(?:role|job|post|team|staff|department|band)\b", re.IGNORECASE)
BOX_SIGNS = (
    *(Sign(pattern, "name", not_near=_STAFF_BOX) for pattern in _BOXES),
    Sign(
        _ON_LIST, "name", not_near=_STAFF_BOX, words=as_words("list patients residents clinic bay")
    ),
)
