"""How pages are fetched: who asks, how often, and how much is taken."""

from dataclasses import dataclass

from extract.fetching.addresses import Network
from ontology.errors import BadInput

AGENT = "onrecord"
"""The name by which robots.txt files know this program."""


@dataclass(frozen=True)
class FetchSettings:
    """`contact` is an address or URL at which a site's keeper reaches the user.

    Times are in seconds. `delay` passes between two requests to one host, more if
    its robots.txt asks for more; `seconds` is the most that a whole request takes,
    `patience` the longest `Retry-After` that is waited for. `networks` are
    allowed though they are not public.
    """

    contact: str
    delay: float = 1.0
    seconds: float = 30.0
    patience: float = 60.0
    size: int = 10_000_000
    redirects: int = 5
    retries: int = 2
    networks: tuple[Network, ...] = ()

    @property
    def agent(self) -> str:
        """The User-Agent. Raises BadInput if nobody could be reached by it."""
        contact = " ".join(self.contact.split())
        if not contact.isascii() or not ("@" in contact or "://" in contact):
            raise BadInput(
                "contact: an e-mail address or a URL is accepted, by which the keepers"
                f" of the sites reach you, not {self.contact!r}"
            )
        return f"{AGENT}/1.0 (+{contact})"
