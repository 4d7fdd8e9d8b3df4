"""The time, as it is stored: ISO-8601, UTC."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Return the present moment."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def this_year() -> int:
    """Return the present year."""
    return datetime.now(UTC).year


def plus(moment: str, seconds: float) -> str:
    """Return a moment so many seconds after another."""
    return (datetime.fromisoformat(moment) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def seconds_between(earlier: str, later: str) -> float:
    """Return the seconds from one moment to another."""
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
