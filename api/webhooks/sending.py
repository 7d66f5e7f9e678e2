"""One POST to a subscriber: to public addresses alone, within a deadline."""

import time
from functools import cache
from ssl import SSLContext

import httpcore
import httpx

from api.webhooks.outbox import Delivery
from api.webhooks.signing import signed
from api.webhooks.subscriptions import Subscription
from extract.fetching.addresses import network
from extract.fetching.network import Deadline, Transport
from ontology.errors import OnRecordError
from ontology.version import __version__

SECONDS = 10.0
"""How long a try may last: a subscriber takes a message, and does its work later."""


def send(subscription: Subscription, delivery: Delivery) -> str | None:
    """Send a delivery; why it was not taken, or None if it was.

    Redirects are not followed, and nothing of the answer but its status is read. The
    address is checked where the connection is made, so that no name can lead in here.
    """
    networks = tuple(map(network, subscription.networks))
    transport = Transport(Deadline(SECONDS), networks, _context())
    headers = {
        "content-type": "application/json",
        "user-agent": f"onrecord/{__version__}",
        **signed(subscription.secret, delivery.id, int(time.time()), delivery.body),
    }
    try:
        with (
            httpx.Client(transport=transport, trust_env=False) as client,
            client.stream(
                "POST", subscription.url, content=delivery.body, headers=headers
            ) as answer,
        ):
            return None if answer.is_success else f"status {answer.status_code}"
    except OnRecordError as error:  # an address that is not public
        return str(error)
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException) as error:
        return type(error).__name__


@cache
def _context() -> SSLContext:
    """Made once: it takes long."""
    return httpx.create_ssl_context()
