"""Files that say by their date that something happened a moment ago."""

import time
from pathlib import Path


def written(file: Path, seconds: float) -> bool:
    """Tell whether a file was written less than so many seconds ago; not one that is not there."""
    try:
        return time.time() - file.stat().st_mtime < seconds
    except FileNotFoundError:
        return False
