"""The tool for SPARQL: in the guarded workers of `/sparql`, its results cut short."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.mcp.citations import Citation, citations
from api.sparql.endpoint import Endpoint
from api.sparql.formats import Wanted
from api.sparql.pool import Limits
from api.sparql.protocol import Kind, Operation
from graph.mapping.iris import local
from graph.store import Store
from ontology.errors import NotFound

LIMITS = Limits(result=64 << 10, triples=400, slow=2, quick=1)
"""What a query of an agent may use: what it reads fills its memory."""

MOST_CITED = 20
"""Claims named in the results that are told with their proof."""

_FORMATS = Wanted(solutions="json", boolean="json", graph="ttl")


class Results(BaseModel):
    """The results: `rows` of SELECT, `holds` of ASK, `turtle` of CONSTRUCT.

    `claims` are those that the rows name, with their source. `truncated` says that
    rows at the end were left out: aggregate, or ask for less.
    """

    model_config = ConfigDict(frozen=True)

    columns: tuple[str, ...] = ()
    rows: tuple[dict[str, str], ...] = ()
    holds: bool | None = None
    turtle: str | None = None
    truncated: bool
    claims: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Queries:
    """Queries of agents over one store."""

    store: Store
    endpoint: Endpoint

    async def sparql(
        self, query: Annotated[str, Field(description="SELECT, ASK or CONSTRUCT.")]
    ) -> Results:
        """Put a SPARQL 1.1 query to all claims; describe_schema says in which terms.

        Select the claim itself (?claim a or:Claim) and it comes back with its source.
        """
        asked = Operation(Kind.QUERY, query)
        found = await self.endpoint.query(asked, _FORMATS)
        text = found.body.decode()
        if "json" not in found.media_type:
            return Results(turtle=text, truncated=found.truncated)
        answer = json.loads(text)
        if "boolean" in answer:
            return Results(holds=answer["boolean"], truncated=found.truncated)
        rows = tuple(_row(each) for each in answer["results"]["bindings"])
        return Results(
            columns=tuple(answer["head"]["vars"]),
            rows=rows,
            truncated=found.truncated,
            claims=citations(self.store, self._named(rows)),
        )

    def _named(self, rows: tuple[dict[str, str], ...]) -> Iterator[Any]:
        """The claims whose IRIs stand in the rows, the first of them."""
        start = self.store.iris.claim("").value
        values = (value for row in rows for value in row.values())
        found = dict.fromkeys(each for each in values if each.startswith(start))
        for iri in list(found)[:MOST_CITED]:
            try:
                yield self.store.claim(local(iri))
            except NotFound:
                continue  # a fragment of a claim, or a literal that looks like one


def _row(binding: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: term["value"] for name, term in binding.items()}
