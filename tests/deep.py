"""The long sets: `make deep` tries all of them, `make test` a tenth or less, the same each time."""

import os

DEEP = "DEEP" in os.environ


def count_cases(number: int) -> int:
    """How many of a number of made cases to try."""
    return number if DEEP else max(number // 10, 1)
