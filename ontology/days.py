"""Days as users write them: ISO dates, checked where they come in."""

from datetime import date, datetime

from ontology.errors import BadInput

ACCEPTED = "accepted: YYYY-MM-DD, such as 2025-03-11"
"""What `day` asks for, as messages say it."""


def day(field: str, value: str) -> str:
    """`value` as `YYYY-MM-DD`; a time after the date is accepted and dropped.

    Raises BadInput, naming the field and what is accepted.

    >>> day("published", "2025-03-11T08:30:00Z")
    '2025-03-11'
    """
    try:
        written = datetime.fromisoformat(value.strip())
    except ValueError:
        raise BadInput(f"{field}: {value!r} is not a date; {ACCEPTED}") from None
    return date(written.year, written.month, written.day).isoformat()
