"""What a story can show of what has been learnt: a learning point and a rule go back to one."""

from typing import Literal

Lesson = Literal[
    "baseline", "both-sides", "freed-time", "quick-win", "priority", "adapted", "followed-up",
    "decided-together", "spread",
]  # fmt: skip
