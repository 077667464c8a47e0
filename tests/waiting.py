"""How long a test waits: until what it waits for is there, however slow the machine is."""

import time
from collections.abc import Callable

# Ten times the longest that was ever seen at ten times the work that the machine has room for.
# It is reached only where something never comes.
PATIENCE = 300
PATIENCE_MS = PATIENCE * 1000


def wait_until(is_there: Callable[[], object], pause: float = 0.05) -> bool:
    """Ask again and again, with a pause in seconds between; say whether it came."""
    until = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > until:
            return False
        time.sleep(pause)
    return True
