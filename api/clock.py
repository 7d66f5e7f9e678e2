"""The time, as what is kept and noted here has it."""

from datetime import UTC, datetime


def now(precision: str = "seconds") -> str:
    """The time in UTC (ISO 8601), to the second, or as `datetime.isoformat` has it."""
    return datetime.now(UTC).isoformat(timespec=precision)
