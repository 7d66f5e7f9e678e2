"""`/livez`, `/readyz` and `/metrics`: for those who run the server."""

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from api.access.rights import may_read
from api.operating.metrics import Metrics
from api.operating.preparation import PathsState, Preparation
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from ontology.errors import NotFound, StoreError

router = APIRouter(tags=["operations"])

TEXT = "text/plain; version=1.0.0; charset=utf-8"
"""The text format of Prometheus."""


class Alive(BaseModel):
    """The process answers."""

    alive: bool = True


class Ready(BaseModel):
    """The store can be asked; paths may have to wait until their graph is built."""

    revision: int
    writable: bool
    paths: PathsState


@router.get("/livez", operation_id="isAlive")
async def get_alive() -> Alive:
    """Whether the process answers: it asks nothing else."""
    return Alive()


@router.get("/readyz", operation_id="isReady")
def get_ready(request: Request, store: StoreNeed) -> Ready:
    """Whether questions are answered, and what is still being made."""
    preparation = request.app.state.preparation
    assert isinstance(preparation, Preparation)
    followed = store.read_model.revision
    if followed < store.revision:
        raise StoreError("the read model is behind the store")
    return Ready(
        revision=followed, writable=not store.read_only, paths=preparation.state
    )


@router.get(
    "/metrics",
    operation_id="getMetrics",
    response_class=Response,
    responses={
        200: {"description": "Counts and times", "content": {TEXT: {}}},
        **problem_responses(404),
    },
    dependencies=[Depends(may_read)],
)
def get_metrics(request: Request) -> Response:
    """How the server does, for Prometheus; needs the extra `metrics`."""
    metrics = request.app.state.metrics
    if metrics is None:
        raise NotFound("metrics need: pip install 'onrecord[metrics]'")
    assert isinstance(metrics, Metrics)
    return Response(metrics.text(), media_type=TEXT)
