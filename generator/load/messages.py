"""The sentences in which a refused value is told, by the code of its fault and the kind of case.

They stand apart from the table of faults because two tell them: the checker, about a file, and the
form on the site, about an answer. `{name}` is the field, `{value}` what the author wrote.
"""

from collections.abc import Mapping

from generator.model.problem import Words

SAYS: Mapping[str, Mapping[str, Words]] = {
    "D403": {
        "width": (
            "{name} has {cells} cells and the first row names {columns} columns.",
            "A number or a note with a comma in it stands in quotation marks.",
        ),
    },
    "V302": {
        "missing": ("The field “{name}” is missing{where}.", "Add “{name}”. {about}"),
        "enter": ("Enter an answer to “{name}”{where}.", ""),
        "choose": ("Choose an answer to “{name}”{where}.", ""),
    },
    "V303": {
        "number": (
            "{name} is {value}, where a number belongs.",
            "Write digits alone, for example 62 or 4.5",
        ),
        "whole number": (
            "{name} is {value}, where a whole number belongs.",
            "Write a whole number, for example 12.",
        ),
    },
    "V305": {
        "date": (
            "{name} is {value}, where a date belongs.",
            "Write the date as year-month-day, for example 2026-03-01.",
        ),
        "date of our time": (
            "{name} is {value}, where a date of our time belongs.",
            "Check the year.",
        ),
    },
    "V306": {
        "text": (
            "{name} is {length} characters long.",
            "Shorten it to at most {most} characters.",
        ),
    },
    "V308": {
        "range": ("{name} is {value}, {way} than {limit}, which it cannot be.", ""),
    },
    "V309": {
        "slug": (
            "{name} is {value}, where a name in small letters belongs.",
            "Use letters a to z, digits and hyphens, as in day-unit.",
        ),
        "email": (
            "{name} is {value}, where an e-mail address belongs.",
            "Write it in full, for example ward7@hospital.example.",
        ),
        "language": (
            "{name} is {value}, where the code of a language belongs.",
            "Write cy for Welsh, pl for Polish, en-GB for British English.",
        ),
        "address": (
            "{name} is {value}, where a web address belongs.",
            "Write it in full, beginning with https://.",
        ),
    },
    "V312": {
        "text": ("{name} is {value}, which is too short.", "Write at least {least} characters."),
    },
}
