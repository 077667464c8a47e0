"""How a cost grows with the work: ratios within one run, for machines are shared and noisy."""

import time
from collections.abc import Callable

SLACK = 2.5


def is_linear(prepare: Callable[[int], Callable[[], object]], few: int, many: int) -> bool:
    """Whether `many` things cost no more, each, than `few` of them; quadratic work fails by far."""
    for _ in range(3):
        costs = []
        for number in (few, many):
            work = prepare(number)
            began = time.process_time()
            work()
            costs.append((time.process_time() - began) / number)
        if costs[1] <= costs[0] * SLACK:
            return True
    return False
