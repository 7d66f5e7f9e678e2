"""A typed client of the HTTP API, for notebooks and programs.

    from api.client import Client

    with Client("http://127.0.0.1:8000") as record:
        for claim in record.claims(speaker="Norland", stance="demands"):
            print(claim.speaker.name, claim.content.text, claim.article.url)

Answers are the records themselves: `ontology.claim.Claim` and its like.
"""

from api.client.claims import Claims
from api.client.errors import NotAllowed, ServerFailed, TryLater, Unreachable
from api.client.session import Client

__all__ = [
    "Claims",
    "Client",
    "NotAllowed",
    "ServerFailed",
    "TryLater",
    "Unreachable",
]
