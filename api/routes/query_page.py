"""The page for SPARQL: example queries, results as a table, and as files."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.query_results import Shown, shown
from api.pages.rendering import render
from api.routes.needs import StoreNeed
from api.sparql.endpoint import Endpoint, Results
from api.sparql.formats import GRAPHS, SOLUTIONS, Wanted
from api.sparql.protocol import Kind, Operation
from graph.mapping.terms import PREFIXES
from graph.saved_questions import question, questions
from ontology.errors import NotFound, OnRecordError

router = APIRouter(include_in_schema=False)

FIRST = """\
SELECT ?claim ?speaker ?stance ?topic WHERE {
  ?claim or:speakerProfile/schema:name ?speaker ;
    or:stance/skos:notation ?stance ;
    or:topic ?topic .
}
LIMIT 20
"""
"""What stands in the field of one who brings no query."""

ON_THE_PAGE = Wanted(solutions="json", boolean="json", graph="ttl")

FILES = {**SOLUTIONS, **GRAPHS}
"""What results can be had as, by the suffixes of their addresses."""


@router.get("/query")
async def query_page(
    request: Request, store: StoreNeed, query: str = "", example: str = ""
) -> Response:
    """A query with its results; `example` names a saved question to begin with."""
    text = query or (question(example).sparql if example else FIRST)
    found, problem = Shown(), None
    if query:
        try:
            found = shown(await _run(request, query, ON_THE_PAGE), store.iris)
        except OnRecordError as error:
            problem = str(error)
    return render(
        request,
        "query.html",
        422 if problem else 200,
        text=text,
        asked=bool(query),
        example=example,
        examples=tuple(questions().values()),
        found=found,
        problem=problem,
        prefixes=PREFIXES,
    )


@router.get("/query.{suffix}")
async def query_file(request: Request, suffix: str, query: str) -> Response:
    """The results of a query as a file."""
    if suffix not in FILES:
        raise NotFound(f"no results end in {suffix!r}; accepted: {', '.join(FILES)}")
    graph = suffix in GRAPHS
    form = None if graph else suffix
    wanted = Wanted(form, form if form in ("json", "xml") else None,
                    suffix if graph else None)  # fmt: skip
    results = await _run(request, query, wanted)
    named = {"content-disposition": f'attachment; filename="results.{suffix}"'}
    return Response(results.body, media_type=results.media_type, headers=named)


async def _run(request: Request, query: str, wanted: Wanted) -> Results:
    endpoint = request.app.state.endpoint
    assert isinstance(endpoint, Endpoint)
    return await endpoint.query(Operation(Kind.QUERY, query), wanted)
