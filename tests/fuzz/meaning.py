"""What a JSON schema cannot say of a request, told to schemathesis.

A request may fit the description and still mean nothing: it is refused in words. And
a query may take longer than it has been given.
"""

import json
import re
from typing import Any

import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.core.failures import Failure

from tests.fuzz import wire

BEYOND_SCHEMAS = re.compile(
    r"from: .* is after to: "  # one field against another
    r"|^second: .* is the first as well|^max_hops: .* in mode all"
    r"|cursor: "  # not one that a page of this question gave
    r"|(query|update): cannot be (read|answered|done)"  # no SPARQL
    r"|(query|update): FROM: the store has no graph"
    r"|^give files, or a url"  # neither of two that may be left out
    r"|Expected UploadFile"  # sent as a field: the description says what is binary
    r"|jobs wait already"
    r"|^set: |^other: "  # one field against another
    r"|at character \d+: "  # no query of the query language
    r"|^graph: give either graph or default"  # one of two fields
    r"|^(queries|extend): not "  # JSON as text, as OpenRefine sends it
    r"|^url: .* is not (accepted|a public address)"  # more than one pattern can say
    r"| may be .*: give an id"  # a name that several have
    r"|: .* is not an agent"  # a topic where one who speaks is meant
)
"""Reasons that depend on more than the shape of one value."""

LIMITS = {503: "try again", 504: "stopped: ", 507: "memory"}
"""What is answered where a limit of queries is reached: as documented, no fault."""


@schemathesis.hook
def filter_failure(
    context: HookContext, failure: Failure, case: Case[Any], response: Response
) -> bool:
    """Keep a failure unless such a reason explains it."""
    kind = type(failure).__name__
    if kind == "AcceptedNegativeData":
        return not wire.fits(case, response)
    if kind not in ("RejectedPositiveData", "ServerError"):
        return True
    try:
        told = json.loads(response.content)["detail"]
    except (ValueError, KeyError):
        return True
    if kind == "ServerError":
        return LIMITS.get(response.status_code, "\0") not in told
    return not BEYOND_SCHEMAS.search(told)
