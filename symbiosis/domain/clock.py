"""The time, as it is stored: ISO-8601, UTC."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def this_year() -> int:
    """Return the present year."""
    return datetime.now(UTC).year
