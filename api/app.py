"""The web application over one store."""

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from api import middleware
from api.access.keys import Keys
from api.access.rights import may_read
from api.http.tags import NotModified, not_modified, unchanged
from api.openapi import description
from api.operating.metrics import metrics
from api.pages.rendering import STATIC
from api.pages.scripts import Built
from api.problems import answering
from api.routes import (
    articles,
    claims,
    decisions,
    documentation,
    exports,
    feeds,
    graph,
    graph_page,
    graph_store,
    jobs,
    linked_data,
    names,
    network,
    operations,
    pages,
    query_page,
    questions,
    reconciliation,
    reviews,
    sparql,
    stats,
    webhooks,
)
from api.services import Services
from api.settings import Settings
from api.sparql.pool import Limits
from graph.store import Store
from ontology.version import __version__

DESCRIPTION = (
    "Claims in news articles: who says what about what, when, in which words, and"
    " the exact place that proves it. Offsets are Unicode code points, end exclusive."
)

READING = [Depends(may_read), Depends(unchanged)]
"""What routes need that answer from what is stored: first the key, then the client's
own copy."""


def create_app(
    store: Store, settings: Settings, *, limits: Limits | None = None
) -> FastAPI:
    """The application that answers from `store`, queries within `limits`."""
    services = Services.over(store, settings, limits)
    app = FastAPI(
        lifespan=services.lifespan,
        title="On the Record",
        description=DESCRIPTION,
        version=__version__,
        # Swagger UI as FastAPI has it comes from a CDN: `documentation` has our own
        openapi_url=None,
    )
    _keep(app, settings, services)
    middleware.install(app, settings, app.state.metrics)
    documentation.mount(app)
    app.mount("/static/built", Built(), name="built")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(NotModified, not_modified)
    _include(app)
    answering.install(app)
    description.install(app)
    return app


def _keep(app: FastAPI, settings: Settings, services: Services) -> None:
    """Let routes find what they need at the application."""
    store, state = services.store, app.state
    state.store = store
    state.settings = settings
    state.endpoint = services.endpoint
    state.keys = Keys(store.path)
    state.preparation = services.preparation
    state.courier = services.courier
    state.jobs = services.jobs.queue
    state.stopping = lambda: False  # whoever runs it on a network knows better
    state.metrics = metrics(store, services.endpoint)


def _include(app: FastAPI) -> None:
    for routes in (
        claims,
        articles,
        questions,
        names,
        network,
        graph,
        exports,
        reviews,
        stats,
        reconciliation,
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
    for routes in (sparql, graph_store, query_page, linked_data):
        app.include_router(routes.router, dependencies=[Depends(may_read)])
