"""The most memory this program held since it was started, in MB.

Not `ru_maxrss`: on Linux it begins with what the program that started this one held.
"""

from pathlib import Path


def peak_mb() -> float:
    """Return the high-water mark of the resident memory."""
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024
