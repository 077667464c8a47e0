"""Raised and lowered letters to letters that are so themselves: 10², H₂O.

Where there is no such letter, a sign before the letters says what they are.
"""

import re

_RAISED = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?=\W|$)", re.IGNORECASE)


def raise_text(text: str, alignment: str) -> str:
    """Write a text as it is raised or lowered; what is only spaces, or the th of 5th, stays."""
    if alignment not in {"superscript", "subscript"} or not text.strip():
        return text
    if alignment == "superscript" and _ORDINAL.match(text.strip()):
        return text
    table, sign = (_RAISED, "^") if alignment == "superscript" else (_LOWERED, "_")
    if all(ord(letter) in table or letter.isspace() for letter in text):
        return text.translate(table)
    return f"{sign}({text})"
