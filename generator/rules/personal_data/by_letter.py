"""A long choice of words made quick to search: those that begin with one letter stand together.

Takes and gives the text of a pattern. A choice without capitals is asked for each of its words at
every place; so divided, for each of its letters.
"""

import re

_QUANTIFIERS = "?*+{"
_SIGN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)


def by_letter(choice: str) -> str:
    """Set the alternatives of a choice, `a|b|c` without brackets around it, by their letters."""
    letters: dict[str, list[str]] = {}
    others = []
    for word in _divide(choice):
        if word[0].isalpha() and word[1:2] not in set(_QUANTIFIERS):
            letters.setdefault(word[0], []).append(word[1:])
        else:
            others.append(word)
    by_it = (f"{letter}(?:{'|'.join(ends)})" for letter, ends in sorted(letters.items()))
    return f"(?:{'|'.join([*by_it, *others])})"


def _divide(choice: str) -> list[str]:
    words, depth = [""], 0
    for sign in _SIGN.findall(choice):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            words.append("")
        else:
            words[-1] += sign
    return words
