"""The endpoint that fits a store."""

from api.sparql.endpoint import Endpoint
from api.sparql.pool import Limits
from graph.store import Store


def endpoint_over(store: Store, base: str, limits: Limits | None = None) -> Endpoint:
    """One whose workers read the store, or that relays to the server that has it."""
    if not store.graph.shared:
        return Endpoint(store, base, limits)
    from api.sparql.relay import Relay

    return Relay(store, base, limits)
