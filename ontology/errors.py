"""The errors that users meet.

OnRecordError
├── BadInput      what was given cannot be read: names the file, line or value
├── UnknownTerm   a value outside a closed list: names the choices
├── NotFound      no claim, article or agent has this id
└── StoreError    the data directory cannot be used
    └── InUse     another process has it open
"""

from collections.abc import Iterable


class OnRecordError(Exception):
    """Base of all errors whose message is meant for the user."""


class BadInput(OnRecordError):
    """What was given cannot be read."""


class UnknownTerm(BadInput):
    """A value that is not among the accepted ones."""

    def __init__(self, field: str, value: str, accepted: Iterable[str]) -> None:
        choices = ", ".join(accepted)
        super().__init__(f"{field}: {value!r} is not known; accepted: {choices}")
        self.field, self.value = field, value


class NotFound(OnRecordError):
    """Nothing is stored under this id."""


class StoreError(OnRecordError):
    """The data directory cannot be opened, read or written."""


class InUse(StoreError):
    """Another process has the data directory open."""
