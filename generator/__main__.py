"""Run the command as `python -m generator`."""

import sys

try:
    from generator.cli import main

    main()
except KeyboardInterrupt:  # while the command was still being made ready
    sys.exit(130)
