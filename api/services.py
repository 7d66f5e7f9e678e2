"""What works beside the answers, for as long as the application runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI

from api.jobs.service import JobService
from api.operating.preparation import Preparation
from api.settings import Settings
from api.sparql.endpoint import Endpoint
from api.sparql.fitting import endpoint_over
from api.sparql.pool import Limits
from api.webhooks.courier import Courier
from graph.store import Store

THREADS = 8
"""Requests that are worked on at once, others wait: each has a connection to SQLite
with its pages, and more of them only take Python from each other."""


@dataclass(frozen=True)
class Services:
    """Queries, the graph of paths, webhooks and jobs over one store."""

    store: Store
    endpoint: Endpoint
    preparation: Preparation
    courier: Courier
    jobs: JobService

    @classmethod
    def over(
        cls, store: Store, settings: Settings, limits: Limits | None
    ) -> "Services":
        """Those that answer from `store`, queries within `limits`."""
        return cls(
            store,
            endpoint=endpoint_over(store, settings.base, limits),
            preparation=Preparation(store),
            courier=Courier(store),
            jobs=JobService(store, settings),
        )

    @asynccontextmanager
    async def lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        """All of them at work within; after it nothing is under way."""
        current_default_thread_limiter().total_tokens = THREADS
        self.preparation.start()
        self.courier.start()
        self.jobs.start()
        try:
            yield
        finally:
            await asyncio.to_thread(self.jobs.stop)
            await asyncio.to_thread(self.courier.stop)
            await asyncio.to_thread(self.preparation.stop)
            await self.endpoint.close()
            await asyncio.to_thread(self.store.settle)
