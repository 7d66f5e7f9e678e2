"""How the server does, as Prometheus reads it (the extra `metrics`)."""

from collections.abc import Callable
from importlib.util import find_spec

from api.sparql.endpoint import Endpoint
from graph.store import Store

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The bounds of the buckets that answers are counted in."""

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
"""Those that are told apart: a client can make up others without end."""


class Metrics:
    """Counts of one application."""

    def __init__(self, store: Store, endpoint: Endpoint) -> None:
        from prometheus_client import (
            CollectorRegistry,
            Gauge,
            Histogram,
            PlatformCollector,
            ProcessCollector,
        )

        self.registry: CollectorRegistry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._requests = Histogram(
            "onrecord_request_seconds",
            "Seconds until a request was answered.",
            ["method", "route", "status"],
            buckets=SECONDS,
            registry=self.registry,
        )
        for name, documentation, value in _gauges(store, endpoint):
            gauge = Gauge(f"onrecord_{name}", documentation, registry=self.registry)
            gauge.set_function(value)

    def saw(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        known = method if method in METHODS else "-"
        self._requests.labels(known, route, str(status)).observe(seconds)

    def text(self) -> bytes:
        """All counts, in the text format."""
        from prometheus_client import generate_latest

        return generate_latest(self.registry)


def metrics(store: Store, endpoint: Endpoint) -> Metrics | None:
    """The counts; None where `prometheus-client` is not installed."""
    return Metrics(store, endpoint) if find_spec("prometheus_client") else None


def _gauges(
    store: Store, endpoint: Endpoint
) -> tuple[tuple[str, str, Callable[[], float]], ...]:
    def rows(table: str) -> Callable[[], float]:
        def count() -> float:
            with store.read_model.reading() as db:
                found = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            return float(found)

        return count

    return (
        ("articles", "Articles stored.", rows("article")),
        ("claims", "Claims that answers show.", rows("claim")),
        ("revision", "Changes of the store.", lambda: store.revision),
        ("sparql_workers", "Processes for queries.", lambda: endpoint.workers),
        ("sparql_slow", "Long queries that run now.", lambda: endpoint.slow),
    )
