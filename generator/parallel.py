"""One piece of work done on many things at once, by as many processes as the machine has cores.

The processes are forked, so that the work may use whatever it finds in memory; what it gives back
is pickled. What comes out does not depend on how many processes there are. Where a system cannot
fork, or there is too little to do, the work is done here.
"""

import contextlib
import ctypes
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

FEWEST = 64
_PARTS = 2
# What a process has unpacked it holds until its part is done.
_MOST = 250
_PR_SET_PDEATHSIG = 1


class WorkerError(Exception):
    """A process was ended from outside, for want of memory perhaps."""


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_in_parts(
    work: Callable[[Sequence[Given]], Made],
    things: Sequence[Given],
    jobs: int,
    most: int = _MOST,
) -> Generator[Made, None, None]:
    """Do the work on consecutive parts of the things; what each part gives comes in their order.

    Each part has `most` things at most, and a process of its own, so that what it unpacks is given
    back when it is done. To close the generator half-way ends them all.

    Raises:
        WorkerError: a process was ended before it was done.

    """
    jobs = min(jobs, len(things) // FEWEST)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004
        if things:
            yield work(things)
        return
    size = min(-(-len(things) // (jobs * _PARTS)), most)
    parts = [things[start : start + size] for start in range(0, len(things), size)]
    waiting = deque(enumerate(parts))
    running: dict[Connection, tuple[int, BaseProcess]] = {}
    done: dict[int, Made] = {}
    try:
        for number in range(len(parts)):
            while number not in done:
                while waiting and len(running) < jobs:
                    later, part = waiting.popleft()
                    with _uninterrupted():  # until it is known whom to end
                        receive, worker = _start(work, part)
                        running[receive] = (later, worker)
                for receive in _wait(running):
                    made = _receive(receive)
                    receive.close()
                    finished, worker = running.pop(receive)
                    worker.join()
                    done[finished] = made
            yield done.pop(number)
    finally:
        for receive, (_, worker) in running.items():
            receive.close()
            worker.terminate()
            worker.join()


def _wait(running: Iterable[Connection]) -> list[Connection]:
    return [each for each in wait(list(running)) if isinstance(each, Connection)]


def _start(work: Callable[[Any], Any], part: Sequence[Any]) -> tuple[Connection, BaseProcess]:
    fork = multiprocessing.get_context("fork")
    receive, send = fork.Pipe(duplex=False)
    worker = fork.Process(target=_work, args=(work, part, send, os.getpid()), daemon=True)
    worker.start()
    send.close()
    return receive, worker


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interruption wait: Python's own hooks answer one halfway through a fork."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(work: Callable[[Any], Any], part: Sequence[Any], send: Connection, parent: int) -> None:
    _end_with(parent)
    try:
        send.send((work(part), None))
    except Exception as error:  # noqa: BLE001 (the parent raises it again)
        send.send((None, error))


def _end_with(parent: int) -> None:
    """Let this process end when its parent does, and not before.

    One that outlived a killed build would write into the next one's folder. Linux alone can see to
    it. Whoever interrupts means the parent, which ends this process then.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _receive(receive: Connection) -> Any:  # noqa: ANN401 (whatever the work gives)
    try:
        made, error = receive.recv()
    except EOFError as gone:
        message = "A part of the work was ended from outside. Is there enough memory?"
        raise WorkerError(message) from gone
    if error is not None:
        raise error
    return made
