"""What a command costs: seconds on the clock and on the processors, and the memory at its peak.

Processor time is what the kernel charges the command and every process that it waited for. Memory
is the sum over the command and all below it of the proportional set size, in which pages that
several processes share are counted once; it is looked up every 50 ms, or less often where looking
it up would take more than a tenth of a processor.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05
LONGEST = 600.0


class CommandError(Exception):
    """A command failed, or took too long; the message has the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processor time, bytes of memory at the peak."""

    wall: float
    cpu: float
    memory: int

    def then(self, other: "Cost") -> "Cost":
        """Add what the next command cost, which ran after this one had ended."""
        memory = max(self.memory, other.memory)
        return Cost(self.wall + other.wall, self.cpu + other.cpu, memory)


def measure(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command in `folder` to its end; what it says goes to the end of `log`.

    Raises:
        CommandError: it could not be run, failed, or ran longer than `LONGEST`.

    """
    with log.open("ab") as said:
        said.write(f"\n$ {' '.join(command)}\n".encode())
        said.flush()
        start = log.stat().st_size
        before = time.perf_counter()
        try:
            # A session of its own, so that all of it can be ended at once.
            process = subprocess.Popen(
                command,
                cwd=folder,
                stdout=said,
                stderr=said,
                start_new_session=True,
                env=_find_environment(),
            )
        except OSError as error:
            raise CommandError(f"{command[0]}: {error.strerror}") from error
        watch = _Watch(process.pid)
        watch.start()
        # `Popen.wait` would keep what the kernel says about the children to itself.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if watch.ended_it:
        raise CommandError(f"it was ended after {LONGEST:.0f} s")
    if process.returncode:
        words = log.read_bytes()[start:].decode(errors="replace").split()
        raise CommandError(f"it ended with {process.returncode}: {' '.join(words)[-200:]}")
    memory = watch.peak or usage.ru_maxrss * 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory)


def _find_environment() -> dict[str, str]:
    """Find a user's environment: Python keeps what it compiled, as it does unless told not to."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Looks up the memory of a process and its own until told to stop; ends what takes too long."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.peak, self.ended_it = process, 0, False
        self.over = threading.Event()

    def run(self) -> None:
        end, pause = time.monotonic() + LONGEST, EVERY
        while not self.over.wait(pause):
            began = time.monotonic()
            self.peak = max(self.peak, sum(map(_memory_of, _find_family(self.process))))
            pause = max(EVERY, 10 * (time.monotonic() - began))
            if began > end:
                self.ended_it = True
                os.killpg(self.process, signal.SIGKILL)
                return

    def stop(self) -> None:
        self.over.set()
        self.join()


def _find_family(process: int | str) -> Iterator[int | str]:
    """Find a process and all below it, where the system shows them as files."""
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = thread.read_text(encoding="ascii").split()
        except OSError:
            continue  # it has ended since
        for child in children:
            yield from _find_family(child)


def _memory_of(process: int | str) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    kilobytes = (line.split()[1] for line in lines if line.startswith("Pss:"))
    return sum(map(int, kilobytes)) * 1024
