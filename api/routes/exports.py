"""`/api/exports`: everything stored, or the claims that match, as a file."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse

from api.http.files import file_response
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.parameters import Scope
from graph.export import FORMATS, export
from ontology.errors import UnknownTerm

router = APIRouter(prefix="/api", tags=["store"], responses=problem_responses(401))


@router.get(
    "/exports/{format}",
    operation_id="export",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The file",
            "content": {each.media_type: {} for each in FORMATS.values()},
        },
        **problem_responses(422, 503),
    },
)
def get_export(
    format: Annotated[
        str,
        Path(description="The format.", json_schema_extra={"enum": list(FORMATS)}),
    ],
    asked: Annotated[Scope, Query()],
    store: StoreNeed,
) -> StreamingResponse:
    """Everything stored, or the claims that match, as a file."""
    if format not in FORMATS:
        raise UnknownTerm("format", format, FORMATS)
    wanted = asked.filter() if asked.asked() else None
    return file_response(
        partial(export, store, format, wanted=wanted),
        FORMATS[format].media_type,
        {
            "content-disposition": "attachment;"
            f' filename="onrecord{FORMATS[format].suffix}"'
        },
    )
