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
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
# The number of its part, and the process, by where its answer comes in.
_Running = dict[Connection, tuple[int, BaseProcess]]

# Fewer things than that are not worth a process, and fewer than four times as many not two.
FEWEST = 32
_PARTS = 2
# What a process has unpacked it holds until its part is done.
_MOST = 400
# Whoever hands out the work comes first: the others wait for it.
_MODESTY = 10
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
    get_ready: Callable[[], object] | None = None,
) -> Generator[Made, None, None]:
    """Do the work on consecutive parts of the things; what each part gives comes in their order.

    `get_ready` is called before there are several processes, which then find what it loads.

    Raises:
        WorkerError: a process was ended before it was done.

    """
    if jobs > 1 and len(things) >= 4 * FEWEST:
        if get_ready:
            get_ready()
        return work_on(work, _divide(things, jobs), jobs)
    return work_on(work, [things] if things else [], 1)


def work_on(
    work: Callable[[Sequence[Given]], Made], parts: Iterable[Sequence[Given]], jobs: int
) -> Generator[Made, None, None]:
    """Do the work on each part as it comes; what each gives comes in their order.

    A part has a process of its own, so that what it unpacks is given back when it is done; one
    that is too small for that is done here. To close the generator half-way ends them all.

    Raises:
        WorkerError: a process was ended before it was done.

    """
    waiting: dict[int, Made] = {}
    given = 0
    with contextlib.closing(_work_on(work, parts, jobs)) as done:
        for number, made in done:
            waiting[number] = made
            while given in waiting:
                yield waiting.pop(given)
                given += 1


def _work_on(
    work: Callable[[Sequence[Given]], Made], parts: Iterable[Sequence[Given]], jobs: int
) -> Generator[tuple[int, Made], None, None]:
    """Do the work on each part as it comes; gives the numbers of the parts, as they are done."""
    alone = jobs == 1 or "fork" not in multiprocessing.get_all_start_methods()
    running: _Running = {}
    try:
        for number, part in enumerate(parts):
            if alone or len(part) < FEWEST:
                yield number, work(part)
                continue
            if len(running) == jobs:
                yield from _collect(running)
            with _uninterrupted():  # until it is known whom to end
                receive, worker = _start(work, part)
                running[receive] = (number, worker)
        while running:
            yield from _collect(running)
    finally:
        for receive, (_, worker) in running.items():
            receive.close()
            worker.terminate()
            worker.join()


def share_out(things: Sequence[Given], jobs: int) -> Iterator[Sequence[Given]]:
    """Share things out evenly, for work so quick that many processes would cost more than it."""
    size = -(-len(things) // jobs) or 1
    return (things[start : start + size] for start in range(0, len(things), size))


def _divide(things: Sequence[Given], jobs: int) -> Iterator[Sequence[Given]]:
    """Divide things into parts, ever smaller, so that all processes end at about the same time.

    The first is a single thing: what the work loads but once, every process then finds in memory.
    """
    start, end = 0, min(1, len(things))
    while start < end:
        yield things[start:end]
        start, left = end, len(things) - end
        size = max(FEWEST, min(_MOST, left // (jobs * _PARTS)))
        end += size if left - size >= FEWEST else left


def _collect(running: _Running) -> Iterator[tuple[int, Any]]:
    """Wait until a process has done its part, and take what each gives that has."""
    for receive in wait(list(running)):
        assert isinstance(receive, Connection)  # noqa: S101 (as all that are waited for)
        made = _receive(receive)
        receive.close()
        number, worker = running.pop(receive)
        worker.join()
        yield number, made


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
    os.nice(_MODESTY)
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
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
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
