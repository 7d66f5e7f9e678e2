"""The web application over one store."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from api import middleware
from api.access.keys import Keys
from api.access.rights import may_read
from api.http.tags import NotModified, not_modified, unchanged
from api.jobs.service import JobService
from api.openapi import description
from api.operating.metrics import metrics
from api.operating.preparation import Preparation
from api.pages.rendering import STATIC
from api.pages.scripts import Built
from api.problems import answering
from api.routes import (
    article_list,
    articles,
    claims,
    data,
    decisions,
    documentation,
    feeds,
    graph,
    graph_page,
    graph_store,
    jobs,
    names,
    network,
    operations,
    pages,
    query_page,
    questions,
    reconciliation,
    sparql,
    webhooks,
)
from api.routes import (
    store as whole,
)
from api.settings import Settings
from api.sparql.fitting import endpoint as fitting
from api.sparql.pool import Limits
from api.webhooks.courier import Courier
from graph.store import Store
from ontology.version import __version__

DESCRIPTION = (
    "Claims in news articles: who says what about what, when, in which words, and"
    " the exact place that proves it. Offsets are Unicode code points, end exclusive."
)


THREADS = 8
"""Requests that are worked on at once, others wait: each has a connection to SQLite
with its pages, and more of them only take Python from each other."""

READING = [Depends(may_read), Depends(unchanged)]
"""What routes need that answer from what is stored: first the key, then the client's
own copy."""


def create_app(
    store: Store, settings: Settings, *, limits: Limits | None = None
) -> FastAPI:
    """The application that answers from `store`, queries within `limits`."""
    endpoint, preparation = fitting(store, settings.base, limits), Preparation(store)
    ingesting = JobService(store, settings)
    courier = Courier(store)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        preparation.start()
        courier.start()
        ingesting.start()
        try:
            yield
        finally:
            await asyncio.to_thread(ingesting.stop)
            await asyncio.to_thread(courier.stop)
            await asyncio.to_thread(preparation.stop)
            await endpoint.close()
            await asyncio.to_thread(store.settle)

    app = FastAPI(
        lifespan=lifespan,
        title="On the Record",
        description=DESCRIPTION,
        version=__version__,
        # Swagger UI as FastAPI has it comes from a CDN: `documentation` has our own
        openapi_url=None,
    )
    app.state.store = store
    app.state.settings = settings
    app.state.endpoint = endpoint
    app.state.keys = Keys(store.path)
    app.state.preparation = preparation
    app.state.courier = courier
    app.state.jobs = ingesting.queue
    app.state.stopping = lambda: False  # whoever runs it on a network knows better
    app.state.metrics = metrics(store, endpoint)
    middleware.install(app, settings, app.state.metrics)
    documentation.mount(app)
    app.mount("/static/built", Built(), name="built")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(NotModified, not_modified)
    _include(app)
    answering.install(app)
    description.install(app)
    return app


def _include(app: FastAPI) -> None:
    for routes in (
        claims,
        articles,
        questions,
        names,
        network,
        graph,
        whole,
        reconciliation,
        article_list,
        decisions,
        feeds,
        graph_page,
        pages,
    ):
        app.include_router(routes.router, dependencies=READING)
    app.include_router(documentation.router, dependencies=[Depends(unchanged)])
    # what is told of jobs changes while the store does not: no tag holds for it
    for routes in (operations, jobs, webhooks):
        app.include_router(routes.router)
    # nor for graphs that updates write; and the last takes what nobody else does
    for routes in (sparql, graph_store, query_page, data):
        app.include_router(routes.router, dependencies=[Depends(may_read)])
