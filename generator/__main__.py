"""Run the command as `python -m generator`."""

import sys

try:
    from generator.cli import run

    run()
except KeyboardInterrupt:  # while the command was still being made ready
    sys.exit(130)
