"""Why a request is refused before it is answered, or before a route sees it."""

from ontology.errors import OnRecordError


class TooBig(OnRecordError):
    """The body of the request is larger than is accepted."""


class TooSlow(OnRecordError):
    """The body of the request comes too slowly."""


class NotAllowed(OnRecordError):
    """The host is not known, or scripts of other sites may not ask for this."""


class Busy(OnRecordError):
    """As much is being done as may be: try again later."""

    RETRY_AFTER = 2
    """Seconds after which it is worth trying again."""


class TooMany(OnRecordError):
    """The caller has asked more often than it may."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds
        """Until the next request is let pass."""
