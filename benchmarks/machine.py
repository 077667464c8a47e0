"""What the machine is, as far as it bears on the numbers; nothing that tells whose it is."""

import os
import platform
from pathlib import Path


def describe_machine() -> dict[str, str]:
    """Name the processor, the cores, the memory, the system and Python."""
    return {
        "processor": _find("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
    }


def _memory() -> str:
    kilobytes = _find("/proc/meminfo", "MemTotal").partition(" ")[0]
    return f"{int(kilobytes) / 1e6:.0f} GB" if kilobytes else "not known"


def _find(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next(
        (v.strip() for k, _, v in (x.partition(":") for x in lines) if k.strip() == name), ""
    )
