"""A process that has imported the command, and is one run of it for each line that it is sent.

Every run is a process of its own, as `python -m generator` is, with the arguments, the folder, the
surroundings and the outputs that the line names. To begin one anew takes a second of a processor,
most of what a check of a few files costs, and the tests begin hundreds.
"""

import json
import os
import runpy
import signal
import sys
import time
from importlib import import_module

from generator.cli import COMMANDS


def wait_for_a_run() -> bool:
    """Begin a run for each line, and answer with how it ended; true in the run itself."""
    for line in sys.stdin:
        asked = json.loads(line)
        run = os.fork()
        if not run:
            _become(asked)
            return True
        _, status = os.waitpid(run, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
    return False


def _become(asked: dict) -> None:
    """Be where the run is to be, as whoever it is to be."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["surroundings"])
    time.tzset()
    sys.argv[1:] = asked["arguments"]
    sys.path[0] = asked["folder"]
    for number, path in enumerate((os.devnull, asked["said"], asked["complained"])):
        file = os.open(path, os.O_WRONLY if number else os.O_RDONLY)
        os.dup2(file, number)
        os.close(file)


if __name__ == "__main__":
    for errand in COMMANDS.values():
        import_module(f"generator.cli.{errand.partition(':')[0]}")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if wait_for_a_run():
        runpy.run_module("generator", run_name="__main__", alter_sys=True)
